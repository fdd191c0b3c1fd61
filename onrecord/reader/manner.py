"""Whether a statement's words are the speaker's own: direct, mixed, indirect or unmarked.

Quotation marks decide. Where an article has lost its marks, speech is told by what a reporter does
not write in the own voice: "I" and "we" before the cue, sentences in a row, "yes," and "you know".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Manner
from onrecord.reader.passages import Stretch, Text, quoted_share

_ALL = 0.95
DASHES = ("—", "―", "–", "-", "--", "——")
_WORDS_OF_A_QUOTATION = 5
_FIRST_PERSON = re.compile(
    r"\b(?:I|we|We|my|My|our|Our|us|me|ours|mine"
    r"|[Ww]e[’'](?:re|ve|ll|d)|I[’'](?:m|ve|ll|d))\b"
)
_SPOKEN = re.compile(
    r"(?:^|[,.;]\s)"
    r"(?:[Yy]es|[Nn]o|[Ww]ell|[Ll]ook|[Oo]kay|[Oo]h|[Yy]ou know|[Ff]rankly)\b,"
    r"|\bI would say\b|[?!](?:\s|$)"
)
_NEXT_SENTENCE = re.compile(r"[a-z]{2}[.!?]\s+[A-Z]")
_POSTED = re.compile(r"[^\n]{1,100}\(@\w")
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|went|came|took|gave|made|met|left|held|began|saw|found|got|kept"
    r"|brought|sent|fell|rose|led|won|lost|became|wrote|spoke|drew|broke|ran|shot|stood|\w{3,}ed)\b"
)


def manner(text: Text, content: Sequence[Stretch], cue: Stretch | None, lost: bool) -> Manner:
    """The manner of content with this cue; ``lost`` where speech is printed without marks."""
    size = sum(b - a for a, b in content)
    share = sum(quoted_share(text, a, b, cue) * (b - a) for a, b in content) / max(size, 1)
    if share >= _ALL:
        return "direct"
    if share > 0:
        return "mixed"
    if cue and text.text[slice(*cue)] in DASHES and _POSTED.match(text.text, cue[1]):
        return "unmarked"  # a post: "The dam is safe. — Ilse Haske (@haske)"
    return "unmarked" if lost and cue and _verbatim(text, content, cue) else "indirect"


def marks_lost(text: Text) -> bool:
    """Whether the article quotes nobody inside marks: no words of any length, no sentence."""
    inside = (text.text[q.start : q.end].rstrip() for q in text.quoted)
    return not any(
        len(words.split()) >= _WORDS_OF_A_QUOTATION or words[-1:] in (",", "!", "?")
        for words in inside
    )


def _verbatim(text: Text, content: Sequence[Stretch], cue: Stretch) -> bool:
    start, end = content[0][0], content[-1][1]
    words = text.text[start:end]
    if not words[:1].isupper() or words.startswith("That "):
        return False
    if cue[1] <= start:
        introduced = text.text[cue[1] : start].rstrip()[-1:] in (",", ":", ".")
        return introduced and speech_like(words)
    return speech_like(words)


def speech_like(words: str) -> bool:
    """Whether words read as speech: first person, spoken turns, or several sentences in a row."""
    return bool(
        _FIRST_PERSON.search(words) or _SPOKEN.search(words) or _NEXT_SENTENCE.search(words)
    )


def first_person(words: str) -> bool:
    return _FIRST_PERSON.search(words) is not None


def spoken(sentence: str) -> bool:
    """Whether a sentence could be speech rather than report: first person, or nothing past."""
    return first_person(sentence) or _PAST.search(sentence) is None
