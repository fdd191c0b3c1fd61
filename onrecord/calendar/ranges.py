"""Two dates joined to a range: "from March 30 to April 2", "between 1914 and 1918", "2003-04"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.calendar.expression import DateExpression

_TO = re.compile(r"\s{0,2}(?:[-\u2010-\u2015]|to|until|till|through|thru)\s{0,2}(?:the\s)?$")
_AND = re.compile(r"\s{1,2}and\s{1,2}(?:the\s)?$")
_FROM = re.compile(r"\b[Ff]rom\s{1,2}(?:the\s)?$")
_BETWEEN = re.compile(r"\b[Bb]etween\s{1,2}(?:the\s)?$")
_SHORT_END = re.compile(r"\s?[-\u2010-\u2015]\s?([0-9]{2})(?![0-9]|[-/.:][0-9]|%)")
# "The vote was moved from Monday to Thursday": two days, and neither a stretch between.
_MOVED = re.compile(
    r"\b(?:moved?|postponed?|delayed|rescheduled|shifted|pushed|brought|extended|changed)\b"
    r"[^.!?\n]{0,60}$"
)


def ranges(text: str, found: Sequence[DateExpression]) -> Iterator[DateExpression]:
    """The same expressions, those that are the two ends of a range made one."""
    waiting: DateExpression | None = None
    for i, expression in enumerate(found):
        one = _abbreviated(text, expression)
        if i + 1 < len(found) and one.end > found[i + 1].start:
            one = expression  # "2003-04 Nov.": the 4th of November
        if waiting is not None:
            if _joins(text, waiting, one):
                yield replace(waiting, end=one.end, until=one)
                waiting = None
                continue
            yield waiting
        waiting = one
    if waiting is not None:
        yield waiting


def _abbreviated(text: str, first: DateExpression) -> DateExpression:
    """ "2003-04", "1914–18"; "2003-11" may be a month and stays a year."""
    match = _SHORT_END.match(text, first.end, first.end + 8)
    year = first.year or 0
    if not match or first.kind != "date" or first.month or not 1000 < year < 9999:
        return first
    short = int(match[1])
    if short <= year % 100 or (short <= 12 and short != year % 100 + 1):
        return first
    last = replace(first, start=match.start(1), end=match.end(), year=year - year % 100 + short)
    return replace(first, end=match.end(), until=last)


def _joins(text: str, first: DateExpression, last: DateExpression) -> bool:
    between = text[first.end : last.start]
    if len(between) > 12 or first.until or last.until or first.to_day or last.to_day:
        return False
    if not _alike(first, last):
        return False
    before = text[max(0, first.start - 100) : first.start]
    if _AND.match(between):
        return bool(_BETWEEN.search(before))
    if not _TO.match(between) or (first.weekday_only and not _FROM.search(before)):
        return False
    return not _MOVED.search(before)


def _alike(first: DateExpression, last: DateExpression) -> bool:
    """Whether both are dates of the same fineness: two years, two days of a month, two weekdays."""
    if first.kind != last.kind or first.kind not in ("date", "decade", "century"):
        return False
    fine = (bool(first.month), bool(first.day), first.weekday_only)
    if fine != (bool(last.month), bool(last.day), last.weekday_only):
        return False
    return first.year is None or last.year is not None
