"""Who prints what, and through whom: sums over all statements, for each publisher.

They are worked out when first asked for and kept until the record changes: every statement, and
every outlet and organization with its names, has to be looked at, which takes two seconds where
there are 100,000 statements.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Integer, func, select, true, type_coerce

from onrecord.publishers import Crediting, Publisher, Relaying
from onrecord.store.gathered_schema import objects
from onrecord.store.relayers import Passed, Relayer, Relayers, key
from onrecord.store.revised import revision
from onrecord.store.schema import articles, statements

if TYPE_CHECKING:
    from onrecord.store.store import Store

Stamp = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Sums:
    publishers: tuple[Publisher, ...]
    relaying: tuple[Relaying, ...]
    crediting: tuple[Crediting, ...]


_kept: WeakKeyDictionary[Store, tuple[Stamp, _Sums]] = WeakKeyDictionary()


def publishers(store: Store) -> tuple[Publisher, ...]:
    """What each publisher prints, most statements first."""
    return store.one(lambda connection: _sums(store, connection)).publishers


def relaying(store: Store) -> tuple[Relaying, ...]:
    """Who prints what somebody else passed on, most statements first."""
    return store.one(lambda connection: _sums(store, connection)).relaying


def crediting(store: Store) -> tuple[Crediting, ...]:
    """Whose articles credit which agency, most articles first."""
    return store.one(lambda connection: _sums(store, connection)).crediting


def _sums(store: Store, connection: Connection) -> _Sums:
    stamp, known = revision(connection).kept, _kept.get(store)
    if known is None or known[0] != stamp:
        relayers = Relayers(connection)
        passed, credits = relayers.passed(), list(_credits(connection, relayers))
        sums = _Sums(
            tuple(_publishers(connection, passed, credits)),
            tuple(_relaying(passed)),
            tuple(_crediting(credits)),
        )
        known = _kept[store] = stamp, sums
    return known[1]


@dataclass(frozen=True, slots=True)
class _Credit:
    """That an article credits an agency that is not its publisher."""

    article: int
    publisher: str | None
    agency: Relayer


def _publishers(
    connection: Connection, passed: list[Passed], credits: list[_Credit]
) -> list[Publisher]:
    relayed, secondhand, crediting = (defaultdict[str | None, set[int]](set) for _ in range(3))
    for each in passed:
        relayed[each.publisher].add(each.statement)
        if each.relayer.outlet:
            secondhand[each.publisher].add(each.statement)
    for credit in credits:
        crediting[credit.publisher].add(credit.article)
    copied = _copied(connection)
    found = [
        Publisher(
            **row._mapping,
            relayed=len(relayed[row.publisher]),
            secondhand=len(secondhand[row.publisher]),
            crediting=len(crediting[row.publisher]),
            copies=copied[row.publisher],
        )
        for row in connection.execute(_printed())
    ]
    return sorted(found, key=lambda each: (-each.statements, each.publisher or ""))


_SUMMED = ("statements", "unnamed", "nobody")


def _printed() -> Any:
    """What each publisher prints, without regard to who passed it on."""
    per_article = (
        select(
            statements.c.article,
            func.count().label("statements"),
            func.sum(type_coerce(statements.c.unnamed, Integer)).label("unnamed"),
            func.sum(type_coerce(statements.c.source.is_(None), Integer)).label("nobody"),
        )
        .group_by(statements.c.article)
        .subquery()
    )
    sums = [func.coalesce(func.sum(per_article.c[name]), 0).label(name) for name in _SUMMED]
    joined = articles.outerjoin(per_article, per_article.c.article == articles.c.number)
    chosen = select(articles.c.publisher, func.count().label("articles"), *sums)
    return chosen.select_from(joined).group_by(articles.c.publisher)


def _copied(connection: Connection) -> Counter[str | None]:
    """How many articles of each publisher print a story again."""
    member = func.json_each(objects.c.line, "$.members").table_valued("value")
    one = {
        name: func.json_extract(member.c.value, f"$.{name}") for name in ("publisher", "relation")
    }
    chosen = select(one["publisher"].label("name"), func.count()).select_from(
        objects.join(member, true())
    )
    here = objects.c.kind == "article", one["relation"] != "original"
    rows = connection.execute(chosen.where(*here).group_by("name"))
    return Counter({row[0]: row[1] for row in rows})


def _relaying(passed: list[Passed]) -> list[Relaying]:
    """Who prints what whom passed on; one identity counts once, whatever it is called."""
    together: dict[tuple[str | None, str | None], list[Passed]] = defaultdict(list)
    for each in passed:
        one = each.relayer.entity or (each.relayer.name and key(each.relayer.name))
        together[each.publisher, one].append(each)
    found = [
        Relaying(
            those[0].publisher,
            those[0].relayer.name,
            those[0].relayer.entity,
            len({each.statement for each in those}),
            len({each.article for each in those}),
        )
        for those in together.values()
    ]
    return sorted(
        found, key=lambda each: (-each.statements, each.publisher or "", each.relay or "")
    )


def _credits(connection: Connection, relayers: Relayers) -> Iterator[_Credit]:
    """The agencies that articles credit, other than their own publishers."""
    agency = func.json_each(articles.c.agencies).table_valued("value")
    chosen = select(articles.c.number, articles.c.publisher, agency.c.value)
    for number, publisher, name in connection.execute(chosen.join(agency, true())):
        found = relayers.agency(name)
        if publisher is None or key(found.name or "") != key(publisher):
            yield _Credit(number, publisher, found)


def _crediting(credits: list[_Credit]) -> list[Crediting]:
    together: dict[tuple[str | None, str], list[_Credit]] = defaultdict(list)
    for each in credits:
        one = each.agency.entity or key(each.agency.name or "")
        together[each.publisher, one].append(each)
    found = [
        Crediting(
            those[0].publisher,
            those[0].agency.name or "",
            those[0].agency.entity,
            len({each.article for each in those}),
        )
        for those in together.values()
    ]
    return sorted(found, key=lambda each: (-each.articles, each.publisher or "", each.agency))
