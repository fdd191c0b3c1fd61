"""Parts of speech, trees and names on gold words and gold sentences of the dev sets.

UPOS, UAS and LAS count every word, punctuation too, and LAS wants the whole relation
("nsubj:pass"). Names count whole names with their kind (PER, ORG, LOC), as in CoNLL-2003.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.reader.labels import Scores, relations
from onrecord.reader.network import Network, Pieces, framed
from onrecord.reader.sequences import best_tags, legal_transitions, spans
from onrecord.reader.tagset import NAME_TAGS
from onrecord.reader.tokens import GAPS, features, worded
from onrecord.reader.trees import heads
from training.texts import Text, guessed_gaps, treebank

ROOM = 200


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive sentences of a text, read as one window; ``bounds`` are where they begin, and
    the end.
    """

    text: Text
    bounds: tuple[int, ...]

    @property
    def words(self) -> Sequence[str]:
        return self.text.words[self.bounds[0] : self.bounds[-1]]


def parsing(network: Network, path: Path) -> dict[str, float]:
    """Percentages of words with the right part of speech, head, and head with relation."""
    right = np.zeros(3)
    total = 0
    found = list(stretches(treebank(path), network))
    for stretch, scores in zip(
        found, network.scores([_window(s, network) for s in found]), strict=True
    ):
        first, last = stretch.bounds[0], stretch.bounds[-1]
        own = _heads(scores, [b - first for b in stretch.bounds])
        rels = relations(scores.rels, own)
        gold_heads = np.array(stretch.text.heads[first:last]) - first
        gold_rels = np.array(stretch.text.rels[first:last])
        hit = own == gold_heads
        right += [
            (scores.upos.argmax(1) == np.array(stretch.text.upos[first:last])).sum(),
            hit.sum(),
            (hit & (rels == gold_rels)).sum(),
        ]
        total += last - first
    return dict(
        zip(("upos", "uas", "las"), (round(100 * float(r) / total, 1) for r in right), strict=True)
    )


def _heads(scores: Scores, bounds: Sequence[int]) -> np.ndarray:
    trees = []
    for a, b in pairwise(bounds):
        block = np.concatenate([scores.arcs[a:b, :1], scores.arcs[a:b, 1 + a : 1 + b]], 1)
        trees.append(heads(block) + a)
    return np.concatenate(trees)


def stretches(texts: Sequence[Text], network: Network) -> Iterator[Stretch]:
    """Sentences strung together while they fit a window; a longer sentence stands alone, cut at
    nothing.
    """
    for text in texts:
        firsts = [k for k, s in enumerate(text.starts) if s] + [len(text.words)]
        sizes = [len(p) for p in network.word_pieces(text.words)]
        bounds: list[int] = []
        for a, b in pairwise(firsts):
            if bounds and sum(sizes[bounds[0] : b]) > ROOM:
                yield Stretch(text, (*bounds, a))
                bounds = []
            bounds.append(a)
        yield Stretch(text, (*bounds, len(text.words)))


def _window(stretch: Stretch, network: Network) -> Pieces:
    text, a, b = stretch.text, stretch.bounds[0], stretch.bounds[-1]
    return framed(network.word_pieces(text.words[a:b]), _features(text.words[a:b], text.gaps[a:b]))


def _features(words: Sequence[str], gaps: Sequence[int]) -> NDArray[np.int64]:
    return features(worded(words, (GAPS.index("paragraph"), *gaps[1:])))


KINDS = {"PERSON": "PER", "ORG": "ORG", "LOC": "LOC"}


def names(network: Network, path: Path) -> dict[str, float]:
    """Precision, recall and F1 of whole names on UNER."""
    rows = list(_rows(path))
    windows = [_sentence(row["tokens"], network) for row in rows]
    tags = best_tags([s.names for s in network.scores(windows)], legal_transitions(NAME_TAGS))
    right = gold_count = found_count = 0
    for row, predicted in zip(rows, tags, strict=True):
        found = {(KINDS[k], a, b) for k, a, b in spans(predicted.tolist(), NAME_TAGS) if k in KINDS}
        order = sorted(set(row["tags"]))
        indices = [order.index(t) for t in row["tags"]]
        gold = {s for s in spans(indices, order) if s[0] in KINDS.values()}
        right += len(found & gold)
        gold_count += len(gold)
        found_count += len(found)
    precision, recall = right / max(1, found_count), right / max(1, gold_count)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {k: round(100 * v, 1) for k, v in (("p", precision), ("r", recall), ("f1", f1))}


def _rows(path: Path) -> Iterator[dict]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _sentence(tokens: Sequence[str], network: Network) -> Pieces:
    return framed(network.word_pieces(tokens), _features(tokens, guessed_gaps(tokens)))
