"""Whose word a happening is: the innermost statement whose content holds the trigger.

In the article's own voice it is nobody's. The cue of a statement is no part of its content: "Varn
accused Ishel of shelling" is the article's word on the accusation, Varn's on the shelling.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from onrecord.model import Passage, Statement
from onrecord.reader.grammar import Grammar

if TYPE_CHECKING:
    from onrecord.reader.events.scene import Scene
    from onrecord.reader.events.trigger import Trigger

SUBJECTS: Final = ("nsubj", "nsubj:pass", "expl")


def according_to(scene: Scene, trigger: Trigger) -> Statement | None:
    """The statement that the event is according to; None where the article says so itself."""
    for token in (trigger.at, *_clauses_above(scene.grammar, trigger.at)):
        word = scene.passage((token, token + 1))
        holding = [s for s in scene.statements if _holds(s, word)]
        if holding:
            return min(holding, key=_size)
    return None


def _clauses_above(grammar: Grammar, token: int) -> Iterator[int]:
    """The verbs whose clause a participle goes on with: "it had struck a ship, killing one"."""
    while grammar.words[token].endswith("ing") and grammar.dep[token] in ("advcl", "conj"):
        no_clause = grammar.child(token, "aux", "cop", "mark", *SUBJECTS) is not None
        token = grammar.head[token]
        if no_clause:
            return
        yield token


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
