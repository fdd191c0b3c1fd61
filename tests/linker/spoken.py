"""Statements made of a line of words, for tests of the linker: who said it, when, and “what”.

Words inside “marks” are quoted; a line without marks is indirect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from onrecord.linker.form import Form
from onrecord.linker.statements import found
from onrecord.model import (
    Addressee,
    Card,
    Entity,
    Manner,
    Passage,
    Reading,
    Relay,
    Spoken,
    Statement,
    When,
    identify,
    passage,
)
from tests.fakes import article_of

CASES = Path(__file__).parent / "cases"
_MARKS = '“”"'
_BODIES = ("Ministry", "army", "Commission")


class Said(NamedTuple):
    """What a case says of a statement."""

    who: str
    words: str
    said: str | None = None
    printed: str | None = None
    to: str | None = None
    where: str | None = None
    via: tuple[str, ...] = ()
    unmarked: bool = False
    vector: str | None = None


def cases(name: str) -> Iterator[list[str]]:
    """The blocks of a file of cases, without what is remarked on them."""
    for block in (CASES / name).read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            yield lines


def said_in(line: str) -> Said:
    """``Joren Haske, said 2025-09-09; to reporters: “No.”``"""
    before, _, words = line.partition(": ")
    who, _, circumstances = before.partition(", ")
    known = dict(re.findall(r"\b(said|printed|to|where) ([^;:]+)", circumstances))
    return Said(who, words, **known)


def reading_of(said: Said) -> Reading:
    """An article with this one statement in it."""
    kind = "organization" if said.who.endswith(_BODIES) else "person"
    where = f" {said.where}" if said.where else ""
    text = f"{said.who} told {said.to or 'us'}{where}: {said.words}\nThat was all."
    printed = When(said.printed, "metadata") if said.printed else When()
    article = article_of(text, published=printed)
    entity = Entity(identify("ent", article.id, said.who), said.who, kind)
    return Reading("test", article, (entity,), (_statement(said, text, entity),))


def _statement(said: Said, text: str, entity: Entity) -> Statement:
    start = text.index(": ") + 2
    inside = said.words.strip(_MARKS)
    at = text.index(inside, start)
    return Statement(
        id=identify("sta", text),
        source=passage(text, 0, len(said.who)),
        entity=entity.id,
        who=said.who,
        unnamed=False,
        condition=None,
        cue=None,
        act="say",
        content=(passage(text, at, at + len(inside)),),
        manner=_manner(said),
        via=tuple(Relay(who, Passage(0, 0, "")) for who in said.via),
        addressee=Addressee(said.to, Passage(0, 0, "")) if said.to else None,
        occasion=Passage(0, len(said.where), said.where) if said.where else None,
        said=When(said.said, "text") if said.said else When(),
        vector=said.vector,
    )


def _manner(said: Said) -> Manner:
    if said.unmarked:
        return "unmarked"
    if not any(mark in said.words for mark in _MARKS):
        return "indirect"
    whole = said.words[0] in _MARKS and said.words[-1] in _MARKS
    inner = said.words.strip(_MARKS)
    return "direct" if whole and not any(mark in inner for mark in _MARKS) else "mixed"


def form_of(said: Said) -> Form:
    (one,) = found(reading_of(said))
    return one.form


def spoken_in(who: str, marked: str, publisher: str | None = None) -> tuple[Spoken, ...]:
    """The statements of one article, each in braces: ``{“No,”} Haske said. {“Not now.”}``"""
    text = re.sub(r"[{}]", "", marked)
    article = article_of(f"{text} ({publisher})")
    entity = Entity(identify("ent", article.id, who), who, "person")
    found = []
    for number, match in enumerate(re.finditer(r"\{([^}]+)\}", marked)):
        start, words = match.start() - 2 * number, match[1]
        inner = words.strip(_MARKS)
        at = text.index(inner, start)
        one = _statement(Said(who, words), f"{who} told us: {words}", entity)
        content = (passage(text, at, at + len(inner)),)
        found.append(replace(one, id=identify("sta", article.id, at), content=content))
    card = Card(article.id, article.input, None, publisher, None, (), (), When(), "test", 1)
    return tuple(Spoken(one, card, passage(article.text, 0, len(text))) for one in found)


def spoken_of(said: Said, publisher: str | None = None) -> Spoken:
    """The statement as it stands on the record."""
    reading = reading_of(said)
    article = reading.article
    card = Card(
        article.id, article.input, None, publisher, None, (), (), article.published, "test", 1
    )
    return Spoken(reading.statements[0], card, passage(article.text, 0, len(article.text)))
