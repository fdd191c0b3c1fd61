"""Events and figures as rows on a terminal, and the tables they stand in."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from onrecord.cli.lists import around
from onrecord.cli.marks import event_marks, figure_marks, in_colour
from onrecord.cli.phrases import (
    according_to,
    action,
    as_of,
    date,
    marked_id,
    parties,
    printed_in,
    stands_in,
    status,
    where,
    words,
)
from onrecord.cli.tables import Layout, Row
from onrecord.model import Counted, Happened
from onrecord.phrases.entries import STATUSES, amount
from onrecord.phrases.numbers import number_of
from onrecord.places import Spot, Unplaced

TOLD = frozenset({"According to"})
EVENTS = Layout(
    (("Event", 26), ("Status", 16), ("When", 16), ("According to", 20)),
    "Passage",
    room=128,
    told=TOLD,
)
TIMELINE = Layout(
    (("When", 16), ("Event", 26), ("Status", 16), ("According to", 20)),
    "Passage",
    room=128,
    told=TOLD,
)
PLACES = Layout((("Place", 30), ("Kind", 18), ("Events", 14)), "Told as, and why there", room=96)
FIGURES = Layout(
    (("Figure", 26), ("Measure", 16), ("When", 16), ("According to", 20)),
    "Passage",
    room=128,
    told=TOLD,
)

_BECAME = {str(status): said for status, (_, said) in STATUSES.items()}


def events(console: Console, values: Iterable[Happened], listed: bool = True) -> None:
    """Draw who did what to whom; ``listed`` adds the article each event stands in."""
    colour = in_colour(console)
    EVENTS.draw(console, (_event(value, colour, listed) for value in values))


def _event(value: Happened, colour: bool, listed: bool) -> Row:
    event = value.event
    narrow = (deed(value), (status(event),), (date(event.when),), according_to(value))
    article = stands_in(value.article) if listed else Text()
    return Row(narrow, (_passage(value, colour),), marked_id(event.id, value), article)


def timeline(console: Console, values: Iterable[Happened]) -> None:
    """Draw events in the order given, each with its date first and the article it stands in."""
    colour = in_colour(console)
    TIMELINE.draw(console, (_dated(value, colour) for value in values))


def _dated(value: Happened, colour: bool) -> Row:
    event = value.event
    narrow = ((date(event.when),), deed(value), (status(event),), according_to(value))
    return Row(narrow, telling(value, colour), marked_id(event.id, value))


def telling(value: Happened, colour: bool) -> tuple[Text, Text]:
    """The passage, marked, and the article it stands in."""
    return _passage(value, colour), printed_in(value.article)


def deed(value: Happened) -> tuple[Text, ...]:
    """What was done, by whom to whom, and where."""
    event = value.event
    return action(event), parties(event), where(event.place)


def _passage(value: Happened, colour: bool) -> Text:
    return around(value.context, event_marks(value.event), colour)


def places(console: Console, values: Iterable[Spot | Unplaced]) -> None:
    """Draw the places of events, and the names that are on no map."""
    PLACES.draw(console, map(_place, values))


def _place(value: Spot | Unplaced) -> Row:
    told = number_of(value.tellings, "telling") if value.tellings > value.events else ""
    counted = (Text(number_of(value.events, "event")), words(told, "dim"))
    if isinstance(value, Unplaced):
        nowhere = (words("on no map", "yellow"), words(value.why))
        return Row(((words(value.place, "bold"),), nowhere, counted), _reasons(value.reasons))
    where = words(f"{value.latitude:.2f}, {value.longitude:.2f}", "dim")
    statuses = (f"{_BECAME[str(one.value)]} {one.count}" for one in value.statuses)
    wide = (words("; ".join(statuses)), *_reasons(value.reasons))
    narrow = ((words(value.place, "bold"),), (words(value.kind), where), counted)
    return Row(narrow, wide, words(value.id, "dim"))


def _reasons(reasons: Iterable[str]) -> tuple[Text, ...]:
    return (words("; ".join(reasons), "dim"),)


def figures(console: Console, values: Iterable[Counted], listed: bool = True) -> None:
    """Draw how much of what, according to whom; ``listed`` adds the article."""
    colour = in_colour(console)
    FIGURES.draw(console, (_figure(value, colour, listed) for value in values))


def _figure(value: Counted, colour: bool, listed: bool) -> Row:
    figure = value.figure
    number = (words(figure.passage.text, "bold"), words(amount(figure), "dim"))
    measure = (words(figure.measure), where(figure.place))
    narrow = (number, measure, (as_of(figure),), according_to(value))
    passage = around(value.context, figure_marks(figure), colour)
    article = stands_in(value.article) if listed else Text()
    return Row(narrow, (passage,), marked_id(figure.id, value), article)
