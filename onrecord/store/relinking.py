"""What links make of an article that is linked again, and of which nearly all is as it was.

Whoever corrects one statement has its article taken off the shelf and linked again: its forms and
their links go, and nearly all come back as they were. What clusters are follows from forms and
links alone. So where these are as they were, clusters stand, and are not made anew: somebody in
thousands of articles is held together by hundreds of thousands of links.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, or_, select, update

from onrecord.store import sqlite
from onrecord.store.link_schema import conflicts, forms, links, stale
from onrecord.store.rows import Row

MANY = 5_000  # forms; of more, clusters are made anew
Around = tuple[Any, ...]  # a form with its links, as far as clusters depend on them

_ENDS = (links.c.left_form, links.c.right_form)
_STANDS = links.c.withdrawn_at.is_(None)
_SAYS = or_(links.c.judgement != "unsure", links.c.by_person)


class Left(NamedTuple):
    """What an article left: the clusters of forms that are gone, what spoke against these, and what
    there was around them and around those they were linked with; ``stale`` of those were so before.
    """

    homes: Mapping[int, int]
    conflicts: tuple[Row, ...]
    around: Mapping[int, Around]
    stale: frozenset[int]


def left(connection: Connection, dead: Collection[int]) -> Left | None:
    """What there is of forms that are about to go; None where that is too much to look at."""
    found = select(forms.c.number, forms.c.cluster).where(sqlite.among(forms.c.number, dead))
    homes = {row.number: row.cluster for row in connection.execute(found)}
    whole = homes.keys() | _near(connection, dead)
    if len(whole) > MANY:
        return None
    sides = (conflicts.c.left_form, conflicts.c.right_form)
    against = select(conflicts).where(or_(*(sqlite.among(side, dead) for side in sides)))
    rows = tuple(dict(row) for row in connection.execute(against).mappings())
    return Left(homes, rows, _around(connection, whole), frozenset(_stale(connection, whole)))


def is_unsettled(connection: Connection, before: Left) -> bool:
    """Whether nobody made clusters without the forms that are gone."""
    near = before.around.keys() - before.homes.keys()
    return near <= _stale(connection, near)


def restore(connection: Connection, before: Left) -> None:
    """Leave the clusters of forms that are there again as they were with all their links."""
    now = _around(connection, before.around.keys())
    same = {form for form, around in before.around.items() if now.get(form) == around}
    waiting = _stale(connection, before.around.keys())
    change = update(forms).where(forms.c.number == bindparam("form"))
    homes = [{"form": form, "home": before.homes[form]} for form in before.homes.keys() & same]
    if homes:
        connection.execute(change.values(cluster=bindparam("home")), homes)
    kept = [row for row in before.conflicts if {row["left_form"], row["right_form"]} <= now.keys()]
    sqlite.put_many(connection, conflicts, kept)
    done = (same & waiting) - before.stale
    connection.execute(delete(stale).where(sqlite.among(stale.c.form, done)))


def _around(connection: Connection, numbers: Collection[int]) -> dict[int, Around]:
    """Of those of the forms that are there, what their clusters depend on."""
    ends: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    wanted = set(numbers)
    for row in _touching(connection, wanted):
        for form in {*row[:2]} & wanted:
            ends[form].append(row)
    chosen = select(forms.c.number, forms.c.of, forms.c.parts)
    rows = connection.execute(chosen.where(sqlite.among(forms.c.number, wanted)))
    return {row.number: (row.of, tuple(row.parts), sorted(ends[row.number])) for row in rows}


def _touching(connection: Connection, numbers: Collection[int]) -> set[tuple[Any, ...]]:
    """What standing links say of forms and others; either end has an index of its own."""
    said = select(*_ENDS, links.c.judgement, links.c.score, links.c.by_person)
    sides = (said.where(_STANDS, _SAYS, sqlite.among(end, numbers)) for end in _ENDS)
    return {tuple(row) for each in sides for row in connection.execute(each)}


def _near(connection: Connection, numbers: Collection[int]) -> set[int]:
    """Forms that any standing link names with others."""
    sides = (select(*_ENDS).where(_STANDS, sqlite.among(end, numbers)) for end in _ENDS)
    return {form for each in sides for row in connection.execute(each) for form in row}


def _stale(connection: Connection, numbers: Collection[int]) -> set[int]:
    return set(connection.scalars(select(stale.c.form).where(sqlite.among(stale.c.form, numbers))))
