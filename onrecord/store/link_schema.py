"""The tables of links between entries, and of what the linker keeps to make them.

``links`` are rows that are never erased, only withdrawn: by whom, when and why. All other tables
here can be made anew from the readings and from what people judged. A form is what entries of many
articles share that are alike in all that is compared; it goes by a number that hashes it, so that
its number, and the order of numbers, do not depend on what came first. ``form_keys`` finds the
forms that are worth comparing. ``forms.cluster`` is the smallest form of a cluster.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    text,
)

from onrecord.store.schema import metadata

Hashed = BigInteger().with_variant(Integer, "sqlite")  # SQLite's row numbers have 64 bits
STANDS = text("withdrawn_at IS NULL")
OWED = text("owed = 1")
WAITS = text("withdrawn_at IS NULL AND judgement = 'unsure' AND by_person = 0")


def _article() -> Column[int]:
    return Column("article", ForeignKey("articles.number", ondelete="CASCADE"), primary_key=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


forms = Table(
    "forms",
    metadata,
    Column("number", Hashed, primary_key=True, autoincrement=False),
    _text("kind"),
    _text("about"),  # all that is compared, as JSON
    Column("keys", JSON, nullable=False),
    Column("parts", JSON, nullable=False),  # numbers of other forms
    Column("of", Hashed),  # the form that an entry left when a person judged it
    _text("entry"),  # an entry that has the form, to name in links
    Column("cluster", Hashed, nullable=False),
    Index("forms_by_cluster", "kind", "cluster"),
    Index("forms_left", "of", sqlite_where=text("of IS NOT NULL")),
)

form_keys = Table(
    "form_keys",
    metadata,
    Column("key", Hashed, primary_key=True, autoincrement=False),
    Column("form", Hashed, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

members = Table(
    "members",
    metadata,
    _article(),
    Column("kind", Text, primary_key=True),
    Column("position", Integer, primary_key=True),  # in the reading's list
    _text("entry"),
    Column("form", Hashed, nullable=False),
    Index("members_by_form", "form", "article"),
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("kind"),
    _text("left"),
    _text("right"),
    Column("left_form", Hashed, nullable=False),
    Column("right_form", Hashed, nullable=False),
    _text("judgement"),
    Column("score", Float, nullable=False),
    Column("reasons", JSON, nullable=False),
    _text("decided_by"),
    Column("by_person", Boolean, nullable=False),
    _text("decided_at"),
    Column("why", Text),
    Column("withdrawn_at", Text),
    Column("withdrawn_by", Text),
    Column("withdrawn_why", Text),
    # a person withdrew what the linker had decided: not to be decided so again
    Column("vetoed", Boolean, nullable=False, default=False),
    Index("links_by_left", "left_form", sqlite_where=STANDS),
    Index("links_by_right", "right_form", sqlite_where=STANDS),
    Index("links_of_people", "number", sqlite_where=text("by_person = 1 OR vetoed = 1")),
    Index("links_waiting", "kind", "score", sqlite_where=WAITS),
)

conflicts = Table(
    "conflicts",
    metadata,
    Column("left_form", Hashed, primary_key=True, autoincrement=False),
    Column("right_form", Hashed, primary_key=True, autoincrement=False),
    Column("reason", Text, primary_key=True),
    _text("kind"),
    Index("conflicts_by_right", "right_form"),
    sqlite_with_rowid=False,
)

linked = Table("linked", metadata, _article(), _text("by"), _text("at"))

stale = Table(  # forms whose clusters are to be made anew
    "stale",
    metadata,
    Column("form", Hashed, primary_key=True, autoincrement=False),
    Column("owed", Boolean),  # by whoever gathers, and not by a run of ``link``
    Index("stale_owed", "form", sqlite_where=OWED),
)

thinned = Table(  # keys that lost forms, and how many, since something was last linked
    "thinned",
    metadata,
    Column("key", Hashed, primary_key=True, autoincrement=False),
    Column("lost", Integer, nullable=False),
)

TABLES = (forms, form_keys, members, links, conflicts, linked, stale, thinned)
