"""What passages mean, as training data: the vectors that all-MiniLM-L6-v2 gives them.

In go texts; out come windows, the passages in each (a statement's content, or a sentence), and for
each passage the teacher's vector: its pieces alone through the published encoder, their mean, made
one long (Reimers and Gurevych 2019, "Sentence-BERT"), turned onto the first ``VECTOR`` principal
axes of many such vectors.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.reader.tokens import gap, tokenized
from onrecord.reader.windows import sentence_starts
from training.batches import Window, cut
from training.network import VECTOR, Encoder
from training.texts import Span, Text, polnear, rows
from training.train import published

LONGEST, SHORTEST = 80, 4  # words in a passage
CLS_ID, SEP_ID = 101, 102


@dataclass(slots=True)
class Meant:
    """A window, the passages in it (words counted within), and where their vectors stand."""

    window: Window
    passages: list[Span]
    first: int = 0


class Teacher:
    """all-MiniLM-L6-v2 as published; ``vectors`` gives one row a passage, each one long."""

    def __init__(self, device: torch.device) -> None:
        self.encoder = Encoder()
        self.encoder.load_published(load_file(published() / "model.safetensors"))
        self.encoder.eval().to(device)
        self.device = device

    @torch.no_grad()
    def vectors(self, passages: list[list[int]], room: int = 4096) -> Tensor:
        found = torch.zeros(len(passages), self.encoder.norm.weight.shape[0])
        order = sorted(range(len(passages)), key=lambda k: len(passages[k]))
        for batch in _batched(order, passages, room):
            longest = max(len(passages[k]) for k in batch) + 2
            ids = torch.zeros(len(batch), longest, dtype=torch.long)
            for row, k in enumerate(batch):
                ids[row, : len(passages[k]) + 2] = torch.tensor([CLS_ID, *passages[k], SEP_ID])
            ids = ids.to(self.device)
            mask = ids > 0
            with torch.autocast(self.device.type, torch.bfloat16):
                last = self.encoder(ids, torch.zeros_like(ids), mask)[-1].float()
            mean = (last * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
            found[torch.tensor(batch)] = F.normalize(mean, dim=-1).cpu()
        return found


def _batched(order: list[int], passages: list[list[int]], room: int) -> Iterator[list[int]]:
    batch: list[int] = []
    for k in order:
        if batch and (len(batch) + 1) * (len(passages[k]) + 2) > room:
            yield batch
            batch = []
        batch.append(k)
    if batch:
        yield batch


def axes(vectors: Tensor, count: int = VECTOR) -> Tensor:
    """The first principal axes, not centred, so that cosines stay what they are (384, count)."""
    return torch.linalg.eigh(vectors.T @ vectors).eigenvectors.flip(1)[:, :count]


def read_texts(shared: Path, split: str) -> list[Text]:
    """News, press releases and briefs; ``split`` "dev" gives PolNeAR's dev articles alone."""
    said = polnear(shared / f"attribution/polnear_{split}.jsonl.xz")
    if split == "dev":
        return said
    more = [r["text"] for r in rows(shared / "text/wikinews_295.jsonl.xz")]
    more += [r["text"] for r in rows(shared / "text/senate_5000.jsonl.xz")][::12]
    briefs = [r["text"] for r in rows(shared / "text/current_events.jsonl.xz")]
    more += ["\n".join(briefs[k : k + 5]) for k in range(0, len(briefs), 5)]
    return said + [plain(text) for text in more]


def plain(text: str) -> Text:
    """A text of which nothing is said, in words."""
    kept = [t for t in tokenized(text) if not t.is_space]
    ends = [0, *(t.idx + len(t) for t in kept)]
    gaps = [gap(text[e : t.idx], k) for k, (t, e) in enumerate(zip(kept, ends, strict=False))]
    return Text("plain", [t.text for t in kept], gaps)


def meant(text: Text, tokenizer: Tokenizer, rng: random.Random) -> Iterator[Meant]:
    """The windows of a text with the statements in them and the sentences."""
    for window in cut(text, tokenizer, rng.choice((160, 224, 252))):
        a, b = window.start, window.end
        passages = [
            (x - a, y - a)
            for relation in text.relations or ()
            for x, y in relation.content
            if a <= x and y <= b and SHORTEST <= y - x <= LONGEST
        ]
        passages += [s for s in _sentences(text, window) if SHORTEST <= s[1] - s[0] <= LONGEST]
        if passages:
            yield Meant(window, passages)


def _sentences(text: Text, window: Window) -> list[Span]:
    a, b = window.start, window.end
    firsts = [a, *(k for k in range(a + 1, b) if sentence_starts(text.words, k)), b]
    return [(x - a, y - a) for x, y in pairwise(firsts)]


def pieces_in(meant: Meant) -> list[list[int]]:
    """The pieces of each passage of a window."""
    return [[p for k in range(a, b) for p in meant.window.pieces[k]] for a, b in meant.passages]
