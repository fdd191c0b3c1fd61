"""Every mention in an article and whom it refers to, and which of them a stretch of words is
about.

In: the spots that names, descriptions and pronouns left behind. Out: ``Mentions.about(first,
last)``: the one mention a source passage names, however roughly the passage was cut: "White House
spokesman John Roe," is Roe, "aides to Roe" are the aides, "Roe and Doe" is neither."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from onrecord.model import EntityKind
from onrecord.reader.nouns import NOUNS
from onrecord.reader.referents import Referent, Spot
from onrecord.reader.roles import singular
from onrecord.reader.setting import Setting

JOINING: Final = frozenset("and or & nor plus".split())
OTHERS: Final = frozenset({"others", "other"})
# Before a mention these make it part of what stands before them: "aides to Roe", "a spokesman for
# the ministry".
LINKING: Final = frozenset(
    "of for to from at in on by with against about under near inside like than".split()
)
# What may stand between a description and the name of whom it describes.
BETWEEN_NAME: Final = frozenset(", the a an".split())
OFFICE_OF: Final = frozenset("of for at".split())
BODIES: Final = frozenset({"organization", "country", "place", "outlet"})
# What kind of name may say who is described so: a news site may be known as a body.
NAMED_BY: Final[dict[EntityKind | None, frozenset[EntityKind | None]]] = {
    "unnamed": frozenset({"person"}),
    "organization": frozenset({"organization", "outlet", "group"}),
    "outlet": frozenset({"organization", "outlet"}),
    "group": frozenset({"organization", "group"}),
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A spot and its referent; None where the mention is known but could not be told."""

    spot: Spot
    referent: Referent | None


class Mentions:
    """The mentions of one article by the tokens that give them away."""

    def __init__(self, setting: Setting, placed: Iterable[Placed]) -> None:
        self.setting = setting
        by_token: dict[int, list[Placed]] = {}
        for one in placed:
            own = () if one.spot.form == "description" else range(one.spot.start, one.spot.end)
            for i in {*own, *one.spot.anchors}:
                by_token.setdefault(i, []).append(one)
        self._by_token = by_token
        self._tokens = sorted(by_token)

    def about(self, first: int, last: int) -> Referent | None:
        """The referent of tokens [first, last), or None."""
        inside = list(self._within(first, last))
        if not inside:
            return None
        free = self._free(inside, first, last)
        if not free:
            return None
        best = max(free, key=lambda p: (_shared(p.spot, first, last), -p.spot.start))
        best = self._name_of(best, free, first)
        if self._joined(best, free, first, last) or self._under_noun(best.spot, first, last):
            return None
        return best.referent

    def all_about(self, first: int, last: int) -> list[Referent | None]:
        """The referents of all that tokens [first, last) name: "doctors and nurses"."""
        inside = list(self._within(first, last))
        return [one.referent for one in self._free(inside, first, last)]

    def _within(self, first: int, last: int) -> Iterator[Placed]:
        seen: set[int] = set()
        for i in self._tokens[bisect_left(self._tokens, first) : bisect_left(self._tokens, last)]:
            for one in self._by_token[i]:
                if id(one) not in seen:
                    seen.add(id(one))
                    yield one

    def _free(self, inside: list[Placed], first: int, last: int) -> list[Placed]:
        """Without what narrows another, or is joined to such: "hawks, like Roe and Doe"."""
        free: list[Placed] = []
        bound_to = -1
        titled = [p.spot for p in inside if p.spot.form == "name" and p.spot.anchors]
        for one in sorted(inside, key=lambda p: p.spot.start):
            if any(_in_office(one.spot, name) for name in titled):
                continue
            before = self.setting.folded[one.spot.low - 1] if one.spot.low > first else ""
            follows = before in JOINING and one.spot.low - 2 < bound_to
            if follows or self._linked(one.spot, first, last):
                bound_to = one.spot.end
            else:
                free.append(one)
        return free

    def _name_of(self, best: Placed, free: list[Placed], first: int) -> Placed:
        """The name of what is described, if it follows: "a news site, Znak", "one of the groups,
        the Free Column"."""
        noun = self.setting.folded[best.spot.head]
        one = singular(noun)
        if best.spot.form != "description" or (
            one != noun and self.setting.folded[first] not in ("one", "another")
        ):
            return best
        kinds = NAMED_BY.get(best.referent.kind if best.referent else NOUNS.get(one), frozenset())
        names = (p for p in free if p.spot.form == "name" and self._apposed(p.spot, best.spot.head))
        fitting = (p for p in names if p.referent is not None and p.referent.kind in kinds)
        return next(fitting, best)

    def _apposed(self, name: Spot, noun: int) -> bool:
        """Whether the name stands in apposition to the noun, by the parse or by the words."""
        if name.start <= noun:
            return False
        head = self.setting.doc[name.head]
        between = self.setting.folded[noun + 1 : name.start]
        if (head.dep_ == "appos" and head.head.i == noun) or BETWEEN_NAME.issuperset(between):
            return True
        return between[0] in OFFICE_OF and all(map(self._of_a_body, range(noun + 2, name.start)))

    def _of_a_body(self, i: int) -> bool:
        """Whether a token is of a body's or country's name: "Kestria" in "the premier of Kestria
        Jane Roe"."""
        named = (p.referent for p in self._by_token.get(i, ()) if p.spot.form == "name")
        return self.setting.folded[i] == "the" or any(r and r.kind in BODIES for r in named)

    def _under_noun(self, spot: Spot, first: int, last: int) -> bool:
        """ "the field's biggest hawks, like Roe": about a noun that is no mention."""
        doc = self.setting.doc
        outside = (t for t in doc[first:last] if not first <= t.head.i < last or t.head.i == t.i)
        root = next((t for t in outside if not t.is_punct and not t.is_space), None)
        if root is None or root.pos_ not in ("NOUN", "PRON", "NUM") or root.i in self._by_token:
            return False
        return root.i < spot.low and doc[spot.head].dep_ in (
            "nmod",
            "obl",
            "conj",
            "nmod:poss",
            "obj",
        )

    def _linked(self, spot: Spot, first: int, last: int) -> bool:
        """Whether the mention only narrows another one in the passage: "… to Roe", "Roe's …"."""
        folded = self.setting.folded
        before = spot.start - 1
        while before > first and folded[before] in ("the", "a", "an"):
            before -= 1
        if before > first and folded[before] in LINKING and spot.low > before - 1:
            return True
        if spot.form != "description" and self._narrows_noun(spot, last):
            return True
        return spot.end < last - 1 and folded[spot.end] in ("'s", "'") and not spot.anchors

    def _narrows_noun(self, spot: Spot, last: int) -> bool:
        """ "World Bank watchers", "Qaeda-linked": a name inside the phrase of a later noun."""
        token = self.setting.doc[spot.head]
        if spot.form == "pronoun":
            return token.dep_ == "nmod:poss" and spot.end <= token.head.i < last
        if spot.end < last and self.setting.doc[spot.end].text in ("-", "–"):
            return True
        inside = token.dep_ in ("compound", "amod", "nmod:poss") and spot.end <= token.head.i < last
        return inside and token.head.i not in spot.anchors

    def _joined(self, best: Placed, free: list[Placed], first: int, last: int) -> bool:
        low, high = best.spot.low, best.spot.high
        folded = self.setting.folded
        if (
            best.spot.form == "name"
            and best.spot.end < last - 1
            and folded[best.spot.end] in JOINING
        ):
            return True
        if low - 1 > first and folded[low - 1] in JOINING:
            return True  # to what is no mention: "neighbours, drivers and Roe"
        for other in free:
            if other.referent is best.referent or (
                low <= other.spot.start and other.spot.end <= high
            ):
                continue
            left, right = sorted((best.spot, other.spot), key=lambda s: s.start)
            between = folded[left.end : right.start]
            if between[:1] == (",",) and not self._comma_and(right):
                continue
            listed = between == (",",) and _people(best, other)
            if listed or any(word in JOINING for word in between):
                return True
        tail = range(max(best.spot.end, first), last)
        return any(
            folded[a] in JOINING and folded[b] in OTHERS and not self._in_clause(b, best.spot)
            for a, b in itertools.pairwise(tail)
        )

    def _in_clause(self, i: int, spot: Spot) -> bool:
        """ "Roe, whose views on trade and other matters …" is Roe alone."""
        above = itertools.takewhile(lambda t: t.i >= spot.end, self.setting.doc[i].ancestors)
        return any(t.dep_ == "acl:relcl" for t in above)

    def _comma_and(self, right: Spot) -> bool:
        """ "Roe, a lawyer, and Doe" are two; "Roe, a lawyer and friend of Doe" is one."""
        before = self.setting.folded[max(right.low - 2, 0) : right.low]
        return before[-1:] == (",",) or (before[:1] == (",",) and before[-1] in JOINING)


def _in_office(spot: Spot, name: Spot) -> bool:
    """Whether a mention is a part of the office before a name: "President", "Kestria" in
    "President of Kestria Jane Roe"."""
    inside = name.low <= spot.start and spot.end <= name.start
    return inside and any(spot.start <= i < name.start for i in name.anchors)


def _people(left: Placed, right: Placed) -> bool:
    both = (left.referent, right.referent)
    return all(r is not None and r.kind == "person" for r in both) and right.spot.form == "name"


def _shared(spot: Spot, first: int, last: int) -> int:
    return min(spot.high, last) - max(spot.low, first)
