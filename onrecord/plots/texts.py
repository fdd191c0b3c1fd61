"""Words of an article made fit for a picture: one line, short, and nothing that XML cannot hold or
that turns the writing direction round.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_UNFIT = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def fit(text: str, most: int = 60) -> str:
    """The text on one line, at most ``most`` letters of it."""
    clean = " ".join(_UNFIT.sub("\ufffd", " ".join(text.split())).split())
    return clean if len(clean) <= most else clean[: most - 1].rstrip() + "…"


def width(text: str, size: float) -> float:
    """About how many points the text takes at a font size; a Chinese letter takes two Latin ones'
    room.
    """
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return size * (0.59 * (len(text) - wide) + 1.05 * wide)


def counted(number: int, one: str, many: str = "") -> str:
    """``1 event``, ``2 events``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def sentences(said: Iterable[str | None]) -> str:
    """What there is to say, one after the other."""
    return " ".join(one for one in said if one)


def digits(value: float) -> str:
    """A number as people read it: ``32,000``, ``2.5``, ``1.2 bn``."""
    for size, word in ((1e12, " tn"), (1e9, " bn"), (1e6, " m")):
        if abs(value) >= size:
            return f"{value / size:,.6g}{word}"
    return f"{value:,.8g}"
