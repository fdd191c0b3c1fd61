"""``onrecord read``: articles in, readings out, nothing kept."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Annotated

import typer

from onrecord.cli.endings import Tally, say
from onrecord.cli.options import Shape, Told
from onrecord.cli.printing import put, put_one
from onrecord.cli.progress import inputs, progress, waiting
from onrecord.model import Failure, Reading

# Typer's own line on an argument says no more than its Python type; the commands say what it is.
Files = Annotated[list[str], typer.Argument(metavar="FILE", hidden=True)]


def read(files: Files, told: Told, shape: Shape) -> None:
    """Read articles and print who says what in them, what happens, how much; keep nothing.

    FILE is a text, HTML or Markdown file, a folder of them, or - for standard input. With --format
    jsonl each article is one line, in the order given. With --format json a single article is one
    indented object, and several are one line each.
    """
    from onrecord import intake

    tally = Tally()
    results = _watched(intake.readings(files, told.given()), files)
    _print(_sifted(results, tally), shape)
    tally.end(f"There is no article in {', '.join(files)}; name a file, or a folder that has one.")


def _watched(results: Iterable[Reading | Failure], files: list[str]) -> Iterator[Reading | Failure]:
    """The results, with something to look at on stderr while they are awaited."""
    if sys.stdout.isatty():
        yield from waiting("Reading", results)
        return
    with progress("Reading", inputs(files)) as each:
        for result in results:
            each(result.article if isinstance(result, Reading) else result)
            yield result


def _sifted(results: Iterable[Reading | Failure], tally: Tally) -> Iterator[Reading]:
    """The readings; failures are told on stderr as they come, and counted."""
    for result in results:
        if isinstance(result, Failure):
            tally.failures.append(result)
            say(f"{result.source} was not read: {result.reason}")
        else:
            tally.done += 1
            yield result


def _print(readings: Iterator[Reading], shape: Shape) -> None:
    """Print the readings; whether JSON is one object or one a line shows only with the second."""
    first = list(islice(readings, 2 if shape.format == "json" else 0))
    if len(first) == 1:
        put_one(first[0], "json")
    else:
        put(chain(first, readings), Reading, "jsonl" if shape.format == "json" else shape.format)
