"""Organizations, outlets, countries, groups and places under one name for all their names.

In: a name as an article gives it ("the U.S. Department of Justice"). Out: ``Body``: its words in
one order ("justice department"), the country it names, and whether the words alone tell which body
it is. "The Senate", "the defence ministry" and "the army" are those of a country; "police" and "the
company" are nobody that another article could name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from onrecord.linker import nations
from onrecord.linker.spelling import folded

Telling = Literal["own", "local", "national", "generic"]
_SYNONYMS: Final = dict(
    pair.split("=")
    for pair in """
    defence=defense labour=labor organisation=organization organisations=organization
    centre=center centres=center centers=center programme=program mobilisation=mobilization
    u.n=un u.s=us depts=department dept=department gov't=government govt=government &=and
    intl=international natl=national assn=association committees=committee harbour=harbor
    """.split()
)
_DROPPED: Final = frozenset("the of for and on in de la du des del und".split())
_LEGAL: Final = frozenset(
    "inc corp corporation co company ltd limited llc plc gmbh ag sa spa nv bv llp lp group "
    "holdings movement com org".split()
)
# Who speaks for a body: a "Supreme Court justice" that a reader took for one is the court.
_HOLDERS: Final = frozenset("justice judge spokesman spokeswoman spokesperson leader chair".split())
# Bodies under names that share no words, the first standing for all.
_ALIASES: Final = """
israel defense forces = idf, israeli military, israeli army, israel army, israel military, \
israeli defense forces, israeli armed forces, tzahal
islamic revolutionary guard corps = irgc, revolutionary guards, revolutionary guard, \
iranian revolutionary guards, \
iran revolutionary guards, iranian revolutionary guard, iran revolutionary guard, \
islamic revolutionary guards corps, \
iranian revolutionary guard corps, revolutionary guard corps
islamic state = isis, isil, daesh, islamic state group, is group, islamic state iraq and syria, \
islamic state iraq syria, islamic state iraq levant, so-called islamic state
united nations = un, u.n., united nations organization
un security council = united nations security council, security council, u.n. security council
un general assembly = united nations general assembly
european union = eu, e.u.
white house = us white house
defense department us = pentagon, us defense department, united states defense department, \
department defense
state department us = state department, us state department
federal bureau investigation = fbi
central intelligence agency = cia
national security agency = nsa
national security council us = white house national security council, \
us national security council
homeland security department = dhs, homeland security, us homeland security department
environmental protection agency = epa
food drug administration = fda
internal revenue service = irs
centers disease control prevention = cdc, center disease control prevention, \
center disease control, \
centers disease control
federal emergency management agency = fema
veterans affairs department = va, veterans affairs, veterans administration
national aeronautics space administration = nasa
north atlantic treaty organization = nato
world health organization = who
world trade organization = wto
international monetary fund = imf
international criminal court = icc
international court justice = icj, world court
international atomic energy agency = iaea
african union = au
palestinian authority = palestinian national authority
palestinian islamic jihad = islamic jihad, pij
hezbollah = hizbullah, hizballah, hizbollah
qaeda = al-qaeda, al qaeda, al-qaida, al-qa'ida, al qaida
shabaab = al-shabaab, al shabaab, al-shabab, al shabab
houthis = houthi, houthi rebels, ansar allah, ansarullah, houthi movement
democratic national committee = dnc
republican national committee = rnc
republican party = gop, us republican party
democratic party = us democratic party
house representatives us = us house, us house representatives, united states house representatives
senate us = us senate, united states senate
congress us = us congress, united states congress
supreme court us = us supreme court, united states supreme court
taliban = taleban
rapid support forces = rapid support
sudanese armed forces = sudanese army, sudan army, sudanese military, sudan armed forces
associated press = ap
doctors without borders = médecins sans frontières, msf
agence france-presse = afp
new york times = nyt
british broadcasting corporation = bbc, bbc news
cable news network = cnn
nbc = nbc news
national rifle association = nra
housing urban development department = hud
agriculture department = usda, us department agriculture
general services administration = gsa
government accountability office = gao
securities exchange commission = sec
federal aviation administration = faa
federal communications commission = fcc
federal trade commission = ftc
national transportation safety board = ntsb
drug enforcement administration = dea
transportation security administration = tsa
american civil liberties union = aclu
national institutes health = nih
international committee red cross = icrc
new york police department = nypd, new york city police department
los angeles police department = lapd
people's liberation army = pla
kurdistan workers party = pkk, kurdistan workers' party
syrian democratic forces = sdf
african national congress = anc
bharatiya janata party = bjp
un refugee agency = unhcr, united nations high commissioner refugees
un children's fund = unicef
federal security service = fsb
abc = abc news
cbs = cbs news
fox news = fox, fox news channel
twitter = x corp
"""
# Words of institutions that every country has: without the country nobody knows whose.
_NATIONAL: Final = frozenset(
    """
    senate congress parliament house representatives assembly national chamber deputies commons
    lords supreme constitutional court ministry department minister office army navy air force
    military armed forces police guard government cabinet central bank justice defense foreign
    interior finance health education treasury affairs labor party green liberal conservative
    socialist communist people's democratic republican presidency president administration
    council state federal high appeal appeals criminal intelligence service security election
    electoral commission prosecutor attorney general agency authority federal_reserve coast
    border lower upper public independent reform progressive christian social union constitution
    judiciary committee finance armed services appropriations budget relations senate's economic
    agriculture energy commerce transportation environment land natural resources human rights
    legislative legislature majority minority leader caucus conference subcommittee small
    business water rural development board media television radio state-run news agency press
    embassy red cross football federation chess tax civil aviation railway railways post postal
    royal statistics weather meteorological
    """.split()
)
_GENERIC: Final = frozenset(
    """
    police authorities government court company team department administration commission
    committee council agency ministry internet parliament network website press media news
    officials party group union campaign board office school university hospital church bank
    army navy military troops forces security service services state city county district town
    village local regional federal public family families members club association foundation
    institute center firm airline embassy court's jury crowd rebels insurgents voters protesters
    demonstrators people residents communities workers students others opposition r d pa va ap
    war constitution world national international general special security first second third
    new old legislative senators house member post times journal herald star sun mail standard
    independent tribune observer express mirror guardian's telegraph's ground capital sea
    conference report act bill law article section title amendment room site page channel
    station newspaper paper magazine blog account social outlets broadcaster broadcasters
    television radio
    """.split()
)
# Houses that many towns have under one name: "St. Mary's Hospital", "Lincoln Elementary School".
_LOCAL: Final = frozenset(
    "hospital church school elementary cathedral college academy library cemetery park parish "
    "center university clinic".split()
)
_PATRONS: Final = frozenset(
    "st saint saints holy sacred mercy memorial first central county community lincoln washington "
    "jefferson franklin madison jackson roosevelt kennedy trinity grace good our immaculate mount "
    "mt lake river riverside union city general regional".split()
)


@dataclass(frozen=True, slots=True)
class Body:
    """``words`` name it, folded; ``country`` is the one its name tells, "" for none."""

    words: tuple[str, ...]
    country: str = ""
    telling: Telling = "own"

    @property
    def name(self) -> str:
        return " ".join(self.words)


def _aliases() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in _ALIASES.strip().splitlines():
        name, _, others = row.partition(" = ")
        table |= {folded(other): name for other in (name, *others.split(", "))}
    return table


ALIASES: Final[dict[str, str]] = _aliases()
_KNOWN: Final = frozenset(ALIASES.values())
_WORD: Final = re.compile(r"[\w'&@]+(?:[-./]\w+)*")


@lru_cache(65_536)
def body(name: str) -> Body:
    """A body by its name; "Justice Department", "U.S. Department of Justice" have one name."""
    words = list(_words(name))
    words = words[1:] if words[:1] == ["the"] and len(words) > 1 else words
    nation = folded(name).removeprefix("the ").rstrip(".")
    if nation in nations.NAMES and nation not in nations.PEOPLE and nations.country(nation):
        return Body(tuple(nations.country(nation).split()))
    known = ALIASES.get(" ".join(words)) or ALIASES.get(" ".join(_plain(words)))
    if known:
        return _known(known)
    country, rest = _without_country(words)
    plain = _plain(rest) or words
    known = ALIASES.get(" ".join(plain)) if not country else None
    if known:
        return _known(known)
    return Body(tuple(plain), country, "own" if country else telling(tuple(plain)))


def _known(name: str) -> Body:
    words = name.split()
    if words[-1] == "us":
        return Body(tuple(words[:-1]), "united states", "own")
    return Body(tuple(words), "", "own")


def _words(name: str) -> Iterator[str]:
    for word in _WORD.findall(folded(name)):
        bare = word if word == "people's" else word.rstrip(".'").removesuffix("'s")
        plain = _SYNONYMS.get(bare, bare)
        if plain:
            yield plain


def _plain(words: list[str]) -> list[str]:
    """Without "the", "of", "Inc."; "department of justice" as "justice department"."""
    if (
        len(words) > 2
        and words[0] in ("department", "ministry", "office", "bank")
        and "of" in words[1:2]
    ):
        words = [*words[2:], words[0]]
    kept = [w for w in words if w not in _DROPPED] or words
    if len(kept) > 2 and kept[-1] in _HOLDERS and kept[-2] in ("court", "party", "ministry"):
        kept = kept[:-1]
    while len(kept) > 1 and kept[-1] in _LEGAL:
        kept = kept[:-1]
    if len(kept) > 1 and kept[0] in ("al", "el"):
        kept = kept[1:]
    return [w.removeprefix("al-") if len(w) > 5 else w for w in kept]


def _without_country(words: list[str]) -> tuple[str, list[str]]:
    """ "Israeli police", "Supreme Court of India", "India's Supreme Court": whose, and what."""
    for size in (4, 3, 2, 1):
        front, back = " ".join(words[:size]), " ".join(words[-size:])
        if len(words) > size and front in nations.NAMES and nations.country(front):
            return nations.country(front), words[size:]
        front_words = words[:-size][: -1 if words[-size - 1 : -size] == ["the"] else None]
        linked = len(front_words) > 1 and front_words[-1] in ("of", "in")
        if linked and back in nations.NAMES and nations.country(back):
            return nations.country(back), front_words[:-1]
    return "", words


def telling(words: tuple[str, ...]) -> Telling:
    """Whether the words alone tell which body it is."""
    if " ".join(words) in _KNOWN:
        return "own"
    if words[-1:] and words[-1] in _LOCAL and words[0] in _PATRONS:
        return "local"
    if all(w in _GENERIC or w.isdigit() for w in words):
        return "generic"
    return "national" if all(w in _NATIONAL | _GENERIC for w in words) else "own"


def acronym(words: tuple[str, ...]) -> str:
    """The first letters, where there are three or more."""
    letters = "".join(w[0] for w in words if w not in _DROPPED)
    return letters if len(letters) > 2 else ""
