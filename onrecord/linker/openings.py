"""What a story opens with: the names and figures of its first words.

A publisher that prints a form letter ("Sen. Doe today announced that the Ostfeld Fire Department
will receive $69,350", and the same of Westfeld) prints word for word what it printed before, and
yet another story each time. What tells the two apart is what the blanks are filled with.
"""

from __future__ import annotations

import re

from onrecord.linker.sketches import folded, stretches
from onrecord.model import Article, PartKind

WORDS = 80
_TOLD: frozenset[PartKind] = frozenset(("lead", "body"))
_WORD = re.compile(r"[$€£]?\d[\d.,]*|[^\W\d_][\w'’]*")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:]['\"’”)]*\s|\n)\s*['\"‘“(]*$")
_TITLE = re.compile(
    r"\b(?:[A-Z]|Sen|Rep|Gov|Gen|Col|Lt|Maj|Sgt|Capt|Mr|Mrs|Ms|Dr|St|No|Jan|Feb|Mar"
    r"|Apr|Aug|Sept|Oct|Nov|Dec)\.\s$"
)


def filled(article: Article) -> tuple[str, ...]:
    """The names and figures of the first eighty words below the headline, sorted."""
    text = "\n".join(article.text[start:end] for start, end in stretches(article, _TOLD))
    opening = list(_WORD.finditer(text))[:WORDS]
    return tuple(sorted({_plain(m[0]) for m in opening if _is_filling(m, text)}))


def _is_filling(word: re.Match[str], text: str) -> bool:
    if word[0][-1].isdigit() or word[0][0] in "$€£" or word[0][0].isdigit():
        return True
    before = text[max(0, word.start() - 12) : word.start()]
    begins = _SENTENCE_BEGINS.search(before) and not _TITLE.search(before)
    return word[0][0].isupper() and not begins


def _plain(word: str) -> str:
    return re.sub(r"['’]s?$", "", folded(word).rstrip(".,"))
