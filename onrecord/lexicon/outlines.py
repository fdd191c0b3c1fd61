"""The outlines of countries, for the ground of a map: rings of longitudes and latitudes.

The data are Natural Earth's (public domain; ``atlas/LICENSE``), made by ``python -m
training.gazetteer``. There are two degrees of detail, of which a map takes one.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from onrecord.lexicon.gazetteer import HERE

Scale = Literal["110m", "50m"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed line, and how far it reaches: west, south, east, north."""

    points: tuple[Point, ...]
    reach: tuple[float, float, float, float]


@cache
def rings(scale: Scale) -> tuple[Ring, ...]:
    """All rings of one degree of detail: land, and holes in it that are other countries."""
    packed = (HERE / "outlines.json.gz").read_bytes()
    world = json.loads(gzip.decompress(packed))[scale]
    arcs = [_points(arc, world["steps"]) for arc in world["arcs"]]
    return tuple(ring for numbers in world["rings"] for ring in _rings(arcs, numbers))


def _points(arc: Sequence[int], steps: int) -> list[Point]:
    x, y = arc[:2]
    points = [(x / steps, y / steps)]
    for dx, dy in zip(arc[2::2], arc[3::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / steps, y / steps))
    return points


def _rings(arcs: Sequence[Sequence[Point]], numbers: Sequence[int]) -> Iterator[Ring]:
    """A ring, and the same on the other side of the map where it goes beyond an edge."""
    points: list[Point] = []
    for number in numbers:
        points += (arcs[number] if number >= 0 else arcs[~number][::-1])[bool(points) :]
    whole = _ring(unbroken(points))
    yield whole
    turn = -360.0 if whole.reach[2] > 180 else 360.0
    if whole.reach[2] > 180 or whole.reach[0] < -180:
        yield _ring([(x + turn, y) for x, y in whole.points])


def _ring(points: Sequence[Point]) -> Ring:
    across, down = zip(*points, strict=True)
    return Ring(tuple(points), (min(across), min(down), max(across), max(down)))


def unbroken(points: Sequence[Point]) -> list[Point]:
    """The line without leaps from one edge of the map to the other: Russia goes on to 190° E."""
    turn, kept = 0.0, [points[0]]
    for (before, _), (x, y) in pairwise(points):
        turn -= 360.0 * round((x - before) / 360)
        kept.append((x + turn, y))
    return kept
