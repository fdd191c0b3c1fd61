"""Arc scores in, one tree a sentence out.

Most sentences' best heads already form a tree; where they do not, the best spanning tree is found
with the algorithm of Chu and Liu (1965) and Edmonds (1967). (``ufal.chu-liu-edmonds`` does this
too, but has no wheels for Python 3.13.)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Scores = NDArray[np.floating]
    Heads = NDArray[np.int64]

NO_ARC = -1e9
GONE = -np.inf  # what an arc from or to a node inside a cycle is worth, once that is one node
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


@dataclass(frozen=True, slots=True)
class _Contracted:
    """A cycle that has become one node, and by which of its own it may hang or be hung on."""

    node: int
    cycle: list[int]
    into: Scores  # (cycle, nodes): what it is worth to open it there for that head
    exits: Heads  # for every other node, which of the cycle is its best head


def _spanning(scores: Scores) -> Heads:
    """The heads of the best tree from node 0: scores[d, h] is what the arc from h to d is worth.

    Every contraction adds a node after the others; of the heads only those in the cycle change.
    """
    n = len(scores)
    np.fill_diagonal(scores, NO_ARC)
    head: list[int] = scores.argmax(1).tolist()
    head[0] = 0
    worth = np.full((2 * n, 2 * n), GONE)
    worth[:n, :n] = scores
    gone = {0}
    contracted: list[_Contracted] = []
    while cycle := _cycle(head, gone):
        gone.update(cycle)
        contracted.append(_contract(worth, head, cycle, gone))
    for one in reversed(contracted):
        _open(one, head)
    return np.array(head[:n])


def _cycle(head: list[int], gone: set[int]) -> list[int]:
    """One cycle among the heads of the nodes that are not gone, or nothing."""
    state = [0] * len(head)
    for node in gone:
        state[node] = 2
    for start in range(1, len(head)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = head[node]
        if state[node] == 1:
            return path[path.index(node) :]
        for visited in path:
            state[visited] = 2
    return []


def _contract(worth: Scores, head: list[int], cycle: list[int], gone: set[int]) -> _Contracted:
    """Make one node, the next, of a cycle, and find it a head and those on it a new one."""
    node = len(head)
    inside = np.array(cycle)
    kept = worth[inside, [head[k] for k in cycle]]
    into = worth[inside, :node] - kept[:, None]
    out_of = worth[:node, inside]
    worth[node, :node] = into.max(0) + kept.sum()
    worth[:node, node] = out_of.max(1)
    worth[node, node] = NO_ARC
    worth[:, inside] = GONE
    hung = [k for k, above in enumerate(head) if above in cycle and k not in gone]
    heads_anew = worth[[*hung, node], : node + 1].argmax(1).tolist()
    for k, above in zip(hung, heads_anew, strict=False):
        head[k] = above
    head.append(heads_anew[-1])
    return _Contracted(node, cycle, into, out_of.argmax(1))


def _open(one: _Contracted, head: list[int]) -> None:
    """Give the nodes of a cycle, and those that hang on it, their heads back."""
    entry = head[one.node]
    head[one.cycle[int(one.into[:, entry].argmax())]] = entry
    for k, above in enumerate(head[: one.node]):
        if above == one.node:
            head[k] = one.cycle[int(one.exits[k])]
