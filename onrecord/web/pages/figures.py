"""``/figures``: counts as they were given over time, many small plots; or every figure by itself.
``/figure/ID``: the history of one count, plotted, and below it in a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, get_args
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query
from markupsafe import Markup

from onrecord.across import Disagreement, History, Reckoned
from onrecord.calendar import bounds
from onrecord.export.entries import entries
from onrecord.model import Counted, Measure
from onrecord.phrases.figures import MEASURED
from onrecord.phrases.letters import one_line
from onrecord.phrases.numbers import reckoning
from onrecord.record import Record
from onrecord.web import charts
from onrecord.web.answers import Answer, page
from onrecord.web.apart import Heading, headings
from onrecord.web.asked import Asked, asked
from onrecord.web.charts.histories import source_of
from onrecord.web.desk import At
from onrecord.web.remarks import remarks
from onrecord.web.views import known, reached

router = APIRouter()
Which = Annotated[Asked, Depends(asked("figures"))]
VIEWS = ("histories", "figures")
SMALL = 12  # histories on a page
DRAWN, FEW = 300, 40  # figures in a plot, and in a small one
ROWS = 200  # figures of one history on a page


@dataclass(frozen=True, slots=True)
class Line:
    """A figure of a history as a row: its source, what it comes to, and whether it is disputed."""

    figure: Reckoned
    source: str
    amount: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class Plotted:
    """A history with its plot and what accounts of it differ in."""

    history: History
    plot: Markup
    differing: tuple[Disagreement, ...]
    heading: Heading

    @property
    def sources(self) -> int:
        return len({source_of(each) for each in self.history.members})

    @property
    def articles(self) -> int:
        return len({each.article for each in self.history.members})

    @property
    def latest(self) -> list[Line]:
        """What was printed last, each amount of a source once; what they changed later left out."""
        dated = [each for each in self.history.members if not each.superseded_by]
        last = max(map(_printed, dated), default=None)
        lines = (self._line(each) for each in dated if _printed(each) == last)
        return list({(each.source, each.amount): each for each in lines}.values())

    @property
    def disputed_by(self) -> str:
        """Who disagrees: accounts, or only the sources that one account sets against each other."""
        return "accounts" if any(each.accounts > 1 for each in self.differing) else "sources"

    def lines(self, start: int) -> Iterator[Line]:
        """A page of its figures, earliest first."""
        ordered = sorted(self.history.members, key=lambda each: each.published.edtf or "~")
        for each in ordered[start : start + ROWS]:
            yield self._line(each)

    def _line(self, figure: Reckoned) -> Line:
        disputed = figure.entry in _entries(self.differing)
        is_counted = self.history.measure in (*MEASURED, "count")  # of what, the heading says
        amount = reckoning(figure) if is_counted or not figure.text else one_line(figure.text)
        return Line(figure, source_of(figure), amount, disputed)


@page(router, "/figures", "figures.html", rows=Counted)
def figures(
    desk: At,
    which: Which,
    view: Annotated[str, Query(description="histories: over time; figures: all.")] = "histories",
) -> Answer:
    """Counts over time, or every figure in the order of the record."""
    known("view", view, VIEWS)
    record, filters = desk.record, which.filters
    if view == "histories":
        which = replace(which, limit=min(which.limit, SMALL))
    histories = list(record.histories(**which.question)) if view == "histories" else []
    singly = list(record.figures(**which.question)) if view == "figures" else []
    counts = {
        "histories_count": record.search.count_across("histories", **filters),
        "figures_count": record.search.count("figures", **filters),
    }
    reached(desk, which.page, which.limit, counts[f"{view}_count"])
    value = {
        "page": which.page,
        **counts,
        "histories": histories,
        "figures": [entry for each in singly for entry in entries(each)],
    }
    shown = {
        "asked": which,
        "view": view,
        "singly": singly,
        "measures": get_args(Measure),
        "plotted": [
            _plotted(record, each, small=True, heading=heading)
            for each, heading in zip(histories, _headings(record, histories), strict=True)
        ],
        "facets": record.search.facets("figures", **filters),
        "english": record.search.described("figures", **filters),
    }
    if view == "histories":
        return Answer(value, shown, lambda: record.histories(**which.whole), History)
    return Answer(value, shown, lambda: record.figures(**which.whole))


@page(router, "/figure/{id}", "figure.html", rows=History)
def figure(desk: At, id: str, page: Annotated[int, Query(ge=1, le=100_000)] = 1) -> Answer:
    """The history of one count, by its id or that of a figure in it."""
    history = desk.record.history(id)
    reached(desk, page, ROWS, len(history.members))
    plotted = _plotted(desk.record, history, small=False, heading=Heading(history.about))
    value = {"history": history, "disagreements": plotted.differing}
    lines = list(plotted.lines((page - 1) * ROWS))
    shown = {
        "plotted": plotted,
        "lines": lines,
        "said": remarks(desk.record, ((e.figure.article, e.figure.entry) for e in lines)),
        "page": page,
        "last": (len(history.members) - 1) // ROWS + 1,
    }
    return Answer(value, shown, rows=lambda: (history,))


def _headings(record: Record, histories: Sequence[History]) -> list[Heading]:
    return headings(record, histories, lambda each: each.about)


def _plotted(record: Record, history: History, small: bool, heading: Heading) -> Plotted:
    differing = record.search.differing(history.id)
    disputed = _entries(differing)
    drawn = replace(history, members=history.members[: FEW if small else DRAWN])
    plot = (
        charts.sketch(drawn, disputed=disputed)
        if small
        else charts.history(drawn, _address, disputed=disputed)
    )
    return Plotted(history, plot, differing, heading)


def _entries(differing: tuple[Disagreement, ...]) -> frozenset[str]:
    """The ids of the figures that accounts disagree about."""
    return frozenset(told.entry for each in differing for told in each.values)


def _printed(figure: Reckoned) -> date:
    """The last day that it may have been printed; the first of all where nobody knows."""
    return bounds(figure.published.edtf)[1] or date.min


def _address(figure: Reckoned) -> str:
    article, entry = quote(figure.article, safe=""), quote(figure.entry, safe="")
    return f"/article/{article}?entry={entry}#{entry}"
