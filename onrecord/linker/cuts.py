"""Where a cluster comes apart when a person judges two of its forms different.

In: the links of the cluster and the two forms. Out: the side that leaves. The cut is where least is
cut, weighing links by their score (a minimum cut, found by the flow of Dinic, 1970): so the rest of
the cluster stays together, and a group that one link welded on leaves whole. Where the same is cut
either way, the smaller side leaves, and at last the one the person named first.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from itertools import pairwise

from onrecord.linker.groups import Pair

Left = dict[int, dict[int, int]]  # what may still flow from a form to another


def leaving(links: Mapping[Pair, int], first: int, second: int) -> set[int]:
    """The forms that leave with ``first`` or with ``second``, whichever that is."""
    left: Left = {first: {}, second: {}}
    for (one, other), weight in links.items():
        left.setdefault(one, {})[other] = left.setdefault(other, {})[one] = weight
    while second in (depths := _depths(left, first)):
        while _flow(left, depths, first, second):
            pass
    before, behind = set(depths), set(_depths(_turned(left), second))
    return before if len(before) <= len(behind) else behind


def _depths(left: Left, start: int) -> dict[int, int]:
    """The forms that anything can still flow to from one, and over how many links."""
    depths, waiting = {start: 0}, deque([start])
    while waiting:
        form = waiting.popleft()
        for other, room in left[form].items():
            if room and other not in depths:
                depths[other] = depths[form] + 1
                waiting.append(other)
    return depths


def _flow(left: Left, depths: dict[int, int], first: int, second: int) -> bool:
    """Let as much as can flow along one shortest way; forms that lead nowhere leave ``depths``."""
    way = [first]
    while way[-1] != second:
        form = way[-1]
        onward = (o for o, room in left[form].items() if room and depths.get(o) == depths[form] + 1)
        if (found := next(onward, None)) is not None:
            way.append(found)
            continue
        del depths[way.pop()]
        if not way:
            return False
    steps = list(pairwise(way))
    much = min(left[form][other] for form, other in steps)
    for form, other in steps:
        left[form][other] -= much
        left[other][form] += much
    return True


def _turned(left: Left) -> Left:
    turned: Left = {form: {} for form in left}
    for form, others in left.items():
        for other, room in others.items():
            turned[other][form] = room
    return turned
