"""One person, organization, country… across articles.

In: readings, then two forms. Out: the forms of the entities in a reading, and whether two forms are
the same entity, with a score and reasons. What counts how much stands in ``weights.ENTITIES``; how
names, roles and bodies compare stands in modules of their own. An unnamed source is never among the
entities found, whatever it is described as."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from onrecord.linker import names
from onrecord.linker.agreement import (
    elected,
    holds,
    incumbent,
    relatives,
    role_features,
    same_office,
    same_reign,
)
from onrecord.linker.bodies import Body, acronym
from onrecord.linker.commonness import SURNAMES
from onrecord.linker.decide import Feature, decided
from onrecord.linker.form import Comparison, Form, Found
from onrecord.linker.identities import identity
from onrecord.linker.keys import keys
from onrecord.linker.names import PersonName
from onrecord.linker.nations import country
from onrecord.linker.profiles import Profile, about, profile, profiled
from onrecord.linker.spelling import near, transliterated
from onrecord.linker.weights import ENTITIES
from onrecord.model import Reading

__all__ = ["KINDS", "compared", "found", "identity"]

KINDS: Final = frozenset("person organization country place group outlet".split())
# What a reader takes for one another; the rest of the kinds are told apart.
_MISTAKEN: Final = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "organization/outlet organization/group organization/country organization/place "
        "country/place"
    ).split()
)

_AMBIGUOUS: Final = frozenset("georgia jordan washington congo guinea ireland samoa".split())


def found(reading: Reading) -> Iterator[Found]:
    """The named entities of a reading, each with its form."""
    for entity in reading.entities:
        if entity.kind in KINDS:
            told = about(entity, reading)
            yield Found(entity.id, Form("entity", told, keys(profiled(told))))


def compared(left: Form, right: Form) -> Comparison | None:
    """Whether two forms are one entity; None where nothing speaks for it."""
    first, second = sorted((left, right), key=lambda form: form.id)
    return _compared(first, second)


@lru_cache(65_536)
def _compared(left: Form, right: Form) -> Comparison | None:
    one, other = profile(left), profile(right)
    if one.only or other.only:
        return None
    people = [p.kind == "person" for p in (one, other)]
    if any(people) and not all(people):
        return None
    features = list(_people(one, other) if all(people) else _bodies(one, other))
    return decided(features, ENTITIES) if features else None


# --- people --------------------------------------------------------------------------------------

_NAMED: Final = {
    "same": "the same full name",
    "reordered": "the same names in another order",
    "fuller": "the same name, once with more of it",
    "short": "the same surname, and first names that are one ({0}, {1})",
    "initial": "the same surname, and an initial that fits ({0}, {1})",
    "spelt": "two spellings of one name ({0}, {1})",
    "one_apart": "the same surname, and first names one letter apart ({0}, {1})",
    "misspelt": "the same first name, and surnames a letter apart ({0}, {1})",
    "both_misspelt": "first names and surnames that are each spelt otherwise ({0}, {1})",
    "surname": "the same surname",
    "other_first": "the same surname, and another first name ({0}, {1})",
}
_FIRSTS: Final = frozenset(("short", "initial", "one_apart", "other_first"))


def _people(left: Profile, right: Profile) -> Iterator[Feature]:
    nearness, one, other = _nearest(left, right)
    if nearness == "none":
        return
    shown = [_shown(name, nearness) for name in (one, other)]
    yield Feature(nearness, 1.0, _NAMED[nearness].format(*sorted(shown)))
    if nearness == "surname" and same_reign(left, right):
        yield Feature("reign", 1.0, "the name of one who reigns")
    elif nearness == "surname" and one.surname in SURNAMES:
        yield Feature("common_surname", 1.0, "a surname that many bear")
    elif nearness == "surname" and same_office(left, right) and not relatives(left, right):
        yield Feature("rare_surname", 1.0, "a surname that few bear, with the same office")
        if incumbent(left, right):
            yield Feature("incumbent", 1.0, "an office that one holds at a time, in one year")
    if nearness != "surname" and (one.common or other.common):
        yield Feature("common", 1.0, "a name that many bear")
    elif nearness in ("same", "short") and (some := _of_some(left, right)):
        yield Feature("not_rare", some, "a name that some bear")
    if nearness == "fuller" and (names.two_initials(one) or names.two_initials(other)):
        yield Feature("two_initials", 1.0, "initials that tell one from another of the name")
    yield from _apart(left, right, one, other)
    vague = nearness != "surname" and (one.common or other.common) and not elected(left, right)
    yield from (f for f in role_features(left, right) if not (vague and f.name in _VAGUE))
    yield from _together(left, right)


def _of_some(left: Profile, right: Profile) -> float:
    """How much it tells that some bear a name: less, the nearer the years. "Susan Rice" twice in
    one year is one, if not for two roles.
    """
    if not (left.name.not_rare and right.name.not_rare):
        return 0.0
    if not (left.year and right.year):
        return 1.0
    gap = abs(int(left.year) - int(right.year))
    return 0.0 if not gap and not (left.roles and right.roles) else min(1.0, 0.5 + gap / 20)


# What two bearers of a common name share easily: a country's representative and its ambassador.
_VAGUE: Final = frozenset(("country", "walk"))


def _nearest(left: Profile, right: Profile) -> tuple[str, PersonName, PersonName]:
    """How near the names are, by the nearest of all they are called; but George W. and George H. W.
    are two even if articles call both of them George.
    """
    if names.told_apart(left.name, right.name):
        return "other_first", left.name, right.name
    pairs = [(a, b) for a in (left.name, *left.also) for b in (right.name, *right.also)]
    told = [(names.compared(a, b), a, b) for a, b in pairs]
    return min(told, key=lambda t: (names.NEARNESS.index(t[0]), t[1].words, t[2].words))


def _shown(name: PersonName, nearness: str) -> str:
    return " ".join(name.given if nearness in _FIRSTS else name.words).title()


def _apart(left: Profile, right: Profile, one: PersonName, other: PersonName) -> Iterator[Feature]:
    if one.suffix and other.suffix and one.suffix != other.suffix:
        yield Feature("suffixes", 1.0, f"{one.suffix.title()} is not {other.suffix.title()}")
    elif one.suffix != other.suffix:
        bearer, bare = (one, other) if one.suffix else (other, one)
        yield Feature("suffix", _formality(bearer, bare), "a suffix that only one has")
        if any(r.office in _FATHER_AND_SON for p in (left, right) for r in p.roles):
            yield Feature("son", 1.0, "one is a father or son")
    if left.sex and right.sex and left.sex != right.sex:
        yield Feature("sex", 1.0, "a man and a woman")


_FATHER_AND_SON: Final = frozenset(("kin:son", "kin:father"))


def _formality(bearer: PersonName, bare: PersonName) -> float:
    """ "John G. Doe Jr." may well be John Doe, and "Thomas Doe Jr." Tom; "John Doe Jr." is rather
    the son.
    """
    if len(bearer.given) > 1 and len(bare.given) == 1:
        return 0.1
    if bearer.given == bare.given and len(bare.given) > 1 and len(bare.given[1]) > 1:
        return 0.4  # a middle name written out names one man already
    return 0.5 if len(bearer.first) > len(bare.first) > 0 else 1.0


# Named in so many articles that it tells little.
_EVERYWHERE: Final = frozenset(
    """
    donald trump|barack obama|joe biden|hillary clinton|george w bush|vladimir putin|united nations|
    white house|washington|new york|republican party|democratic party|european union|london|
    facebook|twitter|california|texas|florida|europe|middle east
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)


def _together(left: Profile, right: Profile) -> Iterator[Feature]:
    """Named with the same people or bodies, or with the body that the other's role is in."""
    if employers := _employer(left, right) | _employer(right, left):
        yield Feature("employer", 1.0, f"named with it, and in a role there ({min(employers)})")
    else:
        yield from _shared_company(left, right)
    if left.year and right.year and left.year != right.year:
        gap = min(abs(int(left.year) - int(right.year)), 10) / 10
        yield Feature("years", gap, f"{abs(int(left.year) - int(right.year))} years apart")
    yield from _settings(left, right) or _settings(right, left)


def _shared_company(left: Profile, right: Profile) -> Iterator[Feature]:
    shared = left.company & right.company
    if shared:
        score = min(1.0, sum(0.2 if name in _EVERYWHERE else 0.6 for name in shared))
        yield Feature("company", score, f"named with the same ({', '.join(sorted(shared)[:3])})")


def _employer(named: Profile, other: Profile) -> set[str]:
    """Bodies it is named with that the other has a role in: "Apple", and its chief executive."""
    if any(role.walk for role in named.roles):
        return set()  # an office of its own: a judge in the news of CBS is not its correspondent
    where = {word for role in other.roles for word in role.where}
    return {body for body in named.company if where and set(body.split()) <= where}


def _settings(bare: Profile, other: Profile) -> list[Feature]:
    """ "Doe" in an article on a country, and Jane Doe, its president that year."""
    if bare.name.full or not bare.country:
        return []
    where = bare.country.title()
    if bare.country == other.country and bare.year == other.year and not other.name.full:
        return [Feature("prominent", 1.0, f"the surname alone, in articles on {where}")]
    if (
        other.name.full
        and not bare.roles
        and bare.year == other.year
        and holds(other, bare.country)
    ):
        return [Feature("prominent", 1.0, f"the surname alone, in an article on {where}")]
    if bare.country in _countries(other):
        return [Feature("setting", 1.0, f"in an article on {where}")]
    return []


def _countries(one: Profile) -> set[str]:
    return {c for r in one.roles if not r.past for c in r.countries} or {one.country} - {""}


# --- organizations, countries, places ------------------------------------------------------------


def _bodies(left: Profile, right: Profile) -> Iterator[Feature]:
    pairs = [(a, b) for a in (left.body, *left.other) for b in (right.body, *right.other)]
    near_by = next((f for test in _ALIKE for a, b in pairs for f in test(a, b)), None)
    if near_by is None:
        return
    yield near_by
    if left.company or right.company:
        yield Feature("common", 1.0, "a name that many towns have")
        yield from _shared_company(left, right)
    if left.country and right.country and left.country != right.country:
        yield Feature("body_elsewhere", 1.0, "bodies of two countries")
    elif left.country != right.country:
        yield Feature("body_country", 1.0, "a country that only one tells")
    if left.kind != right.kind and left.body.name in _AMBIGUOUS:
        yield Feature("ambiguous", 1.0, "a name of several places")
    if left.kind != right.kind:
        mistaken = frozenset((left.kind, right.kind)) in _MISTAKEN
        kinds = " and ".join(sorted((left.kind, right.kind)))
        yield Feature("kinds" if mistaken else "kinds_apart", 1.0, f"taken for {kinds}")


def _same_body(a: Body, b: Body) -> Iterator[Feature]:
    if a.words == b.words:
        yield Feature("body", 1.0, "the same name")
    elif sorted(a.words) == sorted(b.words):
        yield Feature("body", 1.0, "the same words in another order")


def _spelt_body(a: Body, b: Body) -> Iterator[Feature]:
    if len(a.words) != len(b.words):
        return
    apart = [(x, y) for x, y in zip(a.words, b.words, strict=True) if x != y]
    if any(country(word) for both in apart for word in both):
        return
    long = all(min(len(x), len(y)) > 4 for x, y in apart)
    if long and all(transliterated(x, y) for x, y in apart):
        yield Feature("body_spelt", 1.0, f"two spellings of one name ({a.name}, {b.name})")
    elif len(a.name) > 8 and len(apart) == 1 and all(near(x, y) for x, y in apart):
        yield Feature("body_misspelt", 1.0, f"names a letter apart ({a.name}, {b.name})")


def _acronym(a: Body, b: Body) -> Iterator[Feature]:
    for short, long in ((a, b), (b, a)):
        if len(short.words) == 1 and len(long.words) > 2 and acronym(long.words) == short.name:
            certain = len(short.name) > 3
            name = "acronym" if certain else "short_acronym"
            yield Feature(
                name, 1.0, f"{short.name.upper()} are the first letters of the other name"
            )
            return


_ALIKE: Final = (_same_body, _spelt_body, _acronym)
