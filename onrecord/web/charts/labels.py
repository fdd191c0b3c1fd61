"""Where the names of places stand on a map: beside their discs, over no other disc and no other
name, those of most events first. The largest that have no room beside them stand further off, with
a line that leads to them.

Discs and letters keep their size on a narrow page, so names are laid out anew for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

LINE = 14.0  # pixels: how high a line of letters is
LETTER = 8.2  # how wide a letter is, about, in bold
BESIDE = 4.0  # between a disc and its name
FAR = (14.0, 30.0, 46.0, 62.0)  # between a disc and a name that a line leads to
LED = 3  # places that may have such a line

Side = Literal["right", "left", "above", "below"]
Box = tuple[float, float, float, float]  # left, top, right, foot


@dataclass(frozen=True, slots=True)
class Disc:
    """A place on a sheet, in shares of its width and height, how far it reaches in pixels, and the
    name it is to have.
    """

    across: float
    down: float
    reach: float
    name: str


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name stands, in pixels from the middle of its disc: its base line, on which side it
    grows from there, and whether a line has to lead to it.
    """

    side: Side
    x: float
    y: float
    led: bool = False


class Sheet:
    """A map of some pixels, and what of it is taken; ``narrowest`` is how narrow a page may be on
    which nothing is cut.
    """

    def __init__(self, wide: float, high: float, narrowest: float) -> None:
        self._wide, self._high, self._narrowest = wide, high, narrowest
        self._taken: list[Box] = []

    def labels(self, discs: Sequence[Disc], most: int) -> list[Label | None]:
        """A label for each of the first ``most`` discs that there is room for; all discs take
        theirs, whether they are named or not.
        """
        self._taken += [self._around(disc) for disc in discs]
        return [self._label(disc, number < LED) for number, disc in enumerate(discs[:most])]

    def takes(self, name: str, across: float, down: float, letter: float) -> bool:
        """Whether there is room for a name on the ground; then it is taken."""
        x, y, half = across * self._wide, down * self._high, letter * len(name) / 2
        return self._take((x - half, y - LINE / 2, x + half, y + LINE / 2))

    def _label(self, disc: Disc, may_lead: bool) -> Label | None:
        for label in _labels(disc, may_lead):
            if not self._is_cut(disc, label) and self._take(self._box(disc, label, self._wide)):
                return label
        return None

    def _around(self, disc: Disc) -> Box:
        x, y = disc.across * self._wide, disc.down * self._high
        return x - disc.reach, y - disc.reach, x + disc.reach, y + disc.reach

    def _box(self, disc: Disc, label: Label, wide: float) -> Box:
        x = disc.across * wide + label.x
        foot = disc.down * self._high + label.y + BESIDE
        long = LETTER * len(disc.name)
        left = {"right": x, "left": x - long}.get(label.side, x - long / 2)
        return left, foot - LINE, left + long, foot

    def _is_cut(self, disc: Disc, label: Label) -> bool:
        left, _, right, _ = self._box(disc, label, self._narrowest)
        return left < 0 or right > self._narrowest

    def _take(self, box: Box) -> bool:
        left, top, right, foot = box
        inside = left >= 0 and top >= 0 and right <= self._wide and foot <= self._high
        over = any(left < r and right > x and top < f and foot > t for x, t, r, f in self._taken)
        if inside and not over:
            self._taken.append(box)
        return inside and not over


def _labels(disc: Disc, may_lead: bool) -> Iterator[Label]:
    """Where a name may stand, the best place first."""
    off = disc.reach + BESIDE
    yield Label("right", off, 4.0)
    yield Label("left", -off, 4.0)
    yield Label("above", 0.0, -off)
    yield Label("below", 0.0, off + LINE - BESIDE - 1)
    for far in FAR if may_lead else ():
        yield Label("above", 0.0, -off - far, led=True)
        yield Label("below", 0.0, off + LINE - BESIDE + far, led=True)
        for way, up in product((1, -1), (-1, 1)):
            side: Side = "right" if way == 1 else "left"
            yield Label(side, way * (disc.reach + far), up * (disc.reach + far) + 4.0, led=True)
