"""Who prints what, and through whom: sums over all statements, for each publisher.

They are worked out when first asked for and kept until the record changes: every statement has to
be looked at, which takes a fifth of a second where there are 100,000.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    and_,
    distinct,
    exists,
    func,
    or_,
    select,
    true,
    type_coerce,
)

from onrecord.publishers import Publisher, Relaying
from onrecord.store.gathered_schema import objects
from onrecord.store.schema import articles, entities, relays, statements, touched
from onrecord.store.words import shelved

if TYPE_CHECKING:
    from onrecord.store.store import Store

Stamp = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Sums:
    publishers: tuple[Publisher, ...]
    relaying: tuple[Relaying, ...]


_kept: WeakKeyDictionary[Store, tuple[Stamp, _Sums]] = WeakKeyDictionary()


def publishers(store: Store) -> tuple[Publisher, ...]:
    """What each publisher prints, most statements first."""
    return store.one(lambda connection: _sums(store, connection)).publishers


def relaying(store: Store) -> tuple[Relaying, ...]:
    """Who prints what somebody else passed on, most statements first."""
    return store.one(lambda connection: _sums(store, connection)).relaying


def _sums(store: Store, connection: Connection) -> _Sums:
    stamp, known = _stamp(connection), _kept.get(store)
    if known is None or known[0] != stamp:
        pairs = _cited(connection) + _credited(connection)
        ordered = sorted(
            pairs, key=lambda each: (-each.statements, each.publisher or "", each.relay)
        )
        known = _kept[store] = stamp, _Sums(_publishers(connection), tuple(ordered))
    return known[1]


def _stamp(connection: Connection) -> Stamp:
    """What tells whether anything here is as it was: new rows have higher numbers, and those that
    changed or went are counted.
    """
    changes = select(func.max(touched.c.at)).scalar_subquery()
    last = select(func.max(articles.c.number)).scalar_subquery()
    said = select(func.max(statements.c.number)).scalar_subquery()
    kept = select(func.count(), func.sum(objects.c.size)).where(objects.c.kind == "article")
    return (
        *connection.execute(select(changes, last, said)).one(),
        *connection.execute(kept).one(),
    )


# Statements of articles that credit an agency, other than its own; or that such a one passed on.
_CREDIT = func.json_each(articles.c.agencies).table_valued("value")
_CREDITED = (
    exists().where(_CREDIT.c.value != func.coalesce(articles.c.publisher, "")).correlate(articles)
)
_OTHER = or_(articles.c.publisher_words != relays.c.who_words, articles.c.publisher_words.is_(None))


def _publishers(connection: Connection) -> tuple[Publisher, ...]:
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
    chosen = select(articles.c.publisher, func.count().label("articles"), *sums).select_from(joined)
    relayed = _counted(connection, _relayed())
    secondhand = _counted(connection, _relayed(_is_outlet(), ~_CREDITED))
    credited = _counted(connection, _statements().where(_CREDITED))
    copied = _counted(connection, _copied())
    found = (
        Publisher(
            **row._mapping,
            relayed=relayed[row.publisher],
            secondhand=secondhand[row.publisher] + credited[row.publisher],
            copies=copied[row.publisher],
        )
        for row in connection.execute(chosen.group_by(articles.c.publisher))
    )
    return tuple(sorted(found, key=lambda each: (-each.statements, each.publisher or "")))


_SUMMED = ("statements", "unnamed", "nobody")


def _counted(connection: Connection, chosen: Select[Any]) -> Counter[str | None]:
    return Counter({row[0]: row[1] for row in connection.execute(chosen)})


def _statements() -> Select[Any]:
    joined = articles.join(statements, statements.c.article == articles.c.number)
    chosen = select(articles.c.publisher, func.count(statements.c.number))
    return chosen.select_from(joined).group_by(articles.c.publisher)


def _relayed(*which: ColumnElement[bool]) -> Select[Any]:
    """How many statements of each publisher somebody else passed on."""
    count = func.count(distinct(relays.c.statement))
    chosen = select(articles.c.publisher, count).select_from(_PASSED_ON)
    return chosen.where(_OTHER, *which).group_by(articles.c.publisher)


_PASSED_ON = relays.join(statements, statements.c.number == relays.c.statement).join(
    articles, articles.c.number == statements.c.article
)


def _is_outlet() -> ColumnElement[bool]:
    """Whether who passes on is a publisher: one whose articles are on the record, or that the
    article itself names as an outlet.
    """
    named = and_(
        entities.c.article == statements.c.article,
        entities.c.name_words == relays.c.who_words,
        entities.c.kind == "outlet",
    )
    known = articles.alias()
    own = select(known.c.publisher_words).where(known.c.publisher.is_not(None))
    return or_(exists().where(named), relays.c.who_words.in_(own))


def _copied() -> Select[Any]:
    """How many articles of each publisher print a story again."""
    member = func.json_each(objects.c.line, "$.members").table_valued("value")
    one = {
        name: func.json_extract(member.c.value, f"$.{name}") for name in ("publisher", "relation")
    }
    chosen = select(one["publisher"].label("name"), func.count()).select_from(
        objects.join(member, true())
    )
    here = objects.c.kind == "article", one["relation"] != "original"
    return chosen.where(*here).group_by("name")


def _cited(connection: Connection) -> list[Relaying]:
    """Those that statements say passed them on."""
    counts = func.count(distinct(relays.c.statement)), func.count(distinct(articles.c.number))
    name = func.max(relays.c.who)
    chosen = select(articles.c.publisher, name, *counts).select_from(_PASSED_ON).where(_OTHER)
    rows = connection.execute(chosen.group_by(articles.c.publisher, relays.c.who_words))
    return [Relaying(publisher, relay, "cited", *counts) for publisher, relay, *counts in rows]


def _credited(connection: Connection) -> list[Relaying]:
    """The agencies that articles are from."""
    agency = func.json_each(articles.c.agencies).table_valued("value")
    counts = func.sum(articles.c.statements), func.count()
    chosen = select(articles.c.publisher, agency.c.value, *counts).select_from(
        articles.join(agency, true())
    )
    rows = connection.execute(chosen.group_by(articles.c.publisher, agency.c.value))
    return [
        Relaying(publisher, relay, "credited", *counts)
        for publisher, relay, *counts in rows
        if shelved(relay) != shelved(publisher)
    ]
