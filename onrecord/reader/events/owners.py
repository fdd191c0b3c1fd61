"""Whose happening a noun names: its possessor, its "by" phrase, its adjective of nationality.

In: the scene and the token of a noun ("airstrikes", "talks", "plan"). Out: head tokens. "Israel's
raid", "Israeli airstrikes", "a Taliban attack", "an attack by militants", "an attack carried out
by militants", and, where the noun itself says nothing, who "launched an attack".
"""

from __future__ import annotations

from typing import Final

from onrecord.lexicon.countries import ADJECTIVES, COUNTRIES
from onrecord.reader.cues import table
from onrecord.reader.events.beings import ATTACKS, WEAPONS, facility
from onrecord.reader.events.governing import (
    by_agent,
    passive,
    phrases,
    subject,
)
from onrecord.reader.events.relatives import antecedent
from onrecord.reader.roles import singular
from onrecord.reader.scene import Scene

HYPHENS: Final = table("- – — ‑ / −")
# Country names that stand before a noun as adjectives do: "US airstrikes". "Iran talks" are talks
# about Iran, "Iran sanctions" are against it: other names before a noun say nothing.
ADJECTIVAL: Final = frozenset("US U.S. UK U.K. USA EU UN U.N. NATO UAE DPRK".split())
# Groups that stand before a noun: "a police raid", "rebel attacks", "a student protest".
ACTING: Final = table(
    """
    police army navy government opposition rebel militant insurgent student
    students teachers farmers workers militia separatist guerrilla jihadist troop settler
    """
)
CARRYING: Final = table(
    """
    launch launches launched launching carry carries carried carrying conduct conducts conducted
    conducting mount mounts mounted mounting stage stages staged staging make makes made making
    wage wages waged waging commit commits committed committing perpetrated unleash unleashes
    unleashed unleashing fire fires fired firing drop drops dropped dropping lead led leads
    execute executed begin began begins start started starts step stepped intensify intensified
    conclude concludes concluded concluding complete completes completed completing finish
    continue continued resume resumed hold holds held holding deploy deployed use used uses using
    """
)


FROM: Final = frozenset({"from"})
UNITED: Final = (("united", "states"), ("united", "kingdom"))
STANCES: Final = frozenset({"pro", "anti"})
TELLING: Final = table("tell tells told telling")


def owners(scene: Scene, noun: int) -> list[int]:
    """The heads of those whose happening the noun names; [] where the noun does not say."""
    grammar = scene.grammar
    if (agent := by_agent(grammar, noun)) is not None:
        return [agent]
    fired = phrases(grammar, noun, FROM) if singular(grammar.words[noun]) in WEAPONS else []
    if fired:
        return fired[:1]  # "mortars from rebel positions" are nobody's, "from rebels" theirs
    if (whose := possessor(scene, noun)) is not None:
        return [whose]
    if before := _before(scene, noun):
        return before
    for clause in grammar.all(noun, "acl", "acl:relcl"):
        if grammar.words[clause] in CARRYING and (who := _carrier(scene, clause, noun)):
            return [who]
    shared = grammar.dep[noun] == "conj" and grammar.child(noun, "det") is None
    if shared:
        return _before(scene, grammar.head[noun])  # "Israeli airstrikes and shelling"
    if singular(grammar.words[noun]) not in ATTACKS:
        return []
    return _nationality(scene, noun) or phrases(grammar, noun, FROM)[:1]  # "attacks from Ishel"


def _nationality(scene: Scene, noun: int) -> list[int]:
    """ "in a Russian missile and drone attack", wherever the parse hangs the missile."""
    for token in range(noun - 1, max(-1, noun - 6), -1):
        if _national(scene, token) and not _joined_to_verb(scene, token):
            return [] if _on_what(scene, token, noun) else [token]
        if scene.grammar.pos[token] not in ("NOUN", "ADJ", "CCONJ"):
            return []
    return []


def _national(scene: Scene, token: int) -> bool:
    """ "Israeli", "U.S.", "United States"."""
    text = scene.doc[token].text
    united = scene.grammar.words[max(0, token - 1) : token + 1] in UNITED
    return text in ADJECTIVES or text in ADJECTIVAL or united


def possessor(scene: Scene, noun: int) -> int | None:
    """ "Israel's raid", "its raid"; of "whose raid" the one that the clause is about."""
    grammar = scene.grammar
    found = grammar.child(noun, "nmod:poss")
    if found is None or grammar.words[found] != "whose":
        return found
    return antecedent(grammar, grammar.head[noun])


def carried(scene: Scene, noun: int) -> int | None:
    """Who "launched an attack": the subject of the verb that the noun is the object of."""
    grammar = scene.grammar
    verb = grammar.head[noun]
    if verb == noun or grammar.words[verb] not in CARRYING or grammar.dep[noun] == "nsubj":
        return None
    if grammar.case(noun) not in ("", "with"):
        return None  # "the killing led to protests", "fired in response to a raid"
    return _carrier(scene, verb, noun)


def _carrier(scene: Scene, verb: int, noun: int) -> int | None:
    grammar = scene.grammar
    if passive(grammar, verb):
        return by_agent(grammar, verb)
    found = subject(grammar, verb)
    return found if found != noun else None


def _before(scene: Scene, noun: int) -> list[int]:
    """The words before the noun that say whose it is, nearest to its left edge first."""
    grammar = scene.grammar
    found: list[int] = []
    for child in grammar.children[noun]:
        if child < noun and grammar.dep[child] in ("amod", "compound", "nmod:desc", "nmod"):
            both = [t for t in pair(scene, child) if _owns(scene, t)] or _deeper(scene, child)
            found += [t for t in both if not _on_what(scene, t, noun)]
    return found[:2] if len(found) == 2 and paired(scene, *found) else found[-1:]


def _on_what(scene: Scene, token: int, noun: int) -> bool:
    """ "the Turkish nightclub attack": the nightclub is Turkish."""
    words = scene.grammar.words[token + 1 : noun]
    return any(facility(w) and singular(w) not in WEAPONS for w in words)


def _deeper(scene: Scene, modifier: int) -> list[int]:
    """ "Ukrainian missile and drone attack", if the parse makes the missile Ukrainian."""
    grammar = scene.grammar
    if grammar.dep[modifier] != "compound" or grammar.pos[modifier] != "NOUN":
        return []
    return [t for t in grammar.all(modifier, "amod", "compound") if _owns(scene, t)]


def pair(scene: Scene, token: int) -> list[int]:
    """ "Varn" and "Ishel" of "Varn-Ishel talks", wherever the parse hangs the first; or the one."""
    grammar = scene.grammar
    inner = [c for c in grammar.children[token] if grammar.pos[c] in ("ADJ", "PROPN")]
    return [*(c for c in inner if c < token and paired(scene, c, token)), token]


def paired(scene: Scene, left: int, right: int) -> bool:
    """Whether only a hyphen (or a dash, or "and") stands between two words."""
    between = scene.grammar.words[left + 1 : right]
    return len(between) == 1 and (between[0] in HYPHENS or between[0] == "and")


def _owns(scene: Scene, token: int) -> bool:
    text, word = scene.doc[token].text, scene.grammar.words[token]
    if _joined_to_verb(scene, token) or scene.grammar.words[token - 1 : token] == ("anti",):
        return False  # "US-led", "Israeli-occupied"
    before = scene.grammar.words[max(0, token - 2) : token]
    if len(before) > 1 and before[0] in STANCES and before[1] in HYPHENS:
        return False  # "pro-Ishel protests"
    if word in ACTING and token and scene.grammar.words[token - 1] in HYPHENS:
        return False  # "anti-government protests"
    if _national(scene, token) or word in ACTING:
        return True
    label = scene.doc[token].ent_type_
    if scene.grammar.words[scene.grammar.first[token] - 1] in TELLING:
        return False  # "told Agence Presse arson was common", if the parse makes it one phrase
    return label == "ORG" and text not in COUNTRIES and scene.grammar.pos[token] == "PROPN"


def _joined_to_verb(scene: Scene, token: int) -> bool:
    grammar = scene.grammar
    after = token + 2
    return (
        after < len(grammar.words)
        and grammar.words[token + 1] in HYPHENS
        and (grammar.pos[after] == "VERB" or grammar.words[after].endswith("ed"))
    )
