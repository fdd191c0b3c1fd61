"""Places of events as rows: where each is and why, or why it is nowhere."""

from __future__ import annotations

from typing import Any

from onrecord.export.cells import Column, listed

_ALIKE: tuple[Column, ...] = (
    ("events", lambda v: v.events),
    ("tellings", lambda v: v.tellings),
    ("reasons", lambda v: listed(v.reasons)),
)


def _statuses(spot: Any) -> str:
    return listed(f"{one.value} {one.count}" for one in spot.statuses)


SPOT: tuple[Column, ...] = (
    ("id", lambda v: v.id),
    ("place", lambda v: v.place),
    ("kind", lambda v: v.kind),
    ("country", lambda v: v.country),
    ("latitude", lambda v: v.latitude),
    ("longitude", lambda v: v.longitude),
    ("statuses", _statuses),
    ("names", lambda v: listed(v.names)),
    *_ALIKE,
)
UNPLACED: tuple[Column, ...] = (
    ("id", lambda v: None),
    ("place", lambda v: v.place),
    ("kind", lambda v: v.why),
    ("country", lambda v: None),
    ("latitude", lambda v: None),
    ("longitude", lambda v: None),
    ("statuses", lambda v: None),
    ("names", lambda v: v.place),
    *_ALIKE,
)
