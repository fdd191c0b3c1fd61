"""Vectors as they stand on the record: 128 signed bytes in base64; the cosine of two of them is how
alike two statements are in meaning.
"""

from __future__ import annotations

from base64 import b64decode
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray


def cosine(left: str | None, right: str | None) -> float | None:
    """From -1 to 1; None where either has no vector."""
    if not left or not right:
        return None
    one, other = _vector(left), _vector(right)
    return float(one @ other)


@lru_cache(maxsize=16384)
def _vector(packed: str) -> NDArray[np.float32]:
    """Of length 1; a vector of nothing but zeros stays one."""
    return unit(b64decode(packed))


def unit(packed: bytes) -> NDArray[np.float32]:
    """The vector of signed bytes, of length 1."""
    found = np.frombuffer(packed, np.int8).astype(np.float32)
    length = float(np.linalg.norm(found))
    return found / length if length else found
