"""Which names in an article name the same one.

In: the ``Named`` of an article. Out: one ``Referent`` each, and for each name the index of its
referent, or None where it could be two people ("Clinton" where Bill and Hillary are both in the
story). Full names are settled first, bucketed by surname; then short forms find their owner;
initials, bracketed acronyms and known names settle bodies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from onrecord.lexicon.forenames import ALIKE, EITHER, FORENAMES
from onrecord.model import EntityKind
from onrecord.reader.named import Named
from onrecord.reader.nouns import BODY_WORDS, NOUNS
from onrecord.reader.referents import Referent
from onrecord.reader.titles import (
    ARTICLE_PREFIXES,
    FIRST_SURNAMES,
    GIVEN_BEFORE_FIRST_SURNAME,
    PARTICLES,
    SUFFIXES,
)

SMALL: Final = frozenset("the of for and in on to a an de la und".split())
FORMS_OF_COMPANY: Final = frozenset("inc corp co ltd llc plc company corporation group".split())
LOCATIVE: Final = frozenset(
    "in at near from to of around outside across downtown into through".split()
)
# Two people of one surname: the one named in full this many times as often is meant by the bare
# surname.
DOMINANCE: Final = 2.0
JUST: Final = 60  # tokens: someone of that surname named so short before may be meant too


@dataclass(frozen=True, slots=True)
class Personal:
    """A person's name in its parts, folded: given names in order, surname without "al-" and the
    like."""

    given: tuple[str, ...]
    surname: str
    eastern: bool = False


def personal(keys: Sequence[str]) -> Personal:
    """ "Bill de Blasio" is Bill + de blasio; "Xi Jinping" is Jinping + xi."""
    words = [k for k in keys if k not in SUFFIXES] or list(keys)
    if len(words) == 1 or all(w in PARTICLES for w in words[:-1]):
        return Personal((), _bare(" ".join(words)))
    if (
        words[0] in FIRST_SURNAMES
        and words[0] not in GIVEN_BEFORE_FIRST_SURNAME
        and words[0] not in FORENAMES
    ):
        return Personal(tuple(words[1:]), words[0], eastern=True)
    at = len(words) - 1
    while at > 1 and words[at - 1] in PARTICLES:
        at -= 1
    return Personal(tuple(words[:at]), _bare(" ".join(words[at:])))


def _bare(surname: str) -> str:
    words = surname.replace("al ", "").split() if surname.startswith("al ") else surname.split()
    last = words[-1]
    for prefix in ARTICLE_PREFIXES:
        if last.startswith(prefix) and len(last) > len(prefix) + 1:
            last = last[len(prefix) :]
    return last


@dataclass(slots=True)
class Namesakes:
    """The referents of the names, and ``of[k]``: the referent of the k-th name, or None."""

    referents: list[Referent] = field(default_factory=list)
    of: list[Referent | None] = field(default_factory=list)


def namesakes(found: Sequence[Named], acronyms: dict[int, str]) -> Namesakes:
    """``acronyms``: name number -> the acronym the article gives it in brackets, folded."""
    voted = _voted(found)
    groups = _People(voted)
    groups.settle()
    bodies = _Bodies(voted, acronyms, groups.of)
    bodies.settle()
    of = bodies.of
    referents = list({id(r): r for r in of if r is not None}.values())
    return Namesakes(referents, of)


def _voted(found: Sequence[Named]) -> list[Named]:
    """Names of the same words get the kind most of them have; a weak name takes it over."""
    votes: dict[tuple[str, ...], Counter[EntityKind]] = defaultdict(Counter)
    for n in found:
        if n.kind is not None:
            votes[n.keys][n.kind] += 3 if n.titles and n.kind == "person" else 1
    return [
        replace(n, kind=votes[n.keys].most_common(1)[0][0]) if votes[n.keys] else n for n in found
    ]


def add(referent: Referent, named: Named) -> Referent:
    referent.names.append(named)
    referent.known = referent.known or named.known
    referent.sex = referent.sex or named.sex
    return referent


# --- people --------------------------------------------------------------------------------------


class _People:
    """Full names first, by surname; then the short ones find their owner."""

    def __init__(self, found: Sequence[Named]) -> None:
        self.found = found
        self.of: list[Referent | None] = [None] * len(found)
        self.by_surname: dict[str, list[Referent]] = defaultdict(list)
        self.by_given: dict[str, list[Referent]] = defaultdict(list)
        self.by_middle: dict[str, list[Referent]] = defaultdict(list)
        self.parts: dict[int, dict[Personal, None]] = defaultdict(dict)  # each once, in order

    def settle(self) -> None:
        people = [k for k, n in enumerate(self.found) if n.kind == "person"]
        full = [k for k in people if len(self._personal(k).given)]
        for k in sorted(full, key=lambda k: (-len(self.found[k].words), k)):
            self._place(k)
        self._index_middles()
        for k in people:
            if self.of[k] is None:
                self._place_short(k)
        for k, n in enumerate(self.found):
            if self.of[k] is None and (n.kind is None or len(n.words) == 1):
                self._adopt(k)

    def _personal(self, k: int) -> Personal:
        return personal(self.found[k].keys)

    def _place(self, k: int) -> None:
        """A full name joins the one person of its surname whose first names agree, or is a new
        person."""
        named, parts = self.found[k], self._personal(k)
        owners = [r for r in self._near(parts) if self._agrees(r, parts, named)]
        owner = owners[0] if len(owners) == 1 else None
        if len(owners) > 1:
            owner = next((r for r in owners if r.names[0].keys == named.keys), None)
        self._join(k, owner or Referent("person"), parts)

    def _join(self, k: int, owner: Referent, parts: Personal) -> None:
        self.of[k] = add(owner, self.found[k])
        self.parts[id(owner)][parts] = None
        if owner not in self.by_surname[parts.surname]:
            self.by_surname[parts.surname].append(owner)
        for given in parts.given[:1]:
            if owner not in self.by_given[given]:
                self.by_given[given].append(owner)

    def _near(self, parts: Personal) -> list[Referent]:
        """Owners of this surname, or of one a letter away with the very same first name."""
        same = self.by_surname.get(parts.surname, [])
        if same or len(parts.surname) < 6:
            return same
        return [
            r
            for r in self.by_given.get(parts.given[0], [])
            if any(_misspelled(parts.surname, p.surname) for p in self.parts[id(r)])
        ]

    def _agrees(self, owner: Referent, parts: Personal, named: Named) -> bool:
        if owner.sex and named.sex and owner.sex != named.sex and owner.names[0].keys != named.keys:
            return False
        return all(same_given(p.given, parts.given) for p in self.parts[id(owner)] if p.given)

    def _place_short(self, k: int) -> None:
        """ "Kirby": the Kirby of the article; "Hillary": its only Hillary; nobody's: a person of
        that name."""
        named, parts = self.found[k], self._personal(k)
        owners = self.by_surname.get(parts.surname, []) or self._middle(parts.surname)
        owners = [
            r for r in owners if not (r.sex and self._told_sex(k) and r.sex != self._told_sex(k))
        ]
        if not owners and parts.surname in FORENAMES:
            owners = self.by_given.get(parts.surname, [])
        if not owners and len(parts.surname) >= 7:
            owners = self._misspellings(parts.surname)
        if len(owners) > 1:
            owner = self._meant(owners, k)
            self.of[k] = add(owner, named) if owner else None
            return
        self._join(k, owners[0] if owners else Referent("person"), parts)

    def _told_sex(self, k: int) -> str:
        return self.found[k].sex

    def _middle(self, word: str) -> list[Referent]:
        """ "Maduro" of Nicolás Maduro Moros; "López Obrador" is found by its last word already."""
        return self.by_middle.get(word, [])

    def _index_middles(self) -> None:
        for named, referent in zip(self.found, self.of, strict=True):
            for word in named.keys[1:-1] if referent is not None else ():
                if referent is not None and referent not in self.by_middle[word]:
                    self.by_middle[word].append(referent)

    def _misspellings(self, surname: str) -> list[Referent]:
        near = [s for s in self.by_surname if s[:1] == surname[:1] and _misspelled(s, surname)]
        return self.by_surname[near[0]] if len(near) == 1 else []

    def _meant(self, owners: list[Referent], k: int) -> Referent | None:
        """Of several people with a surname, the one with the same title, or the one the article
        is about."""
        titles = set(self.found[k].titles)
        titled = [r for r in owners if any(titles & set(n.titles) for n in r.names)]
        if len(titled) == 1:
            return titled[0]
        at = self.found[k].start
        dated = [(r, [n.start for n in r.names if n.start < at]) for r in owners]
        dated = [(r, starts) for r, starts in dated if starts] or [(r, [0]) for r in owners]
        if len(dated) == 1:
            return dated[0][0]
        (most, own), *others = sorted(dated, key=lambda pair: -len(pair[1]))
        if len(own) <= DOMINANCE * len(others[0][1]):
            return None
        just_named = any(max(starts) > max(own) and at - max(starts) < JUST for _, starts in others)
        return None if just_named else most

    def _adopt(self, k: int) -> None:
        """A name of unknown or doubtful kind is a person's if it is just the surname of one."""
        named, parts = self.found[k], self._personal(k)
        owners = self.by_surname.get(parts.surname, [])
        if len(owners) != 1 or not self._may_be_person(named):
            return
        if len(named.words) == 1 or self._agrees(owners[0], parts, named):
            self._join(k, owners[0], parts)

    def _may_be_person(self, named: Named) -> bool:
        """ "Austin said" is Lloyd Austin though labelled a place; "in Austin" is not."""
        if named.known:
            return named.label == "PERSON"
        if named.kind == "place":
            return named.before not in LOCATIVE
        return named.kind in (None, "organization") and named.keys[-1] not in BODY_WORDS


def same_given(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two lists of first names can be one person's: equal, initials, short forms, a
    slip of the pen."""
    if not left or not right:
        return True
    a, b = left[0], right[0]
    if a == b or b in ALIKE.get(a, ()) or _initials(a, b) or _initials(b, a):
        return True
    if a in right[1:] or b in left[1:]:
        return True  # "Hussein Obama", "Willard Mitt Romney" and "Mitt Romney"
    both_known = all(n in FORENAMES or n in EITHER for n in (a, b))
    return not both_known and _misspelled(a, b)


def _initials(short: str, full: str) -> bool:
    return len(short) <= 2 and short.isalpha() and full.startswith(short[0])


def _misspelled(a: str, b: str) -> bool:
    """A letter off in four or more, two in nine or more; the first letter stands, and of syllables
    each counts: Kwok-kin is not Kwok-hing.
    """
    longest = max(len(a), len(b))
    if longest < 4 or a[:1] != b[:1]:
        return False
    two = longest >= 9 and not ("-" in a and "-" in b)
    return bool(DamerauLevenshtein.distance(a, b) <= (2 if two else 1))


# --- bodies, countries, places -------------------------------------------------------------------


class _Bodies:
    """Everything that is no person: by known name, by equal words, by acronym, by the tail of a
    longer name."""

    def __init__(
        self, found: Sequence[Named], acronyms: dict[int, str], of: list[Referent | None]
    ) -> None:
        self.found = found
        self.of = of
        self.acronyms = acronyms
        self.by_key: dict[str, Referent] = {}
        self.by_tail: dict[tuple[str, ...], list[Referent]] = defaultdict(list)
        self.by_first: dict[str, list[Referent]] = defaultdict(list)

    def settle(self) -> None:
        open_names = [
            k
            for k, n in enumerate(self.found)
            if self.of[k] is None and n.kind is not None and n.kind != "person"
        ]
        for k in sorted(open_names, key=lambda k: (-len(_content_words(self.found[k])), k)):
            self._place(k)
        for k, n in enumerate(self.found):
            if self.of[k] is None and n.kind is None and not n.weak:
                self._place(k)
        for k, n in enumerate(self.found):
            if self.of[k] is None and n.kind is None:
                self.of[k] = self._adopted(n)

    def _adopted(self, named: Named) -> Referent | None:
        """An unlabelled name that equals a settled one."""
        owner = self.by_key.get(_key(named))
        return add(owner, named) if owner is not None else None

    def _place(self, k: int) -> None:
        named = self.found[k]
        words = _content_words(named)
        owner = (
            self.by_key.get(_key(named)) or self._tail(words, named) or self._start(words, named)
        )
        owner = owner or Referent(named.kind, known=named.known, plural=named.kind == "group")
        if owner.kind is None:
            owner.kind = named.kind
        self.of[k] = add(owner, named)
        self._index(owner, words, k)

    def _index(self, owner: Referent, words: tuple[str, ...], k: int) -> None:
        self.by_key.setdefault(_key(self.found[k]), owner)
        self.by_key.setdefault(" ".join(words), owner)
        acronym = "".join(w[0] for w in words)
        if len(words) > 2 or k in self.acronyms:
            self.by_key.setdefault(self.acronyms.get(k, acronym), owner)
        if owner.kind == "organization":
            for at in range(1, len(words) - 1):
                if owner not in self.by_tail[words[at:]]:
                    self.by_tail[words[at:]].append(owner)
            if len(words) > 1 and owner not in self.by_first[words[0]]:
                self.by_first[words[0]].append(owner)

    def _tail(self, words: tuple[str, ...], named: Named) -> Referent | None:
        """ "Security Council" of the one name that ends so."""
        owners = self.by_tail.get(words, []) if named.kind == "organization" else []
        return owners[0] if len(owners) == 1 and len(words) > 1 else None

    def _start(self, words: tuple[str, ...], named: Named) -> Referent | None:
        """ "Goldman" of Goldman Sachs; never "Israel" of Israel Railways, nor a common noun."""
        if named.kind != "organization" or len(words) != 1 or named.known or words[0] in NOUNS:
            return None
        owners = self.by_first.get(words[0], [])
        return owners[0] if len(owners) == 1 and words[0] not in BODY_WORDS else None


def _key(named: Named) -> str:
    return named.known.casefold() if named.known else " ".join(_content_words(named))


def _content_words(named: Named) -> tuple[str, ...]:
    """Folded words in one order: "Department of Justice" and "Justice Department", "Apple Inc."
    and "Apple"."""
    keys = [k for k in named.keys if k not in SMALL] or list(named.keys)
    if "of" in named.keys and keys[0] in ("department", "ministry"):
        keys = [*keys[1:], keys[0]]
    while len(keys) > 1 and keys[-1] in FORMS_OF_COMPANY:
        keys.pop()
    if len(keys) > 2 and keys[0] in ("us", "u.s", "united"):
        keys = (
            keys[2:]
            if keys[:2] == ["united", "states"]
            else keys[1:]
            if keys[0] != "united"
            else keys
        )
    return tuple(keys)
