"""``onrecord dossiers``, ``dossier``, ``pick`` and ``unpick``: lists of entries people make."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, cast, get_args

import typer

from onrecord.cli.asking import opened
from onrecord.cli.endings import say
from onrecord.cli.options import Place, Report, Shape, phrase
from onrecord.cli.printing import put
from onrecord.dossiers import Dossier, Folder, Line
from onrecord.phrases.numbers import number_of

if TYPE_CHECKING:
    from rich.console import Console

    from onrecord.export.dossier import Format as FileFormat

Form = Literal["html", "md", "csv", "docx", "json", "jsonl", "table"]
Name = Annotated[str, typer.Argument(metavar="NAME", hidden=True)]
Entries = Annotated[list[str], typer.Argument(metavar="ID", hidden=True)]
FILES = ("html", "md", "csv", "docx")


@dataclass(frozen=True, slots=True)
class HandedOn:
    """In what form a dossier is printed, and into which file."""

    format: Annotated[
        Form | None,
        typer.Option(
            metavar="|".join(get_args(Form)),
            help="The form to print in.  [default: that of the file, else table on a terminal,"
            " else jsonl]",
        ),
    ] = None
    output: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="Write it into this .html, .md, .csv or .docx file instead."
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class Picking:
    """What is said of what is picked."""

    into: Annotated[str, phrase("NAME", "The dossier; begun if there is none.")]
    note: Annotated[str | None, phrase("TEXT", "What you say of it.")] = None
    at: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Put it at this place, counted from 1."),
    ] = None
    by: Annotated[
        str | None, phrase("NAME", "Who picks: your name.  [default: that of your login]")
    ] = None


@dataclass(frozen=True, slots=True)
class Unpicking:
    """Where what is picked lies."""

    out_of: Annotated[str, phrase("NAME", "The dossier.", "--from")]


def dossiers(place: Place, shape: Shape) -> None:
    """Print which dossiers there are, the one changed last first."""
    with opened(place) as record:
        put(record.dossiers.all(), Folder, shape.format, draw=_folders)


def dossier(name: Name, place: Place, handed_on: HandedOn) -> None:
    """Print a dossier, or write it into a file to hand on.

    Each line has who said what, what happened or how much, with manner and sources, the passage,
    publisher, date and address, and the note. html is one page that can be mailed and printed, md
    is Markdown, csv a table, docx a Word file.
    """
    with opened(place) as record:
        found = record.dossiers.named(name)
    form = _form(handed_on)
    if form not in FILES:
        put(found.lines, Line, cast(Any, form), draw=_drawn(found))
    else:
        _hand_on(found, cast("FileFormat", form), handed_on.output)


def pick(entries: Entries, picking: Picking, place: Place, report: Report) -> None:
    """Pick statements, events and figures into a dossier, by their ids.

    What is in the dossier already stays where it is, and gets the note if there is one; --at puts
    it at another place. What a line shows is kept, also if its article is read again.
    """
    by = picking.by or _login()
    with opened(place) as record:
        picked = [
            record.dossiers.pick(id, picking.into, by=by, note=picking.note) for id in entries
        ]
        for line in reversed(picked) if picking.at else ():
            record.dossiers.move(line.entry, picking.into, cast(int, picking.at))
        if report.format is not None:
            ids = {line.entry for line in picked}
            lines = record.dossiers.named(picking.into).lines
            put([line for line in lines if line.entry in ids], Line, report.format)
    say(f"{', '.join(line.entry for line in picked)} picked into “{picking.into}”.")


def unpick(entries: Entries, unpicking: Unpicking, place: Place) -> None:
    """Take entries out of a dossier, by their ids; they stay on the record."""
    with opened(place) as record:
        for id in entries:
            record.dossiers.unpick(id, unpicking.out_of)
    say(f"{', '.join(entries)} taken out of “{unpicking.out_of}”.")


def _form(handed_on: HandedOn) -> Form | None:
    """The form asked for, by name or by the ending of the file; both have to agree."""
    if handed_on.output is None:
        if handed_on.format == "docx" and sys.stdout.isatty():
            raise typer.BadParameter("a Word file is not for a terminal; give --output FILE.docx.")
        return handed_on.format
    ending = Path(handed_on.output).suffix.lower().removeprefix(".")
    form = handed_on.format or ending
    if form not in FILES or form != ending:
        raise typer.BadParameter(
            "--output takes a file of the form asked for, whose name ends in .html, .md, .csv or"
            " .docx."
        )
    return cast(Form, form)


def _hand_on(found: Dossier, form: FileFormat, output: str | None) -> None:
    from onrecord.export.dossier import written

    whole = written(found, form)
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(whole)
        return
    Path(output).write_bytes(whole)
    say(f"{output} has {number_of(len(found.lines), 'line')}.")


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # nobody is logged in: a container with a bare number
        raise typer.BadParameter("who picks? give your name with --by.") from None


def _folders(console: Console, values: Iterable[Any]) -> None:
    from onrecord.cli.dossier_pages import folders

    folders(console, values)


def _drawn(found: Dossier) -> Any:
    def draw(console: Console, values: Iterable[Any]) -> None:
        from onrecord.cli.dossier_pages import dossier as drawn

        drawn(console, found)

    return draw
