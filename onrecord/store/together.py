"""Entries that links join, cluster by cluster, each with the article it stands in.

The largest clusters come first, then by id; entries that are not linked come last, each alone. Of a
reading no more is fetched than the entry, and what its line shows with it; so a person who stands
in every article costs one small row for each.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    case,
    exists,
    func,
    literal,
    or_,
    select,
)

from onrecord.across import Conflict, Linkable, Together
from onrecord.model import Entity, Happened, Question, Voice
from onrecord.store import sqlite
from onrecord.store.corrections import marked, standing
from onrecord.store.link_schema import conflicts, forms, members
from onrecord.store.naming import TABLES, Entry, cluster_id, is_member, lone_id
from onrecord.store.opened import Opened, card
from onrecord.store.questions import Listed, conditions
from onrecord.store.schema import articles, entities, events, figures, readings, statements

EVERYTHING = Question()
PAGE = 500  # entries fetched at a time, and always whole clusters
LISTS: Mapping[Linkable, Listed] = {
    "article": "articles",
    "entity": "entities",
    "statement": "statements",
    "event": "events",
    "figure": "figures",
}


@dataclass(frozen=True, slots=True)
class Clusters:
    """Which clusters are asked for: of a kind, of so many entries, with an entry that a question
    asks for.
    """

    kind: Linkable
    question: Question = EVERYTHING
    at_least: int = 1

    def of(self, connection: Connection) -> Iterator[Together]:
        limit = self.question.limit
        left = -1 if limit is None else max(limit, 0)
        for page in _pages(connection.execute(self._linked(), execution_options=_STREAM), left):
            yield from joined(connection, self.kind, page)
            left -= len(page) if left > 0 else 0
        if self.at_least <= 1 and left:
            rows = connection.execute(self._unlinked().limit(left), execution_options=_STREAM)
            yield from (_lone(self.kind, row) for row in rows)

    def count(self, connection: Connection) -> int:
        linked = self._linked().order_by(None).subquery()
        found = connection.scalar(select(func.count()).select_from(linked)) or 0
        return found + (self.count_alone(connection) if self.at_least <= 1 else 0)

    def _linked(self) -> Select[Any]:
        """Clusters and how many entries each has, largest first."""
        size = func.count()
        joined = members.join(forms, forms.c.number == members.c.form)
        chosen = select(forms.c.cluster, size).select_from(joined)
        chosen = chosen.where(forms.c.kind == self.kind).group_by(forms.c.cluster)
        if self._is_narrow():
            chosen = chosen.where(forms.c.cluster.in_(self.asked_for()))
        return chosen.having(size >= self.at_least).order_by(size.desc(), forms.c.cluster)

    def _is_narrow(self) -> bool:
        return bool(conditions(self.question, LISTS[self.kind]))

    def asked_for(self) -> Select[Any]:
        """The numbers of clusters with an entry that the question asks for.

        The cluster of each entry is asked for by itself: of a join SQLite would begin with all
        members.
        """
        own = members.join(forms, forms.c.number == members.c.form)
        home = select(forms.c.cluster).select_from(own).where(is_member(self.kind))
        table = TABLES[self.kind]
        each = home.correlate(articles, table).scalar_subquery()
        asked = conditions(self.question, LISTS[self.kind])
        return select(each).select_from(_table(self.kind)).where(*asked)

    def answering(self, cluster: ColumnElement[int]) -> ColumnElement[bool]:
        """That a cluster has such an entry: quicker than the numbers of all where most have one."""
        own = forms.join(members, members.c.form == forms.c.number)
        own = own.join(articles, articles.c.number == members.c.article)
        if self.kind != "article":
            table = TABLES[self.kind]
            here = table.c.article == members.c.article, table.c.position == members.c.position
            own = own.join(table, here[0] & here[1])
        mine = forms.c.kind == self.kind, forms.c.cluster == cluster
        asked = conditions(self.question, LISTS[self.kind])
        return exists().select_from(own).where(*mine, *asked).correlate(cluster.table)

    def _unlinked(self) -> Select[Any]:
        """Entries that are in no cluster, as ``_entries`` has those that are."""
        table = TABLES[self.kind]
        position = literal(0) if table is articles else table.c.position
        chosen = _entry_columns(self.kind, position, literal(None), table.c.id)
        joined = _table(self.kind).join(readings, readings.c.article == articles.c.number)
        alone = chosen.select_from(joined).where(*self._alone())
        return alone.order_by(articles.c.number, position)

    def _alone(self) -> list[ColumnElement[bool]]:
        return [
            ~exists().where(is_member(self.kind)),
            *conditions(self.question, LISTS[self.kind]),
        ]

    def alone(
        self, connection: Connection, start: int, limit: int | None, *more: ColumnElement[bool]
    ) -> Iterator[Together]:
        """A page of the entries that are in no cluster, each by itself."""
        page = self._unlinked().where(*more).offset(start or None).limit(limit)
        rows = connection.execute(page, execution_options=_STREAM)
        yield from (_lone(self.kind, row) for row in rows)

    def count_alone(self, connection: Connection, *more: ColumnElement[bool]) -> int:
        chosen = select(func.count()).select_from(_table(self.kind)).where(*self._alone(), *more)
        return connection.scalar(chosen) or 0


def holding(connection: Connection, entry: Entry) -> Together:
    """The cluster that an entry is in."""
    if entry.cluster is not None:
        (found,) = joined(connection, entry.kind, [entry.cluster])
        return found
    here = Clusters(entry.kind)._unlinked().where(articles.c.number == entry.article)
    rows = connection.execute(here)
    return next(_lone(entry.kind, row) for row in rows if row.entry_id == entry.id)


def told(connection: Connection, entries: Collection[tuple[str, str]]) -> list[Happened]:
    """Events by the ids of their articles and their own, in the order of the articles given and
    then of the text.
    """
    chosen = select(events.c.number, articles.c.id, events.c.id).select_from(events.join(articles))
    rows = connection.execute(
        chosen.where(sqlite.among(events.c.id, {id for _, id in entries})).order_by(
            events.c.start, events.c.position
        )
    )
    place = {article: number for number, (article, _) in reversed([*enumerate(entries)])}
    wanted, found = set(entries), [tuple(row) for row in rows]
    numbers = {number: place[a] for number, a, id in found if (a, id) in wanted}
    values = tellings(connection, numbers)
    return [values[number] for number in sorted(numbers, key=numbers.__getitem__)]


def tellings(connection: Connection, numbers: Collection[int]) -> Mapping[int, Happened]:
    """Events by their numbers."""
    chosen = _entry_columns("event", events.c.position, events.c.number, events.c.id)
    joined = events.join(articles).join(readings, readings.c.article == articles.c.number)
    here = sqlite.among(events.c.number, numbers)
    rows = connection.execute(chosen.select_from(joined).where(here))
    return {row.home: _value("event", row) for row in rows}


_STREAM = {"yield_per": PAGE}


def _pages(rows: Iterable[Any], limit: int) -> Iterator[list[int]]:
    """Clusters, as many at a time as have together a page of entries."""
    page: list[int] = []
    entries = 0
    for number, (cluster, size) in enumerate(rows):
        if number == limit:
            break
        page.append(cluster)
        entries += size
        if entries >= PAGE:
            yield page
            page, entries = [], 0
    if page:
        yield page


def joined(
    connection: Connection, kind: Linkable, page: Collection[int], brief: bool = False
) -> Iterator[Together]:
    """Clusters by their numbers, in that order; ``brief`` leaves out the mentions of entities that
    have no role, so that the readings of a country's thousand articles are not opened.
    """
    rows: dict[int, list[Row[Any]]] = defaultdict(list)
    chosen = _entries(kind, page)
    for row in connection.execute(_without_mentions(chosen) if brief else chosen):
        rows[row.home].append(row)
    against = _conflicts(connection, kind, page)
    for cluster in page:
        listed = sorted(rows[cluster], key=lambda row: (row.first_day or "~", row.id, row.place))
        values, stories = zip(*((_value(kind, row), _story(row)) for row in listed), strict=True)
        yield Together(cluster_id(kind, cluster), values, stories, tuple(against[cluster]))


def _lone(kind: Linkable, row: Row[Any]) -> Together:
    return Together(lone_id(kind, row.entry_id), (_value(kind, row),), (_story(row),))


def _story(row: Row[Any]) -> str:
    return story_id(row.id, row.story)


def story_id(article: str, story: int | None) -> str:
    """The story that an article prints."""
    return lone_id("article", article) if story is None else cluster_id("article", story)


def _conflicts(
    connection: Connection, kind: Linkable, page: Collection[int]
) -> Mapping[int, list[Conflict]]:
    """What speaks against each cluster, or for another one; named by entries."""
    left, right = forms.alias(), forms.alias()
    chosen = (
        select(left.c.cluster, right.c.cluster, left.c.entry, right.c.entry, conflicts.c.reason)
        .join_from(conflicts, left, left.c.number == conflicts.c.left_form)
        .join(right, right.c.number == conflicts.c.right_form)
    )
    own = select(forms.c.number).where(forms.c.kind == kind, sqlite.among(forms.c.cluster, page))
    ends = or_(conflicts.c.left_form.in_(own), conflicts.c.right_form.in_(own))
    found: dict[int, list[Conflict]] = defaultdict(list)
    for one, other, first, second, reason in connection.execute(chosen.where(ends)):
        for cluster in {one, other}:
            found[cluster].append(Conflict(first, second, reason))
    for against in found.values():
        against.sort(key=lambda each: (each.left, each.right, each.reason))
    return found


def _entries(kind: Linkable, page: Collection[int]) -> Select[Any]:
    """The entries of some clusters, each with its article and what its line shows."""
    here = forms.join(members, members.c.form == forms.c.number)
    joined = here.join(articles, articles.c.number == members.c.article).join(readings)
    if kind != "article":
        table = TABLES[kind]
        own = table.c.article == members.c.article, table.c.position == members.c.position
        joined = joined.outerjoin(table, own[0] & own[1])
    chosen = _entry_columns(kind, members.c.position, forms.c.cluster, members.c.entry)
    asked = forms.c.kind == kind, sqlite.among(forms.c.cluster, page)
    return chosen.select_from(joined).where(*asked)


def _without_mentions(chosen: Select[Any]) -> Select[Any]:
    """The same with the reading opened only where an entity has a role."""
    plain = sqlite.element(readings.c.line, "entities", members.c.position)
    opened = case((entities.c.roles != "", plain))
    others = [column for column in chosen.selected_columns if column.key != "plain"]
    named = entities.c.name.label("entity_name"), entities.c.kind.label("entity_kind")
    return chosen.with_only_columns(*others, opened.label("plain"), *named)


def _entry_columns(
    kind: Linkable, position: ColumnElement[Any], home: Any, id: ColumnElement[Any]
) -> Select[Any]:
    chosen = select(
        articles, position.label("place"), home.label("home"), id.label("entry_id"), story_of()
    )
    line = readings.c.line
    if kind == "entity":
        chosen = chosen.add_columns(entities.c.statements.label("makes"))
    if kind != "article":
        plain = sqlite.element(line, LISTS[kind], position)
        chosen = chosen.add_columns(plain.label("plain"))
    if kind in ("statement", "event", "figure"):
        chosen = chosen.add_columns(sqlite.element(line, "article").label("whole"))
        chosen = chosen.add_columns(standing())
    if kind in ("event", "figure"):
        table = events if kind == "event" else figures
        chosen = chosen.add_columns(sqlite.element(line, "statements", _said(table)).label("said"))
    return chosen


def story_of() -> ColumnElement[Any]:
    """The cluster of the article."""
    own, form = members.alias(), forms.alias()
    here = own.c.article == articles.c.number, own.c.kind == "article", form.c.number == own.c.form
    return select(form.c.cluster).where(*here).scalar_subquery().label("story")


def _said(table: Any) -> ColumnElement[Any]:
    """The place of the statement that an entry is according to."""
    here = statements.c.article == table.c.article, statements.c.id == table.c.according_to
    return select(func.min(statements.c.position)).where(*here).scalar_subquery()


def _table(kind: Linkable) -> Any:
    table = TABLES[kind]
    return table if table is articles else table.join(articles)


def _value(kind: Linkable, row: Row[Any]) -> Any:
    return _VALUES[kind](row)


def _voice(row: Row[Any]) -> Voice:
    if row.plain is not None:
        return _opened(row, "entities").voice(row.place, row.makes)
    return Voice(Entity(row.entry_id, row.entity_name, row.entity_kind), card(row), row.makes)


def _opened(row: Row[Any], name: str) -> Opened:
    """As much of an article as its row has."""
    plain: dict[str, Any] = {name: {row.place: json.loads(row.plain)}}
    positions: dict[str, int] = {}
    if name != "entities":
        plain["article"] = json.loads(row.whole)
    if name in ("events", "figures") and row.said:
        said = json.loads(row.said)
        plain["statements"], positions = {0: said}, {said["id"]: 0}
    corrected = marked(row.corrections if name != "entities" else None)
    return Opened(card(row), plain, positions, corrected)


_VALUES: Mapping[Linkable, Callable[[Any], Any]] = {
    "article": card,
    "entity": lambda row: _voice(row),
    "statement": lambda row: _opened(row, "statements").spoken(row.place),
    "event": lambda row: _opened(row, "events").happened(row.place),
    "figure": lambda row: _opened(row, "figures").counted(row.place),
}
