"""The vector of a passage, as text."""

from __future__ import annotations

import base64

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from onrecord.reader.meaning import vector

WORDS = arrays(np.float32, (6, 128), elements=st.floats(-4, 4, width=32))


def numbers(text: str) -> np.ndarray:
    return np.frombuffer(base64.b64decode(text), np.int8).astype(np.float64)


@given(WORDS)
def test_a_vector_points_where_the_sum_of_its_words_points(found: np.ndarray) -> None:
    total = found[1:4].sum(0).astype(np.float64)
    said = vector(found, [(1, 3), (3, 4)])
    if said is None:
        assert not total.any()
        return
    small = numbers(said)
    assert small.shape == (128,)
    assert np.abs(small).max() == 127
    if np.linalg.norm(total) > 1e-3:
        cosine = small @ total / np.linalg.norm(small) / np.linalg.norm(total)
        assert cosine > 0.995


def test_no_words_have_no_vector() -> None:
    assert vector(np.zeros((3, 128), np.float32), [(0, 3)]) is None
    assert vector(np.ones((3, 128), np.float32), []) is None
