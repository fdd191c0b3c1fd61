import sqlite3

import pytest
from sqlalchemy import Column, Integer, Table, Text, inspect, select

from onrecord.errors import RecordUnavailable
from onrecord.model import Question
from onrecord.store import migrations, queries, schema, writer
from onrecord.store.migrations import MIGRATIONS, Migration, migrate
from onrecord.store.store import Store
from tests.fakes import example_reading


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
    """What the issue of events will do: a table, filled from the readings that are there."""
    store.put(example_reading())
    layout = schema.MetaData()
    schema.articles.to_metadata(layout)
    events = Table("events", layout, Column("id", Text), Column("article", Integer))

    def change(connection):
        migrations.create(connection, events)
        for number, reading in enumerate(queries.whole(connection, Question()), 1):
            connection.execute(events.insert(), {"id": reading.article.id, "article": number})
            writer.file_again(connection, number, reading)

    with store._connected(store._writes) as connection:
        migrate(connection, {**MIGRATIONS, 2: Migration("events", change)})
    assert tables(store)["events"] == {"id", "article"}
    assert len(list(store.statements(Question()))) == 2


def test_a_migration_that_fails_leaves_the_record_as_it_was(store):
    def change(connection):
        connection.exec_driver_sql("CREATE TABLE halfway (id TEXT)")
        raise RuntimeError("no")

    before = tables(store)
    with pytest.raises(RuntimeError), store._connected(store._writes) as connection:
        migrate(connection, {**MIGRATIONS, 2: Migration("fails", change)})
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
