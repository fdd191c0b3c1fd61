"""How words are spelt: folded letters, the consonants that every spelling of a foreign name keeps,
and whether two spellings are near.

In: words as they stand in articles. Out: plain strings to compare. "Gaddafi", "Qaddafi" and
"Kadhafi" have one skeleton, as "Zelensky" and "Zelenskyy" have."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

# Letters that do not fall apart into a plain letter and a mark.
_LETTERS: Final = str.maketrans(
    {"ł": "l", "ø": "o", "ı": "i", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
_APOSTROPHES: Final = re.compile("[’‘ʼʻ`´′]")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
# How other alphabets come into Latin letters, longest first: what is on the left is written as on
# the right before vowels are dropped.
_SOUNDS: Final = (
    ("tch", "c"), ("tsch", "c"), ("sch", "s"), ("ch", "c"), ("sh", "s"), ("zh", "z"),
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("dj", "j"),
    ("ts", "z"), ("tz", "z"), ("cz", "c"), ("x", "ks"), ("q", "k"), ("w", "v"), ("j", "y"),
)  # fmt: skip
_VOWELS: Final = frozenset("aeiouyh'")


@lru_cache(65_536)
def folded(text: str) -> str:
    """Lower case, no accents, straight apostrophes, single blanks."""
    text = _APOSTROPHES.sub("'", _INVISIBLE.sub("", text))
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


@lru_cache(65_536)
def skeleton(word: str) -> str:
    """The consonants that spellings of one foreign word share; the word itself if it has none."""
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    first = "k" if word[:1] in ("g", "k", "c") else word[:1] if word[:1] not in _VOWELS else "a"
    rest = "".join(c for c in word[1:] if c not in _VOWELS).replace("c", "k").replace("g", "k")
    return re.sub(r"(.)\1+", r"\1", first + rest)


def one_apart(left: str, right: str) -> bool:
    """One letter more, less, other or in another place; short words are not near anything."""
    shorter = min(len(left), len(right))
    return shorter >= 3 and DamerauLevenshtein.distance(left, right, score_cutoff=1) == 1


def near(left: str, right: str) -> bool:
    """A misspelling of the other: one letter apart, in a long word two."""
    if left[:1] != right[:1] or min(len(left), len(right)) < 5:
        return False
    allowed = 2 if min(len(left), len(right)) >= 9 else 1
    return 0 < DamerauLevenshtein.distance(left, right, score_cutoff=allowed) <= allowed


def transliterated(left: str, right: str) -> bool:
    """Two spellings of one foreign word: the same skeleton, and vowels that are not far apart."""
    longest = max(len(left), len(right))
    if left == right or skeleton(left) != skeleton(right):
        return False
    if len(skeleton(left)) < (2 if min(len(left), len(right)) > 4 else 3):
        return False
    return DamerauLevenshtein.distance(left, right) <= max(1, longest * 2 // 5)
