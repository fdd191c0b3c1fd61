"""What belongs to one person or body across articles, as a condition on rows: the statements they
make, the events they take part in, the entities that they are.
"""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import ColumnElement, Select, select, tuple_, union

from onrecord.errors import QuestionInvalid
from onrecord.store.link_schema import forms, members
from onrecord.store.naming import number_of
from onrecord.store.schema import entities, event_parties, events, statements
from onrecord.store.words import clean

_ID = re.compile(r"per_\w+")


def making(id: str) -> ColumnElement[bool]:
    """That a statement is one of theirs."""
    return tuple_(statements.c.article, statements.c.entity).in_(_named_in(id))


def taking_part(id: str) -> ColumnElement[bool]:
    """That they take part in an event."""
    joined = event_parties.join(events, events.c.number == event_parties.c.event)
    own = tuple_(events.c.article, event_parties.c.entity).in_(_named_in(id))
    theirs = select(event_parties.c.event).select_from(joined).where(own)
    return events.c.number.in_(theirs)


def being(id: str) -> ColumnElement[bool]:
    """That an entity of an article is they."""
    return tuple_(entities.c.article, entities.c.id).in_(_named_in(id))


def _named_in(id: str) -> Select[Any]:
    """The articles that name them, each with the id of their entity there."""
    wanted = clean(id).strip()
    if not _ID.fullmatch(wanted):
        raise QuestionInvalid(f"“{clean(id)}” is no id of a person or organization; write per_…")
    linked = select(members.c.article, members.c.entry).join(
        forms, forms.c.number == members.c.form
    )
    cluster = number_of(wanted)
    joined = linked.where(
        members.c.kind == "entity", forms.c.kind == "entity", forms.c.cluster == cluster
    )
    lone = select(entities.c.article, entities.c.id)
    alone = lone.where(entities.c.id == f"ent_{wanted.removeprefix('per_')}")
    either = union(joined, alone).subquery()
    return select(*either.c)
