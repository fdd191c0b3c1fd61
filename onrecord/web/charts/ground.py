"""The ground of a map: which part of the world it shows, and the land in it as a path.

A map is flat: a degree of longitude is as wide everywhere as it is in the middle of the map. The
path is drawn on a sheet ``WIDE`` units wide; marks go by shares of the sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians

from onrecord.lexicon.outlines import Point, Ring, rings

WIDE = 1000
SHAPES = 1.5, 2.2  # how many times wider than high a map is, at least and at most
ROOM = 0.14  # around the outermost places, as a share of what lies between them
NORTH, SOUTH = 84.0, -60.0  # nothing of the news happens beyond
DETAILED = 110.0  # degrees across: maps of more show less of each coast
STEPS = (0.5, 1, 2, 5, 10, 15, 30)  # degrees between the lines of the grid


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the world, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @property
    def narrowing(self) -> float:
        """How much narrower a degree of longitude is here than one of latitude."""
        return cos(radians((self.south + self.north) / 2))

    @property
    def high(self) -> int:
        """How high the sheet is that is ``WIDE`` wide."""
        wide = (self.east - self.west) * self.narrowing
        return max(round(WIDE * (self.north - self.south) / wide), 1)

    def holds(self, latitude: float, longitude: float) -> bool:
        """Whether a place lies in it."""
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north

    def across(self, longitude: float) -> float:
        """Where a longitude lies, as a share of the width."""
        return (longitude - self.west) / (self.east - self.west)

    def down(self, latitude: float) -> float:
        return (self.north - latitude) / (self.north - self.south)


def frame(places: Sequence[tuple[float, float, float]]) -> Frame:
    """What shows all places (latitude, longitude, and how many degrees around it are wanted), and
    of the world no more than that.
    """
    south = min(lat - around for lat, _, around in places)
    north = max(lat + around for lat, _, around in places)
    narrow = max(cos(radians((south + north) / 2)), 0.2)
    west = min(lon - around / narrow for _, lon, around in places)
    east = max(lon + around / narrow for _, lon, around in places)
    wide, high = (east - west) * (1 + 2 * ROOM), (north - south) * (1 + 2 * ROOM)
    least, most = SHAPES
    high = max(high, wide * narrow / most)
    wide = max(wide, high * least / narrow)
    across, down = (west + east) / 2, (south + north) / 2
    return _within(across, down, min(wide, 360.0), min(high, NORTH - SOUTH))


def _within(across: float, down: float, wide: float, high: float) -> Frame:
    """The frame around a middle, pushed back into the world where it reaches beyond."""
    west = min(max(across - wide / 2, -180.0), 180.0 - wide)
    south = min(max(down - high / 2, SOUTH), NORTH - high)
    return Frame(*(round(side, 2) for side in (west, south, west + wide, south + high)))


@lru_cache(maxsize=256)
def land(shown: Frame) -> str:
    """The land in a frame as a path, in whole units of the sheet."""
    detailed = shown.east - shown.west <= DETAILED
    found = (_path(shown, ring) for ring in rings("50m" if detailed else "110m"))
    return "".join(path for path in found if path)


def grid(shown: Frame) -> Iterator[tuple[bool, float, str]]:
    """The lines of the grid: whether it is a meridian, where it lies as a share of the sheet, and
    its degrees in words.
    """
    step = next((s for s in STEPS if (shown.east - shown.west) / s <= 8), STEPS[-1])
    for side, first, last in (
        (True, shown.west, shown.east),
        (False, shown.south, shown.north),
    ):
        place = step * (first // step + 1)
        while place < last:
            share = shown.across(place) if side else shown.down(place)
            yield side, share, _degrees(place, "EW" if side else "NS")
            place += step


def _degrees(place: float, letters: str) -> str:
    return f"{abs(place):g}° {letters[place < 0]}" if place else "0°"


def _path(shown: Frame, ring: Ring) -> str:
    """A ring as far as it lies in the frame, without points that fall nearly together."""
    west, south, east, north = ring.reach
    if west > shown.east or east < shown.west or south > shown.north or north < shown.south:
        return ""
    inside = west >= shown.west and east <= shown.east
    inside = inside and south >= shown.south and north <= shown.north
    points: Sequence[Point] = ring.points if inside else _cut(ring.points, shown)
    high = shown.high
    kept: list[tuple[int, int]] = []
    for longitude, latitude in points:
        point = round(shown.across(longitude) * WIDE), round(shown.down(latitude) * high)
        if not kept or _apart(point, kept[-1]) > 1:
            kept.append(point)
    return _written(kept) if len(kept) > 2 else ""


def _apart(one: tuple[int, int], other: tuple[int, int]) -> int:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _written(points: Sequence[tuple[int, int]]) -> str:
    (x, y), *rest = points
    steps = []
    for ahead, down in rest:
        steps.append(f"{ahead - x} {down - y}")
        x, y = ahead, down
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z".replace(" -", "-")


def _cut(points: Iterable[Point], shown: Frame) -> Sequence[Point]:
    """The ring cut off a little beyond the frame, side by side (Sutherland and Hodgman, 1974)."""
    more = (shown.east - shown.west) / 50
    left = list(points)
    for axis, limit, sign in (
        (0, shown.west - more, 1),
        (0, shown.east + more, -1),
        (1, shown.south - more, 1),
        (1, shown.north + more, -1),
    ):
        left = list(_kept(left, axis, limit, sign))
    return left


def _kept(points: Sequence[Point], axis: int, limit: float, sign: int) -> Iterator[Point]:
    """What lies on one side of a line, and where the ring crosses it."""
    before = points[-1] if points else (0.0, 0.0)
    was_in = sign * (before[axis] - limit) >= 0
    for point in points:
        is_in = sign * (point[axis] - limit) >= 0
        if is_in != was_in:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            other = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
            yield (limit, other) if axis == 0 else (other, limit)
        if is_in:
            yield point
        before, was_in = point, is_in
