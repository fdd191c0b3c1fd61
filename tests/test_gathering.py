"""Objects across articles, kept ready: always what they would be if they were made now."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, select

from onrecord import gathering, linking
from onrecord.accounts import Accounts
from onrecord.across import History, Identity, Linkable, Utterance
from onrecord.errors import EntryUnknown
from onrecord.linker import articles
from onrecord.model import Question, Reading
from onrecord.record import Record
from onrecord.store import gathered, naming
from onrecord.store.gathered_schema import differences, name_all, objects
from onrecord.store.link_schema import forms
from onrecord.store.store import Store
from tests.cli.linked import told
from tests.fakes import FakeReader
from tests.linker.kinds import KINDS
from tests.linker.test_run import lines, reading_of
from tests.store.test_migrations import OF_0_3_0, as_it_was

FOUND: Any = {**KINDS, "article": articles}
LINKED: tuple[Linkable, ...] = ("article", "entity", "statement", "event", "figure")


@pytest.fixture
def store(tmp_path):
    with closing(Store.open(tmp_path / "onrecord.db", patience=0.1)) as opened:
        yield opened


def put(store: Store, readings: Iterator[Reading]) -> None:
    for reading in readings:
        store.put(reading)
    linking.link(store, linked=FOUND)


def kept(store: Store) -> list[tuple[Any, ...]]:
    """All that is kept ready."""
    with store._connected(store._reads) as connection:
        return [
            tuple(row)
            for table in (objects, differences)
            for row in connection.execute(select(table).order_by(*table.primary_key.columns))
        ]


def anew(store: Store) -> list[tuple[Any, ...]]:
    """All that is kept ready when everything is made anew."""
    store.change(_all_gone)
    assert kept(store) == []
    gathering.gather(store)
    return kept(store)


def _all_gone(connection: Connection) -> None:
    for table in (objects, differences):
        connection.execute(delete(table))
    name_all(connection)


def each_made(store: Store, kind: Linkable) -> list[Any]:
    """Objects made of what links join just now, and of what they do not join."""
    found = linking.together(store, kind, gathered.LEAST[kind])
    return [gathering.made(kind, together) for together in found]


def most_named(store: Store) -> list[Identity]:
    """Somebody whom many articles name comes before who is named many times in one."""
    found: list[Identity] = each_made(store, "entity")
    return sorted(found, key=_place)


def _place(one: Identity) -> tuple[int, bool, str]:
    """Who is not linked comes last, in the order of the record."""
    if one.id == naming.lone_id("entity", one.members[0].entity):
        return 0, True, ""
    return -len({each.article for each in one.members}), False, one.id


def of_several(utterance: Utterance) -> bool:
    return len({each.article for each in utterance.members}) > 1


def is_history(history: History) -> bool:
    return len({(each.article, each.value) for each in history.members}) > 1


# what is done to a record: an article is put on it or read again, all is linked, people judge
steps = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.lists(lines, min_size=1, max_size=3)),
        st.tuples(st.just("told"), st.integers(0, 3)),
        st.tuples(st.just("reread"), st.integers(0, 5)),
        st.tuples(st.sampled_from(["link", "again", "gather"]), st.none()),
        st.tuples(st.just("judge"), st.tuples(st.integers(0, 9), st.integers(0, 9), st.booleans())),
        st.tuples(st.just("withdraw"), st.integers(0, 9)),
    ),
    min_size=4,
    max_size=12,
)


def do(store: Store, step: str, what: Any, number: int) -> None:
    if step == "put":
        store.put(reading_of(what, number))
    elif step == "told":
        store.put(list(told())[what])
    elif step == "reread":
        read = list(store.readings(Question()))
        for one in read[what : what + 1]:
            left = replace(one, reader="fake/2", statements=one.statements[1:], figures=())
            store.replace(left)
    elif step in ("link", "again"):
        linking.link(store, again=step == "again", linked=FOUND)
    elif step == "gather":
        gathering.gather(store)
    elif step == "withdraw":
        for link in list(linking.links(store))[what : what + 1]:
            linking.withdraw(store, link.id, "Jane Roe")
    else:
        judge(store, *what)


def judge(store: Store, left: int, right: int, same: bool) -> None:
    ids = [voice.entity.id for voice in store.entities(Question()) if voice.entity.kind == "person"]
    if len(ids) > max(left, right) and left != right:
        linking.judge(store, ids[left], ids[right], "same" if same else "different", "Jane Roe")


@given(steps)
def test_what_is_gathered_bit_by_bit_is_what_is_gathered_anew(done):
    with (
        TemporaryDirectory() as folder,
        closing(Store.open(f"{folder}/onrecord.db")) as store,
    ):
        for number, (step, what) in enumerate(done):
            do(store, step, what, number)
        linking.link(store, linked=FOUND)
        gathering.gather(store)
        found = kept(store)
        assert gathering.gather(store) == 0
        assert found == anew(store)
        accounts = Accounts(store, Question())
        assert list(accounts.identities()) == most_named(store)
        several, every = accounts.utterances(), each_made(store, "statement")
        assert list(several) == [each for each in every if of_several(each)]
        histories = each_made(store, "figure")
        assert list(accounts.histories()) == [each for each in histories if is_history(each)]


def test_gathering_twice_changes_nothing(store):
    put(store, told())
    assert gathering.gather(store) > 0
    before = kept(store)
    assert gathering.gather(store) == 0
    assert kept(store) == before == anew(store)


def test_only_what_has_changed_is_made_anew(store):
    put(store, told())
    every = gathering.gather(store)
    store.put(reading_of([("Ben Roe", "rain")], 7))
    linking.link(store, linked=FOUND)
    assert 0 < gathering.gather(store) < every


def test_what_is_gathered_can_be_watched(store):
    put(store, told())
    left: list[int] = []
    gathering.gather(store, left.append)
    assert left[-1] == 0


def test_entries_that_are_gone_are_shown_no_more(store):
    put(store, told())
    gathering.gather(store)
    accounts = Accounts(store, Question())
    one = next(accounts.utterances())
    (before,) = (each for each in store.readings(Question(article=one.members[0].article)))
    store.replace(replace(before, reader="fake/2", entities=(), statements=(), figures=()))
    there = {spoken.statement.id for spoken in store.statements(Question())}
    named = {voice.entity.id for voice in store.entities(Question())}
    assert all(m.statement in there for each in accounts.utterances() for m in each.members)
    assert all(m.entity in named for each in accounts.identities() for m in each.members)
    with pytest.raises(EntryUnknown):
        accounts.the("statement", one.members[0].statement)


def test_a_run_that_is_killed_is_taken_up_by_the_next_question(store, monkeypatch):
    put(store, told())

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as halfway:
        halfway.setattr(gathered, "put", killed)
        with pytest.raises(KeyboardInterrupt):
            gathering.gather(store)
    assert list(Accounts(store, Question()).identities()) == most_named(store)
    assert gathering.gather(store) == 0


def test_nothing_is_gathered_for_a_question_while_links_are_made(store):
    put(store, told())
    with store.shelf() as shelf, store._connected(store._reads) as connection:
        numbers = list(connection.scalars(select(forms.c.number).limit(1)))
        shelf.make_stale(numbers)
    assert list(Accounts(store, Question()).utterances()) == []


# asking


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    where = tmp_path_factory.mktemp("told") / "told.db"
    with Record.open(where, FakeReader()) as record:
        for reading in told():
            record._store.put(reading)
        record.link()
        yield record


LISTS = ("entities", "people", "utterances", "copies", "occurrences", "histories", "disagreements")


@pytest.mark.parametrize("what", LISTS)
def test_every_list_starts_where_asked_and_is_counted(linked: Record, what: Any) -> None:
    every = list(getattr(linked, what)())
    assert linked.search.count_across(what) == len(every) > 0
    assert linked.search.count_across(what, start=1, limit=0) == len(every)
    for start in range(len(every) + 2):
        for limit in (0, 1, 2, None):
            page = list(getattr(linked, what)(start=start, limit=limit))
            assert page == every[start:][:limit]


@pytest.mark.parametrize("what", LISTS)
def test_a_question_is_counted_as_it_is_answered(linked: Record, what: Any) -> None:
    for question in ({"publisher": "Port Mail"}, {"since": "2031-05-07"}, {"publisher": "Nobody"}):
        if what == "disagreements" or "since" not in question or what == "copies":
            found = list(getattr(linked, what)(**question))
            assert linked.search.count_across(what, **question) == len(found)


def test_at_least_asks_for_so_many_accounts(linked: Record) -> None:
    for number in range(1, 5):
        found = [each for each in linked.people() if each.accounts >= number]
        assert list(linked.people(at_least=number)) == found
        assert linked.search.count_across("people", at_least=number) == len(found)


def test_each_object_is_found_by_its_id_and_by_its_entries(linked: Record) -> None:
    asked: Any = (
        (linked.utterances(), linked.utterance, "statement"),
        (linked.histories(), linked.history, "entry"),
        (linked.copies(), linked.copied, "article"),
        (linked.entities(), linked.entity, "entity"),
    )
    for values, by_id, entry in asked:
        for value in list(values):
            assert by_id(value.id) == value
            assert by_id(getattr(value.members[0], entry)) == value
    for line in list(linked.occurrences()):
        assert linked.occurrence(line.occurrence.id) == line.occurrence
        assert linked.occurrence(line.telling.event.id) == line.occurrence


def test_an_id_of_another_kind_is_refused_in_words(linked: Record) -> None:
    utterance = next(linked.utterances())
    with pytest.raises(EntryUnknown, match="not an event, but a statement, or an utterance"):
        linked.occurrence(utterance.id)


def test_what_one_article_alone_says_has_an_id_too(linked: Record) -> None:
    alone = next(each for each in linked.utterances(every=True) if len(each.members) == 1)
    assert linked.utterance(alone.id) == alone


def test_a_record_with_objects_made_otherwise_makes_them_anew(store: Store, tmp_path) -> None:
    put(store, told())
    gathering.gather(store)
    store.change(lambda ask: ask.exec_driver_sql("DELETE FROM migrations WHERE number IN (10, 11)"))
    with closing(Store.open(tmp_path / "onrecord.db")) as later:
        assert later.one(gathered.owed)
        before = kept(later)
        gathering.gather(later)
        assert kept(later) == before


def test_two_sentences_of_one_article_are_no_utterance_of_several(store: Store) -> None:
    put(store, iter([reading_of([("Ben Roe", "the rain"), ("Ann Doe", "the rain")], 1)]))
    accounts = Accounts(store, Question())
    (together,) = linking.together(store, "statement", 2)
    assert len(together.members) == 2
    assert list(accounts.utterances()) == []
    assert accounts.count("utterances") == 0
    assert [len(each.members) for each in accounts.utterances(every=True)] == [2]
    assert accounts.the("statement", together.id).accounts == 1


def test_a_person_judged_another_is_one_at_once(tmp_path) -> None:
    with Record.open(tmp_path / "told.db", FakeReader()) as record:
        for reading in told():
            record._store.put(reading)
        record.link()
        (mayor,) = record.people()
        one, other = mayor.members[0].entity, mayor.members[2].entity
        link = record.judge(one, other, "different", by="Jane Roe", why="her sister")
        assert record.search.count_across("people") == 2
        record.withdraw(link.id, by="Jane Roe", why="no, it is she")
        assert list(record.people()) == [mayor]


def test_a_record_of_0_3_0_is_gathered_when_first_asked(tmp_path) -> None:
    where = tmp_path / "old.db"
    with Record.open(where, FakeReader()) as record:
        for reading in told():
            record._store.put(reading)
        record.link()
        before = [list(getattr(record, what)()) for what in LISTS]
    as_it_was(where, OF_0_3_0, 3)
    with Record.open(where, FakeReader()) as record:
        assert kept(record._store) == []
        assert [list(getattr(record, what)()) for what in LISTS] == before
        assert record.gather() == 0


def test_a_record_of_0_3_0_is_gathered_at_the_end_of_the_next_link(tmp_path) -> None:
    where = tmp_path / "old.db"
    with Record.open(where, FakeReader()) as record:
        for reading in told():
            record._store.put(reading)
        record.link()
    as_it_was(where, OF_0_3_0, 3)
    with Record.open(where, FakeReader()) as record:
        record.link()
        assert kept(record._store)
        assert record.gather() == 0
