"""What a question asks of a list: its filters, in SQL and in English.

A filter that is not about what a list holds reaches over: articles ``by`` Kirby are those in which
one and the same statement satisfies every filter about statements; entities are those that make
such a statement; events whose ``manner`` is direct are those according to such a statement. Filters
about an article hold for all that stands in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from sqlalchemy import and_, exists, or_

from onrecord.errors import QuestionInvalid
from onrecord.model import Order, Question
from onrecord.store.filters import FILTERS, About, Condition, Filter, in_order
from onrecord.store.schema import (
    articles,
    entities,
    event_parties,
    events,
    figures,
    statements,
)

Listed = Literal["statements", "events", "figures", "entities", "articles"]

# What a list is asked directly, first choice first; the rest is asked of an entry it has.
_DIRECTLY: Mapping[Listed, tuple[About, ...]] = {
    "statements": ("statement", "article"),
    "events": ("event", "article"),
    "figures": ("figure", "article"),
    "entities": ("entity", "article"),
    "articles": ("article",),
}
_ORDERS: Mapping[Order | None, str] = {"newest": "newest first", "oldest": "oldest first"}
_TAKES_PART = (
    exists()
    .where(event_parties.c.event == events.c.number, event_parties.c.entity == entities.c.id)
    .correlate(events, entities)  # by itself it would only see what is right around it
)
# The entries a row of a list has: that a filter may reach over to.
_ENTRIES_OF: Mapping[Listed, Mapping[About, Condition]] = {
    "statements": {
        "event": and_(
            events.c.article == statements.c.article, events.c.according_to == statements.c.id
        ),
        "figure": and_(
            figures.c.article == statements.c.article, figures.c.according_to == statements.c.id
        ),
    },
    "events": {
        "statement": and_(
            statements.c.article == events.c.article, statements.c.id == events.c.according_to
        ),
    },
    "figures": {
        "statement": and_(
            statements.c.article == figures.c.article, statements.c.id == figures.c.according_to
        ),
    },
    "entities": {
        "statement": and_(
            statements.c.article == entities.c.article, statements.c.entity == entities.c.id
        ),
        "event": and_(events.c.article == entities.c.article, _TAKES_PART),
    },
    "articles": {
        "statement": statements.c.article == articles.c.number,
        "event": events.c.article == articles.c.number,
        "figure": figures.c.article == articles.c.number,
    },
}


def asked(question: Question) -> Iterator[tuple[Filter, Any]]:
    """The filters a question uses, each with what it asks for."""
    in_order(question)
    for each in FILTERS:
        value = getattr(question, each.field)
        if value is not None:
            yield each, value


def described(question: Question, listed: Listed = "statements") -> str:
    """The question in English: ``statements by “John Kirby”, dated 2023-11 or later``."""
    said = [each.english(value) for each, value in asked(question)]
    said += [_ORDERS[question.order]] if question.order in _ORDERS else []
    return f"{_first(question, listed)} {', '.join(said)}".strip()


def stated(question: Question) -> tuple[tuple[str, str], ...]:
    """Each filter of a question with its English: ``("by", "by “John Kirby”")``."""
    return tuple((each.field, each.english(value)) for each, value in asked(question))


def _first(question: Question, listed: str) -> str:
    """How many, and which of them: ``statements 41 to 80``."""
    start, limit = question.start, question.limit
    if not start:
        return listed if limit is None else f"the first {limit} {listed}"
    last = f"to {start + limit:,}" if limit is not None else "and on"
    return f"{listed} {start + 1:,} {last}"


def conditions(question: Question, listed: Listed) -> list[Condition]:
    """What must hold of a row of the list, joined with its article; or QuestionInvalid."""
    own: list[Condition] = []
    held: list[tuple[Filter, Any]] = []
    for each, value in asked(question):
        if about := directly(each, listed):
            own.append(each.asks[about](value))
        else:
            held.append((each, value))
    return [*own, _reached(held, listed)] if held else own


def directly(each: Filter, listed: Listed) -> About | None:
    """What a filter asks of a row of the list itself; None where it reaches over to an entry."""
    return next((about for about in _DIRECTLY[listed] if about in each.asks), None)


def _reached(held: list[tuple[Filter, Any]], listed: Listed) -> Condition:
    """That a row has one entry which satisfies all these filters."""
    several = [
        exists().where(link, *(each.asks[about](value) for each, value in held))
        for about, link in _ENTRIES_OF[listed].items()
        if all(about in each.asks for each, _ in held)
    ]
    if not several:
        names = " and ".join(f"“{each.field}”" for each, _ in held)
        known = ", ".join(each.field for each in FILTERS if _can_be_asked(each, listed))
        raise QuestionInvalid(f"{listed} cannot be asked for {names}, but for {known}")
    return or_(*several)


def _can_be_asked(each: Filter, listed: Listed) -> bool:
    return bool({*_DIRECTLY[listed], *_ENTRIES_OF[listed]} & each.asks.keys())
