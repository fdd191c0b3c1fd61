"""``/events``: each event once, with its accounts, on a timeline and in a table below it; and
``/event/ID``: every telling of one event, with its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Annotated, Any, get_args
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query
from markupsafe import Markup

from onrecord.across import Recounted, Told
from onrecord.errors import QuestionInvalid
from onrecord.export.entries import entries
from onrecord.model import Happened, Status
from onrecord.phrases.dates import in_words
from onrecord.phrases.entries import STATUSES
from onrecord.plover import MODES
from onrecord.record import Record
from onrecord.web import charts
from onrecord.web.answers import Answer, page
from onrecord.web.asked import Asked, asked
from onrecord.web.desk import At, Desk
from onrecord.web.views import known, reached
from onrecord.web.whereabouts import whereabouts

router = APIRouter()
Which = Annotated[Asked, Depends(asked("events"))]
DRAWN = 150  # events that have a mark each; of more, columns say how many there are
TELLINGS = 40  # on a page
LANES = ("action", "actor", "place")
NOBODY = ("actor not stated", "place not stated")
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
) -> Answer:
    """Events in the order of their dates, each once, whoever tells it; or every telling; or where
    they were.
    """
    known("kind of lane", lanes, LANES)
    known("view", view, VIEWS)
    if at and view != "map":
        raise QuestionInvalid("“at” asks for a place on the map; add view=map, or ask for “place”")
    if view == "map":
        return whereabouts(desk, which, at)
    return _listed(desk, which, lanes, view)


def _listed(desk: Desk, which: Asked, lanes: str, view: str) -> Answer:
    """Events as a list: each once, with a plot of all, or every telling."""
    record, filters = desk.record, which.filters
    count = record.search.count_across("occurrences", **filters)
    found, plot = _once(record, which, count, lanes) if view == "events" else ([], Markup())
    told = list(record.events(**which.question)) if view == "tellings" else []
    tellings = record.search.count("events", **filters)
    reached(desk, which.page, which.limit, tellings if view == "tellings" else count)
    value = {
        "page": which.page,
        "count": count,
        "tellings": tellings,
        "events": [*_entries(found), *_entries(told)],
    }
    shown = {
        "asked": which,
        "lanes": lanes,
        "view": view,
        "found": found,
        "told": told,
        "plot": plot,
        "statuses": get_args(Status),
        "actions": tuple(MODES),
        "facets": record.search.facets("events", **filters),
        "english": record.search.described("events", **filters),
    }
    if view == "tellings":
        return Answer(value, shown, lambda: record.events(**which.whole), Happened)
    return Answer(value, shown, lambda: record.occurrences(**which.whole))


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


def _once(
    record: Record, which: Asked, count: int, lanes: str
) -> tuple[Sequence[Recounted], Markup]:
    """A page of events, and the plot of all: a mark for each event, or columns where there are too
    many for marks.
    """
    if count > DRAWN:
        counts = record.search.over_time("occurrences", **which.filters)
        within = partial(_within, which)
        plot = charts.over_time(counts, within, title="Events over time", noun="event")
        return list(record.occurrences(**which.question)), plot
    every = list(record.occurrences(**which.whole, limit=DRAWN))
    marks = [mark for each in every for mark in _marks(each, lanes)]
    here = every[which.start : which.start + which.limit]
    return here, charts.timeline(marks, _several(which, lanes))


def _within(which: Asked, days: str) -> str:
    return f"/events{which.within(days)}"


def _several(which: Asked, lanes: str) -> charts.Several:
    """The list of the events of one date, status and lane, in which others may stand as well: of
    that month's days, and of longer names.
    """

    def address(edtf: str | None, status: Status, lane: str) -> str:
        named = {} if lane in NOBODY else {lanes: lane}
        more = {**named, "status": status, "lanes": lanes}
        return f"/events{which.within(edtf, **more) if edtf else which.query(**more)}"

    return address


def _marks(value: Recounted, lanes: str) -> Iterator[charts.Dated]:
    """A mark for each status that accounts give the event."""
    one = value.occurrence
    lane = {
        "action": one.action.lower(),
        "actor": one.actors[0] if one.actors else NOBODY[0],
        "place": one.place or NOBODY[1],
    }[lanes]
    for status in one.statuses:
        address = f"/event/{quote(one.id, safe='')}"
        yield charts.Dated(_when(value), status, lane, _said(value, status), address)


def _when(value: Recounted) -> str | None:
    """The date that accounts agree on, or else that of the telling which stands for them."""
    return value.occurrence.when.edtf or value.telling.event.when.edtf


def _said(value: Recounted, status: Status) -> str:
    """An event in words: who did what to whom, when, and according to whom."""
    one, told = value.occurrence, value.telling
    who = ", ".join(one.actors) or "actor not stated"
    whom = f" → {', '.join(one.recipients)}" if one.recipients else ""
    place = f", in {one.place}" if one.place and one.place not in one.recipients else ""
    source = (
        f"according to {' ← '.join(told.chain)}" if told.chain else "in the article's own voice"
    )
    what = f"{who}, “{told.event.trigger.text}”{whom}{place}"
    return f"{in_words(_when(value))}: {what}; {STATUSES[status][1]}; {source}"
