"""When a statement was made: the dates at a cue in, a ``When`` out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from onrecord.calendar import DateExpression, dated, references
from onrecord.model import When
from onrecord.reader.drafts import Draft
from onrecord.reader.occasions import Frame, distance
from onrecord.reader.passages import Text

_FAR = 90
_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")  # a season, "-21", is no month
_OPENING = re.compile(
    r"[,“”\"‘’\s]*(?:(?:In|At|During|On|Speaking|Asked|Addressing|Late|Early|Earlier|But|And|Also)\b|$)"
)
_OTHER_CLAUSE = re.compile(
    r"\b(?:who|which|whose|when|where|after|before|since|until|by|born|elected|held|scheduled|because|"
    r"if|while|ahead|due|planned|published|released|from|for)\b|[;:.!?]\s",
    re.IGNORECASE,
)


def said(
    text: Text,
    around: Frame,
    draft: Draft,
    found: tuple[DateExpression, ...],
    published: str | None,
) -> When:
    """The date that stands at the cue ("said on Monday") or opens its sentence; ``found`` are those
    of the article, in order.
    """
    first = bisect_left(found, around.start, key=_start)
    inside = range(first, bisect_right(found, around.end, key=_start))
    here = [
        k for k in inside if _free(around, found[k]) and _at_cue(text.text, around, draft, found[k])
    ]
    if not here or draft.cue is None:
        return When()
    cue = draft.cue
    index = min(here, key=lambda k: distance((found[k].start, found[k].end), cue))
    nearest, before = found[index], found[max(0, index - 5) : index + 1]
    standing = references(text.text, before, published)[-1]
    when = dated(text.text, nearest, published, False, None, standing)
    return When() if _not_yet(when.edtf, published) else when


def _start(expression: DateExpression) -> int:
    return expression.start


def _not_yet(edtf: str | None, published: str | None) -> bool:
    """Whether it is after the article was printed: nothing in it was said then."""
    day, printed = (_DAY.match(text or "") for text in (edtf, published))
    if day is None or printed is None:
        return False
    digits = min(len(day[0]), len(printed[0]))
    return day[0][:digits] > printed[0][:digits]


def _free(around: Frame, expression: DateExpression) -> bool:
    return any(a <= expression.start and expression.end <= b for a, b in around.free)


def _at_cue(text: str, around: Frame, draft: Draft, expression: DateExpression) -> bool:
    """Whether nothing but the cue's own words stands between the date and the cue."""
    assert draft.cue is not None
    start, end = draft.cue
    if expression.start < end and start < expression.end:
        return True
    if expression.start >= end:
        between = text[end : expression.start]
        if text[start:end].lower().startswith("according") and "," in between:
            return False  # "According to the ministry, in 2016 the country had admitted …"
        return len(between) <= _FAR and not _OTHER_CLAUSE.search(between)
    between = _without_source(text, expression.end, draft)
    opens = _OPENING.match(text, around.start, expression.start)
    return not any(c.isalnum() for c in between) and ("," not in between or opens is not None)


def _without_source(text: str, start: int, draft: Draft) -> str:
    """What stands between ``start`` and the cue besides the source."""
    assert draft.cue is not None
    end = draft.cue[0]
    if draft.source and start <= draft.source[0] and draft.source[1] <= end:
        return text[start : draft.source[0]] + text[draft.source[1] : end]
    return text[start:end]
