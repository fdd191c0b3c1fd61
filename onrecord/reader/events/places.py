"""Where it happened: the scene and a trigger in, the ``Place`` the sentence gives out.

A phrase with a preposition of place ("in Cairo", "at the Kerem crossing", "near Ulmar") of the
trigger, of the verb that carries it or that it is the subject of, or of the attack it was done in;
else the place that was itself attacked or visited ("bombed southern Gaza"). Months, statements and
other things that are "in" without being places are told by tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from onrecord.model import Place
from onrecord.reader.cues import table
from onrecord.reader.events.beings import ATTACKS, GROUNDS, MOVING, being, facility, noun
from onrecord.reader.events.governing import (
    HARMED,
    objects,
    passive,
    subject,
    together,
)
from onrecord.reader.events.naming import described, meant, phrase
from onrecord.reader.events.sharing import harmed_with
from onrecord.reader.events.trigger import Trigger
from onrecord.reader.grammar import NOMINAL
from onrecord.reader.labels import TokenSpan
from onrecord.reader.scene import Scene

WHERE: Final = table(
    "in at near outside inside across around off along within throughout beside opposite on"
)
TO: Final = table("to from into toward towards")
REGIONS: Final = table("north south east west northern southern eastern western central outskirts")
PHRASES: Final = ("obl", "nmod", "compound")
AT: Final = table("on at against in near outside inside to of by between with")
INSIDE: Final = table("in during at amid by after")
WHEN: Final = table("when after as while where")
# "visited Ishel", "entered Ulmar": what they go to is where it is.
GOING: Final = frozenset({"CONSULT"})
SAYING: Final = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "AGREE"})
STRUCK: Final = frozenset({"ASSAULT", "COERCE"})


def place(scene: Scene, trigger: Trigger) -> Place | None:
    """Where the happening of ``trigger`` took place; None where its sentence does not say."""
    if not scene.grammar.parsed:
        return None
    found = next(_located(scene, trigger), None)
    if found is None:
        return None
    span = phrase(scene, found)
    name = _called(scene, found, span)
    return Place(name, scene.passage(span)) if name else None


def _called(scene: Scene, token: int, span: TokenSpan) -> str:
    """ "Cairo", but "southern Ishel" and "the port of Ulmar"."""
    entity = meant(scene, token)
    narrowed = any(w in REGIONS for w in scene.grammar.words[span[0] : token])
    if entity is None or narrowed or entity.kind not in ("place", "country", "organization"):
        return described(scene, span)
    return entity.name


def _located(scene: Scene, trigger: Trigger) -> Iterator[int]:
    for token in _around(scene, trigger):
        found = [t for t in _in_phrases(scene, token) if not _brought(scene, trigger, t)]
        yield from [t for t in found if scene.doc[t].ent_type_] or found
    yield from _gone_to(scene, trigger)
    yield from _before(scene, trigger.at)


def _brought(scene: Scene, trigger: Trigger, token: int) -> bool:
    """ "sanctions on Ishel", "called on Ishel": whom it is for, not where it is."""
    onto = trigger.onto - {"in", "at"}
    return trigger.action not in STRUCK | GOING and scene.grammar.case(token) in onto | {"on"}


def _around(scene: Scene, trigger: Trigger) -> Iterator[int]:
    """The tokens a phrase of place may hang on, nearest first."""
    grammar, at = scene.grammar, trigger.at
    yield at
    if trigger.carrier is not None:
        yield trigger.carrier
    if trigger.action in SAYING:
        return  # "condemned the attack on Ulmar" was not said in Ulmar
    shared = harmed_with(grammar, at)
    yield from shared  # "killed 12 and wounded 30 in Ulmar"
    for verb in (at, *shared):
        yield from _inside(scene, verb)
    head = grammar.head[at]
    if grammar.pos[at] in ("NOUN", "PROPN") and grammar.dep[at] in ("nsubj", "nsubj:pass", "obj"):
        yield head  # "the attack took place in Ulmar"
        if grammar.words[head] in HARMED:
            yield from grammar.all(head, "obj")  # "the strikes killed six people in Ulmar"
    if grammar.dep[at] == "advcl" and grammar.words[at] in HARMED:
        yield head  # "a bomb exploded in Ulmar, killing six"
    for child in grammar.all(at, "nsubj", "obj", "nsubj:pass"):
        if child > at or noun(grammar.words[child]) in ATTACKS:
            yield child  # "killed twelve people in Ulmar", "the strike near Ulmar killed twelve"


def _inside(scene: Scene, verb: int) -> Iterator[int]:
    """ "killed in a bombing in Ulmar", "killed when a bus crashed in Ulmar"."""
    grammar = scene.grammar
    for child in grammar.children[verb]:
        inside = grammar.dep[child] in ("obl", "obl:agent") and grammar.case(child) in INSIDE
        clause = grammar.dep[child] == "advcl" and grammar.pos[child] == "VERB"
        if (inside and grammar.pos[child] == "NOUN") or (clause and _when(scene, child)):
            yield child


def _when(scene: Scene, clause: int) -> bool:
    grammar = scene.grammar
    return any(grammar.words[c] in WHEN for c in grammar.all(clause, "mark", "advmod"))


def _in_phrases(scene: Scene, token: int) -> Iterator[int]:
    """The places that stand with a preposition of place below ``token``, two phrases deep.

    "an airstrike on a convoy near Ulmar", "a fire at a factory in Varn"
    """
    grammar = scene.grammar
    for child in grammar.children[token]:
        if grammar.dep[child] not in PHRASES or grammar.pos[child] not in NOMINAL:
            continue
        here = grammar.case(child) in WHERE and _is_place(scene, child, grammar.case(child))
        if here:
            yield child
        if here or grammar.case(child) in AT:
            for inner in [
                t for one in together(grammar, child) for t in grammar.all(one, *PHRASES)
            ]:
                if grammar.case(inner) in WHERE and _is_place(scene, inner, grammar.case(inner)):
                    yield inner


def _is_place(scene: Scene, token: int, case: str) -> bool:
    word = scene.grammar.words[token]
    entity = meant(scene, token)
    if scene.doc[token].ent_type_ == "LOC" or (entity is not None and entity.kind == "place"):
        return True
    if entity is not None or scene.grammar.pos[token] != "NOUN":
        return False
    if noun(word) == word and scene.grammar.child(token, "det", "nmod:poss", "nummod") is None:
        return False  # "in prison", "at school"
    ground = noun(word) in GROUNDS or word in REGIONS
    return ground or (case != "on" and facility(word) and noun(word) not in MOVING)


def _gone_to(scene: Scene, trigger: Trigger) -> Iterator[int]:
    """What was visited, bombed or entered, where it is a place."""
    grammar, at = scene.grammar, trigger.at
    if trigger.mode != "visit" and trigger.action not in STRUCK:
        return
    governs = subject(grammar, at)
    if passive(grammar, at):
        things = [] if governs is None else [governs]
    else:
        things = objects(grammar, at)
    onto = [
        c
        for c in grammar.children[at]
        if grammar.case(c) in (TO if trigger.action in GOING else trigger.onto | TO)
    ]
    for token in [*things, *onto]:
        kind = being(scene, token, meant(scene, token))
        country = scene.doc[token].ent_type_ == "LOC"
        if kind == "place" or (country and trigger.action in GOING):
            yield token
        for inner in grammar.all(token, "nmod"):  # "bombed the port of Ulmar"
            if trigger.action in STRUCK and scene.doc[inner].ent_type_ == "LOC":
                yield inner


def _before(scene: Scene, at: int) -> Iterator[int]:
    """ "the Ulmar bombing"."""
    for child in scene.grammar.all(at, "compound"):
        if child < at and scene.doc[child].ent_type_ == "LOC":
            entity = meant(scene, child)
            if entity is None or entity.kind == "place":
                yield child
