"""Dossiers: statements, events and figures that people pick out of the record, in an order of their
own and with notes.

A line keeps its entry as it was when it was picked. Where the entry still stands on the record, the
line shows what it is now; where reading the article again has made it go away, the line shows what
was kept, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.corrections import Correction
from onrecord.model import Counted, Happened, Spoken

Kind = Literal["statement", "event", "figure"]
Picked = Spoken | Happened | Counted
KINDS: dict[type, Kind] = {Spoken: "statement", Happened: "event", Counted: "figure"}


@dataclass(frozen=True, slots=True)
class Line:
    """An entry in a dossier: at which place, picked by whom and when, with what note.

    ``gone`` says that the entry is no longer on the record; ``picked`` is then what it was.
    ``corrections`` are those of the entry that stand.
    """

    dossier: str
    number: int  # from 1, in the order of the dossier
    picked: Picked
    by: str
    at: str
    note: str | None = None
    gone: bool = False
    corrections: tuple[Correction, ...] = ()

    @property
    def kind(self) -> Kind:
        """What it is a line about."""
        return KINDS[type(self.picked)]

    @property
    def entry(self) -> str:
        """The id of its entry."""
        return entry(self.picked)


@dataclass(frozen=True, slots=True)
class Dossier:
    """A named list of entries, in order: who began it and when, and when it was last changed."""

    name: str
    by: str
    begun_at: str
    changed_at: str
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Folder:
    """A dossier as a line in a list: everything but its lines, of which it says how many."""

    name: str
    by: str
    begun_at: str
    changed_at: str
    lines: int


def entry(picked: Picked) -> str:
    """The id of a statement, an event or a figure on the record."""
    if isinstance(picked, Spoken):
        return picked.statement.id
    return picked.event.id if isinstance(picked, Happened) else picked.figure.id
