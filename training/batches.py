"""Texts as tensors: windows cut, words split into pieces, batches of like length."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.reader.tagset import ROLE_TAGS, ROLES
from onrecord.reader.tokens import GAPS, features, worded
from onrecord.reader.windows import windows
from training.texts import UNKNOWN, Relation, Text

PIECES_A_WORD = 6
FLOATS = {"facts": torch.float}
MASK_ID, CLS_ID, SEP_ID, UNKNOWN_ID = 103, 101, 102, 100


@dataclass(slots=True)
class Window:
    """Words ``start:end`` of a text, in pieces, with the features of each word."""

    text: Text
    start: int
    end: int
    pieces: list[list[int]]
    features: list[int]

    @property
    def size(self) -> int:
        return 2 + sum(map(len, self.pieces))


def pieces_of(words: Sequence[str], tokenizer: Tokenizer) -> list[list[int]]:
    """The pieces of every word, at most ``PIECES_A_WORD`` and at least one."""
    pieces: list[list[int]] = [[] for _ in words]
    encoded = tokenizer.encode(list(words), is_pretokenized=True, add_special_tokens=False)
    for piece, word in zip(encoded.ids, encoded.word_ids, strict=True):
        if len(pieces[word]) < PIECES_A_WORD:
            pieces[word].append(piece)
    return [p or [UNKNOWN_ID] for p in pieces]


def cut(text: Text, tokenizer: Tokenizer, room: int) -> list[Window]:
    """The windows of a text; a treebank's end where its sentences end."""
    if not text.words:
        return []
    pieces = pieces_of(text.words, tokenizer)
    marks = features(worded(text.words, text.gaps)).tolist()
    sizes = [len(p) for p in pieces]
    if text.starts is not None:
        cuts = _between_sentences(text.starts, sizes, room)
    else:
        paragraph = [g >= GAPS.index("line") for g in text.gaps]
        cuts = windows(text.words, paragraph, sizes, room)
    return [Window(text, a, b, pieces[a:b], marks[a:b]) for a, b in cuts]


def _between_sentences(starts: list[int], sizes: list[int], room: int) -> list[tuple[int, int]]:
    firsts = [k for k, s in enumerate(starts) if s] + [len(starts)]
    cuts, begin, used = [], 0, 0
    for a, b in pairwise(firsts):
        size = sum(sizes[a:b])
        if used and used + size > room:
            cuts.append((begin, a))
            begin, used = a, 0
        used += size
    cuts.append((begin, len(starts)))
    return [c for c in cuts if sum(sizes[c[0] : c[1]]) <= 480]


def batches(found: list[Window], room: int, rng: random.Random) -> list[list[Window]]:
    """Windows of one kind in batches of like length, at most ``room`` pieces with their padding."""
    out: list[list[Window]] = []
    for kind in sorted({w.text.kind for w in found}):
        own = [w for w in found if w.text.kind == kind]
        own.sort(key=lambda w: w.size + rng.random() * 12)
        batch: list[Window] = []
        for window in own:
            if batch and (len(batch) + 1) * max(window.size, batch[-1].size + 12) > room:
                out.append(batch)
                batch = []
            batch.append(window)
        if batch:
            out.append(batch)
    rng.shuffle(out)
    return out


def tensors(batch: list[Window], masked: float, rng: random.Random) -> dict[str, Tensor]:
    """Inputs and gold labels of a batch, padded."""
    longest = max(w.size for w in batch)
    words = max(w.end - w.start for w in batch)
    size = len(batch)
    t: dict[str, Tensor] = {
        "ids": torch.zeros(size, longest, dtype=torch.long),
        "features": torch.zeros(size, longest, dtype=torch.long),
        "mask": torch.zeros(size, longest, dtype=torch.bool),
        "at": torch.zeros(size, 1 + words, dtype=torch.long),
        "lengths": torch.tensor([w.end - w.start for w in batch]),
    }
    for row, window in enumerate(batch):
        ids, marks, at = [CLS_ID], [0], [0]
        for pieces, mark in zip(window.pieces, window.features, strict=True):
            at.append(len(ids))
            hidden = masked and rng.random() < masked
            ids += [MASK_ID] * len(pieces) if hidden else pieces
            marks += [mark] * len(pieces)
        ids.append(SEP_ID)
        marks.append(0)
        t["ids"][row, : len(ids)] = torch.tensor(ids)
        t["features"][row, : len(ids)] = torch.tensor(marks)
        t["mask"][row, : len(ids)] = True
        t["at"][row, : len(at)] = torch.tensor(at)
    for name, rows in _gold(batch).items():
        empty = torch.nan if name == "facts" else UNKNOWN
        t[name] = torch.full((size, words), empty, dtype=FLOATS.get(name, torch.long))
        for row, labels in enumerate(rows):
            t[name][row, : len(labels)] = torch.tensor(labels, dtype=t[name].dtype)
    return t


def _gold(batch: list[Window]) -> Iterator | dict[str, list[list[int]]]:
    gold: dict[str, list[list[int]]] = {}
    for window in batch:
        text, a, b = window.text, window.start, window.end
        if text.relations is not None:
            tags, cue, source = _said(text.relations, a, b)
            gold.setdefault("tags", []).append(tags)
            gold.setdefault("to_cue", []).append(cue)
            gold.setdefault("to_source", []).append(source)
        if text.heads is not None:
            heads = [0 if text.heads[k] == k else 1 + text.heads[k] - a for k in range(a, b)]
            gold.setdefault("heads", []).append(heads)
            gold.setdefault("upos", []).append(text.upos[a:b])
            gold.setdefault("rels", []).append(text.rels[a:b])
            gold.setdefault("starts", []).append(text.starts[a:b])
        gold.setdefault("names", []).append(text.names[a:b] if text.names else [])
        facts = text.facts[a:b] if text.facts else []
        gold.setdefault("facts", []).append([torch.nan if f is None else f for f in facts])
        gold.setdefault("happenings", []).append(text.happenings[a:b] if text.happenings else [])
    return gold


def _said(relations: list[Relation], a: int, b: int) -> tuple[list[int], list[int], list[int]]:
    """Role tags, and for content words the cue's first word, for cue words the source's (0: none,
    in words from 1).
    """
    n = b - a
    tags, cue_of, source_of = [0] * n, [UNKNOWN] * n, [UNKNOWN] * n
    for relation in relations:
        cue = _first(relation.cue, a, b)
        source = _first(relation.source, a, b)
        for role in ROLES:
            for start, end in getattr(relation, role):
                start, end = max(start, a) - a, min(end, b) - a
                for k in range(start, end):
                    place = (
                        "S"
                        if end - start == 1
                        else "B"
                        if k == start
                        else "E"
                        if k == end - 1
                        else "I"
                    )
                    tags[k] = ROLE_TAGS.index(f"{place}-{role}")
                    if role == "content":
                        cue_of[k] = cue
                    elif role == "cue":
                        source_of[k] = source
    return tags, cue_of, source_of


def _first(spans: list[tuple[int, int]], a: int, b: int) -> int:
    inside = [s for s, _ in spans if a <= s < b]
    return 1 + min(inside) - a if inside else 0


def load_tokenizer(path: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
