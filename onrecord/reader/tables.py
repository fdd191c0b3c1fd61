"""An article's text in, its tables out: which cell a character stands in, and whose that cell is.

A table is rows of cells with "|" or tabs between them, as Markdown has it and as a page's table is
printed. Whose a number is says the head of its column or row ("Kestria says", "the army's count"),
a column "Source", or the line "Source: …" below; where none of them does, the table names nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

Stretch = tuple[int, int]
Row = tuple[Stretch, ...]

# Verbs that are no nouns: "Insurance claims", "Cases reported" name nobody who says so.
_SAYING: Final = r"(?:says?|said|gives|announces|confirms|admits|puts it at|tells)"
_RECKONING: Final = (
    r"(?:counts?|figures?|estimates?|tally|tallies|numbers?|toll|claims?|version|account|data"
    r"|reckoning)"
)
_WHO: Final = r"(?P<who>(?:[Tt]he )?[^\W\d_][^|\d]{1,60}?)"
# what a cell that names the source of other cells looks like
HEADS: Final = tuple(
    re.compile(row)
    for row in (
        rf"{_WHO}['’]s?(?: own| official)? {_RECKONING}",  # "the army's own count"
        rf"{_WHO} {_SAYING}",  # "Kestria says"
        rf"(?i:according to|as told by|reported by|claimed by|counted by|given by) {_WHO}",
        rf"(?i:sources?): {_WHO}",
        rf"(?i:{_RECKONING}) (?:from|given by|according to) {_WHO}",  # "Figure from Kestria"
    )
)
# A column with such a head names the source of each row.
NAMING: Final = re.compile(
    r"(?i:sources?|according to|reported by|whose (?:count|figure)|who says(?: so)?)"
)
# "He says", "last year's figure", "figures from May"
NOBODY: Final = re.compile(
    r"(?i:who|what|he|she|it|they|we|i|some|nobody|total|official|(?:last|this|previous|next) .*"
    r"|.*\b(?:years?|months?|weeks?|quarter|to?day|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)"
    r"day|january|february|march|april|may|june|july|august|september|october|november|december))"
)
_BELOW: Final = re.compile(r"\s*[(*_]*(?i:sources?): (?P<who>[^\n|]{2,80}?)[)*_.]*\s*(?:\n|$)")
_RULE: Final = re.compile(r"[\s|:+=-]*")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first row is the head."""

    text: str
    rows: tuple[Row, ...]
    below: Stretch | None  # who the line "Source: …" under the table names

    def source(self, row: int, column: int) -> Stretch | None:
        """The words naming the one whose the cell is; None where the table names nobody."""
        cells = self.rows[row]
        head = self._head(row, column)
        named = head and _who(self.text, head)
        if named is None and column and row:
            named = _who(self.text, cells[0]) or self._by_column(row)
        return named or self.below

    def _head(self, row: int, column: int) -> Stretch | None:
        """The head over a cell; the head row may lack the cell in its corner."""
        head, cells = self.rows[0], self.rows[row]
        lacking = len(cells) - len(head)
        if not row or lacking not in (0, 1) or column < lacking:
            return None
        if not lacking and _who(self.text, head[0]):
            return None  # "Kestria says | Meravia says" over "Killed | 14": which cell is missing?
        return head[column - lacking]

    def _by_column(self, row: int) -> Stretch | None:
        for column, cell in enumerate(self.rows[row]):
            head = self._head(row, column)
            if head and NAMING.fullmatch(self.text[slice(*head)]):
                return cell
        return None


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of an article, to be asked about a character of its text."""

    tables: tuple[Table, ...]
    cells: tuple[tuple[int, int, int, int, int], ...]  # start, end, table, row, column

    def at(self, at: int) -> tuple[int, int, int] | None:
        """The cell at a character: its table, row and column."""
        index = bisect_right(self.cells, at, key=lambda c: c[0]) - 1
        if index < 0 or not self.cells[index][0] <= at < self.cells[index][1]:
            return None
        return self.cells[index][2:]

    def source(self, cell: tuple[int, int, int]) -> Stretch | None:
        table, row, column = cell
        return self.tables[table].source(row, column)

    def apart(self, one: Stretch, other: Stretch) -> bool:
        """Whether one of two stretches stands in a cell that the other is not in."""
        ends = (one[0], one[1] - 1, other[0], other[1] - 1)
        return bool(self.tables) and len({self.at(end) for end in ends}) > 1


def tables_of(text: str) -> Tables:
    """All tables of a text: two rows or more, with two cells or more each."""
    found = tuple(_tables(text))
    cells = (
        (*cell, t, r, c)
        for t, table in enumerate(found)
        for r, row in enumerate(table.rows)
        for c, cell in enumerate(row)
    )
    return Tables(found, tuple(sorted(cells)))


def _tables(text: str) -> Iterator[Table]:
    lines = list(_lines(text)) if "|" in text or "\t" in text else []
    group: list[Stretch] = []
    for line, following in pairwise([*lines, None]):
        assert line is not None
        group.append(line)
        if following is None or text[line[1] : following[0]].strip():
            yield from _table(text, group)
            group = []


def _lines(text: str) -> Iterator[Stretch]:
    """The lines that have cells."""
    at = 0
    for line in text.splitlines(keepends=True):
        if "|" in line or "\t" in line.strip():
            yield at, at + len(line.rstrip("\r\n"))
        at += len(line)


def _table(text: str, lines: list[Stretch]) -> Iterator[Table]:
    rows = [_cells(text, line) for line in lines if not _RULE.fullmatch(text, *line)]
    rows = [row for row in rows if row]
    wide = [row for row in rows if len(row) > 1]
    numbers = any(c.isdigit() for row in rows[1:] for cell in row for c in text[slice(*cell)])
    if len(rows) > 1 and len(wide) > 1 and numbers:
        below = _BELOW.match(text, lines[-1][1])
        yield Table(text, tuple(rows), below.span("who") if below else None)


def _cells(text: str, line: Stretch) -> Row:
    """The cells of a row without blanks; one left empty counts, unless it is the row's first."""
    start, end = line
    bare = text[start:end].strip()
    start = text.index(bare, start)
    end = start + len(bare)
    bordered = bare[:1] == "|" and bare[-1:] == "|" and len(bare) > 1
    if bordered:
        start, end = start + 1, end - 1
    cells, at = [], start
    for stop in [*(m.start() for m in re.finditer(r"[|\t]", text[start:end])), end - start]:
        cells.append(_stripped(text, at, start + stop))
        at = start + stop + 1
    return tuple(cells) if bordered else tuple(c for c in cells if c[0] < c[1])


def _stripped(text: str, start: int, end: int) -> Stretch:
    while start < end and text[start] in " \t\u00a0*_`":
        start += 1
    while start < end and text[end - 1] in " \t\u00a0*_`:":
        end -= 1
    return start, end


def _who(text: str, cell: Stretch) -> Stretch | None:
    """The one named by a cell such as "Kestria says"."""
    for form in HEADS:
        found = form.fullmatch(text, *cell)
        if found and not NOBODY.fullmatch(found["who"]):
            return found.span("who")
    return None
