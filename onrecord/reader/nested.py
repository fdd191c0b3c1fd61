"""Attributions in, the same with inner ones out: "Axios reported that Biden believes X".

The network finds one layer. Here the statements inside the contents are found by rule (``frames``),
those cited ("citing U.S. officials") become layers of their own, and ``inside`` says which lies in
which, so that each statement's relayers can be named.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from onrecord.reader.cues import table
from onrecord.reader.frames import Found, frames, source_span, uttered
from onrecord.reader.grammar import Grammar, grammar_of
from onrecord.reader.introduced import with_introduced
from onrecord.reader.labels import Attributed, Labelled, TokenSpan
from onrecord.reader.ledger import Ledger, covered, cut, overlapping, size, touch
from onrecord.reader.mended import RULE, mended
from onrecord.reader.nouns import NOUNS, PLURALS
from onrecord.reader.passages import Text, text_in
from onrecord.reader.quoting import by_quotation
from onrecord.reader.signed import with_signed

INNER_KINDS = table("clause infinitive according")
OUTER_KINDS = table("clause according")
CERTAIN = table(
    "according say tell announce add warn deny declare state report stress vow insist rule caution"
)
SPEAKING = table(
    """
    say call_for urge warn threaten promise deny refuse accuse criticize praise announce demand
    order claim agree
    """
)
LONGEST_TITLE = 130
SENTENCE = 4  # words of a quotation that is no name
ADDRESSED = table("tell urge order instruct warn")
NOT_INNER = table(
    """know remember guess mean realize realise imagine sense find show learn decide
    understand see compare identify name define prefer consider determine like need
    """
)
GROUNDS = table("rule rules law laws policy policies concern concerns reason reasons need lack")
CITED = table("document documents data statement study research findings records")


def with_inner(labelled: Labelled, overlooked: bool = True) -> Labelled:
    """All attributions with ``inside`` set; ``overlooked`` adds certain ones outside contents."""
    grammar = grammar_of(labelled.doc)
    if not grammar.parsed:
        return replace(labelled, attributions=_placed(Ledger(labelled.attributions)))
    text = text_in(labelled.doc, labelled.quoted)
    starts = [token.idx for token in labelled.doc]
    found = [f for f in frames(grammar) if not _crossing(text, starts, f)]
    found = [f for f in found if not _joined(grammar, f)]
    said = by_quotation(text, starts, with_signed(text, starts, labelled.attributions))
    said = with_introduced(grammar, text, starts, said)
    known = mended(grammar, text, starts, said, found)
    known = _shared_content(grammar, _cited(grammar, known))
    ledger = Ledger(known)
    title = _title(text, starts)
    for one in found:
        sure = overlooked and (_certain(one) or (one.cue[1] <= title and _in_headline(one)))
        if uttered(grammar, one.cue[0]) and _welcome(one, ledger, sure):
            ledger.add(Attributed(one.source, one.cue, one.content, RULE))
    return replace(labelled, attributions=_placed(ledger))


def _crossing(text: Text, starts: list[int], found: Found) -> bool:
    """Whether the parse takes someone inside a quotation for who speaks outside of it:
    "“Haske knows,” Lorn said, adding …"."""
    source, cue = starts[found.source[0]], starts[found.cue[0]]
    around = (q for q in text.quotations(source, source + 1) if q.start <= source < q.end)
    words = (text.text[q.start : q.end].split() for q in around if not q.start <= cue < q.end)
    return any(len(w) >= SENTENCE for w in words)


def _joined(grammar: Grammar, found: Found) -> bool:
    """Whether all it says is joined to what another says: "he said many [doubted] her, but that
    she did not".
    """
    first = found.content[0][0]
    opening = grammar.words[first : first + 2]
    joined = first >= found.cue[1] and opening[0] in ("and", "but", "or", "nor")
    return joined and opening != ("and", "that")


def _welcome(found: Found, ledger: Ledger, sure: bool) -> bool:
    """Whether a found one is new: its cue is nobody's, and it lies in a content or in none."""
    if ledger.named(found.cue):
        return False
    around = [ledger.known[n].content for n in ledger.holding(found.cue)]
    if around:
        spans = (found.source, *found.content)
        return _speaks(found) and any(all(covered(s, c) for s in spans) for c in around)
    if not sure:
        return False
    rivals = {n for span in found.content for n in ledger.holding(span)}
    return not any(overlapping(found.content, ledger.known[n].content) for n in rivals)


def _title(text: Text, starts: list[int]) -> int:
    """The tokens of the headline: a first paragraph that is no sentence."""
    start, end = next(iter(text.paragraphs), (0, 0))
    headline = end - start <= LONGEST_TITLE and text.text[start:end].rstrip()[-1:] not in (".", "!")
    return bisect_left(starts, end) if headline and len(text.paragraphs) > 1 else 0


def _in_headline(found: Found) -> bool:
    """Whether a headline's verb speaks: "Haske vows to reopen bridge", "Police deny shooting"."""
    return found.kind != "noun" and not found.word.attitude and found.word.act in SPEAKING


def _certain(found: Found) -> bool:
    """Whether to trust the grammar where the network saw nothing."""
    lemma = found.word.lemma
    told = found.kind == "infinitive" and lemma in ADDRESSED
    return told or (found.kind in OUTER_KINDS and lemma in CERTAIN)


def _speaks(found: Found) -> bool:
    """Whether an inner one is worth a statement: words or a belief put into words, not a wish."""
    if found.word.lemma in NOT_INNER or (found.word.attitude and found.kind != "clause"):
        return False
    return found.kind in INNER_KINDS or (found.kind == "object" and "d" in found.word.takes)


def _cited(grammar: Grammar, known: list[Attributed]) -> list[Attributed]:
    """ "Axios, citing U.S. officials, reported …": the officials are a source of Axios's words."""
    for token in (t for t, word in enumerate(grammar.words) if word in ("citing", "quoting")):
        named = grammar.child(token, "obj")
        outer = _governing(grammar, token, known)
        if named is not None and grammar.words[named] in GROUNDS:
            known = [a for a in known if not touch(a.cue, (token, token + 1))]
        if named is None or outer is None or not _is_source(grammar, named):
            continue
        source = source_span(grammar, named)
        known = [a for a in known if not touch(a.cue, (token, token + 1))]
        content = cut(outer.content, [(token, source[1])]) or outer.content
        known.append(Attributed(source, (token, token + 1), content, outer.score))
    return known


def _is_source(grammar: Grammar, token: int) -> bool:
    word = grammar.words[token]
    if word in GROUNDS:
        return False
    named = grammar.pos[token] == "PROPN" or word in CITED
    return named or any(w in NOUNS for w in (word, word.removesuffix("s"), PLURALS.get(word, word)))


def _governing(grammar: Grammar, token: int, known: list[Attributed]) -> Attributed | None:
    """The attribution in whose sentence someone is cited, by the nearest cue."""
    sentence = grammar.sentence[token]
    here = [
        a
        for a in known
        if a.cue
        and grammar.sentence[a.cue[0]] == sentence
        and not touch(a.cue, (token, token + 1))
        and not any(touch(p, (token, token + 1)) for p in a.content)
    ]
    return min(here, key=lambda a: abs(a.cue[0] - token) if a.cue else 0, default=None)


def _shared_content(grammar: Grammar, known: list[Attributed]) -> list[Attributed]:
    """ "X said that Y, according to Z": what Z gives is that X said so."""
    widened = []
    for a in known:
        if a.cue and a.content and grammar.words[a.cue[0]] == "according":
            for b in known:
                if b is not a and b.cue and b.source and _speaks_within(grammar, a, b):
                    whole = sorted([*a.content, b.source, b.cue, *b.content])
                    a = replace(a, content=_merged(whole))
        widened.append(a)
    return widened


def _speaks_within(grammar: Grammar, outer: Attributed, inner: Attributed) -> bool:
    if outer.cue is None or inner.cue is None or grammar.words[inner.cue[0]] == "according":
        return False
    same = grammar.sentence[outer.cue[0]] == grammar.sentence[inner.cue[0]]
    return same and overlapping(outer.content, inner.content)


def _merged(spans: list[TokenSpan]) -> tuple[TokenSpan, ...]:
    merged: list[TokenSpan] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _placed(ledger: Ledger) -> tuple[Attributed, ...]:
    """Each with the number of the smallest attribution that holds it."""
    return tuple(
        replace(a, inside=_holder(number, a, ledger)) for number, a in enumerate(ledger.known)
    )


def _holder(number: int, inner: Attributed, ledger: Ledger) -> int | None:
    if inner.cue is None:
        return None
    near = {*ledger.holding(inner.cue), *ledger.holding(inner.content[0])} - {number}
    outer = [n for n in near if _holds(ledger.known[n], inner, n < number)]
    return min(outer, key=lambda n: (size(ledger.known[n].content), -n), default=None)


def _holds(outer: Attributed, inner: Attributed, first: bool) -> bool:
    """Whether ``inner`` lies in the content of ``outer``, or cites for the same content."""
    if outer.content == inner.content:
        return first
    spans = [s for s in (inner.cue, inner.source) if s]
    larger = size(outer.content) > size(inner.content)
    return larger and all(covered(s, outer.content) for s in spans)
