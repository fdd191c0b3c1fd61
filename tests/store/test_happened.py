import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given, settings

from onrecord.errors import QuestionInvalid
from onrecord.model import Measure, Question, Status, When
from onrecord.plover import Action
from onrecord.store import contexts
from onrecord.store.store import Store
from tests.dam import dam, flood
from tests.readings import readings

ANY = Question()


@pytest.fixture
def dammed(store):
    store.put(dam())
    store.put(flood())
    return store


def events(store, **question):
    return [h.event.id.removeprefix("eve_") for h in store.events(Question(**question))]


def figures(store, **question):
    return [c.figure.id.removeprefix("fig_") for c in store.figures(Question(**question))]


def test_events_and_figures_come_back_with_article_context_and_statement(dammed):
    found = list(dammed.events(Question(publisher="Coastline")))
    assert tuple(h.event for h in found) == dam().events
    assert [h.statement for h in found if h.statement] == [
        dam().statements[1],
        dam().statements[2],
    ]
    for value in (*found, *dammed.figures(ANY)):
        text = dammed.reading(value.article.id).article.text
        assert text[value.context.start : value.context.end] == value.context.text
    killed = next(iter(dammed.figures(Question(measure="killed"))))
    assert (killed.statement, killed.chain) == (dam().statements[0], ("Port Alba hospital",))


def test_events_are_asked_by_who_took_part_and_in_what_part(dammed):
    assert events(dammed, actor="kestria") == ["shelled", "water", "search", "border"]
    assert events(dammed, actor="Kestr") == []
    assert events(dammed, recipient="kestria") == ["visit", "drones"]
    assert events(dammed, actor="Meravia", recipient="Kestria") == ["drones"]
    assert events(dammed, actor="the envoys") == ["met"]


def test_events_are_asked_by_action_mode_status_and_place(dammed):
    assert events(dammed, action="ASSAULT") == ["shelled", "drones", "flood"]
    assert events(dammed, action="assault/Drone") == ["drones"]
    assert events(dammed, action="ASSAULT/firearms") == []
    with pytest.raises(QuestionInvalid, match="“ariel” is no mode of ASSAULT; there are abduct, a"):
        events(dammed, action="ASSAULT/ariel")
    with pytest.raises(QuestionInvalid, match="no mode of AID; there are none"):
        events(dammed, action="AID/")
    assert events(dammed, status="denied") == ["drones"]
    assert events(dammed, status=("denied", "did_not_happen")) == ["drones", "met"]
    assert events(dammed, status="called for") == events(dammed, status="called_for") == ["truce"]
    assert events(dammed, place="alba") == ["water"]


def test_events_are_asked_according_to_anybody_in_the_chain(dammed):
    assert events(dammed, according_to="Meravian officials") == ["water"]
    assert events(dammed, according_to="alba herald") == ["water"]
    assert events(dammed, according_to="herald", own_voice=True) == []
    assert events(dammed, own_voice=False) == ["water", "drones", "flood"]
    assert events(dammed, by="Lindholt") == events(dammed, act="deny") == ["drones"]
    assert events(dammed, unnamed=True) == ["water"]


def test_events_are_asked_by_their_own_date_and_never_by_the_articles(dammed):
    assert events(dammed, since="2023-11-04", until="2023-11-30") == ["shelled", "visit", "flood"]
    assert events(dammed, since="2023-11-18") == ["visit", "border"]
    assert events(dammed, since="2024-03-31") == ["border"]
    assert dammed.undated(Question(since="2023-11-04"), "events") == 4
    assert dammed.undated(Question(since="2023-11-04", actor="Kestria"), "events") == 1
    assert dammed.undated(Question(measure="killed"), "figures") == 0


def test_the_timeline_sorts_by_the_first_day_and_leaves_the_undated_out(dammed):
    found = [h.event.id for h in dammed.timeline(ANY)]
    assert found == ["eve_water", "eve_shelled", "eve_flood", "eve_visit", "eve_border"]
    assert [h.event.id for h in dammed.timeline(Question(limit=1))] == ["eve_water"]


def test_articles_take_turns_in_the_timeline_and_each_event_keeps_its_own(store):
    one, two = dam(), flood()
    days = ("2023-01-01", "2023-01-03", "2023-01-05")
    chosen = [replace(e, when=When(d)) for e, d in zip(one.events[:3], days, strict=True)]
    store.put(replace(one, events=tuple(chosen)))
    store.put(replace(two, events=(replace(two.events[0], when=When("2023-01-02/2023-01-04")),)))
    publishers = [h.article.publisher for h in store.timeline(ANY)]
    assert publishers == ["Coastline", "O'Hara's 100%", "Coastline", "Coastline"]


def test_figures_are_asked_by_measure_by_what_they_count_and_by_place(dammed):
    assert figures(dammed) == ["killed", "left", "money", "vote", "share", "flood"]
    assert figures(dammed, measure="killed") == figures(dammed, place="tarn dam") == ["killed"]
    assert figures(dammed, of="people") == ["killed", "left", "flood"]
    assert figures(dammed, of="valley") == ["share"]
    assert figures(dammed, of="peopl") == []
    assert figures(dammed, according_to="hospital", since="2023-11-06") == ["killed"]
    assert figures(dammed, text="council") == ["money", "vote", "share"]


def test_other_lists_are_asked_for_those_that_have_such_an_event_or_figure(dammed):
    dam_id, flood_id = dam().article.id, flood().article.id

    def articles(**question):
        return [card.id for card in dammed.articles(Question(**question))]

    assert articles(action="ASSAULT") == [dam_id, flood_id]
    assert articles(action="ASSAULT", status="denied") == [dam_id]
    assert articles(action="COERCE", status="denied") == []
    assert articles(measure="killed", place="tarn") == articles(measure="vote") == [dam_id]
    assert articles(place="Red_House") == [flood_id]
    said = [s.statement.who for s in dammed.statements(Question(action="COERCE"))]
    assert said == ["Meravian officials"]
    cast = [v.entity.name for v in dammed.entities(Question(status="denied"))]
    assert cast == ["Kestria", "Meravia"]


def test_what_no_entry_can_satisfy_at_once_is_refused(dammed):
    with pytest.raises(QuestionInvalid, match="articles cannot be asked for “action” and “of”"):
        list(dammed.articles(Question(action="AID", of="people")))


@pytest.mark.parametrize(
    ("listed", "question", "known"),
    [
        ("events", {"action": "KILL"}, Action),
        ("events", {"status": ("happened", "%")}, Status),
        ("figures", {"measure": "sad"}, Measure),
    ],
)
def test_a_question_for_what_there_is_not_lists_what_there_is(dammed, listed, question, known):
    with pytest.raises(QuestionInvalid) as refused:
        list(getattr(dammed, listed)(Question(**question)))
    assert all(name in str(refused.value) for name in known.__args__)


@pytest.mark.parametrize("name", ["100%_sure O'Hara", "\u202eO'Hara", "o hara"])
def test_a_hostile_name_is_found_by_its_words(dammed, name):
    assert events(dammed, actor=name) == figures(dammed, according_to="O'Hara")
    assert events(dammed, actor=name) == ["flood"]


@pytest.mark.parametrize("name", ["%", "_", "Kestri_", "K%a", "' OR ''='", '"', "", "\x00"])
def test_wildcards_and_quotation_marks_find_nothing(dammed, name):
    for field in ("actor", "recipient", "place", "according_to", "text"):
        assert events(dammed, **{field: name}) == []
    assert figures(dammed, of=name) == []


def test_a_new_reading_takes_the_place_of_events_parties_and_figures(dammed, where):
    old = dam()
    dammed.replace(replace(old, events=old.events[:1], figures=()))
    assert events(dammed) == ["shelled", "flood"]
    assert figures(dammed) == ["flood"]
    assert events(dammed, text="ceasefire") == []
    with closing(sqlite3.connect(where)) as record:
        assert record.execute("SELECT count(*) FROM event_parties").fetchone() == (4,)


def test_plain_sql_sees_who_did_what_and_according_to_whom(dammed, where):
    question = """
        SELECT p.who, e.action, e.date, e.source FROM events e JOIN event_parties p
        ON p.event = e.number WHERE p.part = 'actor' AND e.status = 'happened' ORDER BY e.date
    """
    with closing(sqlite3.connect(where)) as record:
        first, second, _ = record.execute(question).fetchall()
        tally = record.execute("SELECT value, tally FROM figures WHERE measure = 'vote'").fetchone()
    assert first == ("Kestria", "COERCE", "2023-11-03", "The Alba Herald ← Meravian officials")
    assert second == ("Kestria", "ASSAULT", "2023-11-06", None)
    assert tally == (None, "14-0")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM events WHERE article = 1 ORDER BY start, position",
        "SELECT * FROM events WHERE id = 'eve_1'",
        "SELECT * FROM events WHERE according_to = 'sta_1'",
        "SELECT * FROM events WHERE first_day IS NOT NULL ORDER BY first_day, last_day, article",
        "SELECT * FROM event_parties WHERE event = 1",
        "SELECT * FROM figures WHERE article = 1 ORDER BY start, position",
        "SELECT * FROM figures WHERE according_to = 'sta_1'",
    ],
)
def test_what_is_looked_up_has_an_index(dammed, where, sql):
    with closing(sqlite3.connect(where)) as record:
        plan = " ".join(row[3] for row in record.execute(f"EXPLAIN QUERY PLAN {sql}"))
    assert "USING INDEX" in plan
    assert "TEMP B-TREE" not in plan


def test_an_event_that_names_a_statement_which_is_not_there_is_not_the_articles_own(store):
    reading = dam()
    lost = replace(reading.events[0], according_to="sta_lost")
    store.put(replace(reading, events=(lost,)))
    (found,) = store.events(ANY)
    assert (found.statement, found.chain) == (None, ("sta_lost",))
    assert events(store, own_voice=True) == []


def test_the_context_of_an_event_has_its_parties_where_they_stand_in_its_line():
    article = dam().article
    shelled = dam().events[0]
    assert contexts.of_event(article.text, shelled).text.startswith("PORT ALBA (Coastline)")
    far = replace(shelled.trigger, start=0, end=6, text=article.text[:6])
    elsewhere = replace(shelled, trigger=far)
    assert contexts.of_event(article.text, elsewhere).text == article.title


@given(reading=readings())
@settings(max_examples=25)
def test_any_events_and_figures_come_back_and_are_in_the_timeline_if_dated(
    tmp_path_factory, reading
):
    store = Store.open(tmp_path_factory.mktemp("store") / "onrecord.db")
    with closing(store):
        store.put(reading)
        order = sorted(reading.events, key=lambda e: e.trigger.start)
        assert [h.event for h in store.events(ANY)] == order
        order = sorted(reading.figures, key=lambda f: f.passage.start)
        assert [c.figure for c in store.figures(ANY)] == order
        dated = len(list(store.timeline(ANY)))
        assert dated + store.undated(ANY, "events") == len(reading.events)
        for value in store.events(ANY):
            assert (value.chain == ()) == (value.event.according_to is None)
