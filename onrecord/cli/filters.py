"""The options that ask for events and figures, as tables like those of ``options``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, get_args

import typer

from onrecord.cli.options import Body, Checked, During, Limit, a_day, something
from onrecord.model import Measure, Status
from onrecord.plover import MODES

MEASURES = get_args(Measure)
STATUSES = get_args(Status)


def _an_action(typed: str | None) -> str | None:
    """The action as typed, if there is one such, and its mode, if it has one such."""
    if typed is not None:
        action, slash, mode = (part.strip() for part in typed.partition("/"))
        _one_of("action", action.upper(), tuple(MODES))
        if slash:
            modes = {name.casefold(): sorted(own) for name, own in MODES.items()}
            _one_of(f"mode of {action.upper()}", mode.lower(), tuple(modes[action.casefold()]))
    return typed


def _a_measure(typed: str | None) -> str | None:
    """The measure as typed, if there is one such."""
    if typed is not None:
        _one_of("measure", typed.lower(), MEASURES)
    return typed


def _statuses(typed: list[str] | None) -> list[str] | None:
    """Every status as typed, if there are all such."""
    for each in typed or ():
        _one_of("status", each, STATUSES)
    return typed


def _one_of(noun: str, value: str, known: tuple[str, ...]) -> None:
    """A usage error that lists those there are if the value is none."""
    if value not in known:
        raise typer.BadParameter(f"{value!r} is no {noun}; there are {', '.join(known) or 'none'}.")


@dataclass(frozen=True, slots=True)
class EventFilters:
    """Which events to ask for."""

    actor: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what they did.", callback=something)
    ] = None
    recipient: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Only what was done to or with them.", callback=something
        ),
    ] = None
    action: Annotated[
        str | None,
        typer.Option(
            metavar="TYPE[/MODE]",
            help="Only this PLOVER type: ASSAULT, CONSULT/visit…",
            callback=_an_action,
        ),
    ] = None
    status: Annotated[
        list[str] | None,
        typer.Option(
            metavar="STATUS",
            help="Only this status; may be given more than once: " + ", ".join(STATUSES),
            callback=_statuses,
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class FigureFilters:
    """Which figures to ask for."""

    measure: Annotated[
        str | None,
        typer.Option(
            metavar="MEASURE", help="Only this: " + ", ".join(MEASURES), callback=_a_measure
        ),
    ] = None
    of: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="Only of what has these words.", callback=something),
    ] = None


@dataclass(frozen=True, slots=True)
class Around:
    """What to ask of events and figures alike; everything that is left out may be anything."""

    place: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only in this place.", callback=something)
    ] = None
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="Of this day or later, by their own date: 2024-03-26.",
            callback=a_day,
        ),
    ] = None
    until: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="Of this day or earlier, by their own date: 2024-03.",
            callback=a_day,
        ),
    ] = None
    during: During = None
    according_to: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Only what goes back to this source.", callback=something
        ),
    ] = None
    own_voice: Annotated[
        bool | None,
        typer.Option(
            "--own-voice/--attributed",
            help="Only what an article says itself, or only what it puts down to a source.",
        ),
    ] = None
    publisher: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only articles of this publisher.", callback=something),
    ] = None
    text: Annotated[
        str | None,
        typer.Option(
            metavar="WORDS", help="Only where these words occur in the passage.", callback=something
        ),
    ] = None
    article: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Only the article with this id.", callback=something),
    ] = None
    entity: Body = None
    reviewed: Checked = None
    limit: Limit = None
