"""Whose word a happening is: the innermost statement whose content holds the trigger.

In the article's own voice it is nobody's. The cue of a statement is no part of its content: "Varn
accused Ishel of shelling" is the article's word on the accusation, Varn's on the shelling. Where a
content stops short of its clause, what the clause goes on with is still the speaker's word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from onrecord.model import Passage, Statement
from onrecord.reader.acts import cue_word
from onrecord.reader.cues import table
from onrecord.reader.grammar import Grammar

if TYPE_CHECKING:
    from onrecord.reader.events.trigger import Trigger
    from onrecord.reader.scene import Scene

# They decide or do what they govern: "voted to dismiss the complaint", "approved the raid".
DECIDING: Final = table("vote approve sign ban publish release identify dismiss")
# Who asks for something names what it is to end or to follow: that need be nobody's word.
ASKING: Final = table("ask demand urge call_for")
PHRASES: Final = ("nmod", "compound", "conj", "nmod:poss")
SUBJECTS: Final = ("nsubj", "nsubj:pass", "expl")
HIGHEST: Final = 6  # heads above a trigger that are looked at
_OMITTED: Final = re.compile(
    r"\b(?:fail(?:s|ed|ing)?|neglect(?:s|ed|ing)?|forg[eo]t(?:s|ting)?) to "
    r"(?:mention|acknowledge|note|say|address|condemn|recognize|recall)\b",
    re.IGNORECASE,
)
_NEW_START: Final = re.compile(r"[,;:()\"“”—–\n]|\s-\s")


def according_to(scene: Scene, trigger: Trigger) -> Statement | None:
    """The statement that the event is according to; None where the article says so itself."""
    at, told = trigger.at, scene.passage(trigger.span)
    holding = _holding(scene, _word(scene, at), told)
    holding = [s for s in holding if not _granted(scene, s, at)]
    for verb in () if holding else _clauses_above(scene.grammar, at):
        holding = holding or _holding(scene, _word(scene, verb), told)
    if not holding:
        above = [_word(scene, token) for token in _heads(scene.grammar, at)]
        near = (s for word in above for s in _holding(scene, word, told))
        holding = [s for s in near if _cut_short(scene, s, at)]
    return min(holding, key=_size, default=None)


def _holding(scene: Scene, word: Passage, told: Passage) -> list[Statement]:
    """The statements that the word is a part of, and that are somebody's word on the trigger."""
    return [s for s in scene.stated.at(word.start) if _holds(s, word) and _tells(s, told)]


def _tells(statement: Statement, trigger: Passage) -> bool:
    """Whether it is somebody's word: "announces a ban" is the ban itself, and so is a vote."""
    cue = statement.cue
    if cue is None or statement.manner != "indirect":
        return True
    if cue.start < trigger.end and trigger.start < cue.end:
        return False
    if statement.negated or _OMITTED.search(cue.text):
        return False  # "failed to mention the attack": the article tells it
    word = cue_word(cue.text)
    return word is None or word.lemma not in DECIDING


def _granted(scene: Scene, statement: Statement, at: int) -> bool:
    """ "Called for a pause in Ishel's onslaught": the pause is asked for, and that there is an
    onslaught is what the article takes for granted.
    """
    if statement.act not in ASKING or statement.manner == "direct":
        return False
    word = _word(scene, at)
    content = next((p for p in statement.content if _inside(word, p)), None)
    if content is None or _quoted(scene.article.text[content.start : word.start]):
        return False
    top = _highest(scene, at, content)
    return top != at and not _inside(_word(scene, scene.grammar.head[top]), content)


def _highest(scene: Scene, token: int, content: Passage) -> int:
    """The noun that the phrase around a noun belongs to, within the content."""
    grammar = scene.grammar
    for _ in range(HIGHEST):
        above = grammar.head[token]
        if grammar.dep[token] not in PHRASES or not _inside(_word(scene, above), content):
            return token
        token = above
    return token


def _quoted(before: str) -> bool:
    """Whether a quotation mark before it is still open: those words are the source's own."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _word(scene: Scene, token: int) -> Passage:
    return scene.passage((token, token + 1))


def _clauses_above(grammar: Grammar, token: int) -> Iterator[int]:
    """The verbs whose clause a participle goes on with: "it had struck a ship, killing one"."""
    while grammar.words[token].endswith("ing") and grammar.dep[token] in ("advcl", "conj"):
        if grammar.child(token, "aux", "cop", "mark", *SUBJECTS) is not None:
            return
        token = grammar.head[token]
        yield token


def _cut_short(scene: Scene, statement: Statement, at: int) -> bool:
    """ "Reports that ten ships have turned around" | "since the start of the blockade": what a
    stated word governs goes on behind the statement.
    """
    word, end = _word(scene, at), statement.content[-1].end
    named = (statement.cue, statement.source)
    if word.start <= end or any(p and end <= p.start for p in named):
        return False
    return not _NEW_START.search(scene.article.text, end, word.start)


def _heads(grammar: Grammar, token: int) -> Iterator[int]:
    for _ in range(HIGHEST):
        if grammar.head[token] == token:
            return
        token = grammar.head[token]
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
