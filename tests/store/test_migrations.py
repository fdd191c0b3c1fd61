import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from sqlalchemy import Column, Integer, Table, Text, inspect, select

from onrecord.errors import RecordUnavailable
from onrecord.model import Question
from onrecord.record import Record
from onrecord.store import correction_schema, link_schema, migrations, queries, schema, writer
from onrecord.store.migrations import MIGRATIONS, Migration, migrate
from onrecord.store.store import Store
from tests.cli.linked import told
from tests.dam import dam
from tests.fakes import FakeReader, example_reading


def tables(store):
    with store._connected(store._reads) as connection:
        found = inspect(connection)
        return {
            name: {c["name"] for c in found.get_columns(name)} for name in found.get_table_names()
        }


def test_migrations_make_the_tables_of_the_schema(store):
    made = tables(store)
    for table in schema.metadata.sorted_tables:
        assert made[table.name] == {column.name for column in table.columns}


def test_migrations_are_numbered_without_a_gap():
    assert list(MIGRATIONS) == list(range(1, len(MIGRATIONS) + 1))


def test_a_migration_runs_once_and_is_remembered(store):
    ran = []
    known = {**MIGRATIONS, 99: Migration("count", lambda connection: ran.append(connection))}
    for _ in range(2):
        with store._connected(store._writes) as connection:
            migrate(connection, known)
    assert len(ran) == 1
    with store._connected(store._reads) as connection:
        rows = connection.execute(select(migrations.applied)).all()
    assert [row.number for row in rows] == [*MIGRATIONS, 99]


def test_a_later_kind_of_entry_is_a_table_and_a_migration(store):
    """A table that a later onrecord adds, filled from the readings that are there."""
    store.put(example_reading())
    layout = schema.MetaData()
    schema.articles.to_metadata(layout)
    topics = Table("topics", layout, Column("id", Text), Column("article", Integer))

    def change(connection):
        migrations.create(connection, topics)
        for number, reading in enumerate(queries.whole(connection, Question()), 1):
            connection.execute(topics.insert(), {"id": reading.article.id, "article": number})
            writer.file_again(connection, number, reading)

    with store._connected(store._writes) as connection:
        migrate(connection, {**MIGRATIONS, 99: Migration("topics", change)})
    assert tables(store)["topics"] == {"id", "article"}
    assert len(list(store.statements(Question()))) == 2


def test_a_migration_that_fails_leaves_the_record_as_it_was(store):
    def change(connection):
        connection.exec_driver_sql("CREATE TABLE halfway (id TEXT)")
        raise RuntimeError("no")

    before = tables(store)
    with pytest.raises(RuntimeError), store._connected(store._writes) as connection:
        migrate(connection, {**MIGRATIONS, 99: Migration("fails", change)})
    assert tables(store) == before


def test_a_record_of_a_newer_onrecord_is_left_alone(store, where):
    row = {"number": 99, "title": "from the future", "applied_at": "2099-01-01"}
    with store._connected(store._writes) as connection:
        connection.execute(migrations.applied.insert(), row)
    with pytest.raises(RecordUnavailable, match=r"written by a newer onrecord .* update onrecord"):
        Store.open(where)


def test_a_database_that_is_no_record_is_left_alone(where):
    with sqlite3.connect(where) as other:
        other.execute("CREATE TABLE recipes (title TEXT)")
    other.close()
    with pytest.raises(RecordUnavailable, match="not a record"):
        Store.open(where)
    with sqlite3.connect(where) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]
    other.close()


OF_0_1_0 = {
    "articles", "readings", "entities", "statements", "contents", "relays", "failures",
    "migrations",
}  # fmt: skip
OF_0_3_0 = OF_0_1_0 | {"events", "event_parties", "figures"} | {t.name for t in link_schema.TABLES}
SEARCHED = ("readings", "statements", "events", "figures")


def of_0_1_0(where, *readings):
    """A record as onrecord 0.1.0 left it: no tables of events and figures."""
    return as_it_was(where, OF_0_1_0, 1, *readings)


def as_it_was(where, names, number, *readings):
    """A record with no other tables than those that an earlier onrecord had."""
    store = Store.open(where)
    for reading in readings:
        store.put(reading)
    store.close()
    text = {f"{name}_text" for name in SEARCHED if name in names}
    kept = names | {
        f"{name}_{when}" for name in SEARCHED if name in names for when in ("put", "gone", "new")
    }
    with sqlite3.connect(where) as old:
        for kind in ("trigger", "view", "table"):
            asked = "SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite%'"
            for (name,) in old.execute(asked, (kind,)).fetchall():
                if name not in kept and not any(name.startswith(each) for each in text):
                    old.execute(f"DROP {kind} IF EXISTS {name}")
        old.execute("DELETE FROM migrations WHERE number > ?", (number,))
    old.close()
    return where


def test_a_record_of_0_1_0_gets_its_tables_when_opened_and_loses_nothing(where):
    old = replace(example_reading("0.1.0+abc"), events=(), figures=())
    with closing(Store.open(of_0_1_0(where, old))) as store:
        assert list(store.readings(Question())) == [old]
        assert [s.statement for s in store.statements(Question())] == list(old.statements)
        assert list(store.events(Question())) == list(store.figures(Question())) == []
        assert _numbers(store) == list(MIGRATIONS)
        made = tables(store)
    for table in schema.metadata.sorted_tables:
        assert made[table.name] == {column.name for column in table.columns}


def test_events_and_figures_that_lines_hold_already_are_filed(where):
    kept = [example_reading("0.1.0+abc"), dam(), replace(dam(), article=other(), figures=())]
    with closing(Store.open(of_0_1_0(where, *kept))) as store:
        events = [e for reading in kept for e in reading.events]
        assert [h.event for h in store.events(Question())] == events
        assert [c.figure for c in store.figures(Question())] == list(dam().figures)
        assert len(list(store.events(Question(text="artillery")))) == 2
        assert list(store.readings(Question())) == kept


def test_reread_brings_a_record_of_0_1_0_up_to_date_and_loses_nothing(where):
    """The articles of an earlier reader, whose readings have no events: one command."""
    old = replace(dam("0.1.0+abc"), events=(), figures=())
    of_0_1_0(where, old, example_reading("0.1.0+abc"))
    with Record.open(where, Later()) as record:
        before = [s.statement.id for s in record.statements()]
        added = [row[:3] for row in dates_of(where)]
        assert len(record.reread().added) == 2
        assert [c.reader for c in record.articles()] == ["0.2.0+abc"] * 2
        assert [h.event for h in record.events()] == list(dam().events)
        assert [c.figure for c in record.figures()] == list(dam().figures)
        assert [s.statement.id for s in record.statements()] == before
        assert [row[:3] for row in dates_of(where)] == added
        assert record.reread().added == ()


class Later(FakeReader):
    """The next reader, which sees events and figures."""

    def __init__(self):
        super().__init__("0.2.0+abc")

    def read(self, article):
        known = {r.article.id: r for r in (dam(self.name), example_reading(self.name))}
        return known[article.id]


def dates_of(where):
    with closing(sqlite3.connect(where)) as record:
        return record.execute("SELECT number, id, added_at FROM articles").fetchall()


def other():
    return replace(dam().article, id="art_other")


def _numbers(store):
    with store._connected(store._reads) as connection:
        return connection.scalars(select(migrations.applied.c.number)).all()


def test_a_record_of_0_3_0_can_be_corrected_once_it_is_opened(where):
    as_it_was(where, OF_0_3_0, 3, dam())
    with closing(sqlite3.connect(where)) as old:
        for name in ("as_read", "corrections"):
            old.execute(f"ALTER TABLE readings DROP COLUMN {name}")
    with Record.open(where) as record:
        made = record.review.correct(
            dam().statements[1].id, "reject", by="Ada", why="not a statement"
        )
        assert len(list(record.statements())) == len(dam().statements) - 1
        record.review.undo(made.id, by="Ada", why="it is one")
        assert list(record.readings()) == [dam()]
        made = tables(record._store)
    for table in (schema.readings, correction_schema.corrections):
        assert made[table.name] == {column.name for column in table.columns}


def test_a_record_of_0_4_0_knows_what_people_are_once_it_is_opened(where):
    with Record.open(where, FakeReader()) as record:
        for reading in told():
            record._store.put(reading)
        record.link()
        before = list(record.search.directory())
    with closing(sqlite3.connect(where)) as old, old:
        old.execute("ALTER TABLE objects DROP COLUMN role")
        old.execute("DELETE FROM migrations WHERE number = 11")
    with Record.open(where, FakeReader()) as record:
        assert list(record.search.directory()) == before
    assert [each.role for each in before if each.name == "Jana Orlova"] == ["mayor of Port Alba"]
