"""Who comes together: the sides of talks, the people of a march, all the countries of a list.

In: the scene and a token. Out: head tokens, or whether a token is so; nothing is assumed of the
parse.
"""

from __future__ import annotations

from typing import Final

from onrecord.lexicon.countries import COUNTRIES
from onrecord.reader.cues import table
from onrecord.reader.events.beings import being, noun
from onrecord.reader.events.governing import subject, together
from onrecord.reader.events.naming import meant
from onrecord.reader.events.noun_classes import CLASSES
from onrecord.reader.events.offices import office_behind
from onrecord.reader.events.owners import pair, paired, possessor
from onrecord.reader.scene import Scene

AMID: Final = table("during after following in")
# What is done to people, not to the countries and bodies that do it.
OF_PEOPLE: Final = table(
    """
    killing murder assassination arrest detention imprisonment execution abduction kidnapping
    extradition deportation poisoning hanging beating beheading lynching shooting stabbing release
    """
)
THINGS: Final = ("obj", "obl", "nmod", "conj")


def somebody(scene: Scene, token: int) -> bool:
    return being(scene, token, meant(scene, token)) == "somebody"


def everybody(scene: Scene, token: int) -> list[int]:
    """All that is coordinated, with "the United Kingdom" of a list of countries."""
    grammar = scene.grammar
    if (office := office_behind(scene, token)) is not None:
        return [office]
    found = together(grammar, token)
    named = grammar.all(token, "appos") if len(found) > 1 and _country(scene, token) else []
    return sorted({*found, *(c for c in named if _country(scene, c))})


def _country(scene: Scene, token: int) -> bool:
    entity = meant(scene, token)
    name = scene.doc[token].text if entity is None else entity.name
    return name in COUNTRIES or (entity is not None and entity.kind == "country")


def marching(scene: Scene, verb: int) -> int | None:
    """ "police fired at demonstrators in Ulmar protesting against …": they protest, not police."""
    grammar, above = scene.grammar, scene.grammar.head[verb]
    if not grammar.words[verb].endswith("ing") or grammar.dep[verb] not in ("advcl", "acl"):
        return None
    while grammar.pos[above] != "VERB" and grammar.head[above] < above:
        above = grammar.head[above]
    commas = [t for t in range(above, verb) if grammar.words[t] == ","]
    if any(scene.doc[t - 1].ent_type_ != "LOC" for t in commas) or grammar.case(verb):
        return None
    near = [t for t in range(above + 1, min(verb, above + 30)) if grammar.dep[t] in THINGS]
    found = [t for t in near if grammar.pos[t] == "NOUN" and somebody(scene, t)]
    return max(found, default=None)


def suffering(scene: Scene, at: int) -> list[int]:
    """ "Roe's killing": Roe. Of "the army's killing" it is not told who did it to whom."""
    whose = possessor(scene, at)
    if whose is None:
        return []
    return [] if noun(scene.grammar.words[at]) in OF_PEOPLE and _body(scene, whose) else [whose]


def _body(scene: Scene, token: int) -> bool:
    """Whether it is a country or a body of people that acts as one."""
    entity, word = meant(scene, token), scene.grammar.words[token]
    if entity is not None:
        return entity.kind in ("country", "place", "organization")
    return scene.doc[token].ent_type_ in ("LOC", "ORG") or word in CLASSES["BODY"] or word == "its"


def met_by(scene: Scene, at: int) -> list[int]:
    """ "Varn is in talks with Ishel", "Varn freed him after talks with Ishel": Varn talks too."""
    grammar, verb = scene.grammar, scene.grammar.head[at]
    own = grammar.child(at, "nsubj") if grammar.case(at) == "in" else None
    if own is None and grammar.dep[at] in ("obl", "advcl") and grammar.case(at) in AMID:
        own = subject(grammar, verb)
    return [] if own is None else [own]


def plural(scene: Scene, token: int) -> bool:
    word = scene.grammar.words[token]
    return noun(word) != word


def pair_before(scene: Scene, at: int) -> list[int]:
    """ "the Varn-Ishel talks"."""
    grammar = scene.grammar
    for child in grammar.children[at]:
        if child < at and grammar.dep[child] in ("compound", "amod", "nmod:desc", "nmod"):
            both = pair(scene, child)
            siblings = [c for c in grammar.children[at] if c < child and paired(scene, c, child)]
            if len(both) > 1 or siblings:
                return [*siblings[:1], *both]
    return []
