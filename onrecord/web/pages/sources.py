"""``/sources``: who passes on whom, and how much of each publisher rests on people who are not
named, on other publishers and agencies, and on copies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query

from onrecord.errors import QuestionInvalid
from onrecord.publishers import Publisher, Relaying
from onrecord.web import charts
from onrecord.web.answers import Answer, page
from onrecord.web.desk import At

router = APIRouter()
PAGE = 40
MOST = 25  # of those passed on most often
FEWEST = 20  # statements: of a publisher with fewer a share says little
UNKNOWN = "publisher unknown"


@dataclass(frozen=True, slots=True)
class Shares:
    """A publisher, and parts of its statements in percent."""

    publisher: Publisher

    def of(self, number: int) -> int | None:
        """The percentage that a number of its statements is."""
        return (
            round(100 * number / self.publisher.statements) if self.publisher.statements else None
        )

    @property
    def name(self) -> str:
        return self.publisher.publisher or UNKNOWN

    @property
    def few(self) -> bool:
        """Whether there are so few statements that shares say little."""
        return self.publisher.statements < FEWEST

    def query(self, **more: str) -> str:
        """The query for its entries; nothing leads to those of a publisher nobody knows."""
        return f"?{urlencode({'publisher': self.publisher.publisher or '', **more})}"


@dataclass(frozen=True, slots=True)
class Relied:
    """Somebody whose reports others pass on: by how many publishers and in how many statements."""

    relay: str
    publishers: int
    cited: int
    credited: int


ORDERS: dict[str, Callable[[Publisher], float]] = {
    "statements": lambda each: each.statements,
    "unnamed": lambda each: each.unnamed / max(each.statements, FEWEST),
    "secondhand": lambda each: each.secondhand / max(each.statements, FEWEST),
    "copies": lambda each: each.copies,
}


@page(router, "/sources", "sources.html", rows=Publisher)
def sources(
    desk: At,
    order: Annotated[str, Query(description=f"Which first: {', '.join(ORDERS)}.")] = "statements",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Answer:
    """Publishers, what they rest on, and who passes on whom."""
    if order not in ORDERS:
        raise QuestionInvalid(f"“{order}” is no order; there are {', '.join(ORDERS)}")
    every = sorted(desk.record.search.publishers(), key=ORDERS[order], reverse=True)
    relaying = desk.record.search.relaying()
    here = every[(page - 1) * PAGE : page * PAGE]
    value = {"page": page, "count": len(every), "publishers": here, "relaying": relaying[:PAGE]}
    shown = {
        "order": order,
        "orders": tuple(ORDERS),
        "shares": [Shares(each) for each in here],
        "plot": charts.relaying(_counts(relaying), _address),
        "relied": list(_relied(relaying))[:MOST],
        "last": max(len(every) - 1, 0) // PAGE + 1,
    }
    return Answer(value, shown, rows=lambda: every)


def _counts(relaying: Sequence[Relaying]) -> Iterator[tuple[str, str, int]]:
    return ((each.publisher or UNKNOWN, each.relay, each.statements) for each in relaying)


def _address(publisher: str, relay: str | None) -> str:
    """The statements of a publisher, or those of them that somebody passed on."""
    named = {"publisher": publisher} if publisher != UNKNOWN else {}
    return f"/statements?{urlencode({**named, **({'relayed': 'yes'} if relay else {})})}"


def _relied(relaying: Sequence[Relaying]) -> Iterator[Relied]:
    """Those whose reports are passed on, most statements first."""
    together: dict[str, list[Relaying]] = {}
    for each in relaying:
        together.setdefault(each.relay, []).append(each)
    ranked = sorted(together, key=lambda name: -sum(each.statements for each in together[name]))
    for name in ranked:
        cited, credited = (
            sum(each.statements for each in together[name] if each.how == how)
            for how in ("cited", "credited")
        )
        yield Relied(name, len({each.publisher for each in together[name]}), cited, credited)
