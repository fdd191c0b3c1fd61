"""A checkpoint as the network that ships: ``python -m training.export --run training/runs/one``.

The graph is put together by hand from ONNX Runtime's fused operators, so that nothing has to be
found again by an optimiser; the big matrices become 8-bit integers (a scale a column), the word
embeddings 8-bit rows with a scale each. Heads stay in floats: they are small and decide. Writes
network.onnx, tokenizer.json and network.json (digest, transitions) into the package.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from onrecord.reader.network import runtime
from training.network import HEADS, HIDDEN, LAYERS, SENSE
from training.train import published

OUTPUTS = (
    "tags", "to_cue", "to_source", "upos", "starts", "arcs", "rels", "names",
    "facts", "happenings", "vectors", "ties",
)  # fmt: skip
PACKAGE = Path(__file__).parent.parent / "onrecord/reader/weights"


class Graph:
    """Nodes and weights, added one after another; every method gives the name of what it
    computes.
    """

    def __init__(self, weights: dict[str, torch.Tensor]) -> None:
        self.weights = {k: v.detach().float().cpu().numpy() for k, v in weights.items()}
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, np.ndarray] = {}

    def add(
        self, op: str, *inputs: str, domain: str = "", name: str = "", **attributes: object
    ) -> str:
        name = name or f"{op}_{len(self.nodes)}"
        node = helper.make_node(op, list(inputs), [name], name=name, domain=domain, **attributes)
        self.nodes.append(node)
        return name

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants[name] = value
        return name

    def weight(self, name: str) -> str:
        return self.constant(name, self.weights[name])

    def linear(self, x: str, name: str, out: str = "") -> str:
        matrix = self.constant(f"{name}.matrix", self.weights[f"{name}.weight"].T.copy())
        product = self.add("MatMul", x, matrix, name=f"{name}.product")
        return self.add("Add", product, self.weight(f"{name}.bias"), name=out)

    def gelu(self, x: str) -> str:
        return self.add("Gelu", x, domain="com.microsoft")

    def residual(self, x: str, y: str, name: str) -> str:
        return self.add(
            "SkipLayerNormalization",
            *(x, y, self.weight(f"{name}.weight"), self.weight(f"{name}.bias")),
            domain="com.microsoft",
            epsilon=1e-12,
        )


def embedded(g: Graph, ids: str, features: str) -> str:
    table = g.weights["encoder.words.weight"]
    scale = np.abs(table).max(1, keepdims=True) / 127
    g.constant("words.q", np.round(table / scale).clip(-127, 127).astype(np.int8))
    g.constant("words.scale", scale.astype(np.float32))
    rows = g.add("Cast", g.add("Gather", "words.q", ids), to=TensorProto.FLOAT)
    words = g.add("Mul", rows, g.add("Gather", "words.scale", ids))
    g.constant("zero", np.array([0], dtype=np.int64))
    g.constant("one", np.array([1], dtype=np.int64))
    length = g.add("Gather", g.add("Shape", ids), "one")
    positions = g.add("Slice", g.weight("encoder.positions.weight"), "zero", length, "zero")
    marks = g.add("Gather", g.weight("encoder.features.weight"), features)
    x = g.add("Add", g.add("Add", words, positions), marks)
    return g.add(
        "LayerNormalization", x, g.weight("encoder.norm.weight"), g.weight("encoder.norm.bias"),
        epsilon=1e-12, axis=-1,
    )  # fmt: skip


def layer(g: Graph, x: str, at: str, lengths: str) -> str:
    matrix = g.constant(f"{at}.qkv.matrix", g.weights[f"{at}.qkv.weight"].T.copy())
    attended = g.add(
        "Attention", x, matrix, g.weight(f"{at}.qkv.bias"), lengths,
        domain="com.microsoft", num_heads=HEADS, name=f"{at}.attention",
    )  # fmt: skip
    x = g.residual(x, g.linear(attended, f"{at}.out"), f"{at}.norm1")
    inner = g.gelu(g.linear(x, f"{at}.up"))
    return g.residual(x, g.linear(inner, f"{at}.down"), f"{at}.norm2")


def mixed(g: Graph, layers: list[str], name: str) -> str:
    shares = torch.tensor(g.weights[f"{name}.weights"]).softmax(0).numpy()
    total = ""
    for k, (share, x) in enumerate(zip(shares, layers[-len(shares) :], strict=True)):
        part = g.add("Mul", x, g.constant(f"{name}.{k}", np.array(share, dtype=np.float32)))
        total = g.add("Add", total, part) if total else part
    return total


def tie(g: Graph, words: str, real: str, name: str, out: str = "") -> str:
    """Scores (batch, n, 1 + n) with the padding far below; see ``training.network.Tie``."""
    left = g.gelu(g.linear(real, f"{name}.left"))
    right = g.gelu(g.linear(words, f"{name}.right"))
    turned = g.add("MatMul", left, g.weight(f"{name}.bilinear"))
    product = g.add("MatMul", turned, g.add("Transpose", right, perm=[0, 2, 1]))
    bias = g.add("Transpose", g.linear(right, f"{name}.bias"), perm=[0, 2, 1])
    return g.add("Add", g.add("Add", product, bias), "padding", name=out)


def graph(weights: dict[str, torch.Tensor]) -> onnx.ModelProto:
    """Inputs: ids, features (batch, pieces); lengths (batch,), pieces; at (batch, 1 + words),
    first pieces.
    """
    g = Graph(weights)
    lengths = g.add("Cast", "lengths", to=TensorProto.INT32)
    x = embedded(g, "ids", "features")
    layers = []
    for k in range(LAYERS):
        x = layer(g, x, f"encoder.layers.{k}", lengths)
        layers.append(x)
    heads(g, layers)
    sense(g, layers, lengths)
    for name in OUTPUTS:
        g.add("Identity", f"{name}.out", name=name)
    number, real = TensorProto.INT64, TensorProto.FLOAT
    inputs = [
        helper.make_tensor_value_info("ids", number, ["batch", "pieces"]),
        helper.make_tensor_value_info("features", number, ["batch", "pieces"]),
        helper.make_tensor_value_info("lengths", number, ["batch"]),
        helper.make_tensor_value_info("at", number, ["batch", "words1"]),
    ]
    outputs = [helper.make_tensor_value_info(n, real, None) for n in OUTPUTS]
    constants = [numpy_helper.from_array(v, k) for k, v in g.constants.items()]
    made = helper.make_graph(g.nodes, "onrecord", inputs, outputs, constants)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=9)


def heads(g: Graph, layers: list[str]) -> None:
    g.constant("axis2", np.array([2], dtype=np.int64))
    g.constant("far", np.array(-1e4, dtype=np.float32))
    g.constant("end", np.array([2**31], dtype=np.int64))
    index = g.add("Unsqueeze", "at", "axis2")
    g.constant("wide", np.array([1, 1, HIDDEN], dtype=np.int64))
    index = g.add("Expand", index, "wide", name="index")
    first = g.add("Slice", "at", "one", "end", "one")
    absent = g.add("Cast", g.add("Equal", first, "zero"), to=TensorProto.FLOAT)
    g.constant("nil", np.array(0, dtype=np.float32))
    nothing = g.add("Cast", g.add("Slice", "at", "zero", "one", "one"), to=TensorProto.FLOAT)
    start = g.add("Mul", nothing, "nil")
    hidden = g.add("Mul", g.add("Concat", start, absent, axis=1), "far")
    g.add("Unsqueeze", hidden, "one", name="padding")
    at_words = [g.add("GatherElements", x, index, axis=1) for x in layers[-3:]]
    said, tree = mixed(g, at_words, "said_mix"), mixed(g, at_words, "tree_mix")
    said_real = g.add("Slice", said, "one", "end", "one")
    tree_real = g.add("Slice", tree, "one", "end", "one")
    g.linear(said_real, "tags", "tags.out")
    for name in ("to_cue", "to_source"):
        g.add("LogSoftmax", tie(g, said, said_real, name), axis=-1, name=f"{name}.out")
    g.linear(tree_real, "upos", "upos.out")
    g.add("Squeeze", g.linear(tree_real, "starts"), "axis2", name="starts.out")
    tie(g, tree, tree_real, "arcs", "arcs.out")
    left = g.gelu(g.linear(tree_real, "rel_left"))
    right = g.gelu(g.linear(tree, "rel_right"))
    expected = g.add("MatMul", g.add("Softmax", "arcs.out", axis=-1), right)
    joint = g.add("Concat", left, expected, g.add("Mul", left, expected), axis=-1)
    g.linear(joint, "rels", "rels.out")
    g.linear(tree_real, "names", "names.out")
    all_real = g.add("Slice", g.add("Concat", *at_words, axis=-1), "one", "end", "one")
    fact = g.gelu(g.linear(all_real, "fact_inner"))
    for name in ("facts", "happenings"):
        g.add("Squeeze", g.linear(fact, name), "axis2", name=f"{name}.out")


def sense(g: Graph, layers: list[str], lengths: str) -> None:
    """See ``training.network.Sense``."""
    pieces = mixed(g, layers, "sense")
    for k in range(SENSE):
        pieces = layer(g, pieces, f"sense.layers.{k}", lengths)
    words = g.add("GatherElements", pieces, "index", axis=1)
    real = g.add("Slice", words, "one", "end", "one")
    g.linear(real, "vectors", "vectors.out")
    tie(g, words, real, "ties", "ties.out")


def quantised(full: Path, small: Path, reduce_range: bool, keep: list[str]) -> None:
    model = onnx.load(full)
    big = [n.name for n in model.graph.node if n.op_type in ("MatMul", "Attention")]
    layers = ("encoder.", "sense.")
    encoder = [name for name in big if name.startswith(layers) and name not in keep]
    runtime()  # loads it so that it tells nobody
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        full, small, nodes_to_quantize=encoder, per_channel=True, reduce_range=reduce_range,
        weight_type=QuantType.QInt8, extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )  # fmt: skip


def export(run: Path, to: Path, reduce_range: bool, keep: list[str]) -> None:
    state = torch.load(run / "checkpoint.pt", map_location="cpu")
    weights = state["average"]
    to.mkdir(parents=True, exist_ok=True)
    full = run / "full.onnx"
    onnx.save(graph(weights), full)
    quantised(full, to / "network.onnx", reduce_range, keep)
    shutil.copy(published() / "tokenizer.json", to / "tokenizer.json")
    digest = hashlib.sha256()
    for name in ("network.onnx", "tokenizer.json"):
        digest.update((to / name).read_bytes())
    about = {
        "digest": digest.hexdigest()[:12],
        "step": state["step"],
        "transitions": [[round(float(x), 5) for x in row] for row in weights["transitions"]],
    }
    (to / "network.json").write_text(json.dumps(about) + "\n")
    size = sum(p.stat().st_size for p in to.iterdir())
    print(f"{to}: {size / 1e6:.1f} MB, digest {about['digest']}, step {state['step']}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--run", type=Path, default=Path("training/runs/one"))
    arguments.add_argument("--to", type=Path, default=PACKAGE)
    arguments.add_argument("--full-range", action="store_true", help="8-bit weights instead of 7")
    arguments.add_argument("--keep", nargs="*", default=[], help="nodes to leave in floats")
    args = arguments.parse_args()
    export(args.run, args.to, not args.full_range, args.keep)


if __name__ == "__main__":
    main()
