"""EDTF strings (ISO 8601-2): whether one is understood, the first and last day it can mean, and
joining several.

Only what news needs is read: days, months, years (``-0775`` is 776 BC), decades and centuries,
seasons, masked digits (``XXXX-11-06``), intervals, open ones too, one-of sets (``[a,b]``), clock
times, and the qualifiers ``?``, ``~`` and ``%``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

Days = tuple[date, date]

_ONE = re.compile(
    r"(?P<year>-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX)(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?"
    r"(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?)?)?)?[?~%]?"
)
_SEASONS = {
    "21": 3,
    "22": 6,
    "23": 9,
    "24": 12,
}  # EDTF's spring to winter, and the month each begins in


def valid(edtf: str) -> bool:
    """Whether ``edtf`` is a date in the part of EDTF that onrecord reads and writes."""
    if edtf[:1] + edtf[-1:] in ("[]", "{}"):
        return all(_is_one(one.strip()) for one in edtf[1:-1].split(","))
    if "/" not in edtf:
        return _is_one(edtf)
    ends = edtf.split("/")
    return len(ends) == 2 and ends != ["..", ".."] and all(e == ".." or _is_one(e) for e in ends)


def understood(edtf: str) -> str | None:
    """The string without blanks around it if it is valid EDTF, else None."""
    stripped = edtf.strip()
    return stripped if stripped and valid(stripped) else None


@lru_cache(50_000)  # the same days come again and again: 20,000 articles name the United States
def bounds(edtf: str | None) -> tuple[date | None, date | None]:
    """The first and the last day the date can mean; None on a side that is open or unknown."""
    if not edtf or not valid(edtf):
        return None, None
    if edtf[0] in "[{":
        spans = [_one_bounds(one.strip()) for one in edtf[1:-1].split(",")]
        known = [s for s in spans if s]
        return (min(s[0] for s in known), max(s[1] for s in known)) if known else (None, None)
    first, _, last = edtf.partition("/")
    low, high = _one_bounds(first), _one_bounds(last or first)
    return (low[0] if low else None), (high[1] if high else None)


def possible_days(edtf: str, most: int = 400) -> tuple[date, ...]:
    """Every day the date can mean, if they are bounded and at most ``most``; else none."""
    if edtf[:1] == "[":
        alternatives = [possible_days(one.strip(), most) for one in edtf[1:-1].split(",")]
        return (
            tuple(sorted({d for days in alternatives for d in days})) if all(alternatives) else ()
        )
    first, last = bounds(edtf)
    if first is None or last is None or last < first or (last - first).days >= most:
        return ()
    return tuple(first + timedelta(n) for n in range((last - first).days + 1))


def joined(dates: Iterable[str | None]) -> str | None:
    """One EDTF string for a date that is one of ``dates``; None if that would say next to
    nothing."""
    found = sorted(set(dates), key=str)
    if len(found) == 1:
        return found[0]
    if not found or None in found:
        return None
    known = [d for d in found if d is not None]
    spans = [bounds(d) for d in known]
    lows, highs = [s[0] for s in spans if s[0]], [s[1] for s in spans if s[1]]
    if len(lows) < len(known) or len(highs) < len(known):
        return None
    return _joined(known, min(lows), max(highs))


def _joined(dates: list[str], first: date, last: date) -> str | None:
    plain = all(re.fullmatch(r"\d{4}-\d\d-\d\d", d) for d in dates)
    days = (last - first).days + 1
    if plain and days > len(dates) == 2:
        return f"[{dates[0]},{dates[1]}]"
    close = days == len(dates) or (len(dates) <= 3 and days <= 62)
    return f"{first}/{last}" if close else None


def _is_one(edtf: str) -> bool:
    match = _ONE.fullmatch(edtf)
    if not match:
        return False
    year, month, day = match["year"], match["month"], match["day"]
    if month in _SEASONS:
        return day is None
    if month in (None, "XX"):
        return day is None or day == "XX" or 1 <= int(day) <= 31
    if not 1 <= int(month) <= 12:
        return False
    leap = int(year) if year.isdigit() and year != "0000" else 2000
    return day in (None, "XX") or 1 <= int(day) <= monthrange(leap, int(month))[1]


def _one_bounds(edtf: str) -> Days | None:
    match = _ONE.fullmatch(edtf)
    if not match or match["year"] in ("XXXX", "0000") or match["year"][0] == "-":
        return None
    low, high = (int(match["year"].replace("X", digit)) for digit in "09")
    month, day = match["month"], match["day"]
    if low < 1:
        return None
    if month in (None, "XX"):
        return date(low, 1, 1), date(high, 12, 31)
    if month in _SEASONS:
        return _season(low, _SEASONS[month])
    if day in (None, "XX"):
        return date(low, int(month), 1), date(high, int(month), monthrange(high, int(month))[1])
    last = min(int(day), monthrange(high, int(month))[1])
    return date(low, int(month), min(last, monthrange(low, int(month))[1])), date(
        high, int(month), last
    )


def _season(year: int, first_month: int) -> Days:
    """Northern months, a year's winter beginning in its December; EDTF leaves the hemisphere
    open."""
    last_year, last_month = (year + 1, 2) if first_month == 12 else (year, first_month + 2)
    if last_year > 9999:
        return date(year, first_month, 1), date(year, 12, 31)
    return date(year, first_month, 1), date(
        last_year, last_month, monthrange(last_year, last_month)[1]
    )
