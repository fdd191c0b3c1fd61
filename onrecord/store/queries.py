"""Rows back into values: what is on the record, asked by a ``Question``.

Lists are streamed in the order in which articles were added and, within an article, in the order of
its text. An entry is rebuilt from its reading's line, which is fetched once for all the entries of
one article: however long a list, one article is in memory.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, Table, select

from onrecord import exchange
from onrecord.errors import EntryUnknown
from onrecord.model import (
    Article,
    Card,
    Entity,
    Failure,
    Passage,
    Question,
    Reading,
    Spoken,
    Statement,
    Voice,
    When,
    passage,
)
from onrecord.store import schema
from onrecord.store.questions import Listed, conditions
from onrecord.store.schema import articles, entities, readings, statements
from onrecord.store.words import clean

PAGE = 500  # rows fetched at a time
AROUND = 160  # characters of context kept on either side of a statement, at most


class Numbered(NamedTuple):
    """An article and its number on the record."""

    number: int
    article: Article


def spoken(connection: Connection, question: Question) -> Iterator[Spoken]:
    """The statements a question asks for."""
    order = (statements.c.article, statements.c.start, statements.c.position)
    chosen = select(statements.c.article, statements.c.position).join(articles).order_by(*order)
    for card, plain, positions in _by_article(connection, _asked(chosen, question, "statements")):
        for (position,) in positions:
            statement = exchange.value_from(Statement, plain["statements"][position])
            yield Spoken(statement, card, context(plain["article"]["text"], statement))


def voices(connection: Connection, question: Question) -> Iterator[Voice]:
    """The entities a question asks for."""
    columns = entities.c.article, entities.c.position, entities.c.statements
    chosen = select(*columns).join(articles).order_by(entities.c.article, entities.c.position)
    for card, plain, rows in _by_article(connection, _asked(chosen, question, "entities")):
        for position, count in rows:
            entity = exchange.value_from(Entity, plain["entities"][position])
            yield Voice(entity, card, count)


def cards(connection: Connection, question: Question) -> Iterator[Card]:
    """The articles a question asks for, as lines in a list."""
    chosen = select(articles).order_by(articles.c.number)
    for row in _stream(connection, _asked(chosen, question, "articles")):
        yield _card(row)


def whole(connection: Connection, question: Question) -> Iterator[Reading]:
    """The articles a question asks for, each as its whole reading."""
    chosen = select(readings.c.line).join(articles).order_by(articles.c.number)
    for (line,) in _stream(connection, _asked(chosen, question, "articles")):
        yield exchange.parsed(line)


def failed(connection: Connection) -> Iterator[Failure]:
    """What failed and has not succeeded since, oldest first."""
    table = schema.failures
    chosen = select(table.c.source, table.c.stage, table.c.reason)
    for row in _stream(connection, chosen.order_by(table.c.failed_at, table.c.source)):
        yield Failure(row.source, row.stage, row.reason)


def read_otherwise(connection: Connection, reader: str, after: int, limit: int) -> list[Numbered]:
    """The next articles, by number, that another reader read."""
    chosen = select(articles.c.number, readings.c.line).join(readings)
    page = chosen.where(articles.c.reader != clean(reader), articles.c.number > after)
    rows = connection.execute(page.order_by(articles.c.number).limit(limit))
    return [Numbered(number, exchange.parsed(line).article) for number, line in rows]


def reading(connection: Connection, id: str) -> Reading:
    """The reading of an article, or of the article an entry stands in; see ``_article_of``."""
    number = _article_of(connection, clean(id))
    line = connection.scalar(select(readings.c.line).filter_by(article=number))
    return exchange.parsed(line or "")


def _article_of(connection: Connection, id: str) -> int:
    """The number of the one article with this id, or an entry of this id, or an id beginning so."""
    for begins in (False, True):
        found = {
            row
            for table in (articles, *schema.ENTRIES)
            for row in _named(connection, table, id, begins)
        }
        if len({name for name, _ in found}) == 1 == len({number for _, number in found}):
            return found.pop()[1]
        if found:
            raise EntryUnknown(
                f"“{id}” is the beginning of several ids, or stands in several articles"
            )
    raise EntryUnknown(f"nothing on the record has the id “{id}”")


def _named(
    connection: Connection, table: Table, id: str, begins: bool
) -> Iterator[tuple[str, int]]:
    """Ids of a table with their articles' numbers; three show that there are several."""
    column, article = table.c.id, table.c.number if table is articles else table.c.article
    same = column.between(id, id + chr(0x10FFFF)) if begins and id else column == id
    yield from (
        tuple(row) for row in connection.execute(select(column, article).where(same).limit(3))
    )


def _asked(chosen: Select[Any], question: Question, listed: Listed) -> Select[Any]:
    limit = None if question.limit is None else max(question.limit, 0)
    return chosen.where(*conditions(question, listed)).limit(limit)


def _stream(connection: Connection, chosen: Select[Any]) -> Iterator[Row[Any]]:
    yield from connection.execute(chosen, execution_options={"yield_per": PAGE})


def _by_article(
    connection: Connection, chosen: Select[Any]
) -> Iterator[tuple[Card, dict[str, Any], Iterator[tuple[Any, ...]]]]:
    """Rows that begin with an article's number, grouped: its card, its plain reading, the rest."""
    opened = select(articles, readings.c.line).join(readings)
    for number, rows in groupby(_stream(connection, chosen), key=lambda row: row[0]):
        row = connection.execute(opened.where(articles.c.number == number)).one()
        yield _card(row), json.loads(row.line), (tuple(r)[1:] for r in rows)


def _card(row: Row[Any]) -> Card:
    place = row.published_passage
    published = When(row.published, row.published_basis, place and Passage(**place))
    return Card(
        id=row.id,
        input=row.input,
        url=row.url,
        publisher=row.publisher,
        title=row.title,
        authors=tuple(row.authors),
        agencies=tuple(row.agencies),
        published=published,
        reader=row.reader,
        statements=row.statements,
    )


def context(text: str, statement: Statement) -> Passage:
    """The lines in which a statement's cue and content stand; long ones are cut between words."""
    spoken = [p for p in (statement.cue, *statement.content) if p] or [Passage(0, 0, "")]
    first, last = min(p.start for p in spoken), max(p.end for p in spoken)
    start = _start(text, first, max(text.rfind("\n", 0, first) + 1, first - AROUND))
    line_end = text.find("\n", last)
    end = _end(text, last, min(len(text) if line_end < 0 else line_end, last + AROUND))
    return passage(text, start, end)


def _start(text: str, first: int, start: int) -> int:
    """The start of the first whole word at or after ``start``."""
    if start > 0 and not text[start - 1].isspace():
        start = next((i for i in range(start, first) if text[i].isspace()), first)
    return next((i for i in range(start, first) if not text[i].isspace()), first)


def _end(text: str, last: int, end: int) -> int:
    """The end of the last whole word at or before ``end``."""
    if end < len(text) and not text[end].isspace():
        end = next((i for i in range(end, last, -1) if text[i - 1].isspace()), last)
    return next((i for i in range(end, last, -1) if not text[i - 1].isspace()), last)
