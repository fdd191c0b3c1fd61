"""The outlines of countries, for the ground of a map: rings of longitudes and latitudes.

The data are Natural Earth's (public domain; ``atlas/LICENSE``), made by ``python -m
training.gazetteer``. There are two degrees of detail, of which a map takes one.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
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
    return tuple(_ring(arcs, numbers) for numbers in world["rings"])


def _points(arc: Sequence[int], steps: int) -> list[Point]:
    x, y = arc[:2]
    points = [(x / steps, y / steps)]
    for dx, dy in zip(arc[2::2], arc[3::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / steps, y / steps))
    return points


def _ring(arcs: Sequence[Sequence[Point]], numbers: Sequence[int]) -> Ring:
    points: list[Point] = []
    for number in numbers:
        points += (arcs[number] if number >= 0 else arcs[~number][::-1])[bool(points) :]
    across, down = zip(*points, strict=True)
    return Ring(tuple(points), (min(across), min(down), max(across), max(down)))
