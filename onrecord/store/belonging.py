"""What belongs to one person or body across articles, as a condition on rows: the statements they
make, the events they take part in, the entities that they are.

They are asked for by the id that links give them, or by a whole name in quotation marks, which is
whoever is called so and is not linked to anybody.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, Table, exists, func, select, tuple_, union

from onrecord.errors import QuestionInvalid
from onrecord.store.link_schema import forms, members
from onrecord.store.naming import is_member, number_of
from onrecord.store.schema import entities, event_parties, events, statements
from onrecord.store.words import clean, folded

_ID = re.compile(r"per_\w+")


QUOTES = '"“”„'


def whole_name(typed: str) -> str | None:
    """The bare words of a name in quotation marks; None of what is not in such."""
    plain = typed.strip()
    marked = len(plain) > 1 and plain[0] in QUOTES and plain[-1] in QUOTES
    return folded(plain) if marked else None


def making(id: str) -> ColumnElement[bool]:
    """That a statement is one of theirs."""
    own = tuple_(statements.c.article, statements.c.entity)
    words = whole_name(id)
    if words is None:
        return own.in_(_named_in(id))
    alone = statements.c.unnamed | statements.c.entity.is_(None) | own.not_in(_linked())
    return _is_whole(statements.c.who_words, words) & alone


def is_id(asked: str) -> bool:
    """Whether it is the id of somebody linked, and no words of a name."""
    return bool(_ID.fullmatch(clean(asked).strip()))


def according(table: Table) -> Callable[[str], ColumnElement[bool]]:
    """That an event or a figure is according to a statement of theirs."""

    def ask(id: str) -> ColumnElement[bool]:
        own = statements.c.article == table.c.article, statements.c.id == table.c.according_to
        return exists().where(*own, making(id))

    return ask


def taking_part(id: str) -> ColumnElement[bool]:
    """That they take part in an event."""
    joined = event_parties.join(events, events.c.number == event_parties.c.event)
    own = tuple_(events.c.article, event_parties.c.entity)
    words = whole_name(id)
    alone = event_parties.c.entity.is_(None) | own.not_in(_linked())
    called = _is_whole(event_parties.c.who_words, words or "") & alone
    theirs = own.in_(_named_in(id)) if words is None else called
    return events.c.number.in_(select(event_parties.c.event).select_from(joined).where(theirs))


def being(id: str) -> ColumnElement[bool]:
    """That an entity of an article is they."""
    own = tuple_(entities.c.article, entities.c.id)
    words = whole_name(id)
    if words is None:
        return own.in_(_named_in(id))
    return _is_whole(entities.c.name_words, words) & own.not_in(_linked())


def _is_whole(column: Column[str], words: str) -> ColumnElement[bool]:
    """That the first of the names that are shelved is this one."""
    return (column == f" {words} ") | column.like(f" {words} | %")


def _linked() -> Select[Any]:
    return select(members.c.article, members.c.entry).where(members.c.kind == "entity")


def _named_in(id: str) -> Select[Any]:
    """The articles that name them, each with the id of their entity there. Whoever was merged into
    somebody else has an id that still names a form, or a mention that stood alone: it stands for
    the other.
    """
    wanted = clean(id).strip()
    if not _ID.fullmatch(wanted):
        raise QuestionInvalid(
            f"“{clean(id)}” is no id of a person or organization; write per_…, or a whole name in"
            " quotation marks"
        )
    number = number_of(wanted)
    lone = f"ent_{wanted.removeprefix('per_')}"
    now = select(forms.c.cluster).where(forms.c.kind == "entity", forms.c.number == number)
    linked = select(members.c.article, members.c.entry).join(
        forms, forms.c.number == members.c.form
    )
    cluster = func.coalesce(now.scalar_subquery(), _home(lone).scalar_subquery(), number)
    joined = linked.where(
        members.c.kind == "entity", forms.c.kind == "entity", forms.c.cluster == cluster
    )
    alone = select(entities.c.article, entities.c.id).where(entities.c.id == lone)
    either = union(joined, alone).subquery()
    return select(*either.c)


def _home(entity: str) -> Select[Any]:
    """The cluster of an entity of one article."""
    joined = entities.join(members, is_member("entity"))
    joined = joined.join(forms, forms.c.number == members.c.form)
    chosen = select(forms.c.cluster).select_from(joined)
    return chosen.where(entities.c.id == entity).limit(1)
