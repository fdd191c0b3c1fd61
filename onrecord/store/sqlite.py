"""Everything about the record that only SQLite has, in one place.

How a file is opened (write-ahead log, foreign keys, how long to wait for another writer), how a
transaction begins, and full-text search through FTS5. The full-text tables hold no text of their
own: they index ``readings.words`` and columns of the entries, and triggers keep them in step.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Engine,
    Table,
    create_engine,
    event,
    false,
    func,
    literal,
    select,
    text,
)
from sqlalchemy.engine import URL

from onrecord.store.words import clean, folded

# The table that is searched, the key its rows go by, and the columns that are indexed.
FULL_TEXT = {
    "readings": ("article", ("words",)),
    "statements": ("number", ("who", "source", "cue", "content", "addressee", "occasion")),
    "events": ("number", ("context",)),
    "figures": ("number", ("context",)),
}

_PIECE = re.compile(r'"([^"]*)"|([^\s"]+)')


def engine(path: str, patience: float) -> Engine:
    """An engine for the file; a writer waits ``patience`` seconds for another to finish."""
    made = create_engine(
        URL.create("sqlite", database=path),
        connect_args={"timeout": patience},
        max_overflow=-1,  # every list that is being streamed holds a connection
    )
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", _begin)
    return made


def _prepare(connection: Any, _: object) -> None:
    connection.isolation_level = (
        None  # transactions begin where _begin says, not where pysqlite guesses
    )
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(
        "PRAGMA synchronous = NORMAL"
    )  # with the log: a killed process loses nothing


def _begin(connection: Connection) -> None:
    """A writer takes the lock at once; at its first insert it would be too late to wait."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def index_words(connection: Connection, *tables: Table) -> None:
    """Make the full-text tables of these tables, and the triggers that keep them."""
    for table in tables:
        for statement in _full_text(table.name, *FULL_TEXT[table.name]):
            connection.exec_driver_sql(statement)


def _full_text(table: str, key: str, columns: tuple[str, ...]) -> list[str]:
    name, listed = f"{table}_text", ", ".join(columns)
    new, old = (", ".join(f"{row}.{column}" for column in columns) for row in ("new", "old"))
    put = f"INSERT INTO {name} (rowid, {listed}) VALUES (new.{key}, {new});"
    withdraw = f"INSERT INTO {name} ({name}, rowid, {listed}) VALUES ('delete', old.{key}, {old});"
    return [
        f"CREATE VIRTUAL TABLE {name} USING fts5({listed}, content='{table}',"
        f" content_rowid='{key}', tokenize='unicode61 remove_diacritics 2')",
        f"CREATE TRIGGER {table}_put AFTER INSERT ON {table} BEGIN {put} END",
        f"CREATE TRIGGER {table}_gone AFTER DELETE ON {table} BEGIN {withdraw} END",
        f"CREATE TRIGGER {table}_new AFTER UPDATE OF {listed} ON {table}"
        f" BEGIN {withdraw} {put} END",
    ]


def note_changes(connection: Connection, notes: Table, keys: Mapping[Table, str]) -> None:
    """Note for each of these tables whose rows change or go: what its key says, and when.

    New rows have higher numbers, so that number and note tell what is new in a table.
    """
    for table, key in keys.items():
        for name, change in (("touched", "UPDATE"), ("left", "DELETE")):
            connection.exec_driver_sql(
                f"CREATE TRIGGER {table.name}_{name} AFTER {change} ON {table.name} BEGIN"
                f" REPLACE INTO {notes.name} VALUES ('{table.name}', old.{key},"
                f" (SELECT coalesce(max(at), 0) + 1 FROM {notes.name})); END"
            )


class Watch:
    """Whether anybody has written to the file: a number that stays the same until they do."""

    def __init__(self, made: Engine) -> None:
        self._connection = made.raw_connection()

    def version(self) -> int:
        found = self._connection.cursor().execute("PRAGMA data_version")
        return int(found.fetchone()[0])

    def close(self) -> None:
        self._connection.close()


def holding(table: Table, words: str) -> ColumnElement[bool]:
    """The condition that a row of the table holds all these words, in any order.

    Any string is legal. ``"words in quotation marks"`` stand together in that order; ``ceas*``
    finds whatever begins so. Case and accents do not matter. A string without a letter or digit is
    held by nothing.
    """
    sought = _match(words)
    if not sought:
        return false()
    key, _ = FULL_TEXT[table.name]
    name = f"{table.name}_text"
    within = text(f"{table.name}.{key} IN (SELECT rowid FROM {name} WHERE {name} MATCH :sought)")
    return within.bindparams(sought=sought)  # type: ignore[return-value]


def vocabulary(connection: Connection, table: Table, column: str) -> dict[str, int]:
    """The words of a column as search splits them, and how many rows have each."""
    name = f"{table.name}_words"
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{name} USING"
        f" fts5vocab('main', '{table.name}_text', 'col')"
    )
    chosen = text(f"SELECT term, doc FROM temp.{name} WHERE col = :col")
    return {row.term: row.doc for row in connection.execute(chosen, {"col": column})}


def rows_with(connection: Connection, table: Table, word: str) -> str:
    """The numbers of the rows that hold a word, with commas between them."""
    name = f"{table.name}_text"
    chosen = text(f"SELECT group_concat(rowid) FROM {name} WHERE {name} MATCH :word")
    return connection.scalar(chosen, {"word": f'"{word}"'}) or ""


def among(column: ColumnElement[Any], values: Iterable[int | str]) -> ColumnElement[bool]:
    """The condition that a column holds one of many values, however many."""
    listed = func.json_each(json.dumps(list(values))).table_valued("value")
    return column.in_(select(listed.c.value))


def put_many(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert many rows that all have the same columns; one whose key is there already is left out.

    The driver is given plain tuples: preparing a row in SQLAlchemy takes longer than writing it.
    """
    if not rows:
        return
    names = [column.name for column in table.columns if column.name in rows[0]]
    listed, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    for name in names:
        if isinstance(table.c[name].type, JSON):
            rows = [{**row, name: _json(tuple(row[name]))} for row in rows]
    values = [tuple(map(row.__getitem__, names)) for row in rows]
    insert = f"INSERT OR IGNORE INTO {table.name} ({listed}) VALUES ({marks})"
    try:
        with connection.begin_nested():
            connection.exec_driver_sql(insert, values)
    except UnicodeEncodeError:  # half characters in a name, seldom enough to look for them only now
        connection.exec_driver_sql(insert, [tuple(map(_kept, row)) for row in values])


def _kept(value: Any) -> Any:
    return clean(value) if isinstance(value, str) else value


@lru_cache(10_000)
def _json(values: tuple[Any, ...]) -> str:
    """A list as JSON; the same reasons come again and again."""
    return json.dumps(values)


def element(line: ColumnElement[Any], name: str, at: Any = None) -> ColumnElement[Any]:
    """One part of a line of JSON, itself as JSON: what has the name, or one of a list."""
    path = f"$.{name}" if at is None else literal(f"$.{name}[").concat(at).concat("]")
    return func.json_extract(line, path)


_HEADS = text(
    "SELECT wanted.value, form FROM json_each(:keys) AS wanted CROSS JOIN form_keys"
    " ON form_keys.key = wanted.value AND form <= coalesce((SELECT form FROM form_keys AS block"
    " WHERE block.key = wanted.value ORDER BY form LIMIT 1 OFFSET :last), 9223372036854775807)"
)


def heads(connection: Connection, keys: Iterable[int], limit: int) -> Iterable[Sequence[Any]]:
    """The first forms that have each of the keys, each with the key."""
    return connection.execute(_HEADS, {"keys": json.dumps(list(keys)), "last": limit - 1})


def _match(words: str) -> str:
    """The words as an FTS5 query in which nothing but ``*`` has a meaning."""
    pieces = [(phrase or word, word.endswith("*")) for phrase, word in _PIECE.findall(clean(words))]
    return " ".join(f'"{piece}"{" *" * opens}' for piece, opens in pieces if folded(piece))


def overlapping(
    column: ColumnElement[str], since: str | None, until: str | None
) -> ColumnElement[bool]:
    """That one of the stretches of days in a column of JSON (``[["2024-01-01", "2024-01-31"]]``)
    has a day between two.
    """
    listed = func.json_each(column).table_valued("value")
    first, last = (func.json_extract(listed.c.value, f"$[{at}]") for at in (0, 1))
    within = [last >= since] if since is not None else []
    within += [first <= until] if until is not None else []
    return select(literal(1)).select_from(listed).where(*within).exists()
