"""Triggers in the order of the text in, those worth a line out: bare repetitions are left out.

"The attack" of which the article has told who, whom and where is no second attack, nor are "the
talks" a meeting where the article told that they were called off. "Three people were killed when
rebels shelled the town" is one attack, and the shelling says how it was done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
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
EXPLODES: Final = verb_forms("explode")
WHEN: Final = table("when after as")
MEETS: Final = verb_forms("meet")
NEAR: Final = 25  # tokens between a verb and a noun that tell one meeting


def without_retelling(scene: Scene, found: Iterable[Trigger]) -> list[Trigger]:
    """The triggers but for talks met for, and for what only tells how those killed were killed."""
    triggers = list(found)
    actions = {t.at: t.action for t in triggers}
    words = scene.grammar.words
    ways = {t.at: t for t in triggers if t.action == "ASSAULT" and words[t.at] not in HURT}
    told: set[int] = set()
    kept = []
    for trigger in triggers:
        how = _how(scene.grammar, trigger, ways)
        told |= set(how)
        modes = [ways[at].mode for at in how if ways[at].mode]
        mode = trigger.mode or (modes[0] if modes else None)
        kept.append(replace(trigger, mode=mode) if how else trigger)
    return [
        t
        for t in kept
        if t.at not in told
        and not (t.action == "CONSULT" and _met_for(scene.grammar, t.at, actions))
    ]


def _how(grammar: Grammar, trigger: Trigger, ways: Mapping[int, Trigger]) -> list[int]:
    """ "killed when rebels shelled the town", "a bomb exploded, killing six": how it was done."""
    if grammar.words[trigger.at] not in HURT or trigger.action != "ASSAULT":
        return []
    hurt = (trigger.at, *grammar.all(trigger.at, "conj"))
    clauses = [c for verb in hurt for c in grammar.all(verb, "advcl") if c in ways]
    found = [c for c in clauses if any(grammar.words[m] in WHEN for m in grammar.children[c])]
    head = grammar.head[trigger.at]
    return [*found, head] if head in ways and grammar.words[head] in EXPLODES else found


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
