"""How a long article is cut for a network that reads a few hundred pieces at once.

Windows end where a paragraph ends, or else where a sentence seems to, so that a statement is
seldom cut; they do not overlap, so nothing is read twice.
"""

from __future__ import annotations

from collections.abc import Sequence

SENTENCE_ENDS = frozenset(".?!…")
CLOSERS = frozenset("\"'”’»)]")


def windows(
    texts: Sequence[str], starts_paragraph: Sequence[bool], sizes: Sequence[int], room: int
) -> list[tuple[int, int]]:
    """Half-open word ranges of at most ``room`` pieces each (a single longer word stands alone)."""
    cuts = []
    start = 0
    while start < len(texts):
        end = _fill(sizes, start, room)
        if end < len(texts):
            end = _last_break(texts, starts_paragraph, start, end)
        cuts.append((start, end))
        start = end
    return cuts


def _fill(sizes: Sequence[int], start: int, room: int) -> int:
    end, used = start, 0
    while end < len(sizes) and used + sizes[end] <= room:
        used += sizes[end]
        end += 1
    return max(end, start + 1)


def _last_break(
    texts: Sequence[str], starts_paragraph: Sequence[bool], start: int, end: int
) -> int:
    """The best place to end at or before ``end``: a paragraph in the later half, a sentence, or
    anywhere.
    """
    sentence = 0
    for k in range(end, start, -1):
        if starts_paragraph[k] and k - start >= (end - start) // 3:
            return k
        if not sentence and sentence_starts(texts, k):
            sentence = k
    return sentence or end


def sentence_starts(texts: Sequence[str], k: int) -> bool:
    """Whether word ``k`` looks like the first of a sentence."""
    before = k - 1
    while before > 0 and texts[before] in CLOSERS:
        before -= 1
    return texts[before] in SENTENCE_ENDS and not texts[k][:1].islower() and texts[k] not in CLOSERS
