"""What accounts differ in about one object across articles, as lines of JSON that are kept."""

from __future__ import annotations

from sqlalchemy import Connection, select

from onrecord.across import Linkable
from onrecord.store import naming
from onrecord.store.gathered_schema import differences

_KINDS: dict[str, Linkable] = {prefix: kind for kind, prefix in naming.CLUSTER_PREFIXES.items()}


def differing(connection: Connection, id: str) -> list[str]:
    """The disagreements within an object of that id, or within that of an entry of that id; none
    where there is no such object. Raises EntryUnknown where an entry's id is none.
    """
    kind, cluster = _KINDS.get(id.partition("_")[0]), naming.number_of(id)
    if kind is None or cluster is None:
        named = naming.entry(connection, id)
        kind, cluster = named.kind, named.cluster
    here = differences.c.kind == kind, differences.c.cluster == cluster
    chosen = select(differences.c.line).where(*here).order_by(differences.c.position)
    return list(connection.scalars(chosen))
