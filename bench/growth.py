"""How the cost of linking grows: ``python -m bench.growth READINGS [--sizes 1000 10000 100000]``.

READINGS is a file of pickled readings (see ``kept``: short items and Wikinews, read once, outside
the repository); ``bench.varying`` says what is made of them. One record grows to the largest size;
it is linked at every size, in one run, or ``--portion`` articles at a time, as on the days of a
newsroom. For each size: the time of the processor per article, on average so far and in the last
run, and how much of that went into clusters; the peak of memory; the size of the record. The first
size is what the others are compared with. ``--profile`` names the functions that cost most.
"""

from __future__ import annotations

import argparse
import cProfile
import pickle
import pstats
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from bench.varying import LEADING, corpus
from onrecord import linking
from onrecord.model import Reading
from onrecord.store.shelf import Shelf
from onrecord.store.store import Store


def kept(path: Path, most: int | None = None) -> list[Reading]:
    """The readings in a file, as far as it has been written."""
    return list(islice(_unpickled(path), most))


def _unpickled(path: Path) -> Iterator[Reading]:
    with path.open("rb") as file:
        while True:
            try:
                yield pickle.load(file)
            except (EOFError, pickle.UnpicklingError):
                return


@dataclass
class Spent:
    """Processor time of the runs of ``link`` so far, in seconds."""

    articles: int = 0
    linking: float = 0.0
    settling: float = 0.0

    def less(self, other: Spent) -> Spent:
        return Spent(
            self.articles - other.articles,
            self.linking - other.linking,
            self.settling - other.settling,
        )

    @property
    def each(self) -> float:
        """Milliseconds an article."""
        return 1000 * self.linking / max(1, self.articles)

    def run(self, store: Store) -> None:
        """Link what is on the record and is not linked yet."""
        settle, begin = linking.settle, time.process_time()

        def timed(shelf: Shelf) -> bool:
            start = time.process_time()
            try:
                return settle(shelf)
            finally:
                self.settling += time.process_time() - start

        linking.settle = timed  # type: ignore[attr-defined]
        self.articles += linking.link(store).articles
        linking.settle = settle  # type: ignore[attr-defined]
        self.linking += time.process_time() - begin


def grow(readings: Sequence[Reading], steps: Sequence[int], shown: set[int], record: Path) -> None:
    """Grow a record step by step, and print a line at the sizes to be shown."""
    made, spent, base, led = corpus(readings, steps[-1]), Spent(), 0.0, 0
    _warm(readings, record.with_name("warm.db"))
    store = Store.open(record)
    for size in steps:
        for reading in islice(made, size - spent.articles):
            store.put(reading)
            led += any(e.name == LEADING[0] for e in reading.entities)
        before = replace(spent)
        spent.run(store)
        base = base or spent.each
        if size in shown:
            print(_line(spent, spent.less(before), base, record), f"one leader in {led / size:.1%}")
            sys.stdout.flush()
    store.close()
    _counted(record)


def _line(spent: Spent, last: Spent, base: float, record: Path) -> str:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{spent.articles:>7} articles: {spent.each:.1f} ms each on average "
        f"({spent.each / base:.2f} ×); last run of {last.articles}: {last.each:.1f} ms "
        f"({last.each / base:.2f} ×), of which clusters "
        f"{1000 * last.settling / max(1, last.articles):.1f}; peak {peak:.0f} MB, record "
        f"{record.stat().st_size / 1e6:.0f} MB;"
    )


def _warm(readings: Sequence[Reading], record: Path) -> None:
    """Link a few articles elsewhere, so that nothing is loaded while time is taken."""
    store = Store.open(record)
    for reading in corpus(readings, 50, seed=72):
        store.put(reading)
    linking.link(store)
    store.close()


def _counted(record: Path) -> None:
    """What is on the record in the end."""
    with sqlite3.connect(record) as rows:
        tables = [
            name for (name,) in rows.execute("select name from sqlite_master where type='table'")
        ]
        counts = {t: rows.execute(f'select count(*) from "{t}"').fetchone()[0] for t in tables}
    print({name: count for name, count in counts.items() if count > 1000})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("readings", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--portion", type=int, help="articles linked at a time")
    parser.add_argument("--profile", action="store_true")
    given = parser.parse_args()
    readings, profile = kept(given.readings), cProfile.Profile()
    steps = set(given.sizes) | set(range(0, max(given.sizes), given.portion or max(given.sizes)))
    with tempfile.TemporaryDirectory() as folder:
        if given.profile:
            profile.enable()
        grow(readings, sorted(steps - {0}), set(given.sizes), Path(folder, "growth.db"))
        profile.disable()
    if given.profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
