"""Whose word a happening is: the innermost statement whose content holds the trigger.

In the article's own voice it is nobody's. The cue of a statement is no part of its content: "Varn
accused Ishel of shelling" is the article's word on the accusation, Varn's on the shelling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Passage, Statement

if TYPE_CHECKING:
    from onrecord.reader.events.scene import Scene
    from onrecord.reader.events.trigger import Trigger


def according_to(scene: Scene, trigger: Trigger) -> Statement | None:
    """The statement that the event is according to; None where the article says so itself."""
    word = scene.passage((trigger.at, trigger.at + 1))
    holding = [s for s in scene.statements if _holds(s, word)]
    return min(holding, key=_size, default=None)


def _holds(statement: Statement, word: Passage) -> bool:
    """Whether the word is among those stated, and not the cue or the source that states them."""
    if any(_inside(word, p) for p in (statement.cue, statement.source)):
        return False
    return any(_inside(word, p) for p in statement.content)


def _inside(word: Passage, whole: Passage | None) -> bool:
    return whole is not None and whole.start <= word.start and word.end <= whole.end


def _size(statement: Statement) -> tuple[int, int, str]:
    """The innermost has the fewest words; of two alike, the one through most relayers."""
    length = sum(p.end - p.start for p in statement.content)
    return length, -len(statement.via), statement.id
