"""What is looked at when two entities are compared: the profile of one, out of its article.

In: an entity and its reading. Out: a dictionary ready for JSON (a form's ``about``) and, back from
it, a ``Profile``. Entities alike in all of it are taken for one without comparing, so whatever
could tell two bearers of a name apart stands in it: for a name that many bear, those it is named
with; for a surname alone, the country and year of the article; for what no other article can mean
("police", "Melanie"), the article itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

from onrecord.lexicon.forenames import EITHER, FORENAMES
from onrecord.lexicon.offices import HONORIFICS, NOUNS
from onrecord.linker import nations, settings
from onrecord.linker.bodies import Body, body
from onrecord.linker.commonness import SURNAMES
from onrecord.linker.form import Form
from onrecord.linker.mending import mended, namesake_thing, two_in_one
from onrecord.linker.names import PersonName, contradict, person
from onrecord.linker.roles import Role, from_json, roles
from onrecord.linker.spelling import folded
from onrecord.model import Entity, Reading

_HE: Final = frozenset("he him his himself".split())
_SHE: Final = frozenset("she her hers herself".split())


_FEW: Final = frozenset("senator representative governor mayor justice ambassador".split())
NOTHING: Final = Body(())


@dataclass(frozen=True, slots=True)
class Profile:
    """One entity as its article shows it; ``only`` is that article where no other can mean it."""

    kind: str
    name: PersonName
    also: tuple[PersonName, ...] = ()
    body: Body = NOTHING
    other: tuple[Body, ...] = ()
    sex: str = ""
    roles: tuple[Role, ...] = ()
    year: str = ""
    country: str = ""
    company: frozenset[str] = frozenset()
    only: str = ""


# --- out of a reading ----------------------------------------------------------------------------


def about(entity: Entity, reading: Reading) -> dict[str, Any]:
    """The profile of an entity, without what is empty."""
    entity = mended(entity, reading.article.text)
    told = _person(entity, reading) if entity.kind == "person" else _body(entity, reading)
    return {key: value for key, value in {"kind": entity.kind, **told}.items() if value}


def _person(entity: Entity, reading: Reading) -> dict[str, Any]:
    called = _fullest(entity)
    names = {name for text in _names(entity) if (name := _full(text)) and name.words}
    mixed = any(contradict(called, name) for name in names)
    said = () if mixed else roles(r.text for r in entity.roles)  # nobody knows whose
    told: dict[str, Any] = {
        "name": _written(called),
        "also": sorted(_also(called, names)),
        "sex": "" if mixed else _sex(entity),
        "roles": [r.json() for r in said],
    }
    if said or not called.full or called.not_rare:
        told["year"] = _year(reading)
    if called.full and called.common:
        company = _company(entity, reading)
        told |= {} if "only" in company and any(map(_telling, said)) else company
    if not called.full and not set(called.words) - NOUNS:
        told["only"] = f"{reading.article.id} {entity.id}"  # "the prime minister": nobody's name
    elif _unclear(entity, reading) or (names - {called} and _offices(said) >= _FATHER_AND_SON):
        told["only"] = f"{reading.article.id} {entity.id}"
    elif not called.full:
        told |= _bare(called, said, reading, entity)
    return told


_FATHER_AND_SON: Final = frozenset(("kin:father", "kin:son"))


def _offices(said: tuple[Role, ...]) -> set[str]:
    return {role.office for role in said}


def _unclear(entity: Entity, reading: Reading) -> bool:
    text = reading.article.text
    return namesake_thing(entity, text) or two_in_one(entity, text)


def _also(called: PersonName, names: set[PersonName]) -> Iterator[list[str]]:
    """What else it is called, without what another may be called as well ("George Bush") and what
    only another can be.
    """
    same = [replace(called, suffix=suffix) for suffix in (called.suffix, "")]
    for name in names:
        anybody = name.common and not called.common
        if name not in same and not anybody and not contradict(called, name):
            yield _written(name)


def _fullest(entity: Entity) -> PersonName:
    """ "Doe", whom the article also calls Jane Doe, is Jane Doe."""
    called = person(entity.name)
    if called.full:
        return called
    longer = (person(name) for name in _names(entity))
    fitting = [n for n in longer if _longer(n, called)]
    return min(fitting, key=lambda n: (-len(n.words), n.words), default=called)


def _longer(name: PersonName, called: PersonName) -> bool:
    shares = called.words and (name.surname == called.surname or name.words[:1] == called.words)
    return name.full and bool(shares) and len(name.words) < 5


def _bare(called: PersonName, said: tuple[Role, ...], reading: Reading, entity: Entity) -> Any:
    """A surname alone: whose it is, only an office, or the country and the year can tell."""
    country = settings.country(entity, reading)
    told = any(r.office and r.walk for r in said)
    ordinary = called.surname in SURNAMES or called.surname in FORENAMES.keys() | EITHER
    if not called.words or not _year(reading) or not (told or (country and not ordinary)):
        return {"only": f"{reading.article.id} {entity.id}"}
    return {} if told else {"country": country}


def _company(entity: Entity, reading: Reading) -> dict[str, Any]:
    """Those named with it; where there are none, nothing tells it from its namesakes."""
    company = settings.company(entity, reading)
    return {"company": company} if company else {"only": f"{reading.article.id} {entity.id}"}


def _telling(role: Role) -> bool:
    """A role that few of one name can share: an office somewhere, not "student"."""
    return bool(role.office and (role.where or role.countries or role.sole or role.office in _FEW))


def _body(entity: Entity, reading: Reading) -> dict[str, Any]:
    one = body(entity.name)
    others = {body(n) for n in _names(entity)} - {one}
    longer = {b for b in others if set(one.words) < set(b.words) and b.telling == "own"}
    if len(longer) == 1 and entity.kind == "organization" and _anybody(one):
        one = longer.pop()
    others = {
        b for b in others if not (set(b.words) < set(one.words) or set(one.words) < set(b.words))
    }
    told: dict[str, Any] = {
        "words": list(one.words),
        "country": one.country,
        "also": sorted({b.name for b in others if b.telling == "own"}),
    }
    if one.telling == "generic" or not one.words:
        told["only"] = f"{reading.article.id} {entity.id}"
    elif one.telling == "local":
        told |= _company(entity, reading)
    elif one.telling == "national":
        country = settings.country(entity, reading)
        told |= {"country": country} if country else {"only": f"{reading.article.id} {entity.id}"}
    return told


def _anybody(one: Body) -> bool:
    """Whether the name is only part of one: a place, or a court that every state has."""
    return one.telling != "own" or bool(nations.country(one.name))


def _names(entity: Entity) -> Iterator[str]:
    yield from (m.text for m in entity.mentions if m.form == "name")


def _written(name: PersonName) -> list[str]:
    return [" ".join(name.given), " ".join(name.family), name.suffix, name.nickname]


def _full(text: str) -> PersonName | None:
    name = person(text)
    return name if name.full and len(name.words) < 5 else None


def _sex(entity: Entity) -> str:
    """As pronouns and honorifics tell; "" where they say nothing, or not the same."""
    said = {m.text.casefold() for m in entity.mentions if m.form == "pronoun"}
    titles = {
        HONORIFICS.get(w, "") for r in entity.roles for w in folded(r.text).replace(".", "").split()
    }
    he, she = bool(said & _HE) or "m" in titles, bool(said & _SHE) or "f" in titles
    return "" if he == she else "m" if he else "f"


def _year(reading: Reading) -> str:
    year = (reading.article.published.edtf or "")[:4]
    return year if year.isdigit() else ""


# --- back from a form ----------------------------------------------------------------------------


@lru_cache(65_536)
def profile(form: Form) -> Profile:
    return profiled(form.about)


def profiled(told: Mapping[str, Any]) -> Profile:
    """The profile that ``about`` gave, from its JSON."""
    shared = {
        "kind": told["kind"],
        "country": told.get("country", ""),
        "only": told.get("only", ""),
    }
    if told["kind"] != "person":
        words = tuple(told.get("words", ()))
        also = tuple(Body(tuple(name.split())) for name in told.get("also", ()))
        company = frozenset(told.get("company", ()))
        one = Body(words, shared["country"])
        return Profile(name=_NOBODY, body=one, other=also, company=company, **shared)
    return Profile(
        name=_read(told.get("name", ["", "", "", ""])),
        also=tuple(_read(name) for name in told.get("also", ())),
        sex=told.get("sex", ""),
        roles=tuple(from_json(r) for r in told.get("roles", ())),
        year=told.get("year", ""),
        company=frozenset(told.get("company", ())),
        **shared,
    )


_NOBODY: Final = PersonName((), ())


def _read(written: list[str]) -> PersonName:
    given, family, suffix, nickname = written
    return PersonName(tuple(given.split()), tuple(family.split()), suffix, nickname)
