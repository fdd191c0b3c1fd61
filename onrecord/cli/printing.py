"""What a command prints on stdout: a table for people, or JSON, JSON Lines or CSV for programs."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TextIO

from onrecord.cli.endings import say
from onrecord.cli.options import Export, Format

if TYPE_CHECKING:
    from rich.console import Console


Drawn = Callable[["Console", Iterable[Any]], None]


def put(
    values: Iterable[Any],
    kind: type,
    format: Export | None,
    draw: Drawn | None = None,
    **wishes: Any,
) -> None:
    """Print values of one kind as they come; ``draw`` draws another table than the kind has, and
    ``wishes`` are what the writer of the format takes beside the values.
    """
    form = _settled(sys.stdout, format)
    if form == "table":
        _draw(values, kind, draw)
    else:
        import_module(f"onrecord.export.{form}").write(values, sys.stdout, kind, **wishes)


def put_one(
    value: Any, format: Format | None, draw: Callable[[Console], None] | None = None
) -> None:
    """Print one value: JSON is an indented object, and ``draw`` may make a page of its own."""
    form = _settled(sys.stdout, format)
    if form == "table" and draw:
        from onrecord.cli.screen import screen

        draw(screen())
    elif form == "json":
        from onrecord.export import json

        json.write_one(value, sys.stdout)
    else:
        put([value], type(value), form)


def _draw(values: Iterable[Any], kind: type, draw: Drawn | None) -> None:
    from onrecord.cli.pages import TABLES
    from onrecord.cli.screen import screen

    rest = iter(values)
    first = list(islice(rest, 1))
    if first:
        (draw or TABLES[kind])(screen(), chain(first, rest))
    else:
        say("There is nothing to show.")


def _settled(stream: TextIO, format: Export | None) -> Export:
    """The form to print in, with the stream made fit for it: files are UTF-8 everywhere.

    Half a UTF-16 pair, from a file name that is no UTF-8, comes out as ``\\udcff``, JSON's own way
    to write it, rather than stop the run.
    """
    form: Export = format or ("table" if stream.isatty() else "jsonl")
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
        if form != "table":
            stream.reconfigure(encoding="utf-8", newline="\n", line_buffering=True)
    return form
