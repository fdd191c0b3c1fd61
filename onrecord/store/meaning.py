"""What statements mean, as one matrix in memory, and which are nearest to a meaning.

A row is the vector of a statement, of length 1, so that its product with another is the cosine of
both. Statements without a vector have no row.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, func, select

from onrecord.store.schema import statements
from onrecord.store.sheets import Numbers, Sheet

WIDTH = 128
_TINY = np.float32(1e-6)
NEAR = 0.38  # cosine; as in positions: below it statements of one war are no nearer than others

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Meanings:
    """The numbers of statements, and the vector of each."""

    numbers: Numbers
    vectors: Floats

    def nearness(self, packed: bytes, sheet: Sheet) -> Floats:
        """How near the statement of each row is, from -1 to 1; 0 where it has no vector."""
        near, places = np.zeros(len(sheet), np.float32), sheet.places(self.numbers)
        if len(packed) == WIDTH:
            there = places >= 0
            one = unit(np.frombuffer(packed, np.int8))[0]
            near[places[there]] = (self.vectors @ one)[there]
        return near


NO_MEANINGS = Meanings(np.empty(0, np.int64), np.empty((0, WIDTH), np.float32))


def extended(connection: Connection, known: Meanings = NO_MEANINGS) -> Meanings:
    """The same with the statements that were added since."""
    last = int(known.numbers[-1]) if len(known.numbers) else 0
    columns = statements.c.number, statements.c.vector
    chosen = select(*columns).where(func.length(columns[1]) == WIDTH, columns[0] > last)
    rows = connection.execute(chosen.order_by(columns[0])).all()
    if not rows:
        return known
    numbers, packed = zip(*rows, strict=True)
    vectors = unit(np.frombuffer(b"".join(packed), np.int8))
    return Meanings(
        np.concatenate((known.numbers, np.array(numbers, np.int64))),
        np.concatenate((known.vectors, vectors)),
    )


def unit(flat: NDArray[np.int8]) -> Floats:
    """Vectors, one after the other, each brought to length 1; one of zeros stays one."""
    vectors = flat.reshape(-1, WIDTH).astype(np.float32)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    found: Floats = np.divide(vectors, np.maximum(lengths, _TINY), dtype=np.float32)
    return found
