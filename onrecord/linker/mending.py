"""What a reader takes amiss in a name and the words beside it put right: "USS Jane Doe" is a ship,
"Senate Minority Whip Jane Doe" no organization, "Doe, Jr." has a suffix.

In: an entity and the article's text. Out: the entity as it should stand, with the same id."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from onrecord.lexicon.forenames import FORENAMES
from onrecord.lexicon.offices import NOUNS
from onrecord.linker import nations
from onrecord.linker.bodies import ALIASES, body
from onrecord.linker.commonness import FAMILY_FIRST
from onrecord.linker.spelling import folded
from onrecord.model import Entity, Mention, Passage

_SHIP: Final = re.compile(r"\b(?:USS|USNS|HMS|HMCS|HMAS|INS|MV|M/V|SS|M/T)\s$")
_THING: Final = re.compile(
    r"^(?:'s|’s)? (?:[A-Z]\w+ )?(?:Foundation|Center|Centre|Airport|Library|Building|Bridge|"
    r"Highway|Act|Award|Awards|Amendment|School|University|College|Institute|Stadium|Hospital|Memorial|"
    r"Prize|Street|Avenue|Museum|Fund|Scholarship|Parkway|Boulevard|Park|Day|Hall|Theater|"
    r"Theatre|Dam|Plaza|Square|Elementary|Academy|Trust|Organization|International)\b"
)
_CAPITALS: Final = re.compile(r"(?:(?<![.!?] )\b[A-Z][\w-]*(?:'s|’s)? )+$")
_ARTICLE: Final = re.compile(r"^(?:The|A|An|In|At|On|By|But|And|For|With|After|When|While|As) ")
_COUNTRY: Final = re.compile(r"^ \(([\w. ]+)\)")
_SUFFIXED: Final = re.compile(r",? (?:Jr|Sr)\.?$")
_SYLLABLE: Final = re.compile(r"^-[a-z]{2,5}\b(?!-)")
_SUFFIX: Final = re.compile(r"^,? (Jr|Sr)\b")


def mended(entity: Entity, text: str) -> Entity:
    """The entity with the kind and the suffix that the words tell."""
    if entity.kind == "organization":
        return _person(_whole(entity, text))
    if entity.kind == "person" and len(entity.name) > 4 and folded(entity.name) in ALIASES:
        return replace(entity, kind="organization")  # "Al Qaeda" taken for somebody
    if entity.kind == "person" and " " in entity.name:
        return _with_suffix(entity, text)
    return _with_first(entity, text) if entity.kind == "person" else entity


def namesake_thing(entity: Entity, text: str) -> bool:
    """Whether every mention by name is part of a thing's name: a ship, a bridge, a foundation."""
    named = [m for m in entity.mentions if m.form == "name"]
    return bool(named) and all(_of_thing(m, text) for m in named)


def two_in_one(entity: Entity, text: str) -> bool:
    """Whether a reader took father and son for one: "Jane Doe" with and without "Jr." after it."""
    bare = {m.text for m in entity.mentions if m.form == "name" and not _bears(m, text)}
    sons = {m.text for m in entity.mentions if m.form == "name" and _bears(m, text)}
    return any(len(name.split()) == 2 for name in bare & {_SUFFIXED.sub("", s) for s in sons})


def _bears(mention: Mention, text: str) -> bool:
    after = text[mention.end : mention.end + 6]
    return bool(_SUFFIX.match(after) or _SUFFIXED.search(mention.text))


def _of_thing(mention: Mention, text: str) -> bool:
    before, after = text[max(0, mention.start - 6) : mention.start], text[mention.end :][:40]
    within = mention.text.startswith(("USS ", "HMS ", "MV ", "SS "))
    return within or bool(_SHIP.search(before)) or bool(_THING.match(after))


def _whole(entity: Entity, text: str) -> Entity:
    """ "People's National Party" where the reader has "National Party", "Labour Party (UK)": with
    the capitalised words before it and the country after it, if all its mentions have the same.
    """
    named = [m for m in entity.mentions if m.form == "name" and m.text == entity.name]
    if not named or body(entity.name).telling == "own":
        return entity
    wholes = {_extended(m, text) for m in named}
    return replace(entity, name=wholes.pop()) if len(wholes) == 1 else entity


def _extended(mention: Mention, text: str) -> str:
    before = _CAPITALS.search(text[max(0, mention.start - 40) : mention.start])
    after = _COUNTRY.match(text[mention.end : mention.end + 24])
    front = _ARTICLE.sub("", before[0]) if before else ""
    back = f" of {after[1]}" if after and nations.country(folded(after[1])) else ""
    return f"{front}{mention.text}{back}"


def _person(entity: Entity) -> Entity:
    """ "Senate Minority Whip Jane Doe": an office, and a name that begins with a first name."""
    words = entity.name.split()
    offices = [i for i, word in enumerate(words) if folded(word).rstrip(".") in NOUNS]
    if not offices or not 2 <= len(words) - offices[-1] - 1 <= 3:
        return entity
    called = words[offices[-1] + 1 :]
    if folded(called[0]) not in FORENAMES or not all(w[:1].isupper() for w in called):
        return entity
    office, name = " ".join(words[: offices[-1] + 1]), " ".join(called)
    start = entity.mentions[0].start if entity.mentions else 0
    role = Passage(start, start + len(office), office)
    return replace(entity, kind="person", name=name, roles=(*entity.roles, role))


def _with_first(entity: Entity, text: str) -> Entity:
    """ "Dean Doe" is no dean where Dean can be a first name."""
    for role in entity.roles:
        follows = text[role.end : role.end + len(entity.name) + 1] == f" {entity.name}"
        if follows and folded(role.text) in FORENAMES:
            rest = tuple(r for r in entity.roles if r != role)
            return replace(entity, name=f"{role.text} {entity.name}", roles=rest)
    return entity


def _with_suffix(entity: Entity, text: str) -> Entity:
    """ "Doe, Jr." and "Kim Jong-un", where the reader stops before the comma or the hyphen."""
    for mention in entity.mentions:
        rest = _SYLLABLE.match(text[mention.end : mention.end + 10])
        eastern = folded(mention.text.split(" ")[0]) in FAMILY_FIRST
        if rest and eastern and mention.text == entity.name:
            return replace(entity, name=f"{entity.name}{rest[0]}")
        found = _SUFFIX.match(text[mention.end : mention.end + 6])
        if found and mention.text == entity.name:
            return replace(entity, name=f"{entity.name} {found[1]}.")
    return entity
