"""A report and the version it is held against in; how those words became its own, out.

What the article prints elsewhere is not left out: a quotation may be broken in two ("…," Corvi
said. "…") or given in several sentences. Nor is what an excerpt leaves off at either end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from onrecord.across import Change
from onrecord.linker.pieces import all_words
from onrecord.linker.versions import ENOUGH, Telling, Version
from onrecord.linker.wording import Words, changes, stands_in
from onrecord.linker.words import SLIGHT, said, words


class Altered(NamedTuple):
    """The statement whose words others quote, and how they were changed."""

    against: str
    changes: tuple[Change, ...]


def altered(telling: Telling, version: Version, printed: Sequence[Words]) -> Altered | None:
    """How a report words a version otherwise; None where only such words are missing as the
    article prints elsewhere (``printed``), or as say nothing.
    """
    against = nearest(telling, (version.fullest, *version.fullest.parts))
    told = _without_ends(changes(_quoted(against), _quoted(telling)))
    left = tuple(one for one in told if not _printed(one, printed))
    return Altered(against.statement, left) if any(map(_tells, left)) else None


def nearest(telling: Telling, among: Iterable[Telling]) -> Telling:
    """Of an article's statements, and all of them together, what is most like the report: other
    words of the whole are not missing from it.
    """
    mine = _words(telling)
    quoting = (one for one in among if one.quoted)
    return max(quoting, key=lambda one: Indel.normalized_similarity(mine, _words(one)))


def _words(telling: Telling) -> Words:
    return all_words(p for p in telling.pieces if p.quoted)


def _quoted(telling: Telling) -> str:
    """What it quotes. Where the article speaks between two pieces, nothing was left out."""
    if telling.parts:
        return " ".join(_quoted(part) for part in telling.parts if part.quoted)
    return " … ".join(p.text for p in telling.pieces if p.quoted)


def _without_ends(told: Sequence[Change]) -> tuple[Change, ...]:
    """The same without what an excerpt leaves off before it begins and after it ends."""
    kept = [number for number, one in enumerate(told) if one.after]
    return tuple(told[kept[0] : kept[-1] + 1]) if kept else ()


def _printed(one: Change, printed: Iterable[Words]) -> bool:
    """Whether it is words that are missing here, and stand elsewhere in the article."""
    missing = words(one.before)
    if one.after or said(missing) < ENOUGH:
        return False
    return any(stands_in(missing, each) for each in printed)


def _tells(one: Change) -> bool:
    both = (*words(one.before), *words(one.after))
    return not one.same and any(word not in SLIGHT for word in both)
