"""One entity across articles as people see it: its names, its roles and when they were given.

In: entities that links join (``Together`` of ``Voice``). Out: ``Identity``. Nothing is smoothed:
every name and every role stays, with its article; only the name at the top is chosen."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from onrecord.across import Identity, Member, RoleGiven, Together
from onrecord.linker.names import person
from onrecord.linker.spelling import folded
from onrecord.model import EntityKind, Voice

_UNDATED: Final = "9999"


def identity(together: Together) -> Identity:
    """The entity that members are: copies of one story count once."""
    voices = [v for v in together.members if isinstance(v, Voice)]
    stories = _stories(together, voices)
    kind = _kind(voices, stories)
    return Identity(
        id=together.id,
        name=_name(voices, stories, kind),
        kind=kind,
        names=_names(voices, stories),
        roles=tuple(_roles(voices)),
        members=tuple(_member(v) for v in voices),
        statements=sum(v.statements for v in voices),
        accounts=len(set(stories.values())),
        conflicts=together.conflicts,
    )


def _member(voice: Voice) -> Member:
    article = voice.article
    return Member(
        article.id, voice.entity.id, voice.entity.name, article.publisher, article.published
    )


def _stories(together: Together, voices: list[Voice]) -> dict[str, str]:
    """Article -> the story it prints; each its own where nothing is known of copies."""
    known = zip(together.members, together.stories, strict=False)
    told = {v.article.id: story for v, story in known if isinstance(v, Voice)}
    return {v.article.id: told.get(v.article.id, v.article.id) for v in voices}


def _kind(voices: list[Voice], stories: dict[str, str]) -> EntityKind:
    """The kind that most accounts give it; whoever is a person with a role somewhere, or no less
    often than anything else, is one everywhere.
    """
    votes: dict[EntityKind, set[str]] = defaultdict(set)
    for voice in voices:
        votes[voice.entity.kind].add(stories[voice.article.id])
    most = max(map(len, votes.values()))
    in_office = any(v.entity.kind == "person" and v.entity.roles for v in voices)
    if in_office or len(votes.get("person", ())) == most:
        return "person"
    return min(votes, key=lambda kind: (-len(votes[kind]), kind))


def _accounts(voices: list[Voice], stories: dict[str, str]) -> Counter[str]:
    """Name -> how many independent accounts call it so; one of many spellings in capitals counts
    as what it spells.
    """
    told: dict[str, set[str]] = defaultdict(set)
    for voice in voices:
        told[_calm(voice.entity.name)].add(stories[voice.article.id])
    return Counter({name: len(accounts) for name, accounts in told.items()})


def _calm(name: str) -> str:
    """ "JANE DOE" as in a heading is "Jane Doe"; "NATO" stays."""
    loud = name.isupper() and " " in name
    return " ".join(name.title().split() if loud else name.split())


def _names(voices: list[Voice], stories: dict[str, str]) -> tuple[str, ...]:
    """All names, the most used first."""
    counted = _accounts(voices, stories)
    return tuple(sorted(counted, key=lambda name: (-counted[name], name)))


def _name(voices: list[Voice], stories: dict[str, str], kind: EntityKind) -> str:
    """Among full names the one that most accounts use, then the fullest, then by the alphabet: a
    misspelling never wins over a more frequent name.
    """
    counted = _accounts(voices, stories)
    full = {name for name in counted if kind != "person" or person(name).full} or set(counted)
    return min(full, key=lambda name: (-counted[name], -len(folded(name).split()), name))


def _roles(voices: list[Voice]) -> Iterator[RoleGiven]:
    """In order of publication; undated articles last."""
    ordered = sorted(voices, key=lambda v: (v.article.published.edtf or _UNDATED, v.article.id))
    for voice in ordered:
        seen: set[str] = set()
        for passage in sorted(voice.entity.roles, key=lambda p: p.start):
            if folded(passage.text) not in seen:
                seen.add(folded(passage.text))
                yield RoleGiven(
                    role=passage.text,
                    article=voice.article.id,
                    passage=passage,
                    published=voice.article.published,
                    publisher=voice.article.publisher,
                )
