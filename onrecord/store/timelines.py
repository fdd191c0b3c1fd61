"""The days of what happened: events that several articles tell once each, the others one by one.

An event that several articles tell has the day they agree on, and a question of days asks for that
one; where they agree on none, each telling stands for itself. Of what is left out of a page no more
is fetched than its day.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, FromClause, Table, case, exists, func, select

from onrecord.model import Happened, Question
from onrecord.store import sqlite
from onrecord.store.days import FIRST_OF_ALL, LAST_OF_ALL
from onrecord.store.filters import one_of, within_days
from onrecord.store.gathered import Objects, gone
from onrecord.store.gathered_schema import objects
from onrecord.store.link_schema import forms, members
from onrecord.store.naming import cluster_id, is_member, lone_id
from onrecord.store.periods import Period, periods
from onrecord.store.queries import TIMELINE_ORDERS
from onrecord.store.questions import conditions
from onrecord.store.schema import articles, events
from onrecord.store.together import tellings
from onrecord.store.wanted import Wanted

_STREAM = {"yield_per": 500}
_MEMBER = is_member("event")
_LINKED = members.join(forms, forms.c.number == members.c.form)


class Dated(NamedTuple):
    """A line of the timeline: the telling that stands for an event, the id of the event, and its
    object where several articles tell it.
    """

    telling: Happened
    id: str
    line: str | None


class _Place(NamedTuple):
    """The day of a line, and the cluster or the event it is of; of one day the events that several
    tell come first.
    """

    day: str
    cluster: int | None
    event: int | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events that a question asks for and that so many accounts tell, by their first days, or the
    newest first.
    """

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

    def over_time(self, connection: Connection) -> tuple[Period, ...]:
        """How many there are of each month or day; each counts once."""
        counts = Counter(dict(_spans(connection, objects, self._several())))
        if self.at_least <= 1:
            counts.update(dict(_spans(connection, events.join(articles), self._single())))
        return periods(counts)

    def undated(self, connection: Connection) -> int:
        """How many tellings of an event are left out because nothing says when it was."""
        asked = events.c.date.is_(None), *conditions(self._whenever, "events")
        known = select(objects.c.cluster).where(*self._together())
        elsewhere = exists().select_from(_LINKED).where(_MEMBER, forms.c.cluster.in_(known))
        chosen = select(func.count()).select_from(events.join(articles))
        without = chosen.where(*asked, ~elsewhere.correlate(events))
        return connection.scalar(without) or 0

    @property
    def _whenever(self) -> Question:
        """The question without its days."""
        return replace(self.question, since=None, until=None, during=None)

    @property
    def _is_newest_first(self) -> bool:
        order = self.question.order or "oldest"
        return one_of("order of a timeline", order, TIMELINE_ORDERS) == "newest"

    def _several(self) -> Iterator[ColumnElement[bool]]:
        yield from self._together()
        yield from within_days(objects, self.question)

    def _together(self) -> Iterator[ColumnElement[bool]]:
        """That several articles tell an event, which answers, and agree in its day."""
        yield from Objects("event", Wanted(self._whenever, self.at_least)).asked()
        yield _is_dated()

    def _single(self) -> Iterator[ColumnElement[bool]]:
        yield events.c.first_day.is_not(None)
        yield ~_told_together().correlate(events)
        yield from conditions(self.question, "events")

    def _places(self, connection: Connection) -> Iterator[_Place]:
        told = self._told(connection)
        if self.at_least > 1:
            return told
        newest = self._is_newest_first
        return heapq.merge(told, self._alone(connection), key=attrgetter("day"), reverse=newest)

    def _told(self, connection: Connection) -> Iterator[_Place]:
        kept = objects.c
        order = *self._by_day(objects), kept.size.desc(), kept.cluster
        chosen = select(kept.first_day, kept.cluster).where(*self._several()).order_by(*order)
        for day, cluster in connection.execute(chosen, execution_options=_STREAM):
            yield _Place(day, cluster, None)

    def _alone(self, connection: Connection) -> Iterator[_Place]:
        place = events.c.article, events.c.start, events.c.position
        chosen = select(events.c.first_day, events.c.number).select_from(events.join(articles))
        asked = chosen.where(*self._single()).order_by(*self._by_day(events), *place)
        for day, number in connection.execute(asked, execution_options=_STREAM):
            yield _Place(day, None, number)

    def _by_day(self, table: Table) -> tuple[ColumnElement[Any], ...]:
        """Earliest or latest first; of several articles' events one day is as good as another."""
        days = (table.c.first_day,) if table is objects else (table.c.first_day, table.c.last_day)
        return tuple(day.desc() if self._is_newest_first else day for day in days)

    def _dated(self, connection: Connection, page: Sequence[_Place]) -> Iterator[Dated]:
        clusters = [place.cluster for place in page if place.cluster is not None]
        standing = self._standing(connection, clusters)
        lines = _lines(connection, clusters)
        numbers = [place.event for place in page if place.event is not None]
        told = tellings(connection, [*standing.values(), *numbers])
        homes = _homes(connection, numbers)
        for _, cluster, event in page:
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
        asked = sqlite.among(forms.c.cluster, clusters), *conditions(self._whenever, "events")
        chosen = select(forms.c.cluster, events.c.number).select_from(joined)
        found: dict[int, int] = {}
        for cluster, number in connection.execute(
            chosen.where(objects.c.kind == "event", forms.c.kind == "event", *asked).order_by(
                *order
            )
        ):
            found.setdefault(cluster, number)
        return found


def _spans(
    connection: Connection, source: FromClause, asked: Iterable[ColumnElement[bool]]
) -> Iterator[tuple[tuple[str, str], int]]:
    """The first and last days that rows have, those open on a side left out, and how many."""
    days = (objects if source is objects else events).c
    first, last = days.first_day, days.last_day
    bounded = first != FIRST_OF_ALL, last != LAST_OF_ALL
    chosen = select(first, last, func.count()).select_from(source).where(*asked, *bounded)
    for begin, end, count in connection.execute(chosen.group_by(first, last)):
        yield (begin, end), count


def _told_together() -> Any:
    """That an event is one that several articles tell, and agree in its day."""
    known = _LINKED.join(objects, objects.c.cluster == forms.c.cluster)
    here = _MEMBER, objects.c.kind == "event", _is_dated(), ~gone(objects)
    return exists().select_from(known).where(*here)


def _is_dated() -> ColumnElement[bool]:
    """That articles agree in the day of an event: of "1 September" in no known year nobody knows
    when it was.
    """
    some = (objects.c.first_day != FIRST_OF_ALL) | (objects.c.last_day != LAST_OF_ALL)
    return objects.c.first_day.is_not(None) & some


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
