"""The record's tables.

``readings`` keeps each reading whole, as one line of JSON: that line is the truth, and every value
handed out is built from it; where people corrected it, the reader's own line stands beside it. The
other tables repeat what questions are asked about, in words people use, so that a record can also
be explored with plain SQL. Text in them is cleaned (see ``words``); ``…_words`` columns are for
search. A new kind of entry is one table here, one line in ``ENTRIES`` and one in ``migrations``.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True)


def _of(owner: str) -> Column[int]:
    """The row this one belongs to, and goes away with."""
    key = ForeignKey(f"{owner}s.number", ondelete="CASCADE")
    return Column(owner, Integer, key, nullable=False)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _days() -> tuple[Column[str], Column[str]]:
    """The first and last day that the date beside them may mean (see ``days``)."""
    return Column("first_day", Text), Column("last_day", Text)


def _source() -> tuple[Column[str], Column[str], Column[str]]:
    """The id of the statement an entry is according to, and whom it goes back to, outermost first;
    without values where the article says so itself.
    """
    return Column("according_to", Text), Column("source", Text), _text("source_words")


articles = Table(
    "articles",
    metadata,
    _number(),  # the order in which articles were added
    Column("id", Text, nullable=False, unique=True),
    _text("input"),
    Column("url", Text),
    Column("publisher", Text),
    _text("publisher_words"),
    Column("title", Text),
    Column("authors", JSON, nullable=False),
    Column("agencies", JSON, nullable=False),
    Column("published", Text),
    _text("published_basis"),
    Column("published_passage", JSON(none_as_null=True)),
    *_days(),
    _text("language"),
    _text("reader"),
    Column("statements", Integer, nullable=False),
    _text("added_at"),
    _text("read_at"),
    Index("articles_by_reader", "reader", "number"),
)

readings = Table(
    "readings",
    metadata,
    Column("article", ForeignKey("articles.number", ondelete="CASCADE"), primary_key=True),
    _text("words"),  # title and text, for full-text search
    _text("line"),  # as it stands: with what people corrected
    Column("as_read", Text),  # as the reader read it, where people corrected it
    Column("corrections", JSON(none_as_null=True)),  # ids of those that stand, by entry
)

entities = Table(
    "entities",
    metadata,
    _number(),
    _of("article"),
    Column("position", Integer, nullable=False),  # where it stands in the reading's list
    _text("id"),
    _text("name"),
    _text("name_words"),
    _text("kind"),
    _text("roles"),
    _text("role_words"),
    Column("statements", Integer, nullable=False),
    Index("entities_by_article", "article", "position", unique=True),
    Index("entities_by_id", "id"),
)

statements = Table(
    "statements",
    metadata,
    _number(),
    _of("article"),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),  # where it begins in the text
    _text("id"),
    Column("who", Text),
    _text("who_words"),
    Column("source", Text),
    Column("entity", Text),
    Column("unnamed", Boolean, nullable=False),
    Column("condition", Text),
    Column("cue", Text),
    _text("act"),
    _text("manner"),
    _text("content"),
    Column("addressee", Text),
    Column("occasion", Text),
    Column("said", Text),
    _text("said_basis"),
    *_days(),
    Column("negated", Boolean, nullable=False),
    Column("vector", LargeBinary),  # what it means: 128 signed bytes
    Index("statements_by_article", "article", "start", "position", unique=True),
    Index("statements_by_id", "id"),
    Index("statements_by_date", "first_day", "last_day", "article", "start", "position"),
)

contents = Table(
    "contents",
    metadata,
    _of("statement"),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _text("text"),
    Index("contents_by_statement", "statement", "position", unique=True),
)

relays = Table(
    "relays",
    metadata,
    _of("statement"),
    Column("position", Integer, nullable=False),  # outermost first
    _text("who"),
    _text("who_words"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _text("text"),
    Index("relays_by_statement", "statement", "position", unique=True),
)

events = Table(
    "events",
    metadata,
    _number(),
    _of("article"),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),  # where its trigger begins in the text
    _text("id"),
    _text("action"),
    Column("mode", Text),
    _text("trigger"),
    _text("actors"),
    _text("recipients"),
    Column("place", Text),
    _text("place_words"),
    Column("date", Text),
    _text("date_basis"),
    *_days(),
    _text("status"),
    *_source(),
    _text("context"),
    Index("events_by_article", "article", "start", "position", unique=True),
    Index("events_by_id", "id"),
    Index("events_by_statement", "according_to"),
    Index("events_by_date", "first_day", "last_day", "article", "start", "position"),
)

event_parties = Table(
    "event_parties",
    metadata,
    _of("event"),
    _text("part"),  # actor or recipient
    Column("position", Integer, nullable=False),
    _text("who"),
    _text("who_words"),
    Column("entity", Text),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _text("text"),
    Index("event_parties_by_event", "event", "part", "position", unique=True),
)

figures = Table(
    "figures",
    metadata,
    _number(),
    _of("article"),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    _text("id"),
    _text("passage"),
    Column("low", Float),
    Column("high", Float),
    Column("value", Float),
    Column("tally", Text),  # instead of a value: 14-0
    Column("qualifier", Text),
    Column("unit", Text),
    Column("of", Text),
    _text("of_words"),
    _text("measure"),
    Column("place", Text),
    _text("place_words"),
    Column("as_of", Text),
    _text("as_of_basis"),
    *_days(),
    *_source(),
    _text("context"),
    Index("figures_by_article", "article", "start", "position", unique=True),
    Index("figures_by_id", "id"),
    Index("figures_by_statement", "according_to"),
)

failures = Table(
    "failures",
    metadata,
    Column("source", Text, primary_key=True),  # the last thing that went wrong with it
    _text("stage"),
    _text("reason"),
    _text("failed_at"),
)

touched = Table(
    "touched",
    metadata,
    Column("list", Text, primary_key=True),  # articles, or a kind of entry
    Column("article", Integer, primary_key=True),  # whose rows of it changed or went
    Column("at", Integer, nullable=False),  # a later change has a higher number
    Index("touched_by_time", "at"),
)

ENTRIES = (entities, statements, events, figures)
