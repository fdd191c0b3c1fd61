"""A statement's form in, the statement as it is compared out: its words, stems, quoted pieces and
days, worked out once for each form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from onrecord.linker.days import Window, spoken_before
from onrecord.linker.form import Form
from onrecord.linker.speakers import Speaker
from onrecord.linker.wording import Words
from onrecord.linker.words import (
    FUNCTION,
    GAP,
    NEGATIONS,
    STAND_IN,
    printed,
    said,
    stem,
    stems,
    weights,
)

_PRINTED_AFTER = 3  # days between speaking and print


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as it is compared."""

    speaker: Speaker
    pieces: tuple[tuple[bool, Words], ...]
    said: Window | None
    printed: Window | None
    act: str
    negated: bool
    asks: bool
    occasion: frozenset[str]
    to: frozenset[str]
    via: frozenset[str]
    vector: str | None
    words: Words
    quoted: tuple[Words, ...]
    stems: frozenset[str]
    numbers: frozenset[str]
    weight: float  # of its stems
    quoted_weight: float
    quoted_stems: tuple[Words, ...]  # of each quoted piece, in order
    days: Window | None  # when it can have been said
    widest: Window | None  # the same, or else the month or year of print
    denies: bool
    beside: tuple[frozenset[str], frozenset[str]]  # what is said right before, and right after
    within: str  # all that its article reports, hashed: the same for two statements of one article
    shown: Mapping[str, str]  # a word for each stem, as it may be shown


@lru_cache(maxsize=16384)
def told(form: Form) -> Told:
    about = form.about
    pieces = tuple((kind == "quoted", tuple(text.split())) for kind, text in about["pieces"])
    spoken = tuple(word for _, piece in pieces for word in piece)
    quoted = tuple(piece for is_quoted, piece in pieces if is_quoted)
    identity, profile, named = about["speaker"]
    found = stems(spoken)
    return Told(
        speaker=Speaker(identity, profile, (), named),
        pieces=pieces,
        said=_given(about["said"]),
        printed=_given(about["printed"]),
        act=about["act"],
        negated=about["negated"],
        asks=about["asks"],
        occasion=stems(about["occasion"]),
        to=stems(about["to"]),
        via=frozenset(about["via"]),
        vector=about["vector"],
        words=tuple(word for word in spoken if word not in (GAP, STAND_IN)),
        quoted=quoted,
        stems=found,
        numbers=frozenset(word for word in spoken if word[0].isdigit()),
        weight=weights(found),
        quoted_stems=tuple(filter(None, map(in_stems, quoted))),
        quoted_weight=said(word for piece in quoted for word in piece),
        days=_spoken(about, "said", "printed"),
        widest=_spoken(about, "said", "printed", "printed_within"),
        denies=_denies(about, spoken),
        beside=(stems(about["beside"][0]), stems(about["beside"][1])),
        within=about["within"],
        shown=printed((*spoken, *_around(about))),
    )


def _around(about: Mapping[str, Any]) -> Iterator[str]:
    """The words of a form that are not the statement's own."""
    yield from (*about["occasion"], *about["to"], *about["beside"][0], *about["beside"][1])
    yield from (word for relay in about["via"] for word in relay.split())


def in_stems(piece: Words) -> Words:
    """What a piece says but for its small words: "extreme careless" is "extremely careless"."""
    return tuple(stem(word) for word in piece if word not in FUNCTION and word[0].isalnum())


def _spoken(about: Mapping[str, Any], said: str, *printed: str) -> Window | None:
    """When it can have been said, by the first of these that is known."""
    known = next((days for name in printed if (days := _given(about.get(name)))), None)
    return _given(about[said]) or spoken_before(known, _PRINTED_AFTER)


def _given(days: Sequence[str] | None) -> Window | None:
    return (days[0], days[1]) if days else None


def _denies(about: Mapping[str, Any], spoken: Iterable[str]) -> bool:
    refused = about["act"] in ("deny", "refuse", "reject")
    denials = sum(word in NEGATIONS for word in spoken) + refused + bool(about["negated"])
    return denials % 2 == 1
