"""Each kind of value as a row on a terminal, and the tables they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rich.console import Console
from rich.text import Text

from onrecord.cli.marks import Mark, clipped, in_colour, marked, marks
from onrecord.cli.phrases import BETWEEN, how, marked_id, stands_in, who, words
from onrecord.cli.tables import Layout, Row
from onrecord.findings import Near
from onrecord.model import Added, Card, Failure, Passage, Spoken, Voice
from onrecord.phrases.entries import day
from onrecord.phrases.numbers import number_of

STATEMENTS = Layout((("Who", 26), ("How", 18), ("Said", 12)), "Passage", room=110)
ENTITIES = Layout((("Name", 28), ("Kind", 12), ("Statements", 13)), "Roles", room=84)
ARTICLES = Layout((("Publisher", 26), ("Published", 12), ("Statements", 13)), "Article", room=96)
FAILURES = Layout((("Stage", 8), ("Input", 40)), "Reason", room=96)
OUTCOMES = Layout((("Outcome", 10),), "Input", room=60)


def statements(console: Console, values: Iterable[Spoken], where: bool = True) -> None:
    """Draw who said what; ``where`` adds the article each statement stands in."""
    colour = in_colour(console)
    STATEMENTS.draw(console, (_statement(s, colour, where) for s in values))


def _statement(spoken: Spoken, colour: bool, where: bool) -> Row:
    statement = spoken.statement
    said = (Text(day(statement.said)),)
    article = stands_in(spoken.article) if where else Text()
    narrow = (who(statement), how(statement), said)
    return Row(narrow, (passage(spoken, colour),), marked_id(statement.id, spoken), article)


def near(console: Console, values: Iterable[Near]) -> None:
    """Draw statements and how near each is to what was asked for."""
    colour = in_colour(console)
    STATEMENTS.draw(console, (_near(value, colour) for value in values))


def _near(value: Near, colour: bool) -> Row:
    row = _statement(value.spoken, colour, True)
    return replace(row, wide=(*row.wide, words(f"nearness {value.nearness:.2f}", "dim")))


def passage(spoken: Spoken, colour: bool) -> Text:
    """The words around the statement with its source, cue and content marked, on one line."""
    return around(spoken.context, marks(spoken.statement), colour)


def around(context: Passage, found: Iterable[Mark], colour: bool) -> Text:
    """The words around an entry with its own words marked, on one line."""
    kept = list(found)
    near = clipped(context, kept)
    text = marked(near, kept, colour, flat=True)
    before = "… " if near.start > context.start else ""
    after = " …" if near.end < context.end else ""
    return Text(before) + text + Text(after)


def entities(console: Console, values: Iterable[Voice]) -> None:
    """Draw the people and bodies on the record, with how many statements each makes."""
    ENTITIES.draw(console, map(_entity, values))


def _entity(voice: Voice) -> Row:
    entity = voice.entity
    roles = tuple(words(role.text) for role in entity.roles)
    count = (Text(number_of(voice.statements, "statement")),)
    narrow = ((words(entity.name, "bold"),), (Text(entity.kind),), count)
    return Row(narrow, roles, words(entity.id, "dim"), stands_in(voice.article))


def articles(console: Console, values: Iterable[Card]) -> None:
    """Draw the articles on the record."""
    ARTICLES.draw(console, map(_article, values))


def _article(card: Card) -> Row:
    publisher = (words(card.publisher, otherwise="publisher unknown"),)
    count = (Text(number_of(card.statements, "statement")),)
    title = words(card.title, "bold", otherwise="(no title)")
    origin = words(BETWEEN.join((*card.agencies, card.input)), "dim")
    return Row(
        (publisher, (Text(day(card.published)),), count), (title, origin), words(card.id, "dim")
    )


def failures(console: Console, values: Iterable[Failure]) -> None:
    """Draw what could not be put on the record, and why."""
    FAILURES.draw(console, map(_failure, values))


def _failure(failure: Failure) -> Row:
    return Row(((Text(failure.stage),), (words(failure.source, "bold"),)), (words(failure.reason),))


def outcomes(console: Console, values: Iterable[Added]) -> None:
    """Draw what became of each input of a run."""
    OUTCOMES.draw(console, (row for value in values for row in _outcomes(value)))


def _outcomes(value: Added) -> Iterator[Row]:
    for outcome, ids in (("added", value.added), ("unchanged", value.unchanged)):
        yield from (Row(((Text(outcome),),), (Text(id),)) for id in ids)
    for failure in value.failures:
        yield Row(
            ((Text("failed", "red"),),), (words(failure.source, "bold"), words(failure.reason))
        )
