"""The tables of what links make of entries, kept ready to be shown.

``objects`` has one row for a cluster, ``differences`` one for each disagreement within one;
``line`` is the object whole, as JSON, and the other columns are what lists ask and sort by.
``ungathered`` names the clusters whose rows are to be made anew. Triggers keep it, rather than
stamps that would have to be compared: whatever changes members, links or readings names what it
touches, so that nothing is missed, a run with nothing to do costs nothing, and an object that an
article has left is known at once (``gone``). A later onrecord that makes objects otherwise names
all clusters in a migration.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Boolean, Column, Connection, Index, Integer, Table, Text

from onrecord.store.link_schema import Hashed
from onrecord.store.schema import metadata


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _days() -> tuple[Column[str], Column[str]]:
    return Column("first_day", Text), Column("last_day", Text)


def _cluster() -> tuple[Column[str], Column[int]]:
    return (
        Column("kind", Text, primary_key=True),
        Column("cluster", Hashed, primary_key=True, autoincrement=False),
    )


objects = Table(
    "objects",
    metadata,
    *_cluster(),
    _text("id"),
    _text("type"),  # of an entity its kind, of an event its action, of a figure its measure;
    # "one" of an utterance that one article alone reports
    _text("label"),
    _text("names"),  # all of them, for search
    _text("traits"),  # of an utterance the wordings of its reports, of a count whether it is one
    Column("size", Integer, nullable=False),  # entries; of an entity the articles that name it
    Column("accounts", Integer, nullable=False),  # copies counted once
    Column("statements", Integer, nullable=False),
    Column("role", Text),  # of a person the one that holds, as JSON
    Column("date", Text),  # of an event when it was, in EDTF; for others the days of print
    *_days(),
    _text("line"),
    Index("objects_by_size", "kind", "size", "cluster"),
    Index("objects_by_accounts", "kind", "type", "accounts", "statements", "cluster"),
    Index("objects_by_day", "kind", "first_day"),
)

differences = Table(
    "differences",
    metadata,
    *_cluster(),
    Column("position", Integer, primary_key=True),
    _text("differing"),  # figure, status, actor, date, wording, role
    _text("about"),
    Column("size", Integer, nullable=False),
    Column("accounts", Integer, nullable=False),
    _text("printed"),  # the first and the last day each value may have been printed on, as JSON
    *_days(),
    _text("line"),
    Index("differences_by_kind", "differing", "accounts"),
)

ungathered = Table(
    "ungathered",
    metadata,
    *_cluster(),
    Column("gone", Boolean, nullable=False),  # entries left it: what is kept of it no longer holds
    sqlite_with_rowid=False,
)

TABLES = (objects, differences, ungathered)

_OF_FORM = "SELECT kind, cluster FROM forms WHERE number = {form}"
_OF_ARTICLE = (
    "SELECT forms.kind, forms.cluster FROM members JOIN forms ON forms.number = members.form"
    " WHERE members.article = {article}"
)
_IN_ARTICLES_OF = (
    "SELECT forms.kind, forms.cluster FROM members AS printed"
    " JOIN members ON members.article = printed.article"
    " JOIN forms ON forms.number = members.form"
    " WHERE printed.form = new.number AND new.kind = 'article'"
)
_NAMED = (  # conflicts name entries
    "SELECT kind, cluster FROM forms WHERE number = new.number OR number IN"
    " (SELECT left_form FROM conflicts WHERE right_form = new.number) OR number IN"
    " (SELECT right_form FROM conflicts WHERE left_form = new.number)"
)
_ENDS = "SELECT kind, cluster FROM forms WHERE number IN ({row}.left_form, {row}.right_form)"

# When something happens to a row, these clusters are to be made anew, or (True) have lost entries.
_TOUCHED: tuple[tuple[str, str, bool], ...] = (
    ("AFTER INSERT ON members", _OF_FORM.format(form="new.form"), False),
    ("AFTER DELETE ON members", _OF_FORM.format(form="old.form"), True),
    ("AFTER UPDATE OF form ON members", _OF_FORM.format(form="old.form"), False),
    ("AFTER UPDATE OF form ON members", _OF_ARTICLE.format(article="new.article"), False),
    ("BEFORE INSERT ON forms", _OF_FORM.format(form="new.number"), False),  # it may replace one
    ("AFTER INSERT ON forms", "SELECT new.kind AS kind, new.cluster AS cluster", False),
    ("AFTER DELETE ON forms", "SELECT old.kind AS kind, old.cluster AS cluster", True),
    ("AFTER UPDATE OF cluster ON forms", "SELECT old.kind AS kind, old.cluster AS cluster", False),
    ("AFTER UPDATE OF cluster ON forms", "SELECT new.kind AS kind, new.cluster AS cluster", False),
    ("AFTER UPDATE OF cluster ON forms", _IN_ARTICLES_OF, False),  # copies count once
    ("AFTER UPDATE OF entry ON forms", _NAMED, True),
    ("AFTER INSERT ON conflicts", _ENDS.format(row="new"), False),
    ("AFTER DELETE ON conflicts", _ENDS.format(row="old"), False),
    ("AFTER UPDATE OF line ON readings", _OF_ARTICLE.format(article="new.article"), False),
)


def watch(connection: Connection) -> None:
    """Make the triggers, and name all clusters there are."""
    for number, (happens, touched, gone) in enumerate(_TOUCHED):
        steps = " ".join(_named(touched, gone))
        connection.exec_driver_sql(f"CREATE TRIGGER gathered_{number} {happens} BEGIN {steps} END")
    name_all(connection)


def name_all(connection: Connection) -> None:
    """Everything is to be made anew."""
    for step in _named("SELECT kind, cluster FROM forms", False):
        connection.exec_driver_sql(step)


def _named(touched: str, gone: bool) -> Iterator[str]:
    """SQL that names clusters. Without "OR IGNORE", which a statement that sets off a trigger
    overrules.
    """
    yield (
        "INSERT INTO ungathered (kind, cluster, gone)"
        f" SELECT DISTINCT touched.kind, touched.cluster, 0 FROM ({touched}) AS touched"
        " WHERE NOT EXISTS (SELECT 1 FROM ungathered AS known WHERE known.kind = touched.kind"
        " AND known.cluster = touched.cluster);"
    )
    if gone:
        yield (
            "UPDATE ungathered SET gone = 1 WHERE (kind, cluster) IN"
            f" (SELECT touched.kind, touched.cluster FROM ({touched}) AS touched);"
        )
