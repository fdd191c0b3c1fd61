"""How an older record becomes one of today.

A migration is a numbered function that changes the tables; the table ``migrations`` remembers which
ones a record has had. All that are missing run in one transaction when a record is opened. A record
that has had one this onrecord does not know was written by a newer onrecord, and is left alone.

To add a kind of entry: its table in ``schema``, and here ``@migration(n, "…")`` with
``create(connection, table)``. To change a table of entries: drop it, create it anew and fill it
with ``writer.file_again`` from the stored readings.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    MetaData,
    Table,
    Text,
    bindparam,
    func,
    inspect,
    or_,
    select,
    update,
)

from onrecord import exchange
from onrecord.errors import RecordUnavailable
from onrecord.standing import told_by
from onrecord.store import (
    correction_schema,
    dossier_schema,
    gathered_schema,
    link_schema,
    revised,
    schema,
    sqlite,
    views,
    writer,
)
from onrecord.store.clock import now

Change = Callable[[Connection], None]


class Migration(NamedTuple):
    title: str
    change: Change


applied = Table(
    "migrations",
    MetaData(),
    Column("number", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("applied_at", Text, nullable=False),
)

_migrations: dict[int, Migration] = {}
MIGRATIONS: Mapping[int, Migration] = MappingProxyType(_migrations)


def migration(number: int, title: str) -> Callable[[Change], Change]:
    """Enter a function as the migration of that number."""

    def enter(change: Change) -> Change:
        _migrations[number] = Migration(title, change)
        return change

    return enter


def create(connection: Connection, *tables: Table) -> None:
    for table in tables:
        table.create(connection)


def add_column(connection: Connection, column: Column[Any]) -> None:
    """Add a column that an older record does not have yet; one made just now has it."""
    table = column.table.name
    if column.name not in {known["name"] for known in inspect(connection).get_columns(table)}:
        kind = column.type.compile(connection.dialect)
        connection.exec_driver_sql(f'ALTER TABLE {table} ADD COLUMN "{column.name}" {kind}')


@migration(1, "articles, readings, entities, statements, failures, full text")
def _first(connection: Connection) -> None:
    create(connection, schema.articles, schema.readings, schema.entities, schema.statements)
    create(connection, schema.contents, schema.relays, schema.failures)
    sqlite.index_words(connection, schema.readings, schema.statements)


@migration(2, "events, their parties, figures")
def _events_and_figures(connection: Connection) -> None:
    """A record of 0.1.0 gets the tables, filled from the readings it keeps."""
    create(connection, schema.events, schema.event_parties, schema.figures)
    sqlite.index_words(connection, schema.events, schema.figures)
    kept = schema.readings.c
    filled = or_(~kept.line.contains('"events":[]'), ~kept.line.contains('"figures":[]'))
    chosen = select(kept.article, kept.line).where(filled)
    for number, line in connection.execute(chosen, execution_options={"yield_per": 100}):
        writer.file_happenings(connection, number, exchange.parsed(line))


@migration(3, "links between articles, and what the linker keeps to make them")
def _links(connection: Connection) -> None:
    create(connection, *link_schema.TABLES)


@migration(4, "what links make of entries, kept ready, and what of it is to be made anew")
def _objects(connection: Connection) -> None:
    """In a record of 0.3.0 all is made at the end of the next run of ``link``, or when first
    asked for.
    """
    create(connection, *gathered_schema.TABLES)
    gathered_schema.watch(connection)


@migration(5, "what people corrected, and readings as they were read before")
def _corrections(connection: Connection) -> None:
    create(connection, correction_schema.corrections)
    add_column(connection, schema.readings.c.as_read)
    add_column(connection, schema.readings.c.corrections)
    for index in link_schema.links.indexes:
        index.create(connection, checkfirst=True)


@migration(6, "dossiers and their lines")
def _dossiers(connection: Connection) -> None:
    create(connection, *dossier_schema.TABLES)


@migration(7, "what statements mean")
def _meaning(connection: Connection) -> None:
    """The vectors come from the readings that are kept."""
    add_column(connection, schema.statements.c.vector)
    for index in schema.statements.indexes:
        index.create(connection, checkfirst=True)
    kept = schema.readings.c
    chosen = select(kept.article, kept.line).where(kept.line.contains('"vector":"'))
    for number, line in connection.execute(chosen, execution_options={"yield_per": 100}):
        writer.file_vectors(connection, number, exchange.parsed(line))


@migration(8, "views with readable names")
def _views(connection: Connection) -> None:
    views.create(connection)


@migration(9, "which rows changed since when")
def _touched(connection: Connection) -> None:
    create(connection, schema.touched)
    keys = {schema.articles: "number", **dict.fromkeys(schema.ENTRIES, "article")}
    sqlite.note_changes(connection, schema.touched, keys)


@migration(10, "pieces of one quotation are one; what one article alone tells is known apart")
def _pieces(connection: Connection) -> None:
    """Wordings, and where they and figures differ, are made anew."""
    gathered_schema.name_all(connection)


@migration(11, "what a person is, as far as articles say, kept ready")
def _roles(connection: Connection) -> None:
    """The role that holds is chosen from those that the objects have."""
    objects = gathered_schema.objects
    add_column(connection, objects.c.role)
    people = objects.c.kind == "entity", objects.c.type == "person"
    chosen = select(objects.c.cluster, objects.c.line).where(*people)
    found = connection.execute(chosen).all()
    told = ((row.cluster, json.dumps(told_by(json.loads(row.line)))) for row in found)
    rows = [{"number": cluster, "held": role} for cluster, role in told]
    own = objects.c.kind == "entity", objects.c.cluster == bindparam("number")
    if rows:
        connection.execute(update(objects).where(*own).values(role=bindparam("held")), rows)


@migration(12, "how often links, clusters and corrections changed; what is left to who gathers")
def _revised(connection: Connection) -> None:
    create(connection, revised.changes)
    revised.watch(connection)
    add_column(connection, link_schema.stale.c.owed)
    for index in link_schema.stale.indexes:
        index.create(connection, checkfirst=True)


@migration(13, "how many articles name somebody, each once")
def _articles(connection: Connection) -> None:
    """One article may name somebody as two entities."""
    objects, forms = gathered_schema.objects, link_schema.forms
    named = link_schema.members.join(forms, forms.c.number == link_schema.members.c.form)
    here = forms.c.kind == objects.c.kind, forms.c.cluster == objects.c.cluster
    counted = select(func.count(link_schema.members.c.article.distinct())).select_from(named)
    number = counted.where(*here).correlate(objects).scalar_subquery()
    connection.execute(update(objects).where(objects.c.kind == "entity").values(size=number))


def is_current(connection: Connection, known: Mapping[int, Migration] = MIGRATIONS) -> bool:
    """Whether the record has had every migration; RecordUnavailable if it is none, or newer."""
    tables = inspect(connection).get_table_names()
    if applied.name not in tables:
        if tables:
            raise RecordUnavailable("it is a database, but not a record; name another file")
        return False
    had = set(connection.scalars(select(applied.c.number)))
    newest = max(had, default=0)
    if newest > max(known):
        raise RecordUnavailable(
            f"it was written by a newer onrecord (its tables are at {newest}, this onrecord knows"
            f" {max(known)}); update onrecord"
        )
    return had >= known.keys()


def migrate(connection: Connection, known: Mapping[int, Migration] = MIGRATIONS) -> None:
    """Run the migrations the record has not had, in order, in the transaction of the connection."""
    if is_current(connection, known):
        return
    applied.create(connection, checkfirst=True)
    had = set(connection.scalars(select(applied.c.number)))
    for number in sorted(known.keys() - had):
        known[number].change(connection)
        row = {"number": number, "title": known[number].title, "applied_at": now()}
        connection.execute(applied.insert(), row)
