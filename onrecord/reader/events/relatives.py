"""Whom "who" and "which" stand for: a verb of a relative clause in, a head token out."""

from __future__ import annotations

from typing import Final

from onrecord.reader.cues import table
from onrecord.reader.grammar import NOMINAL, Grammar
from onrecord.reader.roles import singular

HELPING: Final = ("aux", "aux:pass", "cop")
SINGULAR: Final = table("is was has")


def antecedent(grammar: Grammar, verb: int) -> int | None:
    """What "who" and "which" stand for: the noun that the relative clause hangs on."""
    for _ in range(4):
        head = grammar.head[verb]
        if grammar.dep[verb] == "acl:relcl":
            if grammar.pos[head] not in NOMINAL:
                return None
            one = _one_of_them(grammar, verb, head)
            return _whoever_is(grammar, head) if one is None else one
        if head == verb:
            return None
        verb = head
    return None


def _one_of_them(grammar: Grammar, verb: int, noun: int) -> int | None:
    """ "men like Roe, who was shot": Roe, whatever the parse hangs the clause on."""
    helping = {grammar.words[c] for c in grammar.all(verb, *HELPING)}
    several = grammar.pos[noun] == "NOUN" and singular(grammar.words[noun]) != grammar.words[noun]
    if not several or not helping & SINGULAR:
        return None
    inner = [c for c in grammar.all(noun, "nmod", "appos") if noun < c < verb]
    named = [c for c in inner if grammar.pos[c] == "PROPN" and grammar.child(c, "conj") is None]
    return named[-1] if named else None


def _whoever_is(grammar: Grammar, noun: int) -> int:
    """ "Roe is a liar, a racist and a birther who vows to ban …": Roe vows."""
    top = noun
    while grammar.dep[top] == "conj":
        top = grammar.head[top]
    said_of = grammar.child(top, "nsubj") if grammar.child(top, "cop") is not None else None
    return noun if said_of is None else said_of
