"""A text as a sketch: its five-word runs as numbers, so that two texts compare without their words.

In: an article. Out: a ``Sketch``, short enough to stand in a form, and its keys. A run is hashed to
31 bits (BLAKE2 for words, splitmix64 for runs: the same on every machine); of a long text only runs
whose number is divisible by a power of two are kept (FracMinHash: Irber and others 2022), so that
shares of any two texts are exact, or nearly so. Numpy's few lines do what datasketch would need
scipy for, and MinHash libraries keep neither order nor quotation, which are compared here.
"""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Article, PartKind, Reading

RUN = 5  # words in a run that is compared
ANCHOR = 8  # words in a run that is a key: long enough that unrelated texts share none
KEYS = 12
MOST = 1024  # runs kept of one text
LEAST_OWN = 12  # runs outside quotation marks, below which their share says little
STORY: frozenset[PartKind] = frozenset(("title", "lead", "body"))

_U = np.uint64
_ODD = _U(0x9E3779B97F4A7C15)

# What printing again does to characters, before words are taken; first come, first served.
# "nation’s", "nationâ\x80\x99s", "nation?s" and "nations" are the same word.
DAMAGE: tuple[tuple[str, str], ...] = (
    (r"[\u00ad\u200b-\u200f\u2060\ufeff]", ""),
    (r"(?<=\w)(?:â[€\x80]?[\x80-\x9f™˜?]?|[?\ufffd])(?=(?:s|t|re|ve|ll|m|d)\b)", ""),
    (r"â[^\w\s]{1,2}|\bâ|â\b", " "),  # "âWhat does it cost?â", and bullets: "â¢"
    (r"(?<=\w)['’‘ʼ`´](?=\w)", ""),
)
_DAMAGE = tuple((re.compile(was), now) for was, now in DAMAGE)
_READ_AS_LATIN = re.compile(r"[ÂÃ][\x80-\xbf]")  # "GarcÃ\xada" is "García"
_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r'[“„«"][^“”„«»"\n]*(?:[”»"]|(?=\n)|$)')
_AFTER_DATELINE = re.compile(r"[^\n]{0,60}?\s?(?:—|–|--|-\s|:)\s?")


@dataclass(frozen=True, eq=False)
class Sketch:
    """The runs of a text in its order, each once: ``numbers``, and whether each is ``quoted``, all
    of it inside quotation marks. Of the runs, one in ``every`` is kept.
    """

    numbers: NDArray[np.uint32]
    quoted: NDArray[np.bool_]
    every: int = 1

    def __len__(self) -> int:
        return len(self.numbers)

    def thinned(self, every: int) -> Sketch:
        """One in ``every`` of the text's runs; those of a sketch that keeps no more."""
        if every <= self.every:
            return self
        kept = self.numbers % every == 0
        return Sketch(self.numbers[kept], self.quoted[kept], every)

    def written(self) -> dict[str, Any]:
        """Ready for JSON: four bytes a run, the lowest bit says whether it is quoted."""
        packed = (self.numbers << np.uint32(1)) | self.quoted
        runs = base64.b64encode(packed.astype("<u4").tobytes()).decode("ascii")
        return {"every": self.every, "runs": runs}


@lru_cache(maxsize=4096)
def read(runs: str, every: int) -> Sketch:
    """The sketch that was ``written``."""
    packed = np.frombuffer(base64.b64decode(runs), dtype="<u4").astype(np.uint32)
    return Sketch(packed >> np.uint32(1), (packed & np.uint32(1)).astype(np.bool_), every)


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two sketches share, told of the ``shorter`` and the ``longer``, the same whichever way
    round they are given.

    ``shorter`` and ``longer`` are the shares of their runs that stand in the other, ``own`` that of
    the shorter's runs outside quotation marks (None where it has next to none); ``begins`` is how
    far into each the shared runs begin, from 0 to 1; ``spread`` over how many of the longer's they
    lie, for each of them: 1 in one piece; ``runs`` how many the shorter has in all.
    """

    shorter: float
    longer: float
    own: float | None
    begins: tuple[float, float]
    spread: float
    runs: int


def overlap(left: Sketch, right: Sketch) -> Overlap:
    """What two sketches share, measured on the runs that both would have kept."""
    every = max(left.every, right.every)
    shorter, longer = sorted((left.thinned(every), right.thinned(every)), key=_size)
    in_longer = _standing(shorter, longer)
    in_shorter = _standing(longer, shorter)
    own = in_longer[np.logical_not(shorter.quoted)]
    return Overlap(
        _share(in_longer),
        _share(in_shorter),
        _share(own) if len(own) * every >= LEAST_OWN else None,
        (_begin(in_longer), _begin(in_shorter)),
        _spread(in_shorter),
        len(shorter) * every,
    )


def standing_in(part: Sketch, whole: Sketch) -> float:
    """The share of a sketch's runs that stand in another."""
    every = max(part.every, whole.every)
    return _share(_standing(part.thinned(every), whole.thinned(every)))


def _standing(part: Sketch, whole: Sketch) -> NDArray[np.bool_]:
    """Which runs of a sketch stand in another as well."""
    return np.asarray(np.isin(part.numbers, whole.numbers), dtype=np.bool_)


def _size(given: Sketch) -> tuple[int, bytes]:
    return len(given), given.numbers.tobytes()


def _share(shared: NDArray[np.bool_]) -> float:
    return float(shared.mean()) if len(shared) else 0.0


def _begin(shared: NDArray[np.bool_]) -> float:
    """Where the first tenth of what is shared has passed: a stray run does not begin it."""
    at = np.flatnonzero(shared)
    return float(at[len(at) // 10] / len(shared)) if len(at) else 1.0


def _spread(shared: NDArray[np.bool_]) -> float:
    """Without the first and the last tenth of what is shared, which may be strays."""
    at = np.flatnonzero(shared)
    tenth = len(at) // 10
    inner = at[tenth : len(at) - tenth]
    return float(inner[-1] - inner[0] + 1) / len(inner) if len(inner) else 1.0


@dataclass(frozen=True, eq=False)
class Words:
    """The words of a story as numbers, in order, and which stand inside quotation marks."""

    numbers: NDArray[np.uint64]
    quoted: NDArray[np.bool_]


def words(reading: Reading) -> Words:
    """The words of title, lead and body, without dateline; accents, case, and the damage that
    printing again does are smoothed away.
    """
    article = reading.article
    speech = _verbatim(reading)
    found: list[tuple[int, bool]] = []
    for start, end in stretches(article):
        for piece, quoted in _pieces(article.text, start, end, speech):
            found += [(_number(w), quoted) for w in _WORD.findall(folded(piece))]
    numbers = np.array([n for n, _ in found], dtype=np.uint64)
    return Words(numbers, np.array([q for _, q in found], dtype=np.bool_))


def sketch(told: Words) -> Sketch:
    """The sketch of a story's words."""
    numbers = (_runs(told.numbers, RUN) >> _U(33)).astype(np.uint32)
    if not len(numbers):
        return Sketch(numbers, np.zeros(0, dtype=np.bool_))
    windows = np.lib.stride_tricks.sliding_window_view(told.quoted, RUN)
    inside = np.asarray(windows.all(axis=1), dtype=np.bool_)
    _, first = np.unique(numbers, return_index=True)
    first.sort()
    whole = Sketch(numbers[first], inside[first])
    while len(whole) > MOST:
        whole = whole.thinned(whole.every * 2)
    return whole


def keys(told: Words) -> tuple[str, ...]:
    """MinHash values of the story's eight-word runs, each a key of its own.

    Two stories that share half of their runs miss all twelve keys once in 4,000 times, those that
    share three in ten once in 70; unrelated ones share runs so seldom that single values are
    selective enough.
    """
    runs = _runs(told.numbers, ANCHOR)
    if not len(runs):
        return ()
    least = (int(_mixed(runs ^ _mixed(_U(seed))).min()) for seed in range(1, KEYS + 1))
    return tuple(f"{turn}:{value >> 16:012x}" for turn, value in enumerate(least))


def folded(text: str) -> str:
    """Lower case without accents, and without what printing again does to characters."""
    text = _READ_AS_LATIN.sub(lambda m: m[0].encode("latin-1").decode("utf-8"), text)
    for was, now in _DAMAGE:
        text = was.sub(now, text)
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def stretches(article: Article, kinds: frozenset[PartKind] = STORY) -> Iterator[tuple[int, int]]:
    """Where the story stands, without its dateline: all of the text where no part is of these
    kinds.
    """
    parts = [(p.start, p.end) for p in article.parts if p.kind in kinds]
    for start, end in parts or [(0, len(article.text))]:
        filed = article.dateline.passage if article.dateline else None
        if filed and start <= filed.start < end:
            yield start, filed.start
            after = _AFTER_DATELINE.match(article.text, filed.end, end)
            start = after.end() if after else filed.end
        yield start, end


def _verbatim(reading: Reading) -> list[tuple[int, int]]:
    """Words of others that the reader found, with or without quotation marks."""
    said = (s for s in reading.statements if s.manner in ("direct", "unmarked"))
    return [(p.start, p.end) for s in said for p in s.content]


def _pieces(
    text: str, start: int, end: int, speech: Iterable[tuple[int, int]]
) -> Iterator[tuple[str, bool]]:
    """The stretch in pieces that are inside quotation marks, or speech, or neither."""
    marked = [m.span() for m in _QUOTED.finditer(text, start, end)]
    inside = sorted(
        (max(a, start), min(b, end)) for a, b in [*marked, *speech] if a < end and b > start
    )
    at = start
    for a, b in inside:
        if at < a:
            yield text[at:a], False
        if max(a, at) < b:
            yield text[max(a, at) : b], True
        at = max(at, b)
    yield text[at:end], False


@lru_cache(maxsize=1 << 16)
def _number(word: str) -> int:
    digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def _runs(numbers: NDArray[np.uint64], length: int) -> NDArray[np.uint64]:
    """A number for each run of so many words, in order."""
    count = len(numbers) - length + 1
    if count < 1:
        return np.zeros(0, dtype=np.uint64)
    total = np.zeros(count, dtype=np.uint64)
    for at in range(length):
        total = total * _ODD + numbers[at : at + count]
    return np.asarray(_mixed(total), dtype=np.uint64)


def _mixed(value: Any) -> Any:
    """The finaliser of splitmix64 (Steele, Lea and Flood 2014)."""
    with np.errstate(over="ignore"):
        value = (value ^ (value >> _U(30))) * _U(0xBF58476D1CE4E5B9)
        value = (value ^ (value >> _U(27))) * _U(0x94D049BB133111EB)
        return value ^ (value >> _U(31))
