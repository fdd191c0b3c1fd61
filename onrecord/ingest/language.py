"""Whether a text is English: py3langid's verdict, checked against the share of English function
words.

Names in other languages tip a classifier of character n-grams, so one of the two is enough to
pass; a text too short for either passes as well, unless its letters are not Latin.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from onrecord.errors import UnreadableArticle

# English words that no other language written in Latin letters uses often.
FUNCTION_WORDS: frozenset[str] = frozenset(
    [
        "the", "and", "to", "that", "with", "by", "from", "it", "this", "but", "not", "they", "she",
        "his", "her", "their", "will", "would", "who", "which", "been", "were", "has", "said", "or",
        "its", "about", "after", "when", "there", "could", "should", "what", "than", "them", "into",
    ]
)  # fmt: skip

LANGUAGES: dict[str, str] = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip

_FEWEST_WORDS = 12
_ENGLISH_SHARE = 0.08
_SLICE = 4_000
_WORD = re.compile(r"[^\W\d_]+")


def require_english(text: str) -> None:
    """Raises ``UnreadableArticle`` if the text holds no words or is in another language."""
    sample = _sample(text)
    words = _WORD.findall(sample.lower())
    if not words:
        raise UnreadableArticle("empty: there are no words in it")
    if _latin_share(words) < 0.5:
        raise UnreadableArticle(f"not English: {_name(sample)}")
    if len(words) < _FEWEST_WORDS or _english_share(words) >= _ENGLISH_SHARE:
        return
    language = _identifier().classify(sample)[0]
    if language != "en":
        raise UnreadableArticle(f"not English: it looks like {LANGUAGES.get(language, language)}")


def _sample(text: str) -> str:
    """The beginning, the middle and the end of a long text, all of a short one."""
    if len(text) <= 3 * _SLICE:
        return text
    middle = len(text) // 2
    return "\n".join((text[:_SLICE], text[middle : middle + _SLICE], text[-_SLICE:]))


def _latin_share(words: list[str]) -> float:
    """Latin letters end at U+024F, with Vietnamese and Welsh further on."""
    letters = "".join(words)
    latin = sum(c < "\u0250" or "\u1e00" <= c <= "\u1eff" for c in letters)
    return latin / len(letters)


def _english_share(words: list[str]) -> float:
    return sum(w in FUNCTION_WORDS for w in words) / len(words)


def _name(sample: str) -> str:
    language = _identifier().classify(sample)[0]
    known = LANGUAGES.get(language)
    return f"it looks like {known}" if known else "it is not written in Latin letters"


@cache
def _identifier() -> Any:
    import py3langid

    return py3langid
