"""Attributions in, the same with whole quotations out: what stands inside one is one speaker's.

Who is quoted as saying "He approved the attacks. We will act." has said both sentences: the second
is not what "approved" attributes to him. And whose words a quotation opens with, to that one the
rest of it belongs, as far as nobody else outside of it claims any.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reader.labels import Attributed, TokenSpan
from onrecord.reader.ledger import Ledger, touch
from onrecord.reader.passages import Text
from onrecord.reader.quotes import Quoted


def by_quotation(
    text: Text, starts: Sequence[int], known: Sequence[Attributed]
) -> list[Attributed]:
    """``known`` put right; ``starts`` are the characters at which tokens begin."""
    kept = [rest for a in known if (rest := _in_its_sentence(text, starts, a)) is not None]
    ledger = Ledger(kept)
    for quoted in text.quoted:
        if quoted.closed and not quoted.depth:
            _complete(starts, ledger, quoted)
    return ledger.known


def _in_its_sentence(text: Text, starts: Sequence[int], known: Attributed) -> Attributed | None:
    """Without what the quotation that the cue stands in says in other sentences."""
    if known.cue is None:
        return known
    at = starts[known.cue[0]]
    sentence = text.sentence(at)
    around = [q for q in text.quotations(at, at + 1) if q.start <= at]

    def own(piece: TokenSpan) -> bool:
        start = starts[piece[0]]
        if sentence[0] <= start < sentence[1]:
            return True
        inside = [q for q in text.quotations(start, start + 1) if q.start <= start < q.end]
        return not (inside and inside[-1] in around)

    content = tuple(filter(own, known.content))
    return replace(known, content=content) if content else None


def _complete(starts: Sequence[int], ledger: Ledger, quoted: Quoted) -> None:
    """Give the rest of a quotation to the one who has its first word, if nobody else has any."""
    whole = bisect_left(starts, quoted.start), bisect_left(starts, quoted.end)
    if whole[0] >= whole[1]:
        return
    outside = [n for n in ledger.holding(whole) if not touch(ledger.known[n].cue, whole)]
    if len(outside) != 1:
        return
    number = outside[0]
    known = ledger.known[number]
    inside = [p for p in known.content if touch(p, whole)]
    if not any(p[0] <= whole[0] < p[1] for p in inside) or touch(known.source, whole):
        return
    span = min(whole[0], inside[0][0]), max(whole[1], *(p[1] for p in inside))
    if span == inside[0]:
        return
    rest = [p for p in known.content if p not in inside]
    ledger.put(number, replace(known, content=tuple(sorted([*rest, span]))))
