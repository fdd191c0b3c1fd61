"""Triggers in the order of the text in, those worth a line out: bare repetitions are left out.

"The attack" of which the article has told who, whom and where is no second attack, nor are "the
talks" a meeting where the article told that they were called off. "Three people were killed when
rebels shelled the town" is one attack, told by the verb that has somebody who did it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.reader.cues import table
from onrecord.reader.events.inflections import verb_forms
from onrecord.reader.events.trigger import Trigger
from onrecord.reader.scene import Scene

DEFINITE: Final = table("the this that these those such its their his her")
EMPTY: Final = ("det", "case", "punct", "cop", "mark", "advmod")
NAMELESS: Final = (*EMPTY, "compound", "amod")

HURT: Final = frozenset(
    form for verb in ("injure", "wound", "hurt", "kill") for form in verb_forms(verb)
)
WHEN: Final = table("when after as")


def without_casualties(scene: Scene, found: Iterable[Trigger]) -> list[Trigger]:
    """The triggers but for "killed" where a clause of it tells the attack."""
    triggers = list(found)
    attacks = {
        t.at for t in triggers if t.action == "ASSAULT" and scene.grammar.words[t.at] not in HURT
    }
    return [t for t in triggers if not _told_by_clause(scene, t, attacks)]


def _told_by_clause(scene: Scene, trigger: Trigger, attacks: set[int]) -> bool:
    grammar = scene.grammar
    if grammar.words[trigger.at] not in HURT or trigger.action != "ASSAULT":
        return False
    hurt = (trigger.at, *grammar.all(trigger.at, "conj"))
    clauses = attacks.intersection(c for verb in hurt for c in grammar.all(verb, "advcl"))
    return any(grammar.words[m] in WHEN for c in clauses for m in grammar.children[c])


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
    return not any(grammar.dep[c] not in empty or scene.doc[c].ent_type_ for c in children)


def _definite(scene: Scene, trigger: Trigger) -> bool:
    """ "the attack", "this meeting" without another word."""
    words = {scene.grammar.words[c] for c in scene.grammar.children[trigger.at]}
    return _bare(scene, trigger, EMPTY) and bool(words & DEFINITE)
