"""What people judge: rows of their own among the links, which nothing but a person withdraws.

A link by a person goes by the forms of single entries, whose numbers depend on the entries alone:
it holds whatever the linker compares and however often articles are read again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    func,
    insert,
    or_,
    select,
    true,
    union,
    update,
)

from onrecord.across import Judgement, Link, Linkable
from onrecord.errors import EntryUnknown, JudgementInvalid
from onrecord.store import sqlite
from onrecord.store.clock import now
from onrecord.store.link_schema import STANDS, WAITS, forms, linked, links, members
from onrecord.store.naming import Entry, cluster_id, entry, is_member, lone_id
from onrecord.store.rows import Row
from onrecord.store.schema import entities
from onrecord.store.words import clean

SCORES: dict[Judgement, float] = {"same": 1.0, "different": 0.0, "unsure": 0.5}
REASONS: dict[Judgement, str] = {
    "same": "a person judged them the same",
    "different": "a person judged them different",
    "unsure": "a person could not tell",
}
OF_PEOPLE = or_(links.c.by_person, links.c.vetoed)  # as their index has it, and nothing else
URGENT: tuple[Linkable, ...] = ("entity", "article", "statement", "figure", "event")
AGAIN = "the same person judged again"
PAGE = 500  # rows fetched at a time
Page = tuple[int, int | None]  # how many are left out, and how many come after those

# Why entries of one form are the same: nothing that is compared tells them apart.
ALIKE: dict[Linkable, str] = {
    "article": "the same text",
    "entity": "the same name and roles",
    "statement": "the same speaker and words",
    "event": "the same action, parties, place and date",
    "figure": "the same count of the same thing",
}


def judge(connection: Connection, row: Row) -> Link:
    """Put a person's judgement in, in place of that person's earlier one of the same two."""
    ends = (row["left_form"], row["right_form"])
    there, back = (
        and_(links.c.left_form == left, links.c.right_form == right)
        for left, right in (ends, ends[::-1])
    )
    earlier = links.c.by_person, links.c.withdrawn_at.is_(None), or_(there, back)
    stamp = {"withdrawn_at": now(), "withdrawn_by": row["decided_by"], "withdrawn_why": AGAIN}
    mine = links.c.decided_by == row["decided_by"]
    connection.execute(update(links).where(*earlier, mine).values(**stamp))
    judgement: Judgement = row["judgement"]
    given = {"score": SCORES[judgement], "reasons": [REASONS[judgement]]}
    made = insert(links).returning(links)
    stored = connection.execute(made, {**row, **given, "by_person": True, "decided_at": now()})
    return _link(stored.one())


def withdraw(connection: Connection, id: str, by: str, why: str | None) -> tuple[Link, set[int]]:
    """Withdraw a link; comes out as it is now, with the forms that it touched."""
    row = connection.execute(select(links).where(links.c.number == _number(id))).one_or_none()
    if row is None:
        raise EntryUnknown(f"there is no link “{clean(id)}”; list links to see their ids")
    if row.withdrawn_at:
        raise JudgementInvalid(
            f"{id} was withdrawn already, at {row.withdrawn_at} by {row.withdrawn_by}; to decide"
            " otherwise, judge the two entries anew"
        )
    stamp = {"withdrawn_at": now(), "withdrawn_by": by, "withdrawn_why": why}
    change = update(links).where(links.c.number == row.number).returning(links)
    vetoed = not row.by_person
    changed = connection.execute(change.values(**stamp, vetoed=vetoed)).one()
    return _link(changed), {row.left_form, row.right_form}


def _number(id: str) -> int:
    if id.startswith("form_"):
        raise JudgementInvalid(
            f"{id} is no link that can be withdrawn: the two entries are alike in all that is"
            " compared; judge them different instead"
        )
    digits = id.strip().removeprefix("lnk_")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 19 else -1


@dataclass(frozen=True, slots=True)
class Listed:
    """Which links are asked for; None asks for any. See ``onrecord.linking.links``."""

    kind: Linkable | None = None
    judgement: Judgement | None = None
    decided_by: str | None = None
    withdrawn: bool = False
    entry: str | None = None
    limit: int | None = None

    def of(self, connection: Connection) -> Iterator[Link]:
        """Links in the order in which they were made, after what needs none."""
        asked = list(self._asked())
        if self.entry is not None:
            named = entry(connection, self.entry)
            asked.append(_about(connection, named))
            if (self.judgement or "same") == "same" and (self.kind or named.kind) == named.kind:
                yield from _alike(connection, named)
        most = None if self.limit is None else max(self.limit, 0)
        chosen = select(links).where(*asked).order_by(links.c.number).limit(most)
        for row in connection.execute(chosen, execution_options={"yield_per": PAGE}):
            yield _link(row)

    def _asked(self) -> Iterator[ColumnElement[bool]]:
        if self.kind is not None:
            yield links.c.kind == self.kind
        if self.judgement is not None:
            yield links.c.judgement == self.judgement
        if self.decided_by is not None:
            version = links.c.decided_by.startswith(f"{self.decided_by} ", autoescape=True)
            yield or_(links.c.decided_by == self.decided_by, version)
        if not self.withdrawn:
            yield links.c.withdrawn_at.is_(None)


def waiting(connection: Connection, kind: Linkable | None, page: Page) -> Iterator[Link]:
    """The links that the linker left to a person and nobody decided: people first, and of each kind
    what is most likely the same.
    """
    start, limit = page
    counts, undecided = count_waiting(connection), _undecided(connection)
    for each in URGENT if kind is None else (kind,):
        own = links.c.kind == each, WAITS, undecided
        order = links.c.score.desc(), links.c.number.desc()  # as their index has it
        chosen = _paged(select(links).where(*own).order_by(*order), (start, limit))
        found = list(connection.execute(chosen)) if start < counts.get(each, 0) else []
        yield from map(_link, found)
        start = max(0, start - counts.get(each, 0))
        limit = None if limit is None else limit - len(found)


def of_people(connection: Connection, page: Page) -> Iterator[Link]:
    """What people judged and withdrew, newest first."""
    chosen = select(links).where(OF_PEOPLE).order_by(links.c.number.desc())
    yield from map(_link, connection.execute(_paged(chosen, page)))


def joining(connection: Connection, entries: Iterable[str], limit: int) -> list[Link]:
    """The links that say of any of some entities whom they are, the least likely first."""
    found: dict[str, Link] = {}
    for id in entries:
        named = entry(connection, id)
        own = _own(connection, named)
        # side by side: SQLite goes through all links where one query asks for either
        sides = (
            select(links.c.number).where(column.in_(own), STANDS)
            for column in (links.c.left_form, links.c.right_form)
        )
        same = links.c.judgement == "same", links.c.kind == "entity"
        chosen = select(links).where(links.c.number.in_(union(*sides)), *same)
        chosen = chosen.order_by(links.c.score, links.c.number).limit(limit)
        for link in (*_alike(connection, named), *map(_link, connection.execute(chosen))):
            found.setdefault(link.id, link)
    return sorted(found.values(), key=lambda link: link.score)[:limit]


def apart(connection: Connection, one: str, other: str) -> Iterator[Link]:
    """What people said that keeps two identities apart, newest first."""
    stands = links.c.judgement == "different", links.c.withdrawn_at.is_(None)
    chosen = select(links).where(OF_PEOPLE, links.c.kind == "entity", *stands)
    rows = connection.execute(chosen.order_by(links.c.number.desc())).all()
    homes = _homes(connection, {id for row in rows for id in (row.left, row.right)})
    for row in rows:
        left, right = homes[row.left], homes[row.right]
        if (one in left and other in right) or (one in right and other in left):
            yield _link(row)


def _homes(connection: Connection, ids: set[str]) -> Mapping[str, set[str]]:
    """The identities that entities are, by their ids."""
    own = entities.outerjoin(members, is_member("entity"))
    own = own.outerjoin(forms, forms.c.number == members.c.form)
    chosen = select(entities.c.id, forms.c.cluster).select_from(own)
    homes: dict[str, set[str]] = defaultdict(set)
    for id, cluster in connection.execute(chosen.where(sqlite.among(entities.c.id, ids))):
        lone = lone_id("entity", id)
        homes[id].add(lone if cluster is None else cluster_id("entity", cluster))
    return homes


def count_waiting(connection: Connection) -> dict[Linkable, int]:
    """How many links wait for a person, by kind."""
    chosen = select(links.c.kind, func.count()).where(WAITS, _undecided(connection))
    return {row[0]: row[1] for row in connection.execute(chosen.group_by(links.c.kind))}


def _undecided(connection: Connection) -> ColumnElement[bool]:
    """That nobody judged the two entries that a link which waits names.

    Asked from what people judged, of which there is little, by the forms of those entries and the
    forms they had before: asked of each link that waits, it would go through all links each time.
    """
    columns = links.c.left, links.c.right, links.c.left_form, links.c.right_form
    chosen = select(*columns, links.c.by_person, links.c.withdrawn_at).where(OF_PEOPLE)
    rows = connection.execute(chosen).all()
    said = [row[:4] for row in rows if row.by_person and not row.withdrawn_at]
    if not said:
        return true()
    pairs = {frozenset(row[:2]) for row in said}
    own = {form for row in said for form in row[2:]}
    before = select(forms.c.of).where(sqlite.among(forms.c.number, own), forms.c.of.is_not(None))
    near = own | set(connection.scalars(before))
    there = sqlite.among(links.c.left_form, near)
    waits = connection.execute(select(links.c.number, *columns[:2]).where(WAITS, there))
    decided = [row.number for row in waits if frozenset((row.left, row.right)) in pairs]
    return links.c.number.not_in(decided)


def _paged(chosen: Select[Any], page: Page) -> Select[Any]:
    start, limit = page
    return chosen.limit(None if limit is None else max(limit, 0)).offset(start or None)


def _about(connection: Connection, named: Entry) -> Any:
    """Links of an entry's form, of the form it left for one of its own, and of itself by name."""
    own = _own(connection, named)
    by_form = [column.in_(own) for column in (links.c.left_form, links.c.right_form)]
    return or_(*by_form, links.c.left == named.id, links.c.right == named.id)


def _own(connection: Connection, named: Entry) -> set[int | None]:
    """The form of an entry, and the form it left for one of its own."""
    of = select(forms.c.of).where(forms.c.number == named.form)
    return {named.form, connection.scalar(of)} - {None}


def _alike(connection: Connection, named: Entry) -> Iterator[Link]:
    """That an entry is the same as the one which links name for both."""
    if named.form is None:
        return
    row = connection.execute(_form(named.form)).one()
    if row.of is not None:
        row = connection.execute(_form(row.of)).one()
    if row.entry == named.id:
        return
    mark = connection.execute(select(linked).where(linked.c.article == named.article)).one()
    id = f"form_{row.number + 2**63:016x}"
    reasons = (ALIKE[named.kind],)
    yield Link(id, named.kind, row.entry, named.id, "same", 1.0, reasons, mark.by, mark.at)


def _form(number: int) -> Select[Any]:
    return select(forms.c.number, forms.c.of, forms.c.entry).where(forms.c.number == number)


def _link(row: Any) -> Link:
    return Link(
        id=f"lnk_{row.number}",
        kind=row.kind,
        left=row.left,
        right=row.right,
        judgement=row.judgement,
        score=row.score,
        reasons=tuple(row.reasons),
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        withdrawn_at=row.withdrawn_at,
        why=row.why,
        withdrawn_by=row.withdrawn_by,
        withdrawn_why=row.withdrawn_why,
    )
