"""One article on a terminal: its heading and its statements, or its whole text with every statement
marked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from rich.console import Console
from rich.text import Text

from onrecord.cli import lists
from onrecord.cli.marks import Mark, in_colour, marked, marks
from onrecord.cli.phrases import BETWEEN, day, heading, how, who, words
from onrecord.cli.tables import wrapped
from onrecord.export.spoken import spoken
from onrecord.model import (
    Added,
    Article,
    Card,
    Entity,
    Failure,
    Passage,
    Reading,
    Spoken,
    Statement,
    Voice,
    passage,
)

WIDEST = 100  # letters in a line of running text; longer lines are hard to follow


def readings(console: Console, values: Iterable[Reading]) -> None:
    """Draw each reading: the heading of its article, then who said what in it."""
    for index, reading in enumerate(values):
        if index:
            console.print()
        _headed(console, heading(reading.article))
        lists.statements(console, spoken(reading), where=False)
        if not reading.statements:
            console.print(Text("Nobody is on the record as saying anything here.", "dim"))


def shown(console: Console, reading: Reading, asked: str) -> None:
    """Draw the article's text with sources, cues and contents marked, then a numbered list of who
    said it.

    The number before a content is that of its statement in the list. The entry whose id begins with
    ``asked`` stands out: a statement by its passages, an entity by its mentions.
    """
    article = reading.article
    title, *rest = heading(article)
    _headed(console, rest if _opens_with_title(reading) else (title, *rest))
    found = [m for marks in (_numbered(reading, asked), _mentions(reading, asked)) for m in marks]
    text = marked(_printed(article), found, in_colour(console))
    console.print(wrapped(console, text, min(console.width, WIDEST)))
    for number, statement in enumerate(reading.statements, 1):
        if number == 1:
            console.print()
        _list(console, number, statement, asked)


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


def _is_asked(entry: Statement | Entity, asked: str) -> bool:
    return entry.id.startswith(asked)


def _list(console: Console, number: int, statement: Statement, asked: str) -> None:
    """Print the line of one statement in the list under the text."""
    said = Text(day(statement.said))
    parts = (*who(statement), *how(statement), said, words(statement.id, "dim"))
    line = Text(BETWEEN).join(part for part in parts if part)
    first = Text(f"{number:>3}  ", "reverse" if _is_asked(statement, asked) else "dim")
    console.print(wrapped(console, line, min(console.width, WIDEST), first))


TABLES: dict[type, Callable[[Console, Iterable[Any]], None]] = {
    Reading: readings,
    Spoken: lists.statements,
    Voice: lists.entities,
    Card: lists.articles,
    Failure: lists.failures,
    Added: lists.outcomes,
}
