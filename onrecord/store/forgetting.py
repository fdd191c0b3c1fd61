"""What an article leaves behind on the shelf when it is read again: nothing but what people judged.

Its entries go, and so do forms that nothing else has; the linker's links that rest on either are
withdrawn with the reason. Where other entries have the form, the link is made again in the name of
one of those. What people judged stays, and counts again when the entry is there again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Insert,
    and_,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    union_all,
    update,
)

from onrecord.across import LINKER
from onrecord.store import sqlite
from onrecord.store.clock import now
from onrecord.store.link_schema import (
    TABLES,
    conflicts,
    form_keys,
    forms,
    linked,
    links,
    members,
    stale,
    thinned,
)
from onrecord.store.rows import Row

T = TypeVar("T")

READ_AGAIN = "its article was read again and no longer has the entry it named"
LINKED_AGAIN = "everything was linked anew"
_OF_FORMS = forms.c.number, stale.c.form, conflicts.c.left_form, conflicts.c.right_form
_BY_LINKER = and_(links.c.withdrawn_at.is_(None), ~links.c.by_person)


def forget(
    connection: Connection, article: int, note: Callable[[Connection, set[int]], T] | None = None
) -> T | None:
    """Take an article off the shelf; it is not linked any longer. Comes out as what ``note`` says
    of the forms that are about to go with it.
    """
    if connection.execute(delete(linked).where(linked.c.article == article)).rowcount == 0:
        return None
    mine = members.c.article == article
    rows = connection.execute(select(members.c.form, members.c.entry).where(mine)).all()
    connection.execute(delete(members).where(mine))
    touched, named = {form for form, _ in rows}, {entry for _, entry in rows}
    own = select(forms.c.of).where(forms.c.of.is_not(None), sqlite.among(forms.c.number, touched))
    touched |= set(connection.scalars(own))
    dead = _dead(connection, touched)
    noted = note(connection, dead) if note else None
    _bury(connection, dead)
    _rename(connection, touched - dead, named)
    return noted


def wipe(connection: Connection) -> int:
    """Take everything off the shelf but what people judged; how many links were withdrawn."""
    count = _withdraw(connection, LINKED_AGAIN)
    for table in TABLES:
        if table is not links:
            connection.execute(delete(table))
    return count


def _dead(connection: Connection, touched: Collection[int]) -> set[int]:
    """Those of the forms that no entry has any longer, nor has left for a form of its own."""
    having = exists().where(members.c.form == forms.c.number)
    chosen = select(forms.c.number).where(sqlite.among(forms.c.number, touched), having)
    alive = set(connection.scalars(chosen))
    whole = forms.c.of.is_not(None), sqlite.among(forms.c.of, touched)
    for number, of in connection.execute(select(forms.c.number, forms.c.of).where(*whole)):
        if number in alive or number not in touched:
            alive.add(of)
    return set(touched) - alive


def _bury(connection: Connection, dead: Collection[int]) -> None:
    """Withdraw the links of forms that are gone, and take these off the shelf."""
    chosen = select(forms.c["keys"]).where(sqlite.among(forms.c.number, dead))
    keys = Counter(key for own in connection.scalars(chosen) for key in own)
    ends = select(links.c.left_form, links.c.right_form).where(_BY_LINKER, _touching(dead))
    near = {form for row in connection.execute(ends) for form in row}
    _withdraw(connection, READ_AGAIN, _touching(dead))
    for column in _OF_FORMS:
        connection.execute(delete(column.table).where(sqlite.among(column, dead)))
    gone = sqlite.among(form_keys.c.key, keys), sqlite.among(form_keys.c.form, dead)
    connection.execute(delete(form_keys).where(*gone))
    _put(
        connection,
        insert(stale).prefix_with("OR IGNORE"),
        [{"form": n} for n in near.difference(dead)],
    )
    _thin_out(connection, keys)


def _thin_out(connection: Connection, keys: Mapping[int, int]) -> None:
    """Remember how many forms each key lost: others may have to be compared in their place."""
    known = select(thinned.c.key, thinned.c.lost).where(sqlite.among(thinned.c.key, keys))
    before = {row.key: row.lost for row in connection.execute(known)}
    rows = [{"key": key, "lost": lost + before.get(key, 0)} for key, lost in keys.items()]
    _put(connection, insert(thinned).prefix_with("OR REPLACE"), rows)


def _rename(connection: Connection, alive: Collection[int], gone: Collection[str]) -> None:
    """Name another entry in the links of forms that an entry was named for which is gone."""
    here = sqlite.among(forms.c.number, alive), sqlite.among(forms.c.entry, gone)
    named = list(connection.scalars(select(forms.c.number).where(*here)))
    parted = forms.alias()
    entry = func.coalesce(
        select(members.c.entry)
        .where(members.c.form == forms.c.number)
        .order_by(members.c.article)
        .limit(1)
        .scalar_subquery(),
        select(func.min(parted.c.entry)).where(parted.c.of == forms.c.number).scalar_subquery(),
    )
    chosen = update(forms).where(sqlite.among(forms.c.number, named))
    connection.execute(chosen.values(entry=entry))
    _remake(connection, named, gone)


def _remake(connection: Connection, named: Collection[int], gone: Collection[str]) -> None:
    ends = or_(sqlite.among(links.c.left, gone), sqlite.among(links.c.right, gone))
    chosen = select(links).where(_BY_LINKER, _touching(named), ends)
    rows = [dict(row) for row in connection.execute(chosen).mappings()]
    touched = {form for row in rows for form in (row["left_form"], row["right_form"])}
    named_for = select(forms.c.number, forms.c.entry)
    now_named = named_for.where(sqlite.among(forms.c.number, touched))
    entries = {row.number: row.entry for row in connection.execute(now_named)}
    _withdraw(connection, READ_AGAIN, sqlite.among(links.c.number, [row["number"] for row in rows]))
    for row in rows:
        del row["number"]
        row["left"], row["right"] = entries[row["left_form"]], entries[row["right_form"]]
    _put(connection, insert(links), rows)


def _withdraw(connection: Connection, why: str, *which: ColumnElement[bool]) -> int:
    """Withdraw standing links that the linker made; how many."""
    stamp = {"withdrawn_at": now(), "withdrawn_by": LINKER, "withdrawn_why": why}
    done = connection.execute(update(links).where(_BY_LINKER, *which).values(**stamp))
    return int(done.rowcount)


def _touching(numbers: Collection[int]) -> ColumnElement[bool]:
    """That a standing link touches forms; either end has an index of its own."""
    stands = select(links.c.number).where(links.c.withdrawn_at.is_(None))
    left, right = (
        stands.where(sqlite.among(end, numbers)) for end in (links.c.left_form, links.c.right_form)
    )
    return links.c.number.in_(union_all(left, right))


def _put(connection: Connection, statement: Insert, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(statement, list(rows))
