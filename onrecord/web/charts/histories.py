"""One count over time: a mark for each figure, a line for each source.

A mark is at the best value on the day the figure is as of; where the text gives no such day the
day of publication stands in. A vertical bar goes from the low to the high value, an arrow says that
a figure is only a bound ("more than 40"), an open mark that it is qualified otherwise ("about 40"),
a horizontal bar is as long as the doubt about the day. What a later figure of the same source took
the place of is paler; what accounts disagree about has a ring around it.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from leather.scales import Linear
from leather.series import Series
from leather.shapes import Line
from markupsafe import Markup

from onrecord.across import History, Reckoned
from onrecord.phrases.entries import as_of_date
from onrecord.phrases.numbers import number_of
from onrecord.plots.days import Span, limits, span
from onrecord.plots.texts import digits, width
from onrecord.web.charts import amounts, drawing
from onrecord.web.charts.days import Days
from onrecord.web.charts.days import draw as draw_days
from onrecord.web.charts.drawing import element, fit, link, percent
from onrecord.web.charts.shapes import OTHERS, SOURCES, Look, key, mark, stroke

HIGH, SMALL, TOP, FOOT = 260.0, 120.0, 22.0, 40.0
PHONE = 300.0  # pixels from the first to the last day on a phone: what numbers may cover there
FEW = 4  # sources named under a small plot
SIZE = 11.0  # of the numbers beside marks
MOST = 1e15  # a larger number, or none ("infinite"), is a misreading or beyond any axis
_BOTH = 2  # letters: room between two numbers
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Point:
    """A figure to draw: its days, its best value, its source and how that looks."""

    value: Reckoned
    days: Span
    best: float
    source: str
    given: bool  # the day is the one the figure is as of, not that of publication

    @property
    def left(self) -> float:
        return self.days.start if self.days.start is not None else (self.days.end or 0.0) - 1

    @property
    def right(self) -> float:
        return self.days.end if self.days.end is not None else self.left + 1


@dataclass(frozen=True, slots=True)
class _Plot:
    """What the points are drawn with."""

    points: Sequence[_Point]
    looks: dict[str, Look]
    days: Days
    upward: Linear
    high: float

    def place(self, point: _Point) -> tuple[float, float]:
        """Percent from the left, pixels from the top."""
        return self.days.share(self.middle(point)), self.down(point.best)

    def middle(self, point: _Point) -> float:
        """The middle of a point's days, of as many as the plot shows."""
        return (max(point.left, self.days.first) + min(point.right, self.days.last)) / 2

    def down(self, value: float) -> float:
        return amounts.down(self.upward, value, self.high)


def history(
    value: History, address: Callable[[Reckoned], str], *, disputed: Collection[str] = ()
) -> Markup:
    """Draw the history of a count; an empty ``Markup`` where fewer than two figures of it have a
    date and a number.

    ``address`` gives where the link of a figure goes, ``disputed`` are the ids of figures that
    accounts disagree about.
    """
    points = [point for member in value.members for point in _point(member)]
    if len(points) < 2:
        return Markup()
    plot = _plot(points, HIGH)
    chart = drawing.box("history")
    body = _frame(chart, plot, value.about, pointed=True)
    for point in points:
        made = link(body, address(point.value), said(point.value))
        _draw(made, plot, point, point.value.entry in disputed)
    _numbers(body, plot)
    _sources(chart, plot)
    _explained(chart, plot, disputed, len(value.members) - len(points))
    return drawing.markup(chart)


def sketch(value: History, *, disputed: Collection[str] = ()) -> Markup:
    """Draw the history of a count in small, as one of many: an image, without links and numbers,
    and with the sources that give most of it. An empty ``Markup`` where all that can be drawn is in
    one place.
    """
    points = [point for member in value.members for point in _point(member)]
    if len({(point.days, point.best) for point in points}) < 2:
        return Markup()
    plot = _plot(points, SMALL)
    chart = drawing.box("history")
    body = _frame(chart, plot, value.about, pointed=False)
    for point in points:
        _draw(element("g", body), plot, point, point.value.entry in disputed)
    _sources(chart, plot, FEW)
    return drawing.markup(chart)


def _frame(chart: ET.Element, plot: _Plot, title: str, pointed: bool) -> ET.Element:
    """The sheet with its axes and the lines of the sources."""
    svg = drawing.sheet(chart, TOP + plot.high + FOOT, title, _about(plot), pointed)
    body = drawing.within(svg, TOP, plot.high)
    amounts.draw(body, plot.upward, plot.high)
    draw_days(body, plot.days, plot.high)
    for source, look in plot.looks.items():
        _line(body, plot, [each for each in plot.points if each.source == source], look)
    return body


def source_of(value: Reckoned) -> str:
    """Whose figure it is: the innermost source, or the publisher in its own voice."""
    own = f"{value.publisher or 'an article'}, in its own voice"
    return value.according_to.rpartition(" ← ")[2] if value.according_to else own


def said(value: Reckoned) -> str:
    """A figure in words: what it is, as of when, according to whom, and who printed it."""
    printed = " ".join(filter(None, (value.publisher, value.published.edtf)))
    parts = (
        f"“{value.text}”",
        as_of_date(value.as_of),
        f"according to {value.according_to}" if value.according_to else "",
        f"printed by {printed}" if printed else "",
        "later changed by the same source" if value.superseded_by else "",
    )
    return "; ".join(part for part in parts if part)


def _point(value: Reckoned) -> Iterator[_Point]:
    as_of, best = span(value.as_of.edtf), _best(value)
    days = as_of or span(value.published.edtf)
    if days and best is not None:
        yield _Point(value, days, best, source_of(value), as_of is not None)


def _best(value: Reckoned) -> float | None:
    """The value; without one the middle of the range, or the end of it that is known."""
    ends = (value.low, value.high, value.value)
    if any(isinstance(end, float | int) and not abs(end) <= MOST for end in ends):
        return None
    if value.value is not None:
        return None if isinstance(value.value, str) else float(value.value)  # "14-0" is two numbers
    known = [end for end in (value.low, value.high) if end is not None]
    return sum(known) / len(known) if known else None


def _plot(points: Sequence[_Point], high: float) -> _Plot:
    often = Counter(point.source for point in points)
    looks = {
        source: SOURCES[place] if place < len(SOURCES) else OTHERS
        for place, (source, _) in enumerate(often.most_common())
    }
    values = [point.best for point in points]
    values += [end for point in points for end in _range(point.value)]
    days = Days(*limits([point.days for point in points]))
    return _Plot(points, looks, days, amounts.scale(values), high)


def _range(value: Reckoned) -> tuple[float, ...]:
    """The low and the high value, where both are known and differ."""
    if value.low is None or value.high is None or value.low >= value.high:
        return ()
    return value.low, value.high


def _line(body: ET.Element, plot: _Plot, points: Sequence[_Point], look: Look) -> None:
    """What joins the points of a source; the look that many share joins nothing."""
    if look is OTHERS or len(points) < 2:
        return
    series = Series(list(_joined(plot, points)))
    drawn = Line("none").to_svg(100, plot.high, plot.days, plot.upward, series, iter(()))
    for path in drawn.iter("path"):
        plain = element("path", drawing.stretched(body, plot.high), d=path.attrib["d"])
        stroke(plain, look)


def _joined(plot: _Plot, points: Sequence[_Point]) -> Iterator[tuple[float, float | None]]:
    """The places of the points in time, with a gap where two stand on one day: what a source says
    twice at once is no change.
    """
    before = None
    for day, best in sorted((plot.middle(point), point.best) for point in points):
        if day == before:
            yield day, None
        yield day, best
        before = day


def _draw(made: ET.Element, plot: _Plot, point: _Point, disputed: bool) -> None:
    """Draw a figure with the signs of what is known of it."""
    look, (across, down) = plot.looks[point.source], plot.place(point)
    value = point.value
    if value.superseded_by:
        made.set("class", "superseded")
    for low, high in [_range(value)] if _range(value) else []:
        _whisker(made, across, plot.down(low), plot.down(high), look.name)
    if point.right - point.left > 1:
        left, right = (plot.days.share(day) for day in (point.left, point.right))
        ends = {"x1": percent(max(left, 0.0)), "x2": percent(min(right, 100.0))}
        element("line", made, **ends, y1=down, y2=down, class_=f"doubt-line {look.name}")
    if (value.low is None) != (value.high is None):
        _arrow(made, across, down, look.name, up=value.high is None)
    if disputed:
        element("circle", made, cx=percent(across), cy=down, r=9, class_="disputed")
    mark(made, look, across, down, filled=not _is_about(value))


def _whisker(into: ET.Element, across: float, low: float, high: float, name: str) -> None:
    """From the low to the high value, with a short line at both."""
    own = element("svg", into, x=percent(across), overflow="visible")
    d = f"M-4 {low:.1f}H4M0 {low:.1f}V{high:.1f}M-4 {high:.1f}H4"
    element("path", own, d=d, class_=f"range {name}")


def _arrow(into: ET.Element, across: float, down: float, name: str, up: bool) -> None:
    """The figure is a bound: what is true may lie above it, or below."""
    own = element("svg", into, x=percent(across), y=down, overflow="visible")
    way = -1 if up else 1
    d = f"M0 {6 * way}V{17 * way}M-3.5 {13 * way}L0 {17 * way}L3.5 {13 * way}"
    element("path", own, d=d, class_=f"range {name}")


def _is_about(value: Reckoned) -> bool:
    """Whether it is qualified ("about", "some") without being a bound."""
    return bool(value.qualifier) and (value.low is None) == (value.high is None)


def _numbers(body: ET.Element, plot: _Plot) -> None:
    """The numbers beside the marks, but none that would cover another, or a mark, on a phone."""
    places = [plot.place(point) for point in plot.points]
    taken = [_around(across * PHONE / 100, down) for across, down in places]
    for point, (across, down) in zip(plot.points, places, strict=True):
        text = _number(point)
        left = across > 70
        box = _box(text, across * PHONE / 100, down, left)
        if point.value.superseded_by or any(_meet(box, other) for other in taken):
            continue
        taken.append(box)
        anchor = {"dx": -9 if left else 9, "text_anchor": "end" if left else "start"}
        label = element("text", body, text, x=percent(across), y=down, dy=-7, **anchor)
        label.set("class", f"number {plot.looks[point.source].name}")
        label.set("aria-hidden", "true")  # the mark says it


def _number(point: _Point) -> str:
    """``more than 40``, ``35 to 60``."""
    ends = _range(point.value)
    if ends:
        return " to ".join(digits(end) for end in ends)
    return fit(" ".join(filter(None, (point.value.qualifier, digits(point.best)))), 24)


def _around(across: float, down: float) -> Box:
    return across - 5, down - 5, across + 5, down + 5


def _box(text: str, across: float, down: float, left: bool) -> Box:
    wide = width(text, SIZE) + _BOTH
    start = across - 9 - wide if left else across + 9
    return start, down - 7 - SIZE, start + wide, down - 5


def _meet(one: Box, other: Box) -> bool:
    beside = one[2] <= other[0] or other[2] <= one[0]
    return not beside and one[1] < other[3] and other[1] < one[3]


def _about(plot: _Plot) -> str:
    values = [point.best for point in plot.points]
    return (
        f"{number_of(len(values), 'figure')} by {number_of(len(plot.looks), 'source')}, from "
        f"{digits(min(values))} to {digits(max(values))}."
    )


def _sources(chart: ET.Element, plot: _Plot, most: int | None = None) -> None:
    """A key to the sources, or to the first of them."""
    listed = element("ul", chart, class_="chart-key")
    shown = list(plot.looks.items())[:most]
    for source, look in shown:
        item = element("li", listed)
        key(look, item, line=look is not OTHERS).tail = f" {fit(source, 60)}"
    if more := len(plot.looks) - len(shown):
        element("li", listed, f"and {number_of(more, 'other source')}")


def _explained(chart: ET.Element, plot: _Plot, disputed: Collection[str], left_out: int) -> None:
    """The signs that occur, and how many figures could not be drawn."""
    signs = [words for words, holds in _signs(plot, disputed).items() if holds]
    if left_out:
        signs.append(f"{number_of(left_out, 'figure')} without a date or a number not drawn")
    if signs:
        element("p", chart, f"{'; '.join(signs)}.".capitalize(), class_="chart-note")


def _signs(plot: _Plot, disputed: Collection[str]) -> dict[str, bool]:
    """What the signs on marks mean, and whether any mark has it."""
    values = [point.value for point in plot.points]
    return {
        "ring: accounts disagree": any(value.entry in disputed for value in values),
        "arrow: a bound, as in “more than”": any(
            (value.low is None) != (value.high is None) for value in values
        ),
        "open: qualified, as in “about”": any(_is_about(value) for value in values),
        "upright bar: from low to high": any(_range(value) for value in values),
        "level bar: the day is uncertain": any(
            point.right - point.left > 1 for point in plot.points
        ),
        "pale: changed later by the same source": any(value.superseded_by for value in values),
        "where no day is given, a figure stands on the day it was printed": any(
            not point.given for point in plot.points
        ),
    }
