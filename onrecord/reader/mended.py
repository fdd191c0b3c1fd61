"""The network's attributions in, the same with what one layer of labels cannot say put right.

A label set with one layer runs statements together: "warned against A and pressed for B" as one
content, "Austin said X, said the official" without Austin's cue, a sentence from elsewhere as one
more piece. The grammar and the quotation marks tell them apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reader.consequences import without_consequences
from onrecord.reader.cues import table, verb
from onrecord.reader.frames import NOBODY, Found, source_span, subject
from onrecord.reader.grammar import Grammar
from onrecord.reader.labels import Attributed, TokenSpan
from onrecord.reader.ledger import Ledger, alike, tokens_of, touch
from onrecord.reader.manner import marks_lost
from onrecord.reader.passages import Text, quoted_share
from onrecord.reader.turns import Turns, turns_of

RULE = 0.5
NO_SPEAKER = table("it there that this these those what which who")
CALLED = table("call calls called calling")
NEW_CLAUSE = table("but and though although while which who yet whereas")


def mended(
    grammar: Grammar,
    text: Text,
    starts: Sequence[int],
    known: Sequence[Attributed],
    found: list[Found],
) -> list[Attributed]:
    """``known`` put right; ``starts`` are the characters at which tokens begin."""
    lost = marks_lost(text)
    kept = [_pruned(grammar, text, starts, _by_paragraph(text, starts, a), lost) for a in known]
    kept = without_consequences(grammar, text, starts, kept)
    turns = turns_of(text.text)
    whole = [_of_one_turn(turns, starts, a) for a in kept]
    kept = [_sourced(grammar, a) if own else a for a, own in zip(kept, whole, strict=True)]
    kept = [_called_on(grammar, _completed(grammar, a)) for a in kept]
    by_cue = {token: f for f in found for token in range(*f.cue)}
    kept = [part for a in kept for part in _coordinated(grammar, a, by_cue)]
    ledger = Ledger(kept)
    for one in found:
        if not ledger.named(one.cue):
            _reassign(ledger, one)
            _widen(grammar, ledger, one)
    _continue(grammar, ledger, by_cue)
    return [a for a in ledger.known if a.source or any(_quoted(text, starts, p) for p in a.content)]


def _by_paragraph(text: Text, starts: Sequence[int], attribution: Attributed) -> Attributed:
    """With content divided where paragraphs end."""
    content = []
    for start, end in attribution.content:
        while start < end:
            stop = bisect_left(starts, text.paragraph(starts[start])[1], start, end)
            content.append((start, max(stop, start + 1)))
            start = max(stop, start + 1)
    worded = tuple(s for s in content if any(map(str.isalnum, _words(text, starts, s))))
    return replace(attribution, content=worded or attribution.content)


def _words(text: Text, starts: Sequence[int], span: TokenSpan) -> str:
    return text.text[starts[span[0]] : _end(text, starts, span)]


def _pruned(
    grammar: Grammar, text: Text, starts: Sequence[int], attribution: Attributed, lost: bool
) -> Attributed:
    """Without pieces that are not quoted and stand in another sentence or a new clause."""
    if len(attribution.content) < 2 or attribution.cue is None:
        return attribution
    kept: list[TokenSpan] = []
    for piece in attribution.content:
        here = _same_sentence(text, starts, attribution, piece)
        speech = lost and _same_paragraph(text, starts, attribution, piece)
        own = not _new_clause(grammar, attribution, kept, piece) if here else speech
        if own or (_quoted(text, starts, piece) and _opens(text, starts, piece)):
            kept.append(piece)
    return replace(attribution, content=tuple(kept)) if kept else attribution


def _same_paragraph(
    text: Text, starts: Sequence[int], attribution: Attributed, piece: TokenSpan
) -> bool:
    assert attribution.cue is not None
    paragraph = text.paragraph(starts[attribution.cue[0]])
    return paragraph[0] <= starts[piece[0]] < paragraph[1]


def _quoted(text: Text, starts: Sequence[int], piece: TokenSpan) -> bool:
    return quoted_share(text, starts[piece[0]], _end(text, starts, piece)) > 0.5


def _opens(text: Text, starts: Sequence[int], piece: TokenSpan) -> bool:
    """Whether a piece begins with more than a word of some other verb's: "that it was “good”"."""
    start, second = starts[piece[0]], starts[min(piece[0] + 1, piece[1] - 1)]
    joined = text.text[start:second].strip().lower() == "that"
    return not joined or bool(text.quotations(start, second))


def _end(text: Text, starts: Sequence[int], span: TokenSpan) -> int:
    return starts[span[1]] if span[1] < len(starts) else len(text.text)


def _same_sentence(
    text: Text, starts: Sequence[int], attribution: Attributed, piece: TokenSpan
) -> bool:
    assert attribution.cue is not None
    first, last = text.sentence(starts[attribution.cue[0]])
    return first <= starts[piece[0]] < last


def _new_clause(
    grammar: Grammar, attribution: Attributed, kept: list[TokenSpan], piece: TokenSpan
) -> bool:
    """Whether a later piece opens a clause in the article's own voice.

    "The minister was receptive, the official said, but it is unclear what it means."
    """
    cue, source = attribution.cue, attribution.source or attribution.cue
    if cue is None or source is None or not kept or piece[0] < cue[0]:
        return False
    after = max(end for _, end in (*kept, cue, source) if end <= piece[0])
    between = grammar.words[after : piece[0] + 1]
    return any(word in NEW_CLAUSE for word in between)


def _of_one_turn(turns: Turns, starts: Sequence[int], known: Attributed) -> bool:
    """Whether source and cue stand in one turn of a transcript: what is of two is nobody's."""
    if known.source is None or known.cue is None:
        return True
    source, cue = ((starts[s[0]], starts[s[0]] + 1) for s in (known.source, known.cue))
    return not turns.apart(source, cue)


def _sourced(grammar: Grammar, attribution: Attributed) -> Attributed:
    """With the subject of its verb where the network found no source, or found it elsewhere."""
    if attribution.cue is None:
        return attribution
    if attribution.source is not None:
        own = _own_subject(grammar, attribution, attribution.source)
        return replace(attribution, source=source_span(grammar, own)) if own else attribution
    head = _verb_of(grammar, attribution.cue)
    found = subject(grammar, head) if head is not None else None
    if found is None or grammar.words[found] in NOBODY:
        return attribution
    source = source_span(grammar, found)
    if any(touch(source, piece) for piece in (*attribution.content, attribution.cue)):
        return attribution
    return replace(attribution, source=source)


def _own_subject(grammar: Grammar, known: Attributed, source: TokenSpan) -> int | None:
    """The subject of the cue, if the source stands in another sentence, or another noun stands
    straight before the verb: "The service issued a warning, and [other forecasters] predicted …".
    """
    cue = known.cue
    verbs = [t for t in range(*cue) if grammar.pos[t] == "VERB"] if cue else []
    head = next((t for t in verbs if grammar.head[t] == t or grammar.head[t] not in verbs), None)
    own = grammar.child(head, "nsubj") if head is not None else None
    if head is not None and own is None and grammar.dep[head] == "conj":
        own = subject(grammar, head)  # "The senator paused and decided"
    if head is None or own is None or grammar.child(head, "aux:pass") is not None:
        return None
    span = source_span(grammar, own)
    if grammar.words[own] in NO_SPEAKER or any(
        touch(span, s) for s in (source, cue, *known.content)
    ):
        return None
    apart = grammar.sentence[source[0]] != grammar.sentence[head]
    between = (grammar.pos[t] in ("ADV", "AUX") for t in range(own + 1, head))
    beside = own < head and grammar.pos[own] in ("NOUN", "PROPN") and all(between)
    return own if apart or beside else None


def _called_on(grammar: Grammar, known: Attributed) -> Attributed:
    """With the preposition of "called on Kestria to halt": otherwise they name it something."""
    if known.cue is None or grammar.words[known.cue[1] - 1] not in CALLED:
        return known
    after = known.cue[1]
    on = after < len(grammar.words) and grammar.words[after] in ("on", "upon")
    free = not any(touch((after, after + 1), s) for s in (known.source, *known.content))
    return replace(known, cue=(known.cue[0], after + 1)) if on and free else known


def _completed(grammar: Grammar, attribution: Attributed) -> Attributed:
    """With the subject of its first word: "According to X, Kirby [announced that …]"."""
    if not attribution.content or attribution.source is None:
        return attribution
    (start, end), *rest = attribution.content
    if grammar.pos[start] not in ("VERB", "AUX"):
        return attribution
    head = start if grammar.pos[start] == "VERB" else grammar.head[start]
    lacking = grammar.child(head, "nsubj", "nsubj:pass")
    if lacking is None or lacking >= start or grammar.sentence[lacking] != grammar.sentence[start]:
        return attribution
    first = source_span(grammar, lacking)[0]
    source = attribution.source
    if source[0] < first < source[1] and grammar.pos[first - 1] == "PUNCT":
        source = (source[0], first - 1)  # "According to CPA and others, [Verreni claimed …]"
    if any(touch((first, start), s) for s in (source, attribution.cue)):
        return attribution
    return replace(attribution, source=source, content=((first, end), *rest))


def _verb_of(grammar: Grammar, cue: TokenSpan) -> int | None:
    verbs = [t for t in range(*cue) if grammar.pos[t] == "VERB" and verb(grammar.words[t])]
    return verbs[0] if verbs else None


def _coordinated(grammar: Grammar, a: Attributed, by_cue: dict[int, Found]) -> list[Attributed]:
    """ "U.S. leaders warned against A and pressed for B" is two."""
    head = _verb_of(grammar, a.cue) if a.cue else None
    if head is None:
        return [a]
    inside = tokens_of(a.content)
    more = [
        by_cue[c]
        for c in grammar.all(head, "conj")
        if c in inside and c in by_cue and grammar.child(c, "nsubj", "nsubj:pass") is None
    ]
    for other in more:
        cut = grammar.first[other.cue[0]]
        content = tuple((s, min(e, cut)) for s, e in a.content if s < cut)
        if content and (content[-1][1] > content[-1][0]):
            a = replace(a, content=content)
        else:
            more = []
    return [a, *(Attributed(a.source or f.source, f.cue, f.content, RULE) for f in more)]


def _reassign(ledger: Ledger, found: Found) -> None:
    """A piece that another verb introduces is that verb's: "…, where it says [the group has …]"."""
    if found.kind not in ("clause", "infinitive", "noun") or ledger.holding(found.cue):
        return
    for number in ledger.holding(found.content[0]):
        a = ledger.known[number]
        piece = next((p for p in a.content if alike([p], found.content)), None)
        if piece is not None and len(a.content) > 1 and 0 <= piece[0] - found.cue[1] <= 2:
            ledger.put(number, replace(a, content=tuple(p for p in a.content if p != piece)))
            ledger.add(Attributed(found.source, found.cue, (piece,), RULE))
            return


def _widen(grammar: Grammar, ledger: Ledger, found: Found) -> None:
    """ "Austin said X, said the official": what the official said is that Austin said X."""
    if found.kind != "clause" or ledger.named(found.cue):
        return
    for number in ledger.holding(found.content[0]):
        a = ledger.known[number]
        if a.cue is None or touch(a.source, found.source) or not alike(a.content, found.content):
            continue
        spans = (found.source, found.cue, *a.content)
        whole = min(s[0] for s in spans), max(s[1] for s in spans)
        later = found.cue[1] <= a.content[0][0] and a.content[-1][1] <= a.cue[0]
        if (later or grammar.words[a.cue[0]] == "according") and not touch(whole, a.cue):
            ledger.put(number, replace(a, content=(whole,)))
            ledger.add(Attributed(found.source, found.cue, a.content, RULE))
            return


def _continue(grammar: Grammar, ledger: Ledger, by_cue: dict[int, Found]) -> None:
    """ "U.S. leaders warned against A and pressed for B": the second verb, where nobody has it."""
    for a in list(ledger.known):
        head = _verb_of(grammar, a.cue) if a.cue else None
        for verb_after in grammar.all(head, "conj") if head is not None else ():
            found = by_cue.get(verb_after)
            if found is None or found.word.attitude or grammar.child(verb_after, "nsubj"):
                continue
            taken = [ledger.named(found.cue), *map(ledger.holding, (found.cue, *found.content))]
            if not any(taken):
                ledger.add(Attributed(a.source or found.source, found.cue, found.content, RULE))
