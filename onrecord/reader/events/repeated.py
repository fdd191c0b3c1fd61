"""Triggers in the order of the text in, those worth a line out: bare repetitions are left out.

"The attack" of which the article has told who, whom and where is no second attack, nor are "the
talks" a meeting where the article told that they were called off. "Three people were killed when
rebels shelled the town" is one attack, told by the verb that has somebody who did it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from onrecord.reader.cues import table
from onrecord.reader.events.inflections import verb_forms
from onrecord.reader.events.trigger import Trigger
from onrecord.reader.grammar import Grammar
from onrecord.reader.scene import Scene

DEFINITE: Final = table("the this that these those such its their his her")
EMPTY: Final = ("det", "case", "punct", "cop", "mark", "advmod")
NAMELESS: Final = (*EMPTY, "compound", "amod")
GOING_ON: Final = frozenset(
    form
    for verb in "resume begin start continue reconvene end".split()
    for form in verb_forms(verb)
)
COMING: Final = table("will 'll ’ll shall expected due scheduled set planned")

HURT: Final = frozenset(
    form for verb in ("injure", "wound", "hurt", "kill") for form in verb_forms(verb)
)
WHEN: Final = table("when after as")
MEETS: Final = verb_forms("meet")
NEAR: Final = 25  # tokens between a verb and a noun that tell one meeting


def without_retelling(scene: Scene, found: Iterable[Trigger]) -> list[Trigger]:
    """The triggers but for "killed" where a clause of it tells the attack, and talks met for."""
    triggers = list(found)
    actions = {t.at: t.action for t in triggers}
    words = scene.grammar.words
    attacks = {t.at for t in triggers if t.action == "ASSAULT" and words[t.at] not in HURT}
    return [
        t
        for t in triggers
        if not _told_by_clause(scene, t, attacks)
        and not (t.action == "CONSULT" and _met_for(scene.grammar, t.at, actions))
    ]


def _told_by_clause(scene: Scene, trigger: Trigger, attacks: set[int]) -> bool:
    grammar = scene.grammar
    if grammar.words[trigger.at] not in HURT or trigger.action != "ASSAULT":
        return False
    hurt = (trigger.at, *grammar.all(trigger.at, "conj"))
    clauses = attacks.intersection(c for verb in hurt for c in grammar.all(verb, "advcl"))
    clauses = {c for c in clauses if grammar.child(c, "nsubj:pass") is None}
    return any(grammar.words[m] in WHEN for c in clauses for m in grammar.children[c])


def _met_for(grammar: Grammar, noun: int, actions: Mapping[int, str]) -> bool:
    """ "Odren meets Halvard for talks": whether the verb before has told the talks."""
    if grammar.case(noun) not in ("for", "in", "during", "at"):
        return False
    for verb in range(noun - 1, max(-1, noun - NEAR), -1):
        if grammar.sentence[verb] != grammar.sentence[noun]:
            return False
        if grammar.words[verb] in MEETS and actions.get(verb) in ("CONSULT", "AGREE"):
            return True
    return False


def without_repetitions(scene: Scene, found: Iterable[Trigger]) -> Iterator[Trigger]:
    """The triggers but for nouns that say nothing new."""
    told: set[str] = set()
    for trigger in found:
        word = scene.grammar.words[trigger.at]
        repeated = word in told and _bare(scene, trigger, NAMELESS)
        unheard = trigger.action not in told | {"ACCUSE"}
        if repeated or (not unheard and _definite(scene, trigger)):
            continue
        told |= {trigger.action, word}
        if trigger.mode == "meet" or trigger.action == "AGREE":
            told.add("CONSULT")  # "cancelled the talks …": "the talks" never were
        yield trigger


def _bare(scene: Scene, trigger: Trigger, empty: tuple[str, ...]) -> bool:
    """A noun about which only relations in ``empty`` say something."""
    grammar = scene.grammar
    if grammar.pos[trigger.at] != "NOUN" or trigger.carrier is not None:
        return False
    children = grammar.children[trigger.at]
    if _goes_on(scene, trigger):
        return False
    return not any(grammar.dep[c] not in empty or scene.doc[c].ent_type_ for c in children)


def _goes_on(scene: Scene, trigger: Trigger) -> bool:
    """ "The talks are expected to resume next week": another day is told."""
    grammar = scene.grammar
    verb = grammar.head[trigger.at]
    if not grammar.dep[trigger.at].startswith("nsubj") or grammar.pos[verb] != "VERB":
        return False
    verbs = [verb, *grammar.all(verb, "xcomp")]
    dated = any(scene.doc[c].ent_type_ == "DATE" for v in verbs for c in grammar.children[v])
    to_come = any(grammar.words[c] in COMING for v in verbs for c in (v, *grammar.children[v]))
    return any(grammar.words[v] in GOING_ON for v in verbs) and (dated or to_come)


def _definite(scene: Scene, trigger: Trigger) -> bool:
    """ "the attack", "this meeting" without another word."""
    words = {scene.grammar.words[c] for c in scene.grammar.children[trigger.at]}
    return _bare(scene, trigger, EMPTY) and bool(words & DEFINITE)
