"""Who passes something on: the same one under all its names, as far as the record tells.

A relay is the publisher that is called so, or the identity of the entity that the article names so,
or the only outlet or organization on the record that has this name. Whoever is none of these, as
"they", "people" or "the diplomat", cannot be looked up and is nobody in particular.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, select

from onrecord.lexicon.function_words import FUNCTION_WORDS
from onrecord.store.gathered_schema import objects
from onrecord.store.link_schema import forms, members
from onrecord.store.naming import is_member
from onrecord.store.schema import articles, entities, relays, statements
from onrecord.store.words import folded

OUTLETS = ("outlet", "organization")  # kinds of what may be a publisher or an agency


class Relayer(NamedTuple):
    """Whom something is passed on from; without a name, one who cannot be looked up."""

    name: str | None
    entity: str | None = None
    outlet: bool = False


class Passed(NamedTuple):
    """That somebody passed a statement on."""

    statement: int
    article: int
    publisher: str | None
    relayer: Relayer


NOBODY = Relayer(None)


class Relayers:
    """Those who may pass something on, by their names."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        chosen = select(articles.c.publisher).where(articles.c.publisher.is_not(None)).distinct()
        self._publishers = {key(name): name for name in connection.scalars(chosen)}
        self._outlets = self._known()

    def passed(self) -> list[Passed]:
        """All that is passed on, except by who prints it."""
        found: dict[tuple[int, int], Passed] = {}
        for row in self._connection.execute(_relays()):
            place = row.statement, row.position  # once, whatever entities are called so
            if place not in found or found[place].relayer.entity is None:
                said = row.statement, row.article, row.publisher
                found[place] = Passed(*said, self._relayer(row))
        return [each for each in found.values() if not _is(each.relayer, each.publisher)]

    def agency(self, name: str) -> Relayer:
        """The agency that a credit names."""
        return self._called(name) or Relayer(name, outlet=True)

    def _relayer(self, row: Any) -> Relayer:
        if row.id is not None and row.kind != "unnamed" and _names_somebody(row.label):
            return self._identity(row.label, row.id, row.names, row.kind == "outlet")
        called = self._called(row.who)
        if called or row.kind in (None, "unnamed") or not _names_somebody(row.who):
            return called or NOBODY
        return Relayer(row.who, outlet=row.kind == "outlet")

    def _called(self, name: str) -> Relayer | None:
        """The publisher, or the only outlet or organization, that has a name."""
        if key(name) in self._publishers:
            return Relayer(self._publishers[key(name)], self._id_of(name), True)
        outlets = self._outlets.get(key(name), ())
        return outlets[0] if len(outlets) == 1 else None

    def _id_of(self, publisher: str) -> str | None:
        outlets = self._outlets.get(key(publisher), ())
        return outlets[0].entity if len(outlets) == 1 else None

    def _identity(self, label: str, id: str, names: str, outlet: bool) -> Relayer:
        """One identity, called as it is as a publisher if it is one."""
        known = (self._publishers.get(each) for each in (key(label), *_keys(names)))
        publisher = next(filter(None, known), None)
        return Relayer(publisher or label, id, outlet or publisher is not None)

    def _known(self) -> Mapping[str, list[Relayer]]:
        found: dict[str, list[Relayer]] = defaultdict(list)
        columns = objects.c.label, objects.c.id, objects.c.names
        here = objects.c.kind == "entity", objects.c.type.in_(OUTLETS)
        for label, id, names in self._connection.execute(select(*columns).where(*here)):
            one = self._identity(label, id, names, True)
            for each in dict.fromkeys(_keys(names)):
                found[each].append(one)
        return found


def key(name: str) -> str:
    """What two names of one publisher have in common: "The Adrin Courier", "Adrin Courier"."""
    return folded(name).removeprefix("the ")


def _keys(names: str) -> Iterable[str]:
    return (each.strip().removeprefix("the ") for each in names.split("|") if each.strip())


def _is(relayer: Relayer, publisher: str | None) -> bool:
    """Whether a publisher passes on what is its own."""
    return bool(publisher and relayer.name and key(publisher) == key(relayer.name))


def _names_somebody(who: str) -> bool:
    """Whether words are a name: not all in small letters, nor only "They" or "Others"."""
    return who != who.lower() and not set(folded(who).split()) <= FUNCTION_WORDS


def _relays() -> Any:
    """Each relay with the entities of its article that are called so, those linked first."""
    named = and_(
        entities.c.article == statements.c.article, entities.c.name_words == relays.c.who_words
    )
    whole = and_(objects.c.kind == "entity", objects.c.cluster == forms.c.cluster)
    joined = relays.join(statements, statements.c.number == relays.c.statement)
    joined = joined.join(articles, articles.c.number == statements.c.article)
    joined = joined.outerjoin(entities, named).outerjoin(members, is_member("entity"))
    joined = joined.outerjoin(forms, forms.c.number == members.c.form).outerjoin(objects, whole)
    here = relays.c.statement, relays.c.position, relays.c.who
    printed = statements.c.article, articles.c.publisher
    known = entities.c.kind, objects.c.id, objects.c.label, objects.c.names
    order = relays.c.statement, relays.c.position, entities.c.position
    return select(*here, *printed, *known).select_from(joined).order_by(*order)
