"""Triggers in the order of the text in, those worth a line out: bare repetitions are left out.

"The attack" of which the article has told who, whom and where is no second attack, nor are "the
talks" a meeting where the article told that they were called off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.reader.cues import table
from onrecord.reader.events.trigger import Trigger
from onrecord.reader.scene import Scene

DEFINITE: Final = table("the this that these those such its their his her")
EMPTY: Final = ("det", "case", "punct", "cop", "mark", "advmod")
NAMELESS: Final = (*EMPTY, "compound", "amod")


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
