"""Events on a timeline: days from left to right, and a lane for each action or actor.

Shape and colour tell the status. An event whose day is known is a mark; one whose date is a month,
a span or open on a side is a bar as long as the doubt, with its mark in the middle. Marks of a lane
stand above each other where they would cover each other on a phone.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from onrecord.model import Status
from onrecord.phrases.numbers import number_of
from onrecord.plots.days import limits, span
from onrecord.plots.lanes import lanes
from onrecord.web.charts import drawing
from onrecord.web.charts.days import Days
from onrecord.web.charts.days import draw as draw_days
from onrecord.web.charts.drawing import element, link, percent
from onrecord.web.charts.shapes import STATUSES, key, mark, words

NAME, STEP, LEAST, UNDER = 22.0, 15.0, 5.0, 8.0  # pixels: a lane's name, its rows, the room below
TALLEST = 180.0  # a lane with more rows draws them closer
WIDE, NUMBER = 3.6, 9.0  # percent of a phone's width that a mark takes, and a number beside it
ALONE = 4  # events of one date and status that have a mark each
FOOT = 40.0
LANES = 12  # the rest stand together in a last one
_REST = "others"


@dataclass(frozen=True, slots=True)
class Dated:
    """An event as a mark: its date (EDTF), its status, the lane it goes into, what it says of
    itself, and where it leads.
    """

    edtf: str | None
    status: Status
    lane: str
    said: str
    address: str


# For the dates, the status and the lane of several events, where the link of their mark leads.
Several = Callable[[Collection[str], Status, str], str]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A mark between two places across, in percent, and which of its ends lie beyond; it may stand
    for several events.
    """

    value: Dated
    left: float
    right: float
    beyond: tuple[bool, bool]
    events: int = 1

    @property
    def middle(self) -> float:
        """Where the mark stands: in the middle, or at the one end that is known."""
        if self.beyond[0] != self.beyond[1]:
            return self.right if self.beyond[0] else self.left
        return (self.left + self.right) / 2


def timeline(marks: Iterable[Dated], several: Several, title: str = "Events over time") -> Markup:
    """Draw the events that have a date, and under them a key to the shapes; an empty ``Markup``
    where none has one. Where a lane has many of one date and status, one mark stands for them, with
    their number, and leads where ``several`` says.
    """
    dated = [value for value in marks if span(value.edtf)]
    if not dated:
        return Markup()
    days = Days(*limits([one for one in (span(value.edtf) for value in dated) if one]))
    placed = list(_merged([_placed(value, days) for value in dated], several))
    chart = drawing.box("timeline")
    rows = _rows(placed)
    high = sum(_high(those)[0] for those in rows.values())
    about = (
        f"{number_of(len(dated), 'event')} in {number_of(len(rows), 'lane')}: {', '.join(rows)}."
    )
    svg = drawing.sheet(chart, high + FOOT, title, about)
    draw_days(svg, days, high)
    top = 0.0
    for name, those in rows.items():
        top = _lane(svg, name, those, top)
    _key(chart, placed)
    return drawing.markup(chart)


def _placed(value: Dated, days: Days) -> _Placed:
    """Where a date lies, no further than the sheet goes. A whole day is a point at its noon."""
    found = span(value.edtf)
    start = found.start if found and found.start is not None else days.first
    end = found.end if found and found.end is not None else days.last
    left, right = max(days.share(start), 0.0), min(days.share(end), 100.0)
    if end - start <= 1:
        left = right = (left + right) / 2
        return _Placed(value, left, right, (False, False))
    return _Placed(value, left, right, (start <= days.first, end >= days.last))


def _merged(placed: Sequence[_Placed], several: Several) -> Iterator[_Placed]:
    """The marks, one for all of a lane that look alike and lie in one place, if those are many."""
    together: defaultdict[tuple[object, ...], list[_Placed]] = defaultdict(list)
    for each in placed:
        value = each.value
        together[value.lane, value.status, each.left, each.right, each.beyond].append(each)
    for those in together.values():
        if len(those) <= ALONE:
            yield from those
        else:
            yield replace(those[0], value=_all(those, several), events=len(those))


def _all(those: Sequence[_Placed], several: Several) -> Dated:
    """What stands for many events."""
    first, dates = those[0].value, {each.value.edtf or "" for each in those}
    said = f"{number_of(len(those), 'event')}, {words(first.status)}: {first.said}; and others"
    address = several(dates, first.status, first.lane)
    return replace(first, said=said, address=address)


def _rows(placed: Sequence[_Placed]) -> dict[str, list[_Placed]]:
    """The lanes: those with most marks, in the order in which they begin, then all others."""
    often: Counter[str] = Counter()
    for each in placed:
        often[each.value.lane] += each.events
    kept = {name for name, _ in often.most_common(LANES if len(often) <= LANES else LANES - 1)}
    rows: defaultdict[str, list[_Placed]] = defaultdict(list)
    for each in sorted(placed, key=lambda each: (each.value.lane not in kept, each.middle)):
        rows[each.value.lane if each.value.lane in kept else _REST].append(each)
    return dict(rows)


def _high(several: Sequence[_Placed]) -> tuple[float, float, list[int]]:
    """How high a lane is, how far apart its rows are, and the row of each of its marks."""
    ordered = sorted(several, key=lambda each: (each.left, each.right))
    chosen = lanes((_extent(each)) for each in ordered)
    count = max(chosen) + 1
    step = max(min(STEP, TALLEST / count), LEAST)
    return NAME + count * step + UNDER, step, chosen


def _extent(placed: _Placed) -> tuple[float, float]:
    """What a mark covers on a phone."""
    half, number = WIDE / 2, NUMBER if placed.events > 1 else 0.0
    return min(placed.left, placed.middle - half), max(placed.right, placed.middle + half + number)


def _lane(svg: ET.Element, name: str, several: list[_Placed], top: float) -> float:
    """Draw a lane; its lower end is the top of the next."""
    high, step, chosen = _high(several)
    lane = element("g", svg, class_="lane")
    element("line", lane, x1=0, x2="100%", y1=top + 0.5, y2=top + 0.5, class_="rule")
    label = element("text", lane, drawing.fit(name, 40), x=0, y=top + 16, class_="lane-name")
    element("tspan", label, f"{sum(each.events for each in several):,}", dx=8, class_="lane-count")
    ordered = sorted(several, key=lambda each: (each.left, each.right))
    for each, row in zip(ordered, chosen, strict=True):
        _draw(lane, each, top + NAME + (row + 0.5) * step)
    return top + high


def _draw(lane: ET.Element, placed: _Placed, down: float) -> None:
    look = STATUSES[placed.value.status]
    made = link(lane, placed.value.address, placed.value.said)
    if placed.right > placed.left:
        bar = element("rect", made, y=down - 3.5, height=7, rx=3.5, class_=f"doubt {look.name}")
        bar.set("x", percent(placed.left))
        bar.set("width", percent(placed.right - placed.left))
        for beyond, end, way in zip(
            placed.beyond, (placed.left, placed.right), (-1, 1), strict=True
        ):
            if beyond:
                _arrow(made, look.name, end, down, way)
    mark(made, look, placed.middle, down)
    if placed.events > 1:
        number = element("text", made, f"×{placed.events:,}", x=percent(placed.middle), y=down)
        number.attrib |= {"dx": "9", "dy": "0.35em", "class": f"number {look.name}"}


def _arrow(into: ET.Element, name: str, across: float, down: float, way: int) -> None:
    """The doubt goes on beyond what is drawn."""
    own = element("svg", into, x=percent(across), y=down, overflow="visible")
    element("path", own, d=f"M0 -4L{5 * way} 0L0 4", class_=f"mark {name} open")


def _key(chart: ET.Element, placed: Sequence[_Placed]) -> None:
    """The statuses that occur, each with how many have it; and what a bar means."""
    found: Counter[Status] = Counter()
    for each in placed:
        found[each.value.status] += each.events
    listed = element("ul", chart, class_="chart-key")
    for status, look in STATUSES.items():
        if found[status]:
            item = element("li", listed)
            key(look, item).tail = f" {words(status)} ({found[status]:,})"
    if any(each.right > each.left for each in placed):
        item = element("li", listed)
        svg = element("svg", item, width=34, height=14, class_="sign", aria_hidden="true")
        element("rect", svg, x=1, y=3.5, width=32, height=7, rx=3.5, class_="doubt")
        svg.tail = " the date is uncertain, or a stretch of days"
