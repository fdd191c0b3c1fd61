"""``/``: what is on the record, what is new on it, who speaks most and of what, the story over
time, where accounts differ, and what is not linked yet.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from fastapi import APIRouter
from markupsafe import Markup

from onrecord.across import Disagreement
from onrecord.export.entries import entries
from onrecord.record import Record
from onrecord.web import charts
from onrecord.web.answers import Answer, page
from onrecord.web.asked import Asked
from onrecord.web.desk import At
from onrecord.web.pages.disagreements import HOMES, KINDS, TITLES, differed

router = APIRouter()
PEOPLE = 10
TOPICS = 18
DIFFERENCES = 6
VALUES = 4  # of one disagreement; its own page has all
NOTHING = Asked()


@page(router, "/", "front.html")
def front(desk: At) -> Answer:
    """What is on the record as a whole."""
    record = desk.record
    summary = record.search.summary()
    heard = record.search.directory(kind="person", sort="statements", limit=PEOPLE)
    people = list(heard) if summary.linked else []
    found = _of_every_kind(record)
    counts = record.search.over_time("statements")
    said = ("confirmed", "corrected")
    reviewed = {each: record.search.count("statements", reviewed=each) for each in said}
    value = {
        "summary": summary,
        "reviewed": reviewed,
        "not_linked": summary.articles - summary.linked,
        "linked_by_others": record.search.linked_by_others(),
        "people": people,
        "topics": record.search.topics(limit=TOPICS),
        "over_time": [{"date": date, "count": count} for date, count in counts],
        "disagreements": _entries(found),
    }
    shown = {
        "people": people,
        "plot": charts.over_time(counts, _within) if counts else Markup(),
        "differed": differed(record, found),
        "titles": TITLES,
        "homes": HOMES,
        "values": VALUES,
    }
    return Answer(value, shown)


def _of_every_kind(record: Record) -> list[Disagreement]:
    """Some disagreements, the first of each kind before the second of any."""
    by_kind = [list(record.disagreements(kind=kind, limit=DIFFERENCES)) for kind in KINDS]
    found = [each for row in zip_longest(*by_kind) for each in row if each is not None]
    return sorted(found[:DIFFERENCES], key=lambda each: KINDS.index(each.kind))


def _entries(values: Sequence[Disagreement]) -> list[dict[str, Any]]:
    return [entry for each in values for entry in entries(each)]


def _within(days: str) -> str:
    return f"/statements{NOTHING.within(days)}"
