"""The statements of one reading as they would stand on the record: each with its article and the
words around it.

The context of a statement is the paragraphs that its source, cue and content lie in, from the first
to the last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from onrecord.model import Card, Passage, Reading, Spoken, Statement, passage


def card(reading: Reading) -> Card:
    """The article of a reading as a line in a list."""
    known = {f.name for f in fields(reading.article)} & {f.name for f in fields(Card)}
    shared = {name: getattr(reading.article, name) for name in known}
    return Card(**shared, reader=reading.reader, statements=len(reading.statements))


def spoken(reading: Reading) -> Iterator[Spoken]:
    """The statements of the reading, in its order."""
    article = card(reading)
    for statement in reading.statements:
        yield Spoken(statement, article, context(statement, reading.article.text))


def context(statement: Statement, text: str) -> Passage:
    """The lines the statement stands in; its source, which may be far off, counts if nothing else
    does.
    """
    spoken = [p for p in (statement.cue, *statement.content) if p is not None]
    return lines(text, spoken or [statement.source or Passage(0, 0, "")])


def lines(text: str, found: Iterable[Passage]) -> Passage:
    """The lines of the text from the one the first passage stands in to that of the last."""
    ends = [(p.start, p.end) for p in found]
    start = text.rfind("\n", 0, min(first for first, _ in ends)) + 1
    end = text.find("\n", max(last for _, last in ends))
    return passage(text, start, len(text) if end < 0 else end)
