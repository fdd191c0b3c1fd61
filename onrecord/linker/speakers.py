"""Who said it, for the linker of statements: the entity's form, keys made of its name, and whether
two speakers are one.

A statement whose source has no entity is compared by the words for its source, and only where they
name a body or an outlet ("State television"): no other words without a name stand for one source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from onrecord.linker import entities
from onrecord.linker.form import Comparison, Form
from onrecord.linker.words import FUNCTION, plain
from onrecord.model import Entity, Reading, Statement

# A place that speaks is read as a country; "voters" say nothing on one occasion.
NO_SPEAKERS = frozenset(["unnamed", "place", "group"])
BODIES = frozenset(
    """
agency army association authority bank bloc board bureau cabinet ceasefire channel commission
committee congress council court daily department directorate embassy force forces foundation
gazette government guard herald house institute judiciary kremlin media military militia ministry
monitor movement navy network news newspaper observatory office organization paper parliament
party pentagon police post presidency press prosecutor radio red senate service society station
television times treasury tribunal tv union university white wire
""".split()
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as a form: ``id`` is the entity's form, or None where the source has no entity;
    ``about`` is that form's, or the words for the source.
    """

    id: str | None
    about: Mapping[str, Any] = field(compare=False)
    keys: tuple[str, ...] = field(compare=False, default=())
    words: str = ""


class Speakers:
    """The speakers of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._entities = {entity.id: entity for entity in reading.entities}
        self._forms = {found.entry: found.form for found in entities.found(reading)}

    def of(self, statement: Statement) -> Speaker | None:
        """None where the source is unnamed, or nobody whom other articles could name."""
        if statement.unnamed or not statement.who:
            return None
        entity = self._entities.get(statement.entity or "") or self._inside(statement.who)
        if entity is None:
            return _body(statement.who)
        form = self._forms.get(entity.id)
        if form is None or entity.kind in NO_SPEAKERS:
            return None
        spoken = " ".join(_WORD.findall(plain(entity.name)))
        return Speaker(form.id, form.about, tuple(keys(entity.name, entity.kind)), spoken)

    def _inside(self, who: str) -> Entity | None:
        """The one person whose whole name stands in the words for a source: "Col. Anton Brisk,
        its spokesman".
        """
        people = (e for e in self._entities.values() if e.kind == "person" and " " in e.name)
        found = [e for e in people if e.name in who]
        return found[0] if len(found) == 1 else None


def _body(who: str) -> Speaker | None:
    spoken = _WORD.findall(plain(who))
    if not BODIES & set(spoken) or len(spoken) > 6 or not who[:1].isupper():
        return None
    words = " ".join(word for word in spoken if word not in FUNCTION)
    return Speaker(None, {"words": words}, tuple(keys(who, "organization")), words)


def keys(name: str, kind: str) -> Iterator[str]:
    """What forms of one speaker's names begin with: a person's surname without its vowels
    ("Vereny", "Verreni"), the first letters of a body's first two words ("Meravian army",
    "Meravia").
    """
    spoken = [word for word in _WORD.findall(plain(name)) if word not in FUNCTION]
    spoken = [word for word in spoken if len(word) > 1] or spoken
    if not spoken:
        return
    if kind == "person":
        yield "p" + skeleton(spoken[-1])
        return
    yield from sorted({"b" + word[:4] for word in spoken[:2]})


_SOUNDS = [("ph", "f"), ("kh", "h"), ("gh", "g"), ("sch", "s"), ("sh", "s"), ("ch", "c"),
           ("dj", "j"), ("zh", "j"), ("ou", "u"), ("ck", "k"), ("q", "k"), ("w", "v"),
           ("y", "i"), ("th", "t"), ("x", "s"), ("z", "s"), ("c", "k")]  # fmt: skip


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """A surname's consonants, spelled one way: transliterations differ in the rest."""
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    bare = word[0] + re.sub(r"[aeiouh]", "", word[1:])
    first = "a" if bare[0] in "aeiou" else bare[0]
    return re.sub(r"(.)\1+", r"\1", first + bare[1:])


@lru_cache(maxsize=65536)
def same(left: Speaker, right: Speaker) -> Comparison | None:
    """Whether two speakers are one; None where nothing says so. "Interior Ministry" may be that of
    any country: such a name makes no entity one, but may stand beside the very same words.
    """
    named_alike = left.words == right.words
    if left.id is None or right.id is None:
        return _SAME_WORDS if named_alike and left.id is right.id else None
    if left.id == right.id:
        return Comparison("same", 1.0, ("the same speaker",))
    one, other = (Form("entity", speaker.about, ()) for speaker in (left, right))
    return entities.compared(one, other) or (
        _NAMED_ALIKE if named_alike else _spelled_alike(left, right)
    )


def _spelled_alike(left: Speaker, right: Speaker) -> Comparison | None:
    """ "Tomas Vereny" and "Thomas Verreni", who hold one office: too little to say that they are
    one person, enough to look at what they said.
    """
    names = [each.words.split() for each in (left, right)]
    if any(
        len(name) < 2 or each.about.get("kind") != "person"
        for name, each in zip(names, (left, right), strict=True)
    ):
        return None
    alike = [skeleton(word) for word in names[0]] == [skeleton(word) for word in names[1]]
    return _SPELLED_ALIKE if alike and _offices(left) & _offices(right) else None


def _offices(speaker: Speaker) -> set[str]:
    return {role[0] for role in speaker.about.get("roles", ())}


_SAME_WORDS = Comparison("same", 0.95, ("the same words for the source",))
_SPELLED_ALIKE = Comparison("unsure", 0.7, ("a name spelled otherwise, with the same office",))
_NAMED_ALIKE = Comparison("unsure", 0.5, ("a name that several may have",))
