"""class Shelf: the forms of a record, and the links between them, as the linker works on them.

It lives within one transaction of the store. Rows go in as dictionaries with the names of the
columns, numbers of forms come out; everything is asked and written for many forms at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    Connection,
    and_,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    union,
    union_all,
    update,
)

from onrecord import exchange
from onrecord.across import Judgement, Link
from onrecord.model import Reading
from onrecord.store import forgetting, judging, naming, relinking, revised, sqlite
from onrecord.store.clock import now
from onrecord.store.link_schema import (
    OWED,
    conflicts,
    form_keys,
    forms,
    linked,
    links,
    members,
    stale,
    thinned,
)
from onrecord.store.naming import Entry
from onrecord.store.relinking import Left
from onrecord.store.rows import Row
from onrecord.store.schema import articles, readings

OF_PEOPLE = or_(links.c.by_person, links.c.vetoed)  # as their index has it, and nothing else
STANDING = links.c.withdrawn_at.is_(None)

Edge = tuple[int, int, Judgement, float, bool]


class Waiting(NamedTuple):
    """An article that is not linked yet."""

    number: int
    reading: Reading


class Shelf:
    """Forms and links, within one transaction; ``by`` decides what is put here."""

    def __init__(self, connection: Connection, by: str) -> None:
        self._ask, self._by, self._now = connection, by, now()

    # articles and their members

    def waiting(self, after: int, limit: int) -> list[Waiting]:
        """The next articles by number that are not linked yet."""
        chosen = (
            select(readings.c.article, readings.c.line)
            .outerjoin(linked, linked.c.article == readings.c.article)
            .where(linked.c.article.is_(None), readings.c.article > after)
            .order_by(readings.c.article)
            .limit(limit)
        )
        return [Waiting(n, exchange.parsed(line)) for n, line in self._ask.execute(chosen)]

    def put_members(self, rows: Sequence[Row], numbers: Iterable[int], by: str) -> None:
        """The entries of articles, each with its form; these articles are linked now, by this
        linker.
        """
        sqlite.put_many(self._ask, members, rows)
        mark = {"by": by, "at": self._now}
        self._put(linked, [{"article": number, **mark} for number in numbers])

    def members(self, article: int) -> list[tuple[str, int, str, int]]:
        """The entries of an article: kind, position, id, form."""
        columns = members.c.kind, members.c.position, members.c.entry, members.c.form
        chosen = select(*columns).where(members.c.article == article)
        return [(kind, at, id, form) for kind, at, id, form in self._ask.execute(chosen)]

    def part_off(self, article: int, rows: Sequence[Row]) -> None:
        """Give entries that a person judged forms of their own; ``position`` says which entries."""
        self._put(forms.insert().prefix_with("OR REPLACE"), [_form(row) for row in rows])
        mine = and_(
            members.c.article == article,
            members.c.kind == bindparam("a_kind"),
            members.c.position == bindparam("a_position"),
        )
        change = update(members).where(mine).values(form=bindparam("a_form"))
        names = {"a_kind": "kind", "a_position": "position", "a_form": "number"}
        self._put(change, [{n: row[of] for n, of in names.items()} for row in rows])

    def entry(self, id: str) -> Entry:
        """The entry that an id names; raises EntryUnknown."""
        return naming.entry(self._ask, id)

    def reading(self, article: int) -> Reading:
        line = self._ask.scalar(select(readings.c.line).filter_by(article=article))
        return exchange.parsed(line or "")

    def is_linked(self, article: int) -> bool:
        return is_linked(self._ask, article)

    def wipe(self) -> int:
        """Take everything off the shelf but what people judged; how many links were withdrawn."""
        return forgetting.wipe(self._ask)

    # forms and their keys

    def known(self, numbers: Collection[int]) -> set[int]:
        """Those of the forms that are on the shelf."""
        chosen = select(forms.c.number).where(sqlite.among(forms.c.number, numbers))
        return set(self._ask.scalars(chosen).all())

    def put_forms(self, rows: Sequence[Row]) -> None:
        """New forms, each a cluster of its own so far."""
        sqlite.put_many(self._ask, forms, [_form(row) for row in rows])
        keys = sorted((key, row["number"]) for row in rows for key in row["keys"])
        pairs = [{"key": key, "form": number} for key, number in keys]
        sqlite.put_many(self._ask, form_keys, pairs)

    def forms(self, numbers: Collection[int]) -> Iterator[Mapping[str, Any]]:
        """The rows of forms."""
        chosen = select(forms).where(sqlite.among(forms.c.number, numbers))
        yield from (dict(row) for row in self._ask.execute(chosen).mappings())

    def entries(self, numbers: Collection[int]) -> dict[int, str]:
        """An entry that has each form."""
        chosen = select(forms.c.number, forms.c.entry)
        rows = self._ask.execute(chosen.where(sqlite.among(forms.c.number, numbers)))
        return {row[0]: row[1] for row in rows}

    def heads(self, keys: Collection[int], limit: int) -> dict[int, list[int]]:
        """The first forms that have each of the keys, in the order of their numbers."""
        found: dict[int, list[int]] = defaultdict(list)
        for key, form in sqlite.heads(self._ask, keys, limit):
            found[key].append(form)
        return {key: sorted(block) for key, block in found.items()}

    def block(self, key: int) -> list[int]:
        """All forms that have the key, in order."""
        chosen = select(form_keys.c.form).where(form_keys.c.key == key)
        return list(self._ask.scalars(chosen.order_by(form_keys.c.form)))

    def take_thinned(self) -> dict[int, int]:
        """Keys that lost forms since this was last asked, and how many each."""
        taken = {row.key: row.lost for row in self._ask.execute(select(thinned))}
        if taken:
            self._ask.execute(delete(thinned))
        return taken

    # links

    def judged(self) -> set[int]:
        """The forms of single entries that people's standing judgements name."""
        return {form for row in self._of_people() for form in row[:2]}

    def judged_apart(self) -> list[tuple[int, int]]:
        """Pairs of forms of single entries that a person judged different."""
        rows = self._of_people()
        return [(left, right) for left, right, judgement in rows if judgement == "different"]

    def _of_people(self) -> list[tuple[int, int, Judgement]]:
        columns = links.c.left_form, links.c.right_form, links.c.judgement
        chosen = select(*columns, links.c.by_person, links.c.withdrawn_at).where(OF_PEOPLE)
        rows = self._ask.execute(chosen)
        return [(left, right, said) for left, right, said, mine, gone in rows if mine and not gone]

    def vetoed(self) -> set[tuple[int, int]]:
        """Pairs of forms whose link by the linker a person withdrew."""
        chosen = select(links.c.left_form, links.c.right_form).where(OF_PEOPLE, links.c.vetoed)
        return {(left, right) for left, right in self._ask.execute(chosen)}

    def made(self, numbers: Collection[int]) -> dict[tuple[int, int], int]:
        """The linker's standing links that touch these forms: their forms, and the link's row."""
        touching = self._ask.execute(_touching(numbers)).all()
        return {(left, right): number for left, right, number in touching}

    def near(self, numbers: Collection[int]) -> set[int]:
        """The forms that a link joins to these."""
        ends = (links.c.left_form, links.c.right_form), (links.c.right_form, links.c.left_form)
        same = STANDING, links.c.judgement == "same"
        chosen = (select(to).where(*same, sqlite.among(end, numbers)) for end, to in ends)
        return set(self._ask.scalars(union(*chosen)).all())

    def edges(self, numbers: Collection[int]) -> list[Edge]:
        """The standing links among these forms that say something of clusters."""
        columns = links.c.left_form, links.c.right_form, links.c.judgement, links.c.score
        says = STANDING, or_(links.c.judgement != "unsure", links.c.by_person)
        inside = (sqlite.among(end, numbers) for end in (links.c.left_form, links.c.right_form))
        chosen = select(*columns, links.c.by_person).where(*says, *inside)
        rows = self._ask.execute(chosen).all()
        return [(left, right, said, score, bool(by)) for left, right, said, score, by in rows]

    def put_links(self, rows: Sequence[Row]) -> None:
        """What the linker decided."""
        stamp = {"decided_by": self._by, "by_person": False, "decided_at": self._now}
        sqlite.put_many(self._ask, links, [{**row, **stamp, "vetoed": False} for row in rows])

    def withdraw(self, numbers: Iterable[int], why: str) -> None:
        """Withdraw links that the linker made, by their rows."""
        stamp = {"withdrawn_at": self._now, "withdrawn_by": self._by, "withdrawn_why": why}
        chosen = update(links).where(sqlite.among(links.c.number, list(numbers)))
        self._ask.execute(chosen.values(**stamp))

    def judge(self, row: Row) -> Link:
        """Put a person's judgement in, in place of that person's earlier one of the same two."""
        return judging.judge(self._ask, row)

    def withdraw_link(self, id: str, by: str, why: str | None) -> Link:
        """Withdraw a link by its id, for a person; raises EntryUnknown or JudgementInvalid."""
        link, touched = judging.withdraw(self._ask, id, by, why)
        self.make_stale(self.known(touched))
        return link

    # clusters

    def conflicts(self) -> int:
        return self._ask.scalar(select(func.count()).select_from(conflicts)) or 0

    def make_stale(self, numbers: Iterable[int]) -> None:
        """Remember that the clusters of these forms are to be made anew."""
        rows = [{"form": number} for number in set(numbers)]
        sqlite.put_many(self._ask, stale, rows)

    def is_unsettled(self, left: Left) -> bool:
        """Whether nobody made clusters without what an article left."""
        return relinking.is_unsettled(self._ask, left)

    def restore(self, left: Left) -> None:
        """Leave clusters as they were of which nothing has changed since an article left."""
        relinking.restore(self._ask, left)

    def stale(self, limit: int) -> list[int]:
        return list(self._ask.scalars(select(stale.c.form).order_by(stale.c.form).limit(limit)))

    def owe(self) -> None:
        """Leave the clusters that are to be made anew to whoever gathers."""
        self._ask.execute(update(stale).values(owed=True))

    def is_owing(self) -> bool:
        """Whether clusters are left to whoever gathers."""
        return is_owing(self._ask)

    def revision(self) -> int:
        """What stays the same as long as no link and no form comes or goes."""
        return revised.of(self._ask, "links")

    def own(self, numbers: Collection[int]) -> dict[int, int]:
        """Forms of single entries among these forms, or that left one of them: from which."""
        whole = forms.c.of.is_not(None)
        chosen = union(
            select(forms.c.number, forms.c.of).where(whole, sqlite.among(forms.c.of, numbers)),
            select(forms.c.number, forms.c.of).where(whole, sqlite.among(forms.c.number, numbers)),
        )
        return {row[0]: row[1] for row in self._ask.execute(chosen)}

    def settle(
        self, seeds: Iterable[int], homes: Mapping[int, int], clashes: Sequence[Row]
    ) -> None:
        """The clusters of some forms, in place of those they had, and what speaks against them."""
        listed = list(homes)
        changed = select(forms.c.number, forms.c.cluster, forms.c.kind)
        rows = self._ask.execute(changed.where(sqlite.among(forms.c.number, listed))).all()
        change = update(forms).where(forms.c.number == bindparam("form"))
        self._put(
            change.values(cluster=bindparam("home")),
            [{"form": n, "home": homes[n]} for n, was, _ in rows if homes[n] != was],
        )
        kinds = {number: kind for number, _, kind in rows}
        self._put_conflicts(
            listed, [{**each, "kind": kinds[each["left_form"]]} for each in clashes]
        )
        done = [*listed, *seeds]
        self._ask.execute(delete(stale).where(sqlite.among(stale.c.form, done)))

    def _put_conflicts(self, listed: Collection[int], clashes: Sequence[Row]) -> None:
        """What speaks against the clusters of some forms. What did so before is left as it is:
        whoever a row names that comes or goes is made anew.
        """
        names = [column.name for column in conflicts.c]
        sides = conflicts.c.left_form, conflicts.c.right_form
        chosen = (select(conflicts).where(sqlite.among(side, listed)) for side in sides)
        before = {tuple(row) for each in chosen for row in self._ask.execute(each)}
        after = {tuple(each[name] for name in names) for each in clashes}
        this = and_(*(column == bindparam(f"a_{column.name}") for column in conflicts.c))
        gone = [{f"a_{n}": v for n, v in zip(names, row, strict=True)} for row in before - after]
        self._put(delete(conflicts).where(this), gone)
        self._put(conflicts, [dict(zip(names, row, strict=True)) for row in after - before])

    def _put(self, statement: Any, rows: Sequence[Row]) -> None:
        if rows:
            made = insert(statement) if hasattr(statement, "columns") else statement
            self._ask.execute(made, list(rows))


def _form(row: Row) -> Row:
    kept = {name: row[name] for name in ("number", "kind", "about", "keys", "parts", "entry")}
    return {**kept, "of": row.get("of"), "cluster": row.get("cluster", row["number"])}


def _touching(numbers: Collection[int]) -> Any:
    """The linker's standing links that touch forms; one that touches two of them comes twice."""
    chosen = select(links.c.left_form, links.c.right_form, links.c.number)
    chosen = chosen.where(STANDING, ~links.c.by_person)
    left = chosen.where(sqlite.among(links.c.left_form, numbers))
    right = chosen.where(sqlite.among(links.c.right_form, numbers))
    return union_all(left, right)


def unlinked(connection: Connection) -> int:
    """How many articles are not linked yet."""
    every = select(func.count()).select_from(articles).scalar_subquery()
    done = select(func.count()).select_from(linked).scalar_subquery()
    return connection.scalar(select(every - done)) or 0


def linked_by_others(connection: Connection, by: str) -> int:
    """How many articles are linked, but not by this linker."""
    chosen = select(func.count()).select_from(linked).where(linked.c.by != by)
    return connection.scalar(chosen) or 0


def is_owing(connection: Connection) -> bool:
    """Whether clusters are left to whoever gathers."""
    return connection.scalar(select(stale.c.form).where(OWED).limit(1)) is not None


def is_linked(connection: Connection, article: int | None = None) -> bool:
    """Whether an article is linked; without a number, whether any is."""
    chosen = select(linked.c.article).limit(1)
    if article is not None:
        chosen = chosen.where(linked.c.article == article)
    return connection.scalar(chosen) is not None
