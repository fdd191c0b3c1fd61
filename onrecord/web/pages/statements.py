"""``/statements``: who said what, found by words or by meaning, narrowed by facets; every filter
states itself in English and can be taken off, and the address holds the whole question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from onrecord.export.entries import entries
from onrecord.findings import NEAR, Choice, Facet, Near
from onrecord.model import Spoken
from onrecord.record import Record
from onrecord.web.answers import Answer, page
from onrecord.web.asked import Asked, asked
from onrecord.web.desk import At
from onrecord.web.views import known, reached

router = APIRouter()
Which = Annotated[Asked, Depends(asked("statements"))]
BY = ("words", "meaning")
ORDERS: Mapping[str, str] = {
    "newest": "newest first",
    "oldest": "oldest first",
    "record": "as they were added",
}
CHOICES = 8  # of a facet; what is rarer is found by words
MONTHS = 12  # the latest


@dataclass(frozen=True, slots=True)
class Searched:
    """A search: a question, and what statements must mean, where that is asked for."""

    which: Asked
    about: str | None

    @classmethod
    def of(cls, which: Asked, by: str) -> Searched:
        """By meaning, the words in the box are no filter."""
        ordered = replace(which, order=which.order or "newest")
        if by == "words" or "text" not in which.filters:
            return cls(ordered, None)
        filters = {name: value for name, value in which.filters.items() if name != "text"}
        return cls(replace(ordered, filters=filters), which.filters["text"])

    def found(self, record: Record, **part: int | None) -> Iterator[Spoken | Near]:
        question = {**self.which.question, **part}
        if self.about is None:
            return record.statements(**question)
        del question["order"]
        return record.search.nearest(self.about, **question)

    def part(self, record: Record) -> list[Spoken | Near]:
        """What stands on the page."""
        if self.about is None:
            return [*record.search.page(**self.which.question)]
        return [*self.found(record)]

    def query(self, **changes: Any) -> str:
        """The address of a neighbouring search."""
        by = {"search": "meaning", "text": self.about} if self.about else {}
        newest = {"order": None} if self.which.order == "newest" else {}
        return self.which.query(**{**by, **newest, **changes})


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in English, and the address of the search without it."""

    english: str
    without: str


@dataclass(frozen=True, slots=True)
class Box:
    """A choice of a facet: whether it is made, and the address that makes it, or takes it back."""

    choice: Choice
    made: bool
    address: str


@page(router, "/statements", "statements.html", rows=Spoken)
def statements(
    desk: At,
    which: Which,
    search: Annotated[str, Query(description="By the words in text, or by meaning.")] = "words",
) -> Answer:
    """Who said what, with the passage that says so."""
    known("kind of search", search, BY)
    record, searched = desk.record, Searched.of(which, search)
    filters = searched.which.filters
    found = searched.part(record)
    total = record.search.count("statements", about=searched.about, **filters)
    reached(desk, which.page, which.limit, total)
    facets = record.search.facets("statements", about=searched.about, **filters)
    english = record.search.described("statements", **filters)
    value: dict[str, Any] = {
        "page": which.page,
        "total": total,
        "near": NEAR if searched.about else None,
        "question": _question(english, searched.about),
        "facets": facets,
        "statements": [entry for each in found for entry in entries(each)],
    }
    shown = {
        "searched": searched,
        "asked": searched.which,
        "chips": list(_chips(record, searched)),
        "boxes": [(facet, _boxes(facet, searched)) for facet in facets],
        "found": [_near(each) for each in found],
        "orders": ORDERS,
    }
    return Answer(value, shown, rows=lambda: _rows(record, searched))


def _question(english: str, about: str | None) -> str:
    return f"{english}, near “{about}” in meaning, the nearest first" if about else english


def _rows(record: Record, searched: Searched) -> Iterator[Spoken]:
    everything = searched.found(record, start=None, limit=None)
    return (spoken for spoken, _ in map(_near, everything))


def _near(found: Spoken | Near) -> tuple[Spoken, float | None]:
    return (found.spoken, found.nearness) if isinstance(found, Near) else (found, None)


def _chips(record: Record, searched: Searched) -> Iterator[Chip]:
    if searched.about:
        without = searched.which.query()
        yield Chip(f"near “{searched.about}” in meaning", without)
    for field, english in record.search.stated("statements", **searched.which.filters):
        yield Chip(english, searched.query(**{field: None}))


def _boxes(facet: Facet, searched: Searched) -> list[Box]:
    """The choices that are shown, and those that are made wherever they stand."""
    asked = searched.which.filters.get(facet.field)
    is_month = facet.field == "during"
    several = facet.values[-MONTHS:][::-1] if is_month else facet.values
    boxes = []
    for rank, choice in enumerate(several):
        made = asked == choice.value
        if made or rank < CHOICES or is_month:
            change = {facet.field: None if made else choice.value}
            boxes.append(Box(choice, made, searched.query(**change)))
    return boxes
