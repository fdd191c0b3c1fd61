"""``/events``: each event once, with its accounts, on a timeline and in a table below it; and
``/event/ID``: every telling of one event, with its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Depends, Query
from markupsafe import Markup

from onrecord.across import Recounted, Told
from onrecord.errors import QuestionInvalid
from onrecord.export.entries import entries
from onrecord.model import Happened, Status
from onrecord.plover import MODES
from onrecord.record import Record
from onrecord.web.answers import Answer, page
from onrecord.web.asked import Asked, asked
from onrecord.web.desk import At, Desk
from onrecord.web.drawn import Mark, drawn
from onrecord.web.views import known, reached
from onrecord.web.whereabouts import whereabouts

router = APIRouter()
Which = Annotated[Asked, Depends(asked("events"))]
TELLINGS = 40  # on a page
LANES = ("action", "actor", "place")
VIEWS = ("events", "tellings", "map")


@page(router, "/events", "events.html", rows=Recounted)
def events(
    desk: At,
    which: Which,
    lanes: Annotated[str, Query(description="What a lane is: action, actor or place.")] = "action",
    view: Annotated[
        str, Query(description="events: each once; tellings: all; map: by place.")
    ] = "events",
    at: Annotated[str | None, Query(description="On the map: the place, by its id.")] = None,
    mark: Annotated[str, Query(description="Those that one mark of the plot stands for.")] = "",
) -> Answer:
    """Events in the order of their dates, each once, whoever tells it; or every telling; or where
    they were.
    """
    known("kind of lane", lanes, LANES)
    known("view", view, VIEWS)
    if at and view != "map":
        raise QuestionInvalid("“at” asks for a place on the map; add view=map, or ask for “place”")
    if mark and view != "events":
        raise QuestionInvalid("“mark” asks for events of the plot; take off “view”")
    if view == "map":
        return whereabouts(desk, which, at)
    return _once(desk, which, lanes, mark) if view == "events" else _told(desk, which, lanes)


def _once(desk: Desk, which: Asked, lanes: str, mark: str) -> Answer:
    """Each event once, with a plot of all."""
    record, one = desk.record, Mark.read(mark) if mark else None
    all = record.search.count_across("occurrences", **which.filters)
    page = drawn(record, which, all, lanes, one)
    reached(desk, which.page, which.limit, page.count)
    value = {
        "page": which.page,
        "count": page.count,
        "tellings": record.search.count("events", **which.filters),
        "undated": record.undated("events", **which.filters),
        "events": _entries(page.found),
    }
    own = {"found": page.found, "told": (), "plot": page.plot, "mark": one, "all": all}
    shown = {**_around(record, which), **own, "lanes": lanes, "view": "events"}
    rows = page.rows
    return Answer(value, shown, lambda: record.occurrences(**which.whole) if rows is None else rows)


def _told(desk: Desk, which: Asked, lanes: str) -> Answer:
    """Every telling, dated or not."""
    record, filters = desk.record, which.filters
    tellings = record.search.count("events", **filters)
    reached(desk, which.page, which.limit, tellings)
    told = list(record.events(**which.question))
    all = record.search.count_across("occurrences", **filters)
    value = {"page": which.page, "count": all, "tellings": tellings, "events": _entries(told)}
    own = {"found": (), "told": told, "plot": Markup(), "mark": None, "all": all}
    shown = {**_around(record, which), **own, "lanes": lanes, "view": "tellings"}
    return Answer(value, shown, lambda: record.events(**which.whole), Happened)


def _around(record: Record, which: Asked) -> Mapping[str, Any]:
    """What stands above a list of events."""
    return {
        "asked": which,
        "statuses": get_args(Status),
        "actions": tuple(MODES),
        "facets": record.search.facets("events", **which.filters),
        "english": record.search.described("events", **which.filters),
    }


def _entries(values: Iterable[Recounted | Happened]) -> list[dict[str, Any]]:
    """The JSON objects of a list, as the command line has them."""
    return [entry for each in values for entry in entries(each)]


@page(router, "/event/{id}", "event.html")
def event(desk: At, id: str, page: Annotated[int, Query(ge=1, le=100_000)] = 1) -> Answer:
    """One event as every article tells it, by its id or that of a telling."""
    occurrence = desk.record.occurrence(id)
    reached(desk, page, TELLINGS, len(occurrence.members))
    start = (page - 1) * TELLINGS
    told = occurrence.members[start : start + TELLINGS]
    tellings = desk.record.search.tellings(told)
    value = {"event": occurrence, "tellings": _entries(tellings)}
    shown = {
        "occurrence": occurrence,
        "tellings": tellings,
        "said": _by_status(occurrence.members),
        "differ": {each.kind for each in desk.record.search.differing(occurrence.id)},
        "articles": len({member.article for member in occurrence.members}),
        "page": page,
        "last": (len(occurrence.members) - 1) // TELLINGS + 1,
    }
    return Answer(value, shown)


def _by_status(members: Sequence[Told]) -> Mapping[Any, Sequence[Told]]:
    """Who says what became of it, in the order in which it was first said."""
    found: dict[Any, list[Told]] = {}
    for member in members:
        found.setdefault(member.value, []).append(member)
    return found
