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
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench import who
from onrecord.reader import entities
from onrecord.reader.antecedents import Antecedents, Candidate
from onrecord.reader.pronouns import Pronoun, pronouns
from onrecord.reader.referents import Referent
from onrecord.reader.setting import setting

TARGET = Path(entities.__file__).with_name("antecedent_weights.py")
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


def gum_choices(split: str, genres: frozenset[str]) -> Iterator[Choice]:
    for gold in who.gum(split):
        if genres and gold.name.split("_")[1] not in genres:
            continue
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
    placed = [(s, r) for r in (*told.referents, *told.things) for s in r.spots]
    weigh = Antecedents(here, placed, told.speaker)
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


# --- fitting ------------------------------------------------------------------------------------
# -----------------


def fitted(choices: list[Choice], penalty: float, least: int = 8) -> dict[str, float]:
    """Weights by AdaGrad over all choices; reasons seen fewer than ``least`` times get none."""
    seen: dict[str, int] = defaultdict(int)
    for c in choices:
        for name in {n for row in c.rows for n in row}:
            seen[name] += 1
    names = sorted(n for n, k in seen.items() if k >= least)
    number = {n: k for k, n in enumerate(names)}
    coded = [
        ([np.array([number[n] for n in row if n in number], dtype=int) for row in c.rows], c)
        for c in choices
    ]
    weights, squares = np.zeros(len(names)), np.full(len(names), 1e-6)
    for _ in range(120):
        gradient = -penalty * weights
        for rows, c in coded:
            scores = np.array([weights[r].sum() for r in rows])
            p = np.exp(scores - scores.max())
            p /= p.sum()
            good = np.zeros(len(rows))
            good[c.right] = p[c.right]
            good /= max(good.sum(), 1e-12)
            for r, d in zip(rows, (good - p) * c.share, strict=True):
                if abs(d) > 1e-4:
                    gradient[r] += d
        squares += gradient**2
        weights += 0.5 * gradient / np.sqrt(squares)
    return {
        n: round(float(weights[number[n]]), 2) for n in names if abs(weights[number[n]]) >= 0.05
    }


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
    ask.add_argument("--genres", default="")
    ask.add_argument(
        "--threshold", type=float, nargs=3, default=[0.6, 0.6, 0.6], metavar=("HE", "THEY", "IT")
    )
    given = ask.parse_args()
    genres = frozenset(g for g in given.genres.split(",") if g)
    by_sort: dict[str, list[Choice]] = defaultdict(list)
    for choice in gum_choices("train", genres):
        by_sort[choice.sort].append(choice)
    print({s: (len(c), sum(x.right != [len(x.rows) - 1] for x in c)) for s, c in by_sort.items()})
    weights = {sort: fitted(by_sort[sort], penalty) for sort, penalty in PENALTY.items()}
    TARGET.write_text(written(weights, dict(zip(PENALTY, given.threshold, strict=True))))


if __name__ == "__main__":
    main()


__all__ = ["Candidate", "Pronoun", "fitted"]
