"""Which place a name means: a place of the gazetteer with the reason, or why there is none.

Names are given as articles have them ("northern Gaza", "Paris, Texas", "the province of Banten"),
with the other places that the article names. Where a name may mean several places, what stands in
the name decides, then what the article names; then a place so much larger than all others that
nobody else needs to be told which is meant. Otherwise none is chosen: a point on a map is believed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from onrecord.lexicon.gazetteer import Site, country_of, folded, region_of, sites

LARGER = 20  # times the people of every other place of the name
FEWER = 10  # the same for a country, whose name is that of a region elsewhere: Niger, Luxembourg
LARGE = 1_000_000
LONGEST = 200  # letters of a name that are looked at
_AREAS = "province|region|state|governorate|oblast|prefecture|department|county|district|strip"
_TOWNS = "city|town|village|municipality|port city|port town|capital city|capital"
_SIDE = (
    r"(?:(?:north|south|east|west|north-?\s?east|north-?\s?west|south-?\s?east|south-?\s?west)"
    r"(?:ern)?|central|downtown|greater|rural|upper|lower|mainland|coastal|occupied)"
)
# How a name is written around the word that the gazetteer knows: ``head`` is that word, ``within``
# what it lies in. Earlier ones go first.
_FORMS: Final = tuple(
    (re.compile(form, re.IGNORECASE), kind)
    for form, kind in (
        (r"(?:the |its |their )?capital,? (?P<head>.+)", "town"),
        (r"the (?P<head>.+)", ""),
        (r"(?P<head>[^,]+), (?P<within>.+)", ""),
        (r"(?P<head>[^()]+) \((?P<within>[^()]+)\)", ""),
        (rf"(?:.+ )?(?:{_TOWNS}) of (?P<head>.+)", "town"),
        (rf"(?:.+ )?(?:{_AREAS}) of (?P<head>.+)", "area"),
        (rf"(?P<head>.+) (?:{_AREAS}|area)", "area"),
        (r"(?P<head>.+) (?:city|town)", "town"),
        (rf"{_SIDE} (?P<head>.+)", ""),
        (r"(?P<head>.+?)(?: area| region)? (?:of|in) (?P<within>[A-Z].+)", ""),
    )
)


@dataclass(frozen=True, slots=True)
class Found:
    """A place, and why it is held to be the one that is meant."""

    site: Site
    reason: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a name has no place on the map: it is not known, or it may mean several."""

    why: Literal["unknown", "ambiguous"]
    reason: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """A name taken apart: the word to look up, what it lies in, and what kind of place it is."""

    head: str
    within: tuple[str, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class _Near:
    """Countries and regions that the article names, by code, each with the name that says so."""

    countries: tuple[tuple[str, str], ...] = ()
    regions: tuple[tuple[str, str], ...] = ()  # "US.TX"
    named: tuple[tuple[str, str], ...] = ()  # those regions that stand there themselves


def found(name: str, near: Iterable[str] = (), never: Collection[str] = ()) -> Found | Doubt:
    """The place a name means in an article that names other places (``near``); ``never`` are the
    names of its people and bodies, which no place is looked up for.
    """
    plain = " ".join(name.split())[:LONGEST]
    key = folded(plain)
    if key in {folded(other) for other in never}:
        return Doubt("ambiguous", "somebody or some body in the article is called so")
    asked = next((each for each in _readings(plain) if sites(each.head)), None)
    if asked is None:
        return Doubt("unknown", _unknown(plain))
    # a name alone in small letters is a noun: "turkey", "nice"
    if not any(word[:1].isupper() for word in asked.head.split()):
        return Doubt("unknown", "it is a word, not a name")
    same = (key, folded(asked.head))
    return _placed(asked, tuple(sorted({other for other in near if folded(other) not in same})))


def _unknown(name: str) -> str:
    named = any(letter.isupper() for letter in name)
    return "the gazetteer has no such name" if named else "it is a word, not a name"


def _readings(name: str) -> Iterator[_Asked]:
    """The name as it is, and then without what stands around it, outermost first."""
    waiting = [_Asked(name)]
    for _ in range(12):  # a name of a hundred words is taken apart no further
        if not waiting:
            return
        asked = waiting.pop(0)
        yield asked
        for form, kind in _FORMS:
            if match := form.fullmatch(asked.head):
                parts = match.groupdict()
                within = (parts["within"],) if parts.get("within") else ()
                waiting.append(_Asked(parts["head"], (*asked.within, *within), kind or asked.kind))


@lru_cache(maxsize=4096)
def _placed(asked: _Asked, others: tuple[str, ...]) -> Found | Doubt:
    options = _of_kind(sites(asked.head), asked.kind)
    if not options:
        return Doubt("unknown", f"the gazetteer has no {asked.kind} of this name")
    if asked.within:
        return _within(asked, options)
    options = _apart(options)
    if (first := options[0]).kind == "country" and _outnumbers(first, options, FEWER):
        return Found(first, "a country or territory; no nearer place is given")
    return _chosen(options, _near(others))


def _of_kind(options: Sequence[Site], kind: str) -> tuple[Site, ...]:
    """Those that the word for the kind of place leaves."""
    areas = tuple(site for site in options if site.is_area)
    return {
        "area": areas or tuple(options),
        "town": tuple(s for s in options if not s.is_area),
    }.get(kind, tuple(options))


def _within(asked: _Asked, options: Sequence[Site]) -> Found | Doubt:
    """The place that lies where the name itself says."""
    areas = [[site for site in sites(each) if site.is_area] for each in asked.within]
    if not all(areas):
        missing = next(w for w, known in zip(asked.within, areas, strict=True) if not known)
        return Doubt("unknown", f"the gazetteer does not know “{missing}”")
    left = [site for site in options if all(_lies_in(site, these) for these in areas)]
    where = ", ".join(asked.within)
    if not left:
        return Doubt("unknown", f"the gazetteer has no “{asked.head}” in {where}")
    left = list(_apart(left))
    if len(left) > 1 and not _outnumbers(left[0], left, LARGER):
        return Doubt("ambiguous", f"{_listed(left)}: all in {where}")
    return Found(left[0], f"in {where}, as the name says")


def _lies_in(site: Site, areas: Sequence[Site]) -> bool:
    return any(
        site is not area
        and site.country == area.country
        and (area.kind == "country" or site.region == area.region)
        for area in areas
    )


def _apart(options: Sequence[Site]) -> tuple[Site, ...]:
    """One place for those that share a name because one is the middle of the other: a country for
    its capital and regions, a town for the region around it.
    """
    kept: list[Site] = []
    for rank in ("country", "capital", "city", "region"):
        for site in (each for each in options if each.kind == rank):
            if not any(_stands_for(other, site) for other in kept):
                kept.append(site)
    return tuple(sorted(kept, key=lambda site: (site.kind != "country", -site.population)))


def _stands_for(one: Site, other: Site) -> bool:
    if one.country != other.country:
        return False
    if one.kind == "country":
        return True
    return other.kind == "region" and (one.kind == "capital" or one.region == other.region)


def _outnumbers(site: Site, options: Sequence[Site], times: int) -> bool:
    """Whether it has so many times the people of every other place of the name; a country need not
    fear small ones.
    """
    others = [other for other in options if other is not site]
    if any(other.kind == "country" for other in others):
        return False  # "Congo"
    people = [other.population for other in others]
    if site.kind != "country":
        people += [option.rival for option in options]
    return site.population > times * max(people, default=0)


def _chosen(options: Sequence[Site], near: _Near) -> Found | Doubt:
    """Of several places of one name that which the article leaves, or that which outnumbers all."""
    elsewhere = sorted({code for site in options for code in site.elsewhere})
    if len(options) == 1 and not elsewhere:
        return Found(options[0], "the only place of this name in the gazetteer")
    largest = max(options, key=lambda site: site.population)
    is_known = largest.kind == "capital" or largest.population > LARGE
    named = dict(near.named)
    if is_known and _outnumbers(largest, options, LARGER):
        others = [*(_code(site) for site in options if site is not largest), *elsewhere]
        rival = next((named[code] for code in others if code in named), None)
        if rival is None or _code(largest) in dict(near.regions):
            return Found(largest, "far the largest place of this name")
        return Doubt("ambiguous", f"the article names {rival}, where there is another")
    return _by_article(options, elsewhere, near) or _doubt(options, elsewhere)


def _by_article(options: Sequence[Site], elsewhere: Sequence[str], near: _Near) -> Found | None:
    """The one place that lies in a region, or else in a country, which the article names."""
    regions, countries = dict(near.regions), dict(near.countries)
    in_regions = [site for site in options if _code(site) in regions]
    small = [code for code in elsewhere if code in regions or code.partition(".")[0] in countries]
    # who names the United States has not said which Georgia is meant
    is_state = any(site.kind == "country" for site in options)
    in_countries = [
        site
        for site in options
        if site.country in countries and not (is_state and site.kind == "region")
    ]
    abroad = {s.country for s in options if s.country in countries} | {
        code.partition(".")[0] for code in small
    }
    if len(in_regions) == 1 and not any(code in regions for code in small):
        site = in_regions[0]
        if abroad <= {site.country}:
            return Found(site, f"the article names {regions[_code(site)]}")
    if len(in_countries) == 1 and not in_regions and len(abroad) == 1:
        site = in_countries[0]
        if not small or site.kind == "capital":
            return Found(site, f"the article names {_in_country(countries[site.country])}")
    return None


def _in_country(name: str) -> str:
    """What speaks for a country: a region or a town of it may have a namesake of the place too."""
    itself = any(site.kind == "country" for site in sites(name))
    return name if itself else f"{name}, in the same country"


def _doubt(options: Sequence[Site], elsewhere: Sequence[str]) -> Doubt:
    more = f", or a smaller one in {_codes(elsewhere)}" if elsewhere else ""
    return Doubt("ambiguous", f"it may be {_listed(options)}{more}")


def _near(others: Iterable[str]) -> _Near:
    """What the names of other places say of countries and regions, where each can mean but one."""
    countries: dict[str, str] = {}
    regions: dict[str, str] = {}
    named: dict[str, str] = {}
    for name in others:
        if site := _certain(name):
            countries.setdefault(site.country, name)
            if site.region:
                regions.setdefault(_code(site), name)
            if site.kind == "region":
                named.setdefault(_code(site), name)
    return _Near(tuple(countries.items()), tuple(regions.items()), tuple(named.items()))


@lru_cache(maxsize=4096)
def _certain(name: str) -> Site | None:
    """The place that a name means whatever else is said."""
    options = _apart(sites(name))
    if not options or not name[:1].isupper():
        return None
    largest = max(options, key=lambda site: site.population)
    if options[0].kind == "country":
        return options[0] if _outnumbers(options[0], options, FEWER) else None
    alone = len(options) == 1 and (largest.kind == "region" or not largest.elsewhere)
    known = largest.kind == "capital" or largest.population > LARGE
    return largest if alone or (known and _outnumbers(largest, options, LARGER)) else None


def _code(site: Site) -> str:
    return f"{site.country}.{site.region}" if site.region else site.country


def _listed(options: Sequence[Site]) -> str:
    """Places in words: “London, Canada; London, United Kingdom”."""
    return "; ".join(map(called, options[:4])) + ("; and others" if len(options) > 4 else "")


def called(site: Site) -> str:
    """A place with what it lies in: “Dayton, Ohio, United States”."""
    if site.kind == "country":
        return site.name
    parts = [site.name]
    # "Odesa, Odessa, Ukraine" says no more; whose capital it is says enough
    region = None if site.kind == "capital" else region_of(site)
    if region and not _alike(site.name, region.name):
        parts.append(region.name)
    if country := country_of(site.country):
        parts.append(country.name)
    return ", ".join(parts)


def _alike(one: str, other: str) -> bool:
    return folded(one)[:4] == folded(other)[:4]


def _codes(elsewhere: Sequence[str]) -> str:
    names = []
    for code in elsewhere:
        country, _, region = code.partition(".")
        area = region_of(replace(_NOWHERE, country=country, region=region)) or country_of(country)
        names.append(area.name if area else country)
    listed = list(dict.fromkeys(names))
    return ", ".join(listed[:4]) + (" and elsewhere" if len(listed) > 4 else "")


_NOWHERE = Site("city", "", "", "", 0.0, 0.0, 0)
