"""Token spans in, exact passages out: trimmed of marks and debris, split where words break off.

``Text`` is one article's characters as the other modules need them: where the quotations, the
paragraphs and the sentences lie. All offsets are characters of the article, half-open.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.reader.quotes import Quoted, paragraphs

if TYPE_CHECKING:
    from spacy.tokens import Doc

Stretch = tuple[int, int]

LONGEST_SENTENCE = 4000  # a "sentence" that no full stop ends is cut where a word ends before this

MARKS = frozenset("“”„‟\"«»‘’‚‛'‹›`＂")
_EDGE_LEFT = frozenset(" \t\r\n\u00a0\u2009\u202f\ufeff,;:.!?)]}*_-–—―|…#")
_EDGE_RIGHT = frozenset(" \t\r\n\u00a0\u2009\u202f\ufeff,;:([{*_-–—―|")
_SENTENCE_END = re.compile(
    r"(?=[.!?…])(?<!\b[A-Z])(?<!\.[A-Za-z])(?<!\b[A-Z][a-z])(?<!\bGen)(?<!\bCol)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bMaj)"
    r"(?<!\bMrs)(?<!\bCapt)(?<!\bSgt)(?<!\bProf)(?<!\bRev)(?<!\bBrig)(?<!\bAdm)(?<!\bNo)"
    r"[.!?…]+[”’\"'»)\]]*(?=\s+[“‘\"'«(\[]?[A-Z0-9])"
)


@dataclass(frozen=True, slots=True)
class Text:
    """An article's text with its quotations, and where paragraphs and sentences begin."""

    text: str
    quoted: tuple[Quoted, ...]
    paragraphs: tuple[Stretch, ...]
    sentence_starts: tuple[int, ...]

    def paragraph(self, at: int) -> Stretch:
        index = bisect_right(self.paragraphs, (at, len(self.text) + 1)) - 1
        return self.paragraphs[index] if index >= 0 else (0, len(self.text))

    def sentence(self, at: int) -> Stretch:
        """The sentence that the character at ``at`` stands in."""
        index = bisect_right(self.sentence_starts, at)
        start = self.sentence_starts[index - 1] if index else 0
        more = index < len(self.sentence_starts)
        return start, self.sentence_starts[index] if more else len(self.text)

    def quotations(self, start: int, end: int) -> list[Quoted]:
        """The quotations that overlap ``start:end``."""
        first = bisect_left(self.quoted, start, key=lambda q: q.open)
        while first and (self.quoted[first - 1].depth or self.quoted[first - 1].end > start):
            first -= 1
        last = bisect_left(self.quoted, end, key=lambda q: q.open)
        return [q for q in self.quoted[first:last] if q.start < end and start < q.end]


def text_of(text: str, quoted: tuple[Quoted, ...]) -> Text:
    """``Text`` for an article; sentences are told by full stops, not by the parse."""
    stretches = tuple(paragraphs(text))
    starts = [a for a, _ in stretches]
    for a, b in stretches:
        starts += [m.end() for m in _SENTENCE_END.finditer(text, a, b)]
    starts.sort()
    cuts = (cut for a, b in pairwise([*starts, len(text)]) for cut in _cuts(text, a, b))
    return Text(text, quoted, stretches, tuple(sorted([*starts, *cuts])))


def text_in(doc: Doc, quoted: tuple[Quoted, ...]) -> Text:
    """``text_of`` the text of a Doc, made once: the Doc keeps it."""
    kept = doc.user_data.get("text")
    if not isinstance(kept, Text) or kept.quoted is not quoted:
        kept = doc.user_data["text"] = text_of(doc.text, quoted)
    return kept


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Where a sentence longer than any sentence is cut, so that reading it stays linear."""
    while end - start > LONGEST_SENTENCE:
        gap = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        start = gap if gap >= 0 else start + LONGEST_SENTENCE
        yield start


def words(text: str, start: int, end: int) -> bool:
    """Whether there are letters or digits in ``text[start:end]``."""
    return any(map(str.isalnum, text[start:end]))


def trimmed(text: Text, start: int, end: int, keep_stop: bool = False) -> Stretch:
    """``start:end`` without white space, commas and outer quotation marks at its edges."""
    t = text.text
    while True:
        before = (start, end)
        while start < end and t[start] in _EDGE_LEFT and not _attached(t, start):
            start += 1
        while start < end and t[end - 1] in _EDGE_RIGHT:
            end -= 1
        start, end = _unmarked(text, start, end)
        if before == (start, end):
            break
    if not keep_stop and end > start and t[end - 1] == "." and t[end - 3 : end] != "...":
        end = end - 1 if not _abbreviated(t, start, end) else end
    return start, end


def _attached(text: str, at: int) -> bool:
    """Whether a mark belongs to the word after it: "-5 degrees", ".22 rifles", "#metoo"."""
    after = text[at + 1 : at + 2]
    return (text[at] in "-." and after.isdigit()) or (text[at] == "#" and after.isalnum())


def _abbreviated(text: str, start: int, end: int) -> bool:
    """Whether the full stop is part of the last word: "U.S.", "a.m."."""
    return (
        re.search(r"\b(?:\w\.\w\.|Inc\.|Corp\.|Jr\.|Sr\.|Ltd\.|Co\.)$", text[start:end]) is not None
    )


def _unmarked(text: Text, start: int, end: int) -> Stretch:
    """Without the quotation marks whose partner lies outside or at the other edge."""
    t = text.text
    if start < end and t[start] in MARKS:
        closing = next((q for q in text.quotations(start, end) if q.open == start), None)
        if closing is None or closing.end >= end - 1 or closing.end == closing.start:
            start = closing.start if closing and closing.start > start else start + 1
        elif not words(t, closing.end, end):
            start = closing.start
    if start < end and t[end - 1] in MARKS and not _closes_inner(text, start, end):
        end -= 1
    return start, end


def _closes_inner(text: Text, start: int, end: int) -> bool:
    """Whether the mark at the end closes a quotation opened inside: ``a “humanitarian pause.”``"""
    at = end - 1
    opened = any(start <= q.open and q.end <= at < q.end + 3 for q in text.quotations(start, end))
    apostrophe = text.text[at] in "’'" and at > start and text.text[at - 1] in "sxz"
    return opened or (apostrophe and not any(q.end == at for q in text.quotations(start, end)))


def pieces(text: Text, spans: Iterable[Stretch], holes: Sequence[Stretch]) -> list[Stretch]:
    """Content spans as contiguous pieces, without the ``holes`` (source and cue), trimmed."""
    joined = _joined(text.text, sorted(spans))
    for hole in sorted(holes):
        joined = [part for span in joined for part in _without(span, hole)]
    split = [part for span in joined for part in _at_adjacent_quotations(text, span)]
    kept = [_trimmed_piece(text, *span) for span in split]
    return [(a, b) for a, b in kept if words(text.text, a, b)]


def _trimmed_piece(text: Text, start: int, end: int) -> Stretch:
    return trimmed(text, start, end, keep_stop=quoted_share(text, start, end) > 0.99)


def _joined(text: str, spans: list[Stretch]) -> list[Stretch]:
    """Spans with nothing but blanks between them are one."""
    joined: list[Stretch] = []
    for start, end in spans:
        if joined and (start < joined[-1][1] or _blank_within_line(text[joined[-1][1] : start])):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _blank_within_line(gap: str) -> bool:
    return "\n" not in gap and not gap.strip()


def _without(span: Stretch, hole: Stretch) -> list[Stretch]:
    if hole[1] <= span[0] or span[1] <= hole[0]:
        return [span]
    return [part for part in ((span[0], hole[0]), (hole[1], span[1])) if part[0] < part[1]]


def _at_adjacent_quotations(text: Text, span: Stretch) -> list[Stretch]:
    """``“One.” “Two.”`` is two pieces, as is a quotation that runs over paragraphs."""
    start, end = span
    cuts = []
    here = [q for q in text.quotations(start, end) if q.depth == 0]
    for one, two in pairwise(here):
        if start < one.end and two.open < end and not words(text.text, one.end, two.open):
            cuts.append(two.open)
    first = bisect_right(text.paragraphs, (start, len(text.text) + 1))
    last = bisect_left(text.paragraphs, (end, 0))
    cuts += [a for a, _ in text.paragraphs[first:last]]
    edges = [start, *sorted(set(cuts)), end]
    return list(pairwise(edges))


def quoted_share(text: Text, start: int, end: int, outside: Stretch | None = None) -> float:
    """The share of the letters in ``start:end`` inside quotation marks.

    Quotations that also hold ``outside`` (the cue) do not count: it is others who are quoted there.
    """
    stretches = [
        (q.start, q.end)
        for q in text.quotations(start, end)
        if outside is None or not (q.start <= outside[0] and outside[1] <= q.end)
    ]
    inside, reached = 0, start
    for a, b in sorted(stretches):
        inside += _letters(text.text[max(a, reached) : min(b, end)])
        reached = max(b, reached)
    total = _letters(text.text[start:end])
    return inside / total if total else 0.0


def _letters(words: str) -> int:
    return sum(map(str.isalnum, words))
