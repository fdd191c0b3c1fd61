"""The words of an article with its entries marked: a passage in, stretches out, each with the kinds
of mark that lie over it and the entries they belong to. Templates print stretches; nothing here
knows HTML.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.model import Counted, Event, Figure, Happened, Passage, Spoken, Statement

Kind = Literal["content", "figure", "date", "place", "party", "event", "source", "cue", "via"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of an article, what they are, and of which entry (its id)."""

    start: int
    end: int
    kind: Kind
    entry: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words over which the same marks lie; ``first`` are the entries whose words begin here."""

    text: str
    kinds: tuple[Kind, ...]
    entries: tuple[str, ...]
    first: tuple[str, ...] = ()

    @property
    def classes(self) -> str:
        """The kinds as names of classes."""
        return " ".join(self.kinds)


def statement_marks(statement: Statement) -> Iterator[Mark]:
    """Source, cue and content of a statement."""
    for piece in statement.content:
        yield _mark(piece, "content", statement.id)
    if statement.source:
        yield _mark(statement.source, "source", statement.id)
    if statement.cue:
        yield _mark(statement.cue, "cue", statement.id)


def event_marks(event: Event) -> Iterator[Mark]:
    """What shows an event, who took part in it, where and when it was."""
    yield _mark(event.trigger, "event", event.id)
    for party in (*event.actors, *event.recipients):
        yield _mark(party.passage, "party", event.id)
    if event.place:
        yield _mark(event.place.passage, "place", event.id)
    if event.when.passage:
        yield _mark(event.when.passage, "date", event.id)


def figure_marks(figure: Figure) -> Iterator[Mark]:
    """The words of a figure, where and as of when it is."""
    yield _mark(figure.passage, "figure", figure.id)
    if figure.place:
        yield _mark(figure.place.passage, "place", figure.id)
    if figure.as_of.passage:
        yield _mark(figure.as_of.passage, "date", figure.id)


def of_statement(spoken: Spoken) -> list[Stretch]:
    """The words around a statement, marked."""
    return stretches(spoken.context, statement_marks(spoken.statement))


def of_event(happened: Happened) -> list[Stretch]:
    """The words around an event, marked."""
    return stretches(happened.context, event_marks(happened.event))


def of_figure(counted: Counted) -> list[Stretch]:
    """The words around a figure, marked."""
    return stretches(counted.context, figure_marks(counted.figure))


def stretches(where: Passage, marks: Iterable[Mark]) -> list[Stretch]:
    """The passage cut wherever a mark begins or ends; marks outside of it are left out.

    One sweep from left to right: the time it takes grows with the marks, not with their square.
    """
    inside = sorted((m for m in {_cut(m, where) for m in marks} if m.start < m.end), key=_rank)
    edges = sorted({where.start, where.end, *(e for m in inside for e in (m.start, m.end))})
    opening: dict[int, list[Mark]] = {}
    for mark in inside:
        opening.setdefault(mark.start, []).append(mark)
    over: list[Mark] = []
    found = []
    for start, end in itertools.pairwise(edges):
        begun = opening.get(start, [])
        over = [m for m in over if m.end > start] + begun
        text = where.text[start - where.start : end - where.start]
        kinds = tuple(dict.fromkeys(m.kind for m in over))
        entries = tuple(dict.fromkeys(m.entry for m in over))
        found.append(Stretch(text, kinds, entries, tuple(dict.fromkeys(m.entry for m in begun))))
    return found


def _mark(passage: Passage, kind: Kind, entry: str) -> Mark:
    return Mark(passage.start, passage.end, kind, entry)


def _cut(mark: Mark, where: Passage) -> Mark:
    start, end = max(mark.start, where.start), min(mark.end, where.end)
    return Mark(start, end, mark.kind, mark.entry)


def _rank(mark: Mark) -> tuple[int, int, str, str]:
    return (mark.start, -mark.end, mark.kind, mark.entry)
