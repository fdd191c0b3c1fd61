"""``onrecord correct``, ``corrections`` and ``undo``: what people say of single entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import typer

from onrecord.cli.asking import EntryId, opened
from onrecord.cli.endings import say
from onrecord.cli.options import Limit, Place, Report, Shape, phrase
from onrecord.cli.printing import put
from onrecord.corrections import Correcting, Correction
from onrecord.phrases.corrections import changed

CorrectionId = Annotated[str, typer.Argument(metavar="CORRECTION", hidden=True)]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person says of an entry: one of these."""

    confirm: Annotated[
        bool, typer.Option("--confirm", help="It is right, and its source is the right one.")
    ] = False
    reject: Annotated[
        bool,
        typer.Option(
            "--reject", "--not-a-statement", help="It is no statement, event or figure at all."
        ),
    ] = False
    source: Annotated[
        str | None,
        phrase(
            "WORDS",
            "A statement has this source: words of its article, or an entity of it (ent_…).",
        ),
    ] = None
    no_source: Annotated[
        bool, typer.Option("--no-source", help="A statement has a source that nobody names.")
    ] = False
    unnamed: Annotated[
        bool | None,
        typer.Option(
            "--unnamed/--named", help="Whether the words of --source name nobody, or somebody."
        ),
    ] = None

    def wish(self) -> dict[str, Any]:
        """The same, as the front door takes it."""
        sourced = self.source is not None or self.no_source
        said = {"confirm": self.confirm, "reject": self.reject, "source": sourced}
        kinds = [kind for kind, is_said in said.items() if is_said]
        if len(kinds) != 1 or (self.source is not None and self.no_source):
            raise typer.BadParameter(
                "say one of --confirm, --reject, --source WORDS and --no-source."
            )
        if self.unnamed is not None and self.source is None:
            raise typer.BadParameter("--named and --unnamed go with --source.")
        return {"kind": kinds[0], "source": self.source, "unnamed": self.unnamed}


@dataclass(frozen=True, slots=True)
class Person:
    """Who corrects, and why."""

    by: Annotated[str, phrase("NAME", "Who says so: your name.")]
    why: Annotated[str, phrase("TEXT", "Why, in a sentence.")]


@dataclass(frozen=True, slots=True)
class Which:
    """Which corrections."""

    entry: Annotated[str | None, phrase("ID", "Only those of this entry.")] = None
    article: Annotated[str | None, phrase("ID", "Only those in this article.")] = None
    by: Annotated[str | None, phrase("NAME", "Only what this person said.")] = None
    kind: Annotated[
        Correcting | None,
        typer.Option(metavar="confirm|reject|source", help="Only those of this kind."),
    ] = None
    withdrawn: Annotated[
        bool, typer.Option("--withdrawn", help="Also corrections that were undone.")
    ] = False
    limit: Limit = None


def correct(entry: EntryId, verdict: Verdict, person: Person, place: Place, report: Report) -> None:
    """Confirm a statement, event or figure, reject it, or correct a statement's source.

    onrecord correct ID --reject --by NAME --why TEXT. What is rejected leaves the reading, and what
    is according to it with it; every list, search and link then goes by what was corrected. The
    reader's own reading is kept, and `onrecord undo` brings it back. Corrections stay when articles
    are read or linked again.
    """
    wish = verdict.wish()
    with opened(place) as record:
        made = record.review.correct(entry, wish.pop("kind"), by=person.by, why=person.why, **wish)
        _tell(made, report)


def corrections(which: Which, place: Place, shape: Shape) -> None:
    """Print what people corrected: before and after, by whom, when and why."""
    asked = {name: getattr(which, name) for name in Which.__slots__}
    with opened(place) as record:
        put(record.review.corrections(**asked), Correction, shape.format)


def undo(correction: CorrectionId, person: Person, place: Place, report: Report) -> None:
    """Undo a correction; it stays on the record as withdrawn, and the reading is as it was."""
    with opened(place) as record:
        _tell(record.review.undo(correction, by=person.by, why=person.why), report)


def _tell(made: Correction, report: Report) -> None:
    if report.format is not None:
        put([made], Correction, report.format)
    told = changed(made)
    undone = f"The correction {made.id} is undone: " if made.withdrawn_at else ""
    say(f"{undone}{made.entry}, {told} (correction {made.id}).")
