"""Tag scores in, passages out: the best legal sequence of tags for many windows at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

FORBIDDEN = -1e6
OPEN = frozenset("BI")  # tags of the BIES scheme that must go on


def legal_transitions(tags: Sequence[str]) -> Floats:
    """What may follow what, as (k + 1, k + 1) scores of 0 or ``FORBIDDEN``; the last row and
    column: start and end.

    A set of tags with E or S is read as BIES, else as BIO.
    """
    bies = any(t[0] in "ES" for t in tags)
    names = [*tags, "O"]
    may = _may_follow_bies if bies else _may_follow_bio
    return np.array(
        [[0.0 if may(a, b) else FORBIDDEN for b in names] for a in names], dtype=np.float32
    )


def _may_follow_bies(before: str, after: str) -> bool:
    if before[0] in OPEN:
        return after[0] in "IE" and after[2:] == before[2:]
    return after[0] in "OBS"


def _may_follow_bio(before: str, after: str) -> bool:
    return after[0] != "I" or (before != "O" and after[2:] == before[2:])


def best_tags(scores: Sequence[Floats], transitions: Floats) -> list[NDArray[np.int64]]:
    """Viterbi over windows of differing length: scores[w] is (n_w, k); gives tag indices (n_w,)."""
    if not scores:
        return []
    lengths = np.array([len(s) for s in scores])
    order = np.argsort(-lengths, kind="stable")
    k = scores[0].shape[1]
    padded = np.zeros((len(scores), lengths.max(), k), dtype=np.float32)
    for row, index in enumerate(order):
        padded[row, : lengths[index]] = scores[index]
    alive = (lengths[order][None] > np.arange(lengths.max())[:, None]).sum(1)
    inner, first, last = transitions[:k, :k].T.copy(), transitions[k, :k], transitions[:k, k]
    reached = padded[:, 0] + first
    back = np.zeros(padded.shape, dtype=np.int8)
    for t, m in enumerate(alive.tolist()[1:], 1):
        steps = reached[:m, None, :] + inner
        back[:m, t] = steps.argmax(2)
        reached[:m] = np.maximum.reduce(steps, 2) + padded[:m, t]
    tags = (reached + last).argmax(1)
    found: list[NDArray[np.int64]] = [np.empty(0, dtype=np.int64)] * len(scores)
    for row, index in enumerate(order):
        found[index] = _walk(back[row], int(tags[row]), int(lengths[index]))
    return found


def _walk(back: NDArray[np.int8], tag: int, length: int) -> NDArray[np.int64]:
    path = [tag]
    for t in range(length - 1, 0, -1):
        tag = int(back[t, tag])
        path.append(tag)
    return np.array(path[::-1], dtype=np.int64)


def spans(tags: Sequence[int], names: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """(kind, start, end) of every passage in a legal sequence."""
    start = 0
    for k, tag in enumerate(tags):
        name = names[tag]
        if name[0] in "BS":
            start = k
        following = names[tags[k + 1]] if k + 1 < len(tags) else "O"
        if name != "O" and (following == "O" or following[0] in "BS"):
            yield name[2:], start, k + 1
