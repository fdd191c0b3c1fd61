"""``/disagreements``: what accounts differ in, by kind; each value with those who give it.

Which is right is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, get_args
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query

from onrecord.across import Differing, Disagreement, Told
from onrecord.calendar import valid
from onrecord.export.entries import entries
from onrecord.phrases.dates import in_words
from onrecord.phrases.entries import STATUSES
from onrecord.phrases.numbers import amount_of
from onrecord.record import Record
from onrecord.web.answers import Answer, page
from onrecord.web.apart import Heading, headings
from onrecord.web.asked import Asked, asked
from onrecord.web.desk import At
from onrecord.web.remarks import remarks
from onrecord.web.views import known, reached

router = APIRouter()
Which = Annotated[Asked, Depends(asked("entities"))]
KINDS: tuple[Differing, ...] = get_args(Differing)
TITLES = {
    "figure": "Figures",
    "status": "What became of it",
    "actor": "Who did it",
    "date": "When it was",
    "wording": "What was said",
    "role": "What somebody is",
}
_EVENT = ("/event/", "Every telling of this event")
HOMES = {
    "figure": ("/figure/", "All figures of this count"),
    **dict.fromkeys(("status", "actor", "date"), _EVENT),
    "wording": ("/utterance/", "Every report of these words"),
    "role": ("/entity/", "All roles, and who gave them"),
}
TELLERS = 6  # shown at once of those who give one value


@dataclass(frozen=True, slots=True)
class Valued:
    """One value and those who give it; ``more`` are shown when asked for."""

    value: str
    told: tuple[Told, ...]
    more: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Differed:
    """A disagreement, value by value."""

    disagreement: Disagreement
    values: tuple[Valued, ...]
    heading: Heading

    @property
    def home(self) -> str:
        return home(self.disagreement)


@page(router, "/disagreements", "disagreements.html", rows=Disagreement)
def disagreements(
    desk: At,
    which: Which,
    kind: Annotated[str, Query(description="figure, status, actor, date, wording, role.")] = "",
) -> Answer:
    """What accounts differ in, of one kind or of all."""
    known("kind of disagreement", kind, ("", *KINDS))
    record, filters = desk.record, which.filters
    of = next((each for each in KINDS if each == kind), None)
    found = list(record.disagreements(kind=of, **which.question))
    counts = {
        each: record.search.count_across("disagreements", differing=each, **filters)
        for each in KINDS
    }
    count = counts[of] if of else sum(counts.values())
    reached(desk, which.page, which.limit, count)
    value = {
        "page": which.page,
        "count": count,
        "counts": counts,
        "disagreements": [entry for each in found for entry in entries(each)],
    }
    shown = {
        "asked": which,
        "kind": kind,
        "titles": TITLES,
        "homes": HOMES,
        "differed": differed(record, found),
        "said": remarks(record, ((each.article, each.entry) for d in found for each in d.values)),
    }
    return Answer(value, shown, rows=lambda: record.disagreements(kind=of, **which.whole))


def about(found: Disagreement) -> str:
    """What it is about, with its date in words: ``what Jane Doe said, in March 2024``."""
    named, _, edtf = found.about.rpartition(", ")
    return f"{named}, {in_words(edtf)}" if named and valid(edtf) else found.about


def home(found: Disagreement) -> str:
    """The address of the event, count, utterance or person that accounts differ in."""
    return f"{HOMES[found.kind][0]}{quote(found.values[0].entry, safe='')}"


def differed(record: Record, found: Sequence[Disagreement]) -> list[Differed]:
    """Disagreements, value by value, each under a heading of its own."""
    headed = zip(found, headings(record, found, about), strict=True)
    return [Differed(each, tuple(_valued(each)), heading) for each, heading in headed]


def _valued(found: Disagreement) -> Iterator[Valued]:
    """Those who give each value, in the order of the first of each."""
    together: dict[str, list[Told]] = {}
    for each in found.values:
        together.setdefault(_words(found.kind, each.value), []).append(each)
    for value, those in together.items():
        yield Valued(value, tuple(those[:TELLERS]), tuple(those[TELLERS:]))


def _words(kind: Differing, value: float | str | None) -> str:
    """A number as people write it, a status in words, a date in words, anything else as it is."""
    if isinstance(value, int | float):
        return amount_of(value)
    if kind == "status":
        return next((words for name, (_, words) in STATUSES.items() if name == value), value or "")
    return in_words(value) if kind == "date" else value or ""
