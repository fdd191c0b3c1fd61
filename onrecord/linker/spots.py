"""Whose places those of a sentence are, where it counts several times: "one in Brell, killing
three, and another in Varn, where five died".

In: the places a sentence says something is in, and where it counts. Out: those of one count.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.model import Passage

_PARTED = re.compile(r"[,;:]|\b(?:and|while|but|as)\b")  # what comes after is of the next count


class Spot(NamedTuple):
    """Where the text names a place that something is in, and the words of its name."""

    start: int
    words: frozenset[str]


def own(text: str, spots: list[Spot], passage: Passage, beside: Iterable[Passage]) -> list[Spot]:
    """The places of one count among those of its sentence; ``beside`` are the other counts. Where
    all places are one count's, all share them: "in Brell three were killed, six others say".
    """
    counts = sorted({passage.start, *(each.start for each in beside)})
    owners = _owners(text, spots, counts)
    if len(set(owners)) < 2:
        return spots
    return [spot for spot, owner in zip(spots, owners, strict=True) if owner == passage.start]


def _owners(text: str, spots: Sequence[Spot], counts: Sequence[int]) -> list[int]:
    """For each place the count it is of: where places come ahead of the first count the next one,
    where they come behind the last the one before; else what stands between decides.
    """
    ahead = bool(spots) and spots[0].start < counts[0]
    behind = bool(spots) and spots[-1].start > counts[-1]
    owners = []
    for spot in spots:
        number = bisect_left(counts, spot.start)
        between = text[counts[number - 1] : spot.start] if 0 < number < len(counts) else ""
        next_one = ahead if ahead != behind else bool(_PARTED.search(between))
        owners.append(counts[min(max(number - (not next_one), 0), len(counts) - 1)])
    return owners
