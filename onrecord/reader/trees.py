"""Arc scores in, one tree a sentence out.

Most sentences' best heads already form a tree; where they do not, the best spanning tree is found
with the algorithm of Chu and Liu (1965) and Edmonds (1967). (``ufal.chu-liu-edmonds`` does this
too, but has no wheels for Python 3.13.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Scores = NDArray[np.floating]
    Heads = NDArray[np.int64]

NO_ARC = -1e9
SECOND_ROOT = 1e5  # what it costs to have one more root than need be


def heads(scores: Scores) -> Heads:
    """The head of every word of a sentence, the root its own.

    scores: (n, 1 + n); row w, column 0 for "w is the root", column 1 + h for "h is the head of w".
    """
    scores = scores.astype(np.float64)
    n = len(scores)
    scores[np.arange(n), 1 + np.arange(n)] = NO_ARC
    best = scores.argmax(1)
    if _is_tree(best):
        return _own(best)
    nodes = np.vstack([np.full((1, n + 1), NO_ARC), scores])
    found = _spanning(nodes.copy())[1:]
    if np.count_nonzero(found == 0) != 1:
        nodes[:, 0] -= SECOND_ROOT
        found = _spanning(nodes)[1:]
    return _own(found)


def _own(heads_from_one: Heads) -> Heads:
    own = heads_from_one - 1
    return np.where(own < 0, np.arange(len(own)), own)


def _is_tree(best: Heads) -> bool:
    """Whether there is one root and every word comes to it; each step looks twice as far up."""
    if np.count_nonzero(best == 0) != 1:
        return False
    above = np.concatenate([[0], best])
    for _ in range(len(above).bit_length()):
        above = above[above]
    return not above.any()


def _cycle(head: Heads) -> list[int]:
    """One cycle among heads (node 0 is the root and its own head), or nothing."""
    state = [0] * len(head)
    state[0] = 2
    for start in range(1, len(head)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(head[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for visited in path:
            state[visited] = 2
    return []


def _spanning(scores: Scores) -> Heads:
    """The heads of the best tree from node 0: scores[d, h] is what the arc from h to d is worth."""
    np.fill_diagonal(scores, NO_ARC)
    head: Heads = scores.argmax(1)
    head[0] = 0
    cycle = _cycle(head)
    if not cycle:
        return head
    inside = np.array(cycle)
    outside = np.delete(np.arange(len(scores)), inside)
    kept = scores[inside, head[inside]]
    from_outside, from_inside = scores[:, outside], scores[:, inside]
    into = from_outside[inside] - kept[:, None]
    out_of = from_inside[outside]
    smaller = np.full((len(outside) + 1, len(outside) + 1), NO_ARC, dtype=scores.dtype)
    smaller[:-1, :-1] = from_outside[outside]
    smaller[-1, :-1] = into.max(0) + kept.sum()
    smaller[:-1, -1] = out_of.max(1)
    found = _spanning(smaller)
    for k, node in enumerate(outside[1:], 1):
        chosen = int(found[k])
        head[node] = inside[out_of[k].argmax()] if chosen == len(outside) else outside[chosen]
    entry = int(found[-1])
    opened = inside[into[:, entry].argmax()]
    head[opened] = outside[entry]
    return head
