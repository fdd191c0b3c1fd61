"""What coordinated passive verbs share: who did it, and the phrases that say how and where.

"12 are killed and 30 others are injured by gunmen in raids": the gunmen and the raids belong to
both, wherever the parse hangs them.
"""

from __future__ import annotations

from onrecord.reader.events.governing import HARMED, HIGH, LINKED, SUBJECTS, by_agent, passive
from onrecord.reader.grammar import Grammar


def agent(grammar: Grammar, verb: int) -> int | None:
    """ "who was captured and killed by rebels": the agent of both, wherever the parse hangs it."""
    if (own := by_agent(grammar, verb)) is not None:
        return own
    found = [by_agent(grammar, one) for one in joined(grammar, verb)]
    return next((a for a in found if a is not None and a > verb), None)


def joined(grammar: Grammar, verb: int) -> list[int]:
    """The passive verbs that share the subject of a passive verb: "was captured and killed"."""
    head = grammar.head[verb]
    linked = [head, *grammar.all(head, "conj")] if grammar.dep[verb] == "conj" else []
    linked += grammar.all(verb, "conj")
    return [
        c
        for c in linked
        if c != verb
        and grammar.pos[c] == "VERB"
        and (c == head or grammar.child(c, *SUBJECTS) is None)
        and passive(grammar, c)
    ]


def harmed_with(grammar: Grammar, verb: int) -> list[int]:
    """ "12 are killed, 30 are injured and a road is cut in raids": verbs that share phrases."""
    if grammar.words[verb] not in HARMED:
        return []
    first = verb
    for _ in range(HIGH):
        if grammar.dep[first] not in LINKED or grammar.pos[grammar.head[first]] != "VERB":
            break
        first = grammar.head[first]
    shared = [c for at in (first, verb) for c in grammar.all(at, *LINKED) if c > verb]
    shared += [x for c in shared for x in grammar.all(c, "xcomp")]  # "others are reported missing"
    return [
        c
        for c in dict.fromkeys(shared)
        if grammar.words[c] in HARMED or (grammar.pos[c] == "VERB" and _is_said_done(grammar, c))
    ]


def _is_said_done(grammar: Grammar, verb: int) -> bool:
    """ "a road is cut"; not "the driver was arrested by police"."""
    return passive(grammar, verb) and by_agent(grammar, verb) is None
