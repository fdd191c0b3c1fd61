"""The commands that ask the record and change nothing: each takes its options, asks, prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.filters import Within
from onrecord.cli.options import Filters, Kept, Meaning, Part, Place, Shape, asked
from onrecord.cli.printing import put, put_one
from onrecord.findings import Near
from onrecord.model import Card, Failure, Reading, Spoken

if TYPE_CHECKING:
    from rich.console import Console

    from onrecord.record import Record

EntryId = Annotated[str, typer.Argument(metavar="ID", hidden=True)]


def statements(
    filters: Filters, within: Within, near: Meaning, part: Part, place: Place, shape: Shape
) -> None:
    """Print who said what, with the passage that says so.

    With --meaning, what is near to some words in meaning, whatever its own words, and how near: 1
    is the same.
    """
    question = asked(filters, within, part)
    if near.meaning and part.order:
        raise typer.BadParameter("--meaning puts the nearest first; leave out --order.")
    with opened(place) as record:
        if near.meaning:
            put(record.search.nearest(near.meaning, **question), Near, shape.format)
        else:
            put(record.statements(**question), Spoken, shape.format)


def articles(filters: Filters, part: Part, place: Place, shape: Shape) -> None:
    """Print the articles on the record."""
    with opened(place) as record:
        put(record.articles(**asked(filters, part)), Card, shape.format)


def show(entry: EntryId, place: Place, shape: Shape) -> None:
    """Print an article with who said what marked in its text, and its events and figures.

    ID is that of an article or of any entry in it; its beginning will do. Sources, cues and
    contents are marked. The raised number before a content is that of its statement in the list
    below the text. If ID is that of a statement, an event, a figure or an entity, its words stand
    out. --format json gives the reading.
    """
    with opened(place) as record:
        reading = record.reading(entry)

    def draw(console: Console) -> None:
        from onrecord.cli.pages import shown

        shown(console, reading, entry)

    put_one(reading, shape.format, draw)


def export(filters: Filters, part: Part, place: Place, kept: Kept) -> None:
    """Print whole readings, or their events for other programs.

    With --format jsonl a reading is one line; with --format csv a row is a statement. plover is
    PLOVER 0.8 as JSON Lines and polecat a table like that of POLECAT, an event a line; events that
    did not happen are left out, unless --all-statuses asks for them.
    """
    wishes: dict[str, Any] = {"all_statuses": True} if kept.all_statuses else {}
    if wishes and kept.format not in ("plover", "polecat"):
        raise typer.BadParameter("--all-statuses goes with --format plover or polecat.")
    with opened(place) as record:
        put(record.readings(**asked(filters, part)), Reading, kept.format, **wishes)


def failures(place: Place, shape: Shape) -> None:
    """Print what could not be put on the record, and why."""
    with opened(place) as record:
        put(record.failures(), Failure, shape.format)


def opened(place: Place) -> Record:
    """The record, which has to be there: only ``add`` makes a new one."""
    from onrecord.record import Record

    return Record.open(place.record, create=False)
