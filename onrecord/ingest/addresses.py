"""What is an address of an article, and what of a name is to be seen.

An address is followed by a click: one that runs a script, opens a file of the reader's machine,
carries a password or hides where it leads is none. A name is shown in lists: what would turn a line
round, end it or ring a bell is no part of it.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

LONGEST = 2000  # characters of an address; browsers and servers take hardly more
SCHEMES = ("http", "https")
_HOST = re.compile(r"(?:[\w-]+\.)*[\w-]+\.?|[0-9a-f.]*:[0-9a-f:.]*", re.I)
_BREAKS_OUT = re.compile(r"[\s<>\"\\\x00-\x1f\x7f-\x9f]")
# Written direction: marks that a name in Arabic may need stay, those that turn letters round go.
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NO_LETTERS = ("Cc", "Cs", "Co", "Zl", "Zp")  # controls, half letters, private letters, line ends


def is_address(written: str) -> bool:
    """Whether a text is an http or https address with a host, in letters that can be seen."""
    if len(written) > LONGEST or _BREAKS_OUT.search(written) or not _TURNS.isdisjoint(written):
        return False
    try:
        parts = urlsplit(written)
        host, _ = parts.hostname or "", parts.port
    except ValueError:  # brackets that do not close, a port that is no number
        return False
    plain = "@" not in parts.netloc  # "https://paper.example@elsewhere.example"
    return parts.scheme in SCHEMES and plain and _HOST.fullmatch(host) is not None


def one_line(text: str) -> str:
    """The text in one line, without what is no letter."""
    seen = ("" if c in _TURNS else " " if _is_no_letter(c) else c for c in text)
    return " ".join("".join(seen).split())


def _is_no_letter(character: str) -> bool:
    return unicodedata.category(character) in _NO_LETTERS
