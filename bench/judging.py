"""How often an event on the record is right: events drawn at random, read by a person.

``python -m bench.judging draw --seed 11`` draws 100 events from 50 articles of
``../shared/data/text`` and prints each with the words around it, to be judged; with ``--to FILE``
it also writes one line an event without any sentence of the article. A person fills in the four
columns ``type``, ``actors``, ``status`` and ``according``: 1 right, 0 wrong. ``python -m
bench.judging`` scores the lines in ``bench/judged_events.tsv``.

Each file of texts is as likely as the others; an article is a Wikinews article, a press release, or
all the items of one day's news briefs.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import json
import lzma
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.ingest import Given, from_text
from onrecord.model import Article, Event, Reading, Statement
from onrecord.reader.pipeline import Reader

SHARED = Path(__file__).parent.parent.parent / "shared"
JUDGED = Path(__file__).parent / "judged_events.tsv"
FILES = ("wikinews_295", "senate_5000", "current_events")
ASPECTS = ("type", "actors", "status", "according")
ARTICLES, EVENTS, AROUND = 50, 100, 260


def texts(shared: Path) -> list[list[tuple[str, str, str | None]]]:
    """For each file its articles: a name, the text, the date."""
    found = []
    for file in FILES:
        with lzma.open(shared / f"data/text/{file}.jsonl.xz", "rt", encoding="utf-8") as lines:
            found.append(list(_articles(file, [json.loads(line) for line in lines])))
    return found


def _articles(file: str, rows: list[dict[str, Any]]) -> Iterator[tuple[str, str, str | None]]:
    if file == "current_events":
        for day, items in itertools.groupby(rows, lambda row: str(row["date"])):
            yield f"{file}:{day}", "\n\n".join(row["text"] for row in items), day
    else:
        for number, row in enumerate(rows):
            yield f"{file}:{number}", row["text"], row["date"]


def drawn(reader: Reader, shared: Path, seed: int) -> list[tuple[str, Reading, Event]]:
    """``EVENTS`` events of ``ARTICLES`` articles, in a random order."""
    chance, files = random.Random(seed), texts(shared)
    chosen: dict[str, Article] = {}
    while len(chosen) < ARTICLES:
        name, text, date = chance.choice(chance.choice(files))
        article = from_text(text, name, Given(published=date))
        if isinstance(article, Article):
            chosen[name] = article
    readings = zip(chosen, reader.readings(chosen.values()), strict=True)
    found = [(name, reading, event) for name, reading in readings for event in reading.events]
    return chance.sample(found, min(EVENTS, len(found)))


def told(number: int, name: str, reading: Reading, event: Event) -> str:
    """An event with its words, for a person to judge."""
    text = reading.article.text
    start, end = event.trigger.start, event.trigger.end
    around = text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]
    whose = next((s for s in reading.statements if s.id == event.according_to), None)
    return "\n".join(
        (
            f"{number}. {name} {event.action}/{event.mode or '-'} {event.status}",
            f"   actors {[p.who for p in event.actors]} recipients "
            f"{[p.who for p in event.recipients]} place {event.place and event.place.name} "
            f"when {event.when.edtf}",
            f"   according to {_whose(whose)}",
            "   " + " ".join(f"{around[0]} >>{around[1]}<< {around[2]}".split()),
        )
    )


def _whose(statement: Statement | None) -> str:
    if statement is None:
        return "the article"
    via = "".join(f"{relay.who} ← " for relay in statement.via)
    return f"{via}{statement.who} ({statement.cue and statement.cue.text})"


def rows(drawn: list[tuple[str, Reading, Event]]) -> Iterator[list[str]]:
    """The lines to fill in; they point into the articles and hold none of their sentences."""
    yield ["article", "start", "end", "event", "action", "mode", "status_is", *ASPECTS, "note"]
    for name, _, event in drawn:
        place = [name, str(event.trigger.start), str(event.trigger.end), event.id]
        yield [*place, event.action, event.mode or "", event.status, *[""] * len(ASPECTS), ""]


def judged(path: Path = JUDGED) -> dict[str, float]:
    """Percentages of the judged events that are right, by aspect and in all four."""
    with path.open(encoding="utf-8") as file:
        verdicts = list(csv.DictReader(file, delimiter="\t"))
    assert all(row[a] in ("0", "1") for row in verdicts for a in ASPECTS), "not all is judged"
    count = len(verdicts)
    shares = {a: 100 * sum(row[a] == "1" for row in verdicts) / count for a in ASPECTS}
    every = 100 * sum(all(row[a] == "1" for a in ASPECTS) for row in verdicts) / count
    return {"events": float(count), **shares, "all_four": every}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("what", nargs="?", choices=("score", "draw"), default="score")
    arguments.add_argument("--seed", type=int, default=11)
    arguments.add_argument("--shared", type=Path, default=SHARED)
    arguments.add_argument("--to", type=Path)
    args = arguments.parse_args()
    if args.what == "score":
        print(json.dumps(judged()))
        return
    found = drawn(Reader.load(), args.shared, args.seed)
    for number, one in enumerate(found, 1):
        print(told(number, *one), end="\n\n")
    if args.to:
        with args.to.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter="\t", lineterminator="\n").writerows(rows(found))


if __name__ == "__main__":
    main()
