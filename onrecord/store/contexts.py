"""The words around an entry, as lists show them: the lines that its passages stand in, cut between
words where they are long.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model import Entity, Event, Figure, Passage, Statement, passage

AROUND = 160  # characters kept on either side of an entry, at most


def of_statement(text: str, statement: Statement) -> Passage:
    """The words around a statement's cue and content."""
    spoken = [p for p in (statement.cue, *statement.content) if p]
    return _around(text, spoken or [Passage(0, 0, "")])


def of_event(text: str, event: Event) -> Passage:
    """The words around an event's trigger, and around what its line says of it."""
    parties = (party.passage for party in (*event.actors, *event.recipients))
    place = event.place.passage if event.place else None
    return _beside(text, event.trigger, (*parties, place, event.when.passage))


def of_figure(text: str, figure: Figure) -> Passage:
    """The words around a figure, and around what its line says of it."""
    place = figure.place.passage if figure.place else None
    return _beside(text, figure.passage, (figure.of, place, figure.as_of.passage))


def of_entity(text: str, entity: Entity) -> Passage:
    """The words around where an entity is first named, or else first mentioned; none where it is
    not.
    """
    named = [mention for mention in entity.mentions if mention.form == "name"]
    first = next(iter(named or entity.mentions), None)
    return _around(text, [Passage(*((first.start, first.end, "") if first else (0, 0, "")))])


def _beside(text: str, main: Passage, others: Iterable[Passage | None]) -> Passage:
    """The words around the main passage and those others that stand in its line."""
    first, last = _line(text, main.start, main.end)
    inside = (p for p in others if p and first <= p.start and p.end <= last)
    return _around(text, [main, *inside])


def _around(text: str, passages: Iterable[Passage]) -> Passage:
    """The lines of the passages, at most ``AROUND`` characters before and after them."""
    told = list(passages)
    first, last = min(p.start for p in told), max(p.end for p in told)
    line_start, line_end = _line(text, first, last)
    start = _start(text, first, max(line_start, first - AROUND))
    return passage(text, start, _end(text, last, min(line_end, last + AROUND)))


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the first line of a stretch begins and its last one ends."""
    line_end = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if line_end < 0 else line_end


def _start(text: str, first: int, start: int) -> int:
    """The start of the first whole word at or after ``start``."""
    if start > 0 and not text[start - 1].isspace():
        start = next((i for i in range(start, first) if text[i].isspace()), first)
    return next((i for i in range(start, first) if not text[i].isspace()), first)


def _end(text: str, last: int, end: int) -> int:
    """The end of the last whole word at or before ``end``."""
    if end < len(text) and not text[end].isspace():
        end = next((i for i in range(end, last, -1) if text[i - 1].isspace()), last)
    return next((i for i in range(end, last, -1) if not text[i - 1].isspace()), last)
