"""Dates counted from one certain day: "on Tuesday", "last month", "two years ago" to EDTF."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from onrecord.calendar import feasts
from onrecord.calendar.edtf import valid
from onrecord.calendar.expression import DateExpression

_BEGUN = 31


def from_day(said: DateExpression, anchor: date, forward: bool | None) -> str | None:
    """Resolved against one certain day of printing."""
    try:
        rule = _RULES.get(said.kind)
        edtf = rule(said, anchor, forward) if rule else None
        return edtf if edtf and valid(edtf) else None
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
    itself; printed on a Wednesday it is as often the one of the week before."""
    weekday, back = said.weekday or 0, (anchor.weekday() - (said.weekday or 0)) % 7
    if said.step == 1:
        return _iso(anchor + timedelta((weekday - anchor.weekday() - 1) % 7 + 1))
    if said.step == -1 and back == 1:
        return f"[{anchor - timedelta(8)},{anchor - timedelta(1)}]"
    if said.step == -1:
        return _iso(anchor - timedelta(back or 7))
    if said.step == 0 and forward is None:
        return _iso(anchor + timedelta(weekday - anchor.weekday()))
    return _iso(anchor + timedelta(-back % 7) if forward else anchor - timedelta(back))


def _month_day(said: DateExpression, anchor: date, forward: bool | None) -> str | None:
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    days = [d for y in years if (d := day_of(y, said.month or 0, said.day or 0))]
    if said.weekday is not None:
        days = [d for d in days if d.weekday() == said.weekday]
    if forward is not None:
        # "is to run from January 23 through March 9", printed on January 28: just begun, not next
        # year
        limit = anchor - timedelta(_BEGUN) if forward else anchor
        days = [d for d in days if (d >= limit if forward else d <= limit)]
    if not days:
        return None
    day = min(days, key=lambda d: _far(d, anchor))
    last = day_of(day.year, day.month, said.to_day) if said.to_day else None
    return f"{day}/{last}" if last and last > day else _iso(day)


def _far(day: date, anchor: date) -> int:
    """Days away, what is to come counted twice: "the attack of October 7", printed in May."""
    away = (day - anchor).days
    return 2 * away if away > 0 else -away


def _month(said: DateExpression, anchor: date, forward: bool | None) -> str:
    """A bare month is the last one that has begun; "next March" and plans look ahead."""
    month, ahead = said.month or 1, forward or said.step == 1
    year = anchor.year + (month < anchor.month if ahead else -(month > anchor.month))
    if said.step == -1 and month == anchor.month:
        year -= 1
    if said.edge in ("start", "end"):
        return edge(date(year, month, 1), month_end(date(year, month, 1)), said.edge)
    return f"{year:04}-{month:02}"


def _day_of_month(day: int, anchor: date, forward: bool | None) -> str | None:
    month = date(anchor.year, anchor.month, 1)
    for _ in range(3):
        found = day_of(month.year, month.month, day)
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
    if said.edge in ("start", "end"):
        return edge(first, last, said.edge)
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
        first = shifted(anchor, step).replace(day=1)
        return first, month_end(first), first.isoformat()[:7]
    if unit == "quarter":
        first = shifted(anchor.replace(month=(anchor.month - 1) // 3 * 3 + 1, day=1), 3 * step)
        last = month_end(shifted(first, 2))
        return first, last, f"{first.isoformat()[:7]}/{last.isoformat()[:7]}"
    return anchor, anchor, None  # hours say nothing of the day


def _weekend(anchor: date, step: int, forward: bool | None) -> str:
    """Saturday and Sunday of this week or the last; on a weekday "this weekend" is past."""
    saturday = anchor - timedelta(anchor.weekday()) + timedelta(5)
    if step == -1 or (step == 0 and forward is not True and saturday > anchor):
        saturday -= timedelta(7)
    if step == 1 and anchor.weekday() > 4:
        saturday += timedelta(7)
    return f"{saturday}/{saturday + timedelta(1)}"


def _ago(said: DateExpression, anchor: date, forward: bool | None) -> str | None:
    """ "two years ago" is a year, "two weeks ago" about a day."""
    step, doubt = said.step or 0, "~" if said.about else ""
    if said.unit == "year":
        return f"{anchor.year + step:04}{doubt}" if anchor.year + step > 0 else None
    if said.unit in ("decade", "century"):
        return f"{anchor.year + (10 if said.unit == 'decade' else 100) * step:04}~"
    if said.unit == "month":
        return shifted(anchor, step).isoformat()[:7] + doubt
    start = _moved(said.unit or "", step, anchor)
    return _iso(start) + ("~" if said.unit == "week" else doubt) if start else None


def _reach(said: DateExpression, anchor: date, forward: bool | None) -> str | None:
    """ "the past 30 days": a stretch up to the anchor; of years, it begins about then.

    "for the next 15 years" counts from now only in a clause that looks ahead.
    """
    if (said.step or 0) > 0 and not forward:
        return None
    step, doubt = said.step or 0, "" if said.unit in ("day", "week", "hour") else "~"
    end = _moved(said.unit or "", step, anchor)
    if end is None:
        return None
    return f"{end}{doubt}/{anchor}" if step < 0 else f"{anchor}/{end}{doubt}"


def _recent(said: DateExpression, anchor: date, forward: bool | None) -> str:
    """ "in recent days" ends now and begins nobody says when."""
    return f"../{anchor}" if (said.step or 0) < 0 else f"{anchor}/.."


def _moved(unit: str, step: int, anchor: date) -> date | None:
    if unit == "hour":
        return anchor + timedelta(step // 24) if step % 24 == 0 else None
    if unit == "weekend":
        unit = "week"
    if unit in ("day", "week"):
        return anchor + timedelta(step * (7 if unit == "week" else 1))
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    return shifted(anchor, months * step) if months else None


def _season(said: DateExpression, anchor: date, forward: bool | None) -> str | None:
    """ "last summer" is the latest that is over, "next summer" the first that has not begun; a
    bare "summer" may be any."""
    number = said.season or 21
    first_month = 3 * (number - 20)
    if said.step == 1:
        return f"{anchor.year + (anchor.month >= first_month):04}-{number}"
    if said.step == -1:
        return f"{anchor.year - (anchor.month <= first_month + 2):04}-{number}"
    return f"{anchor.year:04}-{number}" if said.step == 0 else None


def _feast(said: DateExpression, anchor: date, forward: bool | None) -> str | None:
    """ "during Ramadan" is the one nearest, "last Christmas" the latest before, "next Easter" the
    first to come."""
    name = said.name or ""
    found = [d for y in range(anchor.year - 2, anchor.year + 3) for d in feasts.days(name, y)]
    if forward or said.step == 1:
        found = [d for d in found if d[1] >= anchor]
    elif forward is False or said.step == -1:
        found = [d for d in found if d[0] <= anchor]
    if not found:
        return None
    return feast_days(name, min(found, key=lambda d: _feast_far(d, anchor)))


def _feast_far(days: tuple[date, date], anchor: date) -> int:
    return 0 if days[0] <= anchor <= days[1] else min(abs((d - anchor).days) for d in days)


def feast_days(name: str, days: tuple[date, date]) -> str:
    doubt = feasts.doubt(name)
    first, last = (f"{d}{doubt}" for d in days)
    return first if days[0] == days[1] else f"{first}/{last}"


def edge(first: date, last: date, which: str) -> str:
    """ "the end of the month" is about its last day."""
    return f"{last if which == 'end' else first}~"


def shifted(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(day: date) -> str:
    return day.isoformat()


_Rule = Callable[[DateExpression, date, bool | None], str | None]
_RULES: dict[str, _Rule] = {
    "date": _calendar,
    "relative": _relative,
    "ago": _ago,
    "reach": _reach,
    "recent": _recent,
    "season": _season,
    "feast": _feast,
}
