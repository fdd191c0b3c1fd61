"""The days of what happened: events that several articles tell once each, the others one by one.

An event that several articles tell has the day they agree on; where they agree on none, each
telling stands for itself. Of what is left out of a page no more is fetched than its day.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, case, exists, func, select

from onrecord.model import Happened, Question
from onrecord.store import sqlite
from onrecord.store.gathered import Objects, gone
from onrecord.store.gathered_schema import objects
from onrecord.store.link_schema import forms, members
from onrecord.store.naming import cluster_id, lone_id
from onrecord.store.questions import conditions
from onrecord.store.schema import articles, events
from onrecord.store.together import tellings
from onrecord.store.wanted import Wanted

_STREAM = {"yield_per": 500}
_MEMBER = (
    (members.c.article == events.c.article)
    & (members.c.kind == "event")
    & (members.c.position == events.c.position)
)
_LINKED = members.join(forms, forms.c.number == members.c.form)


class Dated(NamedTuple):
    """A line of the timeline: the telling that stands for an event, the id of the event, and its
    object where several articles tell it.
    """

    telling: Happened
    id: str
    line: str | None


class _Place(NamedTuple):
    """Where a line stands, and the cluster or the event it is of."""

    day: str
    rank: tuple[Any, ...]
    cluster: int | None
    event: int | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events that a question asks for and that so many accounts tell, by their first days."""

    question: Question
    at_least: int = 1

    def of(self, connection: Connection) -> Iterator[Dated]:
        start, limit = self.question.start or 0, self.question.limit
        last = None if limit is None else start + max(limit, 0)
        places = islice(self._places(connection), start, last)
        while page := list(islice(places, 100)):
            yield from self._dated(connection, page)

    def count(self, connection: Connection) -> int:
        several = select(func.count()).select_from(objects).where(*self._several())
        found = connection.scalar(several) or 0
        if self.at_least > 1:
            return found
        single = select(func.count()).select_from(events.join(articles)).where(*self._single())
        return found + (connection.scalar(single) or 0)

    def undated(self, connection: Connection) -> int:
        """How many tellings of an event are left out because nothing says when it was."""
        whenever = replace(self.question, since=None, until=None)
        asked = events.c.date.is_(None), *conditions(whenever, "events")
        known = select(objects.c.cluster).where(*self._several())
        elsewhere = exists().select_from(_LINKED).where(_MEMBER, forms.c.cluster.in_(known))
        chosen = select(func.count()).select_from(events.join(articles))
        without = chosen.where(*asked, ~elsewhere.correlate(events))
        return connection.scalar(without) or 0

    def _several(self) -> Iterator[ColumnElement[bool]]:
        yield from Objects("event", Wanted(self.question, self.at_least)).asked()
        yield objects.c.first_day.is_not(None)

    def _single(self) -> Iterator[ColumnElement[bool]]:
        yield events.c.first_day.is_not(None)
        yield ~_told_together().correlate(events)
        yield from conditions(self.question, "events")

    def _places(self, connection: Connection) -> Iterator[_Place]:
        kept = objects.c
        several = select(kept.first_day, kept.size, kept.cluster).where(*self._several())
        rows = connection.execute(
            several.order_by(kept.first_day, kept.size.desc(), kept.cluster),
            execution_options=_STREAM,
        )
        told = (_Place(day, (0, -size, cluster), cluster, None) for day, size, cluster in rows)
        return heapq.merge(told, self._alone(connection)) if self.at_least <= 1 else told

    def _alone(self, connection: Connection) -> Iterator[_Place]:
        order = (
            events.c.first_day, events.c.last_day, events.c.article, events.c.start,
            events.c.position,
        )  # fmt: skip
        chosen = select(*order, events.c.number).select_from(events.join(articles))
        asked = chosen.where(*self._single()).order_by(*order)
        for day, *rank, number in connection.execute(asked, execution_options=_STREAM):
            yield _Place(day, (1, *rank), None, number)

    def _dated(self, connection: Connection, page: Sequence[_Place]) -> Iterator[Dated]:
        clusters = [place.cluster for place in page if place.cluster is not None]
        standing = self._standing(connection, clusters)
        lines = _lines(connection, clusters)
        numbers = [place.event for place in page if place.event is not None]
        told = tellings(connection, [*standing.values(), *numbers])
        homes = _homes(connection, numbers)
        for _, _, cluster, event in page:
            if cluster is not None and cluster in standing:
                yield Dated(told[standing[cluster]], cluster_id("event", cluster), lines[cluster])
            elif event is not None:
                home = homes.get(event)
                alone = lone_id("event", told[event].event.id)
                yield Dated(told[event], cluster_id("event", home) if home else alone, None)

    def _standing(self, connection: Connection, clusters: Sequence[int]) -> Mapping[int, int]:
        """Of each cluster the telling that stands for the others: the first that answers, with the
        date that they agree on if there is one.
        """
        joined = events.join(articles).join(members, _MEMBER)
        joined = joined.join(forms, forms.c.number == members.c.form)
        joined = joined.join(objects, objects.c.cluster == forms.c.cluster)
        order = (
            case((events.c.date == objects.c.date, 0), else_=1),
            func.coalesce(articles.c.first_day, "~"), articles.c.id, events.c.position,
        )  # fmt: skip
        asked = sqlite.among(forms.c.cluster, clusters), *conditions(self.question, "events")
        chosen = select(forms.c.cluster, events.c.number).select_from(joined)
        found: dict[int, int] = {}
        for cluster, number in connection.execute(
            chosen.where(objects.c.kind == "event", forms.c.kind == "event", *asked).order_by(
                *order
            )
        ):
            found.setdefault(cluster, number)
        return found


def _told_together() -> Any:
    """That an event is one that several articles tell, and agree in its day."""
    known = _LINKED.join(objects, objects.c.cluster == forms.c.cluster)
    dated = objects.c.kind == "event", objects.c.first_day.is_not(None)
    return exists().select_from(known).where(_MEMBER, *dated, ~gone(objects))


def _lines(connection: Connection, clusters: Sequence[int]) -> Mapping[int, str]:
    here = objects.c.kind == "event", sqlite.among(objects.c.cluster, clusters)
    rows = connection.execute(select(objects.c.cluster, objects.c.line).where(*here))
    return {row.cluster: row.line for row in rows}


def _homes(connection: Connection, numbers: Sequence[int]) -> Mapping[int, int]:
    """The cluster of each event that is linked."""
    joined = events.join(members, _MEMBER).join(forms, forms.c.number == members.c.form)
    chosen = select(events.c.number, forms.c.cluster).select_from(joined)
    rows = connection.execute(chosen.where(sqlite.among(events.c.number, numbers)))
    return {row.number: row.cluster for row in rows}
