"""What links make of entries, kept ready: written when it has changed, listed by a question.

Rows are those of ``gathered_schema``. A list leaves out what entries have left since it was made,
until it is made anew; what is not linked at all is not here (see ``together.Clusters.alone``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    delete,
    exists,
    func,
    select,
)

from onrecord.across import Linkable, Together
from onrecord.model import Question
from onrecord.store import naming, sqlite
from onrecord.store.filters import one_of
from onrecord.store.gathered_schema import differences, objects, ungathered
from onrecord.store.link_schema import forms, linked, members, stale
from onrecord.store.questions import conditions
from onrecord.store.rows import Row
from onrecord.store.schema import articles
from onrecord.store.shelf import is_owing
from onrecord.store.together import LISTS, PAGE, Clusters, joined
from onrecord.store.wanted import Disagreed, Wanted

# Statements, figures and events that one article alone has are shown as they stand there.
LEAST: Mapping[Linkable, int] = {
    "figure": 2, "event": 2, "statement": 2, "entity": 1, "article": 2,
}  # fmt: skip
# Fields of a question that few entries answer.
FEW = ("by", "text", "article", "entity", "actor", "recipient", "place", "of", "according_to")
SMALL = 2_000  # clusters looked at in one transaction, most of them too small to be kept


class Waiting(NamedTuple):
    """A cluster whose object is to be made, and with articles what was compared of each."""

    kind: Linkable
    together: Together
    cluster: int
    about: Mapping[str, str]


# --- what is to be made anew


def owed(connection: Connection) -> bool:
    """Whether anything is to be made anew."""
    return connection.scalar(select(exists().where(ungathered.c.kind.is_not(None)))) or False


def owed_now(connection: Connection) -> bool:
    """Whether it should be before anything is listed: not while links are being made, whose run
    gathers in its end; but at once in a record that was never gathered, and where somebody left to
    whoever gathers what clusters are.
    """
    if is_owing(connection):
        return True
    if not owed(connection) or connection.scalar(select(stale.c.form).limit(1)) is not None:
        return False
    if connection.scalar(select(objects.c.cluster).limit(1)) is None:
        return True
    waiting = ~exists().where(linked.c.article == articles.c.number)
    return connection.scalar(select(articles.c.number).where(waiting).limit(1)) is None


def owing(connection: Connection) -> int:
    """How many clusters are to be made anew."""
    return connection.scalar(select(func.count()).select_from(ungathered)) or 0


def take(connection: Connection) -> list[Waiting] | None:
    """Some clusters that are to be made anew, whole, as many as have together a page of entries;
    what was kept of them is gone. None where nothing is left.
    """
    kind: Linkable | None = connection.scalar(select(ungathered.c.kind).limit(1))
    if kind is None:
        return None
    done, page = _page(connection, kind)
    for table in (objects, differences, ungathered):
        here = table.c.kind == kind, sqlite.among(table.c.cluster, done)
        connection.execute(delete(table).where(*here))
    found = zip(joined(connection, kind, page, brief=kind == "entity"), page, strict=True)
    return [
        Waiting(kind, each, cluster, about(connection, kind, cluster)) for each, cluster in found
    ]


def _page(connection: Connection, kind: Linkable) -> tuple[list[int], list[int]]:
    """The next clusters, and those of them that are large enough to be kept."""
    chosen = select(ungathered.c.cluster, _size().label("size")).where(ungathered.c.kind == kind)
    done: list[int] = []
    page: list[int] = []
    entries = 0
    for row in connection.execute(chosen.order_by(ungathered.c.cluster).limit(SMALL)):
        if row.size >= LEAST[kind]:
            if page and entries + row.size > PAGE:
                break
            page.append(row.cluster)
            entries += row.size
        done.append(row.cluster)
    return done, page


def put(connection: Connection, made: Sequence[Row], differing: Sequence[Row]) -> None:
    """Keep what was made."""
    sqlite.put_many(connection, objects, made)
    sqlite.put_many(connection, differences, differing)


def _size() -> Any:
    own = forms.join(members, members.c.form == forms.c.number)
    here = forms.c.kind == ungathered.c.kind, forms.c.cluster == ungathered.c.cluster
    counted = select(func.count()).select_from(own).where(*here)
    return counted.correlate(ungathered).scalar_subquery()


def about(connection: Connection, kind: Linkable, cluster: int) -> Mapping[str, str]:
    """Of the articles of a cluster, what was compared of each, not to be worked out again."""
    if kind != "article":
        return {}
    own = members.join(forms, forms.c.number == members.c.form)
    chosen = select(members.c.entry, forms.c.about).select_from(own)
    rows = connection.execute(chosen.where(forms.c.kind == kind, forms.c.cluster == cluster))
    return {row.entry: row.about for row in rows}


# --- what is listed


@dataclass(frozen=True, slots=True)
class Objects:
    """Which objects are asked for: those of most entries first, or by their own days."""

    kind: Linkable
    wanted: Wanted

    def lines(self, connection: Connection) -> Iterator[str]:
        order = *self._by_day(), objects.c.size.desc(), objects.c.cluster
        chosen = select(objects.c.line).where(*self.asked()).order_by(*order)
        yield from connection.scalars(
            paged(chosen, self.wanted.question), execution_options=_STREAM
        )

    def _by_day(self) -> tuple[ColumnElement[Any], ...]:
        """By when an event was, or the others were first printed, if that is asked for."""
        order = self.wanted.question.order
        if order is None:
            return ()
        known = one_of("order of what articles have in common", order, ("oldest", "newest"))
        day = objects.c.first_day
        return ((day.desc() if known == "newest" else day).nulls_last(),)

    def count(self, connection: Connection) -> int:
        chosen = select(func.count()).select_from(objects).where(*self.asked())
        return connection.scalar(chosen) or 0

    def asked(self) -> Iterator[ColumnElement[bool]]:
        yield objects.c.kind == self.kind
        yield ~gone(objects)
        if self.wanted.at_least > 1:
            yield objects.c.accounts >= self.wanted.at_least
        if self.wanted.type is not None:
            yield objects.c.type == self.wanted.type
        if self.wanted.trait is not None:
            yield objects.c.traits.like(f"% {self.wanted.trait} %")
        if self.wanted.without is not None:
            yield objects.c.traits.not_like(f"% {self.wanted.without} %")
        yield from answering(objects.c.cluster, self.kind, self.wanted.question)


@dataclass(frozen=True, slots=True)
class Differences:
    """Which disagreements are asked for: kind by kind, those among most entries first."""

    wanted: Disagreed

    def lines(self, connection: Connection) -> Iterator[str]:
        for kind, start, limit in self._pages(connection):
            order = differences.c.size.desc(), differences.c.cluster, differences.c.position
            chosen = select(differences.c.line).where(*self._asked(kind)).order_by(*order)
            page = chosen.offset(start or None).limit(limit)
            yield from connection.scalars(page, execution_options=_STREAM)

    def _pages(self, connection: Connection) -> Iterator[tuple[Linkable, int, int | None]]:
        """What of each kind is on the page asked for."""
        start, limit = self.wanted.question.start or 0, self.wanted.question.limit
        left = None if limit is None else max(limit, 0)
        for kind in self.wanted.kinds:
            count = self._count(connection, kind) if start or left is not None else 0
            yield kind, start, left
            left = left if left is None else left - min(left, max(count - start, 0))
            start = max(start - count, 0)

    def count(self, connection: Connection) -> int:
        return sum(self._count(connection, kind) for kind in self.wanted.kinds)

    def _count(self, connection: Connection, kind: Linkable) -> int:
        chosen = select(func.count()).select_from(differences).where(*self._asked(kind))
        return connection.scalar(chosen) or 0

    def _asked(self, kind: Linkable) -> Iterator[ColumnElement[bool]]:
        wanted = self.wanted
        yield differences.c.kind == kind
        yield ~gone(differences)
        if wanted.at_least > 1:
            yield differences.c.accounts >= wanted.at_least
        if wanted.differing is not None:
            yield differences.c.differing == wanted.differing
        if wanted.since is not None or wanted.until is not None:
            yield sqlite.overlapping(differences.c.printed, wanted.since, wanted.until)
        yield from answering(differences.c.cluster, kind, wanted.question)


def answering(
    cluster: ColumnElement[int], kind: Linkable, question: Question
) -> Iterator[ColumnElement[bool]]:
    """That a cluster has an entry which a question asks for. What few entries answer is looked for
    among all, what most do is asked of one cluster after the other, until there are enough.
    """
    if conditions(question, LISTS[kind]):
        found = Clusters(kind, question)
        few = any(getattr(question, name) is not None for name in FEW)
        yield cluster.in_(found.asked_for()) if few else found.answering(cluster)


def line(connection: Connection, kind: Linkable, cluster: int) -> str | None:
    """The object of a cluster, if one is kept that holds."""
    changed = exists().where(ungathered.c.kind == kind, ungathered.c.cluster == cluster)
    here = objects.c.kind == kind, objects.c.cluster == cluster
    return connection.scalar(select(objects.c.line).where(*here, ~changed))


def known(connection: Connection, id: str) -> Any:
    """The kind and the line of the object that has an id, if it is kept and holds."""
    return _with(connection, id, objects.c.kind, objects.c.line)


def is_known(connection: Connection, id: str) -> bool:
    """Whether there is such an object."""
    return _with(connection, id, objects.c.kind) is not None


def _with(connection: Connection, id: str, *columns: Column[Any]) -> Any:
    number = naming.number_of(id)
    if number is None:
        return None
    here = objects.c.cluster == number, objects.c.id == id
    kinds = objects.c.kind.in_(LEAST)
    changed = exists().where(
        ungathered.c.kind == objects.c.kind, ungathered.c.cluster == objects.c.cluster
    )
    return connection.execute(select(*columns).where(kinds, *here, ~changed)).one_or_none()


def paged(chosen: Select[Any], question: Question) -> Select[Any]:
    """The page that a question asks for."""
    limit = None if question.limit is None else max(question.limit, 0)
    return chosen.offset(question.start or None).limit(limit)


_STREAM = {"yield_per": PAGE}


def gone(table: Table) -> ColumnElement[bool]:
    """That entries have left it since it was made."""
    here = ungathered.c.kind == table.c.kind, ungathered.c.cluster == table.c.cluster
    return exists().where(*here, ungathered.c.gone).correlate(table)
