"""What stands around a date and says which one it is, or that it dates nothing that is told.

In: the article's text and a date expression. Out: whether it is the dateline's own, whether a tie
to another day speaks against counting it from the day of printing, and the year of a day that is
known by its name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from onrecord.calendar.expression import DateExpression

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBERS: Final = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
# "on Thursday, two days after the vote"
_TIE: Final = re.compile(
    rf"\b(?P<name>{'|'.join(_NAMES)}),?\s+(?:just\s+|only\s+)?(?P<days>{'|'.join(_NUMBERS)}|[1-6])"
    r"\s+days?\s+after\b"
)
# "SEOUL, August 21, 2015 --", "VARN, March 4 (Onda) —"
_PLACE: Final = re.compile(
    r"(?:^|\n)[ \t]*[A-Z][A-Z.'’ -]{2,40}(?:,\s[A-Z][\w. ]{1,30}){0,2},?\s*$"
)
_DASH: Final = re.compile(r"\s*(?:\([^)\n]{1,40}\)\s*)?(?:--|[—–]|-\s)")
_LINE: Final = 90  # characters that a dateline may have before its date
_ATTACKS: Final = re.compile(r",?\s(?:[Tt]error(?:ist)?\s)?attacks\b")


def filed(text: str, start: int, end: int) -> bool:
    """Whether a date is the dateline's: that day the report was sent, nothing was said on it."""
    return _DASH.match(text, end) is not None and bool(
        _PLACE.search(text[max(0, start - _LINE) : start])
    )


def untied(text: str, said: DateExpression, anchor: str | None, day: str | None) -> bool:
    """Whether a weekday cannot be the day that was counted from the day of printing.

    "On Thursday, two days after the vote": where the article also names the Tuesday, and that is
    another than two days before, the text has been changed since it was dated.
    """
    if not (said.weekday_only and said.step is None and anchor and day):
        return False
    if not (_DAY.fullmatch(anchor) and _DAY.fullmatch(day)):
        return False
    printed, meant = date.fromisoformat(anchor), date.fromisoformat(day)
    for days in _ties(text, said.weekday or 0):
        tied = meant - timedelta(days)
        named = printed - timedelta((printed.weekday() - tied.weekday()) % 7)
        if named != tied and re.search(rf"\b{_NAMES[tied.weekday()]}\b", text):
            return True
    return False


@lru_cache(64)
def _ties(text: str, weekday: int) -> tuple[int, ...]:
    """How many days after something else an article's Thursday is, where it says so."""
    found = (m for m in _TIE.finditer(text) if m["name"] == _NAMES[weekday])
    return tuple(_NUMBERS.get(m["days"]) or int(m["days"]) for m in found)


def named(text: str, said: DateExpression) -> DateExpression:
    """The year of a day that is known by its name: "the Sept. 11 attacks"."""
    bare = said.year is None and (said.month, said.day) == (9, 11)
    if bare and _ATTACKS.match(text, said.end):
        return replace(said, year=2001)
    return said
