"""From what a date expression says to EDTF, with the article's own date as anchor where there is
one.

The anchor may itself be in doubt (an interval, masked digits): the expression is resolved against
every day the anchor can be and only what all of them agree on is said. Without an anchor only
what is written is said: a month and a day give ``XXXX-11-06``, a weekday alone gives nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from onrecord.calendar import feasts, words
from onrecord.calendar.counting import day_of, edge, feast_days, from_day, month_end, shifted
from onrecord.calendar.edtf import bounds, joined, possible_days, valid
from onrecord.calendar.expression import DateExpression
from onrecord.calendar.ties import named, untied
from onrecord.model import Basis, When, passage

_MASKED = re.compile(r"XXXX-(?:(?P<month>\d\d)|XX)-(?P<day>\d\d)")
_CERTAIN = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0\d|1[0-2])(?:-(?P<day>\d\d))?)?[?~%]?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SOME_DAY = re.compile(r"[\dX]{4}-[\dX]{2}-\d\d[?~%]?")
_SAMPLE_YEARS = range(
    1996, 2024
)  # 28 years: every weekday falls on every day of the year, leap days included


def resolve(
    expression: DateExpression,
    anchor: str | None = None,
    forward: bool | None = None,
    today: date | None = None,
    reference: str | None = None,
) -> When:
    """The date meant, as EDTF with its basis and without passage.

    ``anchor`` is the article's published date in EDTF. ``forward`` says which way a bare weekday or
    day points: True for what is to come ("will meet on Tuesday"; see ``points_forward``), False for
    what has been, None for the past, and for the nearest where a month and a day are given.
    ``today`` lets a weekday fix the year of a month and day without anchor: the latest that fits.
    ``reference`` is the EDTF date the story stands at, from which "a day earlier" counts (see
    ``references``).
    """
    if expression.kind == "shift":
        edtf = _stepped(expression, reference) if reference else None
        return When(edtf, "calendar" if edtf else "text")
    if expression.of_year is not None:
        return _in_year(expression, anchor, forward)
    if expression.until:
        return _range(expression, expression.until, anchor, forward)
    said = _unanchored(expression)
    if _complete(said):
        return When(said, "calendar" if expression.kind == "feast" else "text")
    anchored = _anchored(expression, anchor, forward) if anchor else None
    if anchored:
        return When(anchored, "publication")
    if today and expression.weekday is not None and expression.month and expression.day:
        fixed = latest(expression.month, expression.day, expression.weekday, today)
        if fixed:
            return When(fixed.isoformat(), "calendar")
    return When(said, "text")


def dated(
    text: str,
    expression: DateExpression,
    anchor: str | None = None,
    forward: bool | None = None,
    today: date | None = None,
    reference: str | None = None,
) -> When:
    """``resolve`` with the passage in ``text`` that the expression is."""
    when = resolve(named(text, expression), anchor, forward, today, reference)
    if not forward and untied(text, expression, anchor, when.edtf):
        when = When(None, "text")
    return replace(when, passage=passage(text, expression.start, expression.end))


def latest(month: int, day: int, weekday: int, today: date) -> date | None:
    """The latest day not after ``today`` with that month, day and weekday (0 is Monday)."""
    for year in range(today.year, today.year - 40, -1):
        found = day_of(year, month, day)
        if found and found <= today and found.weekday() == weekday:
            return found
    return None


def _in_year(said: DateExpression, anchor: str | None, forward: bool | None) -> When:
    """ "October last year": the year is the anchor's less one, if all days of the anchor agree."""
    first, last = bounds(anchor)
    if first is None or last is None or first.year != last.year:
        return When(resolve(replace(said, of_year=None)).edtf, "text")
    year = first.year + (said.of_year or 0)
    if not 1 < year < 9999:
        return When(None, "text")
    edtf = resolve(replace(said, of_year=None, year=year)).edtf
    return When(edtf, "publication" if edtf else "text")


def _range(
    first: DateExpression, last: DateExpression, anchor: str | None, forward: bool | None
) -> When:
    """ "from March 30 to April 2": both ends, the first in the year of the last where it has
    none."""
    end = resolve(last, anchor, forward)
    year = last.year if first.year is None else first.year
    begin = resolve(replace(first, until=None, year=year), anchor, forward)
    lows, highs = (begin.edtf or "").split("/"), (end.edtf or "").split("/")
    low, high = bounds(begin.edtf)[0], bounds(end.edtf)[1]
    basis: Basis = "publication" if "publication" in (begin.basis, end.basis) else "text"
    if low and high and low > high and begin.edtf and first.year is None:
        later = resolve(last, begin.edtf, True) if _CERTAIN.fullmatch(begin.edtf) else When()
        highs, high = (later.edtf or "").split("/"), bounds(later.edtf)[1]
    edtf = f"{lows[0]}/{highs[-1]}"
    ordered = low is None or high is None or low <= high
    whole = bool(lows[0] and highs[-1]) and "[" not in edtf
    return When(edtf if whole and ordered and valid(edtf) else None, basis)


def _stepped(said: DateExpression, reference: str) -> str | None:
    """ "a day earlier" from a day, "the following month" from a month or a day of it."""
    if said.step == 0 and said.unit == "day" and _SOME_DAY.fullmatch(reference):
        return reference  # "the same day" as "the 9th" is XXXX-XX-09
    at = _CERTAIN.fullmatch(reference)
    if not at:
        return None
    step, year = said.step or 0, int(at["year"])
    try:
        if said.unit == "year":
            return f"{year + step:04}" if 0 < year + step < 10000 else None
        if said.unit == "month" and at["month"]:
            return shifted(date(year, int(at["month"]), 1), step).isoformat()[:7]
        if not at["day"] or said.unit not in ("day", "week"):
            return None
        day = date(year, int(at["month"]), int(at["day"]))
        if said.unit == "day":
            return (day + timedelta(step)).isoformat()
        monday = day - timedelta(day.weekday()) + timedelta(7 * step)
        return f"{monday}/{monday + timedelta(6)}"
    except (OverflowError, ValueError):
        return None


def _complete(edtf: str | None) -> bool:
    return edtf is not None and not edtf.startswith("XXXX")


def _unanchored(said: DateExpression) -> str | None:
    """What the words give by themselves."""
    if said.kind == "decade":
        return f"{said.year:04}"[:3] + "X"
    if said.kind == "century":
        return _century(said.year or 0)
    if said.kind == "period":
        return words.PERIODS[said.name or ""]
    if said.kind == "feast":
        return _feast(said)
    if said.kind not in ("date", "season") or said.name == "short":
        return None
    if said.season:
        return f"{said.year:04}-{said.season}" if said.year else _any_year(said)
    return None if said.step is not None else _written(said)


def _century(year: int) -> str:
    if year < 0:  # the seventh century BC is 700 to 601 BC
        return f"{_year(year + 1 - 1)}/{_year(year + 99)}"
    return f"{year:04}"[:2] + "XX"


def _any_year(said: DateExpression) -> str | None:
    return f"XXXX-{said.season}" if said.step is None else None


def _feast(said: DateExpression) -> str | None:
    """ "Ramadan 2024"; without a year, the days that are the same in all."""
    name = said.name or ""
    found = feasts.days(name, said.year) if said.year else []
    if found:
        return feast_days(name, found[0])
    rule = feasts.FEASTS[name].split()
    if said.year or said.step is not None or rule[0] not in ("fixed", "us") or len(rule) > 3:
        return None
    return f"XXXX-{int(rule[1]):02}-{int(rule[2]):02}"


def _year(year: int) -> str:
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def _written(said: DateExpression) -> str | None:
    year = "XXXX" if said.year is None else _year(said.year)
    if said.day and not said.month:
        return f"{year}-XX-{said.day:02}"
    if not said.month:
        return _of_year(said) if said.year is not None else None
    month = f"{year}-{said.month:02}"
    if not said.day:
        return _of_month(said, month)
    edtf = f"{month}-{said.day:02}"
    if said.to_day and said.to_day > said.day:
        edtf += f"/{month}-{said.to_day:02}"
    return edtf if valid(edtf) else None


def _of_year(said: DateExpression) -> str:
    year = _year(said.year or 0)
    if said.edge in ("start", "end"):
        return f"{year}-01-01~" if said.edge == "start" else f"{year}-12-31~"
    return year


def _of_month(said: DateExpression, month: str) -> str:
    if said.edge in ("start", "end") and said.year and said.month:
        first = date(said.year, said.month, 1)
        return edge(first, month_end(first), said.edge)
    return month


def _anchored(said: DateExpression, anchor: str, forward: bool | None) -> str | None:
    if said.name == "short" and said.kind == "date":
        return _short_year(said.year or 0, anchor)
    if anchor[-1] in "?~%":
        found = _anchored(said, anchor[:-1], forward)
        return found + anchor[-1] if found and re.fullmatch(r"[\dX-]+", found) else found
    masked = [_MASKED.fullmatch(end) for end in anchor.split("/")]
    if not all(masked):
        return joined(from_day(said, day, forward) for day in possible_days(anchor))
    ends = [_masked(said, match, forward) for match in masked if match]
    if None in ends or len(set(ends)) == 1:
        return None if None in ends else ends[0]
    return "/".join(filter(None, ends))


def _short_year(short: int, anchor: str) -> str | None:
    """ "in ’96": the latest such year that is not after the article's."""
    last = bounds(anchor)[1]
    if last is None:
        return None
    year = last.year - last.year % 100 + short
    year -= 100 if year > last.year else 0
    return f"{year:04}" if year > 0 else None


def _masked(said: DateExpression, anchor: re.Match[str], forward: bool | None) -> str | None:
    """Resolved against an anchor without a year or month: what every year (and month) agrees on."""
    months = [int(anchor["month"])] if anchor["month"] else range(1, 13)
    days = (d for y in _SAMPLE_YEARS for m in months if (d := day_of(y, m, int(anchor["day"]))))
    month_days, day_numbers = set(), set()
    for found in (from_day(said, day, forward) for day in days):
        if not found or not _DAY.fullmatch(found):
            return None
        month_days.add(found[5:])
        day_numbers.add(found[8:])
        if len(day_numbers) > 1:
            return None  # nor will the years to come agree
    if len(month_days) == 1:
        return f"XXXX-{month_days.pop()}"
    return f"XXXX-XX-{day_numbers.pop()}" if day_numbers else None
