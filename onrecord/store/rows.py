"""A reading as rows, one function for each table.

Rows hold what questions are asked about and what someone exploring the record with SQL wants to
see, in cleaned text (see ``words``). What they leave out is in the reading's line.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord import exchange
from onrecord.model import Article, Entity, Passage, Reading, Statement, When
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
    for position, entity in enumerate(reading.entities):
        yield {
            "article": number,
            "position": position,
            **_entity(entity),
            "statements": sum(s.entity == entity.id for s in reading.statements),
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
    }


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


def _passage(passage: Passage) -> Row:
    return {"start": passage.start, "end": passage.end, "text": clean(passage.text)}


def _days(found: Days | None) -> Row:
    first, last = found or (None, None)
    return {"first_day": first, "last_day": last}


def _text(passage: Passage | None) -> str | None:
    return clean(passage.text) if passage else None


def _clean(text: str | None) -> str | None:
    return None if text is None else clean(text)
