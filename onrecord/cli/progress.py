"""How far a long run has come, on stderr and only if somebody is looking at it there."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import TypeVar

from onrecord.model import Article, Failure
from onrecord.phrases.letters import one_line

Each = Callable[[Article | Failure | str], None]
T = TypeVar("T")


def inputs(sources: Iterable[str]) -> int | None:
    """How many files the sources come to; None if nobody is there to see how many are left."""
    if not sys.stderr.isatty():
        return None
    return sum(_files(source) for source in sources)


def _files(source: str) -> int:
    """The files below a folder, hidden ones left out, as ingest walks it; a file is one."""
    if not os.path.isdir(source):
        return 1
    found = 0
    for _, folders, names in os.walk(source):
        folders[:] = [folder for folder in folders if not folder.startswith(".")]
        found += sum(not name.startswith(".") for name in names)
    return found


@contextmanager
def progress(doing: str, total: int | None) -> Iterator[Each]:
    """Show a bar while the block runs; call what it gives for every input that is done."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    told = TextColumn("{task.description}", markup=False)
    columns = (told, BarColumn(bar_width=None), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True, markup=False, emoji=False, highlight=False)
    with Progress(*columns, console=console, transient=True, expand=True) as bar:
        task = bar.add_task(doing, total=total)
        yield lambda done: bar.update(task, advance=1, description=f"{doing} {_name(done)}")


def _name(done: Article | Failure | str, widest: int = 30) -> str:
    if not isinstance(done, str):
        done = done.source if isinstance(done, Failure) else done.input
    name = one_line(done)
    return name if len(name) <= widest else "…" + name[1 - widest :]


def waiting(doing: str, values: Iterable[T]) -> Iterator[T]:
    """The same values; until the first is there, what is being done stands on stderr."""
    if not sys.stderr.isatty():
        return iter(values)
    from rich.console import Console
    from rich.text import Text

    rest = iter(values)
    with Console(stderr=True).status(Text(doing)):
        first = list(islice(rest, 1))
    return chain(first, rest)
