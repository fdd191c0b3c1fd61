"""Text as the store can keep and compare it.

``clean`` replaces what a database cannot hold; ``folded`` brings text down to its bare words, so
that "Erdoğan", "ERDOGAN" and "Erdogan" are one; ``shelved`` and ``sought`` turn whole-word search
into a plain ``LIKE``, which every database has.
"""

from __future__ import annotations

import re
import unicodedata

# Letters that no Unicode decomposition takes to the letter an English keyboard has.
PLAIN_LETTERS = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
    "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t",
}  # fmt: skip

_PLAIN = str.maketrans(PLAIN_LETTERS)
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
_WORD = re.compile(r"[^\W_]+")


def clean(text: str) -> str:
    """The text with NUL characters and halves of UTF-16 pairs replaced, length unchanged."""
    return _UNKEEPABLE.sub("\ufffd", text)


def folded(text: str) -> str:
    """The words of the text in lower case, without accents and punctuation, a space between."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    return " ".join(_WORD.findall(bare.translate(_PLAIN)))


def shelved(*names: str | None) -> str:
    """Several names as one string in which ``sought`` finds whole words of one name."""
    return f" {' | '.join(folded(name) for name in names if name)} "


def sought(name: str) -> str | None:
    """The ``LIKE`` pattern that finds a name in a shelved string; None if the name has no words."""
    words = folded(name)
    return f"% {words} %" if words else None
