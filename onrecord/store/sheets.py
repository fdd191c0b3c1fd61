"""The columns that entries are counted by, in memory: a sheet for each list.

A row of a sheet is a row of the table, in the order of its numbers. What has few values is kept as
codes: each value once, and for every row which of them it has. A sheet that has been read once is
extended by what was added since; of articles whose rows changed or went, it is read anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, Table, case, exists, func, select

from onrecord.findings import Countable
from onrecord.store import sqlite
from onrecord.store.schema import (
    articles,
    entities,
    events,
    figures,
    relays,
    statements,
    touched,
)

Codes = NDArray[np.int32]
Numbers = NDArray[np.int64]
Rows = NDArray[np.bool_]
Pairs = tuple[Numbers, Numbers]

TABLES = {
    "statements": statements,
    "events": events,
    "figures": figures,
    "entities": entities,
    "articles": articles,
}
_RELAYED = exists().where(relays.c.statement == statements.c.number)
_IS_KNOWN = statements.c.who.is_not(None) | statements.c.unnamed  # the source
_DAYS = ("first_day", "last_day")
_SAID = ("who", "who_words", "act", "manner", "start", "position", *_DAYS)
# What is kept of each list besides the number of the row and of its article.
_KEPT: Mapping[Countable, Mapping[str, ColumnElement[Any]]] = {
    "statements": {
        **{name: statements.c[name] for name in _SAID},
        "unnamed": case((_IS_KNOWN, statements.c.unnamed)),
        "relayed": _RELAYED,
    },
    "events": {
        **{name: events.c[name] for name in ("action", "status", "place", "place_words")},
        **{name: events.c[name] for name in ("start", "position", *_DAYS)},
        **{name: events.c[name] for name in ("source", "source_words")},
        "own_voice": events.c.source.is_(None),
    },
    "figures": {
        **{name: figures.c[name] for name in ("measure", "place", "place_words", *_DAYS)},
        **{name: figures.c[name] for name in ("source", "source_words")},
        "own_voice": figures.c.source.is_(None),
    },
    "entities": {"kind": entities.c.kind},
    "articles": {name: articles.c[name] for name in ("publisher", "publisher_words", *_DAYS)},
}


@dataclass(frozen=True, slots=True)
class Column:
    """Each value once, and for every row which of them it has."""

    values: tuple[Any, ...]
    codes: Codes

    def extended(self, more: Iterable[Any]) -> Self:
        known = {value: code for code, value in enumerate(self.values)}
        codes = [known.setdefault(value, len(known)) for value in more]
        every = np.concatenate((self.codes, np.array(codes, np.int32)))
        return type(self)(tuple(known), every)

    def looked_up(self, table: Sequence[Any] | NDArray[Any]) -> NDArray[Any]:
        """For every row what a table has for its value."""
        return np.asarray(table)[self.codes]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells whether a table is as it was: its last row, and when rows changed or went."""

    last: int = 0
    touched: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list in columns; ``told`` are the numbers of entries and of the statements they are
    according to, pair by pair.
    """

    numbers: Numbers
    articles: Numbers
    columns: Mapping[str, Column]
    told: Pairs

    def __len__(self) -> int:
        return len(self.numbers)

    def holding(self, numbers: Numbers) -> Rows:
        """Which rows have one of these numbers."""
        found, places = np.zeros(len(self), np.bool_), self.places(numbers)
        found[places[places >= 0]] = True
        return found

    def has(self, numbers: Numbers, rows: Rows) -> Rows:
        """Which of these numbers stand in one of the rows."""
        places = self.places(numbers)
        return (places >= 0) & rows[places] if len(self) else np.zeros(len(numbers), np.bool_)

    def places(self, numbers: Numbers) -> Numbers:
        """The row of each of these numbers; -1 where there is none."""
        if not len(self):
            return np.full(len(numbers), -1, np.int64)
        near = np.minimum(np.searchsorted(self.numbers, numbers), len(self) - 1)
        return np.where(self.numbers[near] == numbers, near, -1)

    def without(self, gone: Numbers) -> Sheet:
        """The rows of all other articles."""
        if not len(gone):
            return self
        rows = ~np.isin(self.articles, gone)
        entries, sayings = self.told
        pairs = self.has(entries, rows)
        return Sheet(
            self.numbers[rows],
            self.articles[rows],
            {name: Column(own.values, own.codes[rows]) for name, own in self.columns.items()},
            (entries[pairs], sayings[pairs]),
        )

    def in_order(self) -> Sheet:
        """The rows by their numbers, in which those read anew may stand too late."""
        if (np.diff(self.numbers) > 0).all():
            return self
        order = np.argsort(self.numbers)
        return Sheet(
            self.numbers[order],
            self.articles[order],
            {name: Column(own.values, own.codes[order]) for name, own in self.columns.items()},
            self.told,
        )


_NOTHING = np.empty(0, np.int64)
_NO_PAIRS = (_NOTHING, _NOTHING)


def stamp(connection: Connection, listed: Countable) -> Stamp:
    last = connection.scalar(select(func.max(TABLES[listed].c.number)))
    at = connection.scalar(select(func.max(touched.c.at)).where(_watched(listed)))
    return Stamp(last or 0, at or 0)


def changed(connection: Connection, listed: Countable, since: Stamp) -> Numbers:
    """The articles whose rows changed or went since."""
    later = select(touched.c.article).where(_watched(listed), touched.c.at > since.touched)
    return np.array(connection.scalars(later.distinct()).all(), np.int64)


def _watched(listed: Countable) -> ColumnElement[bool]:
    """Changes of a list; of statements too where ``told`` has their numbers."""
    own = {TABLES[listed].name}
    return touched.c.list.in_(own | ({"statements"} if listed in ("events", "figures") else set()))


def empty(listed: Countable) -> Sheet:
    """The list before anything was read."""
    column = Column((), np.empty(0, np.int32))
    return Sheet(_NOTHING, _NOTHING, dict.fromkeys(_KEPT[listed], column), _NO_PAIRS)


def extended(
    connection: Connection, listed: Countable, known: Sheet, gone: Numbers = _NOTHING
) -> Sheet:
    """The same with the rows that were added since, and those of ``gone`` articles anew."""
    known = known.without(gone)
    table, kept = TABLES[listed], _KEPT[listed]
    article = table.c.number if table is articles else table.c.article
    new = _is_new(table, article, known, gone)
    chosen = select(table.c.number, article, *kept.values()).where(new)
    rows = connection.execute(chosen.order_by(table.c.number)).all()
    numbers, homes, *more = zip(*rows, strict=True) if rows else ((), (), *((),) * len(kept))
    return Sheet(
        _joined(known.numbers, numbers),
        _joined(known.articles, homes),
        {n: known.columns[n].extended(own) for n, own in zip(kept, more, strict=True)},
        _told(connection, listed, known.told, new),
    ).in_order()


def _is_new(
    table: Table, article: ColumnElement[Any], known: Sheet, gone: Numbers
) -> ColumnElement[bool]:
    last = int(known.numbers[-1]) if len(known) else 0
    added = table.c.number > last
    return added | sqlite.among(article, gone.tolist()) if len(gone) else added


def _told(
    connection: Connection, listed: Countable, known: Pairs, new: ColumnElement[bool]
) -> Pairs:
    if listed not in ("events", "figures"):
        return _NO_PAIRS
    table = TABLES[listed]
    same = (statements.c.id == table.c.according_to) & (statements.c.article == table.c.article)
    chosen = select(table.c.number, statements.c.number).select_from(table.join(statements, same))
    pairs = connection.execute(chosen.where(new)).all()
    more = zip(*pairs, strict=True) if pairs else ((), ())
    entries, sayings = (_joined(a, b) for a, b in zip(known, more, strict=True))
    return entries, sayings


def _joined(known: Numbers, more: Sequence[int]) -> Numbers:
    return np.concatenate((known, np.array(more, np.int64)))
