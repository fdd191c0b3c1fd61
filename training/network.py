"""The network, in torch: a MiniLM-L6 encoder with features for what an uncased encoder cannot
see, and heads.

``Encoder`` has the parameter names of the published BERT checkpoints. Heads read words (their
first piece): ``tags`` (source, cue, content; a linear-chain CRF), ``to_cue`` and ``to_source``
(which cue a content belongs to, which source a cue has; bilinear head selection), ``upos``,
``starts``, ``arcs`` and ``rels`` (biaffine, Dozat & Manning 2017; the relation is read off the
expected head, so that no second pass is needed), ``names``, ``facts`` (did it happen, -3 to 3) and
``happenings`` (is this noun an event). A branch beside the last layers, ``Sense``, gives
``vectors`` (what a word means here) and ``ties`` (which words stand for the same).
"""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from onrecord.reader.tagset import DEPRELS, NAME_TAGS, ROLE_TAGS, UPOS
from onrecord.reader.tokens import FEATURES

HIDDEN, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
ARC, REL, TIE, FACT = 192, 96, 96, 192
SENSE = 2  # layers of the branch for meaning and reference
VECTOR = 128  # numbers in the vector of a word's meaning
SEEN = 3  # last layers that a blend or a joint view of layers takes


class Dropout(nn.Module):
    """Dropout; on a CPU with NumPy's generator, since torch's costs a tenth of a training step
    there.
    """

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share, self.random = share, np.random.default_rng(7)

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        if x.device.type != "cpu":
            return F.dropout(x, self.share, True)
        drawn = torch.frombuffer(bytearray(self.random.bytes(x.numel())), dtype=torch.uint8)
        keep = (drawn >= round(256 * self.share)).view(x.shape)
        return x * (keep.to(x.dtype) / (1 - self.share))


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(2, 3) * (HIDDEN // HEADS) ** -0.5
        attended = (
            ((scores + mask.to(scores.dtype)).softmax(-1).to(v.dtype) @ v)
            .transpose(1, 2)
            .reshape(b, n, HIDDEN)
        )
        x = self.norm1(x + self.dropout(self.out(attended)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.features = nn.Embedding(FEATURES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        nn.init.zeros_(self.features.weight)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> list[Tensor]:
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.features(features)
        x = self.dropout(self.norm(x))
        outputs = []
        hidden = torch.zeros_like(mask, dtype=x.dtype).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, hidden)
            outputs.append(x)
        return outputs

    def load_published(self, weights: dict[str, Tensor]) -> None:
        """Take over a BERT checkpoint (its segment embedding of sentence A is added to the
        positions).
        """

        def take(module: nn.Module, name: str) -> None:
            module.weight.data.copy_(weights[f"{name}.weight"])
            if getattr(module, "bias", None) is not None:
                module.bias.data.copy_(weights[f"{name}.bias"])

        self.words.weight.data.copy_(weights["embeddings.word_embeddings.weight"])
        segment = weights["embeddings.token_type_embeddings.weight"][0]
        self.positions.weight.data.copy_(weights["embeddings.position_embeddings.weight"] + segment)
        take(self.norm, "embeddings.LayerNorm")
        for k, layer in enumerate(self.layers):
            at = f"encoder.layer.{k}"
            for part in ("weight", "bias"):
                rows = [
                    weights[f"{at}.attention.self.{x}.{part}"] for x in ("query", "key", "value")
                ]
                getattr(layer.qkv, part).data.copy_(torch.cat(rows))
            take(layer.out, f"{at}.attention.output.dense")
            take(layer.norm1, f"{at}.attention.output.LayerNorm")
            take(layer.up, f"{at}.intermediate.dense")
            take(layer.down, f"{at}.output.dense")
            take(layer.norm2, f"{at}.output.LayerNorm")


def last_layers(outputs: list[Tensor], at: Tensor) -> Tensor:
    """The last layers at the first piece of every word: (batch, words, SEEN, HIDDEN)."""
    index = at[..., None].expand(-1, -1, HIDDEN)
    return torch.stack([o.gather(1, index) for o in outputs[-SEEN:]], 2)


class Mix(nn.Module):
    """A learned blend of the last layers, at the first piece of every word."""

    def __init__(self, layers: int = 3) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.tensor([0.0] * (layers - 1) + [2.0]))
        self.count = layers

    def forward(self, outputs: list[Tensor], at: Tensor) -> Tensor:
        shares = self.weights.softmax(0)
        index = at[..., None].expand(-1, -1, HIDDEN)
        return sum(
            w * o.gather(1, index) for w, o in zip(shares, outputs[-self.count :], strict=True)
        )


class Tie(nn.Module):
    """Bilinear scores of every word against every word and, first, against nothing."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.left, self.right = nn.Linear(HIDDEN, size), nn.Linear(HIDDEN, size)
        self.bilinear = nn.Parameter(torch.eye(size) / size**0.5)
        self.bias = nn.Linear(size, 1)
        self.dropout = Dropout(0.2)

    def forward(self, words: Tensor) -> Tensor:
        """words: (batch, 1 + n, HIDDEN), the first for nothing; gives (batch, n, 1 + n)."""
        left = self.dropout(F.gelu(self.left(words[:, 1:])))
        right = self.dropout(F.gelu(self.right(words)))
        return left @ self.bilinear @ right.transpose(1, 2) + self.bias(right).transpose(1, 2)


class Sense(nn.Module):
    """A branch beside the last layers, which say who says what: layers of its own, over a learned
    blend of all, for what words mean (``vectors``) and whom they stand for (``ties``).
    """

    def __init__(self) -> None:
        super().__init__()
        below = LAYERS - SENSE - 1  # the layer that the branch's first stood on as published
        self.weights = nn.Parameter(torch.tensor([2.0 * (k == below) for k in range(LAYERS)]))
        self.layers = nn.ModuleList(Layer() for _ in range(SENSE))

    def forward(self, outputs: list[Tensor], mask: Tensor) -> Tensor:
        shares = self.weights.softmax(0)
        x = sum(w * o for w, o in zip(shares, outputs, strict=True))
        hidden = torch.zeros_like(mask, dtype=x.dtype).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, hidden)
        return x


class Network(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.said_mix, self.tree_mix = Mix(), Mix()
        self.dropout = Dropout(0.15)
        self.tags = nn.Linear(HIDDEN, len(ROLE_TAGS))
        self.transitions = nn.Parameter(torch.zeros(len(ROLE_TAGS) + 1, len(ROLE_TAGS) + 1))
        self.to_cue, self.to_source = Tie(TIE), Tie(TIE)
        self.upos, self.starts = nn.Linear(HIDDEN, len(UPOS)), nn.Linear(HIDDEN, 1)
        self.arcs = Tie(ARC)
        self.rel_left, self.rel_right = nn.Linear(HIDDEN, REL), nn.Linear(HIDDEN, REL)
        self.rels = nn.Linear(3 * REL, len(DEPRELS))
        self.names = nn.Linear(HIDDEN, len(NAME_TAGS))
        self.fact_inner = nn.Linear(SEEN * HIDDEN, FACT)
        self.facts, self.happenings = nn.Linear(FACT, 1), nn.Linear(FACT, 1)
        self.sense = Sense()
        self.vectors, self.ties = nn.Linear(HIDDEN, VECTOR), Tie(TIE)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor, at: Tensor) -> dict[str, Tensor]:
        """ids, features, mask: (batch, pieces); at: (batch, 1 + words), first pieces, 0 for
        nothing and padding.
        """
        outputs = self.encoder(ids, features, mask)
        said = self.dropout(self.said_mix(outputs, at))
        tree = self.dropout(self.tree_mix(outputs, at))
        fact = self.dropout(F.gelu(self.fact_inner(last_layers(outputs, at[:, 1:]).flatten(2))))
        present = torch.cat([torch.ones_like(at[:, :1]), at[:, 1:]], 1) > 0
        arcs = self.arcs(tree).float().masked_fill(~present[:, None], -1e4)
        left = F.gelu(self.rel_left(tree[:, 1:]))
        right = arcs.softmax(-1).to(left.dtype) @ F.gelu(self.rel_right(tree))
        return {
            "tags": self.tags(said[:, 1:]).float(),
            "to_cue": self.to_cue(said).float().masked_fill(~present[:, None], -1e4),
            "to_source": self.to_source(said).float().masked_fill(~present[:, None], -1e4),
            "upos": self.upos(tree[:, 1:]).float(),
            "starts": self.starts(tree[:, 1:])[..., 0].float(),
            "arcs": arcs,
            "rels": self.rels(torch.cat([left, right, left * right], -1)).float(),
            "names": self.names(tree[:, 1:]).float(),
            "facts": self.facts(fact)[..., 0].float(),
            "happenings": self.happenings(fact)[..., 0].float(),
        }

    def sensed(self, outputs: list[Tensor], mask: Tensor, at: Tensor) -> dict[str, Tensor]:
        """What words mean and whom they stand for, from the encoder's layers: ``vectors`` (batch,
        words, VECTOR) and ``ties`` (batch, words, 1 + words), as logits.
        """
        pieces = self.sense(outputs, mask)
        words = pieces.gather(1, at[..., None].expand(-1, -1, HIDDEN))
        present = torch.cat([torch.ones_like(at[:, :1]), at[:, 1:]], 1) > 0
        ties = self.ties(self.dropout(words)).float()
        return {
            "vectors": self.vectors(words[:, 1:]).float(),
            "ties": ties.masked_fill(~present[:, None], -1e4),
        }


def crf_loss(scores: Tensor, tags: Tensor, lengths: Tensor, transitions: Tensor) -> Tensor:
    """Mean negative log likelihood a word of a linear-chain CRF; the last row and column are
    start and end.
    """
    n, k = scores.shape[1:]
    inner, first, last = transitions[:k, :k], transitions[k, :k], transitions[:k, k]
    alive = torch.arange(n)[None] < lengths[:, None]
    tags = tags.clamp(min=0)
    gold = (
        scores.gather(2, tags[..., None])[..., 0].masked_fill(~alive, 0).sum(1) + first[tags[:, 0]]
    )
    gold = gold + inner[tags[:, :-1], tags[:, 1:]].masked_fill(~alive[:, 1:], 0).sum(1)
    gold = gold + last[tags.gather(1, lengths[:, None] - 1)[:, 0]]
    alpha = scores[:, 0] + first
    for t in range(1, n):
        step = torch.logsumexp(alpha[:, :, None] + inner[None], 1) + scores[:, t]
        alpha = torch.where(alive[:, t, None], step, alpha)
    total = torch.logsumexp(alpha + last, 1)
    return (total - gold).sum() / lengths.sum()
