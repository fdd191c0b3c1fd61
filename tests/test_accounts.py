from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import EntryUnknown, JudgementInvalid, QuestionInvalid
from onrecord.findings import Topic
from onrecord.model import Article, Entity, EntityKind, Failure, Reading, identify
from onrecord.record import Record
from tests.cli.linked import BENT, SAID, told
from tests.fakes import FakeReader, article_of
from tests.linker.accounts import Account, figure
from tests.linker.spoken import Said, reading_of


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record of the four readings, linked; tests only ask it."""
    with Record.open(tmp_path_factory.mktemp("told") / "told.db", FakeReader()) as record:
        for reading in told():
            record._store.put(reading)
        assert (record.unlinked(), record.is_linked()) == (4, False)
        seen: list[Article | Failure] = []
        done = record.link(each=seen.append)
        assert [each.publisher for each in seen if isinstance(each, Article)] == [
            "Coastline", "The Port Mail", "The Alba Herald", "The Inland Star",
        ]  # fmt: skip
        assert (done.articles, done.failures, record.unlinked()) == (4, (), 0)
        yield record


def test_positions_are_by_words_where_the_reader_knows_no_meaning(linked: Record) -> None:
    (position,) = linked.position("Orlova", about="the bridge")
    assert position.spoken.statement.content[0].text == SAID
    assert position.accounts == 3
    assert len(position.again) == 3
    assert list(linked.position("Orlova", about="ferry tickets")) == []
    assert list(linked.position("Orlova", about="the bridge", at_least=4)) == []


def test_a_topic_is_counted_as_its_positions_are_listed(tmp_path: Path) -> None:
    with Record.open(tmp_path / "days.db", FakeReader()) as record:
        for day, words in (("2025-09-02", "gates"), ("2025-09-14", "gates"), (None, "wells")):
            said = Said("Lena Corvi", f"the {words} of {day} must be opened", printed=day)
            record._store.put(reading_of(said))
        record.link()
        (corvi,) = record.people()
        gates, opened = (list(record.position(corvi.id, about=a)) for a in ("gates", "opened"))
        on_gates = record.search.topic(corvi.id, about="gates")
        on_opened = record.search.topic(corvi.id, about="opened")
        (second,) = record.position(corvi.id, about="gates", start=1, limit=1)
        assert list(record.position(corvi.id, about="gates", start=2)) == []
    assert on_gates == Topic(2, 2, (("2025-09-02", 1), ("2025-09-14", 1)))
    assert (on_opened.total, len(opened)) == (3, 3)
    assert on_opened.over_time == on_gates.over_time
    assert second == gates[1]


def test_positions_ask_of_one_entity_under_all_its_names(linked: Record) -> None:
    (position,) = linked.position("Orlowa", about="the bridge", publisher="Inland Star")
    assert position.spoken.statement.content[0].text == BENT


def test_an_entity_is_found_by_the_id_of_one_of_its_mentions(linked: Record) -> None:
    (mayor,) = linked.people()
    assert linked.entity(mayor.members[3].entity) == mayor
    assert mayor.members[3].name == "Jana Orlowa"


def test_a_name_that_several_have_is_not_guessed(linked: Record) -> None:
    with pytest.raises(EntryUnknown, match="may be any of senior port official"):
        linked.entity("port official")


def test_who_has_exactly_that_name_is_found_before_those_who_have_more(linked: Record) -> None:
    assert linked.entity("jana orlova").name == "Jana Orlova"


def named(*kinds: EntityKind) -> Iterator[Reading]:
    """Articles that name a Marsh of each kind, and one that names Ada Marsh."""
    for number, kind in enumerate(kinds):
        article = article_of(f"Marsh, number {number}")
        entity = Entity(identify("ent", article.id), "Marsh", kind)
        yield Reading("fake/1", article, (entity,))
    article = article_of("Ada Marsh")
    entity = Entity(identify("ent", article.id), "Ada Marsh", "person")
    yield Reading("fake/1", article, (entity,))


@pytest.mark.parametrize(
    ("kinds", "found"),
    [(("person",), None), (("place",), "place"), (("place", "person"), None), ((), "person")],
)
def test_a_bare_surname_is_not_taken_for_one_of_those_who_bear_it(
    kinds: tuple[EntityKind, ...], found: str | None, tmp_path: Path
) -> None:
    with Record.open(tmp_path / "marsh.db") as record:
        for reading in named(*kinds):
            record._store.put(reading)
        if found:
            assert record.entity("marsh").kind == found
        else:
            with pytest.raises(EntryUnknown, match="“marsh” may be any of"):
                record.entity("marsh")


def test_each_verb_asks_with_the_fields_of_a_question(linked: Record) -> None:
    assert [len(each.members) for each in linked.utterances(publisher="Port Mail")] == [4]
    assert list(linked.copies(publisher="Inland Star")) == []
    assert list(linked.histories(measure="killed", place="Port Alba"))
    assert list(linked.entities(kind="country")) == []
    with pytest.raises(QuestionInvalid):
        list(linked.utterances(since="Tuesday"))
    with pytest.raises(TypeError):
        linked.utterances(nobody="knows")


def test_one_telling_that_answers_stands_for_an_occurrence(linked: Record) -> None:
    (line,) = linked.occurrences(publisher="Inland Star")
    assert line.telling.article.publisher == "The Inland Star"
    assert {told.publisher for told in line.occurrence.members} == {
        "Coastline", "The Port Mail", "The Inland Star",
    }  # fmt: skip
    assert list(linked.occurrences(at_least=3)) == []
    assert list(linked.occurrences(limit=0)) == []


def test_an_event_without_a_date_is_dated_by_the_other_articles(linked: Record) -> None:
    assert linked.undated("events", across=True) == linked.undated("events") == 0


def test_what_nobody_can_judge_is_refused(linked: Record) -> None:
    (mayor,) = linked.people()
    one, other = mayor.members[0].entity, mayor.members[1].entity
    with pytest.raises(JudgementInvalid):
        linked.judge(one, other, "same", by="", why="")
    with pytest.raises(JudgementInvalid):
        linked.judge(one, one, "same", by="Ada Marsh", why="it is itself")


TWICE = (
    "Nine people were killed in the attack on Brell, it is said. {} people were killed at Brell."
)


def twice(*given: tuple[str, float, str | None]) -> Reading:
    """One article that gives a toll twice: in what words, how many, and by whom."""
    account = Account(TWICE.format(given[1][0].split()[0]))
    tolls = (figure(account, words, value, by, place="Brell") for words, value, by in given)
    return account.reading(figures=tolls)


@pytest.mark.parametrize("by", [None, "Kestria"])
def test_what_one_article_says_twice_is_no_history(by: str | None, tmp_path: Path) -> None:
    reading = twice(("Nine people", 9, None), ("9 people", 9, by))
    with Record.open(tmp_path / "twice.db", FakeReader()) as record:
        record._store.put(reading)
        record.link()
        found = list(record.histories())
        assert found == []
        assert record.search.count_across("histories") == len(found)
        assert record.history(reading.figures[0].id).accounts == 1


def test_sources_of_one_account_disagree_and_accounts_do_not(tmp_path: Path) -> None:
    with Record.open(tmp_path / "two.db", FakeReader()) as record:
        reading = twice(("Nine people", 9, "Kestria"), ("6 people", 6, "Meravia"))
        record._store.put(reading)
        record.link()
        record.judge(*(each.id for each in reading.figures), "same", by="Ada", why="one toll")
        (found,) = record.disagreements()
        assert found.accounts == 1
        assert found.reason == "one account reports 2 sources against each other (Kestria, Meravia)"
        assert list(record.disagreements(at_least=2)) == []
