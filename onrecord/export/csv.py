"""CSV: a header and a row for each value, UTF-8, one line a row; safe to open in a spreadsheet.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula and runs it,
and an article may say anything. Such a cell gets an apostrophe in front, which spreadsheets read as
"this is text"; so does such a letter after a semicolon, because where the comma is the decimal sign
a spreadsheet splits at semicolons. White space runs, line ends included, become one space;
``start`` and ``end`` still count in the article's own text.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TextIO

from onrecord.export.cells import Cell
from onrecord.export.columns import COLUMNS, rows
from onrecord.export.entries import Value
from onrecord.phrases.letters import one_line

_FORMULA = re.compile(r"""(^|;)([\s"']*)(?=[=+\-@＝＋－＠])""")


def write(values: Iterable[Value], stream: TextIO, kind: type) -> None:
    """Write the header of the kind, then the rows of each value."""
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(name for name, _ in COLUMNS[kind])
    for value in values:
        table.writerows([safe(cell) for cell in row] for row in rows(value))


def safe(cell: Cell) -> str:
    """The cell as text that a spreadsheet shows and does not run; a number stays a number."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return format(Decimal(repr(cell)), "f").removesuffix(".0")
    return guarded(one_line(cell or ""))


def guarded(text: str) -> str:
    """The text with an apostrophe before whatever a spreadsheet would take for a formula."""
    return _FORMULA.sub(r"\1\2'", text)
