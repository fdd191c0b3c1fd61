"""How fast the reading room answers: ``python -m bench.reading_room RECORD [--only WORDS]``.

In: a record, best a large one (``bench.large``). Every page of the application is asked for in this
process, without a network: the record is opened and warmed as ``onrecord serve`` does it, each
address is asked for once and several times again, and all of that several times. Out: a table of
the server's time (median, 95th percentile, the first time, processor time), what a page weighs, and
how its median compares with a fixed piece of work that is timed between pages, because other work
shares the machine. Ends with 1 where a page takes more than 150 ms at the median or 400 ms at the
95th percentile, where a page of statements is over 100 KB, where an answer is no page, or where a
page of the application stands in no line of the table. ``--processor`` holds the time of the
processor to the same limits: what a quiet machine would take. ``--changes`` measures, on a
copy of the record beside it, what people say: the form, what is made anew beside the pages after
it, and the pages right after that.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.types import ASGIApp

from bench.rooms import ADDRESSES, Names, names
from onrecord.record import Record
from onrecord.web.access import Access
from onrecord.web.app import application
from onrecord.web.guard import guarded
from onrecord.web.warming import sum_up, warm

MEDIAN, P95 = 150.0, 400.0  # milliseconds
HEAVIEST = 100_000  # bytes of a page of statements
OPENED, AGAIN = 3, 4  # times the record is opened; requests after the first one each time
HERE = Access(me="bench")
ME, WHY = "bench", "measured"


@dataclass
class Timed:
    """One address and how long its answers took, in milliseconds."""

    what: str
    address: str
    status: int = 0
    size: int = 0
    first: list[float] = field(default_factory=list)
    every: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    @property
    def p95(self) -> float:
        return percentile(self.every, 0.95)

    def problems(self, by_processor: bool) -> Iterator[str]:
        """What is wrong with it, in words."""
        times = self.processor if by_processor else self.every
        if self.status != 200:
            yield f"answers {self.status}"
        if statistics.median(times) > MEDIAN:
            yield f"over {MEDIAN:.0f} ms at the median"
        if percentile(times, 0.95) > P95:
            yield f"over {P95:.0f} ms at the 95th percentile"
        if self.address.startswith("/statements") and self.size > HEAVIEST:
            yield f"over {HEAVIEST // 1000} KB"


def percentile(times: Sequence[float], share: float) -> float:
    """The time that this share of the answers takes at most, between neighbours in proportion."""
    ordered, place = sorted(times), share * (len(times) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def addresses(found: Names, only: str) -> list[Timed]:
    """Every address of the table that this record can fill in."""
    known = {name: quote(value, safe="") for name, value in found.items() if value}
    listed = []
    for what, address in ADDRESSES.items():
        try:
            listed.append(Timed(what, address.format_map(known)))
        except KeyError as missing:
            print(f"left out, because the record has no {missing}: {what}", file=sys.stderr)
    return [timed for timed in listed if only in timed.what or only in timed.address]


def unmeasured(app: FastAPI, listed: Sequence[Timed]) -> list[str]:
    """Pages of the application that no address leads to."""
    paths = [timed.address.partition("?")[0] for timed in listed]
    return [
        route.path
        for route in pages(app.routes)
        if not any(route.path_regex.fullmatch(path) for path in paths)
    ]


def pages(routes: Sequence[Any]) -> Iterator[APIRoute]:
    """The routes that answer with a page: their twins are the same answer, written otherwise."""
    for route in routes:
        if not isinstance(route, APIRoute) or "GET" not in (route.methods or ()):
            continue
        if not re.search(r"\.\w+$", route.path):
            yield route


async def answered(app: ASGIApp, address: str) -> tuple[int, int, float, float]:
    """Status and size of an answer, and its milliseconds by the clock and of the processor."""
    path, _, query = address.partition("?")
    said: list[Mapping[str, Any]] = []

    async def receive() -> Mapping[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Mapping[str, Any]) -> None:
        said.append(message)

    scope = _scope(path, query)
    begin, worked = time.perf_counter(), time.process_time()
    try:
        await app(scope, receive, send)  # type: ignore[arg-type]
    except Exception as error:  # it was answered with 500; the rest is measured all the same
        print(f"{address}: {type(error).__name__}: {error}", file=sys.stderr)
    took, worked = time.perf_counter() - begin, time.process_time() - worked
    status = next(m["status"] for m in said if m["type"] == "http.response.start")
    size = sum(len(m.get("body", b"")) for m in said)
    return status, size, 1000 * took, 1000 * worked


def _scope(path: str, query: str) -> dict[str, Any]:
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(b"host", b"127.0.0.1"), (b"accept", b"text/html")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }


class Reference:
    """A fixed piece of work, half of it SQLite's and half Python's, timed between pages."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self._rows = sqlite3.connect(":memory:")
        self._rows.execute("create table words (word text)")
        self._rows.executemany("insert into words values (?)", ((f"w{n}",) for n in range(30_000)))

    def run(self) -> None:
        begin = time.perf_counter()
        self._rows.execute("select count(*) from words where word like '%77%'").fetchone()
        sum(hash(f"{n}") & 1 for n in range(15_000))
        self.times.append(1000 * (time.perf_counter() - begin))


def measure(record: Path, listed: Sequence[Timed]) -> Reference:
    """Ask for every page, in rounds: the record opened, each page once, and again."""
    reference = Reference()
    for _ in range(OPENED):
        with Record.open(record, create=False) as opened:
            warm(opened)
            asyncio.run(_round(guarded(application(opened), HERE), listed, reference))
    return reference


async def _round(app: ASGIApp, listed: Sequence[Timed], reference: Reference) -> None:
    for timed in listed:
        reference.run()
        for turn in range(1 + AGAIN):
            timed.status, timed.size, took, worked = await answered(app, timed.address)
            timed.every.append(took)
            timed.processor.append(worked)
            if turn == 0:
                timed.first.append(took)


def changed(record: Path, found: Names) -> Iterator[tuple[str, float]]:
    """What corrections take, by the processor: the form, what follows beside the pages, and the
    first pages after that, as one who comes then waits for them.
    """
    with Record.open(record, create=False) as opened:
        warm(opened)
        opened.gather_by(lambda: None)  # as Keeping does it, but here and now
        app = guarded(application(opened), HERE)
        for what, do in _changes(opened, found):
            yield what, _worked(do)
            yield "  made anew beside the pages", _worked(opened.gather)
            yield "  summed up beside the pages", _worked(partial(sum_up, opened))
            for page in ("/", "/statements", f"/entity/{found['person']}", "/sources"):
                yield f"  {page} right after", asyncio.run(answered(app, page))[3]


def _changes(record: Record, found: Names) -> Iterator[tuple[str, Callable[[], object]]]:
    """Each change and what undoes it."""
    correct, undo = record.review.correct, record.review.undo
    first, second = (
        each.statement.id for each in record.statements(entity=found["person"], limit=2)
    )
    said: list[Any] = []
    yield "a statement is rejected", lambda: said.append(correct(first, "reject", by=ME, why=WHY))
    yield "that is undone", lambda: undo(said[-1].id, by=ME, why=WHY)
    yield (
        "a statement has another source",
        lambda: said.append(correct(second, "source", by=ME, why=WHY, source=None)),
    )
    yield "that is undone", lambda: undo(said[-1].id, by=ME, why=WHY)
    one, other = (each.id for each in record.search.directory(kind="person", start=10, limit=2))
    yield (
        "two people are one",
        lambda: said.append(record.judge(one, other, "same", by=ME, why=WHY)),
    )
    yield "that is undone", lambda: record.withdraw(said[-1].id, by=ME, why=WHY)


def _worked(do: Callable[[], object]) -> float:
    begin = time.process_time()
    do()
    return 1000 * (time.process_time() - begin)


def shown(listed: Sequence[Timed], reference: Reference, by_processor: bool) -> int:
    """Print the table; how many lines have something wrong."""
    base, wrong = statistics.median(reference.times), 0
    print(f"{'ms':46}{'median':>8}{'p95':>8}{'first':>8}{'processor':>11}{'ratio':>8}{'KB':>8}")
    for timed in listed:
        problems = "; ".join(timed.problems(by_processor))
        wrong += bool(problems)
        print(_line(timed, base), f"  {problems}" if problems else "")
    every = [took for timed in listed for took in timed.every]
    worked = [took for timed in listed for took in timed.processor]
    print(
        f"{'all':46}{statistics.median(every):8.1f}{percentile(every, 0.95):8.1f}{'':8}"
        f"{statistics.median(worked):11.1f}"
    )
    quiet = min(reference.times)
    print(f"reference: {base:.1f} ms at the median, {quiet:.1f} at best; ratio is median to median")
    return wrong


def _line(timed: Timed, base: float) -> str:
    median = statistics.median(timed.every)
    return (
        f"{timed.what:46}{median:8.1f}{timed.p95:8.1f}{statistics.median(timed.first):8.1f}"
        f"{statistics.median(timed.processor):11.1f}{median / base:8.1f}{timed.size / 1000:8.1f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("--only", default="", help="addresses or names with these letters")
    parser.add_argument("--processor", action="store_true")
    parser.add_argument("--changes", action="store_true", help="what corrections take, on a copy")
    given = parser.parse_args()
    with Record.open(given.record, create=False) as opened:
        found = names(opened)
        listed = addresses(found, given.only)
        missing = [] if given.only else unmeasured(application(opened), listed)
    wrong = shown(listed, measure(given.record, listed), given.processor)
    if given.changes:
        with tempfile.TemporaryDirectory(dir=given.record.parent) as folder:
            copy = shutil.copy(given.record, folder)
            print(f"{'ms of the processor':46}")
            for what, took in changed(Path(copy), found):
                print(f"{what:46}{took:8.1f}")
    for path in missing:
        print(f"no address leads to {path}: add one to bench/rooms.py")
    sys.exit(bool(wrong or missing))


if __name__ == "__main__":
    main()
