"""A reading as rows, one function for each table.

Rows hold what questions are asked about and what someone exploring the record with SQL wants to
see, in cleaned text (see ``words``). What they leave out is in the reading's line.
"""

from __future__ import annotations

from base64 import b64decode
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from onrecord import exchange
from onrecord.model import (
    Article,
    Attribution,
    Entity,
    Event,
    Figure,
    Party,
    Passage,
    Place,
    Reading,
    Statement,
    When,
    chain,
)
from onrecord.store import contexts
from onrecord.store.days import Days, days
from onrecord.store.words import clean, shelved

Row = dict[str, Any]


def article(reading: Reading) -> Row:
    article = reading.article
    passage = article.published.passage
    return {
        "id": clean(article.id),
        "input": clean(article.input),
        "url": _clean(article.url),
        "publisher": _clean(article.publisher),
        "publisher_words": shelved(article.publisher),
        "title": _clean(article.title),
        "authors": list(article.authors),
        "agencies": list(article.agencies),
        "published": _clean(article.published.edtf),
        "published_basis": article.published.basis,
        "published_passage": exchange.json_ready(passage),
        **_days(days(article.published.edtf)),
        "language": clean(article.language),
        "reader": clean(reading.reader),
        "statements": len(reading.statements),
    }


def searchable(article: Article) -> str:
    """The text, and above it the title of a page that does not repeat it."""
    title = article.title or ""
    return article.text if title in article.text else f"{title}\n\n{article.text}"


def entities(number: int, reading: Reading) -> Iterator[Row]:
    told = Counter(statement.entity for statement in reading.statements)
    for position, entity in enumerate(reading.entities):
        yield {
            "article": number,
            "position": position,
            **_entity(entity),
            "statements": told[entity.id],
        }


def _entity(entity: Entity) -> Row:
    roles = [role.text for role in entity.roles]
    return {
        "id": clean(entity.id),
        "name": clean(entity.name),
        "name_words": shelved(entity.name),
        "kind": entity.kind,
        "roles": clean(" | ".join(roles)),
        "role_words": shelved(*roles),
    }


def statements(number: int, reading: Reading) -> Iterator[Row]:
    published = days(reading.article.published.edtf)
    names = {entity.id: entity.name for entity in reading.entities}
    for position, statement in enumerate(reading.statements):
        yield {
            "article": number,
            "position": position,
            "who_words": shelved(statement.who, names.get(statement.entity or "")),
            **_statement(statement),
            **_said(statement.said, published),
        }


def _statement(statement: Statement) -> Row:
    source, cue, content = statement.source, statement.cue, statement.content
    return {
        "id": clean(statement.id),
        "start": min((p.start for p in (source, cue, *content) if p), default=0),
        "who": _clean(statement.who),
        "source": _text(source),
        "entity": _clean(statement.entity),
        "unnamed": statement.unnamed,
        "condition": _text(statement.condition),
        "cue": _text(cue),
        "act": clean(statement.act),
        "manner": statement.manner,
        "content": clean(" … ".join(p.text for p in content)),
        "addressee": _clean(statement.addressee.who if statement.addressee else None),
        "occasion": _text(statement.occasion),
        "negated": statement.negated,
        "vector": vector(statement),
    }


def vector(statement: Statement) -> bytes | None:
    """What a statement means, as bytes; None where nothing says it, or not in base64."""
    try:
        return b64decode(statement.vector or "", validate=True) or None
    except ValueError:
        return None


def _said(said: When, published: Days | None) -> Row:
    """When it was said; where that has no bounds, the article's date answers questions of time."""
    when = _days(days(said.edtf) or published)
    return {"said": _clean(said.edtf), "said_basis": said.basis, **when}


def contents(number: int, statement: Statement) -> Iterator[Row]:
    for position, passage in enumerate(statement.content):
        yield {"statement": number, "position": position, **_passage(passage)}


def relays(number: int, statement: Statement) -> Iterator[Row]:
    for position, relay in enumerate(statement.via):
        who = {"who": clean(relay.who), "who_words": shelved(relay.who)}
        yield {"statement": number, "position": position, **who, **_passage(relay.passage)}


@dataclass(frozen=True, slots=True)
class _Said:
    """The statements of a reading by their ids, and the names of its entities by theirs."""

    statements: Mapping[str, Statement]
    names: Mapping[str, str]

    @classmethod
    def of(cls, reading: Reading) -> Self:
        names = {entity.id: entity.name for entity in reading.entities}
        return cls({statement.id: statement for statement in reading.statements}, names)

    def source(self, entry: Event | Figure) -> Row:
        """According to which statement, and whom it goes back to."""
        given = entry.according_to
        id = given.statement if isinstance(given, Attribution) else given
        statement = self.statements.get(id or "")
        found = chain(entry, statement)
        name = self.names.get(statement.entity or "") if statement else None
        return {
            "according_to": _clean(id),
            "source": clean(" ← ".join(found)) if found else None,
            "source_words": shelved(*found, name),
        }


def events(number: int, reading: Reading) -> Iterator[Row]:
    said = _Said.of(reading)
    for position, event in enumerate(reading.events):
        yield {
            "article": number,
            "position": position,
            **_event(event),
            **said.source(event),
            "context": clean(contexts.of_event(reading.article.text, event).text),
        }


def _event(event: Event) -> Row:
    return {
        "id": clean(event.id),
        "start": event.trigger.start,
        "action": clean(event.action),
        "mode": _clean(event.mode),
        "trigger": clean(event.trigger.text),
        "actors": _named(event.actors),
        "recipients": _named(event.recipients),
        **_place(event.place),
        "date": _clean(event.when.edtf),
        "date_basis": event.when.basis,
        **_days(days(event.when.edtf)),
        "status": event.status,
    }


def parties(owners: Mapping[int, int], reading: Reading) -> Iterator[Row]:
    """The actors and recipients of all events; ``owners`` gives an event's number by position."""
    names = _Said.of(reading).names
    for index, event in enumerate(reading.events):
        for part, those in (("actor", event.actors), ("recipient", event.recipients)):
            for position, party in enumerate(those):
                place = {"event": owners[index], "part": part, "position": position}
                yield place | _party(party, names)


def _party(party: Party, names: Mapping[str, str]) -> Row:
    return {
        "who": clean(party.who),
        "who_words": shelved(party.who, names.get(party.entity or "")),
        "entity": _clean(party.entity),
        **_passage(party.passage),
    }


def figures(number: int, reading: Reading) -> Iterator[Row]:
    said = _Said.of(reading)
    for position, figure in enumerate(reading.figures):
        yield {
            "article": number,
            "position": position,
            **_figure(figure),
            **said.source(figure),
            "context": clean(contexts.of_figure(reading.article.text, figure).text),
        }


def _figure(figure: Figure) -> Row:
    return {
        "id": clean(figure.id),
        "start": figure.passage.start,
        "passage": clean(figure.passage.text),
        "low": figure.low,
        "high": figure.high,
        "value": None if isinstance(figure.value, str) else figure.value,
        "tally": _clean(figure.value) if isinstance(figure.value, str) else None,
        "qualifier": _clean(figure.qualifier),
        "unit": _clean(figure.unit),
        "of": _text(figure.of),
        "of_words": shelved(figure.of.text if figure.of else None, figure.unit),
        "measure": clean(figure.measure),
        **_place(figure.place),
        "as_of": _clean(figure.as_of.edtf),
        "as_of_basis": figure.as_of.basis,
        **_days(days(figure.as_of.edtf)),
    }


def _place(place: Place | None) -> Row:
    name = place.name if place else None
    return {"place": _clean(name), "place_words": shelved(name)}


def _named(parties: tuple[Party, ...]) -> str:
    return clean(" | ".join(party.who for party in parties))


def _passage(passage: Passage) -> Row:
    return {"start": passage.start, "end": passage.end, "text": clean(passage.text)}


def _days(found: Days | None) -> Row:
    first, last = found or (None, None)
    return {"first_day": first, "last_day": last}


def _text(passage: Passage | None) -> str | None:
    return clean(passage.text) if passage else None


def _clean(text: str | None) -> str | None:
    return None if text is None else clean(text)
