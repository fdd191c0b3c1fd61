"""The columns that entries are counted by, in memory: a sheet for each list.

A row of a sheet is a row of the table, in the order of its numbers. What has few values is kept as
codes: each value once, and for every row which of them it has. A sheet that has been read once is
extended by what was added since; it is read anew only where rows changed or went.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, exists, func, select

from onrecord.findings import Countable
from onrecord.store.schema import (
    articles,
    entities,
    events,
    figures,
    relays,
    revisions,
    statements,
)

Codes = NDArray[np.int32]
Numbers = NDArray[np.int64]
Rows = NDArray[np.bool_]

TABLES = {
    "statements": statements,
    "events": events,
    "figures": figures,
    "entities": entities,
    "articles": articles,
}
_RELAYED = exists().where(relays.c.statement == statements.c.number)
_DAYS = ("first_day", "last_day")
_SAID = ("who", "who_words", "act", "manner", "start", "position", *_DAYS)
# What is kept of each list besides the number of the row and of its article.
_KEPT: Mapping[Countable, Mapping[str, ColumnElement[Any]]] = {
    "statements": {
        **{name: statements.c[name] for name in _SAID},
        "unnamed": statements.c.unnamed,
        "relayed": _RELAYED,
    },
    "events": {
        **{name: events.c[name] for name in ("action", "status", "place", "place_words", *_DAYS)},
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
    """What tells whether a table is as it was: its last row, and how many changed or went."""

    last: int = 0
    changes: int = -1


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list in columns; ``told`` are the numbers of entries and of the statements they are
    according to, pair by pair.
    """

    numbers: Numbers
    articles: Numbers
    columns: Mapping[str, Column]
    told: tuple[Numbers, Numbers]

    def __len__(self) -> int:
        return len(self.numbers)

    def holding(self, numbers: Numbers) -> Rows:
        """Which rows have one of these numbers."""
        found, places = np.zeros(len(self), np.bool_), self.places(numbers)
        found[places[places >= 0]] = True
        return found

    def places(self, numbers: Numbers) -> Numbers:
        """The row of each of these numbers; -1 where there is none."""
        if not len(self):
            return np.full(len(numbers), -1, np.int64)
        near = np.minimum(np.searchsorted(self.numbers, numbers), len(self) - 1)
        return np.where(self.numbers[near] == numbers, near, -1)


_NOTHING = np.empty(0, np.int64)
_NO_PAIRS = (_NOTHING, _NOTHING)


def stamp(connection: Connection, listed: Countable) -> Stamp:
    table = TABLES[listed]
    last = connection.scalar(select(func.max(table.c.number))) or 0
    watched = revisions.c.list.in_({table.name, statements.name})  # whose numbers ``told`` has
    changes = connection.scalar(select(func.sum(revisions.c.count)).where(watched))
    return Stamp(last, changes or 0)


def empty(listed: Countable) -> Sheet:
    """The list before anything was read."""
    column = Column((), np.empty(0, np.int32))
    return Sheet(_NOTHING, _NOTHING, dict.fromkeys(_KEPT[listed], column), _NO_PAIRS)


def extended(connection: Connection, listed: Countable, known: Sheet) -> Sheet:
    """The same with the rows that were added since."""
    last = int(known.numbers[-1]) if len(known) else 0
    table, kept = TABLES[listed], _KEPT[listed]
    article = table.c.number if table is articles else table.c.article
    chosen = select(table.c.number, article, *kept.values()).where(table.c.number > last)
    rows = connection.execute(chosen.order_by(table.c.number)).all()
    numbers, homes, *more = zip(*rows, strict=True) if rows else ((), (), *((),) * len(kept))
    return Sheet(
        _joined(known.numbers, numbers),
        _joined(known.articles, homes),
        {n: known.columns[n].extended(own) for n, own in zip(kept, more, strict=True)},
        _told(connection, listed, known, last),
    )


def _told(
    connection: Connection, listed: Countable, known: Sheet, last: int
) -> tuple[Numbers, Numbers]:
    if listed not in ("events", "figures"):
        return _NO_PAIRS
    table = TABLES[listed]
    same = (statements.c.id == table.c.according_to) & (statements.c.article == table.c.article)
    joined = table.join(statements, same)
    chosen = select(table.c.number, statements.c.number).select_from(joined)
    pairs = connection.execute(chosen.where(table.c.number > last)).all()
    more = zip(*pairs, strict=True) if pairs else ((), ())
    entries, sayings = (_joined(a, b) for a, b in zip(known.told, more, strict=True))
    return entries, sayings


def _joined(known: Numbers, more: Sequence[int]) -> Numbers:
    return np.concatenate((known, np.array(more, np.int64)))
