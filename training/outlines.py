"""The outlines of countries from Natural Earth, as the npm package world-atlas has them (TopoJSON),
in two degrees of detail: for maps of the world, and for maps of a part of it. Lines that two
countries share are kept once.
"""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from onrecord.lexicon.outlines import unbroken

SCALES = {"110m": 10, "50m": 50}  # and how many steps to a degree their places are rounded to
CONTINENT = 10  # Antarctica: where nothing of the news happens, and which a flat map cannot show

Point = tuple[float, float]


class Outlines:
    """What the package holds."""

    def __init__(self, package: Path) -> None:
        self._worlds: dict[str, Any] = {}
        with tarfile.open(package) as files:
            for scale in SCALES:
                stream = files.extractfile(f"package/countries-{scale}.json")
                assert stream
                self._worlds[scale] = json.load(stream)

    def centres(self) -> Mapping[int, Point]:
        """Latitude and longitude of the middle of each country's largest piece of land, by its
        number in ISO 3166-1.
        """
        world, found = self._worlds["50m"], {}
        arcs = list(_arcs(world))
        for country in _countries(world):
            rings = [_ring(arcs, numbers[0]) for numbers in _polygons(country)]
            if "id" in country and rings:
                found[int(country["id"])] = _middle(max(rings, key=lambda ring: abs(_area(ring))))
        return found

    def written(self) -> str:
        """Both degrees of detail as JSON: steps to a degree, arcs as differences, and rings as
        numbers of arcs; ``~n`` is arc n backwards.
        """
        scales = {scale: _written(world, SCALES[scale]) for scale, world in self._worlds.items()}
        return json.dumps(scales, separators=(",", ":"))


def _written(world: Any, steps: int) -> Any:
    arcs = [_rounded(arc, steps) for arc in _arcs(world)]
    rings = [
        ring
        for country in _countries(world)
        if int(country.get("id", 0)) != CONTINENT
        for polygon in _polygons(country)
        for ring in polygon
    ]
    used = sorted({number if number >= 0 else ~number for ring in rings for number in ring})
    places = {number: place for place, number in enumerate(used)}
    renumbered = [[places[n] if n >= 0 else ~places[~n] for n in ring] for ring in rings]
    return {"steps": steps, "arcs": [arcs[number] for number in used], "rings": renumbered}


def _countries(world: Any) -> Iterator[Any]:
    yield from world["objects"]["countries"]["geometries"]


def _polygons(country: Any) -> Sequence[Sequence[Sequence[int]]]:
    arcs = country.get("arcs") or []
    return [arcs] if country["type"] == "Polygon" else arcs


def _arcs(world: Any) -> Iterator[list[Point]]:
    """Longitudes and latitudes; TopoJSON keeps differences of whole numbers."""
    (across, down), (left, top) = world["transform"]["scale"], world["transform"]["translate"]
    for arc in world["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * across + left, y * down + top))
        yield points


def _rounded(points: Sequence[Point], steps: int) -> list[int]:
    """The first place, then differences; places that fall together are one."""
    kept: list[tuple[int, int]] = []
    for x, y in points:
        place = round(x * steps), round(y * steps)
        if not kept or place != kept[-1]:
            kept.append(place)
    flat = list(kept[0])
    for before, after in pairwise(kept):
        flat += [after[0] - before[0], after[1] - before[1]]
    return flat


def _ring(arcs: Sequence[Sequence[Point]], numbers: Sequence[int]) -> list[Point]:
    points: list[Point] = []
    for number in numbers:
        points += arcs[number] if number >= 0 else arcs[~number][::-1]
    return unbroken(points)


def _area(ring: Sequence[Point]) -> float:
    turned = [*ring[1:], ring[0]]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, turned, strict=True)) / 2


def _middle(ring: Sequence[Point]) -> Point:
    """Latitude and longitude of the centroid."""
    x = y = 0.0
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        part = a[0] * b[1] - b[0] * a[1]
        x, y = x + (a[0] + b[0]) * part, y + (a[1] + b[1]) * part
    six = 6 * _area(ring)
    return y / six, (x / six + 180) % 360 - 180
