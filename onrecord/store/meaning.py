"""What statements mean, as one matrix in memory, and which are nearest to a meaning.

A row is the vector of a statement, of length 1, so that its product with another is the cosine of
both. Statements without a vector have no row.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, func, select

from onrecord.findings import NEAR as NEAR
from onrecord.store import sqlite
from onrecord.store.schema import statements
from onrecord.store.sheets import Numbers, Sheet

WIDTH = 128
_TINY = np.float32(1e-6)

Floats = NDArray[np.float32]
_NOTHING = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class Meanings:
    """The numbers of statements and of their articles, and the vector of each."""

    numbers: Numbers
    articles: Numbers
    vectors: Floats

    def nearness(self, packed: bytes, sheet: Sheet) -> Floats:
        """How near the statement of each row is, from -1 to 1; 0 where it has no vector."""
        near, places = np.zeros(len(sheet), np.float32), sheet.places(self.numbers)
        if len(packed) == WIDTH:
            there = places >= 0
            one = unit(np.frombuffer(packed, np.int8))[0]
            near[places[there]] = (self.vectors @ one)[there]
        return near


NO_MEANINGS = Meanings(_NOTHING, _NOTHING, np.empty((0, WIDTH), np.float32))


def extended(
    connection: Connection, known: Meanings = NO_MEANINGS, gone: Numbers = _NOTHING
) -> Meanings:
    """The same with the statements that were added since, and those of ``gone`` articles anew."""
    kept = ~np.isin(known.articles, gone)
    numbers, homes, vectors = known.numbers[kept], known.articles[kept], known.vectors[kept]
    columns = statements.c.number, statements.c.article, statements.c.vector
    new = columns[0] > (int(numbers.max()) if len(numbers) else 0)
    new |= sqlite.among(columns[1], gone.tolist())
    rows = connection.execute(select(*columns).where(func.length(columns[2]) == WIDTH, new)).all()
    if not rows:
        return Meanings(numbers, homes, vectors)
    added, those, packed = zip(*rows, strict=True)
    return Meanings(
        np.concatenate((numbers, np.array(added, np.int64))),
        np.concatenate((homes, np.array(those, np.int64))),
        np.concatenate((vectors, unit(np.frombuffer(b"".join(packed), np.int8)))),
    )


def unit(flat: NDArray[np.int8]) -> Floats:
    """Vectors, one after the other, each brought to length 1; one of zeros stays one."""
    vectors = flat.reshape(-1, WIDTH).astype(np.float32)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    found: Floats = np.divide(vectors, np.maximum(lengths, _TINY), dtype=np.float32)
    return found
