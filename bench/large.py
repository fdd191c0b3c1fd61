"""A large record to measure on: ``python -m bench.large RECORD [--statements 100000]``.

Wikinews articles (``--shared``; where it is not there, the example articles) are read once, kept
beside the record in ``readings.jsonl``, varied (``bench.varying``) until so many statements are
made, put on the record and linked. 160 publishers, a few of them large, print over two years what
600 people say, a few of them often; agencies are printed again, and publishers tell one story in
words of their own. The record appears in its place when it is whole; it is never committed.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import random
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from bench.judging import SHARED
from bench.varying import Scene, corpus
from onrecord import exchange
from onrecord.ingest import Given, articles
from onrecord.model import Article, Reading, identify
from onrecord.reader.pipeline import Reader
from onrecord.record import Record
from onrecord.store.store import Store

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"
DAYS = 730
READ = 150  # real articles that are varied
TOWNS = (
    "Adrin Brell Corvane Dunmere Eastmark Fennick Galden Harrow Iskel Jorvane Kestrel Lomeny "
    "Mirren Norvik Ostrel Penhallow Quarrel Rosmere Sorang Tolven Ulmar Varn Westry Xanten Yarrow "
    "Zell Ambry Brackwater Coldharbour Deepwell Elmstead Farrowdale"
).split()
PAPERS = ("Herald", "Courier", "Gazette", "Daily News", "Public Broadcasting")
FIRST = (
    "Ada Bela Cyra Dario Elan Fenna Goran Hedda Imre Jonah Kaia Levin Mara Nadir Oona Pavel".split()
)
LAST = (
    "Aldane Brevik Castell Dravic Ekholm Farran Grieve Halloran Ivanek Jurado Kessel Lindqvist "
    "Marchetti Nowell Okell Pradel Quennell Rosko Solin Tarkas Ungar Vashti Weller Xenakis Yarden "
    "Zoric Ashdown Bellamy Corrigan Dellwood Estrada Fenwick Galloway Hargreave Ingleby Jessop "
    "Kovarik Lathrop"
).split()


def scene(per_day: float) -> Scene:
    """So many articles a day; publishers and people in an order that says nothing."""
    dice = random.Random(5)
    papers = [f"{town} {paper}" for town in TOWNS for paper in PAPERS]
    people = [f"{first} {last}" for first in FIRST for last in LAST]
    dice.shuffle(papers)
    dice.shuffle(people)
    often = [name for rank, name in enumerate(papers) for _ in range(1 + 60 // (rank + 1))]
    return Scene(per_day, tuple(often), tuple(people[:600]), meaning=0.95)


def made(readings: list[Reading], statements: int) -> Iterator[Reading]:
    """Varied readings with so many statements together, each with an address of its own."""
    each = sum(len(r.statements) for r in readings) / len(readings)
    wanted, count = statements, int(2 * statements / each)
    for reading in corpus(readings, count, scene=scene(statements / each / DAYS)):
        yield dataclasses.replace(reading, article=_addressed(reading.article))
        wanted -= len(reading.statements)
        if wanted <= 0:
            return


def _addressed(article: Article) -> Article:
    site = (article.publisher or "").lower().replace(" ", "-")
    address = f"https://{site}.example/{article.published.edtf}/{article.id[4:]}"
    return dataclasses.replace(article, url=address, input=address)


def read(beside: Path, shared: Path) -> list[Reading]:
    """Real readings of this reader: kept from before, or read now and kept."""
    reader = Reader.load()
    if beside.exists():
        kept = [exchange.parsed(line) for line in beside.open(encoding="utf-8")]
        if kept and kept[0].reader == reader.name:
            return kept
    fresh = [r for r in reader.readings(islice(_real(shared), READ)) if r.statements]
    beside.write_text("".join(exchange.line(r) + "\n" for r in fresh), encoding="utf-8")
    return fresh


def _real(shared: Path) -> Iterator[Article]:
    """Articles of Wikinews; the examples where there are none."""
    if not (shared / "data" / "text").is_dir():
        print(f"no data at {shared}: the example articles are varied", file=sys.stderr)
        yield from (a for a in articles([EXAMPLES], Given()) if isinstance(a, Article))
        return
    from bench.references import articles as referred

    yield from referred((f"wikinews_295:{n}" for n in range(READ)), shared).values()


def fill(record: Path, readings: Iterable[Reading]) -> None:
    """Put readings on a new record and link them; say how far it is."""
    store, begin, count, last = Store.open(record), time.monotonic(), 0, 0.0
    for reading in readings:
        store.put(reading)
        count += len(reading.statements)
    total = store.unlinked()
    print(f"{total} articles, {count} statements in {time.monotonic() - begin:.0f} s", flush=True)
    store.close()
    done = 0

    def each(_: object) -> None:
        nonlocal done, last
        done += 1
        if time.monotonic() - last > 60:
            last = time.monotonic()
            print(f"{done} of {total} linked after {last - begin:.0f} s", flush=True)

    with Record.open(record) as opened:
        print(opened.link(each=each).links, f"links, {time.monotonic() - begin:.0f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--shared", type=Path, default=SHARED)
    given = parser.parse_args()
    given.record.parent.mkdir(parents=True, exist_ok=True)
    readings = read(given.record.with_name("readings.jsonl"), given.shared)
    new = given.record.with_name(f"{given.record.name}.{identify('new', os.getpid())}")
    try:
        fill(new, made(readings, given.statements))
        os.replace(new, given.record)
    finally:
        for ending in ("", "-wal", "-shm"):
            new.with_name(new.name + ending).unlink(missing_ok=True)


if __name__ == "__main__":
    main()
