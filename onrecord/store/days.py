"""The first and the last day a date may mean.

An EDTF string comes in, two ISO days go out, so that a database can compare dates that are in
doubt: "2024-03" lies between 2024-03-01 and 2024-03-31. An open end is the end of time; a date
whose year is unknown ("XXXX-XX-07") has no bounds.
"""

from __future__ import annotations

import re
from calendar import monthrange

Bounds = tuple[str, str]

FIRST_OF_ALL, LAST_OF_ALL = "0000-01-01", "9999-12-31"

_NOTES = re.compile(r"[~?%\[\]{}\s]|T[\d:.+Z-]*")
_BETWEEN = re.compile(r"/|,|\.\.")
_DATE = re.compile(r"([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?")
_SEASONS = range(21, 42)


def bounds(edtf: str | None) -> Bounds | None:
    """First and last day, both included; None where nothing bounds the date."""
    ends = _BETWEEN.split(_NOTES.sub("", edtf or ""))
    first, last = _span(ends[0]), _span(ends[-1])
    if first is None and last is None:
        return None
    return (first[0] if first else FIRST_OF_ALL, last[1] if last else LAST_OF_ALL)


def _span(date: str) -> Bounds | None:
    """The bounds of one date without interval or qualifier."""
    match = _DATE.fullmatch(date)
    if match is None or match[1] == "XXXX":
        return None
    years = match[1].replace("X", "0"), match[1].replace("X", "9")
    months = _fitting(match[2], range(1, 13))
    if match[2] and match[2].isdigit() and int(match[2]) in _SEASONS:
        months = [1, 12]  # a season or a quarter: somewhere in that year
    if not months:
        return None
    first = _day(years[0], months[0], match[3], 0)
    last = _day(years[1], months[-1], match[3], -1)
    return (first, last) if first and last else None


def _day(year: str, month: int, day: str | None, which: int) -> str | None:
    days = _fitting(day, range(1, monthrange(int(year) or 2000, month)[1] + 1))
    return f"{year}-{month:02}-{days[which]:02}" if days else None


def _fitting(digits: str | None, numbers: range) -> list[int]:
    """The numbers that two digits, either of which may be X, can stand for."""
    pattern = (digits or "XX").replace("X", ".")
    return [n for n in numbers if re.fullmatch(pattern, f"{n:02}")]
