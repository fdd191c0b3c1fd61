"""A pronoun in somebody's quotation in, out whether it cannot be told whom it means.

"Next time we might have to kill him", said in a story of two men besides the one who speaks: who is
threatened is a guess, and a guess here says that somebody was threatened who was not.
"""

from __future__ import annotations

from typing import Final

from onrecord.model import Entity, Statement
from onrecord.reader.scene import Scene

GRAVE: Final = frozenset({"ASSAULT", "COERCE", "THREATEN"})
OTHERS: Final = frozenset({"him", "her", "he", "she"})
NEAR: Final = 400  # characters before the pronoun in which somebody may be meant


def uncertain(scene: Scene, token: int) -> bool:
    """Whether a quoted pronoun may mean more than one person named shortly before."""
    if scene.grammar.words[token] not in OTHERS:
        return False
    at = scene.doc[token].idx
    quoted = (s for s in scene.stated.at(at) if s.manner == "direct" and _opens(s, at) is not None)
    statement = next(quoted, None)
    opened = None if statement is None else _opens(statement, at)
    if statement is None or opened is None:
        return False
    people = [e for e in scene.cast.entities if e.kind == "person" and e.id != statement.entity]
    if any(_named(e, opened, at) for e in people):
        return False  # whom the quotation names, it means
    return sum(_named(e, at - NEAR, at) for e in people) > 1


def _opens(statement: Statement, at: int) -> int | None:
    """Where the piece of a statement's content begins that holds a character."""
    return next((p.start for p in statement.content if p.start <= at < p.end), None)


def _named(entity: Entity, start: int, end: int) -> bool:
    return any(m.form == "name" and start <= m.start < end for m in entity.mentions)
