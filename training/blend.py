"""Two checkpoints of one network as one: ``python -m training.blend ONE TWO --to RUN``.

The weights are averaged (Wortsman and others 2022, "Model soups"); ``--share`` is how much the
second counts. The heads for whether something happened and whether a noun is an event are fitted
anew on what the blended encoder gives; everything else stays as it is.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.batches import batches, cut, load_tokenizer, tensors
from training.network import Network, last_layers
from training.texts import Text, factuality, qanom, treebank
from training.train import published

BATCH, RATE, DROPPED = 256, 5e-4, 0.3
NOUNS = 0.3  # what the second head counts beside the first
FITTED = ("fact_inner", "facts", "happenings")
Loss = Callable[[Tensor, Tensor], Tensor]


def blended(one: dict[str, Tensor], two: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """The weights of both, without those that are fitted anew."""
    return {k: v.lerp(two[k], share) for k, v in one.items() if not k.startswith(FITTED)}


def seen(net: Network, texts: list[Text], label: str) -> tuple[Tensor, Tensor]:
    """The last layers at every labelled word (count, SEEN * HIDDEN), and the labels."""
    tokenizer = load_tokenizer(published() / "tokenizer.json")
    windows = [w for text in texts for w in cut(text, tokenizer, 224)]
    found, labels = [], []
    net.eval()
    for batch in batches(windows, 4096, random.Random(0)):
        t = tensors(batch, 0, random.Random(0))
        known = ~t[label].isnan() if label == "facts" else t[label] >= 0
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            outputs = net.encoder(t["ids"], t["features"], t["mask"])
        found.append(last_layers(outputs, t["at"][:, 1:])[known].float().flatten(1))
        labels.append(t[label][known].float())
    return torch.cat(found), torch.cat(labels)


def fit(net: Network, facts: tuple[Tensor, Tensor], nouns: tuple[Tensor, Tensor], rounds: int):
    """Fit both heads and the inner layer they share, half a batch of each at a step."""
    parameters = [p for name in FITTED for p in getattr(net, name).parameters()]
    optimiser = torch.optim.AdamW(parameters, lr=RATE, weight_decay=0.05)
    steps = rounds * (len(facts[1]) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: max(0.02, 1 - s / steps))
    for _ in range(steps):
        loss = _loss(net, net.facts, facts, F.smooth_l1_loss)
        nominal = _loss(net, net.happenings, nouns, F.binary_cross_entropy_with_logits)
        loss = loss + NOUNS * nominal
        loss.backward()
        optimiser.step()
        schedule.step()
        optimiser.zero_grad()


def _loss(net: Network, head: nn.Module, data: tuple[Tensor, Tensor], loss: Loss) -> Tensor:
    chosen = torch.randint(len(data[1]), (BATCH,))
    layers, labels = data[0][chosen], data[1][chosen]
    inner = F.dropout(F.gelu(net.fact_inner(F.dropout(layers, 0.1))), DROPPED)
    return loss(head(inner)[:, 0], labels)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("one", type=Path)
    arguments.add_argument("two", type=Path)
    arguments.add_argument("--to", type=Path, default=Path("training/runs/blended"))
    arguments.add_argument("--share", type=float, default=0.65)
    arguments.add_argument("--rounds", type=int, default=8)
    arguments.add_argument("--shared", type=Path, default=Path("../shared"))
    args = arguments.parse_args()
    torch.manual_seed(7)
    one, two = (torch.load(p, map_location="cpu") for p in (args.one, args.two))
    net = Network()
    net.load_state_dict(blended(one["average"], two["average"], args.share), strict=False)
    data = args.shared / "data"
    asked = factuality(data / "factuality/ewt_train.jsonl.xz")
    facts = seen(net, treebank(data / "parse/ewt_train.conllu.xz", asked=asked), "facts")
    nouns = seen(net, qanom(data / "events/qanom_train.jsonl.xz"), "happenings")
    fit(net, facts, nouns, args.rounds)
    args.to.mkdir(parents=True, exist_ok=True)
    made = {"average": net.state_dict(), "step": one["step"] + two["step"]}
    torch.save(made, args.to / "checkpoint.pt")


if __name__ == "__main__":
    main()
