"""Records in tests: what has been made once in a process is copied.

Making an empty record takes eight times as long as opening one, and property tests make dozens. How
one is made, and brought up to date, is what ``tests/store/test_migrations.py`` is about; it starts
from older files, which are left as they are. ``holding`` makes a record of some readings, linked or
not; linking takes the longest of all. What SQL a question comes to is worked out once, too: a
process that opens one record keeps that anyway, and tests open thousands.
"""

from __future__ import annotations

import tempfile
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from onrecord.model import Reading
from onrecord.record import Record
from onrecord.store import sqlite
from onrecord.store.store import Store
from tests.fakes import FakeReader

_open = Store.open
_engine = sqlite.engine


def _made(path: str, patience: float) -> Engine:
    """What ``sqlite.engine`` is in tests."""
    made = _engine(path, patience)
    made.dialect = made.pool._dialect = _shared().dialect  # type: ignore[attr-defined]
    made._compiled_cache = _shared()._compiled_cache
    return made


@cache
def _shared() -> Engine:
    """An engine that was connected once and so knows its dialect."""
    with tempfile.TemporaryDirectory() as folder:
        made = _engine(str(Path(folder, "shared.db")), 0.0)
        with made.connect():
            pass
        made.dispose()
    return made


@cache
def _blank() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder, "blank.db")
        _open(where).close()
        return where.read_bytes()


def _opened(where: str | Path, *, create: bool = True, **known: Any) -> Store:
    """What ``Store.open`` is in tests."""
    path = Path(where)
    if create and "://" not in str(where) and path.parent.is_dir() and not path.exists():
        with suppress(OSError):  # which the program itself is to find
            path.write_bytes(_blank())
    return _open(where, create=create, **known)


def holding(where: Path, *readings: Reading, link: bool = False) -> Path:
    """The same path, where a record now holds these readings."""
    where.write_bytes(_held(readings, link))
    return where


@lru_cache(maxsize=64)
def _held(readings: tuple[Reading, ...], link: bool) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder, "held.db")
        with Record(Store.open(where), FakeReader()) as record:
            for reading in readings:
                record._store.put(reading)
            if link:
                record.link()
        return where.read_bytes()


sqlite.engine = _made
Store.open = _opened  # type: ignore[method-assign, assignment]
