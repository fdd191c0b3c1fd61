"""What a role says: the office, whose office it is, of what country, held now or before.

In: roles as articles word them ("the council's senior director for strategic communications").
Out: ``Role``: the office under one name for all its names, the words that say where ("council"),
the countries these speak of. Two people's roles compare by these parts, not by their wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from onrecord.lexicon.offices import (
    BY_NAME,
    COMING,
    FIELDS,
    HONORIFICS,
    KIN,
    LONGEST,
    OFFICES,
    PAST,
)
from onrecord.linker import nations
from onrecord.linker.spelling import folded

_WORD: Final = re.compile(r"[\w']+(?:[-./&]\w+)*\.?")
_EMPTY: Final = frozenset(
    """
    a an the of for to at in on with by from and or his her its their this that who whose is was be
    as s top senior chief new current then-  first second third longtime long-time veteran leading
    prominent famous well-known old year deputy assistant associate acting interim incumbent sitting
    one two also both all not no than whom which until since born aged man woman
    """.split()
)
_LOWER: Final = frozenset("deputy vice assistant under associate".split())
_PREPOSITIONS: Final = frozenset("of for to at in on with from".split())
_SYNONYMS: Final = {
    "defence": "defense", "labour": "labor", "nsc": "national security council",
    "un": "united nations", "u.n": "united nations", "eu": "european union",
    "organisation": "organization", "centre": "center", "programme": "program",
    "dem": "democratic", "democrat": "democratic", "gop": "republican",
}  # fmt: skip
_WITH_FIELDS: Final = frozenset({"minister", "secretary"})


_LONG: Final = frozenset(word for phrase in _SYNONYMS.values() for word in phrase.split())
MOST_WORDS: Final = 6
FEW: Final = 2


@dataclass(frozen=True, slots=True)
class Role:
    """``office`` is "" where no word of an office stands there; ``where`` are folded words."""

    office: str
    where: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    past: bool = False

    @property
    def walk(self) -> str:
        office = BY_NAME.get(self.office.partition(":")[0].removeprefix("deputy "))
        return office.walk if office else ""

    @property
    def sole(self) -> bool:
        office = BY_NAME.get(self.office)
        return ":" in self.office or (office is not None and office.sole)

    def json(self) -> list[str | list[str]]:
        return [self.office, list(self.where), list(self.countries), "past" if self.past else ""]


def from_json(told: list[object]) -> Role:
    office, where, countries, past = told
    return Role(str(office), tuple(where), tuple(countries), bool(past))  # type: ignore[arg-type]


@lru_cache(65_536)
def role(text: str) -> Role | None:
    """What a role says; None where nothing is left of it but an honorific."""
    words = [w for found in _WORD.findall(folded(text)) for w in _parted(found)]
    owned = _kin(words)
    if owned is not None:
        return owned
    at, size = _head(words)
    office = _office(words, at, size) if size else ""
    left = [*words[:at], *words[at + size :]] if size else words
    countries = tuple(sorted(set(nations.countries(left))))
    said = _where(left) - ({"minister"} | FIELDS.keys() if ":" in office else set())
    where = tuple(sorted(_proper(said, text)))
    past = any(w in PAST or w.startswith("ex-") for w in words)
    if not office and not where and not countries:
        return None
    return Role(office, where[:MOST_WORDS], countries, past)


def _proper(said: set[str], text: str) -> set[str]:
    """Names; other words only where they are few: "the likely nominee of his party" tells nothing
    that another article would repeat.
    """
    loud = {folded(word) for word in re.findall(r"[A-Z][\w'’.-]*", text)}
    names = {w for w in said if any(w in name.replace("-", " ").split() for name in loud)}
    names |= {w for w in said if w in _LONG or "_" in w}
    return said if len(said - names) <= FEW else names


def _parted(word: str) -> Iterator[str]:
    """ "then-governor" is two words; "Doe's" is one, without its ending."""
    word = word.rstrip(".").removesuffix("'s").strip("'")
    before, _, after = word.partition("-")
    yield from (before, after) if before in PAST and after else (word,) if word else ()


def _kin(words: list[str]) -> Role | None:
    """ "Jane Doe's husband", "wife of the late senator": a tie, and to whom."""
    for i, word in enumerate(words):
        if word in KIN and (i == len(words) - 1 or words[i + 1] in ("of", "to") or i == 0):
            return Role(f"kin:{word}", tuple(sorted(_where([*words[:i], *words[i + 1 :]])))[:6])
    return None


def _head(words: list[str]) -> tuple[int, int]:
    """Where the words of the office stand: the last before a preposition, the longest there."""
    end = next((i for i, w in enumerate(words) if i and w in _PREPOSITIONS), len(words))
    found = (0, 0)
    for at in range(end):
        size = next(
            (n for n in range(LONGEST, 0, -1) if _phrase(words[at : at + n], n) in OFFICES), 0
        )
        if size and at + size > sum(found):
            found = (at, size)
    return found if found[1] else _later(words, end)


def _later(words: list[str], end: int) -> tuple[int, int]:
    return next(((i, 1) for i in range(end, len(words)) if words[i] in OFFICES), (0, 0))


def _phrase(words: list[str], size: int) -> str:
    phrase = " ".join(words)
    if len(words) < size:
        return ""
    if phrase in OFFICES or not phrase.endswith("s"):
        return phrase
    return phrase[:-1]


def _office(words: list[str], at: int, size: int) -> str:
    name = OFFICES[_phrase(words[at : at + size], size)].name
    if name in _WITH_FIELDS:
        field = next((FIELDS[w] for w in words if w in FIELDS), "")
        name = f"minister:{field}" if field else name
    lower = at and words[at - 1] in _LOWER
    return f"deputy {name}" if lower and not name.startswith(("vice", "deputy")) else name


def _where(words: Iterable[str]) -> set[str]:
    kept: set[str] = set()
    for word in nations.without_countries(words):
        if word in _EMPTY or word in HONORIFICS or word in PAST | COMING:
            continue
        if not (word.isdigit() and len(word) != 4):
            kept.update(_SYNONYMS.get(word, word).split(" "))
    return kept


def roles(texts: Iterable[str]) -> tuple[Role, ...]:
    """The roles of one person, each once, in one order; a bare office yields to the same office
    with more said of it.
    """
    found = sorted({r for t in texts if (r := role(t)) is not None}, key=lambda r: str(r.json()))
    return tuple(r for r in found if not any(_within(r, other) for other in found))


def _within(less: Role, more: Role) -> bool:
    return (
        less is not more
        and less.office == more.office
        and less.past == more.past
        and set(less.where) <= set(more.where)
        and set(less.countries) <= set(more.countries)
    )
