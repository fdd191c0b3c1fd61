"""How well the linker joins people and organizations: precision, recall and F1 of "same" over the
labelled pairs of ``people.tsv``.

``python -m bench.people [--split dev|test|fresh] [--show] [--linked] [--cache FILE]`` reads the
labelled articles with the shipped network, finds the entity at each labelled place and asks the
linker. A pair counts as joined where both have one form, or share a key and are judged the same; a
place where the reader finds no entity joins nothing. ``--linked`` asks the clusters instead, all
articles of the file linked at once; ``--show`` lists what was wrong; ``--cache`` keeps the
readings of one reader in a file. The halves dev and test are both for development (test became so
on 2026-11-21, 10:07 UTC); ``fresh``, a file of its own, is held out."""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from bench.references import articles
from onrecord import exchange
from onrecord.linker.clusters import Judged, clustered
from onrecord.linker.entities import compared, found
from onrecord.linker.form import Comparison, Form
from onrecord.model import Entity, Reading
from onrecord.reader.pipeline import Reader

LABELLED = Path(__file__).with_name("people.tsv")
# Labelled when the rules were done and read by nobody who writes them.
FRESH = Path(__file__).with_name("people_fresh.tsv")


class Side(NamedTuple):
    """A mention: an article by reference, and where it stands there."""

    article: str
    start: int
    end: int
    name: str


class Pair(NamedTuple):
    """Two mentions, whether they are the same, and what makes it hard to tell."""

    split: str
    difficulty: str
    left: Side
    right: Side
    same: bool
    note: str


class Told(NamedTuple):
    """A pair and what the linker says of it; ``why`` is for reading."""

    pair: Pair
    same: bool
    why: str


# --- labels and readings -------------------------------------------------------------------------


def pairs(path: Path = LABELLED) -> Iterator[Pair]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            left, right = (_side(row, side) for side in ("left", "right"))
            same = row["same"] == "1"
            yield Pair(row["split"], row["difficulty"], left, right, same, row["note"])


def _side(row: dict[str, str], side: str) -> Side:
    start, end = int(row[f"{side}_start"]), int(row[f"{side}_end"])
    return Side(row[f"{side}_article"], start, end, row[f"{side}_name"])


def readings(references: Iterable[str], cache: Path | None) -> dict[str, Reading]:
    """The readings by reference, out of the cache where it has them from this reader."""
    reader = Reader.load()
    kept = {} if cache is None else dict(_kept(cache, reader.name))
    wanted = articles(references)
    missing = {name: article for name, article in wanted.items() if article.id not in kept}
    for reading in reader.readings(missing.values()):
        kept[reading.article.id] = reading
        if cache is not None:
            with cache.open("a", encoding="utf-8") as file:
                file.write(exchange.line(reading) + "\n")
    return {name: kept[article.id] for name, article in wanted.items()}


def _kept(cache: Path, reader: str) -> Iterator[tuple[str, Reading]]:
    if cache.exists():
        with cache.open(encoding="utf-8") as file:
            for line in file:
                reading = exchange.parsed(line)
                if reading.reader == reader:
                    yield reading.article.id, reading


def entity_at(reading: Reading, side: Side) -> Entity | None:
    """The entity whose mention covers most of the place; a name before a pronoun or role."""
    found_there = [
        (m.form != "name", -(min(m.end, side.end) - max(m.start, side.start)), e.id, e)
        for e in reading.entities
        for m in e.mentions
        if m.start < side.end and side.start < m.end
    ]
    return min(found_there, key=lambda item: item[:3])[3] if found_there else None


# --- what the linker says ------------------------------------------------------------------------

Forms = dict[tuple[str, str], Form]  # (article, entity) -> form
Answer = Callable[[Form, Form], tuple[bool, str]]


def forms(read: dict[str, Reading]) -> Forms:
    return {(name, entry): form for name, r in read.items() for entry, form in found(r)}


def by_pair(left: Form, right: Form) -> tuple[bool, str]:
    """As the two forms alone are judged."""
    if left.id == right.id:
        return True, "one form"
    said = compared(left, right)
    if not set(left.keys) & set(right.keys):
        return False, f"no key in common ({_said(said)})"
    return said is not None and said.judgement == "same", _said(said)


def _said(said: Comparison | None) -> str:
    return (
        "nothing" if said is None else f"{said.judgement} {said.score}: {'; '.join(said.reasons)}"
    )


def by_cluster(every: Iterable[Form]) -> Answer:
    """As clusters of all forms have it."""
    made = sorted({form.id: form for form in every}.values(), key=lambda form: form.id)
    homes = clustered(range(len(made)), links(made)).homes
    of = {form.id: homes[at] for at, form in enumerate(made)}

    def answer(left: Form, right: Form) -> tuple[bool, str]:
        return of[left.id] == of[right.id], by_pair(left, right)[1]

    return answer


def links(made: list[Form]) -> Iterator[Judged]:
    """Between all forms that share a key."""
    keyed: dict[str, list[int]] = defaultdict(list)
    for at, form in enumerate(made):
        for key in form.keys:
            keyed[key].append(at)
    for left, right in {pair for block in keyed.values() for pair in combinations(block, 2)}:
        said = compared(made[left], made[right])
        if said is not None:
            yield Judged(left, right, said.judgement, said.score)


def told(labelled: Iterable[Pair], read: dict[str, Reading], linked: bool) -> Iterator[Told]:
    made = forms(read)
    judged: Answer = by_cluster(made.values()) if linked else by_pair
    for pair in labelled:
        sides = [made.get((s.article, _id(read[s.article], s))) for s in (pair.left, pair.right)]
        if sides[0] is None or sides[1] is None:
            yield Told(pair, False, "no entity of a kind that is linked")
        else:
            same, why = judged(sides[0], sides[1])
            yield Told(pair, same, f"{why}\n    {sides[0].about}\n    {sides[1].about}")


def _id(reading: Reading, side: Side) -> str:
    entity = entity_at(reading, side)
    return entity.id if entity else ""


# --- measures ------------------------------------------------------------------------------------


def measured(answers: Iterable[Told]) -> str:
    count = Counter((t.pair.same, t.same) for t in answers)
    right, wrong, missed = count[True, True], count[False, True], count[True, False]
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return (
        f"precision {100 * precision:5.1f}  recall {100 * recall:5.1f}  F1 {100 * f1:5.1f}  "
        f"({right} right, {wrong} wrong, {missed} missed)"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument(
        "--split",
        choices=("dev", "test", "fresh"),
        default="dev",
        help="dev and test are both for development; fresh is held out, only to be measured on",
    )
    parser.add_argument("--show", action="store_true", help="list what was wrong or missed")
    parser.add_argument("--linked", action="store_true", help="ask the clusters, not the pairs")
    parser.add_argument("--cache", type=Path, help="file that keeps the readings")
    options = parser.parse_args()
    every = list(pairs(FRESH if options.split == "fresh" else LABELLED))
    read = readings({s.article for p in every for s in (p.left, p.right)}, options.cache)
    asked = every if options.split == "fresh" else [p for p in every if p.split == options.split]
    answers = list(told(asked, read, options.linked))
    if options.show:
        for answer in answers:
            if answer.same != answer.pair.same:
                pair = answer.pair
                print("WRONG" if answer.same else "MISSED", pair.difficulty, pair.left, pair.right)
                print("   ", pair.note, "|", answer.why)
    of: dict[str, list[Told]] = defaultdict(list)
    for answer in answers:
        of[answer.pair.difficulty].append(answer)
    for difficulty in sorted(of):
        print(f"{difficulty:10} {measured(of[difficulty])}")
    print(f"{options.split:10} {measured(answers)}")


if __name__ == "__main__":
    main()
