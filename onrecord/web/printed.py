"""An article's text as it was published: paragraphs of stretches, each with the marks that lie over
it and the anchors of the entries whose first words it has.

A very long text comes in sections, so that a page stays quick and can be read. Line ends inside a
paragraph stay; what the text is there for (title, caption, credit…) goes with each paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Article, Part, PartKind, Passage, Reading, Statement, passage
from onrecord.web.marks import (
    Mark,
    Stretch,
    event_marks,
    figure_marks,
    statement_marks,
    stretches,
)

SECTION = 40_000  # characters: seven thousand words, more than nearly any article has
WRAPPED = 100  # longer lines were not broken to fit a width: each is a paragraph of its own
_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a text that one page shows; ``number`` counts from 1."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Anchored:
    """A stretch, and the entries whose first words stand in it."""

    stretch: Stretch
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text: what it is there for, and its words."""

    kind: PartKind | None
    words: tuple[Anchored, ...]


def sections(text: str, size: int = SECTION) -> list[Section]:
    """The text in sections of about that size, cut between paragraphs, else between words."""
    found: list[Section] = []
    start = 0
    while len(text) - start > size + size // 2:
        end = _cut(text, start + size, size // 4)
        found.append(Section(len(found) + 1, start, end))
        start = end
    return [*found, Section(len(found) + 1, start, len(text))]


def _cut(text: str, wanted: int, room: int) -> int:
    """The first good place at or after the one wanted, within some room."""
    line = text.find("\n", wanted, wanted + room)
    if line >= 0:
        return line + 1
    space = _SPACE.search(text, wanted, wanted + room)
    return space.end() if space else wanted


def section_of(start: int, found: Sequence[Section]) -> Section:
    """The section that a place in the text lies in."""
    return found[max(0, bisect_right([each.start for each in found], start) - 1)]


def article_marks(reading: Reading) -> list[Mark]:
    """Every mark of a reading: as lists have them, and in an article also when something was said
    and who passed it on.
    """
    found = [mark for each in reading.statements for mark in _of_statement(each)]
    found += [mark for event in reading.events for mark in event_marks(event)]
    found += [mark for figure in reading.figures for mark in figure_marks(figure)]
    return found


def _of_statement(statement: Statement) -> Iterator[Mark]:
    yield from statement_marks(statement)
    for relay in statement.via:
        yield Mark(relay.passage.start, relay.passage.end, "via", statement.id)
    if said := statement.said.passage:
        yield Mark(said.start, said.end, "date", statement.id)


def beginnings(marks: Iterable[Mark]) -> dict[str, int]:
    """Where the first words of each entry stand."""
    found: dict[str, int] = {}
    for mark in marks:
        found[mark.entry] = min(mark.start, found.get(mark.entry, mark.start))
    return found


def paragraphs(article: Article, marks: Iterable[Mark], section: Section) -> list[Paragraph]:
    """The paragraphs of a section, marked.

    A mark that runs over several paragraphs lies over each of them.
    """
    told = list(marks)
    blocks = list(_blocks(article, section))
    ends = [block.end for _, block in blocks]
    starts = [block.start for _, block in blocks]
    over: list[list[Mark]] = [[] for _ in blocks]
    for mark in told:
        for number in range(bisect_right(ends, mark.start), bisect_left(starts, mark.end)):
            over[number].append(mark)
    anchored: set[str] = set()
    return [
        Paragraph(kind, tuple(_anchored(block, marks, anchored)))
        for (kind, block), marks in zip(blocks, over, strict=True)
    ]


def _anchored(block: Passage, marks: Sequence[Mark], anchored: set[str]) -> Iterator[Anchored]:
    """The stretches of a paragraph; an entry is anchored where the first of its words are shown."""
    for stretch in stretches(block, marks):
        here = tuple(entry for entry in stretch.first if entry not in anchored)
        anchored.update(here)
        yield Anchored(stretch, here)


def _blocks(article: Article, section: Section) -> Iterator[tuple[PartKind | None, Passage]]:
    """The paragraphs of a section without marks, each within one part."""
    for kind, start, end in _parts(article.parts, section):
        for first, last in _lines(article.text, start, end):
            yield kind, passage(article.text, first, last)


def _parts(parts: Sequence[Part], section: Section) -> Iterator[tuple[PartKind | None, int, int]]:
    """The section from part to part, what stands between parts included."""
    at = section.start
    for part in sorted(parts, key=lambda part: part.start):
        start, end = max(part.start, at), min(part.end, section.end)
        if start < end:
            if at < start:
                yield None, at, start
            yield part.kind, start, end
            at = end
    if at < section.end:
        yield None, at, section.end


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Paragraphs between two places: where blank lines stand, or at each line end where lines are
    longer than anybody breaks them.
    """
    at = start
    for gap in _BLANK.finditer(text, start, end):
        yield from _long_lines(text, at, gap.start())
        at = gap.end()
    yield from _long_lines(text, at, end)


def _long_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    lines = [] if text[start:end].isspace() else text[start:end].split("\n")
    if not any(len(line) > WRAPPED for line in lines):
        lines = ["\n".join(lines)] if lines else []
    for line in lines:
        if line.strip():
            before = len(line) - len(line.lstrip())
            yield start + before, start + len(line.rstrip())
        start += len(line) + 1
