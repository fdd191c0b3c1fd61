"""Dates as places on an axis of days, with their doubt as a length.

A day is the whole of it, from its start to the start of the next; "2024-03" is thirty-one days
long. Days are numbered as matplotlib numbers them, from 1970-01-01.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.calendar import bounds

FIRST, LAST = (float(day.toordinal() - 719163) for day in (date(1, 1, 2), date(9999, 12, 30)))
SHORTEST = 8.0  # days on an axis: with fewer it would count hours, which nothing here has


@dataclass(frozen=True, slots=True)
class Span:
    """From the start of the first day a date can mean to the end of the last; None on a side that
    is open.
    """

    start: float | None
    end: float | None

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.start is not None and self.end is not None and self.end - self.start <= 1


def span(edtf: str | None) -> Span | None:
    """The days a date can mean; None where nothing bounds them."""
    first, last = bounds(edtf)
    if first is None and last is None:
        return None
    if first and last and last < first:
        return None
    return Span(_start(first) if first else None, _start(last) + 1 if last else None)


def _start(day: date) -> float:
    return min(max(float(day.toordinal() - 719163), FIRST), LAST)


def limits(spans: list[Span]) -> tuple[float, float]:
    """The days an axis has to show so that no span is wholly outside, with a margin.

    A date known to the year only ("in 2031") does not stretch an axis that days in May would fill:
    it is as long as the axis.
    """
    near = [s for s in spans if _length(s) <= 62] or spans
    ends = [end for s in near for end in (s.start, s.end) if end is not None]
    if not ends:
        return 0.0, 1.0
    low, high = min(ends), max(ends)
    for one in spans:
        if one.end is not None and one.end <= low:
            low = one.end - 1
        if one.start is not None and one.start >= high:
            high = one.start + 1
    margin = max((high - low) * 0.02, (SHORTEST - high + low) / 2, 0.5)
    return max(low - margin, FIRST), min(high + margin, LAST + 1)


def _length(one: Span) -> float:
    return float("inf") if one.start is None or one.end is None else one.end - one.start
