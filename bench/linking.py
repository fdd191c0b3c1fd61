"""The figures of linking that the gate holds: copies, people, utterances, events and figures told
again, and pronouns, each as the script of that name measures it on what is labelled for testing.

In: the shipped reader and ``../shared``. Out: figures in per cent. Labels: ``bench/labels.md``.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterable
from pathlib import Path

from bench import copies, gap, happened, people, utterances, who
from bench.people import readings
from onrecord.reader.pipeline import Reader

Counts = tuple[int, int, int]  # right, wrong, missed


def senate(_: Reader, __: Path) -> dict[str, float]:
    """Near-duplicate press releases, through the keys; and as clusters without them."""
    with contextlib.redirect_stdout(io.StringIO()):
        return copies.senate()


def persons(_: Reader, __: Path) -> dict[str, float]:
    """Pairs of people and organizations held out, compared and as clusters."""
    every = list(people.pairs(people.FRESH))
    read = readings({side.article for pair in every for side in (pair.left, pair.right)}, None)
    compared, linked = (_pairs(people.told(every, read, as_clusters)) for as_clusters in (0, 1))
    return _shares(compared) | {f"linked_{k}": v for k, v in _shares(linked).items()}


def _pairs(answers: Iterable[people.Told]) -> Counts:
    told = [(answer.pair.same, answer.same) for answer in answers]
    return told.count((True, True)), told.count((False, True)), told.count((True, False))


def occasions(reader: Reader, _: Path) -> dict[str, float]:
    """Statements of one utterance, and altered quotations: real ones, and those reworded."""
    given = [row for row in utterances.rows() if row.split == "test"]
    read = readings({row.article for row in given}, None)
    real = utterances.answers(given, read, reader, own=False)
    own = utterances.answers(given, read, reader, own=True)
    made = [answer for answer, _ in utterances.made_answers(given, read, reader, None)]
    return {
        **_shares(utterances.pairwise(real)),
        "own_f1": _shares(utterances.pairwise(own))["f1"],
        **{f"altered_{k}": v for k, v in _shares(utterances.altered(real)).items() if k != "f1"},
        **{f"reworded_{k}": v for k, v in _shares(utterances.altered(made)).items() if k != "f1"},
    }


def tellings(_: Reader, shared: Path) -> dict[str, float]:
    """Events and figures told again."""
    pairs = happened.labelled("test")
    read = happened.readings({side.article for p in pairs for side in (p.left, p.right)}, shared)
    forms = happened.Forms(read)
    found: dict[str, list[tuple[bool, bool]]] = {}
    for pair in pairs:
        said = happened.judged(forms, pair)
        same = said is not None and said.judgement == "same"
        found.setdefault(pair.kind, []).append((same, pair.same))
    names = ("precision", "recall", "f1")
    return {
        f"{kind}_{name}": happened.scores(told)[name]
        for kind, told in sorted(found.items())
        for name in names
    }


def pronouns(reader: Reader, _: Path) -> dict[str, float]:
    """GAP validation by its own scorer, and third-person pronouns of OntoGUM dev."""
    counted = who.score_gum("dev", who.GENRES)
    gum = {}
    for sort, name in (("all he/she", "people"), ("all they/it", "others")):
        told = counted[sort]["right"] + counted[sort]["wrong"]
        wanted = counted[sort]["answerable"]
        gum[f"gum_{name}_f1"] = round(200 * counted[sort]["right"] / max(told + wanted, 1), 1)
        gum[f"gum_{name}_precision"] = round(100 * counted[sort]["right"] / max(told, 1), 1)
    found = gap.figures(reader)
    kept = ("f1", "precision", "recall", "f1_guessing")
    return {f"gap_{name}": found[name] for name in kept} | gum


def _shares(counts: Counts) -> dict[str, float]:
    right, wrong, missed = counts
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    shares = {"precision": precision, "recall": recall, "f1": f1}
    return {name: round(100 * share, 1) for name, share in shares.items()}
