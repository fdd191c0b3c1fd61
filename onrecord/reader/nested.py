"""Attributions in, the same with inner ones out: "Axios reported that Biden believes X".

The network finds one layer. Here the statements inside the contents are found by rule (``frames``),
those cited ("citing U.S. officials") become layers of their own, and ``inside`` says which lies in
which, so that each statement's relayers can be named.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reader.cues import table
from onrecord.reader.frames import Found, frames, source_span
from onrecord.reader.grammar import Grammar, grammar_of
from onrecord.reader.labels import Attributed, Labelled, TokenSpan
from onrecord.reader.mended import RULE, mended, touch
from onrecord.reader.nouns import NOUNS, PLURALS
from onrecord.reader.passages import text_of

INNER_KINDS = table("clause infinitive according")
OUTER_KINDS = table("clause according")
CERTAIN = table("according say tell announce add warn deny declare state report stress vow insist")
NOT_INNER = table(
    """know remember guess mean realize realise imagine sense find show learn decide
    understand see compare identify name define prefer consider determine like need
    """
)
CITED = table("document documents data statement study research findings records")


def with_inner(labelled: Labelled, overlooked: bool = True) -> Labelled:
    """All attributions with ``inside`` set; ``overlooked`` adds certain ones outside contents."""
    grammar = grammar_of(labelled.doc)
    if not grammar.parsed:
        return replace(labelled, attributions=tuple(_placed(list(labelled.attributions))))
    found = list(frames(grammar))
    text = text_of(labelled.doc.text, labelled.quoted)
    starts = [token.idx for token in labelled.doc]
    known = mended(grammar, text, starts, labelled.attributions, found)
    known = _shared_content(grammar, _cited(grammar, known))
    for one in found:
        if _welcome(one, known, overlooked):
            known.append(Attributed(one.source, one.cue, one.content, RULE))
    return replace(labelled, attributions=tuple(_placed(known)))


def _welcome(found: Found, known: list[Attributed], overlooked: bool) -> bool:
    """Whether a found one is new: its cue is nobody's, and it lies in a content or in none."""
    if any(touch(found.cue, a.cue) or touch(found.cue, a.source) for a in known):
        return False
    around = [a for a in known if any(touch(found.cue, piece) for piece in a.content)]
    if around:
        return _speaks(found) and _held(found, around)
    certain = found.kind in OUTER_KINDS and found.word.lemma in CERTAIN
    return overlooked and certain and not any(_same_content(found.content, a) for a in known)


def _speaks(found: Found) -> bool:
    """Whether an inner one is worth a statement: words or a belief put into words, not a wish."""
    if found.word.lemma in NOT_INNER or (found.word.attitude and found.kind != "clause"):
        return False
    return found.kind in INNER_KINDS or (found.kind == "object" and "d" in found.word.takes)


def _held(found: Found, around: list[Attributed]) -> bool:
    """Whether source and content both lie in one content."""
    return any(
        all(_covered(span, a.content) for span in (found.source, *found.content)) for a in around
    )


def _covered(span: TokenSpan, content: tuple[TokenSpan, ...]) -> bool:
    tokens = set(range(*span))
    shared = sum(t in tokens for a, b in content for t in range(a, b))
    return shared >= 0.8 * len(tokens)


def _size(content: tuple[TokenSpan, ...]) -> int:
    return sum(b - a for a, b in content)


def _same_content(content: tuple[TokenSpan, ...], other: Attributed) -> bool:
    tokens = {t for a, b in content for t in range(a, b)}
    others = {t for a, b in other.content for t in range(a, b)}
    return len(tokens & others) > 0.5 * min(len(tokens), len(others))


def _cited(grammar: Grammar, known: list[Attributed]) -> list[Attributed]:
    """ "Axios, citing U.S. officials, reported …": the officials are a source of Axios's words."""
    for token, word in enumerate(grammar.words):
        if word not in ("citing", "quoting"):
            continue
        named = grammar.child(token, "obj")
        if named is None or not _is_source(grammar, named):
            continue
        outer = _governing(grammar, token, known)
        if outer is None:
            continue
        source = source_span(grammar, named)
        known = [a for a in known if not touch(a.cue, (token, token + 1))]
        content = tuple(p for p in outer.content if not touch(p, source)) or outer.content
        known.append(Attributed(source, (token, token + 1), content, outer.score))
    return known


def _is_source(grammar: Grammar, token: int) -> bool:
    word = grammar.words[token]
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
    return same and _same_content(outer.content, inner)


def _merged(spans: list[TokenSpan]) -> tuple[TokenSpan, ...]:
    merged: list[TokenSpan] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _placed(known: list[Attributed]) -> list[Attributed]:
    """Each with the number of the smallest attribution that holds it."""
    return [replace(a, inside=_holder(number, a, known)) for number, a in enumerate(known)]


def _holder(number: int, inner: Attributed, known: list[Attributed]) -> int | None:
    if inner.cue is None:
        return None
    best: int | None = None
    for index, outer in enumerate(known):
        if index == number or not _holds(outer, inner, (index, number)):
            continue
        if best is None or _size(outer.content) <= _size(known[best].content):
            best = index
    return best


def _holds(outer: Attributed, inner: Attributed, order: tuple[int, int]) -> bool:
    """Whether ``inner`` lies in the content of ``outer``, or cites for the same content."""
    if outer.content == inner.content:
        return order[0] < order[1]
    spans = [s for s in (inner.cue, inner.source) if s]
    return all(_covered(s, outer.content) for s in spans) and _size(outer.content) > _size(
        inner.content
    )
