"""Who holds an office whose place stands before it: "a Lomar County, Fla., deputy sheriff".

In: the scene and the head token of a place. Out: the token of the noun of office behind the place
and the state it lies in, whatever the parse hangs that noun on. The place does nothing itself.
"""

from __future__ import annotations

from typing import Final

from onrecord.reader.events.beings import being
from onrecord.reader.scene import Scene

LONGEST: Final = 8  # tokens from the place to its office
INSIDE: Final = ("ADJ", "NOUN", "PROPN")
COMMA: Final = ","
PLACES: Final = ("LOC", "ORG")  # a county is sometimes taken for the body that runs it


def office_behind(scene: Scene, place: int) -> int | None:
    """The noun of the office that the place, and its state between commas, belong to."""
    at = _end_of_name(scene, place)
    if scene.doc[place].ent_type_ not in PLACES or not _comma(scene, at):
        return None
    state = _end_of_name(scene, at + 1)
    if not _comma(scene, state) or scene.doc[at + 1].ent_type_ != "LOC":
        return None
    return next(
        (
            t
            for t in range(state + 1, min(len(scene.doc), place + LONGEST))
            if _office(scene, t, place)
        ),
        None,
    )


def _end_of_name(scene: Scene, token: int) -> int:
    """The first token behind the name."""
    after = token + 1
    while after < len(scene.doc) and scene.doc[after].ent_iob_ == "I":
        after += 1
    return after


def _comma(scene: Scene, token: int) -> bool:
    return scene.grammar.words[token : token + 1] == (COMMA,)


def _office(scene: Scene, token: int, place: int) -> bool:
    """A bare noun of a person that is hung on something before it, or on the verb the place is
    hung on: "a Lomar County, Fla., deputy sheriff shot", where the county is no object.
    """
    grammar = scene.grammar
    if grammar.pos[token] != "NOUN" or grammar.child(token, "det", "case") is not None:
        return False
    hung = (
        grammar.dep[token] in ("appos", "nmod", "nmod:desc", "flat") and grammar.head[token] < token
    )
    hung |= grammar.dep[token] == "nsubj" and grammar.head[token] == grammar.head[place]
    return hung and being(scene, token, None) == "somebody"
