"""class Kept: what links make of entries, as a record keeps it ready, and what is not linked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import ColumnElement, Connection, select

from onrecord.across import Conflict, Linkable, Together
from onrecord.model import Happened, Question, Spoken
from onrecord.portraits import Known, Portrait, Sort
from onrecord.store import gathered, naming, portraits, sqlite
from onrecord.store.finding import plain
from onrecord.store.gathered import Differences, Objects
from onrecord.store.gathered_schema import objects
from onrecord.store.link_schema import conflicts, forms, members
from onrecord.store.periods import Period
from onrecord.store.queries import spoken_at
from onrecord.store.schema import articles, entities, statements
from onrecord.store.timelines import Dated, Timeline
from onrecord.store.together import Clusters, holding, story_id, story_of, told
from onrecord.store.wanted import Disagreed, Wanted

if TYPE_CHECKING:
    from onrecord.store.store import Store


class Called(NamedTuple):
    """Somebody or something by name, without all that is known of it."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...]  # in bare words


class Homes(NamedTuple):
    """The utterances that statements report, and the stories that their articles print."""

    utterances: dict[str, str]
    stories: dict[str, str]


class Found(NamedTuple):
    """What an id names: the cluster, as it is kept if nothing has changed it, or else its entries
    and what was compared of each.
    """

    kind: Linkable
    line: str
    together: Together | None
    about: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Kept:
    """Objects and disagreements of a record, each as a line of JSON."""

    store: Store

    def objects(self, kind: Linkable, wanted: Wanted) -> Iterator[str]:
        return self.store.each(Objects(kind, wanted).lines)

    def count(self, kind: Linkable, wanted: Wanted) -> int:
        asked = replace(wanted, question=plain(wanted.question))
        counted = partial(self.store.one, Objects(kind, asked).count)
        return self.store.finding.lately(("count", kind, asked), counted)

    def differences(self, wanted: Disagreed) -> Iterator[str]:
        return self.store.each(Differences(wanted).lines)

    def count_differences(self, wanted: Disagreed) -> int:
        return self.store.one(Differences(wanted).count)

    def timeline(self, wanted: Wanted) -> Iterator[Dated]:
        return self.store.each(Timeline(wanted.question, wanted.at_least).of)

    def count_timeline(self, wanted: Wanted) -> int:
        asked = plain(wanted.question), wanted.at_least
        counted = partial(self.store.one, Timeline(*asked).count)
        return self.store.finding.lately(("timeline", asked), counted)

    def timeline_over_time(self, wanted: Wanted) -> tuple[Period, ...]:
        asked = plain(wanted.question), wanted.at_least
        counted = partial(self.store.one, Timeline(*asked).over_time)
        return self.store.finding.lately(("timeline over time", asked), counted)

    def undated(self, wanted: Wanted) -> int:
        asked = plain(wanted.question), wanted.at_least
        counted = partial(self.store.one, Timeline(*asked).undated)
        return self.store.finding.lately(("undated", asked), counted)

    def alone(self, wanted: Wanted, start: int, limit: int | None) -> Iterator[Together]:
        """Entities that are not linked."""
        found = Clusters("entity", wanted.question)
        return self.store.each(lambda ask: found.alone(ask, start, limit, *_of(wanted.type)))

    def count_alone(self, wanted: Wanted) -> int:
        found = Clusters("entity", plain(wanted.question))
        counted = partial(self.store.one, lambda ask: found.count_alone(ask, *_of(wanted.type)))
        return self.store.finding.lately(("alone", found, wanted.type), counted)

    def known(self, wanted: Wanted, sort: Sort) -> Iterator[Known]:
        """Entities that are linked, as lines in a list."""
        return self.store.each(lambda ask: portraits.known(ask, wanted, sort))

    def portrait(self, id: str) -> Portrait | None:
        """One entity in numbers; None where the id is of something else."""
        made = partial(self.store.one, lambda ask: portraits.portrait(ask, id))
        return self.store.finding.lately(("portrait", id), made)

    def called(self, name: str) -> list[Called]:
        """Whoever is linked and has these words in a name."""
        return self.store.one(lambda ask: _called(ask, name))

    def conflicts(self, kind: Linkable | None) -> Iterator[Conflict]:
        """Links that were not followed."""
        return self.store.each(lambda ask: _conflicts(ask, kind))

    def the(self, id: str) -> Found:
        """What has an id, or has the entry of that id; raises EntryUnknown."""
        return self.store.one(lambda ask: _the(ask, id))

    def id_of(self, id: str) -> str:
        """The id of what links join that an id, or the beginning of one, is of."""
        return self.store.one(lambda ask: _id_of(ask, id))

    def spoken(self, numbers: Sequence[int]) -> dict[int, Spoken]:
        """Statements by their rows."""
        return dict(self.store.each(lambda ask: spoken_at(ask, numbers)))

    def told(self, entries: Sequence[tuple[str, str]]) -> list[Happened]:
        """Events by the ids of their articles and their own."""
        return self.store.one(lambda ask: told(ask, entries))

    def homes(self, said: Sequence[str]) -> Homes:
        """Where statements stand among all, by their ids."""
        return self.store.one(lambda ask: _homes(ask, said))


def _of(kind: str | None) -> tuple[ColumnElement[bool], ...]:
    return () if kind is None else (entities.c.kind == kind,)


def _called(connection: Connection, name: str) -> list[Called]:
    asked = Objects("entity", Wanted(Question(by=name))).asked()
    columns = objects.c.id, objects.c.label, objects.c.type, objects.c.names
    order = objects.c.size.desc(), objects.c.cluster
    rows = connection.execute(select(*columns).where(*asked).order_by(*order))
    return [
        Called(id, label, kind, tuple(names.strip().split(" | ")))
        for id, label, kind, names in rows
    ]


def _the(connection: Connection, id: str) -> Found:
    known = gathered.known(connection, id)  # a whole id of what is kept names no entry
    if known is not None:
        return Found(known.kind, known.line, None, {})
    named = naming.entry(connection, id)
    if named.cluster is None:
        return Found(named.kind, "", holding(connection, named), {})
    line = gathered.line(connection, named.kind, named.cluster)
    if line is not None:
        return Found(named.kind, line, None, {})
    about = gathered.about(connection, named.kind, named.cluster)
    return Found(named.kind, "", holding(connection, named), about)


def _id_of(connection: Connection, id: str) -> str:
    if gathered.is_known(connection, id):
        return id
    named = naming.entry(connection, id)
    if named.cluster is None:
        return naming.lone_id(named.kind, named.id)
    return naming.cluster_id(named.kind, named.cluster)


def _conflicts(connection: Connection, kind: Linkable | None) -> Iterator[Conflict]:
    left, right = forms.alias(), forms.alias()
    named = select(left.c.entry, right.c.entry, conflicts.c.reason)
    named = named.join_from(conflicts, left, left.c.number == conflicts.c.left_form)
    named = named.join(right, right.c.number == conflicts.c.right_form)
    asked = [] if kind is None else [conflicts.c.kind == kind]
    order = conflicts.c.kind, left.c.entry, right.c.entry, conflicts.c.reason
    for row in connection.execute(named.where(*asked).order_by(*order)):
        yield Conflict(*row)


def _homes(connection: Connection, said: Sequence[str]) -> Homes:
    here = members.c.entry == statements.c.id, members.c.article == statements.c.article
    joined = statements.join(articles)
    joined = joined.join(members, (members.c.kind == "statement") & here[0] & here[1])
    joined = joined.join(forms, forms.c.number == members.c.form)
    story = story_of().label("story")
    chosen = select(statements.c.id, forms.c.cluster, articles.c.id.label("article"), story)
    homes = Homes({}, {})
    rows = connection.execute(chosen.select_from(joined).where(sqlite.among(statements.c.id, said)))
    for row in rows:
        homes.utterances[row.id] = naming.cluster_id("statement", row.cluster)
        homes.stories[row.article] = story_id(row.article, row.story)
    return homes
