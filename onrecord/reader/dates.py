"""When a statement was made: the dates at a cue in, a ``When`` out."""

from __future__ import annotations

import re

from onrecord.calendar import DateExpression, dated
from onrecord.model import When
from onrecord.reader.occasions import Frame, distance
from onrecord.reader.passages import Stretch, Text

_FAR = 90
_OPENING = re.compile(
    r"(?:(?:late|early|earlier|on|in|but|and|also)\s*|[,“”\"‘’\s]+)*", re.IGNORECASE
)
_OTHER_CLAUSE = re.compile(
    r"\b(?:who|which|whose|when|where|after|before|since|until|by|born|elected|held|scheduled|because|"
    r"if|while|ahead|due|planned|published|released|from|for)\b|[;:.!?]\s",
    re.IGNORECASE,
)


def said(
    text: Text,
    around: Frame,
    cue: Stretch,
    found: tuple[DateExpression, ...],
    published: str | None,
) -> When:
    """The date that stands at the cue ("said on Monday") or opens its sentence."""
    here = [d for d in found if _free(around, d) and _at_cue(text, around, cue, d)]
    if not here:
        return When()
    nearest = min(here, key=lambda d: distance((d.start, d.end), cue))
    return dated(text.text, nearest, published, False)


def _free(around: Frame, expression: DateExpression) -> bool:
    return any(a <= expression.start and expression.end <= b for a, b in around.free)


def _at_cue(text: Text, around: Frame, cue: Stretch, expression: DateExpression) -> bool:
    """Whether nothing but the cue's own words stands between the date and the cue."""
    if expression.start < cue[1] and cue[0] < expression.end:
        return True
    if expression.end <= cue[0] and _OPENING.fullmatch(text.text, around.start, expression.start):
        return True
    after = expression.start >= cue[1]
    between = text.text[cue[1] : expression.start] if after else text.text[expression.end : cue[0]]
    return len(between) <= _FAR and not _OTHER_CLAUSE.search(between)
