"""An article's reading, opened: entries of it as lists show them, each by its position."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from sqlalchemy import Row

from onrecord import exchange
from onrecord.model import (
    Card,
    Counted,
    Entity,
    Event,
    Figure,
    Happened,
    Passage,
    Spoken,
    Statement,
    Voice,
    When,
)
from onrecord.store import contexts
from onrecord.store.corrections import Marked, marked


@dataclass(frozen=True, slots=True)
class Opened:
    """An article as a line in a list, and its reading in plain dictionaries."""

    card: Card
    plain: Mapping[str, Any]
    positions: Mapping[str, int]  # of the statements, by their ids
    corrections: Mapping[str, Sequence[Marked]]  # those that stand, by the id of the entry

    @classmethod
    def of(cls, row: Row[Any]) -> Self:
        """The article of a row of ``articles`` with the line of its reading, and what of it people
        corrected.
        """
        plain = json.loads(row.line)
        positions = {statement["id"]: n for n, statement in enumerate(plain["statements"])}
        return cls(card(row), plain, positions, marked(row.corrections))

    @property
    def text(self) -> str:
        return str(self.plain["article"]["text"])

    def spoken(self, position: int) -> Spoken:
        statement = self._statement(position)
        around = contexts.of_statement(self.text, statement)
        return Spoken(statement, self.card, around, *self._said_of(statement.id))

    def happened(self, position: int) -> Happened:
        event = exchange.value_from(Event, self.plain["events"][position])
        around = contexts.of_event(self.text, event)
        told = self._with_id(event.according_to)
        return Happened(event, self.card, around, told, *self._said_of(event.id, told))

    def counted(self, position: int) -> Counted:
        figure = exchange.value_from(Figure, self.plain["figures"][position])
        around = contexts.of_figure(self.text, figure)
        given = figure.according_to.statement if figure.according_to else None
        told = self._with_id(given)
        return Counted(figure, self.card, around, told, *self._said_of(figure.id, told))

    def voice(self, position: int, statements: int) -> Voice:
        entity = exchange.value_from(Entity, self.plain["entities"][position])
        return Voice(entity, self.card, statements)

    def _said_of(
        self, id: str, told: Statement | None = None
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What people said of an entry, by ids and in words; whom it goes back to was corrected
        where the source of its statement was.
        """
        own = self.corrections.get(id, ())
        given = self.corrections.get(told.id, ()) if told else ()
        said = [*own, *(each for each in given if each.kind == "source")]
        return tuple(each.id for each in own), tuple(each.said for each in said)

    def _with_id(self, id: str | None) -> Statement | None:
        position = None if id is None else self.positions.get(id)
        return None if position is None else self._statement(position)

    def _statement(self, position: int) -> Statement:
        return exchange.value_from(Statement, self.plain["statements"][position])


def card(row: Row[Any]) -> Card:
    """An article as a line in a list, from its row."""
    place = row.published_passage
    published = When(row.published, row.published_basis, place and Passage(**place))
    return Card(
        id=row.id,
        input=row.input,
        url=row.url,
        publisher=row.publisher,
        title=row.title,
        authors=tuple(row.authors),
        agencies=tuple(row.agencies),
        published=published,
        reader=row.reader,
        statements=row.statements,
    )
