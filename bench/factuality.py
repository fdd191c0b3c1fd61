"""Whether the network knows what happened: its factuality scores on UDS It-Happened, EWT dev.

Pearson's r and the mean absolute error against the mean answer of the annotators, -3 to 3, over all
predicates asked about, as Jiang and de Marneffe (2021) score it. Sentences are read in their
documents, on gold words, as in training; those that are found in no document stand alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from bench.parsing import _window, stretches
from onrecord.reader.labels import SURELY, SURELY_NOT
from onrecord.reader.pipeline import Reader
from training.texts import Text, factuality, guessed_gaps, rows, treebank


def figures(reader: Reader, path: Path) -> dict[str, float]:
    """``pearson`` (-1 to 1), ``mae`` (0 to 6) and ``predicates``, how many were asked about."""
    gold, found = (np.array(side) for side in zip(*scored(reader, path), strict=True))
    return {
        "pearson": round(float(np.corrcoef(gold, found)[0, 1]), 3),
        "mae": round(float(np.abs(gold - found).mean()), 3),
        "predicates": len(gold),
    }


def scored(reader: Reader, path: Path) -> Iterator[tuple[float, float]]:
    """What the annotators say of every predicate, and what the network says."""
    parts = list(stretches(_texts(path), reader.network))
    windows = [_window(part, reader.network) for part in parts]
    for part, scores in zip(parts, reader.network.scores(windows), strict=True):
        said = scores.facts.clip(SURELY_NOT, SURELY)
        asked = (part.text.facts or [])[part.bounds[0] : part.bounds[-1]]
        yield from ((g, float(s)) for g, s in zip(asked, said, strict=True) if g is not None)


def _texts(path: Path) -> list[Text]:
    """The documents of the treebank of the same name, and the sentences they do not hold."""
    asked = factuality(path)
    documents = treebank(
        path.parents[1] / "parse" / f"{path.name.split('.')[0]}.conllu.xz", asked=asked
    )
    return [t for t in documents if any(f is not None for f in t.facts or [])] + [
        _alone(row) for row in rows(path) if "sent_id" not in row
    ]


def _alone(row: dict) -> Text:
    words = row["tokens"]
    facts: list[float | None] = [None] * len(words)
    for target in row["targets"]:
        facts[target["i"]] = target["score"]
    starts = [int(k == 0) for k in range(len(words))]
    return Text("parse", words, guessed_gaps(words), starts=starts, facts=facts)
