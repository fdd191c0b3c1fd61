"""An article's text as the words the network reads.

In goes text, out comes a spaCy ``Doc`` over all of it (``doc.text == text``) and, for the words
among its tokens, the features an uncased encoder cannot see: the casing, what kind of gap stands
before the word, and whether it stands inside quotation marks. The one idea: nothing is rewritten.
Debris is left out of what the network reads, never out of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from onrecord.reader.quotes import Quoted, quotations

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

CASINGS = ("lower", "capitalised", "capitals", "initial", "mixed", "number", "mark", "other")
GAPS = ("none", "space", "line", "paragraph")
PRINTED = ("", " ", "\n", "\n\n")  # the same, as characters
QUOTED = ("outside", "opens", "inside", "closes")
FEATURES = len(CASINGS) * len(GAPS) * len(QUOTED)

# A line of lone commas, or the wrapping of a scraped paragraph: ", ‘As the fate of Rafah …’,"
DEBRIS = re.compile(
    r"^[ \t]*[,_*=~|•·-]+[ \t]*$"
    r"|^[ \t]*,[ \t]*[‘’'“”\"](?=\S)"
    r"|[‘’'“”\"][ \t]*,[ \t]*$"
    r"|_{2,}",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Words:
    """What the network reads of one text: ``words[k]`` is token ``tokens[k]`` of the Doc."""

    texts: tuple[str, ...]
    gaps: tuple[int, ...]
    quoted: tuple[int, ...]
    tokens: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.texts)


LONGEST_UNBROKEN = 300  # characters without a blank that are taken apart in one go
_UNBROKEN = re.compile(rf"\S{{{LONGEST_UNBROKEN + 1},}}")
KNOWN_WORDS = 200_000  # a spaCy vocabulary never forgets; past this a fresh one takes over


@cache
def _languages() -> list[Language]:
    return []


def _language() -> Language:
    kept = _languages()
    if not kept or len(kept[0].vocab.strings) > KNOWN_WORDS:
        import spacy

        kept[:] = [spacy.blank("en")]
    return kept[0]


def tokenized(text: str) -> Doc:
    """A Doc over the whole text; white space is tokens too, so offsets are the article's."""
    language = _language()
    language.max_length = max(language.max_length, len(text) + 1)
    pieces = [text[a:b] for a, b in pairwise([0, *_run_cuts(text), len(text)])]
    if len(pieces) == 1:
        return language.make_doc(text)
    return _joined([language.make_doc(piece) for piece in pieces])


def _run_cuts(text: str) -> Iterator[int]:
    """Where text without a blank is cut: the tokenizer takes marks off it one by one, which costs
    the square of their number.
    """
    for run in _UNBROKEN.finditer(text):
        yield from range(run.start() + LONGEST_UNBROKEN, run.end(), LONGEST_UNBROKEN)


def _joined(docs: Sequence[Doc]) -> Doc:
    from spacy.tokens import Doc

    words = [token.text for doc in docs for token in doc]
    spaces = [bool(token.whitespace_) for doc in docs for token in doc]
    return Doc(docs[0].vocab, words=words, spaces=spaces)


def words(doc: Doc, quoted: Sequence[Quoted], unread: Sequence[tuple[int, int]] = ()) -> Words:
    """The tokens of ``doc`` that are words or marks, with the gap before and the quotation they
    stand in; those of the stretches ``unread`` are left out like debris.
    """
    text = doc.text
    spans = [*(found.span() for found in DEBRIS.finditer(text)), *unread]
    debris = {k for span in spans for k in range(*span)}
    texts, starts, tokens = [], [], []
    for token in doc:
        word, start = token.text, token.idx
        if word.isspace() or (debris and debris.issuperset(range(start, start + len(word)))):
            continue
        texts.append(word)
        starts.append(start)
        tokens.append(token.i)
    ends = [0, *(start + len(word) for start, word in zip(starts, texts, strict=True))]
    between = zip(ends, starts, strict=False)
    states = _quotation_states(text, quoted)[np.array(starts, dtype=np.int64)]
    return Words(
        tuple(texts),
        tuple(gap(text[end:start], k) for k, (end, start) in enumerate(between)),
        tuple(states.tolist()),
        tuple(tokens),
    )


def worded(texts: Sequence[str], gaps: Sequence[int]) -> Words:
    """Words that are told apart already, with the quotations they would stand in if printed."""
    starts, printed = [], ""
    for k, (text, before) in enumerate(zip(texts, gaps, strict=True)):
        printed += PRINTED[before] if k else ""
        starts.append(len(printed))
        printed += text
    states = _quotation_states(printed, quotations(printed))[np.array(starts, dtype=np.int64)]
    return Words(tuple(texts), tuple(gaps), tuple(states.tolist()), tuple(range(len(texts))))


def _quotation_states(text: str, quoted: Sequence[Quoted]) -> NDArray[np.int8]:
    states = np.zeros(len(text) + 1, dtype=np.int8)
    for q in quoted:
        states[q.start : q.end] = QUOTED.index("inside")
    for q in quoted:
        states[q.open : q.start] = QUOTED.index("opens")
        if q.closed:
            states[q.end] = QUOTED.index("closes")
    return states


def gap(before: str, index: int) -> int:
    """What kind of gap stands before a word: its place in ``GAPS``."""
    if index == 0:
        return GAPS.index("paragraph")
    lines = before.count("\n")
    if lines:
        return GAPS.index("line") if lines == 1 else GAPS.index("paragraph")
    return GAPS.index("space") if before else GAPS.index("none")


@lru_cache(maxsize=65_536)
def casing(word: str) -> int:
    """The casing of a word: its place in ``CASINGS``."""
    if not any(c.isalnum() for c in word):
        return CASINGS.index("mark")
    if any(c.isdigit() for c in word):
        return CASINGS.index("number")
    if word.islower():
        return CASINGS.index("lower")
    if word.isupper():
        return CASINGS.index("capitals" if len(word) > 1 else "initial")
    if word[0].isupper() and word[1:].islower():
        return CASINGS.index("capitalised")
    return CASINGS.index("mixed" if word.lower() != word else "other")


def features(read: Words) -> NDArray[np.int64]:
    """One number a word in [0, FEATURES): casing, gap and quotation state together."""
    return np.array(
        [
            (casing(text) * len(GAPS) + g) * len(QUOTED) + q
            for text, g, q in zip(read.texts, read.gaps, read.quoted, strict=True)
        ],
        dtype=np.int64,
    )
