"""A trigger in its scene in, out whether it happened: a status and the words that show it.

A verb with a tense says so itself; one without, and a noun, is decided by what governs it, up
through as many words as it takes ("did not rule out calling off the visit"). Where no words show
it, it is told as a fact, unless the network finds that it is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.reader.events import status_words as known
from onrecord.reader.events.according import according_to
from onrecord.reader.events.judged import Judged
from onrecord.reader.events.reality import DEPTH, Reality
from onrecord.reader.events.tenses import form
from onrecord.reader.grammar import Grammar

if TYPE_CHECKING:
    from onrecord.reader.events.trigger import Trigger
    from onrecord.reader.scene import Scene

# On UDS (EWT dev) where no word shows it, people say of verbs that score below 0 that they did not
# happen (73 % no, 20 % yes), above it that they did (91 % yes, 5 % no). The network learned little
# of nouns.
DOUBTFUL: Final = 0.0
DOUBTFUL_NOUN: Final = -1.0
# Of infinitives ("went there to protest") that score above 0.5 they say yes or nothing, never
# no.
CREDIBLE: Final = 0.5


def status(scene: Scene, trigger: Trigger) -> Judged:
    """Whether the happening took place, takes place, is planned, called for, possible, denied or
    did not take place.
    """
    if trigger.status is not None:
        return Judged(trigger.status, "the words of the trigger")
    found = judged(scene.grammar, trigger)
    if found.hearsay and according_to(scene, trigger) is not None:
        return Judged("happened", f"{found.reason}, by somebody named")
    if found.status == "happened" and _calls_off(scene.grammar, trigger):
        return found
    shown = trigger.at if trigger.carrier is None else trigger.carrier
    score = scene.fact(shown)
    verbal = scene.grammar.pos[shown] == "VERB"
    return found if score is None else weighed(found, score, verbal)


def _calls_off(grammar: Grammar, trigger: Trigger) -> bool:
    """ "They postpone the summit": that they do so happened, though the summit did not."""
    stems = known.lemmas(grammar.words[trigger.at])
    return grammar.pos[trigger.at] == "VERB" and any(s in known.CALLED_OFF for s in stems)


def weighed(found: Judged, score: float, verbal: bool = True) -> Judged:
    """The words with the network's score: it decides where they do not, or not surely."""
    said = f"the network: {score:.1f}"
    if not found.reason:
        doubtful = score < (DOUBTFUL if verbal else DOUBTFUL_NOUN)
        return Judged("possible" if doubtful else found.status, said)
    if not found.sure and score > CREDIBLE:
        return Judged("happened", said)
    return found


def judged(grammar: Grammar, trigger: Trigger) -> Judged:
    """What the words say of a trigger, without the network."""
    at, carrier = trigger.at, trigger.carrier
    reading = Reality(grammar)
    if carrier is None or carrier == at:
        found = reading.of(at, DEPTH)
    else:
        found = reading.carried(at, carrier)
    if trigger.action in known.SPOKEN and _spoken(grammar, at, found):
        return Judged("happened", "said so")
    return found


def _spoken(grammar: Grammar, at: int, found: Judged) -> bool:
    """ "We are asking the court", "I would like to thank the council": saying it does it."""
    if found.status == "ongoing":
        return form(grammar.words[at]) == "ing"
    head = grammar.head[at]
    if grammar.dep[at] == "acl" and grammar.words[head] in known.DECIDED:
        return found.status == "planned"  # "the council's decision to condemn the raid"
    speaker = grammar.child(head, "nsubj", "obj", "iobj")
    polite = grammar.dep[at] in ("xcomp", "conj") and grammar.words[head] in known.COURTESIES
    oneself = speaker is not None and grammar.words[speaker] in ("i", "we", "me", "us")
    return polite and oneself and not _imagined(grammar, head)


def _imagined(grammar: Grammar, verb: int) -> bool:
    """ "She might say, ‘I'd like to thank them’", "like, say, ‘I'd like to …’": nobody said it."""
    above = grammar.head[verb]
    if above == verb or grammar.dep[verb] != "ccomp":
        return False
    example = grammar.words[above - 1 : above + 2] == (",", "say", ",")
    return example or not Reality(grammar).of(above, DEPTH).real
