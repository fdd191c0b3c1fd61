"""Fits the weights of the pronoun ranker: ``python -m training.antecedents --gum --write``.

In: OntoGUM train with gold parses (and, where the shipped network is there, GAP development as
the network parses it). Every third-person pronoun is one choice among its candidates and
"nobody"; the weights maximise the likelihood of the right one, with a penalty on their squares.
Out: ``onrecord/reader/antecedent_weights.py``. Deterministic; about a minute.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bench import who
from onrecord.reader import entities
from onrecord.reader.antecedents import Antecedents
from onrecord.reader.labels import Labelled
from onrecord.reader.pronouns import pronouns
from onrecord.reader.referents import Referent
from onrecord.reader.setting import setting

TARGET = Path(entities.__file__).with_name("antecedent_weights.py")
NEWS = Path(__file__).with_name("news_pronouns.tsv")
NEWS_SHARE = (
    4.0  # what the news labels count against a pronoun of GUM: they are few, and what matters
)
GAP_SHARE = 0.5  # two names a paragraph, Wikipedia: nearer to biography than to news
PENALTY = {"he": 1.0, "they": 2.0, "it": 2.0}


@dataclass(frozen=True)
class Choice:
    """One pronoun: the reasons of each candidate, those of nobody last; which are right; how much
    it counts.
    """

    sort: str
    rows: list[list[str]]
    right: list[int]
    share: float = 1.0


# --- choices from GUM
# ----------------------------------------------------------------------------------------------


def gum_choices(split: str) -> Iterator[Choice]:
    for gold in who.gum(split):
        yield from document_choices(gold)


class _Quiet(entities._Telling):
    """Everything but the pronouns, which are gone through here with the gold answer in hand."""

    def _pronouns(self) -> None:
        self.speaker = self._speakers()


def document_choices(gold: who.Gold) -> Iterator[Choice]:
    here = setting(gold.labelled)
    told = _Quiet(here)
    single, spans = who.gold_at(gold)
    cluster = {id(r): _cluster(gold, r, spans) for r in (*told.referents, *told.things)}
    weigh = Antecedents(here, told.antecedents(), told.speaker)
    for pronoun in pronouns(here):
        if pronoun.sort not in PENALTY:
            continue
        candidates = weigh.candidates(pronoun)
        truth = single.get(pronoun.at)
        right = [
            k
            for k, c in enumerate(candidates)
            if truth is not None and cluster.get(id(c.referent)) == truth
        ]
        rows = [*weigh.features(pronoun, candidates), weigh.nobody(pronoun, candidates)]
        if candidates:
            yield Choice(pronoun.sort, rows, right or [len(candidates)])
        if right:
            weigh.put(pronoun, candidates[right[0]].referent)


def _cluster(gold: who.Gold, referent: Referent, spans: dict[tuple[int, int], int]) -> int | None:
    return who.vote(gold.labelled.doc, [(s.start, s.end) for s in referent.spots], spans)


# --- choices from texts the network parses -------------------------------------------------------


def news_choices() -> Iterator[Choice]:
    """The labelled pronouns of PolNeAR train; all others are told as they would be."""
    wanted = news_labels()
    for article, found in who.polnear("train", set(wanted)):
        labels = wanted[article.input]
        yield from _choices(
            found, lambda told, token, labels=labels: _called(told, labels.get(token)), NEWS_SHARE
        )


def news_labels() -> dict[str, dict[int, str]]:
    labels: dict[str, dict[int, str]] = defaultdict(dict)
    for line in NEWS.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            article, offset, name = line.split("\t")
            labels[article][int(offset)] = name
    return labels


def _called(told: _Quiet, name: str | None) -> set[int] | None:
    """The referents of that name or head noun; None where nothing is labelled."""
    if name is None:
        return None
    return {id(r) for r in told.referents if name in ({n.text for n in r.names} or {r.noun})}


def gap_choices(split: str = "development", most: int = 700) -> Iterator[Choice]:
    """GAP paragraphs whose pronoun has a true candidate that the reader found as a name."""
    for row, found in who.gap(split, most):
        for choice in _choices(
            found, lambda told, token, row=row: _true(told, token, row), GAP_SHARE
        ):
            if choice.right != [len(choice.rows) - 1]:
                yield choice


def _true(told: _Quiet, token: int, row: dict[str, Any]) -> set[int] | None:
    if token != row["Pronoun-offset"]:
        return None
    sides = {side: _named_at(told, row[f"{side}-offset"], row[side]) for side in "AB"}
    good = {r for side in "AB" if row[f"{side}-coref"] for r in sides[side]}
    return good - {r for side in "AB" if not row[f"{side}-coref"] for r in sides[side]}


def _named_at(told: _Quiet, offset: int, name: str) -> set[int]:
    first, last = told.here.tokens(offset, offset + len(name))
    return {
        id(r)
        for r in told.referents
        for s in r.spots
        if s.form == "name" and s.start < last and s.end > first
    }


def _choices(
    found: Labelled, truth: Callable[[_Quiet, int], set[int] | None], share: float
) -> Iterator[Choice]:
    here = setting(found)
    told = _Quiet(here)
    weigh = Antecedents(here, told.antecedents(), told.speaker)
    for pronoun in pronouns(here):
        if pronoun.sort not in PENALTY:
            continue
        right_ones = truth(told, here.doc[pronoun.at].idx)
        if right_ones is None:
            weigh.told(pronoun)
            continue
        candidates = weigh.candidates(pronoun)
        right = [k for k, c in enumerate(candidates) if id(c.referent) in right_ones]
        rows = [*weigh.features(pronoun, candidates), weigh.nobody(pronoun, candidates)]
        if candidates:
            yield Choice(pronoun.sort, rows, right or [len(candidates)], share)
        if right:
            weigh.put(pronoun, candidates[right[0]].referent)


# --- fitting ------------------------------------------------------------------------------------
# -----------------


def fitted(
    choices: list[Choice], penalty: float, least: int = 8, rounds: int = 250
) -> dict[str, float]:
    """Weights by AdaGrad over all choices at once; reasons seen fewer than ``least`` times get
    none."""
    seen: dict[str, int] = defaultdict(int)
    for c in choices:
        for name in {n for row in c.rows for n in row}:
            seen[name] += 1
    number = {n: k for k, n in enumerate(sorted(n for n, k in seen.items() if k >= least))}
    table = _Table(choices, number)
    weights, squares = np.zeros(len(number)), np.full(len(number), 1e-6)
    for _ in range(rounds):
        gradient = table.gradient(weights) - penalty * weights
        squares += gradient**2
        weights += 0.5 * gradient / np.sqrt(squares)
    return {n: round(float(weights[k]), 2) for n, k in number.items() if abs(weights[k]) >= 0.05}


class _Table:
    """All choices as flat arrays: reasons of rows, rows of choices."""

    def __init__(self, choices: list[Choice], number: dict[str, int]) -> None:
        rows = [(k, row) for k, c in enumerate(choices) for row in c.rows]
        flat = [(i, number[n]) for i, (_, row) in enumerate(rows) for n in row if n in number]
        self.row, self.reason = (np.array(column, dtype=int) for column in zip(*flat, strict=True))
        self.choice = np.array([k for k, _ in rows])
        self.right = np.array([float(j in c.right) for c in choices for j in range(len(c.rows))])
        self.share = np.array([c.share for c in choices])[self.choice]
        self.reasons = len(number)

    def gradient(self, weights: np.ndarray) -> np.ndarray:
        scores = np.bincount(self.row, weights[self.reason], minlength=len(self.choice))
        p = self._normal(np.exp(scores - scores.max()))
        good = self._normal(p * self.right)
        return np.bincount(self.reason, ((good - p) * self.share)[self.row], minlength=self.reasons)

    def _normal(self, values: np.ndarray) -> np.ndarray:
        return values / np.maximum(np.bincount(self.choice, values), 1e-300)[self.choice]


def written(weights: dict[str, dict[str, float]], thresholds: dict[str, float]) -> str:
    head = TARGET.read_text().split("WEIGHTS:")[0]
    body = ["WEIGHTS: Final[dict[str, dict[str, float]]] = {"]
    for sort, table in weights.items():
        body.append(f'    "{sort}": {{')
        body += [f'        "{name}": {value},' for name, value in sorted(table.items())]
        body.append("    },")
    body.append("}")
    return (
        head
        + "\n".join(body)
        + f"\nTHRESHOLDS: Final[dict[str, float]] = {json.dumps(thresholds)}\n"
    )


def main() -> None:
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument(
        "--threshold", type=float, nargs=3, default=[0.5, 0.75, 0.6], metavar=("HE", "THEY", "IT")
    )
    given = ask.parse_args()
    by_sort: dict[str, list[Choice]] = defaultdict(list)
    for choice in (*gum_choices("train"), *gap_choices(), *news_choices()):
        by_sort[choice.sort].append(choice)
    weights = {sort: fitted(by_sort[sort], penalty) for sort, penalty in PENALTY.items()}
    TARGET.write_text(written(weights, dict(zip(PENALTY, given.threshold, strict=True))))


if __name__ == "__main__":
    main()
