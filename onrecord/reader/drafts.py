"""Attributions in, statements in outline out: one source and cue, and one statement's pieces.

The network gives an attribution all its words, however far they run on. Here they are divided: a
quotation that begins a new sentence after the cue's is a statement of its own, pieces of a sentence
that the cue interrupts are one, and a quotation nobody claimed goes to the source just before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.reader.passages import MARKS, Stretch, Text, pieces, quoted_share, trimmed, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from onrecord.reader.labels import Attributed, Labelled, TokenSpan

ORPHAN_WORDS = 4


@dataclass(frozen=True, slots=True)
class Draft:
    """One statement's passages as characters; ``index`` is its attribution."""

    index: int
    source: Stretch | None
    cue: Stretch | None
    content: tuple[Stretch, ...]


def drafts(labelled: Labelled, text: Text) -> list[Draft]:
    """All statements in outline, in the order of the attributions, orphans last."""
    outlined = [
        draft
        for index, attribution in enumerate(labelled.attributions)
        for draft in _outlined(labelled.doc, text, index, attribution)
    ]
    return outlined + _orphans(text, outlined)


def chars(doc: Doc, span: TokenSpan) -> Stretch:
    """A token span as characters."""
    last = doc[span[1] - 1]
    return doc[span[0]].idx, last.idx + len(last)


def _outlined(doc: Doc, text: Text, index: int, attribution: Attributed) -> list[Draft]:
    source, cue = (_cleaned(text, doc, span) for span in (attribution.source, attribution.cue))
    holes = [chars(doc, s) for s in (attribution.source, attribution.cue) if s]
    content = pieces(text, [chars(doc, s) for s in attribution.content], holes)
    groups = _statements(text, content, [h for h in (source, cue) if h])
    return [Draft(index, source, cue, tuple(group)) for group in groups]


def _cleaned(text: Text, doc: Doc, span: TokenSpan | None) -> Stretch | None:
    if span is None:
        return None
    whole = chars(doc, span)
    start, end = trimmed(text, *whole)
    if start < end:
        return start, end
    start, end = whole  # a dash; in "him.”― Jane Roe" its token may hold the mark as well
    while start < end - 1 and text.text[start] in MARKS:
        start += 1
    return start, end


def _statements(
    text: Text, content: list[Stretch], around: Sequence[Stretch]
) -> list[list[Stretch]]:
    groups: list[list[Stretch]] = []
    for piece in content:
        if groups and not _begins_anew(text, groups[-1][-1], piece, around):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _begins_anew(text: Text, last: Stretch, piece: Stretch, around: Sequence[Stretch]) -> bool:
    """Whether ``piece`` is a sentence after the one that the cue or the source ends.

    "“We’re closing in on them,” said X. “We’ve completed …”" is two statements.
    """
    between = text.text[last[1] : piece[0]]
    if not any(last[1] <= a and b <= piece[0] for a, b in around):
        return False
    before = between.rstrip(" \t\r\n\u00a0" + "".join(MARKS))
    first = text.text[piece[0]]
    return before[-1:] in (".", "!", "?") and (first.isupper() or not first.isalpha())


def _orphans(text: Text, outlined: list[Draft]) -> list[Draft]:
    """Whole quoted sentences that no attribution covers, right after words that one covers."""
    covered = sorted(piece for d in outlined for piece in d.content)
    nearby: dict[int, list[Draft]] = {}
    for draft in outlined:
        if draft.cue:
            nearby.setdefault(text.paragraph(draft.cue[0])[0], []).append(draft)
    orphans: list[Draft] = []
    for quoted in text.quoted:
        if quoted.depth or not _is_sentence(text, quoted.start, quoted.end):
            continue
        if _is_covered(covered, quoted.start, quoted.end):
            continue
        near = nearby.get(text.paragraph(quoted.open)[0], [])
        before = _speaker_before(text, near, quoted.open)
        if before is not None:
            stretch = trimmed(text, quoted.start, quoted.end, keep_stop=True)
            orphans.append(Draft(before.index, before.source, before.cue, (stretch,)))
            near.append(orphans[-1])
    return orphans


def _is_sentence(text: Text, start: int, end: int) -> bool:
    inside = text.text[start:end].strip()
    return len(inside.split()) >= ORPHAN_WORDS and inside[:1].isupper() and inside[-1] in ".!?…,"


def _is_covered(covered: list[Stretch], start: int, end: int) -> bool:
    after = bisect_left(covered, (end, 0))
    return any(b > start for _, b in covered[max(0, after - 12) : after])


def _speaker_before(text: Text, candidates: list[Draft], at: int) -> Draft | None:
    """Who spoke last before ``at``, if all between is the end of that speaker's sentence."""
    best: tuple[int, Draft] | None = None
    for draft in candidates[-40:]:
        end = max(s[1] for s in (draft.source, draft.cue, *draft.content) if s)
        if end <= at and (best is None or end > best[0]):
            best = end, draft
    if best is None or not _quotes(text, best[1]):
        return None
    between = text.text[best[0] : at].strip("".join(MARKS) + " \t\u00a0")
    return best[1] if _only_ends_sentence(between) else None


def _only_ends_sentence(between: str) -> bool:
    """As in "“No,” said X on Monday. “Never.”", what stands between still belongs to the cue."""
    if not words(between, 0, len(between)):
        return between[-1:] in ("", ".", "!", "?")
    one = re.search(r"[.!?]\s", between) is None and len(between.split()) <= 10
    return one and between[-1] in ".!?"


def _quotes(text: Text, draft: Draft) -> bool:
    return any(quoted_share(text, a, b, draft.cue) > 0.9 for a, b in draft.content)
