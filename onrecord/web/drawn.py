"""Events as ``/events`` draws them: a mark for each, or one for many that look alike; and the list
of those that one such mark stands for.

Which events a mark stands for is not a question to the record: they share the date that articles
give, to the letter, and the lane they are drawn in. So they are picked out of those drawn.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Self, get_args
from urllib.parse import quote

from markupsafe import Markup

from onrecord.across import Recounted
from onrecord.errors import QuestionInvalid
from onrecord.model import Status
from onrecord.phrases.dates import in_words
from onrecord.phrases.entries import STATUSES
from onrecord.phrases.letters import one_line
from onrecord.record import Record
from onrecord.web import charts
from onrecord.web.asked import Asked

DRAWN = 150  # events that have a mark each; of more, columns say how many there are
NOBODY = ("actor not stated", "place not stated")
_TOLD = 3  # dates named of one mark


@dataclass(frozen=True, slots=True)
class Mark:
    """What a mark stands for: a status, the dates (EDTF) of its events, and the lane it is in; as
    an address writes it, ``happened|1968;1968-06|assault``.
    """

    status: Status
    dates: tuple[str, ...]
    lane: str

    @classmethod
    def read(cls, typed: str) -> Self:
        """Raises QuestionInvalid."""
        status, _, rest = typed.partition("|")
        dates, _, lane = rest.partition("|")
        known = next((each for each in get_args(Status) if each == status), None)
        if known is None or not dates or not lane:
            raise QuestionInvalid(f"“{one_line(typed)}” is no mark of the plot; follow one there")
        return cls(known, tuple(dates.split(";")), lane)

    @property
    def written(self) -> str:
        return "|".join((self.status, ";".join(self.dates), self.lane))

    @property
    def english(self) -> str:
        """``assault, in 1968, happened``."""
        named = [in_words(each) for each in self.dates[:_TOLD]]
        more = ["other dates"] if len(self.dates) > _TOLD else []
        return f"{self.lane}, {' or '.join([*named, *more])}, {STATUSES[self.status][1]}"

    def stands_for(self, value: Recounted, lanes: str) -> bool:
        is_here = _when(value) in self.dates and _lane(value, lanes) == self.lane
        return is_here and self.status in value.occurrence.statuses


@dataclass(frozen=True, slots=True)
class Drawn:
    """The events of a page with the plot of all; ``count`` are in the list, of all pages."""

    found: Sequence[Recounted]
    plot: Markup
    count: int
    rows: Sequence[Recounted] | None = None  # all of one mark


def drawn(record: Record, which: Asked, count: int, lanes: str, mark: Mark | None) -> Drawn:
    """A page of events, and the plot of all: marks, or columns where there are too many for marks.
    With a mark, the page is of those that it stands for.
    """
    if count > DRAWN:
        if mark:
            raise QuestionInvalid(f"of more than {DRAWN} events no marks are drawn; narrow down")
        counts = record.search.over_time("occurrences", **which.filters)
        within = partial(_within, which)
        plot = charts.over_time(counts, within, title="Events over time", noun="event")
        return Drawn(list(record.occurrences(**which.question)), plot, count)
    every = list(record.occurrences(**which.whole, limit=DRAWN))
    marks = [made for each in every for made in _marks(each, lanes)]
    plot = charts.timeline(marks, _several(which, lanes))
    listed = [each for each in every if mark.stands_for(each, lanes)] if mark else every
    here = listed[which.start : which.start + which.limit]
    return Drawn(here, plot, len(listed), listed if mark else None)


def _within(which: Asked, days: str) -> str:
    return f"/events{which.within(days)}"


def _several(which: Asked, lanes: str) -> charts.Several:
    """The list of the events that one mark stands for."""

    def address(dates: Collection[str], status: Status, lane: str) -> str:
        mark = Mark(status, tuple(sorted(dates)), lane)
        return f"/events{which.query(lanes=lanes, mark=mark.written)}#table"

    return address


def _marks(value: Recounted, lanes: str) -> Iterator[charts.Dated]:
    """A mark for each status that accounts give the event."""
    one = value.occurrence
    for status in one.statuses:
        address = f"/event/{quote(one.id, safe='')}"
        said = _said(value, status)
        yield charts.Dated(_when(value), status, _lane(value, lanes), said, address)


def _lane(value: Recounted, lanes: str) -> str:
    one = value.occurrence
    return {
        "action": one.action.lower(),
        "actor": one.actors[0] if one.actors else NOBODY[0],
        "place": one.place or NOBODY[1],
    }[lanes]


def _when(value: Recounted) -> str | None:
    """The date that accounts agree on, or else that of the telling which stands for them."""
    return value.occurrence.when.edtf or value.telling.event.when.edtf


def _said(value: Recounted, status: Status) -> str:
    """An event in words: who did what to whom, when, and according to whom."""
    one, told = value.occurrence, value.telling
    who = ", ".join(one.actors) or NOBODY[0]
    whom = f" → {', '.join(one.recipients)}" if one.recipients else ""
    place = f", in {one.place}" if one.place and one.place not in one.recipients else ""
    source = (
        f"according to {' ← '.join(told.chain)}" if told.chain else "in the article's own voice"
    )
    what = f"{who}, “{told.event.trigger.text}”{whom}{place}"
    return f"{in_words(_when(value))}: {what}; {STATUSES[status][1]}; {source}"
