"""One article on a terminal: its heading and its entries, or its whole text with every statement
marked and its entries in a list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from rich.console import Console
from rich.text import Text

from onrecord.across import Copies, Disagreement, History, Identity, Position, Recounted, Utterance
from onrecord.cli import differences, happenings, identities, judgements, lists, utterances
from onrecord.cli.marks import Mark, event_marks, figure_marks, in_colour, marked, marks
from onrecord.cli.phrases import (
    BETWEEN,
    according_to,
    action,
    as_of,
    date,
    heading,
    how,
    parties,
    status,
    where,
    who,
    words,
)
from onrecord.cli.tables import after, wrapped
from onrecord.corrections import Correction
from onrecord.export.counted import counted
from onrecord.export.happened import happened
from onrecord.export.spoken import spoken
from onrecord.findings import Near
from onrecord.model import (
    Added,
    Article,
    Card,
    Counted,
    Entity,
    Event,
    Failure,
    Figure,
    Happened,
    Passage,
    Reading,
    Spoken,
    Statement,
    Voice,
    passage,
)
from onrecord.phrases.entries import amount, day
from onrecord.places import Spot

WIDEST = 100  # letters in a line of running text; longer lines are hard to follow


def readings(console: Console, values: Iterable[Reading]) -> None:
    """Draw each reading: the heading of its article, who said what, what happened, how much."""
    for index, reading in enumerate(values):
        if index:
            console.print()
        _headed(console, heading(reading.article))
        lists.statements(console, spoken(reading), where=False)
        if not reading.statements:
            console.print(Text("Nobody is on the record as saying anything here.", "dim"))
        if reading.events:
            _title(console, "Events")
            happenings.events(console, happened(reading), listed=False)
        if reading.figures:
            _title(console, "Figures")
            happenings.figures(console, counted(reading), listed=False)


def shown(console: Console, reading: Reading, asked: str) -> None:
    """Draw the article's text with sources, cues and contents marked, then numbered lists of who
    said it, of events and of figures.

    The number before a content is that of its statement in the list. The entry whose id begins with
    ``asked`` stands out: a statement, event or figure by its passages, an entity by its mentions.
    """
    article = reading.article
    title, *rest = heading(article)
    _headed(console, rest if _opens_with_title(reading) else (title, *rest))
    found = [*_numbered(reading, asked), *_mentions(reading, asked), *_happenings(reading, asked)]
    text = marked(_printed(article), found, in_colour(console))
    console.print(wrapped(console, text, min(console.width, WIDEST)))
    for number, statement in enumerate(reading.statements, 1):
        if number == 1:
            console.print()
        _list(console, number, _told(statement), _is_asked(statement, asked))
    if reading.events:
        _title(console, "Events")
    for number, event in enumerate(happened(reading), 1):
        _list(console, number, _happened(event), _is_asked(event.event, asked))
    if reading.figures:
        _title(console, "Figures")
    for number, figure in enumerate(counted(reading), 1):
        _list(console, number, _counted(figure), _is_asked(figure.figure, asked))


def _title(console: Console, title: str) -> None:
    console.print()
    console.print(Text(title, "bold"))
    console.print()


def _headed(console: Console, lines: Iterable[Text]) -> None:
    for line in lines:
        console.print(wrapped(console, line, console.width))
    console.print()


def _printed(article: Article) -> Passage:
    """The text without the blank lines before and after it."""
    start, end = len(article.text) - len(article.text.lstrip()), len(article.text.rstrip())
    return passage(article.text, min(start, end), end)


def _opens_with_title(reading: Reading) -> bool:
    title = reading.article.title
    return bool(title) and reading.article.text.lstrip().startswith(title or "")


def _numbered(reading: Reading, asked: str) -> Iterator[Mark]:
    for number, statement in enumerate(reading.statements, 1):
        yield from marks(statement, number, _is_asked(statement, asked))


def _mentions(reading: Reading, asked: str) -> Iterator[Mark]:
    for entity in reading.entities:
        if _is_asked(entity, asked):
            yield from (Mark(m.start, m.end, "mention", (), True) for m in entity.mentions)


def _happenings(reading: Reading, asked: str) -> Iterator[Mark]:
    """The words of the event or figure that was asked for; those of all would hide the text."""
    for event in reading.events:
        if _is_asked(event, asked):
            yield from event_marks(event, asked=True)
    for figure in reading.figures:
        if _is_asked(figure, asked):
            yield from figure_marks(figure, asked=True)


def _is_asked(entry: Statement | Event | Figure | Entity, asked: str) -> bool:
    return entry.id.startswith(asked)


def _told(statement: Statement) -> tuple[Text, ...]:
    return *who(statement), *how(statement), Text(day(statement.said)), words(statement.id, "dim")


def _happened(value: Happened) -> tuple[Text, ...]:
    event = value.event
    shown = words(f"“{event.trigger.text}”")
    about = (action(event), shown, parties(event), where(event.place), status(event))
    return *about, date(event.when), *_source(value), words(event.id, "dim")


def _counted(value: Counted) -> tuple[Text, ...]:
    figure = value.figure
    about = (words(figure.passage.text, "bold"), words(amount(figure)), words(figure.measure))
    known = (where(figure.place), as_of(figure), *_source(value))
    return *about, *known, words(figure.id, "dim")


def _source(value: Happened | Counted) -> tuple[Text, ...]:
    source, unnamed = according_to(value)
    return after("according to", source), unnamed


def _list(console: Console, number: int, parts: Iterable[Text], asked: bool) -> None:
    """Print the line of one entry in a list under the text."""
    line = Text(BETWEEN).join(part for part in parts if part)
    first = Text(f"{number:>3}  ", "reverse" if asked else "dim")
    console.print(wrapped(console, line, min(console.width, WIDEST), first))


TABLES: dict[type, Callable[[Console, Iterable[Any]], None]] = {
    Reading: readings,
    Spoken: lists.statements,
    Happened: happenings.events,
    Counted: happenings.figures,
    Spot: happenings.places,
    Near: lists.near,
    Voice: lists.entities,
    Card: lists.articles,
    Failure: lists.failures,
    Added: lists.outcomes,
    Copies: identities.copies,
    Identity: identities.people,
    Utterance: utterances.utterances,
    Position: utterances.positions,
    Disagreement: differences.disagreements,
    History: differences.histories,
    Recounted: differences.timeline,
    Correction: judgements.corrections,
}
