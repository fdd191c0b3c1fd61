"""Rows into portraits: who somebody is, in numbers that the database counts.

Nothing here opens a reading: a country stands in every article, and its page is to be as quick as
anybody's. Entries are those that links join now; a cluster is given by its id (``per_…``).
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from onrecord.across import Conflict, Linkable
from onrecord.model import Card
from onrecord.portraits import Company, Known, Naming, Passing, Portrait, Reason, RoleHeld, Sort
from onrecord.standing import NOTHING, Standing, told_of
from onrecord.store import naming, sqlite
from onrecord.store.gathered import Objects
from onrecord.store.gathered_schema import objects
from onrecord.store.link_schema import conflicts, forms, links, members
from onrecord.store.naming import Entry, cluster_id, lone_id
from onrecord.store.opened import card
from onrecord.store.schema import (
    articles,
    entities,
    event_parties,
    events,
    relays,
    statements,
)
from onrecord.store.wanted import Wanted
from onrecord.store.words import folded

MOST = 40  # names, roles, parties of each; whoever has more has them in the lists
PUBLISHERS = 4  # named with a name or a role
_ENTITY: Linkable = "entity"

ORDERS: Mapping[Sort, tuple[ColumnElement[Any], ...]] = {
    "accounts": (objects.c.accounts.desc(), objects.c.statements.desc(), objects.c.cluster),
    "statements": (objects.c.statements.desc(), objects.c.accounts.desc(), objects.c.cluster),
    "name": (objects.c.label.collate("NOCASE"), objects.c.cluster),
    "latest": (objects.c.last_day.desc(), objects.c.accounts.desc(), objects.c.cluster),
}


# --- lists


def known(connection: Connection, wanted: Wanted, order: Sort) -> Iterator[Known]:
    """Those that are linked, as lines in a list."""
    chosen = select(*_LINE).where(*Objects(_ENTITY, wanted).asked()).order_by(*ORDERS[order])
    question = wanted.question
    limit = None if question.limit is None else max(question.limit, 0)
    for row in connection.execute(chosen.offset(question.start or None).limit(limit)).all():
        yield _known(row)


_LINE = [column for column in objects.c if column.name not in ("line", "names", "traits")]


def _known(row: Row[Any]) -> Known:
    return Known(
        id=row.id,
        name=row.label,
        kind=row.type,
        accounts=row.accounts,
        articles=row.size,
        statements=row.statements,
        first_day=row.first_day,
        last_day=row.last_day,
        **(json.loads(row.role) if row.role else NOTHING),
    )


_IS_ENTITY = (
    (entities.c.article == members.c.article)
    & (entities.c.position == members.c.position)
    & (members.c.kind == _ENTITY)
)


# --- one of them


def portrait(connection: Connection, id: str) -> Portrait | None:
    """Whoever has an id, or has the entry of that id; None where that is no entity. Raises
    EntryUnknown.
    """
    found = naming.entry(connection, id)
    return _Sitter(connection, found).portrait() if found.kind == _ENTITY else None


@dataclass(frozen=True, slots=True)
class _Sitter:
    """The one of whom a portrait is made."""

    connection: Connection
    entry: Entry

    def portrait(self) -> Portrait:
        head = self._head()
        return Portrait(
            head,
            tuple(self._names()),
            tuple(self._roles()),
            tuple(self._publishers()),
            tuple(self._relays()),
            tuple(self._company()),
            tuple(self._reasons()),
            tuple(self._conflicts()),
        )

    @property
    def id(self) -> str:
        if self.entry.cluster is None:
            return lone_id(_ENTITY, self.entry.id)
        return cluster_id(_ENTITY, self.entry.cluster)

    def _head(self) -> Known:
        here = objects.c.kind == _ENTITY, objects.c.cluster == self.entry.cluster
        row = self.connection.execute(select(*_LINE).where(*here)).one_or_none()
        return _known(row) if row else self._alone()

    def _alone(self) -> Known:
        """An entity that is not gathered yet, as its own article has it."""
        here = entities.c.article == self.entry.article, entities.c.id == self.entry.id
        printed = articles.c.id.label("printed"), articles.c.published, articles.c.publisher
        chosen = select(entities, articles.c.first_day, articles.c.last_day, *printed)
        row = self.connection.execute(chosen.select_from(_PRINTED).where(*here)).first()
        assert row is not None
        given = (
            Standing(role, row.published, row.publisher, row.printed)
            for role in row.roles.split(" | ")
        )
        return Known(
            id=self.id,
            name=row.name,
            kind=row.kind,
            accounts=1,
            articles=1,
            statements=row.statements,
            first_day=row.first_day,
            last_day=row.last_day,
            **told_of(row.kind, given),
        )

    def _own(self) -> Select[Any]:
        """The articles that name them, each with the id of their entity there."""
        if self.entry.cluster is None:
            one = entities.c.article == self.entry.article, entities.c.id == self.entry.id
            return select(entities.c.article, entities.c.id.label("entity")).where(*one)
        joined = members.join(forms, forms.c.number == members.c.form)
        joined = joined.join(entities, _IS_ENTITY)  # beside it, whose id the index of members lacks
        chosen = select(members.c.article, entities.c.id.label("entity")).select_from(joined)
        return chosen.where(forms.c.kind == _ENTITY, forms.c.cluster == self.entry.cluster)

    def _names(self) -> Iterator[Naming]:
        own = self._own().subquery()
        joined = _PRINTED.join(own, _same(entities, own))
        times = func.count(articles.c.number.distinct())
        chosen = select(entities.c.name, articles.c.publisher, times).select_from(joined)
        printed: dict[str, Counter[str | None]] = defaultdict(Counter)
        for name, publisher, number in self.connection.execute(
            chosen.group_by(entities.c.name, articles.c.publisher)
        ):
            printed[" ".join(name.split())][publisher] += number
        ordered = sorted(printed, key=lambda name: (-printed[name].total(), name))
        for name in ordered[:MOST]:
            yield Naming(name, printed[name].total(), _publishers(printed[name]))

    def _roles(self) -> Iterator[RoleHeld]:
        own = self._own().subquery()
        joined = _PRINTED.join(own, _same(entities, own))
        columns = entities.c.roles, articles.c.first_day, articles.c.publisher, articles.c.number
        chosen = select(*columns).select_from(joined).where(entities.c.roles != "")
        given: dict[str, list[Any]] = defaultdict(list)
        worded: dict[str, Counter[str]] = defaultdict(Counter)
        found: Sequence[Any] = self.connection.execute(chosen.order_by(*_BY_DAY)).all()
        for row in found:
            for role in row.roles.split(" | "):
                given[folded(role)].append(row)
                worded[folded(role)][role] += 1
        most = sorted(given, key=lambda role: (-len(given[role]), role))[:MOST]
        ends = {row.number for role in most for row in (given[role][0], given[role][-1])}
        cards = _cards(self.connection, list(ends))
        for role in sorted(most, key=lambda each: given[each][0].first_day or "~"):
            rows = given[role]
            publishers = _publishers(Counter(row.publisher for row in rows))
            yield RoleHeld(
                worded[role].most_common(1)[0][0], len({row.number for row in rows}),
                rows[0].first_day, rows[-1].first_day, publishers,
                cards[rows[0].number], cards[rows[-1].number],
            )  # fmt: skip

    def _publishers(self) -> Iterator[Passing]:
        own = self._own().subquery()
        joined = statements.join(own, _making(own)).join(articles)
        yield from self._passing(articles.c.publisher, joined)

    def _relays(self) -> Iterator[Passing]:
        own = self._own().subquery()
        said = statements.join(own, _making(own))
        yield from self._passing(relays.c.who, said.join(relays))

    def _passing(self, who: ColumnElement[Any], joined: Any) -> Iterator[Passing]:
        said = func.count(statements.c.number.distinct())
        printed = func.count(statements.c.article.distinct())
        chosen = select(who, said, printed).select_from(joined).group_by(who)
        rows = self.connection.execute(chosen.order_by(said.desc(), who).limit(MOST))
        for name, said_by, in_articles in rows:
            yield Passing(name, said_by, in_articles)

    def _company(self) -> Iterator[Company]:
        """Who else takes part in their events: the others by cluster, or else by name."""
        met: dict[int | str, list[Row[Any]]] = defaultdict(list)
        for row in self.connection.execute(self._others()):
            if row.cluster is None or row.cluster != self.entry.cluster:
                met[folded(row.who) if row.cluster is None else row.cluster].append(row)
        most = sorted(met, key=lambda who: (-len(met[who]), str(who)))[:MOST]
        for who in most:
            rows = met[who]
            actions = Counter(row.action for row in rows)
            days = sorted(row.first_day for row in rows if row.first_day)
            yield Company(
                cluster_id(_ENTITY, who) if isinstance(who, int) else None,
                Counter(row.who for row in rows).most_common(1)[0][0],
                len({row.number for row in rows}),
                tuple(action for action, _ in actions.most_common(3)),
                days[0] if days else None,
                days[-1] if days else None,
            )

    def _others(self) -> Select[Any]:
        own = self._own().subquery()
        mine, theirs = event_parties.alias(), event_parties.alias()
        joined = events.join(own, own.c.article == events.c.article)
        joined = joined.join(
            mine, (mine.c.event == events.c.number) & (mine.c.entity == own.c.entity)
        )
        joined = joined.join(theirs, theirs.c.event == events.c.number)
        joined = joined.outerjoin(
            entities,
            (entities.c.article == events.c.article) & (entities.c.id == theirs.c.entity),
        )
        joined = joined.outerjoin(members, _IS_ENTITY)
        joined = joined.outerjoin(forms, forms.c.number == members.c.form)
        columns = events.c.number, events.c.action, events.c.first_day, theirs.c.who
        other = theirs.c.entity.is_(None) | (theirs.c.entity != own.c.entity)
        chosen = select(*columns, forms.c.cluster).select_from(joined).where(other)
        return chosen.distinct()

    def _reasons(self) -> Iterator[Reason]:
        """What the links within the cluster rest on."""
        if self.entry.cluster is None:
            return
        mine = select(forms.c.number).where(
            forms.c.kind == _ENTITY, forms.c.cluster == self.entry.cluster
        )
        count = func.count()
        surest = func.max(links.c.score)  # SQLite gives the other columns of that row
        chosen = select(links.c.reasons, count, surest, links.c.left, links.c.right).where(
            links.c.left_form.in_(mine),
            links.c.right_form.in_(mine),
            links.c.withdrawn_at.is_(None),
            links.c.judgement == "same",
        )
        rows = self.connection.execute(
            chosen.group_by(links.c.reasons).order_by(count.desc()).limit(MOST)
        ).all()
        names = self._named({id for row in rows for id in (row.left, row.right)})
        for reasons, number, score, left, right in rows:
            ends = names.get(left, left), names.get(right, right)
            yield Reason(tuple(reasons), number, score, left, right, *ends)

    def _named(self, ids: set[str]) -> dict[str, str]:
        chosen = select(entities.c.id, entities.c.name).where(sqlite.among(entities.c.id, ids))
        return {row.id: row.name for row in self.connection.execute(chosen)}

    def _conflicts(self) -> Iterator[Conflict]:
        left, right = forms.alias(), forms.alias()
        joined = conflicts.join(left, left.c.number == conflicts.c.left_form)
        joined = joined.join(right, right.c.number == conflicts.c.right_form)
        chosen = select(left.c.entry, right.c.entry, conflicts.c.reason).select_from(joined)
        mine = (left.c.cluster == self.entry.cluster) | (right.c.cluster == self.entry.cluster)
        rows = self.connection.execute(chosen.where(conflicts.c.kind == _ENTITY, mine).limit(MOST))
        yield from (Conflict(*row) for row in rows)


_PRINTED = entities.join(articles)
_BY_DAY = func.coalesce(articles.c.first_day, "~"), articles.c.number


def _same(table: Any, own: Any) -> ColumnElement[bool]:
    found: ColumnElement[bool] = (table.c.article == own.c.article) & (table.c.id == own.c.entity)
    return found


def _making(own: Any) -> ColumnElement[bool]:
    found: ColumnElement[bool] = (statements.c.article == own.c.article) & (
        statements.c.entity == own.c.entity
    )
    return found


def _publishers(counted: Counter[str | None]) -> tuple[str, ...]:
    named = [name for name, _ in counted.most_common() if name]
    return tuple(named[:PUBLISHERS])


def _cards(connection: Connection, numbers: Sequence[int]) -> dict[int, Card]:
    chosen = select(articles).where(sqlite.among(articles.c.number, numbers))
    return {row.number: card(row) for row in connection.execute(chosen)}
