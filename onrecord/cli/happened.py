"""``onrecord events``, ``timeline`` and ``figures``: what is said to have happened, how much."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from onrecord.cli.asking import opened
from onrecord.cli.endings import Code, say
from onrecord.cli.filters import Around, EventFilters, FigureFilters
from onrecord.cli.options import Place, Plot, Shape, asked
from onrecord.cli.printing import put
from onrecord.model import Counted, Happened

if TYPE_CHECKING:
    from rich.console import Console

T = TypeVar("T")


def events(which: EventFilters, around: Around, place: Place, shape: Shape) -> None:
    """Print who did what to whom, whether it happened, and according to whom.

    Events come in the order of the articles and of their text. With --since or --until, events
    without a known date are left out, and counted on stderr.
    """
    question = asked(which, around)
    with opened(place) as record:
        put(record.events(**question), Happened, shape.format)
        if around.since or around.until:
            _left_out(record.undated("events", **question), "event")


def timeline(
    which: EventFilters, around: Around, place: Place, shape: Shape, picture: Plot
) -> None:
    """Print events in the order of their own dates, by the first day that a date may mean.

    Events without a known date are left out, and counted on stderr.
    """
    question = asked(which, around)
    with opened(place) as record:
        found = record.timeline(**question)
        if picture.plot:
            _draw(found, picture.plot, _timeline_plot)
        else:
            put(found, Happened, shape.format, draw=_timeline)
        _left_out(record.undated("events", **question), "event")


def figures(
    which: FigureFilters, around: Around, place: Place, shape: Shape, picture: Plot
) -> None:
    """Print how many or how much of what, according to whom, as of when.

    With --since or --until, figures without a known date are
    left out, and counted on stderr.
    """
    question = asked(which, around)
    with opened(place) as record:
        found = record.figures(**question)
        if picture.plot:
            _draw(found, picture.plot, _figures_plot)
        else:
            put(found, Counted, shape.format)
        if around.since or around.until:
            _left_out(record.undated("figures", **question), "figure")


def _timeline(console: Console, values: Iterable[Any]) -> None:
    from onrecord.cli.happenings import timeline as drawn

    drawn(console, values)


def _timeline_plot(values: Iterable[Happened], to: Path) -> None:
    from onrecord.plots import timeline as plotted

    plotted(values, to)


def _figures_plot(values: Iterable[Counted], to: Path) -> None:
    from onrecord.plots import figures as plotted

    plotted(values, to)


def _draw(values: Iterator[T], file: str, plot: Callable[[Iterable[T], Path], None]) -> None:
    """Draw the values into a file; where there is none, say so and write nothing."""
    first = list(islice(values, 1))
    if not first:
        say("There is nothing to draw: nothing on the record answers the question.")
        raise typer.Exit(Code.NOTHING)
    plot(chain(first, values), Path(file))
    say(f"{file} is drawn.")


def _left_out(number: int, noun: str) -> None:
    if number == 1:
        say(f"1 {noun} is left out, because it has no known date.")
    elif number:
        say(f"{number} {noun}s are left out, because they have no known date.")
