"""A number in, whose count it is by its own words: "Meravia's own figure of six" is Meravia's.

A count has an owner ("the ministry's estimate of 40 dead", "has not changed its own figure of
six"), or a clause says who gives it ("the 14 dead that Kestria reports", "the figure of six given
by Meravia"). "By Kestria's count" speaks of its whole clause, as "according to" does. A "toll" is
as often what was suffered: only an "own" one is a count.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from onrecord.reader.cues import table
from onrecord.reader.frames import RELATIVE, source_span, subject
from onrecord.reader.grammar import NOMINAL, Grammar
from onrecord.reader.labels import TokenSpan

RECKONINGS: Final = table(
    """
    count counts figure figures estimate estimates tally tallies reckoning calculation calculations
    """
)
SUFFERED: Final = table(
    "toll tolls number numbers total totals"
)  # counts where they are one's "own"
OWNERS: Final = ("nmod:poss",)
OF: Final = table("of at")
IN: Final = table("of at in on by with")
STANDING: Final = table(
    """
    stand stands stood remain remains remained reach reaches reached rise rises rose risen come
    comes came climb climbs climbed fall falls fell fallen amount amounts amounted include includes
    included exceed exceeds exceeded top tops topped
    """
)
BY: Final = table("by per on")  # "by Kestria's count"
# "recorded as 6.4 by the survey": passive, of any number behind one of the prepositions
MEASURING: Final = table("recorded measured estimated put placed registered calculated rated")
MEASURED_AT: Final = table("as at to")
# "the 14 dead that Kestria reports": of anything; "the figure of six it gives": of a count alone
TELLING: Final = table(
    """
    count counts counted report reports reported claim claims claimed estimate estimates estimated
    tally tallied say says said
    """
)
GIVING: Final = table(
    "give gives gave given cite cites cited publish publishes published put puts announce announced"
    " provide provides provided release released leaked"
)
LOST: Final = table("dead killed wounded injured missing displaced casualties deaths")
PRONOUNS: Final = table("its his her their")
HIGHEST: Final = 4  # heads above a number that are looked at


def counter(grammar: Grammar, token: int) -> int | None:
    """The token of the one whose count the number is, who may be a possessive pronoun."""
    above = list(_above(grammar, token))
    for at in above:
        owner = _owner(grammar, at) or _counted(grammar, at, _is_count(grammar, at))
        if owner is not None:
            return owner
    top = above[-1] if above else token
    return _of_subject(grammar, top) or _measured_by(grammar, top)


def _measured_by(grammar: Grammar, top: int) -> int | None:
    """ "The survey" of "was recorded as 6.4 by the survey"."""
    verb = grammar.head[top]
    if grammar.words[verb] not in MEASURING or grammar.case(top) not in MEASURED_AT:
        return None
    agent = grammar.child(verb, "obl:agent")
    passive = grammar.child(verb, "aux:pass", "nsubj:pass") is not None
    return agent if passive and agent is not None and grammar.pos[agent] in NOMINAL else None


def by_counts(grammar: Grammar) -> Iterator[tuple[int, int]]:
    """Every "by X's count": its preposition and the token of X."""
    for at, word in enumerate(grammar.words):
        if word in RECKONINGS and grammar.case(at) in BY:
            owner = grammar.child(at, *OWNERS)
            marker = grammar.child(at, "case")
            if owner is not None and marker is not None and marker < owner:
                yield marker, owner


def whose(grammar: Grammar, owner: int) -> TokenSpan:
    """The words of an owner; "its own" is what the clause is about: "Kestria stands by its own"."""
    count = grammar.head[owner]
    phrase = grammar.case(count) in BY
    if grammar.words[owner] in PRONOUNS and (phrase or _own(grammar, count)):
        doer = _doer(grammar, count, phrase)
        if doer is not None:
            return source_span(grammar, doer)
    if grammar.pos[owner] == "PRON":
        return owner, owner + 1
    first, last = source_span(grammar, owner)
    while last - 1 > owner and grammar.words[last - 1] in ("'s", "’s", "'", "’"):
        last -= 1
    return first, last


def _above(grammar: Grammar, token: int) -> Iterator[int]:
    """The number and the nouns it belongs to: "14", "dead", "count" of "the count of 14 dead"."""
    for _ in range(HIGHEST):
        yield token
        head, relation = grammar.head[token], grammar.dep[token]
        inside = relation in ("nummod", "compound", "appos", "amod", "nmod:unmarked")
        inside = inside or (relation == "nmod" and grammar.case(token) in IN)
        inside = inside or (head == token + 1 and grammar.words[head] in LOST)  # "14 dead"
        if head == token or not inside or grammar.pos[head] not in (*NOMINAL, "ADJ"):
            return
        token = head


def _is_count(grammar: Grammar, token: int) -> bool:
    return grammar.words[token] in RECKONINGS | SUFFERED | LOST or grammar.pos[token] == "NUM"


def _own(grammar: Grammar, noun: int) -> bool:
    return any(grammar.words[c] == "own" for c in grammar.all(noun, "amod"))


def _owner(grammar: Grammar, noun: int) -> int | None:
    """ "Meravia" of "Meravia's own figure"."""
    word = grammar.words[noun]
    if word in RECKONINGS or (word in SUFFERED and _own(grammar, noun)):
        return grammar.child(noun, *OWNERS)
    return None


def _counted(grammar: Grammar, noun: int, count: bool) -> int | None:
    """ "the 14 dead that Kestria reports", "the figure of six given by Meravia"."""
    for clause in grammar.all(noun, "acl:relcl", "acl"):
        word = grammar.words[clause]
        if clause < noun or not (word in TELLING or (count and word in GIVING)):
            continue
        agent = grammar.child(clause, "obl:agent")
        who = agent if agent is not None else grammar.child(clause, "nsubj")
        if who is not None and grammar.words[who] not in RELATIVE and grammar.pos[who] in NOMINAL:
            return who
    return None


def _of_subject(grammar: Grammar, top: int) -> int | None:
    """ "Kestria's count is 14", "Meravia's own figure stands at six"."""
    if grammar.child(top, "cop") is not None:
        verb = top
    else:
        verb = grammar.head[top]
        standing = grammar.words[verb] in STANDING and grammar.dep[top] in ("obl", "obj")
        if not standing or (grammar.dep[top] == "obl" and grammar.case(top) not in OF | {"to"}):
            return None
    noun = grammar.child(verb, "nsubj")
    if noun is None:
        return None
    return _owner(grammar, noun) or _counted(grammar, noun, _is_count(grammar, noun))


def _doer(grammar: Grammar, noun: int, after: bool) -> int | None:
    """Who does what is done with something: "Meravia" of "Meravia stands by its own figure".

    He may stand ``after`` it: "By its own count, Meravia has lost six".
    """
    at = noun
    for _ in range(HIGHEST):
        if grammar.head[at] == at:
            return None
        if grammar.dep[at].startswith("nsubj"):
            return None  # "Its own figure has not changed."
        at = grammar.head[at]
        if grammar.pos[at] == "VERB":
            doer = subject(grammar, at)
            known = doer is not None and grammar.pos[doer] in NOMINAL and (after or doer < noun)
            return doer if known else None
    return None
