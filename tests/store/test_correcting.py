"""What people say of entries: what follows for the reading, and that nothing of it is lost."""

from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from onrecord import exchange
from onrecord.corrections import Sought, Wish
from onrecord.errors import CorrectionInvalid, EntryUnknown
from onrecord.model import Mention, Question, Relay, passage
from onrecord.store import correcting, corrections, schema
from onrecord.store.corrected import every
from onrecord.store.store import Store
from tests.dam import dam, flood, words
from tests.fakes import example_reading
from tests.readings import readings

READING = dam()
HOSPITAL, HERALD, DENIAL = (statement.id for statement in READING.statements)
TABLES = (
    schema.readings, schema.entities, schema.statements, schema.contents, schema.relays,
    schema.events, schema.event_parties, schema.figures,
)  # fmt: skip
NUMBERS = {"number", "statement", "event"}  # a row's own number, and that of the row it belongs to


def correct(store, entry, kind, by="Ada", **wish):
    return store.change(lambda t: correcting.correct(t, Wish(entry, kind, by, **wish))).correction


def undo(store, id, by="Ada", why="a slip"):
    return store.change(lambda t: correcting.undo(t, id, by, why)).correction


def listed(store, **asked):
    return list(store.each(lambda t: corrections.listed(t, Sought(**asked))))


def rejected(store, article=READING.article.id):
    return [each.entry.id for each in store.one(lambda t: correcting.rejected(t, article))]


def everything(store):
    """All that questions are asked of, but for the numbers of rows."""
    found = {}
    with store._connected(store._reads) as connection:
        for table in (schema.articles, *TABLES):
            columns = [column for column in table.columns if column.name not in NUMBERS]
            rows = connection.execute(select(*columns)).all()
            found[table.name] = sorted(map(repr, rows))
    return found


@pytest.fixture
def kept(store):
    store.put(READING)
    return store


def reading(store):
    return store.reading(READING.article.id)


def test_a_confirmed_entry_says_so_and_the_reading_is_as_it_was(kept):
    before = everything(kept)
    made = correct(kept, HERALD, "confirm", why="checked with the paper")
    (spoken,) = kept.statements(Question(by="Meravian officials"))
    assert spoken.corrections == (made.id,)
    assert reading(kept) == READING
    undo(kept, made.id)
    assert everything(kept) == before


def test_what_is_rejected_leaves_and_what_is_according_to_it_too(kept):
    made = correct(kept, HERALD, "reject")
    told = [e.id for e in every(READING) if getattr(e, "according_to", None) == HERALD]
    assert told
    assert rejected(kept) == [HERALD, *told]
    now = [entry.id for entry in every(reading(kept))]
    assert now == [entry.id for entry in every(READING) if entry.id not in (HERALD, *told)]
    assert list(kept.statements(Question(text="cut off the water"))) == []
    assert list(kept.events(Question(according_to="Meravian officials"))) == []
    undo(kept, made.id)
    assert rejected(kept) == []
    assert reading(kept) == READING
    assert len(list(kept.events(Question(according_to="Meravian officials")))) == len(told)


def test_an_event_or_a_figure_can_be_rejected_alone(kept):
    for entry in (READING.events[0], READING.figures[0]):
        correct(kept, entry.id, "reject")
        assert entry not in every(reading(kept))
    assert len(reading(kept).statements) == len(READING.statements)


def test_a_corrected_source_is_found_by_its_name_and_the_statement_keeps_its_id(kept):
    made = correct(kept, HERALD, "source", source="Petra Lindholt", why="she said it")
    (found,) = kept.statements(Question(by="Petra Lindholt", text="water"))
    assert (found.statement.id, found.statement.entity) == (HERALD, "ent_3")
    assert found.corrections == (made.id,)
    assert (made.before.who, made.after.who) == ("Meravian officials", "Petra Lindholt")
    assert list(kept.statements(Question(by="Meravian officials"))) == []
    assert [h.chain[-1] for h in kept.events(Question(according_to="Lindholt", text="water"))] == [
        "Petra Lindholt"
    ]


def test_a_corrected_line_says_by_whom_and_what_it_was_and_so_does_what_is_according_to_it(kept):
    made = correct(kept, HERALD, "source", source="Petra Lindholt")
    told = f"source corrected by Ada on {made.at[:10]}: was Meravian officials"
    (spoken,) = kept.statements(Question(reviewed="corrected"))
    assert spoken.reviewed == (told,)
    told_by = [h for h in kept.events(Question()) if h.event.according_to == HERALD]
    assert told_by
    assert all(h.reviewed == (told,) and h.corrections == () for h in told_by)
    confirmed = correct(kept, told_by[0].event.id, "confirm", by="Bo")
    (event,) = kept.events(Question(reviewed="confirmed"))
    assert event.corrections == (confirmed.id,)
    assert event.reviewed == (f"confirmed by Bo on {confirmed.at[:10]}", told)
    undo(kept, made.id)
    undo(kept, confirmed.id)
    assert all(h.reviewed == () for h in (*kept.events(Question()), *kept.figures(Question())))


def test_a_figure_says_that_its_source_was_corrected(kept):
    made = correct(kept, HOSPITAL, "source", source="Petra Lindholt")
    (counted,) = kept.figures(Question(according_to="Petra Lindholt"))
    told = f"source corrected by Ada on {made.at[:10]}: was Port Alba hospital"
    assert counted.reviewed == (told,)


def test_who_was_chosen_stays_so_where_the_words_it_kept_are_read_as_somebody_else(kept):
    """ "Meravian officials" stay the words of the statement; who they are was corrected."""
    correct(kept, HERALD, "source", source="ent_3")
    (spoken,) = kept.statements(Question(reviewed="corrected"))
    assert spoken.statement.source.text == "Meravian officials"
    words = spoken.statement.source
    mention = Mention(words.start, words.end, words.text, "description")
    cast = [
        replace(
            e, id=e.id.replace("ent_", "ent_new_"), mentions=(mention,) if e.id == "ent_2" else ()
        )
        for e in READING.entities
    ]
    kept.replace(replace(READING, reader="new", entities=tuple(cast)))
    (spoken,) = kept.statements(Question(reviewed="corrected"))
    assert (spoken.statement.who, spoken.statement.entity) == ("Petra Lindholt", "ent_new_3")


def test_a_figure_goes_back_to_the_corrected_source(kept):
    assert [c.figure.id for c in kept.figures(Question(according_to="hospital"))] == ["fig_killed"]
    correct(kept, HOSPITAL, "source", source="Petra Lindholt")
    assert list(kept.figures(Question(according_to="hospital"))) == []
    (counted,) = kept.figures(Question(according_to="Petra Lindholt"))
    assert counted.chain == ("Petra Lindholt",)


def test_what_is_said_in_the_words_of_a_statement_came_through_its_corrected_source(store):
    article, outer = READING.article, READING.statements[1]
    inner = replace(
        READING.statements[2],
        id="sta_inner",
        content=(words(article, "cut off the water"),),
        via=(*outer.via, Relay("Meravian officials", outer.source)),
    )
    store.put(replace(READING, statements=(*READING.statements, inner)))
    before = everything(store)
    made = correct(store, HERALD, "source", source="ent_3")
    assert [each.who for each in reading(store).statements[3].via] == [
        "The Alba Herald",
        "Petra Lindholt",
    ]
    undo(store, made.id)
    assert everything(store) == before
    correct(store, HERALD, "source")
    assert [each.who for each in reading(store).statements[3].via] == ["The Alba Herald"]


def test_nobody_can_be_the_source(kept):
    correct(kept, HOSPITAL, "source")
    (found,) = (s.statement for s in kept.statements(Question()) if s.statement.id == HOSPITAL)
    assert (found.who, found.entity, found.source) == (None, None, None)
    (counted,) = kept.figures(Question(according_to="no source named"))
    assert counted.chain == ("no source named",)


def test_the_last_correction_of_a_source_counts_and_the_one_before_returns(kept):
    first = correct(kept, HERALD, "source", source="Petra Lindholt")
    second = correct(kept, HERALD, "source", source="The Alba Herald", by="Bo")
    assert second.before == first.after
    assert reading(kept).statements[1].who == "The Alba Herald"
    undo(kept, second.id)
    assert reading(kept).statements[1].who == "Petra Lindholt"


def test_a_question_asks_for_what_people_reviewed(kept):
    correct(kept, HOSPITAL, "confirm")
    correct(kept, HERALD, "source")
    found = {
        said: [s.statement.id for s in kept.statements(Question(reviewed=said))]
        for said in ("confirmed", "corrected", "none")
    }
    assert found == {"confirmed": [HOSPITAL], "corrected": [HERALD], "none": [DENIAL]}
    assert len(list(kept.events(Question(reviewed="none")))) == len(READING.events)


def test_corrections_say_who_when_why_before_and_after_also_once_undone(kept):
    made = correct(kept, HERALD, "source", source="Petra Lindholt", why="she said it")
    gone = undo(kept, made.id, by="Bo", why="she did not")
    assert listed(kept) == []
    assert listed(kept, withdrawn=True) == [gone]
    assert (gone.by, gone.why) == ("Ada", "she said it")
    assert (gone.withdrawn_by, gone.withdrawn_why) == ("Bo", "she did not")
    assert gone.at <= gone.withdrawn_at
    assert gone.text == READING.statements[1].content[0].text


def test_corrections_are_listed_by_entry_article_person_and_kind(kept):
    kept.put(example_reading())
    one = correct(kept, HERALD, "confirm")
    other = correct(kept, example_reading().statements[0].id, "reject", by="Bo")
    assert listed(kept) == [one, other]
    for asked in ({"entry": HERALD}, {"article": READING.article.id}, {"by": "Ada"}):
        assert listed(kept, **asked) == [one]
    assert listed(kept, kind="reject") == listed(kept, start=1) == [other]
    assert listed(kept, limit=1) == [one]


@pytest.mark.parametrize(
    ("entry", "kind", "wish", "said"),
    [
        (HERALD, "source", {"source": "Ann Elsewhere"}, "is not in the article"),
        (HERALD, "source", {"source": "Meravian officials"}, "already"),
        ("eve_9", "source", {}, "no entry|nothing on the record|no statement"),
        (HERALD, "erase", {}, "say confirm, reject or source"),
        ("ent_3", "reject", {}, "no entry that can be corrected"),
        (HERALD, "confirm", {"by": " "}, "who corrects"),
        (HERALD, "confirm", {"by": "Onrecord 0.4"}, "who corrects"),
        ("sta_none", "confirm", {}, "nothing on the record has the id"),
        (HERALD, "confirm", {"article": "art_none"}, "nothing on the record has the id"),
    ],
)
def test_what_cannot_be_corrected_is_refused_with_a_reason(kept, entry, kind, wish, said):
    before = everything(kept)
    with pytest.raises((CorrectionInvalid, EntryUnknown), match=said):
        correct(kept, entry, kind, **wish)
    assert everything(kept) == before
    assert listed(kept, withdrawn=True) == []


def test_an_event_has_the_source_of_its_statement(kept):
    event = next(e for e in READING.events if e.according_to == HERALD)
    with pytest.raises(CorrectionInvalid, match=f"correct that of {HERALD}"):
        correct(kept, event.id, "source", source="Petra Lindholt")


def test_what_is_rejected_is_rejected_once_and_nobody_says_the_same_twice(kept):
    made = correct(kept, HERALD, "reject")
    with pytest.raises(CorrectionInvalid, match=rf"was rejected by Ada \({made.id}\)"):
        correct(kept, HERALD, "confirm", by="Bo")
    correct(kept, DENIAL, "confirm")
    with pytest.raises(CorrectionInvalid, match="said so"):
        correct(kept, DENIAL, "confirm")
    correct(kept, DENIAL, "confirm", by="Bo")


def test_what_is_undone_is_undone_once(kept):
    made = correct(kept, HERALD, "reject")
    undo(kept, made.id)
    with pytest.raises(CorrectionInvalid, match="was undone already"):
        undo(kept, made.id)
    with pytest.raises(EntryUnknown, match="there is no correction"):
        undo(kept, "cor_99")


def test_corrections_survive_another_reader_whose_ids_and_cuts_differ(kept):
    correct(kept, DENIAL, "source", source="Petra Lindholt")
    correct(kept, HERALD, "reject")
    confirmed = correct(kept, HOSPITAL, "confirm")
    kept.replace(again := _read_again())
    (source, reject, confirm) = listed(kept)
    assert [c.found for c in (source, reject, confirm)] == ["sta_c", "sta_b", "sta_a"]
    assert [c.entry for c in (source, reject, confirm)] == [DENIAL, HERALD, HOSPITAL]
    now = reading(kept)
    assert [s.id for s in now.statements] == ["sta_a", "sta_c"]
    assert now.statements[1].entity == "ent_new_3"
    assert rejected(kept)[0] == "sta_b"
    (spoken,) = kept.statements(Question(by="hospital"))
    assert spoken.corrections == (confirmed.id,)
    for each in (confirm, source, reject):
        undo(kept, each.id)
    assert reading(kept) == again


def _read_again():
    cast = tuple(replace(e, id=e.id.replace("ent_", "ent_new_")) for e in READING.entities)
    new = {HOSPITAL: "sta_a", HERALD: "sta_b", DENIAL: "sta_c"}
    said = tuple(replace(s, id=new[s.id], content=_quoted(s)) for s in READING.statements)
    told = tuple(
        replace(e, according_to=new.get(e.according_to, e.according_to)) for e in READING.events
    )
    return replace(READING, reader="new", entities=cast, statements=said, events=told, figures=())


def _quoted(statement):
    """The content with a blank before it and the letter of punctuation after it."""
    (words,) = statement.content
    return (passage(READING.article.text, words.start - 1, words.end),)


def test_a_correction_whose_entry_is_gone_is_kept_and_says_so(kept):
    made = correct(kept, HERALD, "reject")
    kept.replace(replace(READING, reader="new", statements=(), events=(), figures=()))
    (still,) = listed(kept)
    assert (still.id, still.found, still.entry) == (made.id, None, HERALD)
    kept.replace(replace(READING, reader="newer"))
    assert listed(kept)[0].found == HERALD
    assert rejected(kept)[0] == HERALD


def test_an_article_with_hostile_text_is_corrected_like_any(store):
    hostile = flood()
    store.put(hostile)
    before = everything(store)
    by, why = "Ada\x00\ud800", "<script>\u202e"
    made = correct(store, "sta_flood", "source", by=by, why=why, source='"Red_House"')
    assert made.after.source.text == '"Red_House"'
    assert made.by == "Ada\ufffd\ufffd"
    undo(store, made.id, by="'; DROP TABLE corrections; --", why="\x00")
    undo(store, correct(store, "eve_flood", "reject").id)
    assert everything(store) == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(whole=readings(), draw=st.data())
def test_whatever_is_corrected_and_undone_in_any_order_leaves_nothing_behind(
    whole, draw, tmp_path_factory
):
    with closing(Store.open(tmp_path_factory.mktemp("any") / "r.db")) as store:
        store.put(whole)
        before, line = everything(store), exchange.line(store.reading(whole.article.id))
        made = []
        for _ in range(draw.draw(st.integers(0, 4))):
            entries = [entry.id for entry in every(store.reading(whole.article.id))]
            if not entries:
                break
            entry = draw.draw(st.sampled_from(entries))
            kind = draw.draw(st.sampled_from(["confirm", "reject", "source"]))
            typed = draw.draw(st.sampled_from([None, *(e.id for e in whole.entities)]))
            source = typed if kind == "source" else None
            try:
                made.append(correct(store, entry, kind, source=source, article=whole.article.id))
            except CorrectionInvalid:
                continue
        for each in draw.draw(st.permutations(made)):
            undo(store, each.id)
        assert everything(store) == before
        assert exchange.line(store.reading(whole.article.id)) == line
        assert len(listed(store, withdrawn=True)) == len(made)
