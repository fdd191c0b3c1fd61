"""Whether a day in a sentence lies ahead: "will meet on Tuesday" points forward, "met on Tuesday"
back.

A guess from the words around, for callers without a parse; those with one pass ``forward``
themselves.
"""

from __future__ import annotations

import re

from onrecord.calendar.words import AHEAD, AHEAD_OF_DAY, TELLING

_AHEAD = re.compile(rf"\b(?:{'|'.join(AHEAD)})\b|\b\w{{1,9}}['’]ll\b", re.IGNORECASE)
_RIGHT_BEFORE = re.compile(rf"\b(?:{'|'.join(AHEAD_OF_DAY)})\s{{1,3}}(?:the\s)?$", re.IGNORECASE)
_TELLING = re.compile(rf"\b(?:{'|'.join(TELLING)})\b")
_REACH = 120
_SENTENCE_END = re.compile(r"[.!?][\"'’”)\]]{0,3}\s{1,3}(?=[A-Z\"“‘'(])|\n\s{0,20}\n")
_SPEECH_END = re.compile(r"[\"”]")


def points_forward(text: str, start: int, end: int) -> bool:
    """Whether the clause around ``text[start:end]`` speaks of what is to come.

    Only the same sentence counts and, inside it, nothing across a quotation mark or before a verb
    of telling: ‘"We will win," she said on Monday’ was said on a Monday that is past.
    """
    before = text[max(0, start - _REACH) : start]
    cuts = [m.end() for p in (_SENTENCE_END, _SPEECH_END, _TELLING) for m in p.finditer(before)]
    after = text[end : end + 40]
    stops = [m.start() for p in (_SENTENCE_END, _SPEECH_END) if (m := p.search(after))]
    clause = before[max(cuts, default=0) :] + " " + after[: min(stops, default=len(after))]
    return bool(_AHEAD.search(clause) or _RIGHT_BEFORE.search(before))
