"""EDTF dates in the words of a newspaper: ``2024-03`` is "in March 2024", ``2023-11-06/..`` "since
2023-11-06", ``201X~`` "about the 2010s". A whole day stays as it is written.
"""

from __future__ import annotations

import re
from calendar import month_name

from onrecord.calendar import valid

_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_DOUBTS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
_PARTS = re.compile(r"([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?(?:T(\d\d:\d\d)\S*?)?([~?%]?)")
_UNKNOWN_MONTH = re.compile(r"XXXX-XX-(\d\d)")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def in_words(edtf: str | None) -> str:
    """The date in words; what is no EDTF stays as it is, and no date is "undated"."""
    if not edtf:
        return "undated"
    if not valid(edtf):
        return edtf
    if edtf[0] in "[{":
        dates = [_one(date.strip(), "") for date in edtf[1:-1].split(",")]
        return (" or " if edtf[0] == "[" else " and ").join(dates)
    first, slash, last = edtf.partition("/")
    return _span(first, last) if slash else _one(edtf, "in ")


def _span(first: str, last: str) -> str:
    ends = _UNKNOWN_MONTH.fullmatch(first), _UNKNOWN_MONTH.fullmatch(last)
    if ends[0] and ends[1]:
        return f"the {_nth(int(ends[0][1]))} to {_nth(int(ends[1][1]))} of an unknown month"
    if first == "..":
        return f"until {_one(last, '')}"
    return f"since {_one(first, '')}" if last == ".." else f"{_one(first, '')} to {_one(last, '')}"


def _one(edtf: str, within: str) -> str:
    """One date; ``within`` stands before a month, a year or more, which an event may lie in."""
    match = _PARTS.fullmatch(edtf)
    if not match:
        return edtf
    year, month, day, time, doubt = match.groups()
    before = _DOUBTS.get(doubt) or ("" if day and day != "XX" else within)
    return f"{before}{_date(year, month, day)}{f', {time}' if time else ''}"


def _date(year: str, month: str | None, day: str | None) -> str:
    """The date without its doubt: a day as it is written where all of it is known."""
    if day is None or day == "XX":
        return _month(year, month)
    number = int(day)
    if month and month.isdigit() and year.isdigit():
        return f"{year}-{month}-{day}"
    if month and month.isdigit():
        return f"{number} {month_name[int(month)]}, year unknown"
    unknown = "month unknown" if year == "XXXX" else f"{year}, month unknown"
    return f"the {_nth(number)}, {unknown}"


def _nth(number: int) -> str:
    ending = "th" if number in (11, 12, 13) else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


def _month(year: str, month: str | None) -> str:
    if month is None or month == "XX":
        return _year(year)
    name = _SEASONS.get(month) or month_name[int(month)]
    return f"{name}, year unknown" if year == "XXXX" else f"{name} {_year(year)}"


def _year(year: str) -> str:
    if year == "XXXX":
        return "a year unknown"
    return f"the {year.replace('X', '0')}s" if "X" in year else year
