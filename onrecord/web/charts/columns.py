"""How many there are over time: a column for each day, week, month or year, each a link."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from calendar import monthrange
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
_OUTSIDE, _COARSE = 0.02, 0.2  # shares of all: at either end; dated less exactly


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
    address: Callable[[str, str], str],
    *,
    title: str = "The story over time",
    noun: str = "statement",
) -> Markup:
    """Draw how many there are over time.

    ``counts`` are pairs of a day, month or year and how many, as ``record.over_time`` gives them:
    ``("2024-03-26", 12)``, ``("2024-03", 40)``; days and months that are not there have none, what
    is no date is left out, and pairs may come in any order. Days become weeks, months or years
    where there are too many.
    ``address`` gives, for the first and the last day of a column (ISO, both included), where its
    link goes: ``lambda since, until: "/statements" + asked.query(since=since, until=until)``.
    Dates far from all others, or less exact, are not drawn; a line under the chart counts them and
    links to them.
    An empty ``Markup`` where there is nothing to draw.
    """
    given = sorted(_periods(counts), key=lambda each: each.first)
    if not given:
        return Markup()
    fine, coarse = _fine(given)
    near, early, late = _near(fine)
    periods = _filled(near, _grain(near))
    chart = drawing.box("columns")
    _draw(chart, periods, address, title, noun)
    left_out = {"dated earlier": early, "dated later": late, "dated less exactly": coarse}
    _not_drawn(chart, left_out, address, noun)
    return drawing.markup(chart)


def _periods(counts: Iterable[tuple[str, int]]) -> Iterator[Period]:
    for written, count in counts:
        first, last = bounds(written)
        if count > 0 and first and last and first <= last:
            yield Period(first, last, count)


def _fine(given: Sequence[Period]) -> tuple[list[Period], list[Period]]:
    """Those dated as exactly as nearly all are, and the few that are dated less exactly."""
    total = sum(each.count for each in given)
    for most in (0, 31, 366):
        fine = [each for each in given if each.long <= most]
        if sum(each.count for each in fine) >= (1 - _COARSE) * total:
            return fine, [each for each in given if each.long > most]
    return list(given), []


def _near(given: Sequence[Period]) -> tuple[list[Period], list[Period], list[Period]]:
    """What is drawn, and what lies too far before and after it."""
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
        return list(given), [], []
    early = [each for each in given if each.first < start]
    return inside, early, [each for each in given if each.last > end and each.first >= start]


def _reached(counts: Sequence[int], least: float) -> int:
    """Where the counts, one after the other, come to more than so many."""
    return next(place for place, total in enumerate(accumulate(counts)) if total > least)


def _grain(given: Sequence[Period]) -> Grain:
    long = (given[-1].last - given[0].first).days + 1
    coarsest = max((each.last - each.first).days for each in given)
    if coarsest == 0 and long <= DAYS:
        return "day"
    if coarsest == 0 and long <= WEEKS * 7:
        return "week"
    return "month" if coarsest <= 31 and long <= MONTHS * 31 else "year"


def _filled(given: Sequence[Period], grain: Grain) -> list[Period]:
    """A column for every stretch from the first to the last, those without any too."""
    counts: dict[date, int] = {}
    for each in given:
        start = _first(each.first, grain)
        counts[start] = counts.get(start, 0) + each.count
    periods, start = [], min(counts)
    while start <= max(counts):
        periods.append(Period(start, _last(start, grain), counts.get(start, 0)))
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
    address: Callable[[str, str], str],
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
        mark = link(
            columns, address(*_ends(each)), f"{_named(each)}: {number_of(each.count, noun)}"
        )
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
    left_out: Mapping[str, Sequence[Period]],
    address: Callable[[str, str], str],
    noun: str,
) -> None:
    """How many are not drawn and why, with links to them."""
    told = {why: several for why, several in left_out.items() if several}
    if not told:
        return
    note = element("p", chart, class_="chart-note")
    note.text = "Not drawn: "
    for why, several in told.items():
        count = sum(each.count for each in several)
        days = several[0].first.isoformat(), max(each.last for each in several).isoformat()
        element("a", note, f"{number_of(count, noun)} {why}", href=address(*days)).tail = "; "
    note[-1].tail = "."


def _ends(period: Period) -> tuple[str, str]:
    return period.first.isoformat(), period.last.isoformat()


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
