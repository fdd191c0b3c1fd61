"""What a record holds as a whole, in numbers."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from onrecord.findings import Choice, Summary
from onrecord.model import Card, Question
from onrecord.store import shelf
from onrecord.store.days import FIRST_OF_ALL, LAST_OF_ALL
from onrecord.store.facets import Asked, choices
from onrecord.store.opened import card
from onrecord.store.schema import articles
from onrecord.store.state import State

NEWEST = 8  # articles


def summary(connection: Connection, state: State) -> Summary:
    sheet, said = state.sheet("articles"), state.sheet("statements")
    first, last = _days(connection)
    return Summary(
        articles=len(sheet),
        linked=len(sheet) - shelf.unlinked(connection),
        publishers=_several(sheet.columns["publisher"].values),
        sources=_several(said.columns["who"].values),
        statements=len(said),
        events=len(state.sheet("events")),
        figures=len(state.sheet("figures")),
        first_day=first,
        last_day=last,
        newest=_newest(connection),
        busiest=_busiest(state),
    )


def _several(values: tuple[str | None, ...]) -> int:
    return len(values) - (None in values)


def _days(connection: Connection) -> tuple[str | None, str | None]:
    """The first and the last day that articles were published, where it is known."""
    first, last = articles.c.first_day, articles.c.last_day
    bounded = first != FIRST_OF_ALL, last != LAST_OF_ALL
    row = connection.execute(select(func.min(first), func.max(last)).where(*bounded)).one()
    return row[0], row[1]


def _newest(connection: Connection) -> tuple[Card, ...]:
    chosen = select(articles).order_by(articles.c.number.desc()).limit(NEWEST)
    return tuple(map(card, connection.execute(chosen)))


def _busiest(state: State) -> tuple[Choice, ...]:
    """Named sources with most statements."""
    return choices(Asked(state, "statements", Question(unnamed=False)), "entity")
