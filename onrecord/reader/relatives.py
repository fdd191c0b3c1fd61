"""A relative pronoun in, the words it stands for out: "listeners who said" are the listeners.

Nothing where the parse gives no noun, and where it may be one of several or all of them: "Mr. Roe
and Mr. Doe, who sent a letter". Then the pronoun stays a source that is unclear.
"""

from __future__ import annotations

from typing import Final

from onrecord.reader.frames import RELATIVE, source_span
from onrecord.reader.grammar import Grammar
from onrecord.reader.labels import TokenSpan
from onrecord.reader.nouns import NOUNS
from onrecord.reader.roles import person_ending, singular

HIGHEST: Final = 4  # clauses between the pronoun and what it stands for
NAMING: Final = ("NOUN", "PROPN", "NUM")
MARKS: Final = (",", "(", "–", "—", "-")
FAR: Final = 8  # words that may stand between the two: "the envoy of Ishel to the talks, who"


def antecedent(grammar: Grammar, token: int) -> TokenSpan | None:
    """The tokens that a relative pronoun stands for."""
    word = grammar.words[token]
    if word not in RELATIVE:
        return None
    clause = token
    for _ in range(HIGHEST):
        if grammar.dep[clause] == "acl:relcl":
            break
        clause = grammar.head[clause]
    noun = _somebody(grammar, grammar.head[clause], word)
    if grammar.dep[clause] != "acl:relcl" or grammar.pos[noun] not in NAMING or noun > token:
        return None
    joined = grammar.dep[noun] == "conj" or any(c < token for c in grammar.all(noun, "conj"))
    if joined or token - noun > FAR or (word == "who" and not _person(grammar, noun)):
        return None
    first, last = source_span(grammar, noun)
    last = min(max(last, _end(grammar, noun, token)), token)
    while last - 1 > noun and grammar.pos[last - 1] in ("PUNCT", "SPACE", "ADP"):
        last -= 1
    return first, last


def unclaused(grammar: Grammar, span: TokenSpan) -> TokenSpan | None:
    """A source without the clause that narrows it with no pronoun: "some listeners [Roe met]"."""
    for token in range(*span):
        first = grammar.first[token]
        if grammar.dep[token] != "acl:relcl" or not span[0] < first <= grammar.last[token]:
            continue
        noun, own = grammar.head[token], grammar.child(token, "nsubj")
        if own is not None and first <= own < token and span[0] <= noun < first:
            bare = not RELATIVE.intersection(grammar.words[first : own + 1])
            if bare and grammar.pos[noun] == "NOUN" and grammar.words[first - 1] not in MARKS:
                return span[0], first
    return None


def _somebody(grammar: Grammar, noun: int, word: str) -> int:
    """The listeners of "listeners to his program who said": "who" are people."""
    above = grammar.head[noun]
    if word == "who" and not _person(grammar, noun) and grammar.dep[noun] == "nmod":
        return above if _person(grammar, above) else noun
    return noun


def _person(grammar: Grammar, noun: int) -> bool:
    word = singular(grammar.words[noun])
    person = NOUNS.get(word) == "unnamed" or person_ending(word) is not None
    return grammar.pos[noun] in ("PROPN", "NUM") or person


def _end(grammar: Grammar, noun: int, token: int) -> int:
    """Where its phrases end: "listeners to his program"."""
    phrases = [c for c in grammar.all(noun, "nmod") if noun < c < token]
    return max((min(grammar.last[c] + 1, token) for c in phrases), default=noun + 1)
