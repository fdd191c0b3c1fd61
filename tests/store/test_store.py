import os
import sqlite3
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings

from onrecord import exchange
from onrecord.errors import EntryUnknown, RecordUnavailable
from onrecord.model import Card, Failure, Passage, Question, Reading, When
from onrecord.store import contexts, migrations
from onrecord.store.store import Store
from tests.fakes import FakeReader, article_of, example_reading, statement_of
from tests.readings import readings

ANY = Question()


def rows(store):
    """Everything in every table, to see whether anything changed at all."""
    with store._connected(store._reads) as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()
            for name in names.scalars().all()
        }


def later(monkeypatch):
    monkeypatch.setattr("onrecord.store.writer.now", lambda: "2099-01-01T00:00:00+00:00")


def test_what_was_put_comes_back_whole(store):
    reading = example_reading()
    assert store.put(reading)
    assert list(store.readings(ANY)) == [reading]
    spoken = list(store.statements(ANY))
    assert tuple(s.statement for s in spoken) == reading.statements
    assert tuple(v.entity for v in store.entities(ANY)) == reading.entities
    (card,) = store.articles(ANY)
    assert spoken[0].article == card
    assert card == Card(
        id=reading.article.id,
        input=reading.article.input,
        url=None,
        publisher="Alba Herald",
        title="Bridge to reopen",
        authors=(),
        agencies=(),
        published=When("2023-11-06", "calendar"),
        reader="fake/1",
        statements=2,
    )


@given(reading=readings())
@settings(max_examples=25)
def test_any_reading_can_be_put_and_comes_back(tmp_path_factory, reading):
    opened = Store.open(tmp_path_factory.mktemp("record") / "onrecord.db")
    try:
        assert opened.put(reading)
        assert not opened.put(reading)
        assert opened.reading(reading.article.id) == reading
        said = [spoken.statement for spoken in opened.statements(ANY)]
        assert sorted(map(repr, said)) == sorted(map(repr, reading.statements))
        for spoken in opened.statements(ANY):
            around = spoken.context
            assert reading.article.text[around.start : around.end] == around.text
        assert [v.entity for v in opened.entities(ANY)] == list(reading.entities)
        assert opened.replace(replace(reading, reader="other", statements=()))
        assert list(opened.statements(ANY)) == []
    finally:
        opened.close()


def test_putting_the_same_article_twice_changes_nothing(store, monkeypatch):
    store.put(example_reading())
    before = rows(store)
    later(monkeypatch)
    assert not store.put(example_reading())
    assert not store.put(example_reading("fake/2"))
    assert rows(store) == before


def test_statements_come_in_the_order_of_articles_and_of_their_text(store):
    reading = example_reading()
    backwards = replace(reading, statements=reading.statements[::-1])
    store.put(FakeReader().read(article_of("Ann: zero")))
    store.put(backwards)
    store.put(FakeReader().read(article_of("Ann: one\nBen: two")))
    said = [spoken.statement.content[0].text for spoken in store.statements(ANY)]
    assert said == ["zero", "The bridge is safe,", "repairs will end in May", "one", "two"]


def test_a_replaced_reading_keeps_its_place_and_the_time_it_was_added(store, monkeypatch):
    first = FakeReader().read(article_of("Ann: one"))
    store.put(first)
    store.put(FakeReader().read(article_of("Ben: two")))
    added_at = rows(store)["articles"][0].added_at
    later(monkeypatch)
    assert store.replace(replace(first, reader="fake/2"))
    row = rows(store)["articles"][0]
    assert (row.added_at, row.read_at) == (added_at, "2099-01-01T00:00:00+00:00")
    assert [card.reader for card in store.articles(ANY)] == ["fake/2", "fake/1"]
    assert [spoken.statement.who for spoken in store.statements(ANY)] == ["Ann", "Ben"]
    assert len(rows(store)["contents"]) == 2


def test_a_reading_of_an_unknown_article_replaces_nothing(store):
    assert not store.replace(example_reading())
    assert list(store.articles(ANY)) == []


def test_a_reading_that_cannot_be_written_leaves_no_trace(store):
    before = rows(store)
    with pytest.raises(ValueError, match="UTF-16"):
        store.put(example_reading(title="\ud83c\udf0d"))
    assert rows(store) == before


def test_articles_another_reader_read_come_in_pages(store):
    for number in range(5):
        reader = FakeReader("new" if number == 2 else "old")
        store.put(reader.read(article_of(f"Ann: {number}")))
    first = store.read_otherwise("new", limit=3)
    second = store.read_otherwise("new", after=first[-1].number, limit=3)
    assert [a.article.text for a in first + second] == [f"Ann: {n}" for n in (0, 1, 3, 4)]


def test_a_failure_is_kept_until_its_source_succeeds(store, monkeypatch):
    store.note(Failure("a.txt", "ingest", "empty"))
    before = rows(store)
    later(monkeypatch)
    store.note(Failure("a.txt", "ingest", "empty"))
    assert rows(store) == before
    store.note(Failure("a.txt", "reader", "ValueError\x00"))
    store.note(Failure("b\ud800.txt", "ingest", "binary"))
    kept = list(store.failures())
    assert [(f.stage, f.reason) for f in kept] == [
        ("reader", "ValueError\ufffd"),
        ("ingest", "binary"),
    ]
    store.put(FakeReader().read(article_of("Ann: one", input="a.txt")))
    store.forgive("b\ud800.txt")
    assert list(store.failures()) == []


def test_a_reading_is_found_by_any_id_in_it_or_its_beginning(store):
    one, two = example_reading(), FakeReader().read(article_of("Ann: one"))
    store.put(one)
    store.put(two)
    for entry in (one.article, *one.entities, *one.statements):
        assert store.reading(entry.id) == one
        assert store.reading(entry.id[:12]) == one
    assert store.reading(two.statements[0].id) == two


def test_an_id_that_is_the_beginning_of_another_is_found(store):
    short, long = example_reading(), FakeReader().read(article_of("Ann: one"))
    store.put(replace(short, article=replace(short.article, id="art_1")))
    store.put(replace(long, article=replace(long.article, id="art_12")))
    assert store.reading("art_1").article.id == "art_1"
    assert store.reading("art_12").article.id == "art_12"


@pytest.mark.parametrize("id", ["art_none", "", "%", "_", "art\x00", "\ud800"])
def test_an_unknown_id_is_an_error(store, id):
    with pytest.raises(EntryUnknown):
        store.reading(id)


def test_an_ambiguous_id_is_an_error(store):
    for words in ("one", "two"):
        store.put(FakeReader().read(article_of(f"Ann: {words}")))
    with pytest.raises(EntryUnknown, match="several"):
        store.reading("art_")


def test_an_entity_id_shared_by_two_articles_names_neither(store):
    for words in ("one", "two"):
        reading = FakeReader().read(article_of(f"Ann: {words}"))
        store.put(replace(reading, entities=(replace(reading.entities[0], id="ent_1"),)))
    with pytest.raises(EntryUnknown, match="several"):
        store.reading("ent_1")


def test_a_list_being_read_sees_the_record_as_it_was_when_it_began(store):
    store.put(FakeReader().read(article_of("Ann: one")))
    listed = store.statements(ANY)
    assert next(listed).statement.who == "Ann"
    store.put(FakeReader().read(article_of("Ben: two")))
    assert list(listed) == []
    assert len(list(store.statements(ANY))) == 2


def test_many_lists_can_be_read_at_once(store):
    for words in ("one", "two"):
        store.put(FakeReader().read(article_of(f"Ann: {words}")))
    lists = [store.statements(ANY) for _ in range(40)]
    assert [len({next(each).article.id for each in lists}) for _ in range(2)] == [1, 1]
    for each in lists:
        each.close()


def test_the_record_is_in_write_ahead_mode_with_foreign_keys(store):
    with store._connected(store._reads) as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_a_writer_locked_out_by_another_says_so(store, where):
    other = sqlite3.connect(where, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        assert list(store.articles(ANY)) == []
        with pytest.raises(RecordUnavailable, match="another process is writing"):
            store.put(example_reading())
    finally:
        other.close()
    assert store.put(example_reading())


def test_what_is_no_database_is_refused_and_left_alone(where):
    where.write_text("Dear diary, " * 200)
    with pytest.raises(RecordUnavailable, match="the file is no record"):
        Store.open(where)
    assert where.read_text().startswith("Dear diary")


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(RecordUnavailable, match="its folder is missing"):
        Store.open(tmp_path / "nowhere" / "onrecord.db")
    with pytest.raises(RecordUnavailable, match="it is a folder"):
        Store.open(tmp_path)


def test_without_create_a_missing_record_stays_missing(where):
    with pytest.raises(RecordUnavailable, match="there is no record at"):
        Store.open(where, create=False)
    assert not where.exists()


def test_an_sqlite_address_is_a_path_and_others_are_for_later(where):
    Store.open(f"sqlite:///{where}").close()
    assert where.exists()
    for address in ("postgresql://localhost/news", "sqlite://", "://"):
        with pytest.raises(RecordUnavailable):
            Store.open(address)


def test_a_record_is_still_readable_after_it_was_closed_and_opened(where):
    for _ in range(2):
        opened = Store.open(where)
        opened.put(example_reading())
        assert list(opened.readings(ANY)) == [example_reading()]
        opened.close()


def test_several_processes_can_make_one_record_at_once(where):
    """Each opens the same new file and adds an article; all are there afterwards."""
    script = (
        "import sys; from onrecord.store.store import Store; from tests.fakes import *\n"
        "sys.stdin.readline(); store = Store.open(sys.argv[1])\n"
        "store.put(FakeReader().read(article_of('Ann: ' + sys.argv[2]))); store.close()"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(where), str(number)],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        for number in range(3)
    ]
    for process in running:
        process.stdin.write("go\n")
        process.stdin.flush()
    assert [(process.communicate()[1], process.returncode) for process in running] == [("", 0)] * 3
    opened = Store.open(where)
    assert len(list(opened.articles(ANY))) == 3
    assert max(row.number for row in rows(opened)["migrations"]) == max(migrations.MIGRATIONS)
    opened.close()


def test_the_context_is_the_lines_around_a_statement():
    article = article_of("A title\n\nOn Monday, Ann said the bridge is safe. Ben left.\nThe end.")
    around = contexts.of_statement(article.text, statement_of(article, "Ann", "the bridge is safe"))
    assert around.text == "On Monday, Ann said the bridge is safe. Ben left."


def test_a_long_line_is_cut_between_words():
    words = " ".join(f"word{n}" for n in range(200))
    article = article_of(f"{words} Ann said the bridge is safe {words}")
    around = contexts.of_statement(article.text, statement_of(article, "Ann", "the bridge is safe"))
    assert len(around.text) < 400
    assert {word[:4] for word in around.text.split()} == {
        "word",
        *["Ann", "said", "the", "brid", "is", "safe"],
    }
    assert around.text.split()[0][4:].isdigit()
    assert article.text[around.start - 1] == article.text[around.end] == " "


def test_the_context_of_a_statement_without_words_is_the_first_line():
    article = article_of("A title\nMore.")
    nothing = replace(statement_of(article, "Ann", "More."), source=None, cue=None, content=())
    assert contexts.of_statement(article.text, nothing) == Passage(0, 7, "A title")


def test_the_stored_line_is_the_readings_line(store):
    store.put(example_reading())
    (row,) = rows(store)["readings"]
    assert exchange.parsed(row.line) == example_reading()
    assert isinstance(exchange.parsed(row.line), Reading)
