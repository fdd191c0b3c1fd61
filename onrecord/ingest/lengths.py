"""How long an article may be.

The longest news there is are transcripts: nine hours of talk without a pause, a whole day's
hearing, are 81,000 words at 150 a minute, with their marks some 95,000, and half a million
characters. What is longer is a book, a table or a fault, and would keep everybody waiting who
adds something after it.
"""

from __future__ import annotations

import re
from itertools import islice

from onrecord.errors import UnreadableArticle

MOST_WORDS = 100_000  # words and marks; the network reads these
MOST_CHARACTERS = 1_000_000  # of which words may have as many as they like
_WORD = re.compile(r"\w+|[^\w\s]")


def require_length(text: str) -> None:
    """Raises ``UnreadableArticle`` for a text that is longer than any article."""
    if len(text) > MOST_CHARACTERS:
        raise UnreadableArticle(_too_long(f"{len(text):,} characters"))
    # counted only as far as need be: five million marks are no article either
    if sum(1 for _ in islice(_WORD.finditer(text), MOST_WORDS + 1)) > MOST_WORDS:
        raise UnreadableArticle(_too_long(f"more than {MOST_WORDS:,} words and marks"))


def _too_long(has: str) -> str:
    return (
        f"too long for an article: it has {has}. At most {MOST_WORDS:,} words and marks and "
        f"{MOST_CHARACTERS:,} characters are read; add it in parts"
    )
