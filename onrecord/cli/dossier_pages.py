"""Dossiers on a terminal: a list of them, and the lines of one."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from onrecord.cli.marks import in_colour
from onrecord.cli.phrases import BETWEEN, words
from onrecord.cli.tables import Layout, Row
from onrecord.dossiers import Dossier, Folder
from onrecord.export.dossier_citations import Cited, about, citations
from onrecord.phrases.numbers import number_of

FOLDERS = Layout((("Lines", 10), ("Begun by", 20), ("Last changed", 14)), "Dossier", room=80)
LINES = Layout((("Line", 34),), "Passage", room=96)


def folders(console: Console, values: Iterable[Folder]) -> None:
    """Draw which dossiers there are."""
    FOLDERS.draw(console, map(_folder, values))


def _folder(folder: Folder) -> Row:
    lines = Text(number_of(folder.lines, "line"))
    narrow = ((lines,), (words(folder.by),), (Text(folder.changed_at[:10]),))
    return Row(narrow, (words(folder.name, "bold"),))


def dossier(console: Console, value: Dossier) -> None:
    """Draw a dossier: its name, and each line with its passage and where that stands."""
    console.print(words(value.name, "bold"))
    console.print(words(about(value), "dim"))
    console.print()
    colour = in_colour(console)
    LINES.draw(console, (_line(cited, colour) for cited in citations(value)))


def _line(cited: Cited, colour: bool) -> Row:
    heading = words(f"{cited.number}. {cited.heading}", "bold")
    where = (cited.publisher, cited.printed, f"“{cited.title}”", cited.origin)
    wide = (
        _passage(cited, colour),
        words(BETWEEN.join(where), "dim"),
        *(words(remark, "red") for remark in cited.remarks),
        words(f"note: {' '.join(cited.note)}" if cited.note else ""),
    )
    facts = (words(fact, "dim") for fact in cited.facts)
    return Row(((heading, *facts),), wide, words(cited.entry, "dim"))


def _passage(cited: Cited, colour: bool) -> Text:
    """The words around the entry on one line, its own in colour or in brackets."""
    passage = Text()
    for stretch in cited.passage:
        shown = " ".join(stretch.text.split("\n"))
        if stretch.told:
            passage.append(shown if colour else f"[{shown}]", "green" if colour else "")
        else:
            passage.append(shown)
    return passage
