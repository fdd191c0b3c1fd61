"""A table that is readable at any width: columns where there is room, else each row as a short
block.

A row is its narrow cells and one wide one. Rows are drawn as they come, so a list of any length
starts at once and takes no memory. In a block the narrow cells stand on the first line and the wide
one is indented under them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rich.console import Console, RenderableType
from rich.containers import Lines
from rich.table import Table
from rich.text import Text

from onrecord.cli.phrases import BETWEEN

Cell = tuple[Text, ...]
_GAP = 2


@dataclass(frozen=True, slots=True)
class Row:
    """The narrow cells, in the order of the columns, and the wide one; each may have lines.

    ``id`` is what ``show`` takes; ``group`` is printed above the first of the rows that share it.
    """

    narrow: tuple[Cell, ...]
    wide: Cell
    id: Text = field(default_factory=Text)
    group: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table: the narrow ones with their widths, the wide one, and the room they
    need. In a block, where there are no titles, those ``told`` stand before their cells.
    """

    narrow: tuple[tuple[str, int], ...]
    wide: str
    room: int
    told: frozenset[str] = frozenset()

    def draw(self, console: Console, rows: Iterable[Row]) -> None:
        """Draw the rows on the console one by one."""
        columns = console.width >= self.room
        before: Row | None = None
        for row in rows:
            if before:
                console.print()
            elif columns:
                self._head(console)
            if row.group and (before is None or row.group.plain != before.group.plain):
                console.print(wrapped(console, row.group, console.width))
                console.print()
            console.print(self._columns(_cells(row)) if columns else self._block(console, row))
            before = row

    def _head(self, console: Console) -> None:
        titles = (*(title for title, _ in self.narrow), self.wide)
        console.print(self._columns([Text(title, "bold") for title in titles]))
        console.print(Text("─" * console.width, "dim"))

    def _columns(self, cells: Iterable[RenderableType]) -> Table:
        table = Table.grid(padding=(0, _GAP, 0, 0), expand=True)
        for _, width in self.narrow:
            table.add_column(width=width, overflow="fold")
        table.add_column(ratio=1, overflow="fold")
        table.add_row(*cells)
        return table

    def _block(self, console: Console, row: Row) -> Text:
        """The narrow cells on the first line, the wide one indented under them."""
        titled = zip((title for title, _ in self.narrow), row.narrow, strict=True)
        cells = [self._told(title, cell) for title, cell in titled]
        first = Text(BETWEEN).join(part for cell in (*cells, (row.id,)) for part in cell if part)
        wide = wrapped(console, _lines(row.wide), console.width, Text(" " * _GAP))
        return _lines((wrapped(console, first, console.width), wide))

    def _told(self, title: str, cell: Cell) -> Cell:
        return (after(title.lower(), cell[0]), *cell[1:]) if title in self.told else cell


def _cells(row: Row) -> list[RenderableType]:
    first, *rest = row.narrow
    return [_lines(cell) for cell in ((*first, row.id), *rest, row.wide)]


def _lines(cell: Cell) -> Text:
    return Text("\n").join(line for line in cell if line)


def after(title: str, cell: Text) -> Text:
    """The cell with its title before it; nothing where there is nothing in it."""
    return Text.assemble((f"{title} ", "dim"), cell) if cell else cell


def wrapped(console: Console, text: Text, width: int, first: Text | None = None) -> Text:
    """The text within a width, nothing blank at the ends of its lines.

    ``first`` stands before the first line, and as much blank space before the others.
    """
    before = first or Text()
    lines = text.wrap(console, width - len(before)) if text else Lines()
    whole = Text()
    for number, line in enumerate(lines):
        line.rstrip()
        margin = before if number == 0 else Text(" " * len(before) if line else "")
        whole.append("\n" if number else "").append_text(margin).append_text(line)
    return whole
