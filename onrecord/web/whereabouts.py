"""``/events?view=map``: where the events are that a question asks for, and the tellings of one
place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from onrecord.export.entries import entries
from onrecord.model import Happened, Status
from onrecord.places import Spot
from onrecord.plover import MODES
from onrecord.web.answers import Answer
from onrecord.web.asked import Asked
from onrecord.web.charts import maps
from onrecord.web.desk import Desk
from onrecord.web.views import reached

DRAWN = 200  # places on a map, those of most events; of more, the CSV has the rest
UNPLACED = 40  # names that are on no map and are listed at once


def whereabouts(desk: Desk, which: Asked, at: str | None) -> Answer:
    """The map, with the table beside it; and where ``at`` names a place of it, what is told to have
    been there.
    """
    search, filters = desk.record.search, which.filters
    found = search.places(**filters)
    told = search.told_at(at, **which.question) if at else []
    here = search.count_at(at, **filters) if at else 0
    reached(desk, which.page, which.limit, here)
    value = {
        "page": which.page,
        "count": search.count_across("occurrences", **filters),
        "tellings": search.count("events", **filters),
        "places": found,
        "at": at,
        "told": here,
        "events": [entry for each in told for entry in entries(each)],
    }

    def address(spot: Spot) -> str:
        return f"/events{which.query(view='map', at=spot.id)}#told"

    at_place = next((spot for spot in found.spots if spot.id == at), None)
    spots = list(found.spots[:DRAWN])
    if at_place and at_place not in spots:
        spots.append(at_place)
    shown = {
        "places": found,
        "at_place": at_place,
        "told": told,
        "spots": spots,
        "drawn": maps.places(spots, address, at, "Events on a map"),
        "leads": address,
        "listed": UNPLACED,
        **_around(desk, which),
    }
    if at:
        return Answer(value, shown, lambda: search.told_at(at, **filters), Happened)
    return Answer(value, shown, lambda: (*found.spots, *found.unplaced), Spot)


def _around(desk: Desk, which: Asked) -> Mapping[str, Any]:
    """What stands above every view of events."""
    search, filters = desk.record.search, which.filters
    return {
        "asked": which,
        "view": "map",
        "lanes": "action",
        "statuses": get_args(Status),
        "actions": tuple(MODES),
        "facets": search.facets("events", **filters),
        "english": search.described("events", **filters),
    }
