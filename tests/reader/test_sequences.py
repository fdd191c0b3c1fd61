"""Tag scores become legal sequences, and those become passages."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from onrecord.reader.sequences import FORBIDDEN, best_tags, legal_transitions, spans
from onrecord.reader.tagset import NAME_TAGS, ROLE_TAGS


def windows(tags: tuple[str, ...]) -> st.SearchStrategy[list[np.ndarray]]:
    one = st.integers(1, 12).flatmap(
        lambda n: arrays(np.float32, (n, len(tags)), elements=st.floats(-9, 9, width=32))
    )
    return st.lists(one, min_size=1, max_size=4)


def sequence(tags: tuple[str, ...], words: str) -> list[int]:
    return [tags.index(w) for w in words.split()]


@given(windows(ROLE_TAGS))
@settings(deadline=None)
def test_the_best_sequence_is_always_legal(scores: list[np.ndarray]) -> None:
    steps = legal_transitions(ROLE_TAGS)
    for window, tags in zip(scores, best_tags(scores, steps), strict=True):
        assert len(tags) == len(window)
        path = [len(ROLE_TAGS), *tags.tolist(), len(ROLE_TAGS)]
        assert all(steps[a, b] > FORBIDDEN for a, b in pairwise(path))


@given(windows(NAME_TAGS))
@settings(deadline=None)
def test_windows_read_together_get_the_tags_they_get_alone(scores: list[np.ndarray]) -> None:
    steps = legal_transitions(NAME_TAGS)
    together = best_tags(scores, steps)
    for window, tags in zip(scores, together, strict=True):
        assert (best_tags([window], steps)[0] == tags).all()


def test_passages_of_a_bies_sequence_keep_their_kind_and_ends() -> None:
    tags = sequence(ROLE_TAGS, "B-source E-source S-cue B-content I-content E-content O S-cue")
    assert list(spans(tags, ROLE_TAGS)) == [
        ("source", 0, 2), ("cue", 2, 3), ("content", 3, 6), ("cue", 7, 8),
    ]  # fmt: skip


def test_names_that_touch_stay_apart() -> None:
    tags = sequence(NAME_TAGS, "B-LOC I-LOC B-LOC O B-PERSON")
    assert list(spans(tags, NAME_TAGS)) == [("LOC", 0, 2), ("LOC", 2, 3), ("PERSON", 4, 5)]


def test_nothing_to_read_gives_nothing() -> None:
    assert best_tags([], legal_transitions(ROLE_TAGS)) == []
