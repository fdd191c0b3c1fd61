"""Participles as headlines have them: "Reporter shot dead in Varn", "Three killed, two injured".

Nothing in the form says that they are passive, and the parse often takes whom it happened to for
whoever did it. In: a ``Grammar`` and a verb. Out: whether it is such a participle, and the number
that stands for those it happened to.
"""

from __future__ import annotations

from typing import Final

from onrecord.reader.cues import table
from onrecord.reader.grammar import Grammar

SUFFERING: Final = table(
    """
    killed injured wounded hurt arrested detained rescued hospitalized hospitalised displaced
    kidnapped abducted evacuated jailed
    """
)
# What may stand behind "shot dead" where it has no object: "shot dead in Varn".
_NO_OBJECT: Final = ("ADP", "PUNCT", "SPACE", "ADV", "SCONJ", "CCONJ", "VERB", "AUX", "X")


def reduced(grammar: Grammar, verb: int) -> bool:
    """Whether a verb without "was" is a participle that is told of its subject."""
    if grammar.child(verb, "obj", "iobj", "aux") is not None:
        return False
    return _shot_dead(grammar, verb) or counted_before(grammar, verb) is not None


def _shot_dead(grammar: Grammar, verb: int) -> bool:
    if grammar.words[verb : verb + 2] != ("shot", "dead"):
        return False
    return all(p in _NO_OBJECT for p in grammar.pos[verb + 2 : verb + 3])


def counted_before(grammar: Grammar, verb: int) -> int | None:
    """ "Three" of "Three killed, two others injured", where the verb has no subject before it."""
    if not verb or grammar.words[verb] not in SUFFERING:
        return None
    before = verb - 1
    number = grammar.pos[before] == "NUM" and grammar.head[before] == verb
    return before if number and grammar.dep[before] == "nummod" else None
