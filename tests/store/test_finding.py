"""What is found besides lists, held against the lists themselves."""

from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.calendar import bounds
from onrecord.errors import QuestionInvalid
from onrecord.findings import Choice
from onrecord.model import (
    Entity,
    Event,
    Mention,
    Question,
    Reading,
    Relay,
    Statement,
    When,
    passage,
)
from onrecord.record import Record
from onrecord.reviewing import Review
from onrecord.store.store import Store
from tests.dam import dam
from tests.fakes import FakeReader, article_of, example_reading, statement_of
from tests.readings import readings

LISTS = ("statements", "events", "figures")
FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "by": st.sampled_from(["Doe", "of", "nobody"]),
        "publisher": st.sampled_from(["Herald", "Alba Herald"]),
        "manner": st.sampled_from(["direct", "indirect"]),
        "unnamed": st.booleans(),
        "relayed": st.booleans(),
        "since": st.sampled_from(["2023", "2023-11"]),
        "until": st.sampled_from(["2023-11-06", "2024"]),
        "during": st.sampled_from(["2023-11", "2023-11-06/2023-11-07"]),
        "text": st.sampled_from(["bridge", "the"]),
        "action": st.sampled_from(["CONSULT", "ASSAULT"]),
        "status": st.sampled_from(["happened", ("planned", "denied")]),
    },
)


def found(store, listed, **question):
    ask = {"statements": store.statements, "events": store.events, "figures": store.figures}
    return list(ask[listed](Question(**question)))


def values(store, listed, field, **question):
    for facet in store.finding.facets(listed, Question(**question)):
        if facet.field == field:
            return {choice.value: choice.count for choice in facet.values}
    return {}


def narrowed(question, field, value):
    return {**question, field: value}


@given(st.lists(readings(), max_size=4, unique_by=lambda r: r.article.id), FILTERS)
def test_a_choice_counts_what_asking_for_it_gives(tmp_path_factory, those, question):
    store = Store.open(tmp_path_factory.mktemp("finding") / "onrecord.db")
    try:
        for reading in (*those, dam(), example_reading()):
            store.put(reading)
        for listed in LISTS:
            agree(store, listed, question)
    finally:
        store.close()


def agree(store, listed, question):
    try:
        plain = found(store, listed, **question)
    except QuestionInvalid:
        with pytest.raises(QuestionInvalid):
            store.finding.facets(listed, Question(**question))
        return
    assert store.finding.count(listed, Question(**question)) == len(plain)
    for facet in store.finding.facets(listed, Question(**question)):
        for choice in facet.values:
            asked = narrowed(question, facet.field, choice.value)
            assert choice.count == len(found(store, listed, **asked)), (facet.field, choice)


@given(
    st.lists(readings(), max_size=4, unique_by=lambda r: r.article.id),
    st.integers(1, 5),
    st.sampled_from([None, "record", "newest", "oldest"]),
)
def test_pages_put_together_are_the_whole_list(tmp_path_factory, those, size, order):
    store = Store.open(tmp_path_factory.mktemp("pages") / "onrecord.db")
    try:
        for reading in (*those, dam()):
            store.put(reading)
        for listed in LISTS:
            whole = found(store, listed, order=order)
            starts = range(0, len(whole) + size, size)
            pages = [found(store, listed, order=order, start=n, limit=size) for n in starts]
            assert [each for page in pages for each in page] == whole
            assert sorted(map(repr, whole)) == sorted(map(repr, found(store, listed)))
        told = found(store, "statements", order=order, unnamed=False)
        part = Question(order=order, unnamed=False, start=1, limit=size)
        assert store.finding.statements(part) == told[1 : 1 + size]
    finally:
        store.close()


def said(who, words, day=None, **known):
    article = article_of(f"{who}: {words} {day}", known.pop("publisher", None), published=When(day))
    statement = statement_of(article, who, words, **known)
    return Reading("fake/1", article, (), (statement,))


def test_the_newest_come_first_and_the_undated_last(store):
    for day in ("2023-11-06", None, "2024-02-01", "2023-11"):
        store.put(said("Jane Doe", "the bridge is safe", day))
    days = ["2024-02-01", "2023-11", "2023-11-06", None]

    def dates(**question):
        return [each.article.published.edtf for each in found(store, "statements", **question)]

    assert dates(order="newest") == ["2024-02-01", "2023-11-06", "2023-11", None]
    assert dates(order="oldest") == ["2023-11", "2023-11-06", "2024-02-01", None]
    assert dates(order="oldest", start=1, limit=2) == ["2023-11-06", "2024-02-01"]
    assert dates() == dates(order="record") == ["2023-11-06", None, "2024-02-01", "2023-11"]
    assert set(dates(order="newest")) == set(days)
    assert [c.published.edtf for c in store.articles(Question(order="newest", limit=1))] == days[:1]
    with pytest.raises(QuestionInvalid, match=r"“latest” is no order; there are record, newest"):
        dates(order="latest")


def test_relayed_statements_are_those_with_somebody_between(store):
    store.put(example_reading())
    words = {
        relayed: [each.statement.cue.text for each in found(store, "statements", relayed=relayed)]
        for relayed in (True, False)
    }
    assert words == {True: ["believes"], False: ["said"]}


def test_a_facet_leaves_its_own_field_out(store):
    for who, manner in (("Ann Ray", "direct"), ("Ann Ray", "indirect"), ("Ben Ode", "direct")):
        store.put(said(who, f"it is {manner} {who}", manner=manner))
    assert values(store, "statements", "manner", manner="direct") == {"direct": 2, "indirect": 1}
    assert values(store, "statements", "entity", manner="direct") == {
        '"ann ray"': 1,
        '"ben ode"': 1,
    }
    assert values(store, "statements", "manner", by="Ben") == {"direct": 1}


def test_a_name_is_one_choice_however_it_is_written(store):
    for who in ("Engineers", "engineers", "engineers", "State engineers"):
        store.put(said(who, f"it holds {len(list(store.articles(Question())))}"))
    assert values(store, "statements", "entity") == {'"engineers"': 3, '"state engineers"': 1}


def test_a_month_counts_what_is_dated_within_it_and_not_what_merely_may_be(store):
    for day in ("2023-11-30/2023-12-02", "2023-12-24", "2023-12-01/2023-12-03", None):
        store.put(said("Ann", "the bridge is safe", day))
    assert values(store, "statements", "during") == {"2023-12": 2}
    assert len(found(store, "statements", during="2023-12")) == 2
    assert len(found(store, "statements", since="2023-12", until="2023-12")) == 3


def test_over_time_each_counts_once(store):
    for day in ("2023-11-30/2023-12-02", "2023-12-24", "2023-11", "2023-11-06/..", None):
        store.put(said("Ann", "the bridge is safe", day))
    over = store.finding.over_time("statements", Question())
    assert dict(over) == {"2023-11": 1, "2023-11-30/2023-12-02": 1, "2023-12-24": 1}


def test_over_months_when_there_are_many(store):
    for day in ("2023-01-30", "2023-01-02", "2024-05-24"):
        store.put(said("Ann", "the bridge is safe", day))
    over = store.finding.over_time("statements", Question())
    assert over == (("2023-01", 2), ("2024-05", 1))
    assert store.finding.over_time("statements", Question(by="Zoe")) == ()


def test_an_open_date_lies_within_no_days(store):
    for day in ("2023-11-06/..", "2024-01-24"):
        store.put(said("Ann", "the bridge is safe", day))
    assert values(store, "statements", "during") == {"2024-01": 1}
    assert len(found(store, "statements", during="2023/2030")) == 1


def lies_within(dated: str, days: str) -> bool:
    (first, last), (begin, end) = bounds(dated), bounds(days)
    return bool(first and last and begin and end) and begin <= first <= last <= end


@given(st.lists(readings(), max_size=5, unique_by=lambda r: r.article.id))
def test_as_many_are_found_during_a_time_as_are_counted_there(tmp_path_factory, those):
    store = Store.open(tmp_path_factory.mktemp("times") / "onrecord.db")
    try:
        for reading in (*those, dam()):
            store.put(reading)
        for listed in LISTS:
            counts = dict(store.finding.over_time(listed, Question()))
            for days in counts:
                within = sum(n for other, n in counts.items() if lies_within(other, days))
                assert within == len(found(store, listed, during=days)), (listed, days)
    finally:
        store.close()


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ({"during": "2018/2016"}, "ends before it begins"),
        ({"since": "2020", "until": "2010"}, "nothing is since 2020 and until 2010"),
    ],
)
@pytest.mark.parametrize("listed", LISTS)
def test_a_time_that_ends_before_it_begins_is_refused(store, listed, question, why):
    with pytest.raises(QuestionInvalid, match=why):
        found(store, listed, **question)
    with pytest.raises(QuestionInvalid, match=why):
        store.finding.count(listed, Question(**question))


@pytest.mark.parametrize("listed", LISTS)
def test_what_is_asked_for_during_no_days_is_refused(store, listed):
    with pytest.raises(QuestionInvalid, match="is no date"):
        found(store, listed, during="soon")


def test_what_is_added_and_read_again_is_counted_at_once(store, where):
    store.put(said("Ann", "the bridge is safe"))
    assert store.finding.count("statements", Question()) == 1
    other = Store.open(where)
    other.put(said("Ben", "the bridge is closed", "2023-11-06"))
    assert values(store, "statements", "entity") == {'"ann"': 1, '"ben"': 1}
    again = said("Ben", "the bridge is closed", "2023-11-06", act="deny")
    other.replace(again)
    other.close()
    assert values(store, "statements", "act") == {"say": 1, "deny": 1}
    assert store.finding.count("statements", Question(since="2023-11")) == 1


@given(
    st.lists(readings(), min_size=2, max_size=4, unique_by=lambda r: r.article.id),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4)), max_size=5),
)
def test_what_is_kept_of_a_list_is_what_reading_it_anew_gives(tmp_path_factory, those, changes):
    where = tmp_path_factory.mktemp("kept") / "onrecord.db"
    kept = Store.open(where)
    those = [meaningful(reading) for reading in those]
    for reading in (*those[:-1], meaningful(dam())):
        kept.put(reading)
    for number, left in changes:
        agree_with_anew(kept, where)
        reading = those[number % len(those)]
        kept.replace(replace(reading, statements=reading.statements[:left], events=()))
        kept.put(those[-1])
    agree_with_anew(kept, where)
    kept.close()


def meaningful(reading):
    said = (replace(s, vector=vector(100, n)) for n, s in enumerate(reading.statements))
    return replace(reading, statements=tuple(said))


def agree_with_anew(kept, where):
    anew = Store.open(where)
    for listed in LISTS:
        assert kept.finding.facets(listed, Question()) == anew.finding.facets(listed, Question())
        assert kept.finding.count(listed, Question()) == len(found(anew, listed))
    part = Question(order="newest", limit=9)
    assert kept.finding.statements(part) == found(anew, "statements", order="newest", limit=9)
    about = bytes([100]) + bytes(127)
    near = [list(each.finding.nearest(about, Question())) for each in (kept, anew)]
    assert near[0] == near[1]
    anew.close()


def test_threads_may_ask_while_another_adds(store):
    def ask(number):
        facets = store.finding.facets("statements", Question(unnamed=bool(number % 2)))
        return len(facets), store.finding.count("statements", Question())

    with ThreadPoolExecutor(4) as threads:
        asked = [threads.submit(ask, number) for number in range(12)]
        for number in range(6):
            store.put(said("Ann", f"the bridge is safe {number}", "2023-11-06"))
        counts = [each.result()[1] for each in asked]
    assert all(0 <= count <= 6 for count in counts)
    assert store.finding.count("statements", Question()) == 6


def test_an_empty_record_has_no_facets(store):
    for listed in LISTS:
        assert store.finding.facets(listed, Question()) == ()
        assert store.finding.over_time(listed, Question()) == ()
    assert store.finding.topics(5, Question()) == ()
    assert store.finding.summary().statements == 0
    assert list(store.finding.nearest(bytes(128), Question())) == []


def test_events_in_a_statement_are_a_facet_of_statements(store):
    store.put(dam())
    actions = values(store, "statements", "action")
    assert actions
    for action, count in actions.items():
        assert count == len(found(store, "statements", action=action))
    assert values(store, "statements", "action", measure="killed") == {}


def test_what_cannot_be_asked_is_said(store):
    with pytest.raises(QuestionInvalid, match="statements cannot be asked for “action” and “meas"):
        store.finding.count("statements", Question(action="ASSAULT", measure="killed"))
    with pytest.raises(QuestionInvalid, match="“people” is no list of that kind; there are state"):
        store.finding.count("people", Question())
    with pytest.raises(QuestionInvalid, match="“per” is no id of a person or organization"):
        store.finding.count("statements", Question(entity="per"))


def vector(*values):
    packed = bytes(value % 256 for value in (*values, *(0,) * (128 - len(values))))
    return b64encode(packed).decode()


def test_the_nearest_in_meaning_come_first(store):
    for name, packed in (("Ann", vector(100, 10)), ("Ben", vector(100)), ("Cem", vector(-100))):
        store.put(said(name, f"words of {name}", vector=packed))
    store.put(said("Dea", "no meaning", vector=None))
    about = bytes([100]) + bytes(127)
    near = list(store.finding.nearest(about, Question()))
    assert [each.spoken.statement.who for each in near] == ["Ben", "Ann"]
    assert near[0].nearness == 1.0
    assert 0.99 < near[1].nearness < 1.0
    assert [n.spoken.statement.who for n in store.finding.nearest(about, Question(by="Ann"))] == [
        "Ann"
    ]
    assert list(store.finding.nearest(about, Question(start=1, limit=1))) == near[1:]
    assert store.finding.count("statements", Question(), about) == 2
    facets = {f.field: f.values for f in store.finding.facets("statements", Question(), about)}
    assert facets["entity"] == (Choice('"ann"', "Ann", 1), Choice('"ben"', "Ben", 1))
    store.put(said("Eli", "words of Eli", vector=vector(90)))
    assert store.finding.count("statements", Question(), about) == 3


def test_a_vector_that_is_none_is_left_out(store):
    for packed in ("not base64", "AAAA", vector(0)):
        store.put(said("Ann", f"words {packed}", vector=packed))
    assert list(store.finding.nearest(bytes([100]) + bytes(127), Question())) == []


def test_topics_are_the_words_that_most_statements_share(store):
    for words in ("the Brell dam broke", "Brell is flooded", "the dam at Brell will hold"):
        store.put(said("Ann", words))
    store.put(said("Brell Council", "no comment on roads"))
    topics = store.finding.topics(2, Question())
    assert topics == (Choice("brell", "Brell", 4), Choice("dam", "dam", 2))
    for topic in topics:
        assert topic.count == len(found(store, "statements", text=topic.value))
    assert store.finding.topics(9, Question(by="Council"))[0] == Choice("brell", "Brell", 1)


def test_a_summary_counts_what_is_on_record(store):
    for reading in (dam(), example_reading()):
        store.put(reading)
    summary = store.finding.summary()
    assert summary.articles == 2
    assert summary.linked == 0
    assert summary.statements == len(dam().statements) + 2
    assert summary.events == len(dam().events)
    assert summary.figures == len(dam().figures)
    assert [card.title for card in summary.newest] == ["Bridge to reopen", dam().article.title]
    assert "Jane Doe" in {choice.label for choice in summary.busiest}


def test_entities_and_articles_are_counted(store):
    store.put(FakeReader().read(article_of("Ann: one\nBen: two")))
    assert store.finding.count("entities", Question()) == 2
    assert store.finding.count("entities", Question(by="Ann")) == 1
    assert store.finding.count("articles", Question(by="Ann")) == 1
    assert store.finding.count("articles", Question(by="Zoe")) == 0


def test_relays_of_a_replaced_reading_are_no_longer_counted(store):
    reading = example_reading()
    store.put(reading)
    assert values(store, "statements", "relayed") == {True: 1, False: 1}
    store.replace(replace(reading, statements=tuple(alone(s) for s in reading.statements)))
    assert values(store, "statements", "relayed") == {False: 2}


def alone(statement: Statement) -> Statement:
    kept: tuple[Relay, ...] = ()
    return replace(statement, via=kept)


def test_what_people_reviewed_is_a_facet_once_somebody_reviewed_something(store):
    store.put(dam())
    assert values(store, "statements", "reviewed") == {}
    said = [each.id for each in dam().statements]
    review = Review(store)
    review.correct(said[0], "confirm", by="Ada")
    review.correct(said[1], "source", by="Ada", source="ent_3")
    known = {"confirmed": 1, "corrected": 1, "none": 1}
    assert values(store, "statements", "reviewed") == known
    assert values(store, "statements", "reviewed", reviewed="none", act="deny") == {"none": 1}
    for value, count in known.items():
        assert len(found(store, "statements", reviewed=value)) == count
    review.correct(dam().events[0].id, "confirm", by="Bo")
    assert values(store, "events", "reviewed") == {"confirmed": 1, "none": len(dam().events) - 1}


def according_to(name, number):
    """A reading of an event that goes back to somebody of that name."""
    article = article_of(f"{name} said that rebels struck Brell on day {number}.", "Herald")
    said = statement_of(article, name, "rebels struck Brell", entity="ent_1")
    mention = Mention(0, len(name), name, "name")
    struck = passage(article.text, *_place(article.text, "struck"))
    event = Event(f"eve_{number}", "ASSAULT", None, struck, according_to=said.id)
    person = Entity("ent_1", name, "person", mentions=(mention,))
    return Reading("fake/1", article, (person,), (said,), (event,))


def _place(text, words):
    return text.index(words), text.index(words) + len(words)


def test_whom_events_go_back_to_is_one_choice_however_articles_call_them(store):
    for number, name in enumerate(("Odrun Varnek", "Odrun J. Varnek")):
        store.put(according_to(name, number))
    Record(store).link()
    [(choice, count)] = values(store, "events", "according_to").items()
    assert count == 2 == len(found(store, "events", according_to=choice))
    assert "Varnek" in store.finding.described("events", Question(according_to=choice))
    assert len(found(store, "events", according_to="Odrun J. Varnek")) == 1
