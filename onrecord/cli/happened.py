"""``onrecord events``, ``timeline`` and ``figures``: what is said to have happened, how much."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from onrecord.across import History, Recounted
from onrecord.cli.across_options import OverTime, Told
from onrecord.cli.asking import opened
from onrecord.cli.endings import Code, say
from onrecord.cli.filters import Around, EventFilters, FigureFilters, Spotted
from onrecord.cli.options import ByDay, Drawn, Part, Place, Shape, asked
from onrecord.cli.printing import put
from onrecord.cli.telling import not_linked
from onrecord.model import Counted, Happened
from onrecord.places import Spot

if TYPE_CHECKING:
    from rich.console import Console

    from onrecord.record import Record

T = TypeVar("T")


def events(
    which: EventFilters, around: Around, spotted: Spotted, part: Part, place: Place, shape: Shape
) -> None:
    """Print who did what to whom, whether it happened, and according to whom.

    Events come in the order of the articles and of their text, unless --order asks for another.
    With --since, --until or --during, events without a known date are left out, and counted on
    stderr. --at takes the id of a place as `onrecord places` prints it.
    """
    question = asked(which, around, part)
    with opened(place) as record:
        if spotted.at:
            put(record.search.told_at(spotted.at, **question), Happened, shape.format)
        else:
            put(record.events(**question), Happened, shape.format)
        if around.since or around.until or around.during:
            _left_out(_undated(record, spotted.at, question), "event")


def _undated(record: Record, at: str | None, question: dict[str, Any]) -> int:
    """How many events a question of days leaves out, of those at a place if one is asked for."""
    if at is None:
        return record.undated("events", **question)
    from onrecord.calendar import bounds

    rest = ("since", "until", "during", "start", "limit")
    whenever = {name: value for name, value in question.items() if name not in rest}
    told = record.search.told_at(at, **whenever)
    return sum(bounds(each.event.when.edtf) == (None, None) for each in told)


def places(which: EventFilters, around: Around, place: Place, shape: Shape) -> None:
    """Print where events were, those of most events first; then the names that are on no map.

    A place counts every event that somebody says was there, each once, and says why it is held to
    be the one. `onrecord events --at ID` prints what is told of it.
    """
    with opened(place) as record:
        found = record.search.places(**asked(which, around))
        put((*found.spots, *found.unplaced)[: around.limit], Spot, shape.format)


def timeline(
    which: EventFilters,
    around: Around,
    part: ByDay,
    told: Told,
    place: Place,
    shape: Drawn,
) -> None:
    """Print events in the order of their own dates, by the first day that a date may mean; with
    --order newest, the latest first.

    Once articles are linked, an event that several tell is printed once, with how many independent
    accounts there are and what each says became of it; --each prints every telling. Events without
    a known date are left out, and counted on stderr.
    """
    question = asked(which, around, part)
    if told.at_least and (told.each or shape.plot):
        raise typer.BadParameter("--at-least asks across articles; leave out --each and --plot.")
    with opened(place) as record:
        across = not told.each and not shape.plot and record.is_linked()
        if shape.plot:
            _draw(record.timeline(**question), shape.plot, _timeline_plot)
        elif across or told.at_least:
            put(
                record.occurrences(at_least=told.at_least or 1, **question), Recounted, shape.format
            )
            not_linked(record)
        else:
            put(record.timeline(**question), Happened, shape.format, draw=_timeline)
        _left_out(record.undated("events", across=across, **question), "event")


def figures(
    which: FigureFilters,
    around: Around,
    part: Part,
    over: OverTime,
    place: Place,
    shape: Drawn,
) -> None:
    """Print how many or how much of what, according to whom, as of when.

    With --history, the same count as several articles give it over time: source by source, a later
    figure superseding an earlier one of the same source but not erasing it; those that most figures
    give come first, or with --order those printed first or last. With --since, --until or --during,
    figures without a known date are left out, and counted on stderr.
    """
    question = asked(which, around, part)
    if over.at_least and not over.history:
        raise typer.BadParameter("--at-least goes with --history.")
    with opened(place) as record:
        if shape.plot:
            _draw(record.figures(**question), shape.plot, _figures_plot)
        elif over.history:
            put(record.histories(at_least=over.at_least or 1, **question), History, shape.format)
            not_linked(record)
        else:
            put(record.figures(**question), Counted, shape.format)
        if around.since or around.until or around.during:
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
