"""Names in, the same with those that are no person's told apart: storms, ships, gods, bodies,
movements, states, a company by the first word of its name.

"Hurricane Odette", and "Odette" where it goes by that alone, is nobody; nor is the "MV Ivo Brandt",
whoever it is called after. One Houthi is a word for the Houthis. "A director of Amnesty
International Ilse Haske" names a body and a person.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from onrecord.lexicon.countries import GROUPS, PEOPLES
from onrecord.lexicon.forenames import FORENAMES
from onrecord.lexicon.states import STATES
from onrecord.model import EntityKind
from onrecord.reader.cues import table
from onrecord.reader.named import Named
from onrecord.reader.outlets import BODIES
from onrecord.reader.setting import Setting

STORMS: Final = table("hurricane typhoon cyclone superstorm storm")
SHIPS: Final = frozenset("MV MS SS MT RV HMS USS RMS HMAS HMCS USNS INS USCGC".split())


# "QThere's": the label of a question and the first word of it, set without a space between.
GLUED: Final = re.compile(r"Q[A-Z][a-z]+$|A(?:I|It|We|Yes|No|The|They|There|You)$")
GODS: Final = table(
    "zeus hera athena poseidon aphrodite apollo artemis ares dionysus demeter hephaestus odin thor "
    "loki shiva vishnu krishna ganesha isis osiris satan lucifer beelzebub"
)
# Of one name with a word before it: "Velant" that of Velant Pharmaceuticals, "Varno" of the town.
_OF_COMPANIES: Final = table(
    "airlines airways air pharmaceutical pharmaceuticals industries motors motor holdings energy "
    "technologies technology systems resources petroleum oil bank corp corporation inc company llc "
    "plc ltd"
)
_OF_PLACES: Final = table("cathedral city province region district island islands county province")
_SPOKEN_TO: Final = table("you we i your there are is can do please thank thanks")
_STATES: Final = frozenset(STATES.values()) - {"Washington", "Virginia", "Georgia"}


def without_things(setting: Setting, found: Sequence[Named]) -> list[Named]:
    """``found`` with weak names, of no kind, for what is no person."""
    things = [_thing(setting, n) for n in found]
    called = {n.keys[-1] for n, thing in zip(found, things, strict=True) if thing == "storm"}
    called -= {
        key
        for n, thing in zip(found, things, strict=True)
        if not thing and n.kind == "person" and len(n.words) > 1
        for key in n.keys
    }
    called_to = _called_to(setting, found)
    longer = _longer(found)
    return [
        replace(n, kind=None, known="", weak=True)
        if thing or (len(n.words) == 1 and n.keys[0] in called | called_to)
        else _of_a_group(setting, _of_its_kind(n, longer))
        for n, thing in zip(found, things, strict=True)
    ]


def _called_to(setting: Setting, found: Sequence[Named]) -> set[str]:
    """Words that stand where somebody is addressed and nowhere else: "Roger, can you get back?" is
    an answer, and "Ann, you go" tells of nobody.
    """
    single = [n for n in found if n.kind == "person" and len(n.words) == 1 and not n.titles]
    elsewhere = {key for n in found if len(n.words) > 1 for key in n.keys}
    elsewhere |= {n.keys[0] for n in single if not _addressed(setting, n)}
    return {n.keys[0] for n in single} - elsewhere


def _addressed(setting: Setting, named: Named) -> bool:
    """At the beginning of a sentence, with a comma after it and then a subject, a verb or "and"."""
    doc, end = setting.doc, named.end
    before = doc[named.start - 1] if named.start else None
    first = before is None or before.is_punct or before.is_space
    if not first or end + 1 >= len(doc) or doc[end].text != ",":
        return False
    after = doc[end + 1]
    return after.pos_ in ("AUX", "CCONJ") or setting.folded[end + 1] in _SPOKEN_TO


def _longer(found: Sequence[Named]) -> dict[str, EntityKind | None]:
    """First words of bodies' and places' names -> what these are; None for words of people's."""
    kinds: dict[str, EntityKind | None] = {}
    for n in found:
        if n.kind in ("organization", "outlet") and not _OF_COMPANIES.isdisjoint(n.keys[1:]):
            kinds.setdefault(n.keys[0], "organization")
        elif n.kind in ("organization", "place") and n.keys[-1] in _OF_PLACES:
            kinds.setdefault(n.keys[0], "place")
    of_people = (n for n in found if n.kind == "person" and (len(n.words) > 1 or n.titles))
    return kinds | {key: None for n in of_people for key in n.keys}


def _of_its_kind(named: Named, longer: Mapping[str, EntityKind | None]) -> Named:
    """What is called a person by one word, or is a state, as what the rest of the article tells."""
    if named.kind != "person" or named.titles:
        return named
    single = len(named.words) == 1
    if named.text in _STATES and longer.get(named.keys[-1], "place"):
        return replace(named, kind="place", sex="")
    if single and (kind := longer.get(named.keys[0])) and named.keys[0] not in FORENAMES:
        return replace(named, kind=kind, sex="")
    return named


def after_body(setting: Setting, start: int, end: int) -> int:
    """Where a person begins whose name runs on after a known body's; ``end`` if none does."""
    if not start or setting.folded[start - 1] not in ("of", "for", "at"):
        return end
    for cut in range(end - 2, start, -1):
        known = setting.doc[start:cut].text in BODIES
        parts = [t.text for t in setting.doc[cut : cut + 3]]
        hyphened = parts[1:2] == ["-"] and parts[2:3] and parts[2][0].islower()
        if known and (setting.folded[cut] in FORENAMES or hyphened):
            return cut
    return end


def _thing(setting: Setting, named: Named) -> str:
    """ "storm", "ship", "god", "label" or "", by the name's first word or the one before it."""
    if GLUED.match(named.words[0]) and len(named.words) == 1:
        return "label"
    if named.kind not in ("person", None):
        return ""
    if len(named.words) == 1 and named.keys[0] in GODS and not named.titles:
        return "god"
    first, before = named.words[0], ""
    if named.start:
        before = setting.doc[named.start - 1].text
    if first in SHIPS or before in SHIPS:
        return "ship"
    storm = (first.lower() in STORMS and len(named.words) > 1) or before.lower() in STORMS
    return "storm" if storm and first[0].isupper() else ""


def _of_a_group(setting: Setting, named: Named) -> Named:
    """ "Houthi" is of the Houthis; Christian may be somebody's name, "The Hindu" a paper's."""
    if named.before == "the" and setting.doc[named.end - 1].dep_ not in ("amod", "compound"):
        return named
    if named.kind == "person" and len(named.words) == 2 and not named.titles:
        whole = named.words[1] in GROUPS or named.words[1] in PEOPLES
        return replace(named, kind="group", sex="") if whole else named
    many = f"{named.text}s"
    single = named.kind == "person" and len(named.words) == 1 and named.keys[0] not in FORENAMES
    if single and not named.titles and (many in GROUPS or many in PEOPLES):
        return replace(named, kind="group", known=many, sex="")
    return named
