"""Readings into rows.

One reading becomes one row in ``articles``, its line in ``readings``, and one row for each entry in
the tables that questions are asked of. Each function runs inside the caller's transaction, so that
an article is on the record whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from onrecord import exchange
from onrecord.model import Failure, Reading
from onrecord.store import corrections, forgetting, refound, rows, schema
from onrecord.store.clock import now
from onrecord.store.corrected import corrected
from onrecord.store.rows import Row
from onrecord.store.words import clean


class Stood(NamedTuple):
    """A reading as it stands now, and whether it stood otherwise before."""

    reading: Reading
    changed: bool


def put(connection: Connection, reading: Reading) -> bool:
    """Put a new article on the record; False, and nothing changed, if it is there already."""
    forgive(connection, reading.article.input)
    if number_of(connection, reading.article.id) is not None:
        return False
    articles, readings = schema.articles, schema.readings
    line = exchange.line(reading)
    time = now()
    row = {**rows.article(reading), "added_at": time, "read_at": time}
    number = connection.scalars(insert(articles).returning(articles.c.number), row).one()
    words = clean(rows.searchable(reading.article))
    connection.execute(insert(readings), {"article": number, "words": words, "line": line})
    _file(connection, number, reading)
    return True


def replace(connection: Connection, reading: Reading) -> bool:
    """Put a new reading in the place of the one its article has; False if it has none. What people
    corrected stands, as far as the entries are still there, and so do lines of dossiers.
    """
    number, line = number_of(connection, reading.article.id), exchange.line(reading)
    if number is None:
        return False
    forgetting.forget(connection, number)
    refile(connection, number, stand(connection, number, reading, line).reading)
    refound.find_again(connection, reading)
    articles = schema.articles
    connection.execute(update(articles).where(articles.c.number == number).values(read_at=now()))
    forgive(connection, reading.article.input)
    return True


def stand(connection: Connection, number: int, as_read: Reading, line: str) -> Stood:
    """Keep the reading of an article as it stands: as the reader read it, which comes with its
    line, and as people corrected that. Its entries are still to be filed.
    """
    standing = corrected(as_read, corrections.of_article(connection, number))
    corrections.find(connection, standing.found)
    is_own = standing.reading is as_read
    kept = {
        "line": line if is_own else exchange.line(standing.reading),
        "as_read": None if is_own else line,
        "corrections": corrections.marks(corrections.of_article(connection, number)),
    }
    table = schema.readings
    before = connection.scalar(select(table.c.line).where(table.c.article == number))
    changed = kept["line"] != before
    if not changed:
        del kept["line"]  # what depends on it is not to be made anew
    connection.execute(update(table).where(table.c.article == number), kept)
    return Stood(standing.reading, changed)


def refile(connection: Connection, number: int, reading: Reading) -> None:
    """Bring all that is asked of an article in step with its reading."""
    articles = schema.articles
    row = rows.article(reading)
    connection.execute(update(articles).where(articles.c.number == number), row)
    file_again(connection, number, reading)


def file_again(connection: Connection, number: int, reading: Reading) -> None:
    """Write the entries of one article anew."""
    for table in schema.ENTRIES:
        connection.execute(delete(table).where(table.c.article == number))
    _file(connection, number, reading)


def note(connection: Connection, failure: Failure) -> None:
    """Remember what failed; a failure known already keeps its time."""
    failures = schema.failures
    row = {k: clean(getattr(failure, k)) for k in ("source", "stage", "reason")}
    known = connection.execute(select(failures).filter_by(source=row["source"])).first()
    if known and (known.stage, known.reason) == (row["stage"], row["reason"]):
        return
    forgive(connection, failure.source)
    connection.execute(insert(failures), {**row, "failed_at": now()})


def has_failed(connection: Connection, source: str) -> bool:
    """Whether the last try of a source failed."""
    failures = schema.failures
    chosen = select(failures.c.source).filter_by(source=clean(source))
    return connection.scalar(chosen) is not None


def forgive(connection: Connection, source: str) -> None:
    """Forget the failure of a source that succeeds now."""
    connection.execute(delete(schema.failures).filter_by(source=clean(source)))


def number_of(connection: Connection, article: str) -> int | None:
    """The number of an article by its whole id, if it is on the record."""
    return connection.scalar(select(schema.articles.c.number).filter_by(id=clean(article)))


def _file(connection: Connection, number: int, reading: Reading) -> None:
    """Write the entries of one article, all rows of a table at once."""
    _insert(connection, schema.entities, rows.entities(number, reading))
    _insert(connection, schema.statements, rows.statements(number, reading))
    owners = _numbers(connection, schema.statements, number)
    each = [(owners[i], statement) for i, statement in enumerate(reading.statements)]
    _insert(connection, schema.contents, chain.from_iterable(rows.contents(n, s) for n, s in each))
    _insert(connection, schema.relays, chain.from_iterable(rows.relays(n, s) for n, s in each))
    file_happenings(connection, number, reading)


def file_happenings(connection: Connection, number: int, reading: Reading) -> None:
    """Write the events and figures of one article, which has none on the record yet."""
    _insert(connection, schema.events, rows.events(number, reading))
    _insert(connection, schema.figures, rows.figures(number, reading))
    owners = _numbers(connection, schema.events, number)
    _insert(connection, schema.event_parties, rows.parties(owners, reading))


def file_vectors(connection: Connection, number: int, reading: Reading) -> None:
    """Write what the statements of one article mean, which are on the record without it."""
    table = schema.statements
    places = table.c.article == number, table.c.position == bindparam("place")
    known = ((place, rows.vector(each)) for place, each in enumerate(reading.statements))
    if found := [{"place": place, "bytes": vector} for place, vector in known if vector]:
        change = update(table).where(*places).values(vector=bindparam("bytes"))
        connection.execute(change, found)


def _numbers(connection: Connection, table: Table, article: int) -> dict[int, int]:
    """The number of each entry of one article, by its position."""
    chosen = select(table.c.position, table.c.number).where(table.c.article == article)
    return {row.position: row.number for row in connection.execute(chosen)}


def _insert(connection: Connection, table: Table, new: Iterable[Row]) -> None:
    if listed := list(new):
        connection.execute(insert(table), listed)
