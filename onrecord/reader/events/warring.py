"""The article's acts of violence in, who is at war out: PLOVER asks it of calls to end a conflict.

A third party's call for a ceasefire is a request; the call of one who is fighting says what it is
willing to do, and is agreement. Who fights is whoever does or suffers violence in the same article.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.lexicon.countries import ADJECTIVES, COUNTRIES, PEOPLES
from onrecord.reader.events.arguments import Around
from onrecord.reader.scene import Scene

COUNTRY_OF = COUNTRIES | ADJECTIVES | PEOPLES
OWNERS = ("nmod:poss", "compound", "amod", "nmod", "flat")


def parties_to(scene: Scene, violent: Iterable[Around]) -> frozenset[str]:
    """Names and entities of all who do or suffer the violence."""
    found: set[str] = set()
    for around in violent:
        noun = scene.grammar.pos[around.at] == "NOUN"
        tokens = [around.at] if noun else [around.subject, around.object]
        for token in tokens:
            found |= names_of(scene, token)
    return frozenset(found)


def names_of(scene: Scene, token: int | None) -> set[str]:
    """Whom a phrase names: its entity, its country, and those of its owner."""
    if token is None:
        return set()
    grammar = scene.grammar
    owners = [
        c for c in grammar.all(token, *OWNERS) if c < token or grammar.case(c) in ("of", "by")
    ]
    found: set[str] = set()
    for one in [token, *grammar.all(token, "conj"), *owners]:
        if country := COUNTRY_OF.get(scene.doc[one].text):
            found.add(country)
        elif entity := scene.cast.at(scene.doc[one].idx, scene.doc[one].idx + len(scene.doc[one])):
            found.add(entity.id)
    return found
