"""Files, folders, standard input and files handed over as bytes, one after the other, as articles
or failures.

A folder is walked in sorted order, hidden files left out. Bytes are read up to the size limit and
one more, so that an endless source ends as a failure.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from onrecord.ingest.assembly import from_bytes
from onrecord.ingest.decoding import MOST_BYTES
from onrecord.ingest.given import File, Given
from onrecord.model import Article, Failure

# Files that are text but no articles: reading them as news would put nonsense on the record.
NOT_ARTICLES: dict[str, str] = {
    ".json": "JSON data", ".jsonl": "JSON data", ".csv": "a table", ".tsv": "a table",
    ".xml": "XML data", ".rss": "a feed", ".atom": "a feed", ".yaml": "YAML data",
    ".yml": "YAML data",
    ".toml": "TOML data", ".ini": "settings", ".log": "a log", ".py": "a program",
    ".js": "a program", ".css": "a style sheet", ".sql": "SQL", ".sh": "a program",
    ".db": "a database", ".svg": "an image",
}  # fmt: skip


def articles(sources: Iterable[str | Path | File], given: Given) -> Iterator[Article | Failure]:
    """Each file of ``sources`` in order, read when it is asked for; ``-`` is standard input."""
    for source in sources:
        if isinstance(source, File):
            yield _no_article(source.name) or from_bytes(source.content, source.name, given)
        elif str(source) == "-":
            yield from_bytes(sys.stdin.buffer.read(MOST_BYTES + 1), "-", given)
        elif os.path.isdir(source):
            yield from _folder(Path(source), given)
        else:
            yield _file(Path(source), given)


def _folder(folder: Path, given: Given) -> Iterator[Article | Failure]:
    empty = True
    for path in _files(folder):
        empty = False
        yield _file(path, given)
    if empty:
        yield Failure(str(folder), "ingest", "the folder holds no files")


def _files(folder: Path) -> Iterator[Path]:
    """Regular files below the folder: its own first, then those of its subfolders, both sorted."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            path = Path(where, name)
            if not name.startswith(".") and path.is_file():
                yield path


def _file(path: Path, given: Given) -> Article | Failure:
    other = _no_article(str(path))
    if other:
        return other
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or error
        return Failure(str(path), "ingest", f"unreadable: {reason}")
    return from_bytes(raw, str(path), given)


def _no_article(name: str) -> Failure | None:
    """The failure of a file whose name says that it holds something else."""
    kind = NOT_ARTICLES.get(PurePath(name).suffix.lower())
    return Failure(name, "ingest", f"{kind}, not text, HTML or Markdown") if kind else None
