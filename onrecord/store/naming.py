"""Which entry an id names: of an entry, of a cluster, or the beginning of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, Table, literal, select

from onrecord.across import Linkable
from onrecord.errors import EntryUnknown
from onrecord.store.link_schema import forms, members
from onrecord.store.schema import articles, entities, events, figures, statements
from onrecord.store.words import clean

TABLES: Mapping[Linkable, Table] = {
    "article": articles,
    "entity": entities,
    "statement": statements,
    "event": events,
    "figure": figures,
}
ENTRY_PREFIXES: Mapping[str, Linkable] = {
    "art": "article",
    "ent": "entity",
    "sta": "statement",
    "eve": "event",
    "fig": "figure",
}
CLUSTER_PREFIXES: Mapping[Linkable, str] = {
    "article": "cop",
    "entity": "per",
    "statement": "utt",
    "event": "occ",
    "figure": "cnt",
}
_KINDS = {prefix: kind for kind, prefix in CLUSTER_PREFIXES.items()}
_OF_ENTRIES = {kind: prefix for prefix, kind in ENTRY_PREFIXES.items()}
_DIGITS = frozenset("0123456789abcdef")
_HALF = 2**63  # numbers of forms are signed, their ids are not


class Entry(NamedTuple):
    """An entry on the record: its kind, its article's number and id, its own id, its place in the
    reading's list, the form it shares, and the cluster it is in; neither where it is not linked.
    """

    kind: Linkable
    article: int
    article_id: str
    id: str
    position: int
    form: int | None
    cluster: int | None
    unnamed: bool


def is_member(kind: Linkable) -> ColumnElement[bool]:
    """That a member is the entry that a row of its table holds."""
    table = TABLES[kind]
    at = literal(0) if table is articles else table.c.position
    article = articles.c.number if table is articles else table.c.article
    return (members.c.article == article) & (members.c.kind == kind) & (members.c.position == at)


def cluster_id(kind: Linkable, number: int) -> str:
    """The id of a cluster, from its smallest form."""
    return f"{CLUSTER_PREFIXES[kind]}_{number + _HALF:016x}"


def number_of(cluster: str) -> int | None:
    """The number behind the whole id of a cluster; None where it has not enough digits, or more."""
    digits = cluster.partition("_")[2]
    whole = len(digits) == 16 and not set(digits) - _DIGITS
    return int(digits, 16) - _HALF if whole else None


def lone_id(kind: Linkable, entry: str) -> str:
    """The id of an entry that is not linked, as a cluster of one."""
    return f"{CLUSTER_PREFIXES[kind]}_{entry.partition('_')[2] or entry}"


def entry(connection: Connection, id: str) -> Entry:
    """The entry that an id names; of a cluster, the one it is named for. Raises EntryUnknown."""
    wanted = clean(id).strip()
    prefix, _, rest = wanted.partition("_")
    if prefix in _KINDS:
        kind = _KINDS[prefix]
        found = _of_cluster(connection, kind, rest) or _lone(connection, kind, rest)
    elif prefix in ENTRY_PREFIXES:
        found = _starting(connection, ENTRY_PREFIXES[prefix], wanted)
    else:
        raise EntryUnknown(
            f"“{wanted}” is no id of an entry; write one as lists show it: ent_…, sta_…, eve_…,"
            " fig_… or art_…, or per_…, utt_…, occ_…, cnt_… or cop_… for those linked together"
        )
    if not found:
        raise EntryUnknown(
            f"nothing on the record has the id “{wanted}”; take it from a list, since an article"
            " that is read again may have other ids"
        )
    if len(found) > 1:
        raise EntryUnknown(
            f"“{wanted}” is the beginning of several ids, or stands in several articles; write more"
            " of it"
        )
    return found[0]


def _of_cluster(connection: Connection, kind: Linkable, rest: str) -> list[Entry]:
    digits = rest.lower()
    if not digits or len(digits) > 16 or set(digits) - _DIGITS:
        return []
    first, last = (int(digits.ljust(16, end), 16) - _HALF for end in "0f")
    here = forms.c.kind == kind, forms.c.cluster.between(first, last)
    chosen = select(forms.c.cluster).where(*here).distinct().limit(2)
    numbers = list(connection.scalars(chosen)) or _joined_since(connection, kind, digits)
    named = [found for number in numbers for found in _named_for(connection, kind, number)]
    return named if len(numbers) == len(named) else []


def _joined_since(connection: Connection, kind: Linkable, digits: str) -> list[int]:
    """The cluster that another has become a part of: the form it is named for stands there now."""
    number = number_of(f"_{digits}")
    same = forms.c.kind == kind, forms.c.number == number
    return [] if number is None else list(connection.scalars(select(forms.c.cluster).where(*same)))


def _named_for(connection: Connection, kind: Linkable, cluster: int) -> Iterator[Entry]:
    """The entry of a cluster that its smallest form is named for, or else any of its entries."""
    yield from _found(
        connection,
        kind,
        _entries(kind, linked=True)
        .where(forms.c.cluster == cluster, forms.c.kind == kind)
        .order_by(forms.c.number != cluster, members.c.article)
        .limit(1),
    )


def _lone(connection: Connection, kind: Linkable, rest: str) -> list[Entry]:
    """The entry that stands alone, or that did under this id until it was linked."""
    wanted = f"{_OF_ENTRIES[kind]}_{rest}"
    found = _starting(connection, kind, wanted)
    return [each for each in found if each.cluster is None or each.id == wanted]


def _starting(connection: Connection, kind: Linkable, start: str) -> list[Entry]:
    """The entries with this id, or else those whose ids begin so; two show that there are more."""
    column = TABLES[kind].c.id
    same = list(_found(connection, kind, _entries(kind).where(column == start).limit(2)))
    begun = column.between(start, start + chr(0x10FFFF))
    return same or list(_found(connection, kind, _entries(kind).where(begun).limit(2)))


def _entries(kind: Linkable, linked: bool = False) -> Select[Any]:
    """Entries with their clusters; only those that have one, if ``linked``."""
    table = TABLES[kind]
    position = literal(0) if table is articles else table.c.position
    number = articles.c.number if table is articles else table.c.article
    unnamed = {
        "entity": entities.c.kind == "unnamed",
        "statement": statements.c.unnamed | _by_unnamed(),
    }.get(kind, literal(False))
    chosen = select(
        number.label("article"),
        articles.c.id.label("article_id"),
        table.c.id.label("entry"),
        position.label("place"),
        members.c.form,
        forms.c.cluster,
        unnamed.label("unnamed"),
    )
    here = (members.c.article == number) & (members.c.kind == kind)
    joined = table if table is articles else table.join(articles)
    mine, shared = here & (members.c.position == position), forms.c.number == members.c.form
    outer = not linked  # from the cluster SQLite begins with the cluster, else with the entry
    return chosen.select_from(joined.join(members, mine, outer).join(forms, shared, outer))


def _by_unnamed() -> Any:
    source = entities.alias()
    same = source.c.article == statements.c.article, source.c.id == statements.c.entity
    return select(source.c.number).where(*same, source.c.kind == "unnamed").exists()


def _found(connection: Connection, kind: Linkable, chosen: Select[Any]) -> Iterator[Entry]:
    for row in connection.execute(chosen):
        yield Entry._make((kind, *row))
