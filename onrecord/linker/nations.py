"""Which country a word speaks of: its names, its people, its capital, its states, the bodies that
only one country has.

In: folded words. Out: the country's name, folded ("united states"); "" where none is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.lexicon.countries import ADJECTIVES, COUNTRIES, PEOPLES
from onrecord.linker.spelling import folded

US_STATES: Final = frozenset(
    state.replace("_", " ")
    for state in """
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho
    illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
    mississippi missouri montana nebraska nevada new_hampshire new_jersey new_mexico new_york
    north_carolina north_dakota ohio oklahoma oregon pennsylvania rhode_island south_carolina
    south_dakota tennessee texas utah vermont virginia west_virginia wisconsin wyoming
    """.split()
)
# Capitals and bodies that name their country.
_SPEAKS_OF: Final = """
united states = washington, white house, pentagon, state department, capitol hill, fbi, cia, \
nsa, fda, \
irs, epa, us senate, gop, homeland security, medicare, congressional, d.c, \
democratic national committee, \
republican national committee, central intelligence agency, federal bureau of investigation, \
new york city
united kingdom = london, downing street, house of commons, house of lords, scotland, wales, \
england, \
northern ireland, scottish, welsh, english, whitehall, tory
russia = moscow, kremlin, duma
ukraine = kyiv, kiev
israel = jerusalem, tel aviv, knesset, idf, mossad, shin bet, likud
palestine = gaza, west bank, hamas, palestinian authority, plo, fatah, gaza strip, islamic jihad
lebanon = beirut, hezbollah, hizbullah
iran = tehran, irgc, revolutionary guards, islamic revolutionary guard corps
china = beijing
france = paris, elysee
germany = berlin, bundestag
japan = tokyo
south korea = seoul
north korea = pyongyang
india = new delhi, delhi, lok sabha, bjp
pakistan = islamabad
turkey = ankara
egypt = cairo
syria = damascus
iraq = baghdad
yemen = sanaa, houthi, houthis
afghanistan = kabul, taliban
saudi arabia = riyadh
spain = madrid, catalan
italy = rome
poland = warsaw
hungary = budapest
venezuela = caracas
brazil = brasilia
canada = ottawa, ontario, quebec
australia = canberra, new south wales, queensland
sudan = khartoum
"""


def _speaking() -> dict[str, str]:
    tables: dict[str, str] = {}
    for table in (COUNTRIES, ADJECTIVES, PEOPLES):
        tables |= {folded(word): folded(country) for word, country in table.items()}
    for row in _SPEAKS_OF.strip().splitlines():
        country, _, words = row.partition(" = ")
        tables |= dict.fromkeys(words.split(", "), country)
    tables |= dict.fromkeys(US_STATES, "united states")
    tables |= {"u.s": "united states", "u.k": "united kingdom", "us": "united states"}
    tables.pop("georgia", None)  # a country and a state
    return tables


NAMES: Final = frozenset(
    {folded(w) for w in COUNTRIES}
    | {folded(w) for w in ADJECTIVES}
    | {folded(w) for w in PEOPLES}
    | {"us", "u.s", "u.k", "uk"}
)
PEOPLE: Final = frozenset(folded(w) for w in PEOPLES)
SPEAKS_OF: Final[dict[str, str]] = _speaking()


def country(phrase: str) -> str:
    """The country that a folded word or phrase speaks of."""
    return SPEAKS_OF.get(phrase.rstrip("."), "")


def countries(words: Iterable[str]) -> Iterator[str]:
    """Countries that a run of folded words speaks of, longest phrase first."""
    yield from (found for phrase in _phrases(words) if (found := country(phrase)))


def without_countries(words: Iterable[str]) -> Iterator[str]:
    """The words left when names of countries are taken out; "new york" is one word of them."""
    for phrase in _phrases(words):
        state = next((s for s in US_STATES if phrase == s or phrase.startswith(f"{s} ")), "")
        if state:
            yield state.replace(" ", "_")
            yield from phrase.removeprefix(state).split()
        elif phrase not in NAMES:
            yield from phrase.split(" ")


def _phrases(words: Iterable[str]) -> Iterator[str]:
    run = list(words)
    at = 0
    while at < len(run):
        size = next((n for n in (5, 4, 3, 2) if country(" ".join(run[at : at + n]))), 1)
        yield " ".join(run[at : at + size])
        at += size
