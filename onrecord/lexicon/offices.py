"""Offices and occupations, as tables: what is one office under several names, how many hold it at
once, and what walk of life it belongs to.

In: nothing. Out: ``OFFICES`` (words -> ``Office``), longest first in ``PHRASES``. A row is
``office = names``; ``sole`` offices have one holder in a country or body at a time. One word in
brackets after a heading is the walk of life: a footballer is hardly the mayor of the same name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Office:
    """``name`` stands for all names of the office; ``walk`` is where in life it belongs."""

    name: str
    walk: str
    sole: bool


_TABLE: Final = """
[state] sole
president = pres, head of state
vice president = vice-president
prime minister = premier, taoiseach, head of government
deputy prime minister = deputy premier, vice premier
chancellor
first minister
supreme leader
king = monarch
queen
crown prince
emperor
sultan
emir
first lady
first gentleman
secretary of state
attorney general = attorney-general
secretary general = secretary-general, sec-gen
national security adviser = national security advisor
chief of staff
chief of the general staff = army chief, military chief, army chief of staff, armed forces chief
governor = gov
lieutenant governor = lt gov
mayor
speaker = parliament speaker, house speaker
majority leader
minority leader
majority whip
minority whip
whip = chief whip
central bank governor = central bank chief
director general = director-general
high representative
surgeon general
solicitor general
opposition leader = leader of the opposition
[state] many
senator = sen, sens, lawmaker in the senate
representative = rep, reps, congressman, congresswoman, member of congress
mp = mep, msp, lawmaker, legislator, parliamentarian, member of parliament, deputy, mla
assemblyman = assemblywoman, assemblymember
councillor = councilor, councilman, councilwoman, alderman, council member
minister
secretary
undersecretary = under secretary
deputy minister = vice minister
assistant secretary
ambassador = amb
envoy = special envoy, emissary, negotiator
consul
diplomat
commissioner
official
delegate
member
candidate = presidential candidate, contender, hopeful, presidential nominee, nominee, frontrunner
running mate = vice presidential nominee, vice presidential candidate
politician = statesman
leader = party leader, chief, head, boss, co-leader, commander-in-chief
spokesperson = press secretary, spokesman, spokeswoman, press officer, communications director, \
public affairs officer, \
director of communications, communications chief, head of communications, \
director for communications, \
director for strategic communications, director of strategic communications, \
communications adviser, \
communications advisor, press aide, media officer, media adviser
adviser = advisor, aide, strategist, senior adviser, senior advisor
campaign manager
activist = campaigner, organizer, dissident, protester, advocate
sheriff
prince = duke, earl
princess = duchess, countess
[force] many
general = gen, lt gen, lieutenant general, maj gen, major general, brig gen, brigadier general, \
brigadier, \
major-general
admiral = adm, vice admiral, rear admiral, vice adm
colonel = col, lt col, lieutenant colonel
major = maj
captain = capt, cpt
lieutenant = lieut, lt
sergeant = sgt
commander = cmdr, field commander, military commander
soldier = private, corporal, marine, trooper
officer = police officer, constable, detective, inspector, superintendent, agent
police chief = chief of police, chief constable
fighter = militant, insurgent, gunman, warlord
[law] sole
chief justice
[law] many
judge = district judge, magistrate, federal judge
justice = associate justice, supreme court justice
prosecutor = district attorney, da, state attorney
lawyer = attorney, solicitor, counsel, barrister, public defender
[money] many
ceo = chief executive, chief executive officer, cfo, coo, chief financial officer, \
chief operating officer
chairman = chair, chairwoman, chairperson, co-chairman, co-chair, chairmen
vice chairman = vice-chairman, deputy chairman
ranking member
director = executive director, managing director, head of
manager
founder = co-founder, cofounder
executive = vice-president of sales, executive vice president, senior vice president
businessman = businesswoman, entrepreneur, billionaire, tycoon, magnate, investor, oligarch, \
developer
economist = analyst, chief economist, strategist at
[letters] many
journalist = reporter, correspondent, columnist, editor, anchor, host, moderator, news editor, \
author, \
writer, blogger, pundit, broadcaster, commentator, photographer, novelist, poet, historian
professor = scholar, academic, lecturer, researcher, fellow, political scientist, dean
teacher
scientist = physicist, astronomer, biologist, chemist, virologist, epidemiologist, \
mathematician, ecologist
doctor = physician, surgeon, nurse, paediatrician, psychiatrist, medic
engineer
[faith] many
pope = pontiff
cardinal
bishop = archbishop, bishop emeritus
pastor = reverend, rev, priest, father, minister of the church
rabbi
imam = ayatollah, grand ayatollah, mullah, mufti, cleric, sheikh, sheik
[stage] many
actor = actress, voice actor, comedian
singer = musician, rapper, songwriter, pianist, violinist, guitarist, composer, drummer, conductor
filmmaker = film director, producer, screenwriter
artist = painter, sculptor, designer, model, celebrity
[sport] many
player = footballer, striker, midfielder, goalkeeper, defender, quarterback, pitcher, cricketer, \
batsman, \
bowler, golfer, athlete, sprinter, swimmer, cyclist, boxer, wrestler, racer, driver, runner, \
skater, \
gymnast, forward, captain of the team, skipper, olympian
coach = head coach, trainer, team manager
referee = umpire
[life] many
suspect = defendant, accused, attacker, shooter, killer, murderer, convict, inmate
victim = survivor
witness = eyewitness, bystander, resident, neighbor, neighbour, passerby
student = pupil, schoolboy, schoolgirl, undergraduate
worker = farmer, truck driver, pilot, shopkeeper, waiter, nurse aide, fisherman, miner
volunteer
veteran
"""
KIN: Final = frozenset(
    "wife husband spouse son daughter father mother brother sister widow widower uncle aunt cousin "
    "nephew niece grandson granddaughter grandfather grandmother stepson fiance fiancee girlfriend "
    "boyfriend partner parent child dad mom in-law son-in-law daughter-in-law "
    "brother-in-law".split()
)
HONORIFICS: Final = {
    "mr": "m", "mister": "m", "sir": "m", "lord": "m", "monsieur": "m", "herr": "m", "senor": "m",
    "mrs": "f", "ms": "f", "miss": "f", "madam": "f", "madame": "f", "mme": "f", "dame": "f",
    "lady": "f", "frau": "f", "senora": "f", "dr": "", "prof": "", "hon": "", "honorable": "",
    "mx": "", "shri": "m", "sri": "", "the": "", "dear": "", "fellow": "", "president-elect": "",
}  # fmt: skip
# Of an earlier time: holding the office then is no claim to hold it now.
PAST: Final = frozenset(
    "former ex late then onetime one-time outgoing deposed ousted retired emeritus ex-".split()
)
COMING: Final = frozenset("incoming elect designate president-elect presumptive future".split())
# Ministers and secretaries by what they see to; any word of the row.
FIELDS: Final = {
    word: row.split()[0]
    for row in """
defense defence war
foreign external
state
interior internal home
finance treasury economy economic exchequer
health
justice
energy oil petroleum gas
transport transportation railways aviation
education
homeland
agriculture farm
commerce trade industry
labor labour employment
culture
environment climate
information
veterans
housing
science
""".split("\n")
    if row
    for word in row.split()
}


def _offices() -> dict[str, Office]:
    offices: dict[str, Office] = {}
    walk, sole = "", False
    for row in _TABLE.strip().splitlines():
        if row.startswith("["):
            walk, _, holders = row[1:].partition("] ")
            sole = holders == "sole"
            continue
        name, _, others = row.partition(" = ")
        for phrase in (name, *others.split(", ")):
            if phrase:
                offices.setdefault(phrase, Office(name, walk, sole))
    return offices


OFFICES: Final[dict[str, Office]] = _offices()
BY_NAME: Final = {office.name: office for office in OFFICES.values()}
LONGEST: Final = max(len(phrase.split()) for phrase in OFFICES)
NOUNS: Final = frozenset(p for p in OFFICES if " " not in p) | KIN
ABBREVIATIONS: Final = frozenset(
    "sen sens rep reps gov pres amb gen col maj capt cpt lt sgt adm cmdr lieut rev".split()
)
