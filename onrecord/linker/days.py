"""Days as two articles may give them: how far apart, and in which stretches of days they lie.

In: EDTF strings. Out: windows, pairs of ISO days ready for JSON. Where the year is not known the
days of a window begin with ``XXXX`` and are compared within any year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from onrecord.calendar import bounds

Window = tuple[str, str]
_NO_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)")
_ANY_YEAR = 2000  # a leap year, so that February 29 can be read
_LONGEST = 62  # days; a longer stretch ("in 2024") says too little about when something happened


@lru_cache(50_000)
def window(edtf: str | None, longest: int = _LONGEST) -> Window | None:
    """The first and last day a date can mean; None where that says too little."""
    if edtf and (found := _NO_YEAR.fullmatch(edtf)):
        return f"XXXX-{found[1]}-{found[2]}", f"XXXX-{found[1]}-{found[2]}"
    first, last = bounds(edtf)
    if first is None or last is None or (last - first).days > longest:
        return None
    return first.isoformat(), last.isoformat()


def has_year(days: Window | None) -> bool:
    """Whether it is known in which year the days are."""
    return days is not None and not days[0].startswith("XXXX")


def apart(left: Window | None, right: Window | None) -> int | None:
    """How many days lie between two windows at least: 0 where they overlap; None where a year or
    a window is unknown on one side only.
    """
    if not left or not right:
        return None
    if not (has_year(left) and has_year(right)):
        (a, b), (c, d) = _yearless(left), _yearless(right)
        return min(_gap(a, b, c, d), _gap(a, b, c + 366, d + 366), _gap(a + 366, b + 366, c, d))
    (a, b), (c, d) = _ordinals(left), _ordinals(right)
    return _gap(a, b, c, d)


def _gap(a: int, b: int, c: int, d: int) -> int:
    return max(0, c - b, a - d)


def _ordinals(days: Window) -> tuple[int, int]:
    return _ordinal(days[0]), _ordinal(days[1])  # forms that were kept have lists for windows


@lru_cache(50_000)
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _yearless(days: Window) -> tuple[int, int]:
    first, last = (date.fromisoformat(f"{_ANY_YEAR}{day[4:]}").toordinal() for day in days)
    return first, last if last >= first else last + 366


def exact(days: Window | None) -> bool:
    """Whether it is one day."""
    return days is not None and days[0] == days[1]


def stretches(days: Window | None, length: int) -> Iterator[str]:
    """Names of the stretches of ``length`` days a window lies in. Stretches begin every half
    length, so that two windows less than half a length apart share one. The year is left out: a
    date without one then meets the dates that have one.
    """
    if not days:
        return
    half = length // 2
    first, last = _ordinals(days) if has_year(days) else _yearless(days)
    middle = date.fromordinal((first + last) // 2)
    number = (middle - date(middle.year, 1, 1)).days // half
    around = (366 // half) + 1
    yield f"{length}d{number}"
    yield f"{length}d{(number + 1) % around}"


def earlier(days: Window | None, than: Window | None) -> int | None:
    """How many days the first window begins before the second; None where that is unknown."""
    if not days or not than or not (has_year(days) and has_year(than)):
        return None
    return _ordinals(than)[0] - _ordinals(days)[0]


def spanned(left: Window | None, right: Window | None) -> int | None:
    """How many days lie at most between two windows; None where a year or a window is unknown."""
    if not left or not right or not (has_year(left) and has_year(right)):
        return None
    days = (*_ordinals(left), *_ordinals(right))
    return max(days) - min(days)


def spoken_before(printed: Window | None, days: int) -> Window | None:
    """When it can have been said that was printed on these days: up to so many days before."""
    if not printed or not has_year(printed):
        return printed
    return day_after(printed[0], -days), printed[1]


def day_after(iso: str, days: int) -> str:
    """The day so many days later."""
    return (date.fromisoformat(iso) + timedelta(days)).isoformat()
