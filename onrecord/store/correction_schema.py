"""The table of what people corrected. Its rows are never erased: one that is undone is withdrawn,
by whom, when and why. ``found`` alone follows the reading: the id that the entry has in it now.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, Table, Text

from onrecord.store.schema import metadata

corrections = Table(
    "corrections",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article", ForeignKey("articles.number"), nullable=False),
    Column("kind", Text, nullable=False),  # confirm, reject or source
    Column("of", Text, nullable=False),  # statement, event or figure
    Column("entry", Text, nullable=False),  # its id when it was corrected
    Column("found", Text),  # its id in the reading as it now is
    Column("passages", JSON, nullable=False),  # its words, to find it by when it is read again
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("why", Text),
    Column("withdrawn_at", Text),
    Column("withdrawn_by", Text),
    Column("withdrawn_why", Text),
    Index("corrections_by_article", "article", "found"),
    Index("corrections_by_entry", "entry"),
)
