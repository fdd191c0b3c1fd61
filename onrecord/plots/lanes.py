"""Things side by side in a row, put into as few lanes as they need so that none covers another."""

from __future__ import annotations

from collections.abc import Iterable


def lanes(extents: Iterable[tuple[float, float]]) -> list[int]:
    """For each extent (its left and right end) the lane it goes into: the first with room for
    it.
    """
    filled: list[float] = []
    chosen: list[int] = []
    for left, right in extents:
        lane = next((n for n, end in enumerate(filled) if end <= left), len(filled))
        filled[lane : lane + 1] = [right]
        chosen.append(lane)
    return chosen
