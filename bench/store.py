"""How fast a record fills and answers, without a network: ``python bench/store.py [ARTICLES …]``.

Adds articles of about 700 words with 15 statements each, made by a fake reader, to records of two
sizes and asks the same questions of both. What matters is the ratio: ten times the articles should
take about ten times as long to add, ten times as long to list, and no longer to show the first
page.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from onrecord import intake
from onrecord.model import Article, Entity, Reading, Statement, identify, passage
from onrecord.record import Record

SIZES = (1_000, 10_000)
NAMES = tuple(
    f"{first} {last}" for first in ("Ann", "Ben", "Eve") for last in ("Doe", "Roe", "Poe")
)
STATEMENTS = 15
WORDS = "the bridge over the river was closed after heavy rain and the council met twice"

QUESTIONS: dict[str, Callable[[Record], Iterable[object]]] = {
    "first 20 statements": lambda r: r.statements(limit=20),
    "first 20 by a name": lambda r: r.statements(by="doe", limit=20),
    "one article by its id": lambda r: [r.reading(_article(7).id)],
    "one rare word": lambda r: r.statements(text="number7x"),
    "all articles": lambda r: r.articles(),
    "all statements": lambda r: r.statements(),
    "all by a name": lambda r: r.statements(by="Ann Doe"),
    "all with a frequent word": lambda r: r.statements(text="bridge"),
    "all readings": lambda r: r.readings(),
}


def _article(number: int) -> Article:
    lines = [
        f"{NAMES[(number + i) % len(NAMES)]} said {WORDS} number{number}x{i}.\n{WORDS}, {WORDS}."
        for i in range(STATEMENTS)
    ]
    text = "\n\n".join(lines)
    return Article(identify("art", text), f"{number}.txt", text, publisher="Alba Herald")


class FakeReader:
    """Finds the statements where ``_article`` put them."""

    name = "bench/1"

    def read(self, article: Article) -> Reading:
        cast = {n: Entity(identify("ent", article.id, n), n, "person") for n in NAMES}
        said, start = [], 0
        for line in article.text.split("\n"):
            who, cue, content = line.partition(" said ")
            if cue:
                said.append(_statement(article, cast[who], start, len(content)))
            start += len(line) + 1
        return Reading(self.name, article, tuple(cast.values()), tuple(said))

    def readings(self, articles: Iterable[Article]) -> Iterator[Reading]:
        return map(self.read, articles)


def _statement(article: Article, entity: Entity, start: int, length: int) -> Statement:
    cue = start + len(entity.name) + 1
    content = passage(article.text, cue + 5, cue + 5 + length)
    return Statement(
        id=identify("sta", article.id, content),
        source=passage(article.text, start, cue - 1),
        entity=entity.id,
        who=entity.name,
        unnamed=False,
        condition=None,
        cue=passage(article.text, cue, cue + 4),
        act="say",
        content=(content,),
        manner="indirect",
    )


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def _consume(answers: Iterable[object]) -> None:
    for _ in answers:
        pass


def measured(size: int, folder: Path) -> dict[str, float]:
    """Seconds for each step on a record of that many articles."""
    intake.ingested = lambda sources, given: map(_article, range(size))  # type: ignore[assignment]
    with Record.open(folder / f"{size}.db", FakeReader()) as opened:
        times = {"making and reading": _seconds(lambda: _read_only(size))}
        times["add"] = _seconds(opened.add)
        times["add again"] = _seconds(opened.add)
        for name, ask in QUESTIONS.items():
            times[name] = _seconds(lambda ask=ask: _consume(ask(opened)))  # type: ignore[misc]
    return times


def _read_only(size: int) -> None:
    _consume(FakeReader().readings(map(_article, range(size))))


def main(sizes: tuple[int, ...]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        tables = {size: measured(size, Path(folder)) for size in sizes}
        print(f"{'seconds':28}" + "".join(f"{size:>10,}" for size in sizes) + f"{'ratio':>10}")
        for name in tables[sizes[0]]:
            row = [tables[size][name] for size in sizes]
            print(f"{name:28}" + "".join(f"{s:10.3f}" for s in row) + f"{row[-1] / row[0]:10.1f}")
        for size in sizes:
            megabytes = (Path(folder) / f"{size}.db").stat().st_size / 1e6
            rate = size / tables[size]["add"]
            print(f"{size:,} articles: {rate:,.0f} added a second, {megabytes:,.0f} MB")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory at most {peak:,.0f} MB")


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
