"""The article's own date, with its doubt.

A date given by hand wins over metadata, metadata over the text. In the text: a date stamp or
dateline is the day itself; a story told of "Tuesday, March 26, 2024", or a picture taken that day,
was printed that day or the next. Where the year is missing, the calendar fixes it by the weekday of
the story: a map of "November 6" in a story whose latest day is "Monday" shows the latest November 6
that was a Monday (a photograph may be older than its story, a map shows its day). "the 7th" gives
``XXXX-XX-07/XXXX-XX-08``; a weekday alone gives no date at all, only the words that name it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from onrecord.calendar import (
    DateExpression,
    bounds,
    expressions,
    latest,
    points_forward,
    resolve,
)
from onrecord.ingest.blocks import Block
from onrecord.ingest.given import Given, Metadata
from onrecord.ingest.parts import Laid
from onrecord.model import Basis, When, passage

_READ = 1200  # how much of one block is looked at
_MOST_BLOCKS = 60  # and how many blocks
_OLD_PICTURE = re.compile(r"(?i)\b(?:file|archive|undated|archival|stock)\b")
_OPENED = re.compile(
    r"\s{0,3}[-–—|]{0,2}\s{1,3}[A-Z\"“‘']"
)  # "Friday, January 4, 2019 A fire broke out"
_MAP = re.compile(
    r"(?i)\b(?:maps?|situation|charts?|(?:info)?graphics?|as of|front ?lines?|control)\b"
)
_LABELLED = re.compile(r"(?i)(?:first |last )?(?:published|posted|updated|issued|date)\b")
_HEADER_LINE = 160  # shorter prose above a stamp is a header, not the story
_UPDATED = re.compile(r"(?i)\b(?:updated|modified|accessed|retrieved)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """What the text offers: expressions in date stamps, the dateline, captions and the story."""

    text: str
    today: date
    stamps: tuple[DateExpression, ...]
    filed: DateExpression | None
    captions: tuple[DateExpression, ...] = ()
    maps: tuple[DateExpression, ...] = ()  # those of captions that show the state of a day
    opening: tuple[DateExpression, ...] = ()  # of title, dek and first paragraph
    story: tuple[DateExpression, ...] = ()  # of the prose, what points ahead left out


def published(text: str, layout: Laid, metadata: Metadata, given: Given) -> When:
    """The date of printing as EDTF, its basis, and the words it rests on."""
    if given.published:
        return When(given.published, "given")
    if metadata.published:
        return When(metadata.published, "metadata")
    filed = layout.filed.date if layout.filed else None
    stamped = Told(text, given.today, _stamps(text, layout), filed)
    return _stamped(stamped) or _by_story(_with_story(stamped, layout))


def _by_story(told: Told) -> When:
    """What the first rule that finds a date says."""
    return next((found for rule in RULES if (found := rule(told))), When())


def _with_story(told: Told, layout: Laid) -> Told:
    text = told.text
    prose = layout.of("title", "lead", "body")[:_MOST_BLOCKS]
    story = [e for b in prose for e in _past(text, b)]
    first = next((b for b in layout.of("body")), None)
    captions = [b for b in layout.of("caption") if not _OLD_PICTURE.search(b.inner(text))]
    opening_end = min(first.inner_end, first.inner_start + _READ) if first else 0
    return replace(
        told,
        captions=tuple(e for b in captions for e in _in(text, b)),
        maps=tuple(e for b in captions if _MAP.search(b.inner(text)) for e in _in(text, b)),
        opening=tuple(e for e in story if e.start < opening_end),
        story=tuple(story),
    )


def _in(text: str, block: Block) -> Iterator[DateExpression]:
    start, end = block.inner_start, min(block.inner_end, block.inner_start + _READ)
    for found in expressions(text[start:end]):
        if found.kind != "clock":
            yield replace(found, start=found.start + start, end=found.end + start)


def _past(text: str, block: Block) -> Iterator[DateExpression]:
    return (e for e in _in(text, block) if not points_forward(text, e.start, e.end))


def _stamps(text: str, layout: Laid) -> tuple[DateExpression, ...]:
    """Dates of credits above the story, or labelled ones below it, "published" before "updated".

    A date on a line of its own further down is that of a letter, a correction or a programme. One
    that opens the story ("Friday, January 4, 2019 A fire broke out") is a stamp as well.
    """
    prose = layout.of("body")
    long_prose = [b for b in prose if b.inner_end - b.inner_start > _HEADER_LINE] or prose
    top = long_prose[0].start if long_prose else len(text)
    found = [(b, e) for b in layout.of("credit") for e in _in(text, b) if e.day]
    found = [f for f in found if f[0].start < top or _LABELLED.match(f[0].inner(text))]
    for block in prose[:1]:
        opens = (e for e in _in(text, block) if e.start == block.inner_start and e.year and e.day)
        found += [(block, e) for e in opens if _OPENED.match(text, e.end)]
    return tuple(e for b, e in sorted(found, key=lambda f: _is_update(text, *f)))


def _is_update(text: str, block: Block, found: DateExpression) -> bool:
    return bool(_UPDATED.search(text[max(block.start, found.start - 30) : found.start]))


def _stamped(told: Told) -> When | None:
    """ "Friday, January 4, 2019" on a line of its own, or in the dateline: the day itself."""
    for found in (*told.stamps, *([told.filed] if told.filed else [])):
        if found.year and found.day:
            return _said(told, found, resolve(found).edtf, "text")
    return None


def _filed_without_year(told: Told) -> When | None:
    """ "LONDON, March 5 (Reuters)": the weekday of the opening fixes the year, being that day or
    one before."""
    for found in (*told.stamps, *([told.filed] if told.filed else [])):
        if not (found.month and found.day):
            continue
        weekday = found.weekday if found.weekday is not None else _weekday(told.opening)
        fixed = weekday is not None and latest(found.month, found.day, weekday, told.today)
        if fixed:
            return _said(told, found, fixed.isoformat(), "calendar")
        return _said(told, found, resolve(found).edtf, "text")
    return None


def _opening_day(told: Told) -> When | None:
    """ "on Tuesday, March 26, 2024" in the opening: printed that day or the next."""
    for found in told.opening:
        if found.weekday is not None and found.month and found.day:
            return _or_next(told, found, found.weekday)
    return None


def _picture_day(told: Told) -> When | None:
    """A picture's date is that of the story's latest day, if their weekdays agree."""
    newest = _news_day(told)
    for found in told.captions:
        weekday = found.weekday
        if not (found.month and found.day):
            continue
        if found.year:
            day = bounds(resolve(found).edtf)[0]
            weekday = day.weekday() if day else None
        elif weekday is None and found in told.maps:
            return _or_next(told, found, newest)
        if weekday is not None and newest in (None, weekday):
            return _or_next(told, found, weekday)
    return None


def _day_of_month(told: Told) -> When | None:
    """The latest "on the 7th" of captions and opening, else of the story, if they lie close."""
    found = [e for e in (*told.captions, *told.opening) if e.day and not e.month]
    found = found or [e for e in told.story if e.day and not e.month]
    newest = _newest({e.day or 0 for e in found}, 31)
    chosen = next((e for e in found if e.day == newest), None)
    return _or_next(told, chosen, None) if chosen else None


def _weekday_alone(told: Told) -> When | None:
    """ "on Tuesday" and no more: the words are kept, no date follows."""
    named = [e for e in (*told.opening, *told.story) if e.weekday_only and e.step is None]
    newest = [e for e in named if e.weekday == _news_day(told)]
    return _said(told, (newest or named)[0], None, "text") if named else None


# After what is stamped, for which the story need not be looked through.
RULES: tuple[Callable[[Told], When | None], ...] = (
    _filed_without_year,
    _opening_day,
    _picture_day,
    _day_of_month,
    _weekday_alone,
)


def _weekday(found: tuple[DateExpression, ...]) -> int | None:
    """The one weekday these name without a week of its own ("last Tuesday"), or None."""
    days = {e.weekday for e in found if e.weekday_only and e.step is None}
    return days.pop() if len(days) == 1 else None


def _news_day(told: Told) -> int | None:
    """The weekday of the story's latest news: the opening's, else the last day it spans.

    A story that has "Friday" and "Monday" runs from Friday to Monday (three days) rather than from
    Monday to Friday (four); where both are as likely, nothing is said.
    """
    days = {
        e.weekday for e in told.story if e.weekday_only and e.step is None and e.weekday is not None
    }
    newest = _newest(days, 7)
    opening = _weekday(told.opening)
    if opening is None:
        return newest
    return opening if newest in (opening, None) else None


def _newest(days: set[int], cycle: int) -> int | None:
    """The end of the shortest stretch of the cycle that holds all the days; None if two are as
    short."""
    ordered = sorted(days)
    if len(ordered) < 2:
        return ordered[0] if ordered else None
    gaps = [(b - a, a) for a, b in pairwise([*ordered, ordered[0] + cycle])]
    widest = max(gaps)[0]
    ends = [day for gap, day in gaps if gap == widest]
    return ends[0] if len(ends) == 1 else None


def _or_next(told: Told, found: DateExpression, weekday: int | None) -> When:
    """Printed on the day the words name or the day after."""
    edtf, basis = resolve(found).edtf, "text"
    if edtf and weekday is not None and not found.year and found.month and found.day:
        fixed = latest(found.month, found.day, weekday, told.today)
        edtf, basis = (fixed.isoformat(), "calendar") if fixed else (edtf, "text")
    return _said(told, found, _with_next(edtf) if edtf else None, basis)  # type: ignore[arg-type]


def _with_next(edtf: str) -> str | None:
    """ "2023-11-06" → "2023-11-06/2023-11-07", masked years and months kept masked."""
    year, _, rest = edtf.partition("-")
    month, _, day = rest.partition("-")
    if not day.isdigit():
        return edtf
    known = date(int(year) if year.isdigit() else 2000, int(month) if month.isdigit() else 1, 1)
    following = known + timedelta(int(day))
    if (year, month, day) == ("XXXX", "02", "28"):
        following += timedelta(1)  # February 29 where there is one, and it lies between
    after = (
        f"{following.year:04}" if year.isdigit() else year,
        f"{following.month:02}" if month.isdigit() else month,
        f"{following.day:02}",
    )
    return f"{edtf}/{'-'.join(after)}"


def _said(told: Told, found: DateExpression, edtf: str | None, basis: Basis) -> When:
    return When(edtf, basis, passage(told.text, found.start, found.end))
