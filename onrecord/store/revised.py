"""How often what is kept of a record changed, so that what was made of it is known to hold.

Of entries new rows have higher numbers, and ``touched`` says which changed or went. What is linked,
what clusters came of it and what people corrected is counted by triggers in ``changes``; dossiers
and failures are not, for nothing is summed up of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Integer, Table, Text, func, insert, select

from onrecord.store.schema import ENTRIES, articles, metadata, touched

changes = Table(
    "changes",
    metadata,
    Column("part", Text, primary_key=True),  # links, clusters or corrections
    Column("at", Integer, nullable=False),  # a later change has a higher number
)

_ANY = ("INSERT", "UPDATE", "DELETE")
# What counts as a change of each part.
_CHANGES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "links": {
        "links": _ANY,
        "forms": ("INSERT", 'UPDATE OF "of", parts', "DELETE"),
    },
    "clusters": {
        "forms": ("UPDATE OF cluster, entry",),
        **dict.fromkeys(
            ("members", "linked", "conflicts", "objects", "differences", "ungathered"), _ANY
        ),
    },
    "corrections": {"corrections": _ANY},
}


class Revision(NamedTuple):
    """What stays the same as long as nothing changes, and what corrections alone change."""

    kept: tuple[Any, ...]
    corrections: int


def watch(connection: Connection) -> None:
    """Make the triggers, and begin to count."""
    connection.execute(insert(changes), [{"part": part, "at": 0} for part in _CHANGES])
    for part, tables in _CHANGES.items():
        count = f"UPDATE changes SET at = at + 1 WHERE part = '{part}';"
        for table, kinds in tables.items():
            for change in kinds:
                name = f"revised_{part}_{table}_{change.partition(' ')[0].lower()}"
                connection.exec_driver_sql(
                    f"CREATE TRIGGER {name} AFTER {change} ON {table} BEGIN {count} END"
                )


def revision(connection: Connection) -> Revision:
    """What the record is at."""
    last = (func.max(table.c.number) for table in (articles, *ENTRIES))
    each = (func.max(touched.c.at), *last)
    found = connection.execute(select(*(select(one).scalar_subquery() for one in each))).one()
    return Revision(
        (*found, of(connection, "links"), of(connection, "clusters")), of(connection, "corrections")
    )


def of(connection: Connection, part: str) -> int:
    """How often a part changed."""
    return connection.scalar(select(changes.c.at).where(changes.c.part == part)) or 0
