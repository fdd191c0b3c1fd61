"""The shipped network: its files, its batches, its scores."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ModelMissing
from onrecord.reader.network import (
    BATCH,
    WEIGHTS,
    OnnxNetwork,
    Pieces,
    batches,
    framed,
    padded,
)
from onrecord.reader.tagset import DEPRELS, NAME_TAGS, ROLE_TAGS, UPOS

FORTY_FIVE_MB = 45_000_000


@pytest.mark.network
def test_reading_leaves_nothing_in_the_folders_of_whoever_reads(tmp_path: Path) -> None:
    """onnxruntime would keep what it may tell its makers in the cache folder."""
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    read = "from onrecord.reader.network import OnnxNetwork; OnnxNetwork.load()"
    known = {k: v for k, v in os.environ.items() if k != "ORT_DISABLE_TELEMETRY"}
    subprocess.run([sys.executable, "-c", read], env={**known, **home}, check=True, timeout=600)
    assert list(tmp_path.rglob("*")) == []


def window(network: OnnxNetwork, sentence: str) -> Pieces:
    found = sentence.split()
    return framed(network.word_pieces(found), np.zeros(len(found), dtype=np.int64))


@given(st.lists(st.integers(3, 256), max_size=40))
def test_batches_hold_every_window_once_and_stay_small(lengths: list[int]) -> None:
    made = list(batches(lengths))
    assert sorted(k for batch in made for k in batch) == list(range(len(lengths)))
    assert all(len(b) * max(lengths[k] for k in b) <= BATCH or len(b) == 1 for b in made)


def test_padding_points_at_nothing() -> None:
    short, long = (
        Pieces(np.arange(n), np.arange(n), np.arange(1, n - 1, dtype=np.int64)) for n in (3, 6)
    )
    made = padded([short, long])
    assert made["ids"].shape == (2, 6)
    assert made["lengths"].tolist() == [3, 6]
    assert made["at"].tolist() == [[0, 1, 0, 0, 0], [0, 1, 2, 3, 4]]


def test_a_window_reads_the_same_alone_and_beside_a_longer_one(network: OnnxNetwork) -> None:
    short = window(network, "Talks will go on , she said .")
    long = window(
        network, "The ministry denied on Monday that any of the boats had been turned back ."
    )
    alone, beside = network.scores([short])[0], network.scores([short, long])[0]
    assert alone.tags.shape == (8, len(ROLE_TAGS))
    assert alone.arcs.shape == alone.to_cue.shape == (8, 9)
    assert alone.upos.shape == (8, len(UPOS))
    assert alone.rels.shape == (8, len(DEPRELS))
    assert alone.names.shape == (8, len(NAME_TAGS))
    assert alone.facts.shape == alone.happenings.shape == (8,)
    both = [(getattr(alone, k), getattr(beside, k)) for k in ("tags", "upos", "rels", "names")]
    agreement = np.mean([a.argmax(1) == b.argmax(1) for a, b in both])
    assert agreement > 0.9  # 8-bit activations are scaled by what stands in the batch
    assert np.abs(alone.facts - beside.facts).max() < 1


def test_every_word_has_a_piece_and_none_has_many(network: OnnxNetwork) -> None:
    pieces = network.word_pieces(["", "\x00", "語" * 50, "x" * 5000, "said"])
    assert all(1 <= len(p) <= 6 for p in pieces)


def test_the_weights_are_small_and_carry_their_digest(network: OnnxNetwork) -> None:
    assert sum(p.stat().st_size for p in WEIGHTS.iterdir()) <= FORTY_FIVE_MB
    about = json.loads((WEIGHTS / "network.json").read_text())
    assert about["digest"] == network.digest
    assert (WEIGHTS / "MODEL_CARD.md").exists()


def test_missing_files_and_damaged_files_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="not in"):
        OnnxNetwork.load(tmp_path)
    for name in ("network.onnx", "tokenizer.json", "network.json"):
        shutil.copy(WEIGHTS / name, tmp_path / name)
    with (tmp_path / "tokenizer.json").open("ab") as file:
        file.write(b" ")
    with pytest.raises(ModelMissing, match="damaged"):
        OnnxNetwork.load(tmp_path)
