"""Arc scores become the best tree there is, whatever the scores."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from onrecord.reader.trees import heads


def worth(scores: np.ndarray, found: list[int]) -> float:
    return float(sum(scores[d, 0 if h == d else 1 + h] for d, h in enumerate(found)))


def is_tree(found: list[int]) -> bool:
    if sum(h == d for d, h in enumerate(found)) != 1:
        return False
    for start in range(len(found)):
        node, steps = start, 0
        while found[node] != node:
            node, steps = found[node], steps + 1
            if steps > len(found):
                return False
    return True


def scores_of(most: int) -> st.SearchStrategy[np.ndarray]:
    numbers = st.floats(-20, 20, width=32)
    return st.integers(1, most).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=numbers))


@given(scores_of(30))
@settings(deadline=None)
def test_every_sentence_gets_one_tree_with_one_root(scores: np.ndarray) -> None:
    assert is_tree(heads(scores).tolist())


@given(scores_of(4))
@settings(deadline=None)
def test_no_tree_is_worth_more_than_the_one_found(scores: np.ndarray) -> None:
    n = len(scores)
    trees = (list(t) for t in product(range(n), repeat=n) if is_tree(list(t)))
    best = max(worth(scores, t) for t in trees)
    assert worth(scores, heads(scores).tolist()) >= best - 1e-3


def test_the_scores_given_are_left_as_they_were() -> None:
    scores = np.ones((3, 4), dtype=np.float32)
    heads(scores)
    assert (scores == 1).all()
