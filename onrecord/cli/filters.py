"""The options that ask for events and figures, as tables like those of ``options``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, get_args

import typer

from onrecord.cli.options import Body, Checked, During, InArticle, Limit, Publisher, day_of, phrase
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


Action = Annotated[
    str | None,
    typer.Option(
        metavar="TYPE[/MODE]",
        help="Only this PLOVER type: ASSAULT, CONSULT/visit…",
        callback=_an_action,
    ),
]
StatusAsked = Annotated[
    list[str] | None,
    typer.Option(
        metavar="STATUS",
        help="Only this status; may be given more than once: " + ", ".join(STATUSES),
        callback=_statuses,
    ),
]
MeasureAsked = Annotated[
    str | None,
    typer.Option(metavar="MEASURE", help="Only this: " + ", ".join(MEASURES), callback=_a_measure),
]
Of = Annotated[str | None, phrase("WORDS", "Only of what has these words.")]


@dataclass(frozen=True, slots=True)
class EventFilters:
    """Which events to ask for."""

    actor: Annotated[str | None, phrase("NAME", "Only what they did.")] = None
    recipient: Annotated[str | None, phrase("NAME", "Only what was done to or with them.")] = None
    action: Action = None
    status: StatusAsked = None


@dataclass(frozen=True, slots=True)
class Within:
    """What events or figures a statement has in it."""

    actor: Annotated[str | None, phrase("NAME", "Only with an event in it that they did.")] = None
    action: Action = None
    status: StatusAsked = None
    measure: MeasureAsked = None
    of: Of = None


@dataclass(frozen=True, slots=True)
class Spotted:
    """Where on the map."""

    at: Annotated[
        str | None,
        phrase("PLACE", "Only what is told at this place of the map: US.OH.dayton."),
    ] = None


@dataclass(frozen=True, slots=True)
class FigureFilters:
    """Which figures to ask for."""

    measure: MeasureAsked = None
    of: Of = None


@dataclass(frozen=True, slots=True)
class Around:
    """What to ask of events and figures alike; everything that is left out may be anything."""

    place: Annotated[str | None, phrase("NAME", "Only in this place.")] = None
    since: Annotated[str | None, day_of("Of this day or later, by their own date: 2024-03-26.")] = (
        None
    )
    until: Annotated[str | None, day_of("Of this day or earlier, by their own date: 2024-03.")] = (
        None
    )
    during: During = None
    according_to: Annotated[str | None, phrase("NAME", "Only what goes back to this source.")] = (
        None
    )
    own_voice: Annotated[
        bool | None,
        typer.Option(
            "--own-voice/--attributed",
            help="Only what an article says itself, or only what it puts down to a source.",
        ),
    ] = None
    publisher: Publisher = None
    text: Annotated[str | None, phrase("WORDS", "Only where these words occur in the passage.")] = (
        None
    )
    article: InArticle = None
    entity: Body = None
    reviewed: Checked = None
    limit: Limit = None
