"""Who is behind what was done to somebody, where no "by" says so.

In: the scene and a passive verb. Out: head tokens. "were killed in Israeli airstrikes": the attack,
whose owner acted; "were killed after gunmen opened fire": whoever attacked in that clause; "…, with
40 people being taken hostage": whoever did what the sentence tells; "places 30 suspects in
detention": whoever put them there.
"""

from __future__ import annotations

from typing import Final

from onrecord.reader.cues import table
from onrecord.reader.events.beings import ATTACKS, noun
from onrecord.reader.events.governing import (
    SUBJECTS,
    objects,
    passive,
    phrases,
    subject,
    together,
)
from onrecord.reader.events.inflections import verb_forms
from onrecord.reader.events.sharing import agent, harmed_with
from onrecord.reader.grammar import Grammar
from onrecord.reader.scene import Scene

IN: Final = table("in by during after following amid from")
INTO: Final = table("in into under")
AFTER: Final = table("after when as")
WITH: Final = frozenset({"with"})
OF: Final = frozenset({"of"})
# "in a series of airstrikes": the airstrikes killed.
COUNTING: Final = table(
    "series wave string spate number pair round set dozens hundreds several two couple"
)
ATTACKING: Final = frozenset(
    form
    for lemma in table(
        """
        attack shoot fire bomb bombard shell strike storm raid ambush stab ram target assault
        open detonate behead torch throw launch
        """
    )
    for form in verb_forms(lemma)
)
PLACING: Final = frozenset(
    form for lemma in table("place put take hold keep remand") for form in verb_forms(lemma)
)
# "Ordered his arrest", "carried out the killing"; who announces an arrest need not have made it.
ORDERING: Final = frozenset(
    form for lemma in table("order carry commit perform undertake") for form in verb_forms(lemma)
)
KILLED: Final = table("killed injured wounded hurt dead")


def behind(scene: Scene, verb: int) -> list[int]:
    """The heads of whoever did what the passive verb says was done."""
    by = agent(scene.grammar, verb)
    if by is not None:
        return [by]
    harmed = (agent(scene.grammar, one) for one in harmed_with(scene.grammar, verb))
    if (shared := next((a for a in harmed if a is not None), None)) is not None:
        return [shared]  # "12 are killed and 30 others are injured by gunmen"
    found = [*_through(scene, verb), *_attackers(scene, verb)] or _meanwhile(scene, verb)
    return found or _among(scene, verb)


def _through(scene: Scene, verb: int) -> list[int]:
    """ "were killed in Israeli airstrikes": the attack, whose owner acted."""
    grammar = scene.grammar
    verbs = [verb, *harmed_with(grammar, verb)]
    found = [t for one in verbs for t in _phrases(scene, one)]
    return [  # "in Russian missile and drone attacks", whatever the parse makes the head
        t for t in found if any(noun(grammar.words[c]) in ATTACKS for c in together(grammar, t))
    ]


def _phrases(scene: Scene, verb: int) -> list[int]:
    """The nouns of "in", "after" and the like; of "a series of strikes" the strikes."""
    grammar = scene.grammar
    clauses = grammar.all(verb, "advcl")  # the parse may take "shooting" for a verb
    heads = [c for c in clauses if grammar.pos[c] == "NOUN" and grammar.case(c) in IN]
    found = []
    for head in [*phrases(grammar, verb, IN), *heads]:
        inner = phrases(grammar, head, OF) if grammar.words[head] in COUNTING else []
        found += inner or [head]
    return found


def _attackers(scene: Scene, verb: int) -> list[int]:
    """ "were killed after gunmen opened fire", "when a man stabs passers-by"."""
    grammar = scene.grammar
    if grammar.words[verb] not in KILLED:
        return []
    for one in [verb, *harmed_with(grammar, verb), *_through(scene, verb)]:
        for clause in grammar.all(one, "advcl", "acl:relcl", "acl"):
            attacks = clause > one and grammar.words[clause] in ATTACKING
            if attacks and _opens(scene, clause) in AFTER and not passive(grammar, clause):
                own = grammar.child(clause, *SUBJECTS)
                return [] if own is None else [own]
    return []


def _opens(scene: Scene, clause: int) -> str:
    """The conjunction of a clause: "after", "when"."""
    marks = scene.grammar.all(clause, "mark", "advmod", "case")
    return scene.grammar.words[marks[0]] if marks else ""


def _among(scene: Scene, verb: int) -> list[int]:
    """ "70 are killed in Israeli strikes, including 42 killed in Varn": the same killed them."""
    grammar, at = scene.grammar, scene.grammar.head[verb]
    if grammar.dep[verb] != "acl" or grammar.case(at) != "including":
        return []
    for _ in range(3):
        at = grammar.head[at]
        if grammar.pos[at] == "VERB":
            return behind(scene, at) if at < verb and grammar.words[at] in KILLED else []
    return []


def _meanwhile(scene: Scene, verb: int) -> list[int]:
    """ "rebels attacked a train, with 40 people being taken hostage": the rebels took them."""
    grammar, head = scene.grammar, scene.grammar.head[verb]
    if grammar.dep[verb] != "advcl" or grammar.case(verb) not in WITH or head > verb:
        return []
    if not passive(grammar, head):
        return []
    by = agent(grammar, head)
    return [] if by is None else [by]


def placed(scene: Scene, at: int) -> tuple[list[int], list[int]] | None:
    """ "places 30 suspects in detention": who puts whom there; None for another phrase."""
    grammar, verb = scene.grammar, scene.grammar.head[at]
    if verb >= at or grammar.words[verb] not in PLACING or grammar.case(at) not in INTO:
        return None
    governs = subject(grammar, verb)
    whose = [] if governs is None else [governs]
    if passive(grammar, verb):
        return behind(scene, verb), whose
    return whose, [t for t in objects(grammar, verb) if t != at]


def ordered(grammar: Grammar, carrier: int | None) -> bool:
    """ "Ordered Odren's killing", "carried out his arrest": whoever does that is behind it."""
    return carrier is not None and grammar.words[carrier] in ORDERING
