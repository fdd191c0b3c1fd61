"""The words of an entry marked where they stand: source, cue and content of a statement, trigger,
parties, place and date of an event, a figure and what it counts.

On a terminal with colours each has its own; without colours (``NO_COLOR``, a pipe, a dumb terminal)
each stands in brackets that name it, as the project writes its language cases: ``[source Ada Marsh]
[cue said] [content it rained]``. Only ``rich.text.Text`` is made here, so nothing in an article is
ever taken for markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from rich.console import Console
from rich.text import Text

from onrecord.model import Event, Figure, Passage, Place, Statement
from onrecord.phrases.letters import visible

MarkKind = Literal[
    "content", "mention", "figure", "of", "date", "place", "recipient", "actor", "trigger",
    "source", "cue",
]  # fmt: skip

# Later kinds are drawn over earlier ones: an inner source and cue stand in an outer content.
STYLES: dict[MarkKind, str] = {
    "content": "green",
    "mention": "underline",
    "figure": "bold yellow",
    "of": "yellow",
    "date": "blue",
    "place": "blue",
    "recipient": "cyan",
    "actor": "bold cyan",
    "trigger": "bold magenta",
    "source": "bold cyan",
    "cue": "bold magenta",
}
_ORDER = {kind: rank for rank, kind in enumerate(STYLES)}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SPACES = re.compile(r"\s+")
ROOM_AROUND = 140  # less than the store keeps, so that what it cut off is seen to be cut off


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the article's text, what it is, and the numbers of its statements."""

    start: int
    end: int
    kind: MarkKind
    numbers: tuple[int, ...] = ()
    asked: bool = False

    @property
    def label(self) -> str:
        """What stands before the words where there are no colours; in capitals if asked for."""
        return (self.kind.upper() if self.asked else self.kind) + self.raised

    @property
    def raised(self) -> str:
        return "⁻".join(str(n).translate(_RAISED) for n in self.numbers)

    @property
    def style(self) -> str:
        return STYLES[self.kind] + (" reverse" if self.asked else "")


def in_colour(console: Console) -> bool:
    """Whether the console can tell the marks apart by colour."""
    return console.is_terminal and not console.no_color and console.color_system is not None


def marks(statement: Statement, number: int | None = None, asked: bool = False) -> Iterator[Mark]:
    """The marks of one statement; with a number, its content carries it."""
    numbers = () if number is None else (number,)
    for passage, kind in ((statement.source, "source"), (statement.cue, "cue")):
        if passage is not None:
            yield Mark(passage.start, passage.end, kind, (), asked)  # type: ignore[arg-type]
    for piece in statement.content:
        yield Mark(piece.start, piece.end, "content", numbers, asked)


def event_marks(event: Event, asked: bool = False) -> Iterator[Mark]:
    """The marks of one event: what shows it, who took part, where and when."""
    yield _mark(event.trigger, "trigger", asked)
    yield from (_mark(party.passage, "actor", asked) for party in event.actors)
    yield from (_mark(party.passage, "recipient", asked) for party in event.recipients)
    yield from _where_and_when(event.place, event.when.passage, asked)


def figure_marks(figure: Figure, asked: bool = False) -> Iterator[Mark]:
    """The marks of one figure: its words, what is counted, where and as of when."""
    yield _mark(figure.passage, "figure", asked)
    if figure.of and not _within(figure.of, figure.passage):
        yield _mark(figure.of, "of", asked)
    yield from _where_and_when(figure.place, figure.as_of.passage, asked)


def _where_and_when(place: Place | None, date: Passage | None, asked: bool) -> Iterator[Mark]:
    if place:
        yield _mark(place.passage, "place", asked)
    if date:
        yield _mark(date, "date", asked)


def _mark(passage: Passage, kind: MarkKind, asked: bool) -> Mark:
    return Mark(passage.start, passage.end, kind, (), asked)


def _within(inner: Passage, outer: Passage) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def merged(found: Iterable[Mark]) -> list[Mark]:
    """Marks on the same words as the same thing become one that carries all their numbers."""
    kept: dict[tuple[int, int, str], Mark] = {}
    for mark in found:
        place = (mark.start, mark.end, mark.kind)
        if place in kept:
            earlier = kept[place]
            mark = replace(
                earlier,
                numbers=tuple(dict.fromkeys((*earlier.numbers, *mark.numbers))),
                asked=earlier.asked or mark.asked,
            )
        kept[place] = mark
    return list(kept.values())


def marked(where: Passage, found: Iterable[Mark], colour: bool, flat: bool = False) -> Text:
    """The passage with the marks that lie in it; ``flat`` brings it on one line."""
    inside = _inside(where, merged(found))
    edges = sorted({where.start, where.end, *(e for m in inside for e in (m.start, m.end))})
    text = Text()
    for start, end in zip(edges, [*edges[1:], where.end], strict=True):
        _edge(text, start, inside, colour)
        words = visible(where.text[start - where.start : end - where.start])
        over = sorted((m for m in inside if m.start <= start < m.end), key=_rank)
        style = " ".join(m.style for m in over) if colour else ""
        text.append(_SPACES.sub(" ", words) if flat else words, style)
    return text


def clipped(where: Passage, found: Iterable[Mark], room: int = ROOM_AROUND) -> Passage:
    """The part of the passage around the marks: whole words, at most ``room`` letters more.

    The room is around cue and content; a source that stands before it is taken in as well.
    """
    inside = _inside(where, found)
    said = [m for m in inside if m.kind != "source"] or inside
    if not said:
        return where
    first, last = min(m.start for m in inside), max(m.end for m in inside)
    start = min(first, max(where.start, min(m.start for m in said) - room))
    end = max(last, min(where.end, max(m.end for m in said) + room))
    text = where.text
    while where.start < start < first and not text[start - where.start - 1].isspace():
        start += 1
    while last < end < where.end and not text[end - where.start].isspace():
        end -= 1
    return Passage(start, end, text[start - where.start : end - where.start])


def _inside(where: Passage, found: Iterable[Mark]) -> list[Mark]:
    """The marks, each cut to what of it lies in the passage."""
    cut = (replace(m, start=max(m.start, where.start), end=min(m.end, where.end)) for m in found)
    return [mark for mark in cut if mark.start < mark.end]


def _rank(mark: Mark) -> tuple[bool, int]:
    return (mark.asked, _ORDER[mark.kind])


def _edge(text: Text, at: int, inside: list[Mark], colour: bool) -> None:
    """What stands between two stretches: brackets, or the numbers of a content."""
    closing = sum(m.end == at for m in inside)
    opening = sorted((m for m in inside if m.start == at), key=lambda m: (-m.end, _ORDER[m.kind]))
    if colour:
        text.append("".join(m.raised for m in opening), "dim")
        return
    text.append("]" * closing)
    for mark in opening:
        text.append(f"[{mark.label} ", "bold")
