"""Whose statements are whose, as a facet counts them and a question asks for them.

A source is the person or body that links make of the entity a statement is put down to. One that is
not linked, that stands for nobody named, or that is no entity at all is told from others by its
whole name. So each statement has one source at most, and what a choice counts is what asking for it
finds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from sqlalchemy import Connection, select

from onrecord.store import naming
from onrecord.store.belonging import whole_name
from onrecord.store.gathered_schema import objects
from onrecord.store.link_schema import forms, members
from onrecord.store.naming import is_member
from onrecord.store.schema import entities, statements
from onrecord.store.sheets import Column, Sheet

_LINKED = members.join(forms, forms.c.number == members.c.form)


class Source(NamedTuple):
    """Somebody linked, by the number of the cluster, or else a name in bare words."""

    words: str
    cluster: int | None


def sources(connection: Connection, sheet: Sheet) -> Column:
    """The source of every statement."""
    clusters = _clusters(connection)
    who = sheet.columns["who_words"]
    words = [(value or "").partition(" | ")[0].strip() for value in who.values]
    nobody = Column((None,), np.empty(0, np.int32))
    return nobody.extended(
        _source(clusters.get(number), words[code])
        for number, code in zip(sheet.numbers.tolist(), who.codes.tolist(), strict=True)
    )


def _clusters(connection: Connection) -> Mapping[int, int | None]:
    """The cluster of whomever each statement of somebody named is put down to, by its number.

    Outer joins, because SQLite would otherwise begin with all members: twice as long where there
    are 100,000 statements.
    """
    named = (entities.c.id == statements.c.entity) & (entities.c.article == statements.c.article)
    joined = statements.outerjoin(entities, named).outerjoin(members, is_member("entity"))
    joined = joined.outerjoin(forms, forms.c.number == members.c.form)
    chosen = select(statements.c.number, forms.c.cluster).select_from(joined)
    return dict(map(tuple, connection.execute(chosen.where(~statements.c.unnamed)).all()))


def _source(cluster: int | None, words: str) -> Source | None:
    if cluster is not None:
        return Source("", cluster)
    return Source(words, None) if words else None


def label(connection: Connection, cluster: int) -> str:
    """What somebody linked is called."""
    here = objects.c.kind == "entity", objects.c.cluster == cluster
    known = connection.scalar(select(objects.c.label).where(*here))
    return known or _first_name(connection, cluster)


def _first_name(connection: Connection, cluster: int) -> str:
    """A name of somebody whose page is not made yet."""
    same = (entities.c.article == members.c.article) & (entities.c.id == members.c.entry)
    joined = _LINKED.join(entities, same)
    here = forms.c.kind == "entity", members.c.kind == "entity", forms.c.cluster == cluster
    chosen = select(entities.c.name).select_from(joined).where(*here)
    return connection.scalar(chosen.limit(1)) or naming.cluster_id("entity", cluster)


def name_of(connection: Connection, asked: str) -> str:
    """What to call whomever a question asks for; EntryUnknown where the id is nobody's."""
    if (words := whole_name(asked)) is not None:
        return f"“{words}”, not linked to anybody"
    found = naming.entry(connection, asked)
    if found.cluster is not None:
        return label(connection, found.cluster)
    chosen = select(entities.c.name).where(
        entities.c.article == found.article, entities.c.id == found.id
    )
    return connection.scalar(chosen) or asked
