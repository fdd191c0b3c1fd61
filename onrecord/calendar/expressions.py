"""Date expressions in a text: where they stand and what their words say, before any anchor.

The table of patterns is run over the text; each match gives a ``DateExpression`` that holds only
what is written ("on Monday night" has a weekday and a part of the day, no date). What only looks
like a date is left out: a count, a house number, the name of a newspaper, every Monday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from onrecord.calendar import feasts, words
from onrecord.calendar.expression import DateExpression
from onrecord.calendar.patterns import COUNT, DASH, GAP, LEADS, PATTERNS, Build
from onrecord.calendar.ranges import ranges

_LAST = len(PATTERNS) - 1
_BEFORE, _AFTER = r"(?<![A-Za-z0-9$£€#/.])(?<![0-9],)", "(?![A-Za-z0-9])"
_NAME, _AGAIN = re.compile(r"\(\?P<\w+>"), re.compile(r"\(\?P=\w+\)")
_COUNTED = re.compile(rf"(?:{GAP}|-)?(?:{COUNT})(?![A-Za-z])")
_WORD_BEFORE = re.compile(r"([A-Za-z]+)[\s(]{0,3}$")
_WORD_AFTER = re.compile(r"['’]?\s{0,3}([A-Za-z]+)")
_OF_NOW = re.compile(rf"['’]s\s(?:{'|'.join(sorted(words.OF_NOW))})\b")
_STILL = re.compile(rf"[^.!?\n]{{0,60}}\b(?:{'|'.join(words.STILL)})\b")
_STILL_BEFORE = re.compile(
    r"\bstill\s(?:being\s)?(?:used|made|seen|in use|found|spoken|visible|stand\w{0,3}|exist\w{0,3})"
    r"\b[^.!?;\n]{0,30}$"
)
_STREET = re.compile(rf"\s(?:[A-Z][a-z]{{1,15}}\s){{0,2}}(?:{'|'.join(words.STREETS)})\b")
_TELEPHONE = re.compile(r"[0-9][ )-][0-9]{3}[-. ]$")
_RANGE_END = re.compile(rf"\s?{DASH}\s?(?:(?:1[5-9]|20)[0-9]{{2}}|[0-9]{{2}})(?![0-9])")


@lru_cache(maxsize=4)  # statements, events and figures of one article ask in turn
def expressions(text: str) -> tuple[DateExpression, ...]:
    """Every date expression in the text, in order, none overlapping another."""
    found = sorted(_found(text), key=lambda f: (f[0].start, -f[0].end, f[1]))
    kept: list[DateExpression] = []
    for expression, _ in found:
        if not kept or expression.start >= kept[-1].end:
            kept.append(expression)
    return tuple(ranges(text, kept))


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], Build], ...]:
    """Made when a text is first searched: most commands search none, and it takes a tenth of a
    second.
    """
    return tuple((re.compile(f"{_BEFORE}{p}{_AFTER}"), build) for p, build in PATTERNS)


@cache
def _any() -> re.Pattern[str]:
    """All patterns in one, without the names of their groups: it matches where one of them does."""
    rests: dict[str, list[str]] = {}
    for pattern, _ in PATTERNS:
        lead = next(filter(pattern.startswith, LEADS), "")
        rests.setdefault(lead, []).append(pattern.removeprefix(lead))
    joined = "|".join(f"{lead}(?:{'|'.join(found)})" for lead, found in rests.items())
    nameless = _AGAIN.sub("(?s:.)", _NAME.sub("(?:", joined))
    return re.compile(f"{_BEFORE}(?=(?:{nameless}){_AFTER})")


def _found(text: str) -> Iterator[tuple[DateExpression, int]]:
    for rank, match in _matches(text):
        pattern, build = _compiled()[rank]
        fields = {k: v for k, v in match.groupdict().items() if k != "at"}
        start = match.start("at") if "at" in pattern.groupindex else match.start()
        if rank == _LAST and not _is_year(text, start, match.end()):
            continue
        expression = build(start, match.end(), fields)
        if _is_date(text, expression):
            yield _trimmed(text, expression), rank


def _matches(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """What ``finditer`` of every pattern finds, with the pattern's rank.

    They are tried only where one of them matches: fifty patterns tried at every character take as
    long as all the rest of reading.
    """
    ends = [0] * len(PATTERNS)
    for start in [found.start() for found in _any().finditer(text)]:
        for rank, (pattern, _) in enumerate(_compiled()):
            match = pattern.match(text, start) if start >= ends[rank] else None
            if match:
                ends[rank] = match.end()
                yield rank, match


def _is_date(text: str, expression: DateExpression) -> bool:
    """Not "Super Tuesday", "the Sunday Times", "every Monday", "25:00"."""
    if expression.kind == "clock":
        return expression.clock is not None
    before = _WORD_BEFORE.search(text[max(0, expression.start - 20) : expression.start])
    after = _WORD_AFTER.match(text[expression.end : expression.end + 20])
    if expression.kind == "feast":
        return _is_feast(before, after)
    if expression.kind == "period":
        return not (after and after[1].lower() in words.OF_WARS)
    if expression.season and expression.year is None:
        follows = after and text[expression.end].isspace()
        return not follows or bool(after and after[1].lower() in words.AFTER_TIMES)
    if expression.kind == "relative" and expression.unit == "day" and expression.step == 0:
        return not _is_now(text, expression, before)
    if not expression.weekday_only:
        return True
    if before and before[1][0].isupper() and before[1].lower() in words.NAMED_WEEKDAYS:
        return False
    if before and before[1].lower() in words.SETS:
        return False
    if after and after[1].removesuffix("s") in words.DAYPARTS:
        return False
    return not (after and after[1][0].isupper() and after[1].lower() in words.AFTER_NAMED_WEEKDAYS)


def _is_feast(before: re.Match[str] | None, after: re.Match[str] | None) -> bool:
    """Not "a Christmas tree", "Easter Island", "Johnnie Christmas"."""
    if after and (after[1].lower() in feasts.THINGS or after[1][0].isupper()):
        return False
    return not (
        before
        and before[0].endswith(" ")
        and before[1][0].isupper()
        and before[1].lower() not in words.BEFORE_FEASTS
    )


def _is_now(text: str, expression: DateExpression, before: re.Match[str] | None) -> bool:
    """Whether "today" is the present and no day: "is still used today", "today’s technology"."""
    said = text[expression.start : expression.end]
    if said.lower() not in ("today", "this day"):
        return False
    if said == "Today" and before and before[0].endswith(" ") and before[1][0].isupper():
        return True  # "USA Today noted"
    if before and before[1].lower() in words.BEFORE_NOW:
        return True
    if _STILL_BEFORE.search(text[max(0, expression.start - 50) : expression.start]):
        return True
    rest = text[expression.end : expression.end + 90]
    return bool(_OF_NOW.match(rest) or _STILL.match(rest))


def _is_year(text: str, start: int, end: int) -> bool:
    """A bare four-digit number that is a year: "in 2024", "Expo 2016 in Lagos", not "of 2000
    people"."""
    before = _WORD_BEFORE.search(text[max(0, start - 20) : start])
    word = before[1].lower() if before else ""
    if _COUNTED.match(text[end : end + 20]):
        return False
    if word in words.BEFORE_YEARS:
        return True
    if _TELEPHONE.search(text[max(0, start - 6) : start]):
        return False
    if word in words.NUMBERED or _STREET.match(text[end : end + 60]):
        return False
    if _RANGE_END.match(text[end : end + 8]):
        return True
    if text[end : end + 1] in ("%", "-", ",") and text[end + 1 : end + 2].isalnum():
        return False
    after = _WORD_AFTER.match(text[end : end + 20])
    return not (after and after[1].islower() and after[1].endswith("s") and len(after[1]) > 3)


def _trimmed(text: str, expression: DateExpression) -> DateExpression:
    """Without the full stop that may end the sentence instead of an abbreviation: "on March 5."
    but "Nov. 6"."""
    ends_in_stop = text[expression.end - 1] == "." and expression.kind not in ("clock", "era")
    return replace(expression, end=expression.end - 1) if ends_in_stop else expression
