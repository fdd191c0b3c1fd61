"""Rows into portraits: who somebody is, in numbers that the database counts.

Nothing here opens a reading: a country stands in every article, and its page is to be as quick as
anybody's. Entries are those that links join now; a cluster is given by its id (``per_…``).
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from onrecord.across import Conflict, Linkable
from onrecord.model import Card
from onrecord.portraits import Company, Known, Naming, Passing, Portrait, Reason, RoleHeld, Sort
from onrecord.standing import NOTHING, Standing, told_of
from onrecord.store import naming, sqlite
from onrecord.store.days import FIRST_OF_ALL, LAST_OF_ALL
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
        mentions, said = self._mentions(), self._said()
        printed = {mention.article: mention.publisher for mention in mentions}
        return Portrait(
            self._head(),
            tuple(_names(mentions)),
            tuple(self._roles(mentions)),
            tuple(_passing((printed[each.article], each) for each in said)),
            tuple(_passing((each.who, each) for each in said if each.who is not None)),
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

    @property
    def _own(self) -> Any:
        """Their entity in each article that names them."""
        if self.entry.cluster is None:
            return entities
        return forms.join(members, members.c.form == forms.c.number).join(entities, _IS_ENTITY)

    @property
    def _mine(self) -> tuple[ColumnElement[bool], ...]:
        if self.entry.cluster is None:
            return entities.c.article == self.entry.article, entities.c.id == self.entry.id
        return forms.c.kind == _ENTITY, forms.c.cluster == self.entry.cluster

    def _mentions(self) -> list[_Mention]:
        """What the articles call them, in the order in which these were published."""
        printed = articles.c.number, articles.c.publisher, articles.c.first_day
        own = self._own.join(articles, articles.c.number == entities.c.article)
        chosen = select(*printed, entities.c.name, entities.c.roles).select_from(own)
        rows = self.connection.execute(chosen.where(*self._mine))
        return sorted(map(_Mention._make, rows), key=lambda each: (each.day or "~", each.article))

    def _said(self) -> list[_Said]:
        """Their statements, each as many times as somebody passed it on, but once at least."""
        making = statements.c.article == entities.c.article, statements.c.entity == entities.c.id
        joined = self._own.join(statements, making[0] & making[1])
        joined = joined.outerjoin(relays, relays.c.statement == statements.c.number)
        chosen = select(statements.c.number, statements.c.article, relays.c.who)
        rows = self.connection.execute(chosen.select_from(joined).where(*self._mine))
        return list(map(_Said._make, rows))

    def _roles(self, mentions: Sequence[_Mention]) -> Iterator[RoleHeld]:
        given: dict[str, list[_Mention]] = defaultdict(list)
        worded: dict[str, Counter[str]] = defaultdict(Counter)
        told: dict[str, list[tuple[str, str]]] = {"": []}
        for each in mentions:
            if each.roles not in told:
                told[each.roles] = [(folded(role), role) for role in each.roles.split(" | ")]
            for key, role in told[each.roles]:
                given[key].append(each)
                worded[key][role] += 1
        most = sorted(given, key=lambda role: (-len(given[role]), role))[:MOST]
        ends = {each.article for role in most for each in (given[role][0], given[role][-1])}
        cards = _cards(self.connection, list(ends))
        for role in sorted(most, key=lambda each: given[each][0].day or "~"):
            those = given[role]
            yield RoleHeld(
                worded[role].most_common(1)[0][0], len({each.article for each in those}),
                those[0].day, those[-1].day, _publishers(Counter(e.publisher for e in those)),
                cards[those[0].article], cards[those[-1].article],
            )  # fmt: skip

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
            statuses = Counter(row.status for row in rows)
            first = [row.first_day for row in rows if row.first_day not in (None, FIRST_OF_ALL)]
            last = [row.last_day for row in rows if row.last_day not in (None, LAST_OF_ALL)]
            yield Company(
                cluster_id(_ENTITY, who) if isinstance(who, int) else None,
                Counter(row.who for row in rows).most_common(1)[0][0],
                len({row.number for row in rows}),
                tuple(action for action, _ in actions.most_common(3)),
                tuple(status for status, _ in statuses.most_common()),
                min(first, default=None),
                max(last, default=None),
            )

    def _others(self) -> Select[Any]:
        named = select(entities.c.article, entities.c.id.label("entity")).select_from(self._own)
        own = named.where(*self._mine).subquery()
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
        own_columns = ("number", "action", "status", "first_day", "last_day")
        columns = *(events.c[name] for name in own_columns), theirs.c.who
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
            (links.c.right_form + 0).in_(mine),  # no index for it, which would be followed first
            links.c.withdrawn_at.is_(None),
            links.c.judgement == "same",
        )
        rows = self.connection.execute(
            chosen.group_by(links.c.reasons).order_by(count.desc(), links.c.reasons).limit(MOST)
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


class _Mention(NamedTuple):
    """That an article names them."""

    article: int
    publisher: str | None
    day: str | None
    name: str
    roles: str


class _Said(NamedTuple):
    """A statement of theirs, and who passed it on."""

    statement: int
    article: int
    who: str | None


def _names(mentions: Sequence[_Mention]) -> Iterator[Naming]:
    once = {(" ".join(each.name.split()), each.publisher or "", each.article) for each in mentions}
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    for name, publisher, _ in sorted(once):
        printed[name][publisher] += 1
    ordered = sorted(printed, key=lambda name: (-printed[name].total(), name))
    for name in ordered[:MOST]:
        yield Naming(name, printed[name].total(), _publishers(printed[name]))


def _passing(found: Iterable[tuple[str | None, _Said]]) -> Iterator[Passing]:
    """Who prints or passes on how many statements, in how many articles, most first."""
    said: dict[str | None, set[int]] = defaultdict(set)
    printed: dict[str | None, set[int]] = defaultdict(set)
    for who, each in found:
        said[who].add(each.statement)
        printed[who].add(each.article)
    most = sorted(said, key=lambda who: (-len(said[who]), who is not None, who or ""))
    for who in most[:MOST]:
        yield Passing(who, len(said[who]), len(printed[who]))


_PRINTED = entities.join(articles)


def _publishers(counted: Mapping[str | None, int] | Mapping[str, int]) -> tuple[str, ...]:
    named = [name for name, _ in Counter(counted).most_common() if name]
    return tuple(named[:PUBLISHERS])


def _cards(connection: Connection, numbers: Sequence[int]) -> dict[int, Card]:
    chosen = select(articles).where(sqlite.among(articles.c.number, numbers))
    return {row.number: card(row) for row in connection.execute(chosen)}
