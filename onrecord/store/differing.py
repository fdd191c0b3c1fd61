"""What accounts differ in about one object across articles, as lines of JSON that are kept."""

from __future__ import annotations

from sqlalchemy import Connection, select

from onrecord.store import naming
from onrecord.store.gathered_schema import differences


def differing(connection: Connection, id: str) -> list[str]:
    """The disagreements within what has an id, or has the entry of that id; or EntryUnknown."""
    named = naming.entry(connection, id)
    if named.cluster is None:
        return []
    here = differences.c.kind == named.kind, differences.c.cluster == named.cluster
    chosen = select(differences.c.line).where(*here).order_by(differences.c.position)
    return list(connection.scalars(chosen))
