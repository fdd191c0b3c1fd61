"""Attributions in, the same with whole quotations out: what stands inside one is one speaker's.

Who is quoted as saying "He approved the attacks. We will act." has said both sentences: the second
is not what "approved" attributes to him. And whose words a quotation opens with, to that one the
rest of it belongs, as far as nobody else outside of it claims any; nor does who is named in another
paragraph claim any of it against one who is named in its own. A quotation that its paragraph leaves
open goes on in the next one and stays the same speaker's; one that is closed and stands among other
words is not part of what somebody says in a later paragraph.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import Final

from onrecord.reader.cues import table
from onrecord.reader.labels import Attributed, TokenSpan
from onrecord.reader.ledger import Ledger, cut, touch
from onrecord.reader.passages import Stretch, Text
from onrecord.reader.quotes import Quoted
from onrecord.reader.turns import Turns, turns_of

CALLED: Final = table("named called titled entitled dubbed nicknamed")
LONGEST: Final = 12  # characters of such a word
SPOKEN_OF: Final = table("he she it they who which that")


def by_quotation(
    text: Text, starts: Sequence[int], known: Sequence[Attributed]
) -> list[Attributed]:
    """``known`` put right; ``starts`` are the characters at which tokens begin."""
    kept = [rest for a in known if (rest := _in_its_sentence(text, starts, a)) is not None]
    kept = [a for a in kept if not _is_a_name(text, starts, a)]
    ledger = Ledger(_in_their_paragraphs(text, starts, kept))
    for run in _going_on(text):
        _continue(text, starts, ledger, run)
    for quoted in text.quoted:
        if quoted.closed and not quoted.depth:
            _complete(text, starts, ledger, quoted)
    return [a for a in ledger.known if a.content]


def _going_on(text: Text) -> Iterator[list[Quoted]]:
    """Quotations over several paragraphs: each but the last is left open where its own ends."""
    outer = [q for q in text.quoted if not q.depth]
    turns = turns_of(text.text)
    run: list[Quoted] = []
    for quoted in outer:
        if run and not _goes_on(text, turns, run[-1], quoted):
            if len(run) > 1:
                yield run
            run = []
        run.append(quoted)
    if len(run) > 1:
        yield run


def _goes_on(text: Text, turns: Turns, before: Quoted, after: Quoted) -> bool:
    """Whether the first is open where its paragraph ends, and the next one opens with the other."""
    alike = text.text[before.open] == text.text[after.open]
    if before.closed or not alike or turns.apart((before.start, 0), (after.start, 0)):
        return False
    end, start = text.paragraph(before.open)[1], text.paragraph(after.open)[0]
    between = text.text[before.end : end] + text.text[end : after.open]
    return end < start and not any(map(str.isalnum, between))


def _continue(text: Text, starts: Sequence[int], ledger: Ledger, run: Sequence[Quoted]) -> None:
    """Give all paragraphs of a quotation to whoever has the first, or is named beside one."""
    spans = [(bisect_left(starts, q.start), bisect_left(starts, q.end)) for q in run]
    spans = [s for s in spans if s[0] < s[1]]
    if not spans:
        return
    paragraphs = [text.paragraph(q.open) for q in run]
    holding = {n for s in spans for n in ledger.holding(s)}
    outside = {n for n in holding if not any(touch(ledger.known[n].cue, s) for s in spans)}
    beside = {
        n for n in outside if any(_cue_within(starts, ledger.known[n], p) for p in paragraphs)
    }
    owner = beside or outside & set(ledger.holding(spans[0]))
    if len(owner) != 1:
        return
    (number,) = owner
    for other in sorted(outside - owner):
        rest = cut(ledger.known[other].content, spans)
        ledger.put(other, replace(ledger.known[other], content=rest))
    known = ledger.known[number]
    whole = [_with_marks(s, known.content) for s in spans]
    content = tuple(sorted([*cut(known.content, whole), *whole]))
    ledger.put(number, replace(known, content=content))


def _with_marks(span: TokenSpan, content: Sequence[TokenSpan]) -> TokenSpan:
    """With the marks around it, if they are in the content."""
    near = [(a, b) for a, b in content if span[0] - 1 <= a < span[1] and span[0] < b <= span[1] + 1]
    return min([span[0], *(a for a, _ in near)]), max([span[1], *(b for _, b in near)])


def _in_their_paragraphs(
    text: Text, starts: Sequence[int], known: Sequence[Attributed]
) -> Iterator[Attributed]:
    """Each without quotations of earlier paragraphs that are closed there and stand among other
    words, if it says something in its own: "Lorn spoke, too: “…”⏎ Haske said: “…”". Where the same
    one spoke in that paragraph already, the words may be theirs.
    """
    going_on = {q for run in _going_on(text) for q in run}
    spoke = {
        (text.paragraph(starts[a.cue[0]]), _last_word(text, starts, a.source))
        for a in known
        if a.cue and a.source
    }
    for one in known:
        if one.cue is None or one.source is None:
            yield one
            continue
        here, name = text.paragraph(starts[one.cue[0]]), _last_word(text, starts, one.source)
        rest, own = [], False
        for piece in one.content:
            there = text.paragraph(starts[piece[0]])
            own = own or there == here
            before = there < here and name not in SPOKEN_OF and (there, name) not in spoke
            if not (before and _closed_among_words(text, starts, piece, going_on)):
                rest.append(piece)
        yield replace(one, content=tuple(rest)) if own else one


def _last_word(text: Text, starts: Sequence[int], source: TokenSpan) -> str:
    end = starts[source[1]] if source[1] < len(starts) else len(text.text)
    return text.text[starts[source[1] - 1] : end].strip().lower()


def _closed_among_words(
    text: Text, starts: Sequence[int], piece: TokenSpan, going_on: Set[Quoted]
) -> bool:
    start, end = starts[piece[0]], starts[piece[1] - 1] + 1
    closed = (q for q in text.quotations(start, end) if q.closed and not q.depth)
    return any(q not in going_on and _among_words(text, q) for q in closed)


def _among_words(text: Text, quoted: Quoted) -> bool:
    """Whether its paragraph says more than what is quoted in it."""
    start, end = text.paragraph(quoted.open)
    for one in text.quotations(start, end):
        if not one.depth and any(map(str.isalnum, text.text[start : one.open])):
            return True
        start = max(start, one.end)
    return any(map(str.isalnum, text.text[start:end]))


def _is_a_name(text: Text, starts: Sequence[int], known: Attributed) -> bool:
    """Whether all it has is what something is called: "According to Haske, a boat named “Elk”"."""
    if known.cue is None or len(known.content) != 1:
        return False
    start = starts[known.content[0][0]]
    end = starts[known.content[0][1] - 1] + 1
    opened = [
        q.open
        for q in text.quotations(start, end)
        if q.open <= start <= q.start and end <= q.end + 2
    ]
    if not opened or starts[known.cue[1] - 1] >= opened[0] - LONGEST:
        return False
    before = text.text[max(0, opened[0] - LONGEST) : opened[0]].split()[-1:]
    return any(word.lower() in CALLED for word in before)


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


def _followed(known: Attributed, whole: TokenSpan) -> bool:
    """Whether source and cue stand straight behind it, and its last words are theirs already."""
    named = [s[0] for s in (known.source, known.cue) if s is not None]
    held = any(p[0] < whole[1] <= p[1] + 1 for p in known.content)
    return held and len(named) == 2 and 0 <= min(named) - whole[1] <= 2


def _give(ledger: Ledger, number: int, whole: TokenSpan, disputed: bool) -> None:
    """The rest of a quotation to one who has its first word, or all that others gave up."""
    known = ledger.known[number]
    inside = [p for p in known.content if touch(p, whole)]
    begun = any(p[0] <= whole[0] < p[1] for p in inside)
    if not disputed and not begun and not _followed(known, whole):
        return
    span = min(whole[0], inside[0][0]), max(whole[1], *(p[1] for p in inside))
    if span != inside[0]:
        rest = [p for p in known.content if p not in inside]
        ledger.put(number, replace(known, content=tuple(sorted([*rest, span]))))
