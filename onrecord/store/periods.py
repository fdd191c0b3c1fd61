"""How many entries lie within each month or day: each once, under the stretch of days that its date
means, so that asking for what is dated within a stretch finds as many as are counted there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import numpy as np

from onrecord.store.days import FIRST_OF_ALL, LAST_OF_ALL
from onrecord.store.sheets import Column, Rows

Period = tuple[str, int]
Spans = Mapping[tuple[str, str], int]

FEW_MONTHS = 3  # what lies within so many months is counted by day


def months(first: Column, last: Column, rows: Rows) -> tuple[Period, ...]:
    """The months within which rows lie, earliest first, with how many do."""
    counts: Counter[str] = Counter()
    for (begin, end), count in spans(first, last, rows).items():
        if begin[:7] == end[:7]:
            counts[begin[:7]] += count
    return tuple(sorted(counts.items()))


def periods(found: Spans) -> tuple[Period, ...]:
    """Everything once, under its month, or its day where all falls into a few months; under the
    days from which to which it lies where its date is less exact than that.
    """
    exact = [begin[:7] for begin, end in found if begin[:7] == end[:7]]
    few = bool(exact) and _months_between(min(exact), max(exact)) < FEW_MONTHS
    counts: Counter[str] = Counter()
    for (begin, end), count in found.items():
        counts[_named(begin, end, few)] += count
    return tuple(sorted(counts.items()))


def over_days(days: Iterable[tuple[str | None, str | None]]) -> tuple[Period, ...]:
    """The same of entries by their first and last days; those that ``spans`` leaves out are."""
    unknown = {None, FIRST_OF_ALL, LAST_OF_ALL}
    return periods(Counter((a, b) for a, b in days if a and b and not {a, b} & unknown))


def spans(first: Column, last: Column, rows: Rows) -> Spans:
    """The first and last days that rows have, and how many rows have both; what has no date, or one
    without a beginning or an end, is left out.
    """
    dated = rows & _among(first, None) & _among(first, FIRST_OF_ALL) & _among(last, LAST_OF_ALL)
    codes = first.codes[dated].astype(np.int64) * len(last.values) + last.codes[dated]
    pairs, counts = np.unique(codes, return_counts=True)
    return {
        (first.values[pair // len(last.values)], last.values[pair % len(last.values)]): count
        for pair, count in zip(pairs.tolist(), counts.tolist(), strict=True)
    }


def _named(begin: str, end: str, by_day: bool) -> str:
    if begin == end and by_day:
        return begin
    in_one_month = begin[:7] == end[:7]
    whole = in_one_month and begin[8:] == "01" and end == _last_of(begin[:7])
    return begin[:7] if whole or (in_one_month and not by_day) else f"{begin}/{end}"


def _last_of(month: str) -> str:
    return str((np.datetime64(month, "M") + 1).astype("datetime64[D]") - 1)


def _months_between(begin: str, end: str) -> int:
    months = np.datetime64(end, "M") - np.datetime64(begin, "M")
    return int(months.astype(np.int64))


def _among(column: Column, refused: str | None) -> Rows:
    """Which rows have a day, and not this one."""
    return column.looked_up(np.array([v is not None and v != refused for v in column.values], bool))
