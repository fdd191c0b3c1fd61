"""A new record in tests: the program makes one in each process, and the others are copies of it.

Making one takes eight times as long as opening one, and property tests make dozens. How a record
is made, and brought up to date, is what ``tests/store/test_migrations.py`` is about; it starts from
older files, which are left as they are.
"""

from __future__ import annotations

import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from onrecord.store.store import Store

_open = Store.open


@cache
def _blank() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder, "blank.db")
        _open(where).close()
        return where.read_bytes()


def _opened(where: str | Path, *, create: bool = True, **known: Any) -> Store:
    """What ``Store.open`` is in tests."""
    path = Path(where)
    if create and path.parent.is_dir() and not path.exists():
        with suppress(OSError):  # which the program itself is to find
            path.write_bytes(_blank())
    return _open(where, create=create, **known)


Store.open = _opened  # type: ignore[method-assign, assignment]
