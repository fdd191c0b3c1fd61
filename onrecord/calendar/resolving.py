"""From what a date expression says to EDTF, with the article's own date as anchor where there is
one.

The anchor may itself be in doubt (an interval, masked digits): the expression is resolved against
every day the anchor can be and only what all of them agree on is said. Without an anchor only
what is written is said: a month and a day give ``XXXX-11-06``, a weekday alone gives nothing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from onrecord.calendar.edtf import joined, possible_days, valid
from onrecord.calendar.expressions import DateExpression
from onrecord.model import When, passage

_MASKED = re.compile(r"XXXX-(?:(?P<month>\d\d)|XX)-(?P<day>\d\d)")
_BEGUN = 31
_SAMPLE_YEARS = range(
    1996, 2024
)  # 28 years: every weekday falls on every day of the year, leap days included


def resolve(
    expression: DateExpression,
    anchor: str | None = None,
    forward: bool | None = None,
    today: date | None = None,
) -> When:
    """The date meant, as EDTF with its basis and without passage.

    ``anchor`` is the article's published date in EDTF. ``forward`` says which way a bare weekday or
    day points: True for what is to come ("will meet on Tuesday"; see ``points_forward``), False for
    what has been, None for the past, and for the nearest where a month and a day are given.
    ``today`` lets a weekday fix the year of a month and day without anchor: the latest that fits.
    """
    said = _unanchored(expression)
    if _complete(said):
        return When(said, "text")
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
) -> When:
    """``resolve`` with the passage in ``text`` that the expression is."""
    when = resolve(expression, anchor, forward, today)
    return replace(when, passage=passage(text, expression.start, expression.end))


def latest(month: int, day: int, weekday: int, today: date) -> date | None:
    """The latest day not after ``today`` with that month, day and weekday (0 is Monday)."""
    for year in range(today.year, today.year - 40, -1):
        found = _day(year, month, day)
        if found and found <= today and found.weekday() == weekday:
            return found
    return None


def _complete(edtf: str | None) -> bool:
    return edtf is not None and not edtf.startswith("XXXX")


def _unanchored(said: DateExpression) -> str | None:
    """What the words give by themselves."""
    if said.kind == "decade":
        return f"{said.year:04}"[:3] + "X"
    if said.kind == "century":
        return f"{said.year:04}"[:2] + "XX"
    if said.kind not in ("date", "season"):
        return None
    if said.season:
        return f"{said.year:04}-{said.season}" if said.year else None
    if said.step is not None:
        return None
    return _written(said)


def _written(said: DateExpression) -> str | None:
    year = f"{said.year:04}" if said.year else "XXXX"
    if said.day and not said.month:
        return f"{year}-XX-{said.day:02}"
    if not said.month:
        return year if said.year else None
    month = f"{year}-{said.month:02}"
    if not said.day:
        return month
    edtf = f"{month}-{said.day:02}"
    if said.to_day and said.to_day > said.day:
        edtf += f"/{month}-{said.to_day:02}"
    return edtf if valid(edtf) else None


def _anchored(said: DateExpression, anchor: str, forward: bool | None) -> str | None:
    if anchor[-1] in "?~%":
        found = _anchored(said, anchor[:-1], forward)
        return found + anchor[-1] if found and re.fullmatch(r"[\dX-]+", found) else found
    masked = [_MASKED.fullmatch(end) for end in anchor.split("/")]
    if not all(masked):
        return joined(_from_day(said, day, forward) for day in possible_days(anchor))
    ends = [_masked(said, match, forward) for match in masked if match]
    if None in ends or len(set(ends)) == 1:
        return None if None in ends else ends[0]
    return "/".join(filter(None, ends))


def _masked(said: DateExpression, anchor: re.Match[str], forward: bool | None) -> str | None:
    """Resolved against an anchor without a year or month: what every year (and month) agrees on."""
    months = [int(anchor["month"])] if anchor["month"] else range(1, 13)
    days = [d for y in _SAMPLE_YEARS for m in months if (d := _day(y, m, int(anchor["day"])))]
    found = {_from_day(said, day, forward) for day in days}
    if not all(f and re.fullmatch(r"\d{4}-\d\d-\d\d", f) for f in found):
        return None
    written = [f for f in found if f]
    month_days, day_numbers = {f[5:] for f in written}, {f[8:] for f in written}
    if len(month_days) == 1:
        return f"XXXX-{month_days.pop()}"
    return f"XXXX-XX-{day_numbers.pop()}" if len(day_numbers) == 1 else None


def _from_day(said: DateExpression, anchor: date, forward: bool | None) -> str | None:
    """Resolved against one certain day of printing."""
    try:
        if said.kind == "relative":
            return _relative(said, anchor, forward)
        if said.kind in ("ago", "reach"):
            return _ago(said, anchor)
        if said.kind == "season":
            return _season(said, anchor)
        return _calendar(said, anchor, forward) if said.kind == "date" else None
    except (OverflowError, ValueError):  # before the year 1 or after 9999
        return None


def _calendar(said: DateExpression, anchor: date, forward: bool | None) -> str | None:
    if said.weekday_only:
        return _weekday(said, anchor, forward)
    if said.month and said.day:
        return _month_day(said, anchor, forward)
    if said.month:
        return _month(said, anchor, forward)
    return _day_of_month(said.day, anchor, forward) if said.day else None


def _weekday(said: DateExpression, anchor: date, forward: bool | None) -> str:
    """ "on Tuesday" is the day of printing or the last before; "last Tuesday" never the day
    itself."""
    weekday, back = said.weekday or 0, (anchor.weekday() - (said.weekday or 0)) % 7
    if said.step == 1:
        return _iso(anchor + timedelta((weekday - anchor.weekday() - 1) % 7 + 1))
    if said.step == -1:
        return _iso(anchor - timedelta(back or 7))
    if said.step == 0 and forward is None:
        return _iso(anchor + timedelta(weekday - anchor.weekday()))
    return _iso(anchor + timedelta(-back % 7) if forward else anchor - timedelta(back))


def _month_day(said: DateExpression, anchor: date, forward: bool | None) -> str | None:
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    days = [d for y in years if (d := _day(y, said.month or 0, said.day or 0))]
    if said.weekday is not None:
        days = [d for d in days if d.weekday() == said.weekday]
    if forward is not None:
        # "is to run from January 23 through March 9", printed on January 28: just begun, not next
        # year
        limit = anchor - timedelta(_BEGUN) if forward else anchor
        days = [d for d in days if (d >= limit if forward else d <= limit)]
    if not days:
        return None
    day = min(days, key=lambda d: abs((d - anchor).days))
    last = _day(day.year, day.month, said.to_day) if said.to_day else None
    return f"{day}/{last}" if last and last > day else _iso(day)


def _month(said: DateExpression, anchor: date, forward: bool | None) -> str:
    """A bare month is the last one that has begun; "next March" and plans look ahead."""
    month, ahead = said.month or 1, forward or said.step == 1
    year = anchor.year + (month < anchor.month if ahead else -(month > anchor.month))
    if said.step == -1 and month == anchor.month:
        year -= 1
    return f"{year:04}-{month:02}"


def _day_of_month(day: int, anchor: date, forward: bool | None) -> str | None:
    month = date(anchor.year, anchor.month, 1)
    for _ in range(3):
        found = _day(month.year, month.month, day)
        if found and (found >= anchor if forward else found <= anchor):
            return _iso(found)
        month = (month + timedelta(32 if forward else -1)).replace(day=1)
    return None


def _relative(said: DateExpression, anchor: date, forward: bool | None) -> str | None:
    step = said.step or 0
    if said.unit == "day":
        return _iso(anchor + timedelta(step))
    if said.unit == "weekend":
        return _weekend(anchor, step, forward)
    if said.unit == "decade":
        return f"{anchor.year + 10 * step:04}"[:3] + "X"
    if said.unit == "century":
        return f"{anchor.year + 100 * step:04}"[:2] + "XX"
    first, last, edtf = _unit(said.unit or "", step, anchor)
    if said.edge and step == 0 and said.edge != "mid":
        first, last = (first, anchor) if said.edge.startswith("earl") else (anchor, last)
        return f"{first}/{last}" if first < last else _iso(first)
    return edtf


def _unit(unit: str, step: int, anchor: date) -> tuple[date, date, str | None]:
    """First day, last day and EDTF of the week, month, quarter or year ``step`` away."""
    if unit == "week":
        first = anchor - timedelta(anchor.weekday()) + timedelta(7 * step)
        return first, first + timedelta(6), f"{first}/{first + timedelta(6)}"
    if unit == "year":
        year = anchor.year + step
        return date(year, 1, 1), date(year, 12, 31), f"{year:04}"
    if unit == "month":
        first = _shifted(anchor, step).replace(day=1)
        return first, _month_end(first), f"{first:%Y-%m}"
    if unit == "quarter":
        first = _shifted(anchor.replace(month=(anchor.month - 1) // 3 * 3 + 1, day=1), 3 * step)
        last = _month_end(_shifted(first, 2))
        return first, last, f"{first:%Y-%m}/{last:%Y-%m}"
    return anchor, anchor, None  # hours say nothing of the day


def _weekend(anchor: date, step: int, forward: bool | None) -> str:
    """Saturday and Sunday of this week or the last; on a weekday "this weekend" is past."""
    saturday = anchor - timedelta(anchor.weekday()) + timedelta(5)
    if step == -1 or (step == 0 and forward is not True and saturday > anchor):
        saturday -= timedelta(7)
    if step == 1 and anchor.weekday() > 4:
        saturday += timedelta(7)
    return f"{saturday}/{saturday + timedelta(1)}"


def _ago(said: DateExpression, anchor: date) -> str | None:
    """ "two years ago" is a year, "two weeks ago" about a day; "the past 30 days" a stretch up to
    the anchor."""
    step, doubt = said.step or 0, "~" if said.about else ""
    if said.kind == "reach":
        start = _back(said.unit or "", step, anchor)
        return f"{start}/{anchor}" if start else None
    if said.unit == "year":
        return f"{anchor.year + step:04}{doubt}"
    if said.unit == "decade":
        return f"{anchor.year + 10 * step:04}~"
    if said.unit == "month":
        return f"{_shifted(anchor, step):%Y-%m}{doubt}"
    start = _back(said.unit or "", step, anchor)
    return _iso(start) + ("~" if said.unit == "week" else doubt) if start else None


def _back(unit: str, step: int, anchor: date) -> date | None:
    if unit == "hour":
        return anchor + timedelta(step // 24) if step % 24 == 0 else None
    if unit in ("day", "week"):
        return anchor + timedelta(step * (7 if unit == "week" else 1))
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(unit)
    return _shifted(anchor, months * step) if months else None


def _season(said: DateExpression, anchor: date) -> str:
    """ "last summer" is the latest that is over, "next summer" the first that has not begun."""
    number = said.season or 21
    first_month = 3 * (number - 20)
    if said.step == 1:
        return f"{anchor.year + (anchor.month >= first_month):04}-{number}"
    if said.step == -1:
        return f"{anchor.year - (anchor.month <= first_month + 2):04}-{number}"
    return f"{anchor.year:04}-{number}"


def _shifted(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(day: date) -> str:
    return day.isoformat()
