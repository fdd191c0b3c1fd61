"""Which entities are worth comparing: those that share a key.

In: a profile. Out: a few short strings. A surname alone is no key, since its block would grow with
the record; it stands with a first name, an initial, an office or a country and year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from onrecord.linker.agreement import reigns
from onrecord.linker.bodies import Body, acronym, telling
from onrecord.linker.commonness import FORENAMES, SURNAMES
from onrecord.linker.names import PersonName, first_keys
from onrecord.linker.profiles import Profile
from onrecord.linker.spelling import skeleton

MOST: Final = 12


def keys(one: Profile) -> tuple[str, ...]:
    """At most ``MOST`` keys; none for an entity that only its article can mean."""
    if one.only:
        return ()
    found = dict.fromkeys(_person(one) if one.kind == "person" else _bodies(one))
    return tuple(sorted(list(found)[:MOST]))


def _person(one: Profile) -> Iterator[str]:
    if not one.name.full:
        yield from _bare(one)
        return
    name = " ".join(sorted(one.name.words))
    if one.company:
        yield from (f"with {name} {item}" for item in sorted(one.company))
        yield from _held(one, one.name.surname)
        return
    yield f"name {name}"
    yield from (f"with {name} {item}" for item in sorted(_places(one))[:3])
    yield from _full(one.name)
    yield from _held(one, one.name.surname)
    for other in one.also[:2]:
        yield from _full(other)


def _full(name: PersonName) -> Iterator[str]:
    surname, first = skeleton(name.surname), name.first
    for key in sorted(first_keys(first)):
        yield f"short {surname} {key}"
    if name.given[0] != first:
        yield f"short {surname} {skeleton(name.given[0])}"
    yield from (f"long {first} {word}" for word in name.words[-1:0:-1][:3] if len(word) > 2)
    if name.surname not in SURNAMES:
        yield f"initial {surname} {first[0]}"
    if first not in FORENAMES and len(first) > 3:
        yield f"first {skeleton(first)} {name.surname[0]}{name.surname[-1]}"


def _places(one: Profile) -> set[str]:
    return {word for role in one.roles for word in role.where}


def _held(one: Profile, surname: str) -> Iterator[str]:
    """ "President Doe" and "Jane Doe, the president": the surname, the office, the year."""
    for role in one.roles:
        if role.office and role.walk and not role.past and one.year:
            for years in sorted({int(one.year) // 2, (int(one.year) + 1) // 2}):
                yield f"held {skeleton(surname)} {role.office} {years}"
            if role.sole:
                yield from (f"bare {surname} {country} {one.year}" for country in role.countries)


def _bare(one: Profile) -> Iterator[str]:
    yield from (f"reign {office} {one.name.surname}" for office in sorted(reigns(one)))
    yield from _held(one, one.name.surname)
    if one.country and one.year:
        yield f"bare {one.name.surname} {one.country} {one.year}"


def _bodies(one: Profile) -> Iterator[str]:
    if one.company:
        yield from (f"with {one.body.name} {item}" for item in sorted(one.company))
        return
    for body in (one.body, *one.other[:2]):
        yield from _body(body)


def _body(body: Body) -> Iterator[str]:
    """ "The defence ministry" stands with its country, or every country's would be one block."""
    if body.country:
        yield f"body {body.name} / {body.country}"
    if telling(body.words) != "own":
        return
    yield f"body {body.name}"
    if len(body.words) == 1 and len(body.words[0]) > 4:
        yield f"spelt {skeleton(body.words[0])}"
    elif len(body.words) == 1:
        yield f"acronym {body.words[0]}"
    if len(body.words) > 1:
        yield f"body {' '.join(sorted(body.words))}"
        yield f"spelt {' '.join(skeleton(w) for w in body.words)}"
        if letters := acronym(body.words):
            yield f"acronym {letters}"
