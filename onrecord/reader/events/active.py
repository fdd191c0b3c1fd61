"""Verbs that nobody is the object of: joined to a passive, they are active all the same.

"The envoy was told of it and called for calm": in form "called" may be passive, but nobody is
called for calm. In: a ``Grammar`` and a verb. Out: whether its own form or its kind says that it is
active.
"""

from __future__ import annotations

from typing import Final

from onrecord.reader.cues import table
from onrecord.reader.events.inflections import verb_forms
from onrecord.reader.events.status_words import PARTICIPLES, PAST
from onrecord.reader.grammar import Grammar

ACTING: Final = frozenset(
    form
    for lemma in table(
        """
        agree appeal apologise apologize argue concede consent die flee insist march meet object
        pledge promise react reply resign respond retaliate retreat speak surrender travel vow
        withdraw
        """
    )
    for form in verb_forms(lemma)
)
# With the preposition that makes them so: "called for", not "called a traitor".
REACHING: Final[dict[str, frozenset[str]]] = {
    form: table(prepositions)
    for lemma, prepositions in (
        ("call", "for on upon"),
        ("vote", "for against in"),
        ("protest", "against in outside"),
        ("demonstrate", "against in outside"),
        ("push", "for"),
        ("press", "for"),
        ("ask", "for"),
        ("warn", "of"),
        ("return", "to"),
    )
    for form in verb_forms(lemma)
}


def acts(grammar: Grammar, verb: int) -> bool:
    """Whether a verb without a subject and an object of its own is active."""
    word = grammar.words[verb]
    if word in PAST - PARTICIPLES - _BOTH or word in ACTING:
        return True
    if grammar.child(verb, "ccomp") is not None and grammar.child(verb, "obj") is None:
        return word in SAYING
    reached = (grammar.case(c) for c in grammar.all(verb, "obl", "nmod", "advcl"))
    return not REACHING.get(word, frozenset()).isdisjoint(reached)


# Past and participle alike, so that the form does not tell.
_BOTH: Final = table(
    """
    met held sent shot said fought struck hit led left lost made got found brought built bought
    caught felt kept laid lent let put read sold set shut spent split stood swept taught told
    thought understood won withheld burnt cut dealt dug fled hung heard hurt paid quit slain slid
    slept stuck had besieged upheld bid broadcast cast sought fed bled become beat run come overrun
    """
)
SAYING: Final = frozenset(
    form
    for lemma in table("say warn demand insist argue add claim declare announce state")
    for form in verb_forms(lemma)
)
