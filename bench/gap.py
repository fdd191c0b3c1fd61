"""GAP: paragraphs with one pronoun and two names, and the figure its makers score by.

In: ``shared/data/coref/gap_*``. Out: the paragraphs as the network reads them, and ``Tally``: F1
over two decisions a paragraph, "the pronoun is A", "the pronoun is B" (Webster et al. 2018, "Mind
the GAP"; the same sums as their ``gap_scorer.py``). Whoever abstains says no to both, and misses
the true one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bench.gum import lines
from onrecord.model import Article, Entity
from onrecord.reader.antecedents import SHIPPED, Ranker
from onrecord.reader.entities import cast
from onrecord.reader.labels import Labelled
from onrecord.reader.pipeline import Reader

MEN = frozenset(("he", "him", "his"))
Row = dict[str, Any]
# Never nobody, however little speaks for the best: what F1 asks for, and the product must not do.
GUESSING = Ranker(
    {
        sort: {name: -99.0 if name == "nobody" else value for name, value in table.items()}
        for sort, table in SHIPPED.weights.items()
    },
    dict.fromkeys(SHIPPED.thresholds, 0.0),
)


@dataclass(slots=True)
class Tally:
    """Decisions "it is A" and "it is B": right ones, wrong ones, missed ones."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, gold: bool, told: bool) -> None:
        self.right += gold and told
        self.wrong += told and not gold
        self.missed += gold and not told

    @property
    def precision(self) -> float:
        return 100 * self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return 100 * self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 200 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def rows(split: str, most: int = 2000) -> list[Row]:
    if split == "test":
        raise ValueError("GAP test is held out; ask for development or validation")
    return [json.loads(line) for line in lines(f"coref/gap_{split}.jsonl.xz")][:most]


def read(found: list[Row], reader: Reader) -> Iterator[tuple[Row, Labelled]]:
    """Paragraphs as the network reads them."""
    articles = [Article("art_" + row["ID"], row["ID"], row["Text"]) for row in found]
    for row, (_, labelled) in zip(found, reader.labelled(articles), strict=True):
        yield row, labelled


def decided(row: Row, found: Labelled, ranker: Ranker = SHIPPED) -> tuple[bool, bool, bool]:
    """What the reader says: somebody is meant at all; it is A; it is B."""
    people = cast(found, Article("art_" + row["ID"], row["ID"], row["Text"]), ranker)
    at = row["Pronoun-offset"]
    entity = people.at(at, at + len(row["Pronoun"]))
    a, b = (is_named(entity, row[f"{side}-offset"], row[side]) for side in "AB")
    return entity is not None, a, b


def is_named(entity: Entity | None, offset: int, name: str) -> bool:
    named = entity.mentions if entity is not None else ()
    return any(m.form == "name" and m.start < offset + len(name) and m.end > offset for m in named)


def figures(reader: Reader, split: str = "validation") -> dict[str, float]:
    """Official figures in percent: F1 of all, of men, of women, their ratio; and F1 without
    abstaining."""
    shipped, guessed = {s: Tally() for s in ("all", "m", "f")}, Tally()
    for row, found in read(rows(split), reader):
        sex = "m" if row["Pronoun"].lower() in MEN else "f"
        _, *told = decided(row, found)
        _, *guess = decided(row, found, GUESSING)
        for side, one, other in zip("AB", told, guess, strict=True):
            for tally in (shipped["all"], shipped[sex]):
                tally.add(row[f"{side}-coref"], one)
            guessed.add(row[f"{side}-coref"], other)
    return {
        "f1": round(shipped["all"].f1, 1),
        "precision": round(shipped["all"].precision, 1),
        "recall": round(shipped["all"].recall, 1),
        "masculine": round(shipped["m"].f1, 1),
        "feminine": round(shipped["f"].f1, 1),
        "bias": round(shipped["f"].f1 / max(shipped["m"].f1, 0.1), 2),
        "f1_guessing": round(guessed.f1, 1),
    }
