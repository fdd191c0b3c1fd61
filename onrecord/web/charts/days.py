"""The axis of days under a chart: which days have a line, and what is written there.

Days are numbers, as in ``plots.days``. Leather's own axis of time shifts months by one (0.4.1) and
needs hours below four days, so the days are chosen here and leather draws them.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from leather.axis import Axis

from onrecord.web.charts.drawing import element, fluid

_EPOCH = date(1970, 1, 1).toordinal()
TICKS = 6  # more would not stand beside each other on a phone
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_DAYS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)


def number(day: date) -> float:
    """The day as a number, from 1970-01-01."""
    return float(day.toordinal() - _EPOCH)


def day(number: float) -> date:
    """The day that a number lies in; the first or last of all where it lies beyond."""
    last = date.max.toordinal()
    return date.fromordinal(min(max(int(number // 1) + _EPOCH, 1), last))


@dataclass(frozen=True, slots=True)
class Days:
    """The stretch of days that a chart shows, as leather asks for a scale."""

    first: float
    last: float

    def share(self, number: float) -> float:
        """How far from the left a day is, in percent."""
        return (number - self.first) / (self.last - self.first) * 100

    def project(self, value: float, low: float, high: float) -> float:
        return low + (high - low) * self.share(value) / 100

    def ticks(self) -> list[float]:
        """The days that have a line: whole days, weeks, months or years, whichever are few."""
        for several in _choices(day(self.first), day(self.last)):
            if len(several) <= TICKS:
                return [number(each) for each in several if self.first <= number(each) <= self.last]
        return [self.first]

    def format_tick(self, value: float, index: int, count: int) -> str:
        """What is written at a line; the year under it where it is the first of that year."""
        ticks = self.ticks()
        own = day(value)
        before = day(ticks[index - 1]) if index else None
        if all(day(each).month == day(each).day == 1 for each in ticks):
            return str(own.year)
        whole = all(day(each).day == 1 for each in ticks)
        name = _MONTHS[own.month - 1] if whole else f"{own.day} {_MONTHS[own.month - 1]}"
        return name if before and before.year == own.year else f"{name}\n{own.year}"


def draw(into: ET.Element, days: Days, high: float) -> None:
    """Draw the axis below a sheet of that height, with a line upwards at each of its days."""
    drawn = fluid(Axis(ticks=days.ticks()).to_svg(100, high, days, "bottom"))
    drawn.set("aria-hidden", "true")  # every mark says its own day
    for label in drawn.iter("text"):
        _in_lines(label)
    into.append(drawn)


def _in_lines(label: ET.Element) -> None:
    """A label of two lines as two, one under the other."""
    first, _, second = (label.text or "").partition("\n")
    label.text = first
    if second:
        element("tspan", label, second, x=label.attrib["x"], dy="1.2em", class_="year")


def _choices(first: date, last: date) -> Iterator[Sequence[date]]:
    """Days a chart may have lines at, many first."""
    long = (last - first).days
    for step in _DAYS:
        if long // step <= 2 * TICKS:
            yield _stepped(first, last, step)
    for step in _MONTH_STEPS:
        if long // (30 * step) <= 2 * TICKS:
            yield [each for each in _months(first, last) if (each.month - 1) % step == 0]
    for step in _YEARS:
        yield [
            date(year, 1, 1)
            for year in range(first.year + (first > date(first.year, 1, 1)), last.year + 1)
            if year % step == 0
        ]


def _stepped(first: date, last: date, step: int) -> list[date]:
    """Every day, every second…; weeks begin on a Monday."""
    start = first + timedelta(days=-first.weekday() % 7 if step % 7 == 0 else 0)
    return [start + timedelta(days=n) for n in range(0, (last - start).days + 1, step)]


def _months(first: date, last: date) -> Iterator[date]:
    for month in range(first.year * 12 + first.month - (first.day == 1), last.year * 12 + 12):
        year, index = divmod(month, 12)
        if year <= date.max.year and date(year, index + 1, 1) <= last:
            yield date(year, index + 1, 1)
