"""When a statement was made: the dates at a cue in, a ``When`` out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from onrecord.calendar import DateExpression, dated, filed, references
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

_AS_OF = re.compile(r"\b(?:as of|since|until|up to)\s(?:\w+\s)?$", re.IGNORECASE)
# What may stand between what was stated and the day of it: "no" to reporters on Monday.
_WHERE = re.compile(
    r"[\s,”\"’')]*"
    r"(?:to (?:reporters|journalists|lawmakers|parliament|(?:the|an?|his|her|their) \w+)"
    r"|(?:in|at|during|on|via|over|late|early|earlier) ?[^,.;:]{0,60})?"
    r"[\s,]*(?:on|in|late|early)?\s*"
)

# "On Saturday, in a brief statement, Odren said …"
_OCCASION = re.compile(r",? (?:in|during|at|on|via|through) [^,.;:]{1,60},(?= )")

# "In a December interview with the paper, Odren said …"
_NAMED_BY = re.compile(
    r" (?:interview|speech|statement|letter|debate|address|hearing|tweet|post|call|column|memo)\b"
    r"(?: (?:with|to|on|at|in|of|before) [^,.;:]{1,50})?,(?= )"
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
    whole = min(expression.end, around.end)  # the sentence may be cut at "Nov." of "Nov. 9"
    return any(a <= expression.start < whole <= b for a, b in around.free)


def _at_cue(text: str, around: Frame, draft: Draft, expression: DateExpression) -> bool:
    """Whether nothing but the cue's own words stands between the date and the cue."""
    assert draft.cue is not None
    start, end = draft.cue
    if expression.start < end and start < expression.end:
        return True
    if filed(text, expression.start, expression.end) or _as_of(text, expression):
        return False
    if expression.start >= end:
        between = text[end : expression.start]
        if _further(text, draft, expression):
            return False
        if text[start:end].lower().startswith("according") and "," in between:
            return False  # "According to the ministry, in 2016 the country had admitted …"
        return len(between) <= _FAR and not _OTHER_CLAUSE.search(between)
    between = _without_source(text, expression.end, draft)
    if (occasion := _OCCASION.match(between) or _NAMED_BY.match(between)) is not None:
        between = between[occasion.end() :]
    opens = _OPENING.match(text, around.start, expression.start)
    return not any(c.isalnum() for c in between) and ("," not in between or opens is not None)


def _as_of(text: str, expression: DateExpression) -> bool:
    """ "As of Wednesday 12 were missing": what is told held then."""
    return _AS_OF.search(text[max(0, expression.start - 20) : expression.start]) is not None


def _further(text: str, draft: Draft, expression: DateExpression) -> bool:
    """Whether the date stands in what the sentence goes on with behind what was stated: "said
    they plan | to attend the rally Monday".
    """
    assert draft.cue is not None
    ends = [b for a, b in draft.content if draft.cue[1] <= a and b <= expression.start]
    rest = text[max(ends) : expression.start] if ends else ""
    return any(c.isalnum() for c in rest) and _WHERE.fullmatch(rest) is None


def _without_source(text: str, start: int, draft: Draft) -> str:
    """What stands between ``start`` and the cue besides the source."""
    assert draft.cue is not None
    end = draft.cue[0]
    if draft.source and start <= draft.source[0] and draft.source[1] <= end:
        return text[start : draft.source[0]] + text[draft.source[1] : end]
    return text[start:end]
