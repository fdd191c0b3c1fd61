"""People and bodies the article describes instead of naming: "a senior official", "the newspaper", "aides to Roe".

In: a ``Setting``, the referents of its names, which tokens those cover. Out: referents for the descriptions, where "the
official" joins "a senior defense official", "the president" joins the one named President, "The newspaper" the paper
named last. A modifier that contradicts keeps two apart; where two fit equally, the mention stays without a referent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from onrecord.model import EntityKind
from onrecord.reader.countries import ADJECTIVES, COUNTRIES
from onrecord.reader.nouns import (
    COLLECTIVE,
    NOUNS,
    OFFICE_SYNONYMS,
    PLURALS,
    RANK_WORDS,
    SAME_PLACE,
    SEX,
)
from onrecord.reader.outlets import OUTLET_NOUNS
from onrecord.reader.referents import Referent, Spot
from onrecord.reader.roles import office, person_ending, singular
from onrecord.reader.setting import Setting, folded
from onrecord.reader.titles import TITLES

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE: Final = frozenset(
    "det amod compound nummod nmod:poss nmod:desc nmod nmod:unmarked flat acl det:predet".split()
)
_NOT_AFTER: Final = frozenset(
    "conj cc punct parataxis discourse dislocated cop nsubj aux mark advcl ccomp obl:unmarked".split()
)
DEFINITE: Final = frozenset("the this that these those such".split())
INDEFINITE: Final = frozenset("a an another one some several many few two three four five any no every each".split())
NATION: Final = {folded(k): folded(v) for k, v in (ADJECTIVES | COUNTRIES).items()}
KIN: Final = frozenset(
    "husband wife son daughter brother sister father mother mom dad parent uncle aunt cousin spouse widow boyfriend "
    "girlfriend fiance fiancee friend partner child".split()
)
# How many sentences back a definite description still finds its antecedent.
REACH_OF_UNNAMED: Final = 40
REACH_OF_OUTLET: Final = 5
NEAR: Final = 3
# Bodies called by one word of their name: "the Justice Department" is later "the department".
NOT_BY_WORD: Final = frozenset({"government", "administration", "police", "state", "house", "team", "city", "county"})


@dataclass(frozen=True, slots=True)
class Described:
    """A description as it stands: its phrase [low, high), head, noun, and the folded words that narrow it."""

    low: int
    high: int
    head: int
    noun: str
    kind: EntityKind
    sex: str
    plural: bool
    article: str  # "definite", "indefinite", "owned" or "" (bare)
    modifiers: frozenset[str]
    owner: Referent | None
    core: tuple[int, int]
    complement: bool

    @property
    def places(self) -> frozenset[str]:
        """The modifiers that say whose or where, in one spelling; ranks left out."""
        return frozenset(SAME_PLACE.get(m, NATION.get(m, m)) for m in self.modifiers - RANK_WORDS)


@dataclass(slots=True)
class Told:
    """What was found: referents of descriptions, and the referent each head token refers to (None: undecided)."""

    referents: list[Referent] = field(default_factory=list)
    of: dict[int, Referent | None] = field(default_factory=dict)


class Covered:
    """Which referent owns which token: the names and roles found so far."""

    def __init__(self, referents: Iterable[Referent]) -> None:
        self.name: dict[int, Referent] = {}
        self.role: dict[int, Referent] = {}
        for referent in referents:
            for spot in referent.spots:
                for i in range(spot.start, spot.end):
                    self.name[i] = referent
                for i in spot.anchors:
                    self.role.setdefault(i, referent)


# --- finding -----------------------------------------------------------------------------------------------------


def described(setting: Setting, covered: Covered, sources: frozenset[int]) -> list[Described]:
    """All descriptions of people, bodies, outlets and documents, in the order of the text."""
    found = []
    for token in setting.doc:
        if token.i in covered.name or token.i in covered.role or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            continue
        one = _described(setting, token, covered, token.i in sources)
        if one is not None:
            found.append(one)
    return found


def _described(setting: Setting, token: Token, covered: Covered, source: bool) -> Described | None:
    noun = singular(setting.folded[token.i])
    kind = _kind(noun, token, source)
    if kind is None or _is_modifier(token) or _leads_to_name(setting, token.i, covered) or (token.pos_ == "ADJ" and not source):
        return None
    low, high = phrase(token)
    article, owner = _article(setting, token, low, covered)
    plural = _is_plural(setting.folded[token.i], noun, token)
    before = [t for t in setting.doc[low : token.i] if _narrows(t)]
    return Described(
        low, high, token.i, noun, _grouped(kind, plural), SEX.get(noun, person_ending(noun) or ""), plural, article,
        frozenset(setting.folded[t.i] for t in before), owner,
        (_core_start(setting, token, low), token.i + 1), _has_complement(token),
    )  # fmt: skip


def _grouped(kind: EntityKind, plural: bool) -> EntityKind:
    """One protester is a person who is not named; protesters are a group."""
    return "unnamed" if kind == "group" and not plural else kind


def _kind(noun: str, token: Token, source: bool) -> EntityKind | None:
    if noun in NOUNS:
        return NOUNS[noun]
    if office(noun) or person_ending(noun) is not None:
        return "unnamed"
    if source and any(c.dep_ == "acl:relcl" and _has_who(c) for c in token.children):
        return "unnamed"
    return None


def _has_who(clause: Token) -> bool:
    return any(c.lower_ == "who" for c in clause.children)


def _is_modifier(token: Token) -> bool:
    """Inside another noun phrase: "police officer", "campaign manager"; or before a name, as its role."""
    if token.dep_ in ("compound", "flat", "nmod:desc", "amod", "fixed"):
        return True
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return following is not None and following.pos_ in ("NOUN", "PROPN") and token.head.i == following.i


def _leads_to_name(setting: Setting, i: int, covered: Covered) -> bool:
    """ "Prime Minister" straight before a name the roles did not take it for: no one else. """
    at = i + 1
    while at < len(setting.doc) and (setting.folded[at] in TITLES or setting.doc[at].text == "."):
        at += 1
    capital = setting.doc[i].text[:1].isupper() or setting.folded[i] in TITLES
    return capital and at in covered.name and covered.name[at].human and setting.doc[i].pos_ == "PROPN"


def phrase(token: Token) -> tuple[int, int]:
    """The whole phrase of a head, without what is coordinated with it."""
    low, high = token.i, token.i + 1
    for child in token.children:
        if child.i < token.i and child.dep_ in _BEFORE:
            low = min(low, child.left_edge.i)
        elif child.i > token.i and child.dep_ not in _NOT_AFTER:
            high = max(high, child.right_edge.i + 1)
    while low < token.i and (token.doc[low].is_punct or token.doc[low].pos_ == "CCONJ" or token.doc[low].is_space):
        low += 1
    return low, high


def _core_start(setting: Setting, token: Token, low: int) -> int:
    """The description without its article: what it is called by."""
    start = low
    while start < token.i and setting.folded[start] in DEFINITE | {"a", "an", "its", "his", "her", "their", "our", "my"}:
        start += 1
    return start


def _narrows(token: Token) -> bool:
    return token.pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "VERB") and not token.is_punct


def _article(setting: Setting, token: Token, low: int, covered: Covered) -> tuple[str, Referent | None]:
    for child in token.children:
        if child.dep_ == "nmod:poss" and child.i < token.i:
            return "owned", covered.name.get(child.i)
    first = setting.folded[low]
    for i in range(low, token.i):
        key = setting.folded[i]
        if key in ("'s", "'", "its", "his", "her", "their", "our", "my"):
            return "owned", covered.name.get(i - 1)
    if any(setting.folded[i] in DEFINITE for i in range(low, token.i)):
        return "definite", None
    return ("indefinite" if first in INDEFINITE else ""), None


def _is_plural(word: str, noun: str, token: Token) -> bool:
    return word != noun or word in COLLECTIVE or (word in PLURALS and word.endswith("en"))


def _has_complement(token: Token) -> bool:
    """ "a spokesman for the ministry", "doctors in Gaza": narrowed by what follows. """
    return any(c.dep_ in ("nmod", "acl", "acl:relcl", "obl") and c.i > token.i for c in token.children)


# --- telling who -------------------------------------------------------------------------------------------------


class Descriptions:
    """Goes through the descriptions from first to last and gives each its referent."""

    def __init__(self, setting: Setting, named: Sequence[Referent]) -> None:
        self.setting = setting
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
                referent.spots.append(
                    Spot(one.core[0], one.core[1], one.head, one.low, one.high, "description", (one.head,))
                )
                referent.modifiers |= one.modifiers
                referent.sex = referent.sex or one.sex
        return self.told

    def _referent(self, one: Described) -> tuple[Referent | None, bool]:
        """The referent, and whether the matter is settled (with or without one)."""
        if one.article == "indefinite":
            return None, False
        if one.kind == "unnamed" and not one.plural:
            holder, settled = self._holder(one)
            if settled:
                return holder, True
        if one.kind == "outlet" and one.article == "definite" and not one.modifiers and not one.complement:
            outlet = self._outlet(one)
            if outlet is not None:
                return outlet, True
        if one.kind == "organization" and one.article == "definite" and not one.complement:
            body = self._body(one)
            if body is not None:
                return body, True
        return self._said_before(one)

    # -- an office someone named holds

    def _holder(self, one: Described) -> tuple[Referent | None, bool]:
        """ "the president": the one person named President whose country or body agrees, the nearest if several. """
        if one.article not in ("definite", "owned") or one.noun in KIN or not office(one.noun):
            return None, False
        nouns = OFFICE_SYNONYMS.get(one.noun, frozenset({one.noun}))
        fitting = list({id(r): r for n in sorted(nouns) for r in self.holders.get(n, []) if self._fits(r, one)}.values())
        before = [r for r in fitting if self._last(r, one.head) is not None]
        if one.complement and not one.places:
            return None, False
        if len(before) == 1 and self._recent(before[0], one.head, 12):
            return before[0], True
        if len(before) > 1:
            near = [r for r in before if self._recent(r, one.head, 1)]
            return (near[0], True) if len(near) == 1 else (None, True)
        if len(fitting) == 1 and one.places and not before:
            return fitting[0], True
        return None, False

    def _fits(self, holder: Referent, one: Described) -> bool:
        """No nationality or place of work against it; one the description names must be known of the holder."""
        if one.sex and holder.sex and one.sex != holder.sex:
            return False
        if one.owner is not None:
            return _called(one.owner) in holder.affiliations
        former = "former" in one.modifiers
        if former and "former" not in holder.affiliations:
            return False
        return one.places <= holder.affiliations

    # -- an outlet, a body

    def _outlet(self, one: Described) -> Referent | None:
        """The outlet mentioned last, if it is of that sort and not long ago."""
        fitting = [r for r in self.outlets if one.noun in OUTLET_NOUNS.get(r.known, {one.noun})]
        if one.noun not in ("newspaper", "paper", "magazine", "network", "agency", "website", "site", "outlet",
                            "channel", "station", "broadcaster", "daily", "tabloid"):  # fmt: skip
            return None
        noun = {"paper": "newspaper", "site": "website", "station": "channel", "daily": "newspaper"}.get(one.noun)
        fitting = fitting or [r for r in self.outlets if noun in OUTLET_NOUNS.get(r.known, ())]
        dated = [(spot.start, r) for r in fitting if (spot := self._last(r, one.head)) is not None]
        if not dated:
            return None
        at, outlet = max(dated, key=lambda pair: pair[0])
        return outlet if self._sentences(at, one.head) <= REACH_OF_OUTLET else None

    def _body(self, one: Described) -> Referent | None:
        """ "the department": the one body whose name ends so and agrees with the modifiers. """
        if one.noun in NOT_BY_WORD:
            return None
        fitting = [
            r for r in self.bodies.get(one.noun, [])
            if self._last(r, one.head) is not None
            and one.modifiers <= {k for n in r.names for k in n.keys}
        ]  # fmt: skip
        near = [r for r in fitting if self._recent(r, one.head, NEAR)]
        if len(fitting) == 1:
            return fitting[0] if self._recent(fitting[0], one.head, 12) else None
        return near[0] if len(near) == 1 else None

    # -- described before

    def _said_before(self, one: Described) -> tuple[Referent | None, bool]:
        """The description of the same noun that nothing contradicts; two that fit equally settle nothing."""
        earlier = [r for r in self.by_noun.get(one.noun, []) if _compatible(r, one)]
        earlier = [r for r in earlier if self._recent(r, one.head, REACH_OF_UNNAMED)]
        if one.article == "" and one.plural:
            same = [r for r in earlier if _places(r) == one.places and r.plural and one.plural]
            return (same[-1], True) if same and not one.complement else (None, False)
        if one.article == "owned":
            same = [r for r in earlier if r.owner is one.owner and one.owner is not None]
            return (same[-1], True) if same and one.noun not in KIN | {"aide", "adviser"} else (None, False)
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
        referent = Referent(one.kind, one.sex, one.plural, noun=one.noun, modifiers=one.modifiers, owner=one.owner)
        self.by_noun[one.noun].append(referent)
        self.told.referents.append(referent)
        return referent

    # -- distances

    def _last(self, referent: Referent, at: int) -> Spot | None:
        before = [s for s in referent.spots if s.start < at]
        return max(before, key=lambda s: s.start) if before else None

    def _sentences(self, start: int, end: int) -> int:
        return self.setting.sentence[end] - self.setting.sentence[start]

    def _recent(self, referent: Referent, at: int, sentences: int) -> bool:
        spot = self._last(referent, at)
        return spot is not None and self._sentences(spot.start, at) <= sentences


def _first_heads(referent: Referent) -> set[str]:
    """ "Department of Justice" is called by its first word, as "Justice Department" is by its last. """
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
    nations = set(NATION.values())
    before, now = _places(earlier), one.places
    if (before & nations) and (now & nations) and (before & nations) != (now & nations):
        return False
    left, right = before - nations, now - nations
    return not (left and right) or bool(left & right)
