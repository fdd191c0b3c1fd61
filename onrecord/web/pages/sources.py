"""``/sources``: who passes on whom, and how much of each publisher rests on people who are not
named, on other publishers and agencies, and on copies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query

from onrecord.errors import QuestionInvalid
from onrecord.publishers import Crediting, Publisher, Relaying
from onrecord.web import charts
from onrecord.web.answers import Answer, page
from onrecord.web.desk import At
from onrecord.web.views import reached

router = APIRouter()
PAGE = 40
MOST = 25  # of those passed on most often
FEWEST = 20  # statements: of a publisher with fewer a share says little


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
    def few(self) -> bool:
        """Whether there are so few statements that shares say little."""
        return self.publisher.statements < FEWEST

    def query(self, **more: str) -> str:
        """The query for its entries."""
        return f"?{urlencode({'publisher': self.publisher.publisher or '', **more})}"


@dataclass(frozen=True, slots=True)
class Relied:
    """Somebody whose reports others pass on: in how many statements of how many publishers; and
    an agency that they credit: in how many articles.
    """

    name: str | None
    entity: str | None
    publishers: int
    number: int


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
    search = desk.record.search
    printed = search.publishers()
    known = [each for each in printed if each.publisher is not None]
    every = sorted(known, key=ORDERS[order], reverse=True)
    unknown = next((each for each in printed if each.publisher is None), None)
    relaying = [each for each in search.relaying() if each.publisher is not None]
    crediting = [each for each in search.crediting() if each.publisher is not None]
    reached(desk, page, PAGE, len(every))
    here = every[(page - 1) * PAGE : page * PAGE]
    value = {
        "page": page,
        "count": len(every),
        "publishers": here,
        "unknown": unknown,
        "relaying": relaying[:PAGE],
        "crediting": crediting[:PAGE],
    }
    shown = {
        "order": order,
        "orders": tuple(ORDERS),
        "shares": [Shares(each) for each in here],
        "plot": charts.relaying(_counts(relaying), _address),
        "relied": _relied(relaying),
        "credited": _credited(crediting),
        "last": max(len(every) - 1, 0) // PAGE + 1,
    }
    return Answer(value, shown, rows=lambda: every)


def _counts(relaying: Sequence[Relaying]) -> Iterator[tuple[str, str, int]]:
    """What the diagram shows: those who can be looked up."""
    for each in relaying:
        if each.publisher and each.relay:
            yield each.publisher, each.relay, each.statements


def _address(publisher: str, relay: str | None) -> str:
    """The statements of a publisher, or those of them that somebody passed on."""
    relayed = {"relayed": "yes"} if relay else {}
    return f"/statements?{urlencode({'publisher': publisher, **relayed})}"


def _relied(relaying: Iterable[Relaying]) -> list[Relied]:
    """Those whose reports are passed on, most statements first; last those who are not named."""
    rows = ((each.relay, each.entity, each.publisher, each.statements) for each in relaying)
    ranked = _summed(rows)
    named = [each for each in ranked if each.name is not None]
    return [*named[:MOST], *(each for each in ranked if each.name is None)]


def _credited(crediting: Iterable[Crediting]) -> list[Relied]:
    """The agencies that are credited, most articles first."""
    rows = ((each.agency, each.entity, each.publisher, each.articles) for each in crediting)
    return _summed(rows)[:MOST]


def _summed(rows: Iterable[tuple[str | None, str | None, str | None, int]]) -> list[Relied]:
    """Each name once, with the publishers and the number of all its rows."""
    together: dict[tuple[str | None, str | None], list[tuple[str | None, int]]] = {}
    for name, entity, publisher, number in rows:
        together.setdefault((name, entity), []).append((publisher, number))
    summed = (
        Relied(*one, len({name for name, _ in those}), sum(number for _, number in those))
        for one, those in together.items()
    )
    return sorted(summed, key=lambda each: -each.number)
