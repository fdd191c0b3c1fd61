"""``/people`` and ``/entity/ID``: who is on the record, and one of them over time: roles and who
gave them, names and who uses them, statements in order, all on one topic, who passes them on, whom
they meet, and why these entries are one person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from markupsafe import Markup

from onrecord.across import Position
from onrecord.export.entries import entries
from onrecord.findings import Choice
from onrecord.model import Spoken
from onrecord.portraits import Known, Portrait, Sort
from onrecord.record import Record
from onrecord.web import charts
from onrecord.web.answers import Answer, page
from onrecord.web.asked import Asked, asked
from onrecord.web.desk import At
from onrecord.web.views import known, reached

router = APIRouter()
Listed = Annotated[Asked, Depends(asked("people"))]
Which = Annotated[Asked, Depends(asked("entity"))]
KINDS: Mapping[str, str] = {
    "person": "People",
    "organization": "Organizations",
    "country": "Countries",
    "place": "Places",
    "group": "Groups",
    "outlet": "Outlets",
    "document": "Documents",
    "unnamed": "Unnamed sources",
    "any": "Everybody and everything",
}
SORTS: Mapping[Sort, str] = {
    "accounts": "most accounts",
    "statements": "most statements",
    "latest": "latest in print",
    "name": "by name",
}
ORDERS = {"newest": "newest first", "oldest": "oldest first"}
TOPICS = 14  # words suggested
MOST = 25  # statements on a page, which has more than these
FEW = 6  # roles, names… shown before the rest is unfolded


@dataclass(frozen=True, slots=True)
class Part:
    """A list beside the page: what is shown at once, and the rest."""

    shown: tuple[Any, ...]
    more: tuple[Any, ...]

    @classmethod
    def of(cls, values: tuple[Any, ...], few: int = FEW) -> Part:
        cut = few if len(values) > few + 1 else len(values)
        return cls(values[:cut], values[cut:])


@page(router, "/people", "people.html", rows=Known)
def people(
    desk: At,
    which: Listed,
    kind: Annotated[str, Query(description=f"{', '.join(KINDS)}.")] = "person",
    sort: Annotated[str, Query(description=f"{', '.join(SORTS)}.")] = "accounts",
) -> Answer:
    """People, organizations, countries… across articles, under all their names."""
    known("kind", kind, tuple(KINDS))
    known("way to sort", sort, tuple(SORTS))
    own: dict[str, Any] = {**which.filters, "kind": None if kind == "any" else kind}
    record, asked_for = desk.record, {**own, "sort": sort}
    found = list(record.search.directory(start=which.start, limit=which.limit, **asked_for))
    total = record.search.count_across("entities", **own)
    reached(desk, which.page, which.limit, total)
    value = {"page": which.page, "total": total, "kind": kind, "entities": found}
    shown = {
        "asked": _Sorted(which, kind, sort),
        "kinds": KINDS,
        "sorts": SORTS,
        "linked": record.is_linked(),
    }
    return Answer(value, shown, rows=lambda: record.search.directory(**asked_for))


@dataclass(frozen=True, slots=True)
class _Sorted:
    """What is asked, with the kind and the order, for addresses of neighbouring lists."""

    which: Asked
    kind: str
    sort: str

    @property
    def page(self) -> int:
        return self.which.page

    @property
    def limit(self) -> int:
        return self.which.limit

    @property
    def filters(self) -> Mapping[str, Any]:
        return self.which.filters

    def query(self, **changes: Any) -> str:
        own = {
            "kind": None if self.kind == "person" else self.kind,
            "sort": None if self.sort == "accounts" else self.sort,
        }
        return self.which.query(**{**own, **changes})


@page(router, "/entity/{id}", "entity.html", rows=Spoken)
def entity(
    desk: At,
    id: str,
    which: Which,
    about: Annotated[str, Query(description="A topic: what was said on it, in order.")] = "",
) -> Answer:
    """One person, organization, country… across articles."""
    which = replace(which, order=which.order or "newest", limit=min(which.limit, MOST))
    known("order", which.order or "", tuple(ORDERS))
    record, found, topic = desk.record, desk.record.search.portrait(id), about.strip()
    person = _Person(record, found, which)
    positions, further = person.positions(topic) if topic else ([], False)
    said = [] if topic else list(record.statements(**person.question))
    total = record.search.count("statements", **person.filters)
    value = {
        **{name: getattr(found, name) for name in Portrait.__slots__},
        "page": which.page,
        "total": total,
        "about": topic or None,
        "positions": [entry for each in positions for entry in entries(each)],
        "statements": [entry for each in said for entry in entries(each)],
    }
    shown = {
        "asked": which,
        "orders": ORDERS,
        "found": found,
        "topic": topic,
        "topics": person.topics(),
        "positions": positions,
        "further": further,
        "said": said,
        "plot": person.plot(),
        "kinds": KINDS,
        "side": {name: Part.of(getattr(found, name)) for name in _SIDE},
    }
    return Answer(value, shown, rows=lambda: person.rows(topic))


_SIDE = ("names", "roles", "publishers", "relays", "company", "reasons", "conflicts")


@dataclass(frozen=True, slots=True)
class _Person:
    """What is asked of one of them."""

    record: Record
    found: Portrait
    which: Asked

    @property
    def filters(self) -> dict[str, Any]:
        return {**self.which.filters, "entity": self.found.known.id}

    @property
    def question(self) -> dict[str, Any]:
        return {**self.which.question, "entity": self.found.known.id}

    def positions(self, topic: str) -> tuple[list[Position], bool]:
        """A page of what they said on a topic, earliest first, and whether there is more."""
        start, most = self.which.start, self.which.limit
        asked_for = {**self.which.filters, "start": start, "limit": most + 1}
        found = list(self.record.position(self.found.known.id, about=topic, **asked_for))
        return found[:most], len(found) > most

    def rows(self, topic: str) -> Iterator[Spoken]:
        if not topic:
            return self.record.statements(order=self.which.order, **self.filters)
        found = self.record.position(self.found.known.id, about=topic, **self.which.filters)
        return (each.spoken for each in found)

    def topics(self) -> list[Choice]:
        """Words that several of their statements share."""
        found = self.record.search.topics(limit=TOPICS, entity=self.found.known.id)
        return [each for each in found if each.count > 1]

    def plot(self) -> Markup:
        """Their statements over time; a column narrows the list to its days."""
        counts = self.record.search.over_time("statements", **self.filters)
        if len(counts) < 2:
            return Markup()
        return charts.over_time(counts, self._within, title="Statements over time")

    def _within(self, days: str) -> str:
        return self.which.within(days) + "#statements"
