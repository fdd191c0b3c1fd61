"""Date expressions in a text: where they stand and what their words say, before any anchor.

A table of patterns is run over the text; each match gives a ``DateExpression`` that holds only what
is written ("on Monday night" has a weekday and a part of the day, no date). Every gap in a pattern
is bounded, so the time taken grows with the length of the text and with nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.calendar import words

Kind = Literal["date", "relative", "ago", "reach", "season", "decade", "century", "clock"]
Fields = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class DateExpression:
    """What the words at ``start:end`` say of a date.

    ``date`` has calendar fields (weekday 0 is Monday; ``to_day`` ends "March 3-5"); ``relative``
    moves ``step`` units from the anchor ("last month" is month, -1; "yesterday" day, -1); ``ago``
    is so many units back; ``reach`` the stretch from there to the anchor ("the past 30 days").
    ``edge`` is "early", "mid" or "late" ("earlier this year").
    """

    start: int
    end: int
    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    to_day: int | None = None
    season: int | None = None
    unit: str | None = None
    step: int | None = None
    edge: str | None = None
    daypart: str | None = None
    clock: str | None = None
    about: bool = False

    @property
    def weekday_only(self) -> bool:
        """Whether nothing but a day of the week is said ("on Monday")."""
        return self.weekday is not None and self.month is None and self.day is None


def _either(names: Iterable[str]) -> str:
    """An alternation of table words as news prints them: Monday or MONDAY, never monday."""
    ordered = sorted(names, key=len, reverse=True)
    return "(?:" + "|".join(f"{n.title()}|{n.upper()}" for n in ordered) + ")"


def _plain(names: Iterable[str]) -> str:
    """The same in any case, with any gap where the words have a blank."""
    ordered = sorted(names, key=len, reverse=True)
    return "(?i:" + "|".join(re.escape(n).replace(r"\ ", _GAP) for n in ordered) + ")"


_BLANK = "[ \t\u00a0\u202f\u2009]"
_GAP = rf"(?:{_BLANK}{{1,3}}|{_BLANK}{{0,3}}\r?\n{_BLANK}{{0,8}})"
_DASH = r"[-\u2010-\u2015]"
_YEAR = r"(?P<year>(?:1[5-9]|20)[0-9]{2})(?![0-9])"
_COUNT = "|".join(map(re.escape, words.COUNTED))
_DAY = (
    r"(?P<day>0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th|ST|ND|RD|TH)?"
    rf"(?![0-9A-Za-z]|[.:][0-9]|,[0-9]{{3}}(?![0-9])|{_GAP}?(?:{_COUNT})(?![A-Za-z]))"
)
_TO_DAY = rf"(?:{_GAP}?(?:{_DASH}|to|and){_GAP}?(?P<to_day>[12][0-9]|3[01]|[1-9])(?![0-9A-Za-z:]))?"
_MONTH = rf"(?P<month>{_either(words.MONTHS)})(?![A-Za-z])\.?"
_LONG_WEEKDAY = _either(words.WEEKDAYS)
_ANY_WEEKDAY = rf"(?P<weekday>{_either({**words.WEEKDAYS, **words.SHORT_WEEKDAYS})})(?![A-Za-z])\.?"
_WEEKDAY_FIRST = rf"(?:{_ANY_WEEKDAY},?{_GAP}(?:the{_GAP})?)?"
_DAYPART = rf"(?:{_GAP}(?P<daypart>{_plain(words.DAYPARTS)})(?![A-Za-z]))?"
_STEP = rf"(?P<step>{_plain(words.STEPS)})"
_EDGE = rf"(?:(?P<edge>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|[Mm]id)(?:{_GAP}|-)(?:in{_GAP})?)?"
_NUMBER = rf"(?P<number>[0-9]{{1,3}}|{_plain(words.NUMBERS)})"
_ABOUT = rf"(?:(?P<about>{_plain(words.ABOUT)}){_GAP})?"
_UNIT = rf"(?P<unit>{_plain(words.UNITS)})"
_ZONE = rf"(?:[ \u00a0]?(?:{'|'.join(words.ZONES)})(?![A-Za-z]))?"


def _number(word: str | None) -> int | None:
    if not word:
        return None
    return int(word) if word.isdigit() else words.NUMBERS[word.lower()]


def _calendar(start: int, end: int, found: Fields) -> DateExpression:
    """The fields of a written date; impossible ones (31 June) are left to ``resolve``."""
    weekday, month, season = found.get("weekday"), found.get("month"), found.get("season")
    return DateExpression(
        start,
        end,
        "season" if season else "date",
        year=_number(found.get("year")),
        month=_month(month) if month else None,
        day=_number(found.get("day")),
        weekday={**words.WEEKDAYS, **words.SHORT_WEEKDAYS}[weekday.lower()] if weekday else None,
        to_day=_number(found.get("to_day")),
        season=words.SEASONS[season.lower()] if season else None,
        step=_step(found.get("step")),
        edge=_edge(found.get("edge")),
        daypart=found.get("daypart"),
        clock=found.get("clock"),
    )


def _month(word: str) -> int:
    return int(word) if word.isdigit() else words.MONTHS[word.lower()]


def _step(word: str | None) -> int | None:
    return words.STEPS[" ".join(word.lower().split())] if word else None


def _edge(word: str | None) -> str | None:
    return words.EDGES[word.lower()] if word else None


def _relative(start: int, end: int, found: Fields) -> DateExpression:
    unit = found["unit"]
    return DateExpression(
        start, end, "relative", unit=unit and unit.lower(), step=_step(found["step"]),
        edge=_edge(found.get("edge")),
    )  # fmt: skip


def _named_day(start: int, end: int, found: Fields) -> DateExpression:
    name = " ".join((found["name"] or "").lower().split())
    part = found.get("daypart") or next((p for p in words.DAYPARTS if name.endswith(p)), None)
    part = "night" if name in ("tonight", "last night") else part
    return DateExpression(start, end, "relative", unit="day", step=words.DAYS[name], daypart=part)


def _ago(start: int, end: int, found: Fields) -> DateExpression:
    number, unit = _number(found["number"]), (found["unit"] or "").lower()
    return DateExpression(
        start, end, "reach" if "reach" in found else "ago", unit=unit, step=-(number or 1),
        about=bool(found.get("about")),
    )  # fmt: skip


def _decade(start: int, end: int, found: Fields) -> DateExpression:
    return DateExpression(
        start, end, "decade", year=_number(found["year"]), edge=_edge(found["edge"])
    )


def _century(start: int, end: int, found: Fields) -> DateExpression:
    number = _number(found["number"]) or 1
    return DateExpression(start, end, "century", year=(number - 1) * 100)


def _clock(start: int, end: int, found: Fields) -> DateExpression:
    return DateExpression(start, end, "clock", clock=_hour(found))


def _hour(found: Fields) -> str | None:
    """24-hour "HH:MM"; None if the clock has no such time."""
    if found.get("word"):
        return "00:00" if (found["word"] or "").lower() == "midnight" else "12:00"
    hour, minute = int(found["hour"] or 0), int(found.get("minute") or 0)
    half = (found.get("half") or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _slashed(start: int, end: int, found: Fields) -> DateExpression:
    """03/26/2024 and 26.03.2024; where both could be the month (03/04/2024) only the year is
    certain."""
    one, two = int(found["one"] or 0), int(found["two"] or 0)
    year = _number(found["year"])
    if one == two <= 12:
        return DateExpression(start, end, "date", year=year, month=one, day=two)
    if (one > 12) == (two > 12):
        return DateExpression(start, end, "date", year=year)
    month, day = (two, one) if one > 12 else (one, two)
    return DateExpression(start, end, "date", year=year, month=month, day=day)


Build = Callable[[int, int, Fields], DateExpression]
_ORDINAL = r"(?P<day>[12]?[0-9]|3[01])(?:st|nd|rd|th)"
_BEFORE_DAY = "|".join(rf"(?<=\b{w} )" for w in ("on", "On", "by", "of", "since", "from", "until"))
_OTHER_WORD = rf"{_GAP}(?!(?:{'|'.join(words.AFTER_DAYS)})\b)[A-Za-z]"
_IN = "(?:in|since|until|during|by|of|from|In|Since|During|By)"
_MINUTE = "(?P<minute>[0-5][0-9])"
_TIME = (
    r"(?P<clock>[0-2][0-9]:[0-5][0-9])(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
)

# Where two overlap, the one that starts first and then the longer wins; of equals the first in
# this table.
_PATTERNS: tuple[tuple[str, Build], ...] = (
    # Monday, Nov. 6, 2023 · March 3-5
    (
        rf"{_WEEKDAY_FIRST}{_MONTH}{_GAP}{_DAY}{_TO_DAY}(?:(?:,{_GAP}?|{_GAP}){_YEAR})?{_DAYPART}",
        _calendar,
    ),
    # Mon, 6 November 2023 · the 6th of November · 06-Nov-2023
    (
        rf"{_WEEKDAY_FIRST}(?:the{_GAP})?{_DAY}(?:{_GAP}of)?(?:{_GAP}|{_DASH}){_MONTH}"
        rf"(?:(?:,?{_GAP}|{_DASH}){_YEAR})?{_DAYPART}",
        _calendar,
    ),
    # 2023-11-06T10:00:00Z · 2023/11/06
    (
        rf"{_YEAR}(?P<cut>[-/.])(?P<month>0[1-9]|1[0-2])(?P=cut)"
        rf"(?P<day>0[1-9]|[12][0-9]|3[01])(?![0-9])(?:[T ]{_TIME})?",
        _calendar,
    ),
    # 11/26/2023 · 26.11.2023
    (rf"(?P<one>[0-3]?[0-9])(?P<cut>[/.])(?P<two>[0-3]?[0-9])(?P=cut){_YEAR}", _slashed),
    # early November 2023
    (rf"{_EDGE}{_MONTH},?{_GAP}(?:of{_GAP})?{_YEAR}", _calendar),
    # Tuesday the 7th · on the 7th, but not "on the 7th floor"
    (
        rf"(?:{_ANY_WEEKDAY},?{_GAP}|{_BEFORE_DAY})the{_GAP}{_ORDINAL}\b"
        rf"(?!{_DASH}[A-Za-z0-9])(?!{_OTHER_WORD})",
        _calendar,
    ),
    # last Tuesday night · Monday · Tues.
    (rf"(?:{_STEP}{_GAP})?(?P<weekday>{_LONG_WEEKDAY})(?![A-Za-z]){_DAYPART}", _calendar),
    (rf"(?P<weekday>{_either(words.SHORT_WEEKDAYS)})\.(?![A-Za-z])", _calendar),
    # yesterday morning
    (rf"(?P<name>{_plain(words.DAYS)}){_DAYPART}", _named_day),
    # earlier this year · last March · in March · last summer · the summer of 2024
    (rf"{_EDGE}{_STEP}{_GAP}{_UNIT}", _relative),
    (rf"{_EDGE}{_STEP}{_GAP}{_MONTH}", _calendar),
    (rf"{_IN}{_GAP}{_EDGE}(?P<at>){_MONTH}", _calendar),
    (rf"{_STEP}{_GAP}(?P<season>{_plain(words.SEASONS)})", _calendar),
    (
        rf"{_EDGE}(?:the{_GAP})?(?P<season>{_plain(words.SEASONS)})(?:{_GAP}of)?,?{_GAP}{_YEAR}",
        _calendar,
    ),
    # nearly two years ago · the past 30 days
    (rf"{_ABOUT}{_NUMBER}{_GAP}{_UNIT}s?{_GAP}ago", _ago),
    (rf"(?P<reach>the{_GAP}(?:past|last)){_GAP}{_NUMBER}{_GAP}{_UNIT}s?", _ago),
    # the late 1960s · the 20th century
    (rf"(?:the{_GAP})?{_EDGE}(?P<year>(?:1[5-9]|20)[0-9]0)['’]?s", _decade),
    (rf"the{_GAP}(?P<number>1[5-9]|2[01])(?:th|st){_GAP}[Cc]entury", _century),
    # 6 p.m. EST · 15:11 GMT · 2300 GMT · at noon
    (rf"(?P<hour>[0-2]?[0-9])(?:[:.]{_MINUTE})?[ \u00a0]?(?P<half>[ap])\.?m\b\.?{_ZONE}", _clock),
    (rf"(?P<hour>[0-2]?[0-9])(?:[:.]{_MINUTE})?[ \u00a0]?(?P<half>[AP])\.?M\b\.?{_ZONE}", _clock),
    (rf"(?P<hour>[01]?[0-9]|2[0-3]):{_MINUTE}(?::[0-5][0-9])?{_ZONE}", _clock),
    (rf"(?P<hour>[01][0-9]|2[0-3]){_MINUTE}[ \u00a0](?:GMT|UTC)", _clock),
    (r"(?<=at )(?P<word>noon|midday|midnight)", _clock),
    # in 2024 · late 2016
    (rf"{_EDGE}{_YEAR}", _calendar),
)
_COMPILED = tuple(
    (re.compile(rf"(?<![A-Za-z0-9$£€#/.]){p}(?![A-Za-z0-9])"), b) for p, b in _PATTERNS
)
_LAST = len(_COMPILED) - 1
_COUNTED = re.compile(rf"(?:{_GAP}|-)?(?:{_COUNT})(?![A-Za-z])")
_WORD_BEFORE = re.compile(r"([A-Za-z]+)[\s(]{0,3}$")
_WORD_AFTER = re.compile(r"['’]?\s{0,3}([A-Za-z]+)")


def expressions(text: str) -> tuple[DateExpression, ...]:
    """Every date expression in the text, in order, none overlapping another."""
    found = sorted(_found(text), key=lambda f: (f[0].start, -f[0].end, f[1]))
    kept: list[DateExpression] = []
    for expression, _ in found:
        if not kept or expression.start >= kept[-1].end:
            kept.append(expression)
    return tuple(kept)


def _found(text: str) -> Iterator[tuple[DateExpression, int]]:
    for rank, (pattern, build) in enumerate(_COMPILED):
        for match in pattern.finditer(text):
            fields = {k: v for k, v in match.groupdict().items() if k != "at"}
            start = match.start("at") if "at" in pattern.groupindex else match.start()
            if rank == _LAST and not _is_year(text, start, match.end()):
                continue
            expression = build(start, match.end(), fields)
            if _is_date(text, expression):
                yield _trimmed(text, expression), rank


def _is_date(text: str, expression: DateExpression) -> bool:
    """Not "Super Tuesday", "the Sunday Times", "Mondays", "25:00"."""
    if expression.kind == "clock":
        return expression.clock is not None
    if not expression.weekday_only:
        return True
    before = _WORD_BEFORE.search(text[max(0, expression.start - 20) : expression.start])
    after = _WORD_AFTER.match(text[expression.end : expression.end + 20])
    if before and before[1][0].isupper() and before[1].lower() in words.NAMED_WEEKDAYS:
        return False
    return not (after and after[1][0].isupper() and after[1].lower() in words.AFTER_NAMED_WEEKDAYS)


def _is_year(text: str, start: int, end: int) -> bool:
    """A bare four-digit number that is a year: "in 2024", "Expo 2016 in Lagos", not "of 2000
    people"."""
    before = _WORD_BEFORE.search(text[max(0, start - 20) : start])
    if _COUNTED.match(text[end : end + 20]):
        return False
    if before and before[1].lower() in words.BEFORE_YEARS:
        return True
    if re.match(
        rf"\s?{_DASH}\s?(?:(?:1[5-9]|20)[0-9]{{2}}|[0-9]{{2}})(?![0-9])", text[end : end + 8]
    ):
        return True
    if text[end : end + 1] in ("%", "-", ",") and text[end + 1 : end + 2].isalnum():
        return False
    after = _WORD_AFTER.match(text[end : end + 20])
    return not (after and after[1].islower() and after[1].endswith("s") and len(after[1]) > 3)


def _trimmed(text: str, expression: DateExpression) -> DateExpression:
    """Without the full stop that may end the sentence instead of an abbreviation: "on March 5."
    but "Nov. 6"."""
    ends_in_stop = text[expression.end - 1] == "." and expression.kind not in ("clock",)
    return replace(expression, end=expression.end - 1) if ends_in_stop else expression
