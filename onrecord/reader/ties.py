"""Which words stand for the same somebody, as the network has it.

One matrix a window: for each word the log-odds that another word of the window stands for the same,
against nobody there. Asked in tokens of the Doc; words of two windows are never tied.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from onrecord.reader.tokens import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Ties:
    """``matrices[w]`` is (n, 1 + n) for the n words from ``firsts[w]``; column 0 is nobody."""

    words: Mapping[int, int]  # of a token, its word
    firsts: tuple[int, ...]
    matrices: tuple[Floats, ...]

    @classmethod
    def of(cls, words: Words, cuts: Sequence[tuple[int, int]], matrices: Iterable[Floats]) -> Self:
        """The ties of an article whose windows hold the words of ``cuts``."""
        numbers = {token: k for k, token in enumerate(words.tokens)}
        return cls(numbers, tuple(start for start, _ in cuts), tuple(matrices))

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """The ties of an article from those of its stretches."""
        firsts = tuple(first for part in parts for first in part.firsts)
        return cls(parts[0].words, firsts, tuple(m for part in parts for m in part.matrices))

    def between(self, token: int, others: Iterable[int]) -> float | None:
        """The log-odds that a token stands for the same as the best of others, against nobody;
        None where none of them is in its window.
        """
        at = self.words.get(token)
        if at is None:
            return None
        window = bisect_right(self.firsts, at) - 1
        first, matrix = self.firsts[window], self.matrices[window]
        near = (self.words[o] - first for o in others if o in self.words and o != token)
        row = matrix[at - first]
        found = [float(row[1 + k]) for k in near if 0 <= k < len(matrix)]
        return max(found) - float(row[0]) if found else None
