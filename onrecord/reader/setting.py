"""Where in an article each token stands: its sentence, its paragraph, its quotation, whose
words it belongs to.

In: what the network says of one article. Out: one ``Setting``, arrays over the tokens of the Doc,
so that every later question ("how many sentences ago?", "inside whose quotation?") is an index, and
reading stays linear in the length."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.reader.titles import NO_SURNAMES, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from onrecord.reader.labels import Attributed, Labelled
    from onrecord.reader.ties import Ties

NOWHERE = -1
_MARKS = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "ʼ": "'", "\xa0": " ", "–": "-", "‑": "-", "‐": "-"}
)


_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Setting:
    """``sentence``, ``paragraph``: numbers; ``quotation``, ``content``: which one, or NOWHERE.

    ``content[i]`` is the innermost attribution whose content token i lies in. ``told`` counts the
    sentences that hold words outside quotations: a long quotation between a name and "he said"
    makes no distance."""

    doc: Doc
    attributions: tuple[Attributed, ...]
    sentence: tuple[int, ...]
    paragraph: tuple[int, ...]
    quotation: tuple[int, ...]
    content: tuple[int, ...]
    folded: tuple[str, ...]
    told: tuple[int, ...] = ()
    ties: Ties | None = None
    starts: tuple[int, ...] = ()  # of the tokens, in characters
    ends: tuple[int, ...] = ()

    def starting(self, character: int) -> int:
        """The first token that ends after ``character``."""
        return bisect_right(self.ends, character)

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that the characters [start, end) touch, half-open."""
        first = self.starting(start)
        return first, bisect_left(self.starts, end, first)


def setting(labelled: Labelled) -> Setting:
    doc = labelled.doc
    sentence, paragraph = _numbered(doc)
    quotation = [NOWHERE] * len(doc)
    starts = tuple(t.idx for t in doc)
    ends = tuple(start + len(t) for start, t in zip(starts, doc, strict=True))
    bare = Setting(doc, (), sentence, paragraph, (), (), (), starts=starts, ends=ends)
    for k, quoted in enumerate(labelled.quoted):
        first, last = bare.tokens(quoted.start, quoted.end)
        quotation[first:last] = [k] * (last - first)
    return Setting(
        doc,
        labelled.attributions,
        sentence,
        paragraph,
        tuple(quotation),
        _contents(doc, labelled.attributions),
        tuple(folded(t.text) for t in doc),
        _told(doc, sentence, quotation),
        labelled.ties,
        starts,
        ends,
    )


def _told(doc: Doc, sentence: tuple[int, ...], quotation: list[int]) -> tuple[int, ...]:
    own = {
        s for s, q, t in zip(sentence, quotation, doc, strict=True) if q == NOWHERE and t.is_alpha
    }
    number, counted = 0, []
    for k, s in enumerate(sentence):
        if k and s != sentence[k - 1] and s in own:
            number += 1
        counted.append(number)
    return tuple(counted)


def _numbered(doc: Doc) -> tuple[tuple[int, ...], tuple[int, ...]]:
    sentence, paragraph = [], []
    s = p = 0
    for token in doc:
        if token.i and token.is_sent_start:
            s += 1
        sentence.append(s)
        paragraph.append(p)
        if token.is_space and "\n" in token.text:
            p += 1
    return tuple(sentence), tuple(paragraph)


def _contents(doc: Doc, attributions: tuple[Attributed, ...]) -> tuple[int, ...]:
    """Longer contents are written first, so that the shortest, innermost one is what stays."""
    inside = [NOWHERE] * len(doc)
    pieces = [
        (end - start, k, start, end) for k, a in enumerate(attributions) for start, end in a.content
    ]
    for _, k, start, end in sorted(pieces, key=lambda piece: (-piece[0], piece[1])):
        inside[start:end] = [k] * (end - start)
    return tuple(inside)


@cache
def folded(text: str) -> str:
    """Lower case, no accents, no full stops, straight apostrophes: "Peña" is "PENA"."""
    plain = unicodedata.normalize("NFKD", text.translate(_MARKS))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return kept.casefold().replace(".", "") or text


def straight(text: str) -> str:
    """The text with its apostrophes, hyphens and spaces made plain; as long as it was."""
    return _SPACE.sub(" ", text.translate(_MARKS))


def before_title(setting: Setting, i: int) -> bool:
    """ "Vermont" in "Vermont Sen. Jane Roe", if the network takes "Vermont Sen." for a person, and
    "Shadow" in "Shadow Home Secretary Jane Roe"."""
    doc, end = setting.doc, i + 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    title = doc[end - 1].text
    named = end < len(doc) and doc[end].text[:1].isupper() and doc[end].ent_iob_ == "B"
    if not named or setting.folded[end - 1] not in TITLES:
        return False
    person = doc[end].ent_type_ in ("PERSON", "PER")
    return title.endswith(".") or (person and setting.folded[end - 1] in NO_SURNAMES)
