"""Whether two people's roles can be one person's: the same office in the same place, offices that
go together, or offices that one person does not hold.

In: two profiles. Out: features with reasons; none where a role is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from onrecord.linker.decide import Feature
from onrecord.linker.nations import US_STATES
from onrecord.linker.profiles import Profile
from onrecord.linker.roles import Role

# Walks of life that one person is hardly seen in at a time; the rest go together.
_APART: Final = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "state/sport state/stage state/life force/sport force/stage sport/stage sport/law "
        "sport/faith sport/letters sport/money stage/law stage/faith law/life faith/money "
        "stage/force money/life faith/stage faith/force"
    ).split()
)
# Offices that nobody holds in two places.
_OF_ONE_PLACE: Final = frozenset(
    "senator representative mp governor mayor judge ambassador spokesperson minister".split()
)
# Offices that one person holds after another, or at once.
_RELATED: Final = tuple(
    frozenset(group.split("/"))
    for group in (
        "judge/justice/chief justice",
        "general/commander/chief of the general staff/colonel/major",
        "senator/representative/majority leader/minority leader/whip/ranking member/speaker",
        "ceo/founder/chairman/businessman/executive",
        "professor/economist/scientist",
    )
)
_STEM: Final = 8  # letters that tell a word
_STATES: Final = frozenset(state.replace(" ", "_") for state in US_STATES)


def role_features(left: Profile, right: Profile) -> Iterator[Feature]:
    """What the roles say; the strongest agreement, else the strongest contradiction."""
    ours, theirs = _offices(left), _offices(right)
    if not ours or not theirs:
        return
    pairs = [(a, b) for a in ours for b in theirs]
    named = left.name.full and right.name.full  # "Gov. Jane Doe" is what a former one is called
    if not named and left.year == right.year and _succeeded(pairs):
        yield Feature("succeeded", 1.0, "one holds the office, the other held it before")
        return
    agreed = next((f for test in _AGREEING for a, b in pairs for f in test(a, b)), None)
    if agreed is not None:
        yield agreed
        return
    yield from _contradicting(pairs, left, right)


def _succeeded(pairs: list[tuple[Role, Role]]) -> bool:
    """The president and a former president of one year."""
    shared = [(a, b) for a, b in pairs if a.office == b.office and a.sole and b.sole]
    return bool(shared) and all(a.past != b.past for a, b in shared)


def _offices(one: Profile) -> list[Role]:
    return [r for r in one.roles if not r.office.startswith("kin:")]


def _spoken(role: Role) -> str:
    return role.office.replace("minister:", "minister of ") or " ".join(role.where)


def _shared(a: Role, b: Role) -> list[str]:
    """Words of both, "economics" as "economic"."""
    stems = {word[:_STEM] for word in b.where}
    return [word for word in a.where if word[:_STEM] in stems]


def _same_office_there(a: Role, b: Role) -> Iterator[Feature]:
    shared, countries = _shared(a, b), sorted(set(a.countries) & set(b.countries))
    if not a.office or a.office != b.office or not (shared or countries) or _elsewhere(a, b):
        return
    where = ", ".join(word.replace("_", " ").title() for word in (shared or countries)[:3])
    name = "office_there" if shared or a.sole else "office_country"
    yield Feature(name, 1.0, f"the same office ({_spoken(a)}) in the same place ({where})")


def _same_office(a: Role, b: Role) -> Iterator[Feature]:
    if a.office and a.office == b.office and not _elsewhere(a, b):
        yield Feature("office", 1.0, f"the same office ({_spoken(a)})")


def _same_place(a: Role, b: Role) -> Iterator[Feature]:
    shared = _shared(a, b)
    if shared and frozenset((a.walk, b.walk)) not in _APART:
        share = min(1.0, len(shared) / 2)
        yield Feature("place", share, f"roles in the same place ({', '.join(shared[:3])})")


def _related_office(a: Role, b: Role) -> Iterator[Feature]:
    together = any({a.office, b.office} <= group for group in _RELATED)
    if together and a.office != b.office and not _strangers(a, b):
        yield Feature("related_office", 1.0, f"offices that go together ({_both(a, b)})")


def _both(a: Role, b: Role) -> str:
    return ", ".join(sorted((_spoken(a), _spoken(b))))


def _elsewhere(a: Role, b: Role) -> bool:
    """Both say where, and it is not the same: the presidents of two countries, the senators of two
    states.
    """
    if not (a.sole or a.office in _OF_ONE_PLACE):
        return False
    if a.countries and b.countries and not set(a.countries) & set(b.countries):
        return True
    ours, theirs = (set(r.where) & _STATES for r in (a, b))
    if ours and theirs:
        return not ours & theirs
    return a.office == "mayor" and bool(a.where and b.where) and not _shared(a, b)


# Of any walk of life: an official of the treasury may be the director of an institute later.
_ANYWHERE: Final = frozenset("official director member leader adviser".split())


def _other_walks(a: Role, b: Role) -> bool:
    vague = {a.office, b.office} & _ANYWHERE
    return bool(a.walk and b.walk) and a.walk != b.walk and not vague


def _strangers(a: Role, b: Role) -> bool:
    """Both say where, with no word or country in common."""
    return bool(a.where and b.where) and not (_shared(a, b) or set(a.countries) & set(b.countries))


def holds(one: Profile, country: str) -> bool:
    """Whether it holds an office that the country has one of: its president, its prime minister."""
    held = [r for r in one.roles if r.sole and not r.past and not r.where]
    return any(not r.countries or country in r.countries for r in held)


_REIGNING: Final = frozenset("pope king queen emperor sultan emir".split())


def reigns(one: Profile) -> set[str]:
    """The throne of one who goes by one name: "Pope Benedict", "Queen Margrethe II"."""
    return {r.office for r in one.roles} & _REIGNING if not one.name.full else set()


def same_reign(left: Profile, right: Profile) -> bool:
    """One throne and one name, and a number, a country or Rome to tell whose."""
    shared = reigns(left) & reigns(right)
    numbered = bool(left.name.suffix) and left.name.suffix == right.name.suffix
    countries = [{c for r in p.roles for c in r.countries} for p in (left, right)]
    return bool(shared) and ("pope" in shared or numbered or bool(countries[0] & countries[1]))


_ELECTED: Final = frozenset(
    "senator representative governor mayor president candidate politician assemblyman mp".split()
) | {"vice president", "lieutenant governor", "running mate"}


def elected(left: Profile, right: Profile) -> bool:
    """Both hold what one is elected to, or run for it: a governor, and a candidate later."""
    return all({r.office for r in one.roles} & _ELECTED for one in (left, right))


def relatives(left: Profile, right: Profile) -> bool:
    """Whether one is somebody's wife or son: "Doe, the president" may be the other of the two."""
    held = [r.office for one in (left, right) for r in one.roles]
    return any(
        office.startswith("kin:") or office in ("first lady", "first gentleman") for office in held
    )


def same_office(left: Profile, right: Profile) -> bool:
    pairs = ((a, b) for a in _offices(left) for b in _offices(right))
    return any(a.walk and a.office == b.office and not _elsewhere(a, b) for a, b in pairs)


def incumbent(left: Profile, right: Profile) -> bool:
    """ "President Roe" and "President Jane Roe" of one year: both hold what one holds at a time."""
    held = [{r.office for r in p.roles if r.sole and not r.past} for p in (left, right)]
    return bool(left.year and left.year == right.year and held[0] & held[1])


_AGREEING: Final = (_same_office_there, _same_office, _same_place, _related_office)


def _contradicting(
    pairs: list[tuple[Role, Role]], left: Profile, right: Profile
) -> Iterator[Feature]:
    for a, b in pairs:
        if a.office and a.office == b.office and _elsewhere(a, b):
            yield Feature(
                "office_elsewhere", 1.0, f"the same office ({_spoken(a)}) in other places"
            )
            return
    walks = [(a.walk, b.walk) for a, b in pairs if a.walk and b.walk]
    if walks and all(frozenset(pair) in _APART for pair in walks):
        a, b = next((a, b) for a, b in pairs if a.walk and b.walk)
        yield Feature("walks_apart", 1.0, f"roles of two people ({_both(a, b)})")
        return
    if all(_other_walks(a, b) and _strangers(a, b) for a, b in pairs):
        yield Feature("walks_differ", 1.0, f"other roles elsewhere ({_both(a, b)})")
        return
    shared_walk = next((a.walk for a, b in pairs if a.walk and a.walk == b.walk), "")
    if shared_walk and shared_walk != "life":
        yield Feature("walk", 1.0, "roles in one walk of life")
    yield from _countries(pairs)
    yield from _two_offices(pairs, left, right)


def _countries(pairs: list[tuple[Role, Role]]) -> Iterator[Feature]:
    ours = {c for a, _ in pairs for c in a.countries}
    theirs = {c for _, b in pairs for c in b.countries}
    if ours & theirs:
        name = sorted(ours & theirs)[0].title()
        yield Feature("country", 1.0, f"roles of the same country ({name})")
    elif ours and theirs:
        yield Feature("countries_apart", 1.0, "roles of two countries")


def _two_offices(
    pairs: list[tuple[Role, Role]], left: Profile, right: Profile
) -> Iterator[Feature]:
    """A mayor and a governor of one year; a candidate may be either."""
    if not left.year or left.year != right.year:
        return
    for a, b in pairs:
        if a.sole and b.sole and a.office != b.office and not a.past and not b.past:
            yield Feature("two_offices", 1.0, f"two offices in one year ({_both(a, b)})")
            return
