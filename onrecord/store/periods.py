"""How many rows fall into each month or day; a date in doubt falls into all that it may mean."""

from __future__ import annotations

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
    """The same by day where all falls into a few months."""
    by_month = months(first, last, rows)
    if not by_month:
        return ()
    begin, end = (np.datetime64(by_month[n][0], "M") for n in (0, -1))
    few = int((end - begin).astype(np.int64)) < FEW_MONTHS
    return _counted(first, last, rows, "D") if few else by_month


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
