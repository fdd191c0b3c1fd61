"""Which words stand for the same, asked in tokens."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.reader.ties import Ties
from onrecord.reader.tokens import tokenized, words

TEXT = "Ada Marsh spoke.\n\nShe left."
DOC = tokenized(TEXT)
ADA, MARSH, SHE = 0, 1, next(t.i for t in DOC if t.text == "She")


def ties(*cuts: tuple[int, int]) -> Ties:
    """Ties in which each word of a window is tied to word k of it with log-odds k, to nobody 1."""
    read = words(DOC, ())
    made = [np.array([[1.0, *range(b - a)]] * (b - a), dtype=np.float32) for a, b in cuts]
    return Ties.of(read, cuts, made)


def test_a_token_is_tied_to_the_best_of_the_others_against_nobody() -> None:
    assert ties((0, 7)).between(SHE, (ADA, MARSH)) == pytest.approx(0.0)
    assert ties((0, 7)).between(SHE, (ADA,)) == pytest.approx(-1.0)


def test_words_of_another_window_are_not_tied() -> None:
    apart = ties((0, 4), (4, 7))
    assert apart.between(SHE, (ADA, MARSH)) is None
    assert apart.between(MARSH, (ADA,)) == pytest.approx(-1.0)


def test_white_space_and_a_token_itself_are_not_tied() -> None:
    space = next(t.i for t in DOC if t.is_space)
    assert ties((0, 7)).between(space, (ADA,)) is None
    assert ties((0, 7)).between(ADA, (ADA, space)) is None
