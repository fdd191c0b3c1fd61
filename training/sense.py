"""Train the branch for meaning and reference, everything else held still: ``python -m
training.sense --start training/runs/three/checkpoint.pt --run training/runs/four``.

``vectors`` learn all-MiniLM-L6-v2's sentence vectors (a passage's is the mean over its words), so
that a statement's vector comes with its reading; ``ties`` learn which words stand for the same,
from OntoGUM, LitBank and GAP development. What the encoder gives does not change while this
trains, so no other head does either. Prints how far the vectors are from the teacher's on PolNeAR
dev, and how often the ties choose rightly on what was held out.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor

from training.batches import Window, load_tokenizer, tensors
from training.meanings import Meant, Teacher, axes, meant, pieces_in, read_texts
from training.network import SENSE, Encoder, Network
from training.referring import (
    HELD_OUT,
    PRONOUNS,
    Asked,
    asked_of,
    asked_of_gap,
    gap_rows,
    litbank,
    ontogum,
)
from training.train import published

ROOM = 4096
TIES = 0.7  # what the ties count beside the vectors
T = TypeVar("T", Meant, Asked)


class Referring:
    """The windows of a round that ask whom words stand for, and those held out."""

    def __init__(self, shared: Path) -> None:
        self.tokenizer = load_tokenizer(published() / "tokenizer.json")
        gum = ontogum(shared, "train")
        self.documents = [d for k, d in enumerate(gum) if k % HELD_OUT != HELD_OUT - 1]
        self.documents += litbank(shared)
        self.held = [d for k, d in enumerate(gum) if k % HELD_OUT == HELD_OUT - 1]
        found = [asked_of_gap(r, self.tokenizer, 252) for r in gap_rows(shared, "development")]
        self.gap = [a for k, a in enumerate(found) if a and k % HELD_OUT != HELD_OUT - 1]
        self.gap_held = [a for k, a in enumerate(found) if a and k % HELD_OUT == HELD_OUT - 1]

    def learnt(self) -> list[Asked]:
        """Every document cut twice, once into smaller windows, and GAP's paragraphs."""
        rng = random.Random(2)
        windows = [
            asked
            for room in (160, 252)
            for text, clusters in self.documents
            for asked in asked_of(text, clusters, self.tokenizer, room, rng)
        ]
        return windows + self.gap

    def held_out(self) -> list[Asked]:
        rng = random.Random(1)
        return [a for t, c in self.held for a in asked_of(t, c, self.tokenizer, 252, rng)]


class Meaning:
    """Windows with passages, and the teacher's vectors of them."""

    def __init__(self, shared: Path, teacher: Teacher, turn: Tensor | None, split: str) -> None:
        tokenizer, rng = load_tokenizer(published() / "tokenizer.json"), random.Random(3)
        texts = read_texts(shared, split)
        self.windows = [m for text in texts for m in meant(text, tokenizer, rng)]
        passages: list[list[int]] = []
        for window in self.windows:
            window.first = len(passages)
            passages += pieces_in(window)
        self.full = teacher.vectors(passages)
        self.turn = axes(self.full[:: max(1, len(self.full) // 40_000)]) if turn is None else turn
        self.turned = F.normalize(self.full @ self.turn, dim=-1)


def batched(found: Sequence[T], rng: random.Random) -> list[list[T]]:
    """Windows in batches of like length, in any order."""
    own = sorted(found, key=lambda w: w.window.size + rng.random() * 12)
    out: list[list[T]] = []
    for one in own:
        if out and (len(out[-1]) + 1) * (one.window.size + 12) <= ROOM:
            out[-1].append(one)
        else:
            out.append([one])
    rng.shuffle(out)
    return out


class Frozen:
    """What the encoder gives for a batch; it never changes, so it is kept for batches that come
    again.
    """

    def __init__(self, net: Network) -> None:
        self.net, self.kept = net, {}

    def sensed(self, windows: list[Window], again: bool = False) -> dict[str, Tensor]:
        """The branch's outputs for windows."""
        key = tuple(map(id, windows))
        if key not in self.kept:
            found = self._read(windows)
            if not again:
                return self._branch(*found)
            self.kept[key] = found
        return self._branch(*self.kept[key])

    def _read(self, windows: list[Window]) -> tuple[list[Tensor], Tensor, Tensor]:
        device = next(self.net.parameters()).device
        t = {k: v.to(device) for k, v in tensors(windows, 0, random.Random(0)).items()}
        with torch.no_grad(), torch.autocast(device.type, torch.bfloat16):
            outputs = self.net.encoder.eval()(t["ids"], t["features"], t["mask"])
        return [o.bfloat16() for o in outputs], t["mask"], t["at"]

    def _branch(self, outputs: list[Tensor], mask: Tensor, at: Tensor) -> dict[str, Tensor]:
        with torch.autocast(mask.device.type, torch.bfloat16):
            return self.net.sensed([o.float() for o in outputs], mask, at)


def passage_vectors(vectors: Tensor, batch: list[Meant]) -> Tensor:
    means = [vectors[row, a:b].mean(0) for row, m in enumerate(batch) for a, b in m.passages]
    return F.normalize(torch.stack(means), dim=-1)


def gold_vectors(batch: list[Meant], all_: Tensor) -> Tensor:
    rows = [m.first + k for m in batch for k in range(len(m.passages))]
    return all_[torch.tensor(rows)]


def meaning_loss(read: Frozen, batch: list[Meant], gold: Meaning) -> Tensor:
    found = passage_vectors(read.sensed([m.window for m in batch])["vectors"], batch)
    wanted = gold_vectors(batch, gold.turned).to(found.device)
    near = 1 - (found * wanted).sum(-1).mean()
    alike = F.mse_loss(found @ found.T, wanted @ wanted.T)
    return near + 5 * alike


def ties_loss(read: Frozen, batch: list[Asked]) -> Tensor:
    ties = read.sensed([a.window for a in batch], again=True)["ties"]
    rows, right, among, weights = [], [], [], []
    for row, asked in enumerate(batch):
        for choice in asked.choices:
            can = torch.ones(ties.shape[-1], dtype=torch.bool)
            can[1 + choice.at] = False
            if choice.among is not None:
                can[:] = False
                can[[0, *(1 + k for k in choice.among)]] = True
            good = torch.zeros_like(can)
            good[[1 + k for k in choice.right] or [0]] = True
            rows.append((row, choice.at))
            right.append(good & can)
            among.append(can)
            weights.append(choice.weight)
    index = torch.tensor(rows, device=ties.device)
    scores = ties[index[:, 0], index[:, 1]]
    weight = torch.tensor(weights, device=ties.device)
    bad = -1e4
    of_right = scores.masked_fill(~torch.stack(right).to(ties.device), bad).logsumexp(-1)
    of_all = scores.masked_fill(~torch.stack(among).to(ties.device), bad).logsumexp(-1)
    return (weight * (of_all - of_right)).sum() / weight.sum()


# --- how good ------------------------------------------------------------------------------------


@torch.no_grad()
def distance(read: Frozen, gold: Meaning) -> dict[str, float]:
    """How far passages' vectors are from the teacher's: their cosine, and how the cosines of pairs
    of passages agree with those of the teacher's whole vectors (Spearman).
    """
    read.net.eval()
    found, wanted, full = [], [], []
    for batch in batched(gold.windows, random.Random(0)):
        vectors = read.sensed([m.window for m in batch])["vectors"]
        found.append(passage_vectors(vectors, batch).cpu())
        wanted.append(gold_vectors(batch, gold.turned))
        full.append(gold_vectors(batch, gold.full))
    ours, target, teacher = torch.cat(found), torch.cat(wanted), torch.cat(full)
    draw = torch.Generator().manual_seed(5)
    a, b = (torch.randint(len(ours), (200_000,), generator=draw) for _ in "ab")
    pairs = [(x[a] * x[b]).sum(-1) for x in (ours, target, teacher)]
    return {
        "cosine": round(float((ours * target).sum(-1).mean()), 4),
        "spearman": round(_spearman(pairs[0], pairs[2]), 4),
        "spearman_of_axes": round(_spearman(pairs[1], pairs[2]), 4),
        "passages": len(ours),
    }


def _spearman(one: Tensor, two: Tensor) -> float:
    ranks = [x.argsort().argsort().float() for x in (one, two)]
    return float(torch.corrcoef(torch.stack(ranks))[0, 1])


@torch.no_grad()
def choosing(read: Frozen, found: list[Asked]) -> dict[str, float]:
    """How many pronouns' best ties are right, in per cent of all and of those that stand for
    somebody in the window; for GAP, the F1 of its two questions.
    """
    read.net.eval()
    count: Counter[str] = Counter()
    for batch in batched(found, random.Random(0)):
        ties = read.sensed([a.window for a in batch], again=True)["ties"]
        for row, asked in enumerate(batch):
            for choice in asked.choices:
                word = asked.window.text.words[asked.window.start + choice.at].lower()
                if word not in PRONOUNS or asked.about is not None:
                    continue
                scores = ties[row, choice.at].clone()
                scores[1 + choice.at] = -1e4
                best = int(scores.argmax())
                count["pronouns"] += 1
                count["right"] += best - 1 in choice.right if choice.right else best == 0
            if asked.about is not None:
                _count_gap(ties[row], asked.about, count)
    shown = {"pronouns": 100 * count["right"] / max(count["pronouns"], 1)}
    told, right, true = count["told"], count["gap"], count["true"]
    return shown | {"gap_f1": 200 * right / max(told + true, 1)}


def _count_gap(ties: Tensor, about: tuple, count: Counter[str]) -> None:
    at, one, other, a_true, b_true = about
    values = [float(ties[at, [1 + k for k in side]].max()) for side in (one, other)]
    nobody = float(ties[at, 0])
    said = [v > nobody and v == max(values) for v in values]
    for yes, true in zip(said, (a_true, b_true), strict=True):
        count["told"] += yes
        count["true"] += true
        count["gap"] += yes and true


# --- training ------------------------------------------------------------------------------------


def started(start: Path, device: torch.device) -> Network:
    """The network of a checkpoint, its branch begun with the teacher's last layers."""
    net = Network()
    weights = torch.load(start, map_location="cpu")["average"]
    absent = net.load_state_dict(weights, strict=False).missing_keys
    if any(name.startswith("sense.") for name in absent):
        teacher = Encoder()
        teacher.load_published(load_file(published() / "model.safetensors"))
        net.sense.layers.load_state_dict(teacher.layers[-SENSE:].state_dict())
    for parameter in net.parameters():
        parameter.requires_grad = False
    for module in (net.sense, net.vectors, net.ties):
        for parameter in module.parameters():
            parameter.requires_grad = True
    return net.to(device)


def endless(make: Callable[[], list[list[T]]]) -> Iterator[list[T]]:
    while True:
        yield from make()


def train(args: argparse.Namespace) -> None:
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    shared, rng = args.shared / "data", random.Random(args.seed)
    net, teacher = started(args.start, device), Teacher(device)
    read = Frozen(net)
    referring = Referring(shared)
    learnt = referring.learnt()
    gold = Meaning(shared, teacher, None, "train")
    dev = Meaning(shared, teacher, gold.turn, "dev")
    print(f"{len(gold.full)} passages, {len(learnt)} windows that refer", flush=True)
    new = [p for p in net.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(new, lr=args.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / 100, max(0.02, 1 - s / args.steps))
    )
    meanings = endless(lambda: batched(gold.windows, rng))
    fixed = batched(learnt, rng)
    asked = endless(lambda: rng.sample(fixed, len(fixed)))
    sums, began = [0.0, 0.0], time.time()
    held, gap_held = referring.held_out(), referring.gap_held
    args.run.mkdir(parents=True, exist_ok=True)
    for step in range(1, args.steps + 1):
        net.train()
        loss = torch.zeros((), device=device)
        if step % 3 == 0:
            meaning = meaning_loss(read, next(meanings), gold)
            loss, sums[0] = loss + meaning, sums[0] + float(meaning.detach())
        else:
            ties = ties_loss(read, next(asked))
            loss, sums[1] = loss + TIES * ties, sums[1] + float(ties.detach())
        loss.backward()
        torch.nn.utils.clip_grad_norm_(new, 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad()
        if step % args.report == 0 or step == args.steps:
            row = {"step": step, "seconds": round(time.time() - began)}
            row |= {"meaning": sums[0] / (args.report / 3), "ties": sums[1] / (args.report * 2 / 3)}
            row |= choosing(read, held) | {"gap": choosing(read, gap_held)["gap_f1"]}
            row |= distance(read, dev)
            print(json.dumps(row), flush=True)
            sums = [0.0, 0.0]
            _save(args.run / "checkpoint.pt", net, args.start)


def _save(path: Path, net: Network, start: Path) -> None:
    step = torch.load(start, map_location="cpu")["step"]
    fresh = path.with_suffix(".part")
    torch.save({"average": net.state_dict(), "step": step}, fresh)
    fresh.rename(path)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--shared", type=Path, default=Path("../shared"))
    arguments.add_argument("--start", type=Path, default=Path("training/runs/three/checkpoint.pt"))
    arguments.add_argument("--run", type=Path, default=Path("training/runs/four"))
    arguments.add_argument("--steps", type=int, default=2400)
    arguments.add_argument("--rate", type=float, default=3e-4)
    arguments.add_argument("--report", type=int, default=300)
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--threads", type=int, default=2)
    train(arguments.parse_args())


if __name__ == "__main__":
    main()
