"""The options of the commands, as tables: one frozen class for each group of options that belong
together.

A command names the groups it takes as parameters; ``with_options`` spreads their fields out as
options for Typer and gathers what was typed back into the groups, so that an option is written down
once however many commands take it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import MISSING, asdict, dataclass, fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_type_hints

import typer

from onrecord.model import Manner, Order, Reviewed

if TYPE_CHECKING:
    from onrecord.ingest import Given

Format = Literal["json", "jsonl", "csv", "table"]
Export = Literal["json", "jsonl", "csv", "table", "plover", "polecat"]
RECORD_HERE = "onrecord.db"


def a_day(typed: str | None) -> str | None:
    """The date as typed; a usage error if the calendar has none such."""
    if typed is not None:
        from onrecord.calendar import valid

        if not valid(typed):
            problem = f"{typed!r} is no date; write a day, month or year such as 2024-03-26."
            raise typer.BadParameter(problem)
    return typed


def something(typed: str | None) -> str | None:
    """The text as typed; a usage error if there is no letter in it."""
    if typed is not None and not typed.strip():
        raise typer.BadParameter("it is empty; leave the option out to ask for anything.")
    return typed


def phrase(metavar: str, help: str, *names: str) -> Any:
    """An option of words that may not be empty, called as its parameter unless it has names."""
    return typer.Option(*names, metavar=metavar, help=help, callback=something)


def day_of(help: str) -> Any:
    """An option that is a day, a month or a year."""
    return typer.Option(metavar="DATE", help=help, callback=a_day)


def _a_picture(typed: str | None) -> str | None:
    """The path as typed; a usage error if no picture can be drawn there."""
    if typed is not None:
        path = Path(typed)
        if path.suffix.lower() != ".svg":
            raise typer.BadParameter(f"{typed!r} is no SVG file; let its name end in .svg.")
        if not path.parent.is_dir():
            raise typer.BadParameter(f"there is no folder {str(path.parent)!r}; make it first.")
    return typed


# Options that several groups have.
Since = Annotated[str | None, day_of("On this day or later: 2024-03-26.")]
Until = Annotated[str | None, day_of("On this day or earlier: 2024-03.")]
During = Annotated[
    str | None, day_of("Within these days and not merely perhaps: 2024-03, 2024-03-04/2024-03-10.")
]
Words = Annotated[str | None, phrase("WORDS", "Only where these words occur.")]
Body = Annotated[
    str | None, phrase("ID", "Only of this person or organization across articles: per_…")
]
Checked = Annotated[
    Reviewed | None,
    typer.Option(
        metavar="confirmed|corrected|none",
        help="Only what a person confirmed or corrected, or only what nobody reviewed.",
    ),
]
Publisher = Annotated[str | None, phrase("NAME", "Only articles of this publisher.")]
InArticle = Annotated[str | None, phrase("ID", "Only the article with this id.")]
Start = Annotated[int | None, typer.Option(metavar="N", min=0, help="Leave out the first so many.")]
Limit = Annotated[int | None, typer.Option(metavar="N", min=1, help="At most this many.")]


@dataclass(frozen=True, slots=True)
class Told:
    """What a person says of the articles; it wins over what the articles say of themselves."""

    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="When the articles were published: 2024-03-26, 2024-03."),
    ] = None
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who published the articles.")
    ] = None
    url: Annotated[
        str | None, typer.Option(metavar="URL", help="The address the articles come from.")
    ] = None

    def given(self) -> Given:
        """The same, as the front door takes it."""
        from onrecord.ingest import Given

        return Given(**asdict(self), today=date.today())


@dataclass(frozen=True, slots=True)
class Place:
    """Where the record is."""

    record: Annotated[
        str,
        typer.Option(
            metavar="PATH", envvar="ONRECORD_RECORD", help="The record to use.", show_default=True
        ),
    ] = RECORD_HERE


Printed = Annotated[
    Format | None,
    typer.Option(
        metavar="json|jsonl|csv|table",
        help="The form to print in.  [default: table on a terminal, else jsonl]",
    ),
]


@dataclass(frozen=True, slots=True)
class Shape:
    """In what form to print."""

    format: Printed = None


@dataclass(frozen=True, slots=True)
class Kept:
    """In what form to print readings: those of other programs are about events alone."""

    format: Annotated[
        Export | None,
        typer.Option(
            metavar="json|jsonl|csv|table|plover|polecat",
            help="The form to print in.  [default: table on a terminal, else jsonl]",
        ),
    ] = None
    all_statuses: Annotated[
        bool,
        typer.Option(
            "--all-statuses", help="With plover or polecat: also events that did not happen (yet)."
        ),
    ] = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """In what form to print, or where to draw a picture instead."""

    format: Printed = None
    plot: Annotated[
        str | None,
        typer.Option(
            metavar="FILE.svg",
            help="Draw a picture into this file and print nothing.",
            callback=_a_picture,
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class Report:
    """In what form to print what became of each input, if at all."""

    format: Annotated[
        Format | None,
        typer.Option(
            metavar="json|jsonl|csv|table",
            help="Print what became of each input, in this form.  [default: a summary only]",
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class Filters:
    """What to ask the record for; everything that is left out may be anything."""

    by: Annotated[str | None, phrase("NAME", "Only what this source says.")] = None
    publisher: Publisher = None
    manner: Annotated[
        Manner | None,
        typer.Option(
            metavar="direct|mixed|indirect|unmarked", help="Only statements in this manner."
        ),
    ] = None
    act: Annotated[str | None, phrase("ACT", "Only this act: say, ask, warn, deny…")] = None
    unnamed: Annotated[
        bool | None,
        typer.Option("--unnamed/--named", help="Only sources that are not named, or only named."),
    ] = None
    relayed: Annotated[
        bool | None,
        typer.Option(
            "--relayed/--first-hand",
            help="Only what somebody else passed on, or only what nobody did.",
        ),
    ] = None
    entity: Body = None
    reviewed: Checked = None
    since: Since = None
    until: Until = None
    during: During = None
    text: Words = None
    article: InArticle = None
    limit: Limit = None

    def question(self) -> dict[str, Any]:
        """What was asked, as the front door takes it."""
        return asked(self)


@dataclass(frozen=True, slots=True)
class Part:
    """In what order, and from where on."""

    order: Annotated[
        Order | None,
        typer.Option(
            metavar="record|newest|oldest",
            help="As added, or by date; what has none comes last.  [default: record]",
        ),
    ] = None
    start: Start = None


@dataclass(frozen=True, slots=True)
class ByDay:
    """In what order of days, if in any, and from where on: of what is in no order of articles."""

    order: Annotated[
        Literal["newest", "oldest"] | None,
        typer.Option(metavar="newest|oldest", help="By date; what has none comes last."),
    ] = None
    start: Start = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What to be near to in meaning."""

    meaning: Annotated[
        str | None,
        phrase("WORDS", "Only what is near to these words in meaning, the nearest first."),
    ] = None


def asked(*filters: Any) -> dict[str, Any]:
    """What was asked by groups of filters, as the front door takes it; lists become tuples."""
    plain = {name: value for each in filters for name, value in asdict(each).items()}
    return {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in plain.items()
        if value is not None and value != []
    }


def with_options(command: Callable[..., None]) -> Callable[..., None]:
    """The command with each parameter that is a group of options spread out into those options."""
    kinds = get_type_hints(command, include_extras=True)
    kinds.pop("return", None)
    own = inspect.signature(command).parameters

    def gathered(**typed: Any) -> None:
        command(**{name: _gather(name, kind, typed) for name, kind in kinds.items()})

    parameters = [p for name, kind in kinds.items() for p in _spread(own[name], kind)]
    gathered.__name__, gathered.__doc__ = command.__name__, command.__doc__
    gathered.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    gathered.__annotations__ = {p.name: p.annotation for p in parameters}
    return gathered


def _gather(name: str, kind: Any, typed: dict[str, Any]) -> Any:
    if not is_dataclass(kind):
        return typed[name]
    return kind(**{field.name: typed[field.name] for field in fields(kind)})  # type: ignore[operator]


def _spread(own: inspect.Parameter, kind: Any) -> Iterator[inspect.Parameter]:
    """The parameters Typer sees: the fields of a group, or the parameter itself."""
    only_named = inspect.Parameter.KEYWORD_ONLY
    if not is_dataclass(kind):
        yield own.replace(kind=only_named, annotation=kind)
        return
    hints = get_type_hints(kind, include_extras=True)
    for field in fields(kind):
        default = inspect.Parameter.empty if field.default is MISSING else field.default
        yield inspect.Parameter(
            field.name, only_named, annotation=hints[field.name], default=default
        )
