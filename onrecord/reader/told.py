"""Whom the descriptions of an article are of.

In: ``Described`` values and the referents of the names. Out: ``Told``: referents for the
descriptions, where "the official" joins "a senior defense official", "the president" joins the one
named President, "The newspaper" the paper named last. A modifier that contradicts keeps two apart;
where two fit equally, the mention stays without a referent.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from onrecord.reader.descriptions import NATION, Covered, Described
from onrecord.reader.nouns import OFFICE_SYNONYMS, RANK_WORDS, SAME_PLACE
from onrecord.reader.outlets import OUTLET_NOUNS
from onrecord.reader.referents import Referent, Spot
from onrecord.reader.roles import office
from onrecord.reader.setting import Setting, folded
from onrecord.reader.titles import HONORIFICS

KIN: Final = frozenset(
    """
    husband wife son daughter brother sister father mother mom dad parent uncle aunt cousin spouse
    widow boyfriend girlfriend fiance fiancee friend partner child
    """.split()
)
_PHRASE: Final = frozenset("ADP DET ADJ NOUN PROPN NUM PART".split())
# How many sentences back a definite description still finds its antecedent.
REACH_OF_UNNAMED: Final = 40
REACH_OF_OUTLET: Final = 5
NEAR: Final = 3
_NATIONS: Final = frozenset(NATION.values())
# Bodies called by one word of their name: "the Justice Department" is later "the department".
NOT_BY_WORD: Final = frozenset(
    {"government", "administration", "police", "state", "house", "team", "city", "county"}
)


@dataclass(slots=True)
class Told:
    """What was found: referents of descriptions, and the referent each head token refers to
    (None: undecided)."""

    referents: list[Referent] = field(default_factory=list)
    of: dict[int, Referent | None] = field(default_factory=dict)
    idle: set[int] = field(default_factory=set)  # heads no pronoun takes up


class Descriptions:
    """Goes through the descriptions from first to last and gives each its referent."""

    def __init__(self, setting: Setting, named: Sequence[Referent], covered: Covered) -> None:
        self.setting = setting
        self.covered = covered
        self.starts: dict[int, list[int]] = defaultdict(list)
        for r in named:
            self.starts[id(r)] = sorted(s.start for s in r.spots)
        self.told = Told()
        self.by_noun: dict[str, list[Referent]] = defaultdict(list)
        self.holders: dict[str, list[Referent]] = defaultdict(list)
        self.outlets = [r for r in named if r.kind == "outlet"]
        self.bodies: dict[str, list[Referent]] = defaultdict(list)
        for r in named:
            for noun in r.offices:
                self.holders[noun].append(r)
            if r.kind == "organization":
                for word in {n.keys[-1] for n in r.names if len(n.words) > 1} | _first_heads(r):
                    self.bodies[word].append(r)

    def tell(self, found: Iterable[Described]) -> Told:
        for one in found:
            referent, settled = self._referent(one)
            if referent is None and not settled:
                referent = self._new(one)
            self.told.of[one.head] = referent
            if referent is not None:
                self._put(
                    referent,
                    Spot(
                        one.core[0],
                        one.core[1],
                        one.head,
                        one.low,
                        one.high,
                        "description",
                        (one.head,),
                    ),
                )
                if not one.refers:
                    self.told.idle.add(one.head)
                referent.modifiers |= one.modifiers
                referent.sex = referent.sex or one.sex
        return self.told

    def _referent(self, one: Described) -> tuple[Referent | None, bool]:
        """The referent, and whether the matter is settled (with or without one)."""
        if one.kind == "unnamed" and not one.plural:
            apposed = self._apposed(one)
            if apposed is not None:
                return apposed, True
        if one.article == "indefinite":
            return None, False
        if one.kind == "unnamed" and not one.plural:
            holder, settled = self._holder(one)
            if settled:
                return holder, True
        if (
            one.kind == "outlet"
            and one.article == "definite"
            and not one.modifiers
            and not one.complement
        ):
            outlet = self._outlet(one)
            if outlet is not None:
                return outlet, True
        if one.kind == "organization" and one.article == "definite" and not one.complement:
            body = self._body(one)
            if body is not None:
                return body, True
        return self._said_before(one)

    def _apposed(self, one: Described) -> Referent | None:
        """ "Another Clinton ally, Agriculture Secretary Jane Roe": the name says who."""
        parsed = [c.i for c in self.setting.doc[one.head].children if c.dep_ == "appos"]
        for i in (*(i for i in parsed if i > one.head), *self._after_comma(one)):
            found = self.covered.name.get(i) or self.covered.role.get(i)
            if found is not None and found.kind == "person":
                found.offices.add(one.noun)
                return found
        return None

    def _after_comma(self, one: Described) -> Iterator[int]:
        """ "The minister of the economy, Mr. Roe,": by the commas, if the parse fails."""
        doc, at = self.setting.doc, one.head + 1
        while at < min(one.head + 8, len(doc) - 1) and doc[at].pos_ in _PHRASE:
            at += 1
        if doc[min(at, len(doc) - 1)].text != ",":
            return
        at += 1
        while at < len(doc) and self.setting.folded[at] in HONORIFICS:
            at += 1
        end = at
        while self.covered.name.get(end) is not None:
            end += 1
        if at < end < len(doc) and doc[end].text == ",":
            yield at

    # -- an office someone named holds

    def _holder(self, one: Described) -> tuple[Referent | None, bool]:
        """ "the president": the one person named President whose country or body agrees, the
        nearest if several."""
        if one.article not in ("definite", "owned") or one.noun in KIN or not office(one.noun):
            return None, False
        nouns = OFFICE_SYNONYMS.get(one.noun, frozenset({one.noun}))
        fitting = list(
            {
                id(r): r
                for n in sorted(nouns)
                for r in self.holders.get(n, [])
                if self._fits(r, one)
            }.values()
        )
        before = [r for r in fitting if self._last(r, one.head) is not None]
        before = [r for r in before if not self._another(r, one)]
        office_of = one.of and all(one.of <= r.affiliations for r in before)
        if one.complement and not one.places and not office_of:
            return None, False
        if len(before) == 1 and self._recent(before[0], one.head, 12):
            return before[0], True
        if len(before) > 1:
            near = [r for r in before if self._recent(r, one.head, 1)]
            return (near[0], True) if len(near) == 1 else (None, True)
        if len(fitting) == 1 and one.places and not before:
            return fitting[0], True
        return None, False

    def _another(self, holder: Referent, one: Described) -> bool:
        """ "Officer Roe was hurt. An officer said …": "the officer" is the one told of since."""
        told = self._last(holder, one.head) or 0
        others = self.by_noun.get(one.noun, [])
        since = (r for r in others if (self._last(r, one.head) or 0) > told)
        return any(_compatible(r, one) for r in since)

    def _fits(self, holder: Referent, one: Described) -> bool:
        """No nationality or place of work against it; one the description names must be known
        of the holder."""
        if one.sex and holder.sex and one.sex != holder.sex:
            return False
        if one.owner is not None:
            return set(_called(one.owner).split()) <= holder.affiliations
        former = "former" in one.modifiers
        if former and "former" not in holder.affiliations:
            return False
        return one.places <= holder.affiliations

    # -- an outlet, a body

    def _outlet(self, one: Described) -> Referent | None:
        """The outlet mentioned last, if it is of that sort and not long ago."""
        fitting = [r for r in self.outlets if one.noun in OUTLET_NOUNS.get(r.known, {one.noun})]
        if one.noun not in (
            "newspaper",
            "paper",
            "magazine",
            "network",
            "agency",
            "website",
            "site",
            "outlet",
            "channel",
            "station",
            "broadcaster",
            "daily",
            "tabloid",
        ):
            return None
        noun = {
            "paper": "newspaper",
            "site": "website",
            "station": "channel",
            "daily": "newspaper",
        }.get(one.noun)
        fitting = fitting or [r for r in self.outlets if noun in OUTLET_NOUNS.get(r.known, ())]
        dated = [(at, r) for r in fitting if (at := self._last(r, one.head)) is not None]
        if not dated:
            return None
        at, outlet = max(dated, key=lambda pair: pair[0])
        return outlet if self._sentences(at, one.head) <= REACH_OF_OUTLET else None

    def _body(self, one: Described) -> Referent | None:
        """ "the department": the one body whose name ends so and agrees with the modifiers."""
        if one.noun in NOT_BY_WORD:
            return None
        fitting = [
            r
            for r in self.bodies.get(one.noun, [])
            if self._last(r, one.head) is not None
            and one.modifiers <= {k for n in r.names for k in n.keys}
        ]
        near = [r for r in fitting if self._recent(r, one.head, NEAR)]
        if len(fitting) == 1:
            return fitting[0] if self._recent(fitting[0], one.head, 12) else None
        return near[0] if len(near) == 1 else None

    # -- described before

    def _said_before(self, one: Described) -> tuple[Referent | None, bool]:
        """The description of the same noun that nothing contradicts; two that fit equally
        settle nothing."""
        known = self.by_noun.get(one.noun, [])
        near = (r for r in known if self._recent(r, one.head, REACH_OF_UNNAMED))
        earlier = [r for r in near if _compatible(r, one)]
        if one.article == "" and one.plural:
            same = [r for r in earlier if _places(r) == one.places and r.plural and one.plural]
            return (same[-1], True) if same and not one.complement else (None, False)
        if one.article == "owned":
            same = [r for r in earlier if r.owner is one.owner and one.owner is not None]
            return (
                (same[-1], True)
                if same and one.noun not in KIN | {"aide", "adviser"}
                else (None, False)
            )
        if one.complement and not one.modifiers and len(earlier) != 1:
            return None, False
        if len(earlier) < 2:
            return (earlier[0], True) if earlier else (None, False)
        return self._nearest(earlier, one), True

    def _nearest(self, earlier: list[Referent], one: Described) -> Referent | None:
        matching = [r for r in earlier if one.places and one.places <= _places(r)]
        if len(matching) == 1:
            return matching[0]
        near = [r for r in matching or earlier if self._recent(r, one.head, 1)]
        return near[0] if len(near) == 1 else None

    def _new(self, one: Described) -> Referent:
        referent = Referent(
            one.kind, one.sex, one.plural, noun=one.noun, modifiers=one.modifiers, owner=one.owner
        )
        self.by_noun[one.noun].append(referent)
        self.told.referents.append(referent)
        return referent

    # -- distances

    def _last(self, referent: Referent, at: int) -> int | None:
        """The token where the referent was mentioned last before ``at``."""
        starts = self.starts.get(id(referent), [])
        before = bisect_left(starts, at)
        return starts[before - 1] if before else None

    def _put(self, referent: Referent, spot: Spot) -> None:
        referent.spots.append(spot)
        insort(self.starts[id(referent)], spot.start)

    def _sentences(self, start: int, end: int) -> int:
        return self.setting.sentence[end] - self.setting.sentence[start]

    def _recent(self, referent: Referent, at: int, sentences: int) -> bool:
        start = self._last(referent, at)
        return start is not None and self._sentences(start, at) <= sentences


def _first_heads(referent: Referent) -> set[str]:
    """ "Department of Justice" goes by its first word, "Justice Department" by its last."""
    return {n.keys[0] for n in referent.names if len(n.keys) > 2 and n.keys[1] in ("of", "for")}


def _called(referent: Referent) -> str:
    return folded(referent.known or (referent.names[0].text if referent.names else ""))


def _places(referent: Referent) -> frozenset[str]:
    return frozenset(SAME_PLACE.get(m, NATION.get(m, m)) for m in referent.modifiers - RANK_WORDS)


def _compatible(earlier: Referent, one: Described) -> bool:
    """Same number, no other sex, no other nation, no other place of work."""
    if earlier.plural != one.plural or (earlier.sex and one.sex and earlier.sex != one.sex):
        return False
    if one.owner is not None and earlier.owner is not one.owner:
        return False
    nations = _NATIONS
    before, now = _places(earlier), one.places
    if (before & nations) and (now & nations) and (before & nations) != (now & nations):
        return False
    left, right = before - nations, now - nations
    return not (left and right) or bool(left & right)
