"""How many rows fall into each month or day: into all that a date in doubt may mean, as a filter
finds them; or each once, for a chart.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from onrecord.store.days import FIRST_OF_ALL, LAST_OF_ALL
from onrecord.store.sheets import Column, Rows

Period = tuple[str, int]

FEW_MONTHS = 3  # what lies within so many months is counted by day


def months(first: Column, last: Column, rows: Rows) -> tuple[Period, ...]:
    """The months that rows may fall into, earliest first, with how many may."""
    return _counted(first, last, rows, "M")


def periods(first: Column, last: Column, rows: Rows) -> tuple[Period, ...]:
    """Every row once, under its month, or its day where all falls into a few months; under the
    days from which to which it lies where its date is less exact than a month. What has no date, or
    one without a beginning or an end, is left out.
    """
    spans = _spans(first, last, rows)
    exact = [begin[:7] for begin, end in spans if begin[:7] == end[:7]]
    few = bool(exact) and _months_between(min(exact), max(exact)) < FEW_MONTHS
    counts: Counter[str] = Counter()
    for (begin, end), count in spans.items():
        counts[_named(begin, end, few)] += count
    return tuple(sorted(counts.items()))


def _named(begin: str, end: str, by_day: bool) -> str:
    if by_day and begin == end:
        return begin
    return begin[:7] if begin[:7] == end[:7] else f"{begin}/{end}"


def _months_between(begin: str, end: str) -> int:
    months = np.datetime64(end, "M") - np.datetime64(begin, "M")
    return int(months.astype(np.int64))


def _spans(first: Column, last: Column, rows: Rows) -> dict[tuple[str, str], int]:
    """The first and last days that rows have, and how many rows have both."""
    dated = rows & _among(first, None) & _among(first, FIRST_OF_ALL) & _among(last, LAST_OF_ALL)
    codes = first.codes[dated].astype(np.int64) * len(last.values) + last.codes[dated]
    pairs, counts = np.unique(codes, return_counts=True)
    return {
        (first.values[pair // len(last.values)], last.values[pair % len(last.values)]): count
        for pair, count in zip(pairs.tolist(), counts.tolist(), strict=True)
    }


def _counted(first: Column, last: Column, rows: Rows, unit: str) -> tuple[Period, ...]:
    begin, end = (_since(column, unit)[rows] for column in (first, last))
    bounded = (_among(first, FIRST_OF_ALL) & _among(last, LAST_OF_ALL))[rows]
    if not bounded.any():
        return ()
    earliest, latest = int(begin[bounded].min()), int(end[bounded].max())
    dated = _among(first, None)[rows]
    begin = np.clip(begin[dated], earliest, latest + 1) - earliest
    end = np.clip(end[dated], earliest - 1, latest) - earliest
    room = latest - earliest + 2
    change = np.bincount(begin, minlength=room) - np.bincount(end + 1, minlength=room)
    counts = np.cumsum(change)[:-1]
    there = np.flatnonzero(counts)
    names = np.datetime_as_string((there + earliest).astype(f"datetime64[{unit}]"))
    return tuple(zip(names.tolist(), counts[there].tolist(), strict=True))


def _since(column: Column, unit: str) -> NDArray[np.int64]:
    """Months or days since 1970; 0 where there is no date."""
    days = [value or "1970-01-01" for value in column.values]
    numbers = np.array(days, "datetime64[D]").astype(f"datetime64[{unit}]").astype(np.int64)
    return column.looked_up(numbers)


def _among(column: Column, refused: str | None) -> Rows:
    """Which rows have a day, and not this one."""
    return column.looked_up(np.array([v is not None and v != refused for v in column.values], bool))
