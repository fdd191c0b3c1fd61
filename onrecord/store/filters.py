"""What can be asked of the record, as a table: each filter pairs its SQL with an English sentence,
so the two cannot drift.

A filter is about a statement, an event, a figure, an entity or an article, and says what it asks of
each of those that it is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import Column, ColumnElement, Table, and_, false, select

from onrecord.corrections import Correcting
from onrecord.errors import QuestionInvalid
from onrecord.lexicon.acts import ACTS
from onrecord.model import Manner, Measure, Question, Reviewed, Status
from onrecord.plover import MODES, Action
from onrecord.store import belonging, sqlite
from onrecord.store.corrections import corrected_so
from onrecord.store.days import Days, days
from onrecord.store.schema import (
    articles,
    entities,
    event_parties,
    events,
    figures,
    readings,
    relays,
    statements,
)
from onrecord.store.words import clean, folded, sought

Condition = ColumnElement[bool]
About = Literal["statement", "event", "figure", "entity", "article"]
Ask = Callable[[Any], Condition]


@dataclass(frozen=True, slots=True)
class Filter:
    """A field of a question: how it is said, and what it asks of what it is about."""

    field: str
    english: Callable[[Any], str]
    asks: Mapping[About, Ask]


def _names(column: Column[str]) -> Ask:
    """Whole words of a name, whatever their case and accents."""

    def ask(name: str) -> Condition:
        pattern = sought(name)
        return column.like(pattern) if pattern else false()

    return ask


def _source(table: Table) -> Ask:
    """Whole words of a name in the chain of sources, or the id of somebody linked."""
    named, linked = _names(table.c.source_words), belonging.according(table)
    return lambda asked: linked(asked) if belonging.is_id(asked) else named(asked)


def _party(part: str) -> Ask:
    """Whole words of the name of somebody who takes that part in an event."""
    named = _names(event_parties.c.who_words)

    def ask(name: str) -> Condition:
        taking = select(event_parties.c.event).where(event_parties.c.part == part, named(name))
        return events.c.number.in_(taking)

    return ask


def _action(typed: str) -> Condition:
    """A type of action, with or without a mode after a slash."""
    kind, mode = action(typed)
    same = events.c.action == kind
    return and_(same, events.c.mode == mode) if mode else same


def action(typed: str) -> tuple[str, str]:
    """The type and the mode asked for, "" where none is; both are such as there are."""
    kind, slash, mode = (part.strip() for part in typed.partition("/"))
    known = one_of("action", kind.upper(), get_args(Action))
    if not slash:
        return known, ""
    modes = sorted(mode for name, own in MODES.items() if name == known for mode in own)
    return known, one_of(f"mode of {known}", mode.lower(), tuple(modes))


def statuses(asked: str | Iterable[str]) -> list[str]:
    """The status or statuses asked for, each one that there is."""
    several = [asked] if isinstance(asked, str) else list(asked)
    plain = (each.strip().lower().replace("-", "_").replace(" ", "_") for each in several)
    return [one_of("status", each, get_args(Status)) for each in plain]


def _unnamed(unnamed: bool) -> Condition:
    """What nobody knows the source of is neither from a named one nor from an unnamed one."""
    named = ~statements.c.unnamed & statements.c.who.is_not(None)
    return statements.c.unnamed.is_(True) if unnamed else named


def _manner(manner: str) -> Condition:
    return statements.c.manner == one_of("manner", manner.strip().lower(), get_args(Manner))


def _act(act: str) -> Condition:
    plain = act.strip().lower().replace("-", "_").replace(" ", "_")
    return statements.c.act == one_of("act", plain, ACTS)


def _measure(measure: str) -> Condition:
    return figures.c.measure == one_of("measure", measure.strip().lower(), get_args(Measure))


def one_of(noun: str, value: str, known: tuple[str, ...]) -> str:
    """The value, if it is one of those known; else QuestionInvalid, which lists them."""
    if value not in known:
        listed = ", ".join(known) or "none"
        raise QuestionInvalid(f"“{clean(value)}” is no {noun}; there are {listed}")
    return value


def _own_voice(table: Table) -> Ask:
    return lambda own: table.c.source.is_(None) if own else table.c.source.is_not(None)


def _since(table: Table) -> Ask:
    return lambda day: table.c.last_day >= _bounds(day)[0]


def _until(table: Table) -> Ask:
    return lambda day: table.c.first_day <= _bounds(day)[1]


def within_days(table: Table, question: Question) -> Iterator[Condition]:
    """What a question of days asks of rows of their own days."""
    in_order(question)
    asks = {"since": _since(table), "until": _until(table), "during": _during(table)}
    for field, ask in asks.items():
        if (stretch := getattr(question, field)) is not None:
            yield ask(stretch)


def _during(table: Table) -> Ask:
    """Dated within some days, whatever of them is meant; a date open on one side is not."""

    def ask(stretch: str) -> Condition:
        first, last = _bounds(stretch)
        return and_(table.c.first_day >= first, table.c.last_day <= last)

    return ask


def _relayed(relayed: bool) -> Condition:
    """That somebody passed a statement on, or that nobody did."""
    passed = statements.c.number.in_(select(relays.c.statement))
    return passed if relayed else ~passed


def _bounds(day: str) -> Days:
    found = days(day)
    if found is None:
        raise QuestionInvalid(f"“{day}” is no date; write 2023-11-06, 2023-11 or 2023")
    if found[0] > found[1]:
        raise QuestionInvalid(f"“{day}” ends before it begins")
    return found


def in_order(question: Question) -> None:
    """QuestionInvalid where a question asks for what is after one day and before an earlier one."""
    if question.since is not None and question.until is not None:
        since, until = question.since, question.until
        if _bounds(since)[0] > _bounds(until)[1]:
            raise QuestionInvalid(f"nothing is since {since} and until {until}, which is earlier")


def _each_word(column: ColumnElement[str]) -> Ask:
    """All the words, whole, in any order and in any of the names."""

    def ask(text: str) -> Condition:
        patterns = [f"% {word} %" for word in folded(text).split()]
        return and_(*(column.like(p) for p in patterns)) if patterns else false()

    return ask


def _held(table: Table) -> Ask:
    return lambda text: sqlite.holding(table, text)


def _article_text(text: str) -> Condition:
    return articles.c.number.in_(select(readings.c.article).where(sqlite.holding(readings, text)))


def _beginning(start: str) -> Condition:
    return articles.c.id.startswith(clean(start), autoescape=True)


def _reviewed(table: Table) -> Ask:
    """What people said of an entry: that it is right, that its source is another, or nothing."""

    def ask(said: str) -> Condition:
        known = one_of("review", said.strip().lower(), get_args(Reviewed))
        return ~corrected_so(table) if known == "none" else corrected_so(table, _SAID[known])

    return ask


_SAID: Mapping[str, Correcting] = {"confirmed": "confirm", "corrected": "source"}
FILTERS = (
    Filter(
        "by",
        lambda name: f"by “{name}”",
        {"statement": _names(statements.c.who_words), "entity": _names(entities.c.name_words)},
    ),
    Filter(
        "publisher",
        lambda name: f"printed by “{name}”",
        {"article": _names(articles.c.publisher_words)},
    ),
    Filter(
        "manner",
        lambda manner: f"in {manner} manner",
        {"statement": _manner},
    ),
    Filter(
        "act",
        lambda act: f"whose act is “{act}”",
        {"statement": _act},
    ),
    Filter(
        "unnamed",
        lambda unnamed: f"from {'unnamed' if unnamed else 'named'} sources",
        {
            "statement": _unnamed,
            "entity": lambda unnamed: (entities.c.kind == "unnamed") == unnamed,
        },
    ),
    Filter(
        "relayed",
        lambda relayed: "relayed by somebody else" if relayed else "not relayed by anybody",
        {"statement": _relayed},
    ),
    Filter(
        "reviewed",
        lambda said: "that nobody reviewed" if said == "none" else f"that a person {said}",
        {
            "statement": _reviewed(statements),
            "event": _reviewed(events),
            "figure": _reviewed(figures),
        },
    ),
    Filter(
        "since",
        lambda day: f"dated {day} or later",
        {
            "statement": _since(statements),
            "event": _since(events),
            "figure": _since(figures),
            "article": _since(articles),
        },
    ),
    Filter(
        "until",
        lambda day: f"dated {day} or earlier",
        {
            "statement": _until(statements),
            "event": _until(events),
            "figure": _until(figures),
            "article": _until(articles),
        },
    ),
    Filter(
        "during",
        lambda stretch: f"dated within {stretch.replace('/', ' to ')}",
        {
            "statement": _during(statements),
            "event": _during(events),
            "figure": _during(figures),
            "article": _during(articles),
        },
    ),
    Filter(
        "text",
        lambda text: f"with the words “{text}”",
        {
            "statement": _held(statements),
            "event": _held(events),
            "figure": _held(figures),
            "entity": _each_word(entities.c.name_words + entities.c.role_words),
            "article": _article_text,
        },
    ),
    Filter("article", lambda start: f"in article {start}", {"article": _beginning}),
    Filter(
        "entity",
        lambda id: f"of {id}",
        {
            "statement": belonging.making,
            "event": belonging.taking_part,
            "entity": belonging.being,
        },
    ),
    Filter("actor", lambda name: f"whose actor is “{name}”", {"event": _party("actor")}),
    Filter(
        "recipient",
        lambda name: f"whose recipient is “{name}”",
        {"event": _party("recipient")},
    ),
    Filter("action", lambda action: f"of type {action}", {"event": _action}),
    Filter(
        "status",
        lambda asked: f"whose status is {' or '.join(statuses(asked))}",
        {"event": lambda asked: events.c.status.in_(statuses(asked))},
    ),
    Filter(
        "place",
        lambda name: f"in “{name}”",
        {"event": _names(events.c.place_words), "figure": _names(figures.c.place_words)},
    ),
    Filter(
        "according_to",
        lambda name: f"according to “{name}”",
        {"event": _source(events), "figure": _source(figures)},
    ),
    Filter(
        "own_voice",
        lambda own: f"told in {'the article’s own voice' if own else 'somebody else’s words'}",
        {"event": _own_voice(events), "figure": _own_voice(figures)},
    ),
    Filter("measure", lambda measure: f"that measure {measure}", {"figure": _measure}),
    Filter("of", lambda text: f"of “{text}”", {"figure": _each_word(figures.c.of_words)}),
)
