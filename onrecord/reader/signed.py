"""Quotations that are signed: attributions in, the same with what a signature says of whose words.

"“The dam is safe.” — Ilse Haske" gives the words to Haske, whatever stands above or below it, as
does a post that ends "— Ilse Haske (@haske) March 5, 2024". In a list of such the network takes the
next one's words for the last one's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.reader.labels import Attributed, TokenSpan
from onrecord.reader.ledger import touch
from onrecord.reader.passages import MARKS, Stretch, Text

LONGEST: Final = 160  # characters of a signature
FEWEST: Final = 4  # words of what is signed
_WORD: Final = r"(?:[A-ZÀ-Þ][\w.’'-]{0,25}|al|bin|da|de|del|della|der|di|du|la|le|of|the|van|von|y)"
_NAME: Final = rf"[A-ZÀ-Þ][\w.’'-]{{0,25}}(?:\s{_WORD}){{0,6}}"
_SIGNATURE: Final = re.compile(
    rf"(?P<dash>[—―–]{{1,2}}|--?)\s?(?P<name>{_NAME})"
    r"(?P<handle>\s\(@\w{1,30}\)(?:[\s,]+[A-Z][a-z]{2,8}\s\d{1,2},?\s\d{4})?)?"
    r"(?:,\s[^\n“”\"]{1,90})?\.?\s*"
)
_DASH: Final = re.compile(r"[—―–]{1,2}|(?<![\w-])--?(?=\s?[A-ZÀ-Þ])")
_ENDS: Final = (".", "!", "?", "…", ",")


@dataclass(frozen=True, slots=True)
class _Signed:
    """What is signed, the dash, and who signs it, as characters."""

    content: Stretch
    dash: Stretch
    name: Stretch


def with_signed(
    text: Text, starts: Sequence[int], known: Sequence[Attributed]
) -> tuple[Attributed, ...]:
    """``known`` with the signed quotations; ``starts`` are the characters at which tokens begin."""
    for one in _signed(text):
        content, dash, name = (_tokens(starts, s) for s in (one.content, one.dash, one.name))
        if any(_tells_the_same(text, starts, a, content, one.name) for a in known):
            continue
        signature = dash[0], name[1]
        known = [a for a in known if not any(touch(s, signature) for s in (a.source, a.cue))]
        known = [rest for a in known if (rest := _without(a, (content[0], name[1]))) is not None]
        cue = None if touch(dash, name) else dash
        known = [*known, Attributed(name, cue, (content,), 1.0)]
    return tuple(known)


def _signed(text: Text) -> Iterator[_Signed]:
    before: Stretch | None = None
    for here in text.paragraphs:
        found = _signature(text.text, here)
        if found is not None:
            at = found.start("dash")
            body = (here[0], at) if text.text[here[0] : at].strip() else before
            if body is not None and _is_signed(text.text, body, found, body is before):
                yield _Signed(body, found.span("dash"), _name(found))
        before = here


def _signature(text: str, paragraph: Stretch) -> re.Match[str] | None:
    """The signature a paragraph ends with."""
    start, end = paragraph
    for dash in _DASH.finditer(text, max(start, end - LONGEST), end):
        found = _SIGNATURE.fullmatch(text, dash.start(), end)
        if found is not None:
            return found
    return None


def _name(found: re.Match[str]) -> Stretch:
    """Without the full stop, unless it is of an initial or of "Jr."."""
    start, end = found.span("name")
    ends = found["name"].endswith(".") and len(found["name"].split()[-1]) > 3
    return start, end - ends


def _is_signed(text: str, body: Stretch, found: re.Match[str], above: bool) -> bool:
    """Whether the words are quoted from first to last, or a post; no title, no item of a list."""
    words = text[slice(*body)].strip()
    if len(words.split()) < FEWEST:
        return False
    if found["handle"]:
        return True
    if words[0] not in MARKS or words[-1] not in MARKS:
        return False
    if above and found["dash"][0] == "-" and " " not in found["name"]:
        return False
    return _is_speech(words.strip("".join(MARKS)))


def _is_speech(words: str) -> bool:
    """A sentence rather than the title of a song."""
    longer = [w for w in words.split() if len(w) > 3]
    capitals = sum(w[0].isupper() for w in longer)
    return words.rstrip().endswith(_ENDS) or 2 * capitals < len(longer)


def _tokens(starts: Sequence[int], stretch: Stretch) -> TokenSpan:
    """The tokens that hold it: “him.”―” may be one."""
    first = max(bisect_right(starts, stretch[0]) - 1, 0)
    return first, max(bisect_left(starts, stretch[1]), first + 1)


def _tells_the_same(
    text: Text, starts: Sequence[int], known: Attributed, content: TokenSpan, name: Stretch
) -> bool:
    """Whether a verb before the quotation names who signs it: "Haske wrote: “…” — Ilse Haske"."""
    if (
        known.source is None
        or known.cue is None
        or not any(touch(p, content) for p in known.content)
    ):
        return False
    if known.cue[1] > known.content[0][0]:
        return False
    end = starts[known.source[1]] if known.source[1] < len(starts) else len(text.text)
    named = text.text[starts[known.source[0]] : end].split()
    return bool(named) and named[-1].strip(",.") in text.text[slice(*name)].split()


def _without(known: Attributed, taken: TokenSpan) -> Attributed | None:
    """Without what another signs; whoever speaks inside of it still does."""
    if known.cue is not None and touch(known.cue, taken):
        return known
    content = []
    for start, end in known.content:
        parts = [(start, min(end, taken[0])), (max(start, taken[1]), end)]
        content += [part for part in parts if part[0] < part[1]]
    return replace(known, content=tuple(content)) if content else None
