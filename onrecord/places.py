"""Where events were: the places of a gazetteer that articles name, and the names that it cannot
tell. A place counts every event that somebody says was there, each once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.findings import Choice

SpotKind = Literal["country", "region", "capital", "city"]
Unsure = Literal["unknown", "ambiguous"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the gazetteer, with the events that are told to have been there.

    ``id`` names it in questions. A country or a region stands at its middle, for events of which no
    nearer place is given; ``country`` is a code of ISO 3166, ``statuses`` say of how many events
    each is told, ``names`` are those that articles give the place, ``reasons`` why they are held to
    mean it.
    """

    id: str
    place: str
    kind: SpotKind
    country: str
    latitude: float
    longitude: float
    events: int
    tellings: int
    statuses: tuple[Choice, ...]
    names: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A name that is on no map, and why: the gazetteer does not know it, or it may mean several."""

    place: str
    why: Unsure
    events: int
    tellings: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """What a question finds on the map. Each of the ``events`` is ``placed``, or else it is only
    told at a place that is ``ambiguous`` or ``unknown``, or at none (``without``).
    """

    events: int
    placed: int
    ambiguous: int
    unknown: int
    without: int
    spots: tuple[Spot, ...]
    unplaced: tuple[Unplaced, ...]
