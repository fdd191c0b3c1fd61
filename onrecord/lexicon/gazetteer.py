"""Where places are: countries, their regions, and towns, by their English names.

The data are GeoNames' (CC BY 4.0; ``atlas/LICENSE``), made by ``python -m training.gazetteer``.
``sites`` gives every place of a name. A name that only one place here has may be a smaller one's
too: ``Site.elsewhere`` says where.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, get_args

Kind = Literal["country", "region", "capital", "city"]

HERE = Path(__file__).parent / "atlas"
_SILENT = re.compile("['’‘ʻʼʹ`.]")  # "Nuku‘alofa" is "Nukualofa", "U.S." is "US"
_WORD = re.compile(r"[^\W_]+")
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ə": "a"})


@dataclass(frozen=True, slots=True)
class Site:
    """A place: a country or region (in its middle), or a town. ``country`` is a code of ISO 3166,
    ``region`` GeoNames' code for a region of it; ``elsewhere`` are the codes of countries, and
    regions ("US.TX"), in which smaller places have the same name, ``rival`` the people of the
    largest of them.
    """

    kind: Kind
    name: str
    country: str
    region: str
    latitude: float
    longitude: float
    population: int
    elsewhere: tuple[str, ...] = ()
    rival: int = 0

    @property
    def is_area(self) -> bool:
        """Whether it is a country or a region rather than a point."""
        return self.kind in ("country", "region")


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    by_name: Mapping[str, tuple[Site, ...]]
    countries: Mapping[str, Site]
    regions: Mapping[tuple[str, str], Site]


@lru_cache(maxsize=65_536)
def folded(name: str) -> str:
    """The words of a name in lower case, without accents; "Saint" is "st"."""
    bare = _SILENT.sub("", name).casefold()
    if not bare.isascii():
        letters = unicodedata.normalize("NFKD", bare).casefold()  # "℠" is written out as "SM"
        bare = "".join(c for c in letters if not unicodedata.combining(c)).translate(_PLAIN)
    words = _WORD.findall(bare)
    return " ".join("st" if word == "saint" else word for word in words)


def sites(name: str) -> tuple[Site, ...]:
    """All places of that name, those of most people first."""
    return _loaded().by_name.get(folded(name), ())


def country_of(code: str) -> Site | None:
    """The country of a code."""
    return _loaded().countries.get(code)


@cache
def countries() -> tuple[Site, ...]:
    """All countries, those of most people first."""
    return tuple(sorted(_loaded().countries.values(), key=lambda site: -site.population))


def region_of(site: Site) -> Site | None:
    """The region a place lies in."""
    return _loaded().regions.get((site.country, site.region))


@cache
def _loaded() -> _Gazetteer:
    by_name: dict[str, list[Site]] = defaultdict(list)
    countries: dict[str, Site] = {}
    regions: dict[tuple[str, str], Site] = {}
    for names, site, alone in _lines():
        for number, key in enumerate(dict.fromkeys(map(folded, names))):
            by_name[key].append(replace(site, elsewhere=(), rival=0) if number in alone else site)
        if site.kind == "country":
            countries[site.country] = site
        elif site.kind == "region":
            regions[site.country, site.region] = site
    ordered = {
        key: tuple(sorted(those, key=lambda site: -site.population))
        for key, those in by_name.items()
    }
    return _Gazetteer(ordered, countries, regions)


_KINDS: Mapping[str, Kind] = {kind[:3]: kind for kind in get_args(Kind)}


def _lines() -> Iterator[tuple[tuple[str, ...], Site, Collection[int]]]:
    """Places with their names, and the numbers of the names that no smaller place has."""
    text = gzip.decompress((HERE / "gazetteer.tsv.gz").read_bytes()).decode()
    for line in text.splitlines():
        kind, name, others, country, region, north, east, people, elsewhere, own, rival = (
            line.split("\t")
        )
        names = (name, *others.split("|")) if others else (name,)
        far = tuple(elsewhere.split(",")) if elsewhere else ()
        where = float(north), float(east)
        many, most = int(people) * 1000, int(rival or 0) * 1000
        site = Site(_KINDS[kind], name, country, region, *where, many, far, most)
        yield names, site, tuple(map(int, own.split(","))) if own else ()
