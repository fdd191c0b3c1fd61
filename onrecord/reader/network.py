"""The network as it runs: windows of pieces in, scores out; no linguistics.

One ONNX Runtime session does everything in one pass. Windows are sorted by length and run in
small batches, so that little is spent on padding. The files lie beside this module and are
checked against their digest when loaded.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from onrecord import stopping
from onrecord.errors import ModelMissing
from onrecord.reader.labels import Scores

if TYPE_CHECKING:
    from numpy.typing import NDArray

WEIGHTS = Path(__file__).parent / "weights"
FILES = ("network.onnx", "tokenizer.json")
BATCH = 512  # pieces in a batch, padding included
ROOM = 254  # pieces in a window, without the two that frame it
PIECES_A_WORD = 6
FLAT = ("tags", "upos", "rels", "names", "starts", "facts", "happenings", "vectors")  # a row a word
SQUARE = ("to_cue", "to_source", "arcs", "ties")  # a row a word; columns: nothing, each word
CLS, SEP, UNKNOWN = 101, 102, 100


@dataclass(frozen=True, slots=True)
class Pieces:
    """One window: piece ids and features (framed by CLS and SEP), and where each word's first
    piece stands.
    """

    ids: NDArray[np.int64]
    features: NDArray[np.int64]
    at: NDArray[np.int64]


class Network(Protocol):
    """What reads windows: the one seam between linguistics and arithmetic."""

    @property
    def digest(self) -> str: ...

    def word_pieces(self, words: Sequence[str]) -> list[list[int]]: ...

    def scores(self, windows: Sequence[Pieces]) -> list[Scores]: ...

    @property
    def transitions(self) -> NDArray[np.float32]: ...


def framed(pieces: Sequence[Sequence[int]], features: NDArray[np.int64]) -> Pieces:
    """The window of the words that have these pieces and features."""
    sizes = np.array([len(p) for p in pieces])
    at = 1 + np.concatenate([[0], np.cumsum(sizes)[:-1]])
    ids = np.array([CLS, *(i for p in pieces for i in p), SEP], dtype=np.int64)
    marks = np.concatenate([[0], np.repeat(features, sizes), [0]])
    return Pieces(ids, marks.astype(np.int64), at.astype(np.int64))


def runtime() -> Any:
    """onnxruntime, which tells nobody that it runs: 1.31 for Linux keeps a list of what is loaded
    in the user's cache folder, and has an address of Microsoft's to send it to, unless this
    variable is set before the first import.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # for whoever imported it earlier
    return onnxruntime


class OnnxNetwork:
    """The shipped network; ``OnnxNetwork.load()`` raises ``ModelMissing`` if its files are absent
    or damaged.
    """

    def __init__(self, session: Any, tokenizer: Any, about: dict[str, Any]) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self.digest: str = about["digest"]
        self.transitions = np.array(about["transitions"], dtype=np.float32)

    @classmethod
    def load(cls, folder: Path = WEIGHTS) -> OnnxNetwork:
        """One pass uses one core; passes may run side by side (see ``Reader``)."""
        from tokenizers import Tokenizer

        onnxruntime = runtime()
        about = _checked(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        session = onnxruntime.InferenceSession(
            str(folder / "network.onnx"), options, providers=["CPUExecutionProvider"]
        )
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return cls(session, tokenizer, about)

    def word_pieces(self, words: Sequence[str]) -> list[list[int]]:
        """The pieces of every word, at most ``PIECES_A_WORD`` and at least one."""
        pieces: list[list[int]] = [[] for _ in words]
        encoded = self._tokenizer.encode(
            list(words), is_pretokenized=True, add_special_tokens=False
        )
        for piece, word in zip(encoded.ids, encoded.word_ids, strict=True):
            if len(pieces[word]) < PIECES_A_WORD:
                pieces[word].append(piece)
        return [p or [UNKNOWN] for p in pieces]

    def scores(self, windows: Sequence[Pieces]) -> list[Scores]:
        """Scores of every window, in the order given."""
        found: list[Scores | None] = [None] * len(windows)
        for batch in batches([len(w.ids) for w in windows]):
            stopping.check()
            for index, scores in zip(batch, self._run([windows[k] for k in batch]), strict=True):
                found[index] = scores
        return [s for s in found if s is not None]

    def _run(self, batch: Sequence[Pieces]) -> Iterator[Scores]:
        inputs = padded(batch)
        out = dict(
            zip(
                (o.name for o in self._session.get_outputs()),
                self._session.run(None, inputs),
                strict=True,
            )
        )
        for row, window in enumerate(batch):
            n = len(window.at)
            square = {k: out[k][row, :n, : n + 1] for k in SQUARE}
            flat = {k: out[k][row, :n] for k in FLAT}
            yield Scores(**square, **flat)


def padded(batch: Sequence[Pieces]) -> dict[str, NDArray[np.int64]]:
    """A batch as the session's inputs."""
    pieces = max(len(w.ids) for w in batch)
    words = max(len(w.at) for w in batch)
    ids = np.zeros((len(batch), pieces), dtype=np.int64)
    features = np.zeros_like(ids)
    at = np.zeros((len(batch), 1 + words), dtype=np.int64)
    for row, window in enumerate(batch):
        ids[row, : len(window.ids)] = window.ids
        features[row, : len(window.ids)] = window.features
        at[row, 1 : 1 + len(window.at)] = window.at
    lengths = np.array([len(w.ids) for w in batch], dtype=np.int64)
    return {"ids": ids, "features": features, "lengths": lengths, "at": at}


def batches(lengths: Sequence[int], room: int = BATCH) -> Iterator[list[int]]:
    """Indices in batches of like length, each at most ``room`` pieces with its padding."""
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda k: lengths[k]):
        if batch and (len(batch) + 1) * lengths[index] > room:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


def _checked(folder: Path) -> dict[str, Any]:
    try:
        about: dict[str, Any] = json.loads((folder / "network.json").read_text(encoding="utf-8"))
        digest = hashlib.sha256(b"".join((folder / name).read_bytes() for name in FILES))
    except OSError as error:
        raise ModelMissing(
            f"the network's files are not in {folder} ({error.strerror}): install onrecord again"
        ) from error
    if digest.hexdigest()[:12] != about["digest"]:
        raise ModelMissing(f"the network's files in {folder} are damaged: install onrecord again")
    return about
