"""The tables of dossiers.

A line names its entry and article by their ids, not by rows, because rows go away when an article
is read again; and it keeps the entry as it was, whole, as a line of JSON.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from onrecord.store.schema import metadata


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


dossiers = Table(
    "dossiers",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("name"),
    Column("name_folded", Text, nullable=False, unique=True),  # two names may not differ by case
    _text("begun_by"),
    _text("begun_at"),
    _text("changed_at"),
)

dossier_lines = Table(
    "dossier_lines",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("dossier", ForeignKey("dossiers.number", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),  # from 1
    _text("kind"),
    _text("entry"),
    _text("article"),
    _text("passage"),
    Column("note", Text),
    _text("picked_by"),
    _text("picked_at"),
    _text("kept"),
    Index("dossier_lines_by_entry", "dossier", "article", "entry", unique=True),
    Index("dossier_lines_in_order", "dossier", "position"),
)

TABLES = (dossiers, dossier_lines)
