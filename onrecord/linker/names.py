"""Names of people, taken apart: first names, family name, what follows it, and how two compare.

In: a name as an article gives it ("Lt. Col. Joseph R. Doe Jr.", "Roh Min-seo", "al-Doe"). Out:
``PersonName``, folded, without titles, in one order: first names, then the family name. A name of
one word has no first name: whether "Doe" is first or last is not known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from onrecord.lexicon.forenames import ALIKE, EITHER, FORENAMES
from onrecord.lexicon.nicknames import HEADS, SHORT
from onrecord.lexicon.offices import ABBREVIATIONS, HONORIFICS, NOUNS
from onrecord.linker import commonness
from onrecord.linker.spelling import folded, near, one_apart, skeleton, transliterated

PARTICLES: Final = frozenset(
    "van von der den de del della di da das do dos du la le el al bin ibn bint ben abu abd st san "
    "ter ten af av zu zur y e ould".split()
)
_JOINED: Final = frozenset("al el as ash an ar at ad ud".split())  # "al-Doe" and "Doe" are one
_SUFFIXES: Final = {
    "jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv",
    "v": "v", "vi": "vi", "vii": "vii", "viii": "viii", "ix": "ix", "xiv": "xiv", "xvi": "xvi",
    "2nd": "ii", "3rd": "iii",
}  # fmt: skip
_BEFORE: Final = frozenset(
    "republican republicans democrat democrats democratic gop neither both either unlike like "
    "while when after but and that".split()
)
_NICKNAME: Final = re.compile(r"[\"“”(]\s*([\w'’ -]+?)\s*[\"“”)]")
_BREAKS: Final = re.compile(r"[\s\-‐‑–·./]+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """Folded parts of a name; ``given`` holds initials as single letters."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    suffix: str = ""
    nickname: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        return (*self.given, *self.family)

    @property
    def full(self) -> bool:
        return bool(self.given)

    @property
    def surname(self) -> str:
        """The family name without "van", "de", "al-"."""
        return self.family[-1] if self.family else ""

    @property
    def first(self) -> str:
        """What comes first as a name: "J. Dennis Doe" is called Dennis, "Abu Omar Doe" Omar."""
        slight = len(self.given) > 1 and (len(self.given[0]) == 1 or self.given[0] == "abu")
        return self.given[slight] if self.given else ""

    @property
    def common(self) -> bool:
        """Whether many people are called so: "John Smith"; never with a middle name or suffix."""
        long = len(self.family) > 1 or len(self.given) > 1 or self.suffix
        return self.full and not long and commonness.common(self.given[0], self.surname)

    @property
    def not_rare(self) -> bool:
        """Whether first name and surname are each met often: "John Hoffman"."""
        known = self.first in commonness.FORENAMES and self.surname in commonness.SURNAMES
        return len(self.words) == 2 and known


@lru_cache(65_536)
def person(name: str) -> PersonName:
    """The parts of a name; all empty where nothing but titles stands there."""
    called = _NICKNAME.search(name)
    bare = _NICKNAME.sub(" ", name) if called else name
    words = [w for w in _BREAKS.split(folded(bare).replace(",", " ")) if w]
    words = [w.removesuffix("'s").strip("'\"“”()[]") for w in words]
    words = _untitled([w for w in words if w])
    suffix = ""
    if len(words) > 1 and words[-1] in _SUFFIXES:
        suffix = _SUFFIXES[words.pop()]
    parts = [letter for word in words[:-1] for letter in _initials(word)]
    given, family = _divided([*parts, *words[-1:]])
    return PersonName(given, family, suffix, folded(called[1]) if called else "")


def _untitled(words: list[str]) -> list[str]:
    """ "Senators Max Doe", "Podcaster Jane Roe", "Ohio Sen. Doe", "Neither Jane Doe": without what
    is no name.
    """
    last = max((i for i, word in enumerate(words) if word in ABBREVIATIONS), default=-1)
    words = words[last + 1 :]
    while len(words) > 1 and _title(words[0]):
        words = words[1:]
    return words


def _title(word: str) -> bool:
    singular = word[:-1] if word.endswith("s") else word
    return (
        word in HONORIFICS
        or word in _BEFORE
        or (not {word, singular}.isdisjoint(NOUNS) and word not in FORENAMES)
    )


def _initials(word: str) -> list[str]:
    """ "JD Doe" is J. D. Doe, "George HW Roe" George H. W. Roe."""
    letters = len(word) == 2 and word not in PARTICLES and not set(word) & set("aeiouy")
    return list(word) if letters else [word]


def _divided(words: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(first names, family name)"""
    if len(words) < 2:
        return (), tuple(words)
    eastern = _eastern(words)
    if eastern is not None:
        return eastern
    start = next(
        (i for i in range(1, len(words) - 1) if words[i] in PARTICLES and i < len(words) - 1),
        len(words) - 1,
    )
    if words[0] == "abu" and len(words) > 2:
        return tuple(words[:2]), tuple(w for w in words[2:] if w not in _JOINED)
    if words[0] in PARTICLES - FORENAMES.keys():
        start = 0  # "bin Doe", "De La Roe": a family name alone
    family = tuple(w for w in words[start:] if w not in _JOINED) or (words[-1],)
    return tuple(words[:start]), family


def _eastern(words: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Chinese, Korean and Vietnamese names, in either order: "Roh Min-seo", "Min Seo Roh",
    "Roh Minseo" are one; None for other names.
    """
    first, last = words[0], words[-1]
    if len(words) > 3 or any(len(w) < 2 or w in FORENAMES for w in words[:-1] if w != first):
        return None
    leading = first in commonness.FAMILY_FIRST and last not in FORENAMES
    if leading and (len(words) == 3 or last not in commonness.FAMILY_FIRST):
        return ("".join(words[1:]),), (first,)
    syllables = max(map(len, words)) <= 5 and first not in FORENAMES
    if last in commonness.FAMILY_FIRST and len(words) == 3 and syllables:
        return ("".join(words[:-1]),), (last,)
    return None


# --- first names ---------------------------------------------------------------------------------


def same_person_short(left: str, right: str) -> bool:
    """ "Bill" and "William", "Mohammed" and "Muhammad"."""
    return right in ALIKE.get(left, ()) or right in SHORT.get(left, ())


@lru_cache(65_536)
def first_keys(first: str) -> frozenset[str]:
    """Skeletons that all forms of a first name share one of: "bill" and "william"."""
    return frozenset(skeleton(form) for form in (first, *HEADS.get(first, ())))


def initials_clash(left: PersonName, right: PersonName) -> bool:
    """Each has a name in the middle that the other has not: George W. and George H. W."""
    ours, theirs = _middle(left), _middle(right)
    if ours and theirs and len(ours) != len(theirs) and all(len(w) == 1 for w in ours + theirs):
        return True
    return not (_fits(ours, theirs) or _fits(theirs, ours))


def told_apart(left: PersonName, right: PersonName) -> bool:
    """One first name and one family name, and middle names that differ."""
    alike = left.full and right.full and left.first == right.first
    return alike and left.surname == right.surname and initials_clash(left, right)


def contradict(left: PersonName, right: PersonName) -> bool:
    """Whether nobody is called both: Kim Yo Jong and Kim Jong Un, Doe Sr. and Doe Jr."""
    suffixes = left.suffix and right.suffix and left.suffix != right.suffix
    return bool(suffixes) or compared(left, right) == "other_first"


def two_initials(name: PersonName) -> bool:
    """ "George H. W. Doe" is called so where there is another George Doe."""
    return len(name.given) > 2 and all(len(word) == 1 for word in name.given[1:])


def _middle(name: PersonName) -> tuple[str, ...]:
    return tuple(w for w in name.words[1:-1] if w not in PARTICLES)


def _fits(some: tuple[str, ...], all_of: tuple[str, ...]) -> bool:
    """All stand there too, in this order, an initial for what it begins."""
    rest = iter(all_of)
    return all(any(_as_initial(a, b) for b in rest) for a in some)


def _as_initial(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) or transliterated(a, b)


def _within(some: Iterable[str], all_of: tuple[str, ...]) -> bool:
    rest = iter(all_of)
    return all(any(a == b for b in rest) for a in some)


# --- two names -----------------------------------------------------------------------------------

NEARNESS: Final = (
    "same", "reordered", "fuller", "short", "initial", "spelt", "one_apart", "misspelt",
    "both_misspelt", "surname", "other_first", "none",
)  # fmt: skip


def compared(left: PersonName, right: PersonName) -> str:
    """How two names stand to each other: one of ``NEARNESS``, best first."""
    if not left.words or not right.words:
        return "none"
    if left.words == right.words:
        return "same" if left.full else "surname"
    if not left.full or not right.full:
        return _with_surname(left, right)
    if sorted(left.words) == sorted(right.words):
        return "reordered"
    return _full_names(left, right)


def _with_surname(left: PersonName, right: PersonName) -> str:
    bare, other = (left, right) if not left.full else (right, left)
    if bare.words == other.family or bare.words == (other.surname,):
        return "surname"
    if other.full and bare.words == other.words[-len(bare.words) :]:
        return "surname"
    if bare.surname == other.surname and bare.full == other.full:
        return "surname"
    return "none"


def _full_names(left: PersonName, right: PersonName) -> str:
    family = _families(left, right)
    first = _firsts(left, right)
    if family == "other":
        return _one_in_other(left, right)
    if family == "same":
        if first == "same":
            return "fuller"
        return first if first != "other" else "other_first"
    if first in ("same", "short"):
        return family
    if first == "spelt" and family == "spelt":
        return "spelt"
    return "both_misspelt" if first in ("spelt", "one_apart") else "none"


def _families(left: PersonName, right: PersonName) -> str:
    if left.family == right.family or left.surname == right.surname:
        return "same"
    if "".join(left.family) == "".join(right.family):
        return "spelt"
    if transliterated(left.surname, right.surname):
        return "spelt" if _foreign(left, right) else "misspelt"
    return "misspelt" if near(left.surname, right.surname) else "other"


def _foreign(left: PersonName, right: PersonName) -> bool:
    """Neither name is one of English: "Mike Levitt" and "Mike Leavitt", "John Reid" and "John
    Reed" are rather two.
    """
    ordinary = {left.surname, right.surname} & commonness.SURNAMES
    return not ordinary and not {left.first, right.first} & commonness.ENGLISH


def _firsts(left: PersonName, right: PersonName) -> str:
    if initials_clash(left, right):
        return "other"
    if left.surname in commonness.FAMILY_FIRST and left.given != right.given:
        return "short" if same_person_short(left.first, right.first) else "other"
    pairs = [(a, b) for a in _called(left) for b in _called(right)]
    tests = (
        ("same", lambda a, b: a == b),
        ("short", same_person_short),
        ("initial", lambda a, b: min(len(a), len(b)) == 1 and a[0] == b[0]),
        ("spelt", _spelt_first),
        ("one_apart", lambda a, b: a[0] == b[0] and (one_apart(a, b) or _begins(a, b))),
    )
    return next((name for name, test in tests if any(test(a, b) for a, b in pairs)), "other")


def _spelt_first(a: str, b: str) -> bool:
    """Two spellings of a foreign first name; "Daniel" and "Danielle", "Juan" and "Joan", "Jon" and
    "Jan" are two names, and every syllable of "Min-seo" counts.
    """
    known = {a, b} <= FORENAMES.keys() | EITHER
    ends = a[-1] != b[-1] and {a[-1], b[-1]} & set("aeo") and abs(len(a) - len(b)) < 2
    return min(len(a), len(b)) > 3 and not known and not ends and transliterated(a, b)


def _begins(a: str, b: str) -> bool:
    """ "Stan" and "Stanislav"; "Paul" and "Paula" are a letter apart anyway."""
    return min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a))


def _called(name: PersonName) -> Iterator[str]:
    yield from dict.fromkeys((name.given[0], name.first))
    if name.nickname:
        yield name.nickname


def _one_in_other(left: PersonName, right: PersonName) -> str:
    """ "Claudia Doe" in "Claudia Doe Roe": Spanish family names, names after marriage."""
    short, long = sorted((left.words, right.words), key=len)
    inside = len(short) > 1 and short[0] == long[0] and _within(short, long)
    return "fuller" if inside else "none"
