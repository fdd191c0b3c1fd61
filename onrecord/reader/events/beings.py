"""Who can take part: whether a head token is somebody, a place, something that acts for its owner.

In: the scene and a token. Out: ``Being``. Names go by what the cast and the network take them for,
nouns by tables: people, groups and bodies act and suffer; buildings, roads and vessels suffer only
where they are attacked; weapons and attacks are nobody, but have an owner who acts.
"""

from __future__ import annotations

from typing import Final, Literal

from onrecord.lexicon.countries import COUNTRIES, GROUPS, PEOPLES
from onrecord.model import Entity
from onrecord.reader.cues import table
from onrecord.reader.events.governing import COUNTED
from onrecord.reader.events.noun_classes import CLASSES
from onrecord.reader.nouns import NOUNS
from onrecord.reader.roles import person_ending, singular
from onrecord.reader.scene import Scene

Being = Literal[
    "somebody",  # people, groups, bodies, countries
    "place",  # a city, a region; as a subject its government
    "facility",  # what is attacked, seized or closed: a port, a convoy
    "weapon",  # acts for its owner: "Israeli airstrikes", "a Russian drone"
    "nobody",
]

PEOPLE: Final = table(
    """
    casualty dead wounded injured pedestrian worshipper worshiper pilgrim crew bomber thief robber
    burglar pirate trafficker smuggler mercenary conscript reservist recruit paratrooper infantry
    peacekeeper baby infant toddler family household couple pair duo trio mourner reveller motorist
    cyclist commuter militiaman defector dissident personnel national bodyguard humanitarian tribe
    clan looter vandal killer murderer sniper insurgency resistance nation country kingdom republic
    neighbour neighbor side superpower trader vendor sibling orphan shopper hiker climber
    skier swimmer diver lifeguard janitor nationalist crewmember serviceman servicewoman cadet
    marcher blocker truck-driver bystander inhabitant newcomer population electorate guerilla 
    criminal politburo watchdog mediator signatory ally enemy foe rival member leadership cameraman
    executive monk nun seminarian fugitive convict offender intruder hijacker kidnapper captor
    occupier coloniser colonizer invader defender rescuer responder paramilitary crewman seafarer
    fisher herder herdsman dealer foreigner trainee passenger pastoralist bandit terrorist strongman
    warlord gangster mobster
    """
)
FACILITIES: Final = table(
    """
    hospital school mosque church temple synagogue airport airfield airbase port harbor harbour
    base barracks camp checkpoint embassy consulate headquarters station plant refinery pipeline
    depot warehouse factory mine bridge dam road highway market marketplace mall hotel restaurant
    café cafe nightclub bar theater theatre stadium park building block apartment house home
    residence compound prison jail village town city neighborhood neighbourhood district suburb
    area region province settlement outpost position shelter tunnel facility site infrastructure
    farm field ship vessel tanker boat ferry convoy bus train car vehicle truck plane aircraft
    helicopter ambulance tank office court courthouse parliament palace bank shop store university
    college clinic monastery cathedral shrine cemetery beach square street island crossing grid
    target stronghold motorcade capital territory land frigate destroyer warship freighter
    minibus van tram subway metro ministry substation hideout bunker terminal
    """
)
# Nouns of places that stand for no building: "in the capital", "at the border".
GROUNDS: Final = table(
    """
    capital city town village region province district area country border coast outskirts north
    south east west northeast northwest southeast southwest centre center downtown suburb valley
    mountain mountains forest desert sea lake river bay gulf strait waters island peninsula state
    county municipality neighborhood neighbourhood zone corridor enclave strip street road highway
    square junction intersection crossing frontline front campus premises hometown airspace resort
    """
)
# Facilities that move: attacked, but no place.
MOVING: Final = table(
    """
    ship vessel tanker boat ferry convoy bus train car vehicle truck plane aircraft helicopter
    ambulance tank motorcade frigate destroyer warship freighter minibus van tram target
    """
)
WEAPONS: Final = table(
    """
    missile rocket drone shell bomb jet warplane gunship artillery mortar fire gunfire bullet
    shrapnel tank warship gunboat battery munition shellfire
    """
)
ATTACKS: Final = table(
    """
    attack strike airstrike air-strike raid bombing bombardment shelling assault offensive operation
    ambush incursion invasion shooting massacre barrage crackdown onslaught blitz campaign siege
    blockade stabbing killing volley salvo counteroffensive counterattack sortie
    """
)
_SINGULARS: Final = {"forces": "force", "troops": "troop", "barracks": "barracks"}
# Names of what only happens: "Storm Odile", "a Mw 6.1 earthquake".
NATURE: Final = table("mw storm hurricane typhoon cyclone tornado earthquake wildfire flood")
# Only vehicles and bombs do this: "a Corvo Titan explodes", "a Corvo Titan drives into a crowd".
MOVED: Final = table(
    """
    explode explodes exploded capsize capsizes capsized sink sinks sank derail derails derailed
    drive drives drove plough ploughs ploughed plow plows plowed veer veers veered crash crashes
    crashed collide collides collided ram rams rammed
    """
)
# A name that ends so is of something written: "the Affordable Care Act".
WRITTEN: Final = table(
    "act bill deal agreement treaty accord resolution pact amendment constitution rights law"
)
# Nouns the table of sources knows as people or bodies, but which do nothing here.
IDLE: Final = table(
    """
    house chair industry sector index intelligence fund station exchange force action label website
    site blog podcast channel network book magazine list mist twist fist career beer deer
    generator indicator elevator escalator radiator refrigerator calculator reactor pacemaker paper
    """
)
_SOMEBODY: Final = ("unnamed", "group", "organization", "outlet")


def noun(word: str) -> str:
    """The singular of a lower-cased noun."""
    return _SINGULARS.get(word) or singular(word)


def being(scene: Scene, token: int, entity: Entity | None) -> Being:
    """What the head ``token`` of a phrase that means ``entity`` is."""
    word = scene.grammar.words[token]
    if _written(scene, token, entity):
        return "nobody"
    if entity is not None and entity.kind == "place" and entity.name in COUNTRIES:
        return "somebody"
    if entity is not None and entity.kind in ("document", "place"):
        return "place" if entity.kind == "place" else "nobody"
    if scene.doc[token].ent_type_ == "ORG" and _thing(scene, token):
        return "nobody"
    if entity is not None:
        return "somebody"
    if (named := _named(scene, token)) is not None:
        return named
    if scene.grammar.pos[token] == "NUM" or word in COUNTED or _more(scene, token):
        return "somebody" if not _measured(scene, token) else "nobody"
    if word == "state" and scene.grammar.child(token, "nmod") is not None:
        return "nobody"  # "a state of emergency"
    return _common(noun(word), word) if scene.grammar.pos[token] != "PRON" else "nobody"


def _written(scene: Scene, token: int, entity: Entity | None) -> bool:
    if entity is not None:
        return entity.kind != "person" and entity.name.casefold().split()[-1] in WRITTEN
    return scene.doc[token].ent_type_ != "PERSON" and scene.grammar.words[token] in WRITTEN


def _named(scene: Scene, token: int) -> Being | None:
    """By the network's label; None for what is no name."""
    label = scene.doc[token].ent_type_
    text = scene.doc[token].text
    if text in PEOPLES or text in GROUPS or text in COUNTRIES:
        return "somebody"
    if label in ("PERSON", "ORG"):
        return "somebody"
    if label == "LOC":
        return "place"
    thing = label == "MISC" and scene.grammar.pos[token] == "PROPN"
    return "nobody" if thing or label == "DATE" else None


def _thing(scene: Scene, token: int) -> bool:
    """ "Mw", "Storm Odile", and "Corvo Titan" where it drives into a crowd or explodes."""
    grammar, verb = scene.grammar, scene.grammar.head[token]
    first = token
    while first > 0 and scene.doc[first].ent_iob_ == "I":
        first -= 1
    named = {grammar.words[first], grammar.words[first - 1]} & NATURE
    onto = [c for c in grammar.all(verb, "obj") if not grammar.case(c)]  # "the navy sank a boat"
    moved = grammar.dep[token] == "nsubj" and grammar.words[verb] in MOVED and not onto
    return bool(named) or moved


def _more(scene: Scene, token: int) -> bool:
    """ "two more", "12 dead"."""
    adjective = scene.grammar.pos[token] == "ADJ"
    return adjective and scene.grammar.child(token, "nummod") is not None


def _measured(scene: Scene, token: int) -> bool:
    """Whether a number counts no people: "$12", "12 per cent", "12 of the buildings"."""
    grammar = scene.grammar
    around = grammar.words[max(0, token - 1) : token + 2]
    if any(not w.isalnum() and w in "$€£%" for w in around) or "percent" in around:
        return True
    of = [c for c in grammar.all(token, "nmod", "obl") if grammar.case(c) == "of"]
    counted = (grammar.words[c] for c in of if grammar.pos[c] == "NOUN")
    return any(w not in COUNTED and _common(noun(w), w) != "somebody" for w in counted)


def _common(single: str, word: str) -> Being:
    if word in ("forces", "troops", "authorities") or single in PEOPLE:
        return "somebody"
    if single in WEAPONS or single in ATTACKS:
        return "weapon"
    if word in CLASSES["PERSON"]:
        return "somebody"
    if NOUNS.get(single) in _SOMEBODY and single not in IDLE:
        return "somebody"
    if single in FACILITIES:
        return "facility"
    person = person_ending(single) is not None and single not in IDLE
    return "somebody" if person else "nobody"


def facility(word: str) -> bool:
    """Whether a lower-cased noun is a building, a road, a vessel: what can be attacked."""
    return noun(word) in FACILITIES
