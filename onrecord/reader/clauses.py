"""What part a mention plays in its clause, and how two mentions stand to each other in the tree.

In: tokens of a parsed Doc. Out: words for parts ("subject", "possessor"…), and answers to what
binding asks: is this the subject of a clause the other stands in, are both arguments of one verb?
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.reader.referents import Spot

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PARTS: Final = {
    "nmod:poss": "possessor",
    "appos": "apposition",
    "nmod": "modifier",
    "compound": "modifier",
    "ROOT": "root",
    "obj": "object",
    "iobj": "object",
}
ARGUMENTS: Final = frozenset("nsubj nsubj:pass obj iobj obl obl:agent".split())
# What makes a clause of a verb, by its tie to the verb above it.
CLAUSES: Final = frozenset("ccomp xcomp advcl acl acl:relcl conj parataxis csubj".split())
LOWER: Final = CLAUSES - {"conj", "parataxis"}
WITHIN: Final = frozenset("appos compound nmod:desc".split())  # what only a noun can have
SUBJECTS: Final = frozenset("nsubj nsubj:pass nsubj:outer csubj csubj:pass expl".split())
FAR: Final = 40  # no clause is deeper


def phrase_head(doc: Doc, spot: Spot) -> Token:
    """ "White House spokesman John Roe": however the parse has it, the part is the whole's."""
    token = doc[spot.head]
    while (
        token.dep_ in ("appos", "flat", "compound", "nmod:desc")
        and spot.low <= token.head.i < spot.high
        and token.head.i != token.i
    ):
        token = token.head
    return token


def part(token: Token) -> str:
    """The part a mention plays in its clause."""
    dep = token.dep_
    if dep in ("flat", "conj") and token.head.i != token.i:
        return part(token.head)
    return "subject" if is_subject(token) else PARTS.get(dep, "oblique")


def is_subject(token: Token) -> bool:
    """Whether a token is a clause's subject; also where the parse hangs "presidential nominee Jane
    Roe" on the verb as if on a name, and gives the verb no subject.
    """
    if token.dep_.startswith("nsubj"):
        return True
    over = token.head
    if token.dep_ not in WITHIN or over.pos_ != "VERB" or token.i > over.i:
        return False
    return token.pos_ in ("NOUN", "PROPN") and not any(c.dep_ in SUBJECTS for c in over.children)


def verb(token: Token) -> int | None:
    """The verb a mention is an argument of."""
    return int(token.head.i) if token.dep_ in ARGUMENTS or is_subject(token) else None


def chain(token: Token) -> list[Token]:
    """The words a token hangs on, itself first, the root last."""
    found = [token]
    while found[-1].head.i != found[-1].i and len(found) < FAR:
        found.append(found[-1].head)
    return found


def subjects_above(over: list[Token]) -> list[tuple[int, str]]:
    """The subjects of the clauses a token stands in, nearest first, each with what ties the
    token's clause to theirs ("own" if it is the same): "Roe said that *he* …" gives Roe, "ccomp".
    """
    found, tie = [], "own"
    for below, above in zip([over[0], *over], over, strict=False):
        if below.i != above.i and below.dep_ in CLAUSES:
            tie = below.dep_
        for child in above.children:
            if is_subject(child) and child.i not in (below.i, over[0].i):
                found.append((int(child.i), tie))
    return found


def relative_heads(over: list[Token]) -> list[int]:
    """The nouns whose relative clauses a token stands in: "Roe, who sold *his* …"."""
    return [int(t.head.i) for t in over if t.dep_ in ("acl:relcl", "acl")]


def commands(token: Token, other: Token) -> bool:
    """ "*He* said Roe …": the pronoun is an argument of a verb that the other stands under."""
    if token.dep_ not in ("nsubj", "nsubj:pass", "obj", "iobj"):
        return False
    return token.head.is_ancestor(other) and not other.is_ancestor(token)


def preposition(token: Token) -> str:
    """The word that ties a mention to what it hangs on: "with" in "a talk with Roe"."""
    return next((t.lower_ for t in token.lefts if t.dep_ == "case" and t.lower_ != "'s"), "")


def joined(token: Token) -> bool:
    """ "Roe and Doe": one of several."""
    return token.dep_ == "conj" or any(c.dep_ == "conj" and c.pos_ != "VERB" for c in token.rights)


def rank(token: Token) -> str:
    """Whether a mention stands in the main clause of its sentence or in a lower one."""
    for above in chain(token)[1:]:
        if above.dep_ in LOWER:
            return "lower"
    return "main"
