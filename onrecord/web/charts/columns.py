"""How many there are over time: a column for each day, week, month or year, each a link."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Literal

from leather.scales import Linear
from leather.series import Series
from leather.shapes import Columns
from markupsafe import Markup

from onrecord.calendar import bounds
from onrecord.phrases.dates import in_words
from onrecord.phrases.numbers import number_of
from onrecord.web.charts import amounts, drawing
from onrecord.web.charts import days as axis
from onrecord.web.charts.drawing import element, fluid, link

Grain = Literal["day", "week", "month", "year"]
HIGH, TOP, FOOT = 150.0, 10.0, 40.0
DAYS, WEEKS, MONTHS = 45, 60, 72  # columns of a kind that a chart has at most
FAR = 3  # times longer than what nearly all lie in; or so long that columns would be coarser:
# then what is outside is told, not drawn
NEXT = 45  # days between two that are not far from each other
_OUTSIDE, _COARSE = 0.02, 0.2  # shares of all: at either end; in no single column


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days and how many there are in it."""

    first: date
    last: date
    count: int = 0

    @property
    def long(self) -> int:
        """How many days it has after its first."""
        return (self.last - self.first).days


@dataclass(frozen=True, slots=True)
class _Stretches:
    """The stretch that the column of each first day takes, as leather asks for a scale."""

    days: axis.Days
    ends: dict[date, date]

    def project_interval(self, value: date, low: float, high: float) -> tuple[float, float]:
        left = self.days.project(axis.number(value), low, high)
        right = self.days.project(axis.number(self.ends[value]) + 1, low, high)
        gap = min((right - left) * 0.12, 0.4)
        return left + gap, right - gap


def over_time(
    counts: Iterable[tuple[str, int]],
    address: Callable[[str], str],
    *,
    title: str = "The story over time",
    noun: str = "statement",
) -> Markup:
    """Draw how many there are over time.

    ``counts`` are pairs of a day, month, year or stretch of days and how many, as
    ``record.search.over_time`` gives them: ``("2024-03-26", 12)``, ``("2024-03", 40)``; days and
    months that are not there have none, what is no date is left out, and pairs may come in any
    order. Days become weeks, months or years where there are too many.
    ``address`` gives, for the days of a column (EDTF: ``2024-03``, ``2024-03-04/2024-03-10``),
    where its link goes: ``lambda during: "/statements" + asked.within(during)``. A column counts
    what is dated within its days and nothing else, as that list has it.
    Dates far from all others, or less exact, are not drawn; a line under the chart counts them.
    An empty ``Markup`` where there is nothing to draw.
    """
    given = sorted(_periods(counts), key=lambda each: each.first)
    if not given:
        return Markup()
    near = _near(_fine(given))
    periods = _filled(near, _grain(near), given)
    if not any(each.count for each in periods):
        return Markup()
    chart = drawing.box("columns")
    _draw(chart, periods, address, title, noun)
    _not_drawn(chart, given, periods, address, noun)
    return drawing.markup(chart)


def _periods(counts: Iterable[tuple[str, int]]) -> Iterator[Period]:
    for written, count in counts:
        first, last = bounds(written)
        if count > 0 and first and last and first <= last:
            yield Period(first, last, count)


def _fine(given: Sequence[Period]) -> Sequence[Period]:
    """Those dated as exactly as nearly all are."""
    total = sum(each.count for each in given)
    for grain in ("day", "month", "year"):
        fine = [each for each in given if _is_within(each, grain)]
        if sum(each.count for each in fine) >= (1 - _COARSE) * total:
            return fine
    return given


def _is_within(each: Period, grain: Grain) -> bool:
    """Whether it lies within one day, week, month or year."""
    return each.last <= _last(_first(each.first, grain), grain)


def _near(given: Sequence[Period]) -> Sequence[Period]:
    """What is drawn, without what lies too far before and after it."""
    least = sum(each.count for each in given) * _OUTSIDE
    first = _reached([each.count for each in given], least)
    last = len(given) - 1 - _reached([each.count for each in given[::-1]], least)
    while first and (given[first].first - given[first - 1].last).days <= NEXT:
        first -= 1
    while last < len(given) - 1 and (given[last + 1].first - given[last].last).days <= NEXT:
        last += 1
    start, end = given[first].first, given[last].last
    whole, most = (given[-1].last - given[0].first).days, (end - start).days + 31
    inside = [each for each in given if start <= each.first and each.last <= end]
    if whole <= FAR * most and _grain(given) == _grain(inside):
        return given
    return inside


def _reached(counts: Sequence[int], least: float) -> int:
    """Where the counts, one after the other, come to more than so many."""
    return next(place for place, total in enumerate(accumulate(counts)) if total > least)


def _grain(given: Sequence[Period]) -> Grain:
    """The shortest columns that are few enough and that nearly all lie within."""
    long = (given[-1].last - given[0].first).days + 1
    total = sum(each.count for each in given)
    rooms: Mapping[Grain, int] = {"day": DAYS, "week": WEEKS * 7, "month": MONTHS * 31}
    for grain, room in rooms.items():
        own = sum(each.count for each in given if _is_within(each, grain))
        if long <= room and own >= (1 - _COARSE) * total:
            return grain
    return "year"


def _filled(near: Sequence[Period], grain: Grain, given: Sequence[Period]) -> list[Period]:
    """A column for every stretch from the first to the last, those without any too, with what is
    dated within it.
    """
    counts: Counter[date] = Counter()
    for each in given:
        if _is_within(each, grain):
            counts[_first(each.first, grain)] += each.count
    start, last = (_first(each.first, grain) for each in (near[0], near[-1]))
    periods = []
    while start <= last:
        periods.append(Period(start, _last(start, grain), counts[start]))
        if periods[-1].last == date.max:
            break
        start = periods[-1].last + timedelta(days=1)
    return periods


def _first(day: date, grain: Grain) -> date:
    if grain == "week":
        return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
    return day.replace(
        month=1 if grain == "year" else day.month,
        day=day.day if grain == "day" else 1,
    )


def _last(first: date, grain: Grain) -> date:
    if grain == "week":
        return date.fromordinal(min(first.toordinal() + 6, date.max.toordinal()))
    if grain == "month":
        return first.replace(day=monthrange(first.year, first.month)[1])
    return date(first.year, 12, 31) if grain == "year" else first


def _draw(
    chart: ET.Element,
    periods: Sequence[Period],
    address: Callable[[str], str],
    title: str,
    noun: str,
) -> None:
    days = axis.Days(axis.number(periods[0].first), axis.number(periods[-1].last) + 1)
    upward = Linear(0, max(each.count for each in periods))
    svg = drawing.sheet(chart, TOP + HIGH + FOOT, title, _about(periods, noun))
    body = drawing.within(svg, TOP, HIGH)
    amounts.draw(body, upward, HIGH, whole=True)
    axis.draw(body, days, HIGH)
    columns = element("g", body, class_="columns")
    for each, column in _columns(periods, days, upward):
        said = f"{_named(each)}: {number_of(each.count, noun)}"
        mark = link(columns, address(_days(each)), said)
        place = {name: column.attrib[name] for name in ("x", "width")}
        element("rect", mark, **place, y=0, height=HIGH, class_="hit")
        column.set("class", "column")
        mark.append(column)


def _columns(
    periods: Sequence[Period], days: axis.Days, upward: Linear
) -> Iterator[tuple[Period, ET.Element]]:
    """The columns as leather draws them, each with its stretch; none where there are none."""
    shown = [each for each in periods if each.count]
    across = _Stretches(days, {each.first: each.last for each in shown})
    series = Series([(each.first, each.count) for each in shown])
    drawn = fluid(Columns("none").to_svg(100, HIGH, across, upward, series, iter(())))
    yield from zip(shown, list(drawn), strict=True)


def _not_drawn(
    chart: ET.Element,
    given: Sequence[Period],
    drawn: Sequence[Period],
    address: Callable[[str], str],
    noun: str,
) -> None:
    """How many are in no column and why, with links to those that a stretch of days has."""
    left = sum(each.count for each in given) - sum(each.count for each in drawn)
    if not left:
        return
    note = element("p", chart, class_="chart-note")
    note.text = "Not drawn: "
    told = []
    for why, each in _outside(given, drawn).items():
        left -= each.count
        said = f"{number_of(each.count, noun)} {why}"
        told.append(element("a", note, said, href=address(_days(each))))
    if left:
        told.append(element("span", note, f"{number_of(left, noun)} dated less exactly"))
    for part in told:
        part.tail = "; "
    told[-1].tail = "."


def _outside(given: Sequence[Period], drawn: Sequence[Period]) -> dict[str, Period]:
    """The stretches before and after all columns that something is dated within, and how much."""
    early = [each for each in given if each.last < drawn[0].first]
    late = [each for each in given if each.first > drawn[-1].last]
    told = {"dated earlier": early, "dated later": late}
    return {
        why: Period(
            min(each.first for each in those),
            max(each.last for each in those),
            sum(each.count for each in those),
        )
        for why, those in told.items()
        if those
    }


def _days(period: Period) -> str:
    """The days of a stretch in EDTF: a day, a whole month or year, or from one day to another."""
    first, last = period.first.isoformat(), period.last.isoformat()
    if first == last:
        return first
    for size in (4, 7):
        if bounds(first[:size]) == (period.first, period.last):
            return first[:size]
    return f"{first}/{last}"


def _named(period: Period) -> str:
    """The stretch in words: a day, the week of a day, a month, a year."""
    long = (period.last - period.first).days
    written = period.first.isoformat()
    if long == 0:
        return written
    if long == 6:
        return f"week of {written}"
    return in_words(written[:4] if long > 31 else written[:7]).removeprefix("in ")


def _about(periods: Sequence[Period], noun: str) -> str:
    most = max(periods, key=lambda each: each.count)
    total = sum(each.count for each in periods)
    return (
        f"{number_of(total, noun)} from {_named(periods[0])} to {_named(periods[-1])}; most: "
        f"{_named(most)}, {most.count:,}."
    )
