"""The date a story stands at when it says "a day earlier" or "that year": the last one it named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.calendar.expression import DateExpression
from onrecord.calendar.resolving import resolve
from onrecord.calendar.tense import points_forward

_REACH = 400  # characters: a sentence or two
_SAME_REACH = 1200  # "on the same day" may take up a day named some paragraphs before
_CERTAIN = re.compile(r"(?:\d{4}|XXXX)(?:-(?:0\d|1[0-2]|XX)(?:-\d\d)?)?[?~%]?")
_STANDING = ("date", "relative", "ago", "shift", "feast")


def references(
    text: str, found: Sequence[DateExpression], anchor: str | None = None
) -> tuple[str | None, ...]:
    """For each expression the EDTF date from which it counts if it is a ``shift``, else None.

    That is the nearest date before it, no farther than a sentence or two, that is fine enough: a
    day for "a day earlier", a year for "the following year".
    """
    standing: list[tuple[int, str]] = []
    kept: list[str | None] = []
    for expression in found:
        reference = _reference(expression, standing) if expression.kind == "shift" else None
        kept.append(reference)
        if expression.kind in _STANDING:
            forward = points_forward(text, expression.start, expression.end) or None
            edtf = resolve(expression, anchor, forward, None, reference).edtf
            if edtf and _CERTAIN.fullmatch(edtf):
                standing = [*standing[-3:], (expression.end, edtf)]
    return tuple(kept)


def _reference(expression: DateExpression, standing: list[tuple[int, str]]) -> str | None:
    length = {"year": 4, "month": 7}.get(expression.unit or "", 10)
    reach = _REACH if expression.step else _SAME_REACH
    near = [e for end, e in standing if expression.start - end <= reach and len(e) >= length]
    return near[-1] if near else None
