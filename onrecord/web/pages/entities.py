"""``/people`` and ``/entity/ID``: who is on the record, and one of them over time: roles and who
gave them, names and who uses them, statements in order, all on one topic, who passes them on, whom
they meet, and why these entries are one person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Response
from markupsafe import Markup

from onrecord.across import Position
from onrecord.export.entries import entries
from onrecord.findings import Choice, Topic
from onrecord.model import Spoken
from onrecord.phrases.letters import one_line
from onrecord.portraits import Known, Portrait, Sort
from onrecord.record import Record
from onrecord.web import charts
from onrecord.web.answers import Answer, page
from onrecord.web.asked import Asked, asked
from onrecord.web.desk import At
from onrecord.web.views import at_home, known, reached

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
) -> Answer | Response:
    """One person, organization, country… across articles."""
    which = replace(which, order=which.order or "newest", limit=min(which.limit, MOST))
    known("order", which.order or "", tuple(ORDERS))
    record, found = desk.record, desk.record.search.portrait(id)
    if (home := at_home(desk, id, found.known.id)) is not None:
        return home
    person = _Person(record, found, which, about.strip())
    total = record.search.count("statements", **person.filters)
    topic = person.on_topic() if person.topic else None
    said = [] if topic else record.search.page(**person.question)
    reached(desk, which.page, which.limit, topic.total if topic else total)
    value = {
        **{name: getattr(found, name) for name in Portrait.__slots__},
        "page": which.page,
        "total": total,
        **(topic or NO_TOPIC).value(),
        "statements": [entry for each in said for entry in entries(each)],
    }
    return Answer(
        value,
        {"said": said, **person.shown(topic)},
        rows=lambda: person.positions() if topic else person.statements(),
        kind=Position if topic else Spoken,
    )


_SIDE = ("names", "roles", "publishers", "relays", "company", "reasons", "conflicts")


@dataclass(frozen=True, slots=True)
class _Topic:
    """What somebody said on a topic, counted, and a page of it: first what says its words
    (``says``), then what is only near it in meaning (``near``), each earliest first.
    """

    about: str
    counted: Topic
    page: tuple[Position, ...]
    limit: int = MOST

    @property
    def total(self) -> int:
        return self.counted.total

    @property
    def saying(self) -> int:
        return self.counted.saying

    @property
    def near_in_all(self) -> int:
        return self.total - self.saying

    @property
    def pages(self) -> int:
        return -(-self.total // self.limit) or 1

    @property
    def page_of_near(self) -> int:
        """The page on which begins what is only near in meaning."""
        return self.saying // self.limit + 1

    @property
    def says(self) -> list[Position]:
        return [each for each in self.page if each.says]

    @property
    def near(self) -> list[Position]:
        return [each for each in self.page if not each.says]

    def value(self) -> dict[str, Any]:
        """The same for JSON; each position tells in ``says`` which it is."""
        return {
            "about": self.about or None,
            "saying": self.saying,
            "near": self.near_in_all,
            "positions": [entry for each in self.page for entry in entries(each)],
        }


NO_TOPIC = _Topic("", Topic(0, 0, ()), ())


@dataclass(frozen=True, slots=True)
class _Person:
    """What is asked of one of them."""

    record: Record
    found: Portrait
    which: Asked
    topic: str

    @property
    def filters(self) -> dict[str, Any]:
        return {**self.which.filters, "entity": self.found.known.id}

    @property
    def question(self) -> dict[str, Any]:
        return {**self.which.question, "entity": self.found.known.id}

    def shown(self, topic: _Topic | None) -> dict[str, Any]:
        """What the page has besides its value."""
        return {
            "asked": self.which,
            "orders": ORDERS,
            "found": self.found,
            "topic": topic,
            "topics": self.topics(),
            "plot": self.plot(topic),
            "kinds": KINDS,
            "side": {name: Part.of(getattr(self.found, name)) for name in _SIDE},
        }

    def on_topic(self) -> _Topic:
        own, which = self.found.known.id, self.which
        counted = self.record.search.topic(own, about=self.topic, **which.filters)
        part = {"start": which.start, "limit": which.limit, **which.filters}
        page = tuple(self.record.position(own, about=self.topic, **part))
        return _Topic(self.topic, counted, page, which.limit)

    def positions(self) -> Iterator[Position]:
        """All of them, whatever page."""
        return self.record.position(self.found.known.id, about=self.topic, **self.which.filters)

    def statements(self) -> Iterator[Spoken]:
        """All of them, whatever page."""
        return self.record.statements(order=self.which.order, **self.filters)

    def topics(self) -> list[Choice]:
        """Words that several of their statements share."""
        found = self.record.search.topics(limit=TOPICS, entity=self.found.known.id)
        return [each for each in found if each.count > 1]

    def plot(self, topic: _Topic | None) -> Markup:
        """Their statements over time, or those on a topic; a column narrows them to its days."""
        if topic:
            counts = list(topic.counted.over_time)
            title, anchor = f"Saying “{one_line(topic.about)}” over time", "#positions"
        else:
            counts = list(self.record.search.over_time("statements", **self.filters))
            title, anchor = "Statements over time", "#statements"
        if len(counts) < 2:
            return Markup()
        about = {"about": self.topic} if topic else {}
        return charts.over_time(
            counts, lambda days: self.which.within(days, **about) + anchor, title=title
        )
