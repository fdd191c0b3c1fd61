"""class Store: the record as it is kept, opened and closed.

Values go in and come out; SQLAlchemy stays behind this door. Whatever the database cannot do
becomes a ``RecordUnavailable`` that says what happened to which file. SQLAlchemy Core rather than
the standard library's ``sqlite3``, because the record is to live in PostgreSQL too; rather than its
ORM, because values are frozen.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError, ProgrammingError

from onrecord.across import LINKER, Link, Linkable, Together
from onrecord.errors import RecordUnavailable
from onrecord.model import Card, Counted, Failure, Happened, Question, Reading, Spoken, Voice
from onrecord.store import (
    judging,
    migrations,
    naming,
    queries,
    shelf,
    sqlite,
    writer,
)
from onrecord.store.dossiers import Dossiers
from onrecord.store.finding import Finding
from onrecord.store.kept import Kept
from onrecord.store.shelf import Shelf
from onrecord.store.together import Clusters, holding
from onrecord.store.words import clean

T = TypeVar("T")

PATIENCE = 10.0  # seconds a writer waits for another to finish one article


class Store:
    """A record in one SQLite file. Reads do not wait for writes, nor writes for reads."""

    def __init__(self, engine: Engine, where: str) -> None:
        self._reads, self._writes = engine, engine.execution_options(writes=True)
        self.where = where
        self.gather_by: Callable[[], object] | None = None  # nobody: whoever changes links gathers
        self.finding = Finding(lambda: self._connected(self._reads), engine)

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True, patience: float = PATIENCE) -> Store:
        """Open the record and bring it up to date; make it if there is none and ``create``."""
        path = _path(where)
        if not create and not path.exists():
            raise RecordUnavailable(f"there is no record at {path}; adding articles makes one")
        store = cls(sqlite.engine(str(path), patience), str(path))
        try:
            store._bring_up_to_date()
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        self.finding.close()
        self._reads.dispose()

    def is_made_of(self, file: str) -> bool:
        """Whether a file is the record itself, or one that SQLite keeps beside it."""
        own = (self.where + ending for ending in ("", "-wal", "-shm", "-journal"))
        return os.path.realpath(clean(file)) in map(os.path.realpath, own)

    def has(self, article: str) -> bool:
        """Whether the article with that id is on the record."""
        with self._connected(self._reads) as connection:
            return writer.number_of(connection, article) is not None

    def put(self, reading: Reading) -> bool:
        """Put a new article on the record, whole or not at all; False if it was there already."""
        with self._connected(self._writes) as connection:
            return writer.put(connection, reading)

    def replace(self, reading: Reading) -> bool:
        """Put a new reading in the place of the one its article has; False if there is none."""
        with self._connected(self._writes) as connection:
            return writer.replace(connection, reading)

    def note(self, failure: Failure) -> None:
        """Remember a failure until its source succeeds."""
        with self._connected(self._writes) as connection:
            writer.note(connection, failure)

    def forgive(self, source: str) -> None:
        """Forget the failure of a source that succeeds now."""
        with self._connected(self._reads) as connection:
            known = writer.has_failed(connection, source)
        if known:
            with self._connected(self._writes) as connection:
                writer.forgive(connection, source)

    def statements(self, question: Question) -> Iterator[Spoken]:
        return self._streamed(lambda connection: queries.spoken(connection, question))

    def events(self, question: Question) -> Iterator[Happened]:
        return self._streamed(lambda connection: queries.happened(connection, question))

    def timeline(self, question: Question) -> Iterator[Happened]:
        return self._streamed(lambda connection: queries.timeline(connection, question))

    def figures(self, question: Question) -> Iterator[Counted]:
        return self._streamed(lambda connection: queries.counted(connection, question))

    def undated(self, question: Question, listed: queries.Dated) -> int:
        """How many events or figures a question leaves out because they have no date."""
        with self._connected(self._reads) as connection:
            return queries.undated(connection, question, listed)

    def entities(self, question: Question) -> Iterator[Voice]:
        return self._streamed(lambda connection: queries.voices(connection, question))

    def articles(self, question: Question) -> Iterator[Card]:
        return self._streamed(lambda connection: queries.cards(connection, question))

    def readings(self, question: Question) -> Iterator[Reading]:
        return self._streamed(lambda connection: queries.whole(connection, question))

    def failures(self) -> Iterator[Failure]:
        return self._streamed(queries.failed)

    def reading(self, id: str) -> Reading:
        """The reading with that id, or with an entry of that id; raises EntryUnknown."""
        with self._connected(self._reads) as connection:
            return queries.reading(connection, id)

    def read_otherwise(
        self, reader: str, after: int = 0, limit: int = 32
    ) -> list[queries.Numbered]:
        """The next articles after a number that another reader read."""
        with self._connected(self._reads) as connection:
            return queries.read_otherwise(connection, reader, after, limit)

    @contextmanager
    def shelf(self, by: str = LINKER, writes: bool = True) -> Iterator[Shelf]:
        """The forms and links of the record, to work on in one transaction, or only to read."""
        with self._connected(self._writes if writes else self._reads) as connection:
            yield Shelf(connection, by)

    def unlinked(self) -> int:
        """How many articles are not linked yet."""
        with self._connected(self._reads) as connection:
            return shelf.unlinked(connection)

    def linked_by_others(self, by: str) -> int:
        """How many articles are linked, but not by this linker."""
        with self._connected(self._reads) as connection:
            return shelf.linked_by_others(connection, by)

    def is_linked(self) -> bool:
        """Whether any article is linked."""
        with self._connected(self._reads) as connection:
            return shelf.is_linked(connection)

    @contextmanager
    def dossiers(self, writes: bool = True) -> Iterator[Dossiers]:
        """The dossiers of the record, to fill and order in one transaction, or only to read."""
        with self._connected(self._writes if writes else self._reads) as connection:
            yield Dossiers(connection)

    def links(self, **asked: Any) -> Iterator[Link]:
        return self._streamed(judging.Listed(**asked).of)

    def together(self, kind: Linkable, question: Question, at_least: int) -> Iterator[Together]:
        return self._streamed(Clusters(kind, question, at_least).of)

    def cluster(self, id: str) -> Together:
        """The cluster that has an id, or that the entry of that id is in; or EntryUnknown."""
        with self._connected(self._reads) as connection:
            return holding(connection, naming.entry(connection, id))

    @property
    def kept(self) -> Kept:
        """What links make of entries."""
        return Kept(self)

    def each(self, ask: Callable[[Connection], Iterator[T]]) -> Iterator[T]:
        """All that something which can be asked of a record yields."""
        return self._streamed(ask)

    def one(self, ask: Callable[[Connection], T]) -> T:
        """What something which can be asked of a record returns."""
        with self._connected(self._reads) as connection:
            return ask(connection)

    def change(self, change: Callable[[Connection], T]) -> T:
        """Change the record in one transaction."""
        with self._connected(self._writes) as connection:
            return change(connection)

    def _bring_up_to_date(self) -> None:
        with self._connected(self._reads) as connection:
            current = self._explained(migrations.is_current, connection)
        if not current:
            with self._connected(self._writes) as connection:
                self._explained(migrations.migrate, connection)

    def _explained(self, check: Callable[[Connection], T], connection: Connection) -> T:
        try:
            return check(connection)
        except RecordUnavailable as error:
            raise RecordUnavailable(f"cannot use {self.where}: {error}") from None

    def _streamed(self, ask: Callable[[Connection], Iterator[T]]) -> Iterator[T]:
        with self._connected(self._reads) as connection:
            yield from ask(connection)

    @contextmanager
    def _connected(self, engine: Engine) -> Iterator[Connection]:
        """One transaction, undone if anything goes wrong in it."""
        try:
            with engine.begin() as connection:
                yield connection
        except (IntegrityError, ProgrammingError):
            raise  # a mistake in onrecord, not in the file
        except DatabaseError as error:
            raise RecordUnavailable(_reason(self.where, str(error.orig))) from error


# What SQLite says, and what that means for the person at the keyboard.
_MEANINGS = {
    "database is locked": "another process is writing to it; wait until that is done",
    "unable to open database file": "it is a folder, or its folder is missing or closed to you",
    "file is not a database": "the file is no record; name another file",
    "attempt to write a readonly database": "the file may not be written to",
    "database or disk is full": "the disk is full",
}


def _reason(where: str, said: str) -> str:
    return f"cannot use {where}: {_MEANINGS.get(said, said)}"


def _path(where: str | Path) -> Path:
    """The file a path or a ``sqlite:///`` address names."""
    if "://" not in str(where):
        return Path(where)
    try:
        url = make_url(str(where))
    except ArgumentError as error:
        raise RecordUnavailable(f"{where} is no address of a database: {error}") from error
    if url.get_backend_name() != "sqlite" or not url.database:
        raise RecordUnavailable(f"cannot use {where}: a record is kept in an SQLite file so far")
    return Path(url.database)
