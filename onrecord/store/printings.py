"""How often the stories of some articles are printed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, select

from onrecord.store.gathered_schema import objects
from onrecord.store.link_schema import forms, members
from onrecord.store.schema import articles
from onrecord.store.words import clean


def printings(connection: Connection, ids: Collection[str]) -> Mapping[str, int]:
    """In how many articles each of these stories is printed; those of one alone are left out."""
    printed = (members.c.article == articles.c.number) & (members.c.kind == "article")
    kept = (objects.c.kind == "article") & (objects.c.cluster == forms.c.cluster)
    joined = articles.join(members, printed).join(forms, forms.c.number == members.c.form)
    chosen = select(articles.c.id, objects.c.size).select_from(joined.join(objects, kept))
    rows = connection.execute(chosen.where(articles.c.id.in_([clean(id) for id in ids])))
    return {id: size for id, size in rows if size > 1}
