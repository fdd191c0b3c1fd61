"""Where an entity stands in its article: the country it is spoken of with, and those named beside
it.

In: an entity and its reading. Out: a country, folded, or ""; names, folded. The paragraphs that
name it come first, since one article may hold the news of ten countries; what the whole article is
about tells only where its own paragraphs say nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from onrecord.linker import nations
from onrecord.linker.bodies import body
from onrecord.linker.names import person
from onrecord.linker.spelling import folded
from onrecord.model import Entity, Mention, Reading

COMPANIONS: Final = 6
_PARAGRAPH: Final = ("\n",)
_CLAUSE: Final = (", ", ". ", "\n")
_SENTENCE: Final = (". ", "\n")
_WORD: Final = re.compile(r"[\w'’]+(?:[.&]\w+)*")


def country(entity: Entity, reading: Reading) -> str:
    """The country that most of what is said there is of: in its sentences, else its clauses, else
    its paragraphs, else, where these speak of none, the article; "" where none has more than half.
    """
    text = reading.article.text
    told: Counter[str] = Counter()
    for ends in (_SENTENCE, _CLAUSE, _PARAGRAPH):
        around = sorted({_around(text, m.start, ends) for m in _named_at(entity)})
        told = Counter(c for start, end in around for c in _spoken(text[start:end]))
        if _most(told):
            return _most(told)
    return "" if told else _article(reading.entities)


def company(entity: Entity, reading: Reading) -> list[str]:
    """Those named with it: people by full name, bodies and places of their own; first those of its
    paragraphs, then those the article names most.
    """
    text = reading.article.text
    near = sorted({_around(text, m.start, _PARAGRAPH) for m in _named_at(entity)})
    named: dict[str, tuple[bool, int, str]] = {}
    for other in reading.entities:
        name = _named(other) if other.id != entity.id else ""
        if name:
            beside = any(a <= m.start < b for m in other.mentions for a, b in near)
            named[name] = min(
                named.get(name, (True, 0, name)), (not beside, -len(other.mentions), name)
            )
    return sorted(name for _, _, name in sorted(named.values())[:COMPANIONS])


def _named(other: Entity) -> str:
    if other.kind == "person":
        return " ".join(person(other.name).words) if person(other.name).full else ""
    told = other.kind in ("organization", "outlet", "place") and body(other.name)
    return told.name if told and told.telling == "own" else ""


def _named_at(entity: Entity) -> Iterator[Mention]:
    yield from (m for m in entity.mentions if m.form != "pronoun")


def _around(text: str, at: int, ends: tuple[str, ...]) -> tuple[int, int]:
    """From the nearest of some ends before a place to the nearest after it."""
    start = max(text.rfind(end, 0, at) + len(end) if end in text[:at] else 0 for end in ends)
    stops = [found for end in ends if (found := text.find(end, at)) >= 0]
    return start, min(stops, default=len(text))


def _spoken(text: str) -> Iterator[str]:
    """Countries that a text speaks of; "us" is one only in capitals."""
    words = (w for w in _WORD.findall(text) if w != "us")
    plain = (folded(w).removesuffix("'s").rstrip(".") for w in words)
    return nations.countries(plain)


@lru_cache(64)
def _article(entities: tuple[Entity, ...]) -> str:
    """The country that an article is about."""
    told: Counter[str] = Counter()
    for entity in entities:
        if entity.kind in ("country", "place", "organization", "group"):
            of = nations.country(folded(entity.name)) or body(entity.name).country
            told[of] += len(entity.mentions)
    del told[""]
    return _most(told)


def _most(told: Counter[str]) -> str:
    if not told:
        return ""
    first, times = min(told.items(), key=lambda item: (-item[1], item[0]))
    return first if 2 * times > sum(told.values()) else ""
