"""Shapes of phrases that say whether something is real: "the first to", "anyone who"."""

from __future__ import annotations

import re
from typing import Final

from onrecord.reader.cues import verb
from onrecord.reader.events import status_words as known
from onrecord.reader.events.tenses import SUBJECTS, form, present
from onrecord.reader.grammar import Grammar

_ORDINAL: Final = re.compile(
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|latest|only"
    r"|[0-9]{1,4}(?:st|nd|rd|th)"
)
_STAGES: Final = frozenset(
    "phase stage round wave bout series spate spell period escalation resumption surge".split()
)
_THE: Final = frozenset({"the", "this", "that", "these", "those", "both"})


def whoever(grammar: Grammar, token: int) -> bool:
    """ "Any foreigner who arrests a citizen": nobody in particular."""
    while grammar.dep[token] == "conj":
        token = grammar.head[token]
    head = grammar.head[token]
    if grammar.dep[token] != "acl:relcl" or not present(grammar, token):
        return False
    before = (grammar.words[t] for t in (head, *grammar.all(head, "det")))
    return any(w in known.ANYBODY for w in before)


def staged(grammar: Grammar, token: int) -> bool:
    """ "A new phase of heavy fighting is expected": the fighting is real where the phase is."""
    head = grammar.head[token]
    inside = grammar.dep[token] == "nmod" and grammar.case(token) == "of"
    return inside and grammar.words[head].removesuffix("s") in _STAGES


def proposed(grammar: Grammar, token: int) -> bool:
    """ "A bill imposing sanctions" imposes none yet; "a bill urging peace" does urge."""
    head = grammar.head[token]
    return (
        grammar.dep[token] == "acl"
        and form(grammar.words[token]) == "ing"
        and grammar.words[head].removesuffix("s") in known.PROPOSALS
        and verb(grammar.words[token]) is None
    )


def nominal(grammar: Grammar, token: int) -> bool:
    """Whether it is a noun, also where the parse has "his refusal to leave" for a verb."""
    if grammar.pos[token] in ("NOUN", "PROPN"):
        return True
    word = grammar.words[token]
    owned = grammar.child(token, "nmod:poss", "det") is not None
    return owned and known.noun(word) is not None and not known.verbs(word)


def one_of_a_row(grammar: Grammar, noun: int) -> bool:
    """ "The first to leave", "the 60th state to ratify the treaty"."""
    of_row = [t for n in (noun, *grammar.all(noun, "xcomp")) for t in _with_rank(grammar, n)]
    return any(_ORDINAL.fullmatch(grammar.words[t]) for t in of_row)


def modifying(grammar: Grammar, child: int) -> list[str]:
    """The word itself, and those below a time that owns the noun: "next week's visit"."""
    if grammar.dep[child] == "nmod:poss":
        times = [grammar.words[t] for t in grammar.below(child)]
        return [t for t in times if t in ("next", "tomorrow", "coming", "upcoming")]
    return [grammar.words[child]] if grammar.dep[child] != "acl" else []


def definite(grammar: Grammar, noun: int) -> bool:
    determiner = grammar.child(noun, "det")
    if determiner is not None and grammar.words[determiner] in _THE:
        return True
    return grammar.child(noun, "nmod:poss") is not None


def relative(grammar: Grammar, token: int) -> bool:
    subject = grammar.child(token, *SUBJECTS)
    return subject is not None and grammar.words[subject] in ("who", "which", "that")


def _with_rank(grammar: Grammar, noun: int) -> list[int]:
    return [noun, *grammar.all(noun, "amod", "nummod")]
