"""Attributions in, the same with whole quotations out: what stands inside one is one speaker's.

Who is quoted as saying "He approved the attacks. We will act." has said both sentences: the second
is not what "approved" attributes to him. And whose words a quotation opens with, to that one the
rest of it belongs, as far as nobody else outside of it claims any; nor does who is named in another
paragraph claim any of it against one who is named in its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reader.labels import Attributed, TokenSpan
from onrecord.reader.ledger import Ledger, touch
from onrecord.reader.passages import Stretch, Text
from onrecord.reader.quotes import Quoted


def by_quotation(
    text: Text, starts: Sequence[int], known: Sequence[Attributed]
) -> list[Attributed]:
    """``known`` put right; ``starts`` are the characters at which tokens begin."""
    kept = [rest for a in known if (rest := _in_its_sentence(text, starts, a)) is not None]
    ledger = Ledger(kept)
    for quoted in text.quoted:
        if quoted.closed and not quoted.depth:
            _complete(text, starts, ledger, quoted)
    return [a for a in ledger.known if a.content]


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


def _complete(text: Text, starts: Sequence[int], ledger: Ledger, quoted: Quoted) -> None:
    """Give a quotation to the one whose it is, from first to last."""
    whole = bisect_left(starts, quoted.start), bisect_left(starts, quoted.end)
    if whole[0] >= whole[1]:
        return
    outside = [n for n in ledger.holding(whole) if not touch(ledger.known[n].cue, whole)]
    here = text.paragraph(quoted.start)
    near = [n for n in outside if _cue_within(starts, ledger.known[n], here)]
    owner = near if len(outside) > 1 else outside
    if len(owner) != 1 or touch(ledger.known[owner[0]].source, whole):
        return
    for number in outside:
        if number != owner[0]:
            rest = tuple(p for p in ledger.known[number].content if not touch(p, whole))
            ledger.put(number, replace(ledger.known[number], content=rest))
    _give(ledger, owner[0], whole, len(outside) > 1)


def _cue_within(starts: Sequence[int], known: Attributed, paragraph: Stretch) -> bool:
    return known.cue is not None and paragraph[0] <= starts[known.cue[0]] < paragraph[1]


def _give(ledger: Ledger, number: int, whole: TokenSpan, disputed: bool) -> None:
    """The rest of a quotation to one who has its first word, or all that others gave up."""
    known = ledger.known[number]
    inside = [p for p in known.content if touch(p, whole)]
    if not disputed and not any(p[0] <= whole[0] < p[1] for p in inside):
        return
    span = min(whole[0], inside[0][0]), max(whole[1], *(p[1] for p in inside))
    if span != inside[0]:
        rest = [p for p in known.content if p not in inside]
        ledger.put(number, replace(known, content=tuple(sorted([*rest, span]))))
