"""What words mean, as numbers: the vector of a passage is the mean of its words', one long.

The network learnt them from all-MiniLM-L6-v2's sentence vectors (``training/sense.py``). A vector
travels as text: 128 signed bytes in base64, so that the cosine of two is that of their bytes.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LONGEST = 127  # of a signed byte


def vector(words: Floats, spans: Iterable[tuple[int, int]]) -> str | None:
    """The vector of the words in these half-open spans of rows; None where there are none."""
    sums = (words[a:b].sum(0, dtype=np.float64) for a, b in spans)
    total = sum(sums, np.zeros(words.shape[1:]))
    most = float(np.abs(total).max(initial=0.0))
    if most == 0.0:
        return None
    small = np.round(total / most * LONGEST).astype(np.int8)
    return base64.b64encode(small.tobytes()).decode("ascii")
