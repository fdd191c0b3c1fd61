"""Speech printed without quotation marks: drafts in, drafts of whole speeches out.

"It was a very good conversation today. They trust each other. And so, I would say, yes, …, the
official said." Where an article has lost its marks, a cue at the end covers the sentences before it
that read as speech, and sentences in the first person that follow it are the same speaker's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import pairwise

from onrecord.reader.drafts import Draft
from onrecord.reader.manner import first_person, manner, spoken
from onrecord.reader.passages import Stretch, Text, trimmed, words


def with_speech(text: Text, outlined: list[Draft]) -> list[Draft]:
    """Drafts of an article that prints speech without marks, run on over whole speeches."""
    taken = _Taken(outlined)
    grown: list[Draft] = []
    for draft in outlined:
        if draft.cue is None or manner(text, draft.content, draft.cue, lost=True) != "unmarked":
            grown.append(draft)
            continue
        grown.append(_from_the_start(text, draft, taken))
        grown += _to_the_end(text, draft, taken)
    return grown


class _Taken:
    """The sentences that already belong to a statement."""

    def __init__(self, outlined: list[Draft]) -> None:
        stretches = [(s, d) for d in outlined for s in (d.source, d.cue, *d.content) if s]
        self.stretches = sorted(s for s, _ in stretches)

    def touches(self, start: int, end: int) -> bool:
        after = bisect_left(self.stretches, (end, 0))
        return any(b > start for _, b in self.stretches[max(0, after - 8) : after])


def _from_the_start(text: Text, draft: Draft, taken: _Taken) -> Draft:
    start = draft.content[0][0]
    if draft.cue is None or draft.cue[0] < start:
        return draft
    if words(text.text, text.sentence(start)[0], start):
        return draft
    before = _sentences(text, text.paragraph(start)[0], start)
    free = [s for s in before if not taken.touches(*s)]
    speech = [s for s in free if spoken(text.text[slice(*s)])]
    if free == before and before and 2 * len(speech) >= len(before):
        start = before[0][0]
    stretch = trimmed(text, start, draft.content[0][1])
    return replace(draft, content=(stretch, *draft.content[1:]))


def _to_the_end(text: Text, draft: Draft, taken: _Taken) -> list[Draft]:
    if draft.cue is None or draft.cue[0] < draft.content[0][0]:
        return []
    start = text.sentence(draft.cue[1] - 1)[1]
    following = []
    for sentence in _sentences(text, start, text.paragraph(draft.cue[0])[1]):
        if taken.touches(*sentence) or not first_person(text.text[slice(*sentence)]):
            break
        following.append(replace(draft, content=(trimmed(text, *sentence, keep_stop=True),)))
    return following


def _sentences(text: Text, start: int, end: int) -> list[Stretch]:
    """The sentences between ``start`` and ``end``."""
    first = bisect_left(text.sentence_starts, start)
    last = bisect_right(text.sentence_starts, end - 1)
    edges = [*text.sentence_starts[first:last], end]
    spans = ((a, min(b, end)) for a, b in pairwise(edges))
    return [(a, b) for a, b in spans if words(text.text, a, b)]
