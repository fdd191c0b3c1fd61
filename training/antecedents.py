"""Fits the weights of the pronoun ranker: ``python -m training.antecedents [--check]``.

In: OntoGUM train with gold parses, GAP development as the network parses it, the labelled pronouns
of PolNeAR train. Every third-person pronoun is one choice among its candidates and "nobody"; the
weights maximise the likelihood of the right one, with a penalty on their squares. The network's
ties are weighed last, against the sum of all other reasons, on the fifth of the texts that the
network did not learn them from. Out: ``onrecord/reader/antecedent_weights.py``; with ``--check``
what that fifth says of thresholds. Deterministic; some minutes.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc

from bench import gap, gum
from onrecord.model import Article
from onrecord.reader import entities
from onrecord.reader.antecedents import SHIPPED, Antecedents
from onrecord.reader.labels import Attributed, Labelled
from onrecord.reader.pipeline import Reader
from onrecord.reader.pronouns import pronouns
from onrecord.reader.reasons import Reason
from onrecord.reader.referents import Referent
from onrecord.reader.setting import setting

TARGET = Path(entities.__file__).with_name("antecedent_weights.py")
NEWS = Path(__file__).with_name("news_pronouns.tsv")
NEWS_SHARE = 4.0  # what a label in the news counts against one of GUM: few, and what matters
GAP_SHARE = 2.0
PENALTY = {"he": 2.0, "they": 2.0, "it": 2.0}
TIES = ("tied", "tied to its nearest mention")
TIED = ("he",)  # for "they" and "it" the network's ties told nothing the rules had not
FOLDS = 5  # the network's ties are learnt on all but the last
Rows = list[list[Reason]]


@dataclass(frozen=True)
class Choice:
    """One pronoun: the reasons of each candidate, those of nobody last; which are right; how much
    it counts; which fold its text is in. ``named``: which candidates have a name.
    """

    sort: str
    rows: Rows
    right: list[int]
    share: float = 1.0
    fold: int = 0
    named: tuple[bool, ...] = ()
    of_gap: bool = False


# --- choices from GUM ----------------------------------------------------------------------------


class _Quiet(entities._Telling):
    """Everything but the pronouns, which are gone through here with the gold answer in hand."""

    def _pronouns(self) -> None:
        self.speaker = self._speakers()


def gum_choices(split: str, reader: Reader) -> Iterator[Choice]:
    for k, gold in enumerate(gum.gum(split, reader)):
        yield from document_choices(gold, k % FOLDS)


def document_choices(gold: gum.Gold, fold: int) -> Iterator[Choice]:
    here = setting(gold.labelled)
    told = _Quiet(here)
    single, spans = gum.gold_at(gold)
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
        if candidates:
            rows = weigh.features(pronoun, candidates)
            yield Choice(pronoun.sort, rows, right or [len(candidates)], fold=fold)
        if right:
            weigh.put(pronoun, candidates[right[0]].referent)


def _cluster(gold: gum.Gold, referent: Referent, spans: dict[tuple[int, int], int]) -> int | None:
    return gum.vote(gold.labelled.doc, [(s.start, s.end) for s in referent.spots], spans)


# --- choices from texts the network parses -------------------------------------------------------


def news_choices(reader: Reader) -> Iterator[Choice]:
    """The labelled pronouns of PolNeAR train; all others are told as they would be."""
    wanted = news_labels()
    for k, (article, found) in enumerate(polnear("train", set(wanted), reader)):
        labels = wanted[article.input]
        for choice in _choices(
            found, lambda told, token, labels=labels: _called(told, labels.get(token))
        ):
            yield replace(choice, share=NEWS_SHARE, fold=k % FOLDS)


def news_labels() -> dict[str, dict[int, str]]:
    labels: dict[str, dict[int, str]] = defaultdict(dict)
    for line in NEWS.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            article, offset, name = line.split("\t")
            labels[article][int(offset)] = name
    return labels


def polnear(split: str, wanted: set[str], reader: Reader) -> Iterator[tuple[Article, Labelled]]:
    """PolNeAR articles as the network parses them, with the gold attributions."""
    lines = map(json.loads, gum.lines(f"attribution/polnear_{split}.jsonl.xz"))
    rows = [r for r in lines if r["doc"] in wanted]
    articles = [Article("art_" + row["doc"], row["doc"], row["text"]) for row in rows]
    for row, (article, found) in zip(rows, reader.labelled(articles), strict=True):
        gold = tuple(_relation(found.doc, r) for r in row["relations"])
        yield article, replace(found, attributions=gold)


def _relation(doc: Doc, relation: dict[str, Any]) -> Attributed:
    pieces = [s for s in (_around(doc, [piece]) for piece in relation["content"]) if s]
    return Attributed(
        _around(doc, relation["source"]), _around(doc, relation["cue"]), tuple(pieces), 1.0
    )


def _around(doc: Doc, pieces: list[list[int]]) -> tuple[int, int] | None:
    span = doc.char_span(pieces[0][0], pieces[-1][1], alignment_mode="expand") if pieces else None
    return None if span is None else (span.start, span.end)


def _called(told: _Quiet, name: str | None) -> set[int] | None:
    """The referents of that name or head noun; None where nothing is labelled."""
    if name is None:
        return None
    return {id(r) for r in told.referents if name in ({n.text for n in r.names} or {r.noun})}


def gap_choices(reader: Reader, split: str = "development") -> Iterator[Choice]:
    """GAP paragraphs; one whose true name the reader has not found has nothing right."""
    for k, (row, found) in enumerate(gap.read(gap.rows(split), reader)):
        for choice in _choices(found, lambda told, token, row=row: _true(told, token, row)):
            named = row["A-coref"] or row["B-coref"]
            lost = named and choice.right == [len(choice.rows) - 1]
            right = [] if lost else choice.right
            yield replace(choice, share=GAP_SHARE, fold=k % FOLDS, right=right, of_gap=True)


def _true(told: _Quiet, token: int, row: gap.Row) -> set[int] | None:
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
    found: Labelled,
    truth: Callable[[_Quiet, int], set[int] | None],
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
        if candidates:
            named = tuple(c.referent.named for c in candidates)
            rows = weigh.features(pronoun, candidates)
            yield Choice(pronoun.sort, rows, right or [len(candidates)], named=named)
        if right:
            weigh.put(pronoun, candidates[right[0]].referent)


# --- fitting -------------------------------------------------------------------------------------


def fitted(
    choices: Iterable[Choice], penalty: float, least: int = 8, rounds: int = 250
) -> dict[str, float]:
    """Weights by AdaGrad over all choices at once; reasons seen in fewer than ``least`` choices get
    none."""
    told = [c for c in choices if c.right and len(c.rows) > 1]
    seen: dict[str, int] = defaultdict(int)
    for c in told:
        for name in {n for row in c.rows for n, _ in row}:
            seen[name] += 1
    number = {n: k for k, n in enumerate(sorted(n for n, k in seen.items() if k >= least))}
    table = _Table(told, number)
    weights, squares = np.zeros(len(number)), np.full(len(number), 1e-6)
    for _ in range(rounds):
        gradient = table.gradient(weights) - penalty * weights
        squares += gradient**2
        weights += 0.5 * gradient / np.sqrt(squares)
    return {n: round(float(weights[k]), 2) for n, k in number.items() if abs(weights[k]) >= 0.02}


class _Table:
    """All choices as flat arrays: reasons of rows, rows of choices."""

    def __init__(self, choices: list[Choice], number: dict[str, int]) -> None:
        rows = [(k, row) for k, c in enumerate(choices) for row in c.rows]
        flat = [
            (i, number[n], value)
            for i, (_, row) in enumerate(rows)
            for n, value in row
            if n in number
        ]
        self.row, self.reason = (np.array([f[k] for f in flat], dtype=int) for k in (0, 1))
        self.value = np.array([f[2] for f in flat])
        self.choice = np.array([k for k, _ in rows])
        self.right = np.array([float(j in c.right) for c in choices for j in range(len(c.rows))])
        self.share = np.array([c.share for c in choices])[self.choice]
        self.reasons = len(number)

    def gradient(self, weights: np.ndarray) -> np.ndarray:
        scores = np.bincount(
            self.row, weights[self.reason] * self.value, minlength=len(self.choice)
        )
        p = self._normal(np.exp(scores - scores.max()))
        good = self._normal(p * self.right)
        error = ((good - p) * self.share)[self.row] * self.value
        return np.bincount(self.reason, error, minlength=self.reasons)

    def _normal(self, values: np.ndarray) -> np.ndarray:
        return values / np.maximum(np.bincount(self.choice, values), 1e-300)[self.choice]


def score(table: Mapping[str, float], row: list[Reason]) -> float:
    return sum(table.get(name, 0.0) * value for name, value in row)


def shares(
    rules: Mapping[str, float], unseen: Iterable[Choice], penalty: float = 0.1
) -> dict[str, float]:
    """What the sum of the rules counts beside the ties ("rules"), and what the ties count."""
    short = [
        replace(
            c,
            rows=[
                [("rules", score(rules, r)), *((n, v) for n, v in r if n in TIES)] for r in c.rows
            ],
        )
        for c in unseen
    ]
    return fitted(short, penalty, least=1)


def combined(rules: Mapping[str, float], few: Mapping[str, float]) -> dict[str, float]:
    scaled = {name: round(few["rules"] * value, 2) for name, value in rules.items()}
    return scaled | {name: value for name, value in few.items() if name in TIES}


def among_names(c: Choice) -> Choice:
    """GAP asks of two names: what else there is, and how often it is nobody, is not to be learnt
    from it."""
    if not c.of_gap:
        return c
    kept = [k for k, named in enumerate(c.named) if named]
    return replace(
        c, rows=[c.rows[k] for k in kept], right=[kept.index(k) for k in c.right if k in kept]
    )


def without_ties(c: Choice) -> Choice:
    return replace(c, rows=[[(n, v) for n, v in row if n not in TIES] for row in c.rows])


def learnt(choices: list[Choice], sort: str) -> dict[str, float]:
    """Weights of one sort of pronoun. What ties count is told by texts that neither the network nor
    the rules they are held against have seen; the rules are then fitted on all there is."""
    own = [c for c in choices if c.sort == sort]
    plain = [among_names(without_ties(c)) for c in own]
    if sort not in TIED:
        return fitted(plain, PENALTY[sort])
    seen = [c for c in plain if c.fold < FOLDS - 1]
    few = shares(fitted(seen, PENALTY[sort]), [c for c in own if c.fold == FOLDS - 1])
    return combined(fitted(plain, PENALTY[sort]), few)


# --- what comes of it ----------------------------------------------------------------------------


def told(table: Mapping[str, float], c: Choice, least: float) -> int | None:
    """Which candidate is told, if any is probable enough."""
    scores = np.array([score(table, row) for row in c.rows])
    p = np.exp(scores - scores.max())
    p /= p.sum()
    best = int(p.argmax())
    return best if best < len(c.rows) - 1 and p[best] >= least else None


def check(choices: list[Choice]) -> None:
    """Precision and coverage on texts held out from the rules and the network alike, by threshold;
    what weighs the ties is fitted on the other half of them."""
    for sort in PENALTY:
        own = [c for c in choices if c.sort == sort]
        plain = [among_names(without_ties(c)) for c in own if c.fold < FOLDS - 1]
        rules = fitted(plain, PENALTY[sort])
        unseen = [c for c in own if c.fold == FOLDS - 1]
        halves = unseen[::2], unseen[1::2]
        tables = [combined(rules, shares(rules, other)) for other in halves[::-1]]
        pairs = [(t, c) for t, half in zip(tables, halves, strict=True) for c in half]
        for least in (0.0, 0.4, 0.5, 0.6, 0.7, 0.8):
            answers = [(told(table, c, least), c) for table, c in pairs]
            given = [(k, c) for k, c in answers if k is not None]
            right = sum(k in c.right for k, c in given)
            print(
                f"{sort:5} at {least}: {len(given)} of {len(unseen)} told,"
                f" {100 * right / max(1, len(given)):.1f} % right"
            )


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
    ask.add_argument("--check", action="store_true", help="print figures, write nothing")
    least = [SHIPPED.thresholds[sort] for sort in PENALTY]
    ask.add_argument(
        "--threshold", type=float, nargs=3, default=least, metavar=("HE", "THEY", "IT")
    )
    given = ask.parse_args()
    reader = Reader.load()
    choices = [*gum_choices("train", reader), *gap_choices(reader), *news_choices(reader)]
    if given.check:
        return check(choices)
    weights = {sort: learnt(choices, sort) for sort in PENALTY}
    TARGET.write_text(written(weights, dict(zip(PENALTY, given.threshold, strict=True))))
    return None


if __name__ == "__main__":
    main()
