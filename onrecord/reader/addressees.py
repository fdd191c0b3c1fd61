"""Whom a statement was made to: the words at its cue in, the passage naming them out.

"told reporters that …", "telling Palestinians to flee", "accused the US of …": the object of a cue
verb that takes one (see ``cues``), or who follows its "to". Where there is no parse, the words
between cue and content say it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.reader.cues import table, verb
from onrecord.reader.grammar import NOMINAL, Grammar
from onrecord.reader.passages import Stretch, Text, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from onrecord.reader.labels import TokenSpan

SPOKEN_TO = table("say write speak talk complain admit confess confirm explain report announce")
NOT_PEOPLE = table("it this that what which something nothing anything everything")
_UP_TO = re.compile(
    r"\s+(?:that|to|of|in|on|at|during|about|how|why|what|whether|if|for|from|by|after|as|not|with|"
    r"late|early|earlier|last|this|yesterday|today|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|[,:;.“”\"]"
)
_LONGEST = 9


def addressee(
    doc: Doc,
    grammar: Grammar,
    text: Text,
    cue: TokenSpan,
    content: Stretch,
    source: TokenSpan | None,
) -> Stretch | None:
    """The characters naming who is addressed, if the cue takes one."""
    for token in range(*cue):
        word = verb(grammar.words[token])
        if word is None or grammar.pos[token] in ("NOUN", "PROPN"):
            continue
        if "a" in word.takes:
            found = _object(grammar, token, source) if grammar.parsed else None
            if found is None:
                return _between(doc, text, cue, content) if token == cue[1] - 1 else None
            named = _phrase(doc, grammar, text, found)
            return None if "o" in word.takes and named == content else named
        if word.lemma in SPOKEN_TO and grammar.parsed:
            found = _spoken_to(grammar, token)
            return _phrase(doc, grammar, text, found) if found is not None else None
    return None


def _object(grammar: Grammar, token: int, source: TokenSpan | None) -> int | None:
    for child in grammar.all(token, "obj", "iobj", "nsubj:pass"):
        outside = source is None or not source[0] <= child < source[1]
        if outside and grammar.pos[child] in NOMINAL and grammar.words[child] not in NOT_PEOPLE:
            return child
    return None


def _spoken_to(grammar: Grammar, token: int) -> int | None:
    for child in grammar.all(token, "obl"):
        near = token < child <= token + 6
        if near and grammar.case(child) == "to" and grammar.pos[child] in ("PROPN", "NOUN", "PRON"):
            return child
    return None


def _phrase(doc: Doc, grammar: Grammar, text: Text, token: int) -> Stretch | None:
    """The noun phrase of ``token`` without its preposition and relative clauses."""
    last = token
    while last < grammar.last[token]:
        step = last + 1
        top = _top_below(grammar, step, token)
        if top is None or grammar.dep[top] in (
            "acl:relcl",
            "acl",
            "punct",
            "cc",
            "parataxis",
            "advcl",
        ):
            break
        last = step
    first = grammar.first[token]
    while first < token and grammar.dep[first] in ("case", "punct"):
        first += 1
    start, end = trimmed(text, doc[first].idx, doc[last].idx + len(doc[last]))
    return (start, end) if start < end else None


def _top_below(grammar: Grammar, token: int, ancestor: int) -> int | None:
    """The child of ``ancestor`` that ``token`` hangs below."""
    for _ in range(30):
        head = grammar.head[token]
        if head == ancestor:
            return token
        if head == token:
            return None
        token = head
    return None


def _between(doc: Doc, text: Text, cue: TokenSpan, content: Stretch) -> Stretch | None:
    """Without a parse: what follows the cue, up to a preposition, a mark or the content."""
    start = doc[cue[1] - 1].idx + len(doc[cue[1] - 1])
    end = min(content[0], start + 120) if content[0] >= start else start + 80
    stop = _UP_TO.search(text.text, start, end)
    if stop is None and content[0] < start:
        return None
    stretch = trimmed(text, start, stop.start() if stop else end)
    size = len(text.text[stretch[0] : stretch[1]].split())
    return stretch if 0 < size <= _LONGEST else None
