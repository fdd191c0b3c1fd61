"""What an entity is called on the record: its fullest name, or the fullest description of one
who is not named.

In: a ``Referent`` with all its mentions. Out: one string, built of words the article gives. A known
name takes its usual form ("AP" is Associated Press); a description gets the rank another mention
adds ("defense official", "senior" → "senior defense official"); a name printed in capitals only is
set in ordinary letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from onrecord.reader.named import Named
from onrecord.reader.nouns import RANK_WORDS
from onrecord.reader.referents import Referent, Spot
from onrecord.reader.setting import Setting
from onrecord.reader.titles import PARTICLES, SUFFIXES

LONGEST: Final = 9


def called(here: Setting, referent: Referent, meant: Mapping[int, Referent]) -> str:
    """``meant``: whom possessive pronouns stand for, so that "his team" is "Marco Roe's team"."""
    if referent.known:
        return referent.known
    if referent.named:
        return _spelled(_fullest([n for n in referent.names if not n.weak] or referent.names))
    return _description(here, referent, meant)


def _fullest(names: list[Named]) -> Named:
    """The most words, then the spelling used most, then the first; an initial is no word."""
    counts = Counter(n.text for n in names)
    return max(names, key=lambda n: (_weight(n), not n.text.isupper(), counts[n.text], -n.start))


def _weight(named: Named) -> tuple[int, int]:
    words = [k for k in named.keys if k not in SUFFIXES and len(k) > 1]
    return len(words), len(named.words)


def _spelled(named: Named) -> str:
    text = named.text
    if not text.isupper() or (len(named.words) < 2 and len(text) < 5) or named.kind != "person":
        return text
    return " ".join(w.lower() if w.lower() in PARTICLES else w.title() for w in named.words)


def _description(here: Setting, referent: Referent, meant: Mapping[int, Referent]) -> str:
    described = [s for s in referent.spots if s.form == "description"]
    fullest = max(described, key=lambda s: (_richness(here, s), -s.start))
    text = _owned(here, fullest, meant) + _text(here, fullest)
    if referent.kind != "unnamed":
        return text
    present = set(text.casefold().split())
    ranks = [
        w
        for s in described
        for w in _words(here, s)
        if w.casefold() in RANK_WORDS - {"former", "ex"}
    ]
    missing = [
        w for w in dict.fromkeys(ranks) if w.casefold() not in present and _base_of(here, fullest)
    ]
    return " ".join([*(w.lower() for w in missing[:1]), text])


def _owned(here: Setting, spot: Spot, meant: Mapping[int, Referent]) -> str:
    owner = next((meant[i] for i in range(spot.low, spot.start) if i in meant), None)
    if owner is None or not owner.named:
        return ""
    name = called(here, owner, {})
    return f"{name}' " if name.endswith("s") else f"{name}'s "


def _base_of(here: Setting, spot: Spot) -> bool:
    """A rank can be set before the description only if it does not begin with an owner."""
    return not any(here.folded[i] in ("'s", "'") for i in range(spot.start, spot.end))


def _richness(here: Setting, spot: Spot) -> int:
    low, high = _extent(here, spot)
    return sum(1 for t in here.doc[low:high] if t.pos_ in ("NOUN", "PROPN", "ADJ"))


def _words(here: Setting, spot: Spot) -> list[str]:
    return [t.text for t in here.doc[spot.start : spot.end]]


def _extent(here: Setting, spot: Spot) -> tuple[int, int]:
    """The description with what narrows it ("… for the ministry"), without clauses, up to a few
    words."""
    high = spot.end
    for child in here.doc[spot.head].rights:
        right = child.right_edge.i + 1
        inside = here.doc[spot.start : right]
        if (
            child.dep_ not in ("nmod", "nmod:poss")
            or right - spot.start > LONGEST
            or child.i < high
        ):
            break
        if any(
            t.dep_ in ("acl:relcl", "conj") or t.is_space or t.text in (",", ";", ":")
            for t in inside
        ):
            break
        high = right
    return spot.start, high


def _text(here: Setting, spot: Spot) -> str:
    low, high = _extent(here, spot)
    words = here.doc[low:high].text.split()
    return " ".join(words)
