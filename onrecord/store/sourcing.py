"""Whom a person puts a statement down to: an entity of its article, words of it, or nobody.

What a person typed comes in; out comes a source. Its passage is what the article has for it beside
the statement: a statement that "he" made keeps "he", whoever that is. Who is not in the article
cannot be its source: that would be a name from somewhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from onrecord.corrections import Sourced
from onrecord.errors import CorrectionInvalid
from onrecord.model import Entity, Mention, Passage, Reading, Statement, passage
from onrecord.store.words import clean, folded

NOBODY = Sourced()
# Where the words for a source go on after the noun: "a spokesman for the Alba Port Authority".
_GOES_ON = re.compile(r"\s(?:of|for|in|from|at|with|to|on|who|which|close|familiar)\s|[,;:(]")

Found = tuple[Passage, Entity | None]
T = TypeVar("T")


def source_of(
    reading: Reading, statement: Statement, typed: str | None, unnamed: bool | None = None
) -> Sourced:
    """The source that was typed: an entity's id, its name, or words; None is nobody.

    Raises CorrectionInvalid where the article has no such words.
    """
    if typed is None:
        return NOBODY
    places = list(_places(reading, typed.strip()))
    if not places:
        raise CorrectionInvalid(
            f"“{clean(typed)}” is not in the article; give words that stand in it, or an entity of"
            " it (ent_…), or say that it names no source"
        )
    beside = _Beside(reading, statement)
    words, entity = min(places, key=lambda place: beside.far(place[0]))
    if entity is not None:
        chosen = entity.id == typed.strip()
        mentioned = [place for place, _ in places]
        source = beside.of_chosen(mentioned, entity) if chosen else beside.of_typed(words, entity)
        return Sourced(entity.name, entity.id, source, entity.kind == "unnamed")
    if unnamed is None:
        unnamed = _is_unnamed(reading, words)
    return Sourced(words.text, None, words, unnamed)


def _places(reading: Reading, typed: str) -> Iterator[Found]:
    """The words of the article that are meant, each with the entity they name."""
    own = next((entity for entity in reading.entities if entity.id == typed), None)
    if own is not None:
        yield from _mentioned(reading, own)
        return
    words = _occurring(reading.article.text, typed)
    yield from ((each, _named(reading, each)) for each in words)
    if not words and folded(typed):
        called = [entity for entity in reading.entities if folded(entity.name) == folded(typed)]
        yield from (place for entity in called for place in _mentioned(reading, entity))


def _mentioned(reading: Reading, entity: Entity) -> Iterator[Found]:
    """Where the article mentions an entity."""
    text = reading.article.text
    mentions = [passage(text, mention.start, mention.end) for mention in entity.mentions]
    yield from ((each, entity) for each in mentions or _occurring(text, entity.name))


def _occurring(text: str, words: str) -> list[Passage]:
    """Where words stand in a text, as they are typed or else in any case; whole words only."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    if not pattern:
        return []
    whole = rf"(?<!\w){pattern}(?!\w)"
    found = list(re.finditer(whole, text)) or list(re.finditer(whole, text, re.IGNORECASE))
    return [passage(text, *match.span()) for match in found]


def _named(reading: Reading, words: Passage) -> Entity | None:
    """The entity that words name: they are a mention of it, lie in one, are a name with a role of
    the same entity before it ("Mayor Jane Doe"), or its name; never one that they only speak of
    ("an aide to Jane Doe").
    """
    tests: tuple[Callable[[Entity, Mention], bool], ...] = (
        lambda _, mention: (mention.start, mention.end) == (words.start, words.end),
        lambda _, mention: mention.start <= words.start and words.end <= mention.end,
        lambda entity, mention: mention.end == words.end and _is_role(entity, mention, words),
    )
    each = [(entity, mention) for entity in reading.entities for mention in entity.mentions]
    fits = (entity for fit in tests for entity, mention in each if fit(entity, mention))
    called = (each for each in reading.entities if folded(each.name) == folded(words.text))
    return _first(chain(fits, called))


def _is_name(entity: Entity, words: Passage) -> bool:
    """Whether words are a name of an entity, whole or in part, with or without a role."""
    named = (mention for mention in entity.mentions if mention.form == "name")
    return folded(entity.name) == folded(words.text) or any(
        (mention.start <= words.start and words.end <= mention.end)
        or (mention.end == words.end and _is_role(entity, mention, words))
        for mention in named
    )


def _is_role(entity: Entity, mention: Mention, words: Passage) -> bool:
    before = folded(words.text[: max(mention.start - words.start, 0)]).removeprefix("the ")
    return any(folded(role.text).removeprefix("the ") == before for role in entity.roles)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside a statement."""

    reading: Reading
    statement: Statement

    def of_chosen(self, mentioned: Iterable[Passage], entity: Entity) -> Passage | None:
        """The words for somebody chosen from the list: a mention beside the statement or the
        statement's own words, whichever is nearer; none where neither can be.
        """
        near = [words for words in mentioned if self._has(words)]
        own = self._own(entity)
        return min((*near, *([own] if own else [])), key=self.far, default=None)

    def of_typed(self, words: Passage, entity: Entity) -> Passage:
        """The words for a name that was typed: these, unless they stand elsewhere and the
        statement's own may mean the same.
        """
        return words if self._has(words) else self._own(entity) or words

    def _own(self, entity: Entity) -> Passage | None:
        """The words the article has for the source of the statement ("he", "the candidate"), which
        may mean any but whom they do not name.
        """
        own = self.statement.source
        others = (each for each in self.reading.entities if each.id != entity.id)
        return None if own and any(_is_name(each, own) for each in others) else own

    def _has(self, words: Passage) -> bool:
        """Whether words stand in the line of the statement, and are no part of what is said."""
        inside, elsewhere, _, _ = self.far(words)
        return not inside and not elsewhere

    def far(self, words: Passage) -> tuple[bool, bool, int, int]:
        """How far words stand from the statement: rather not within its content, rather in the
        line of its cue, rather near.
        """
        content = self.statement.content
        inside = any(words.start < c.end and c.start < words.end for c in content)
        near = self.statement.cue or next(iter(content), words)
        left, right = sorted(((near.start, near.end), (words.start, words.end)))
        between = self.reading.article.text[left[1] : right[0]]
        return inside, "\n" in between, len(between), words.start


def _is_unnamed(reading: Reading, words: Passage) -> bool:
    """Whether words without an entity name nobody: as the reader has them elsewhere in the article,
    else if their noun has no capital ("senior Meravian officials").
    """
    alike = _first(s.unnamed for s in reading.statements if s.source and _alike(s.source, words))
    if alike is not None:
        return alike
    noun = _GOES_ON.split(words.text)[0].split()
    return not (noun and noun[-1][:1].isupper())


def _alike(one: Passage, other: Passage) -> bool:
    return folded(one.text) == folded(other.text)


def _first(values: Iterable[T]) -> T | None:
    return next(iter(values), None)
