"""How the cost of linking grows: ``python -m bench.growth READINGS [--sizes 1000 10000 100000]``.

READINGS is a file of pickled readings (see ``kept``: short items and Wikinews, read once, outside
the repository); ``bench.varying`` says what is made of them. One record grows to the largest size;
1,000 articles at a time are put on it and linked, as on the days of a newsroom. For each size: the
time of the processor per article linked, on average so far and over the last tenth; the peak of
memory; the size of the record before and after. The first size is what the others are compared
with. ``--profile`` names the functions that cost most.
"""

from __future__ import annotations

import argparse
import cProfile
import pickle
import pstats
import resource
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from bench.varying import LEADING, corpus
from onrecord import linking
from onrecord.model import Reading
from onrecord.store.store import Store

PORTION = 1000


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


def grow(readings: Sequence[Reading], sizes: Sequence[int], record: Path) -> None:
    """Grow a record to the largest size, and print a line at each."""
    made, size, spent = corpus(readings, max(sizes)), 0, []
    base, led, entries = 0.0, 0, 0
    _warm(readings, record.with_name("warm.db"))
    store = Store.open(record)
    while size < max(sizes):
        portion = list(islice(made, PORTION))
        for reading in portion:
            store.put(reading)
            led += any(e.name == LEADING[0] for e in reading.entities)
            entries += len(reading.entities) + len(reading.statements)
            entries += len(reading.events) + len(reading.figures)
        unlinked = record.stat().st_size
        begin = time.process_time()
        linking.link(store)
        spent.append(time.process_time() - begin)
        size += len(portion)
        last = spent[-max(1, len(spent) // 10) :]
        average, latest = 1000 * sum(spent) / size, 1000 * sum(last) / len(last) / PORTION
        base = base or average
        if size in sizes or size < 10 * PORTION or size % (5 * PORTION) == 0:
            print(
                f"{size:>7} articles: {average:6.1f} ms each on average ({average / base:.2f} ×), "
                f"{latest:6.1f} ms the last tenth ({latest / base:.2f} ×); "
                f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB, "
                f"record {record.stat().st_size / 1e6:.0f} MB "
                f"({(record.stat().st_size - unlinked) / 1e3 / len(portion):.1f} kB by the last "
                f"links each); {entries / size:.1f} entries each, one leader in {led / size:.1%}",
                flush=True,
            )
    store.close()
    _counted(record)


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
    parser.add_argument("--profile", action="store_true")
    given = parser.parse_args()
    readings, profile = kept(given.readings), cProfile.Profile()
    with tempfile.TemporaryDirectory() as folder:
        if given.profile:
            profile.enable()
        grow(readings, given.sizes, Path(folder, "growth.db"))
        profile.disable()
    if given.profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
