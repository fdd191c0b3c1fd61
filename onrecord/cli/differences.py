"""Where accounts differ, and how a count changed: values side by side, each with who printed it,
when, and according to whom.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from rich.console import Console
from rich.text import Text

from onrecord.across import Differing, Disagreement, History, Occurrence, Reckoned, Recounted, Told
from onrecord.cli.happenings import TIMELINE, deed, telling
from onrecord.cli.marks import in_colour
from onrecord.cli.phrases import BETWEEN, STATUS_COLOURS, according_to, date, words
from onrecord.cli.tables import Row, wrapped
from onrecord.model import Status
from onrecord.phrases.entries import STATUSES, as_of_date, day
from onrecord.phrases.numbers import amount_of, independent, reckoning

T = TypeVar("T")


def disagreements(console: Console, values: Iterable[Disagreement]) -> None:
    """Draw what accounts differ in: each value, and under it those who give it."""
    for index, value in enumerate(values):
        if index:
            console.print()
        _draw(console, words(BETWEEN.join((value.kind, value.about)), "bold"))
        _draw(console, words(value.reason, "dim"), 2)
        for said, those in _by(value.values, lambda told: _value(told.value)):
            _draw(console, words(said, "bold"), 2)
            for told in those:
                _draw(console, _teller(told, value.kind), 4)


def _teller(told: Told, kind: Differing) -> Text:
    """Who printed it and when, according to whom, in what words, and the id."""
    own = "" if kind in ("wording", "role") else "in its own voice"
    source = f"according to {told.according_to}" if told.according_to else own
    said = "" if told.text in ("", told.value) else f"“{told.text}”"
    known = (*_printed(told), source, said, told.entry)
    return words(BETWEEN.join(part for part in known if part), "dim")


def histories(console: Console, values: Iterable[History]) -> None:
    """Draw each count over time, source by source; a figure that a later one of the same source
    replaces stays, and says so.
    """
    for index, value in enumerate(values):
        if index:
            console.print()
        _draw(console, _heading(value))
        for source, figures in _by(value.members, _source):
            _draw(console, words(source, "bold"), 2)
            for figure in figures:
                _draw(console, _reckoned(figure), 4)
                later = figure.superseded_by
                _draw(console, words(f"superseded by {later}" if later else "", "yellow"), 6)


def _heading(value: History) -> Text:
    articles = len({each.article for each in value.members})
    place = value.place if value.place and value.place not in value.about else ""
    about = words(BETWEEN.join(part for part in (value.about, place) if part), "bold")
    counted = BETWEEN.join((independent(value.accounts, articles), value.id))
    return Text.assemble(about, (BETWEEN, "dim"), words(counted, "dim"))


def _source(figure: Reckoned) -> str:
    return f"according to {figure.according_to}" if figure.according_to else "in its own voice"


def _reckoned(figure: Reckoned) -> Text:
    as_of = as_of_date(figure.as_of)
    said = words(reckoning(figure), "dim" if figure.superseded_by else "bold yellow")
    known = (as_of, *_printed(figure), figure.entry)
    rest = words(BETWEEN.join(part for part in known if part), "dim")
    return Text.assemble(said, (BETWEEN, "dim"), rest)


def _by(values: Iterable[T], key: Callable[[T], str]) -> Iterable[tuple[str, list[T]]]:
    """The values that share a key together, in the order of the first of each."""
    together: dict[str, list[T]] = {}
    for value in values:
        together.setdefault(key(value), []).append(value)
    return together.items()


def _value(value: float | str | None) -> str:
    """A number as people write it; a status in words; anything else as it is."""
    if isinstance(value, int | float):
        return amount_of(value)
    return STATUSES[value][1] if value in STATUSES else value or "not known"


def _printed(value: Told | Reckoned) -> tuple[str, str]:
    return value.publisher or "publisher unknown", day(value.published)


def _draw(console: Console, text: Text, indented: int = 0) -> None:
    """Print the text, if there is any."""
    if text:
        console.print(wrapped(console, text, console.width, Text(" " * indented)))


def timeline(console: Console, values: Iterable[Recounted]) -> None:
    """Draw one line for each occurrence: the telling that stands for it, and who else tells it."""
    colour = in_colour(console)
    TIMELINE.draw(console, (_recounted(value, colour) for value in values))


def _recounted(value: Recounted, colour: bool) -> Row:
    told, occurrence = value.telling, value.occurrence
    articles = len({member.article for member in occurrence.members})
    number = words(independent(occurrence.accounts, articles), "dim") if articles > 1 else Text()
    narrow = (
        (date(occurrence.when),),
        deed(told),
        (*map(_status, occurrence.statuses), number),
        according_to(told),
    )
    wide = (*telling(told, colour), *_others(occurrence, told.event.id))
    return Row(narrow, wide, words(told.event.id, "dim"))


def _status(status: Status) -> Text:
    (sign, said), style = STATUSES[status], STATUS_COLOURS[status]
    return Text(f"{sign} {said}", style)


def _others(occurrence: Occurrence, shown: str) -> list[Text]:
    """A line for each of the other tellings: what it says became of it, who prints it, its id."""
    others = [member for member in occurrence.members if member.entry != shown]
    return [words(f"also: {BETWEEN.join(_telling(member))}", "dim") for member in others]


def _telling(member: Told) -> list[str]:
    source = f"according to {member.according_to}" if member.according_to else ""
    publisher = member.publisher or "publisher unknown"
    known = (_value(member.value), source, publisher, day(member.published), member.entry)
    return [part for part in known if part]
