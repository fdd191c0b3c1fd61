"""Rows back into values: what is on the record, asked by a ``Question``.

Lists are streamed in the order in which articles were added and, within an article, in the order of
its text, or in the order of dates; the timeline is always in that. An entry is rebuilt from its
reading's line, which is fetched once for all the entries of one article: however long a list, a few
articles are in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from typing import Any, Literal, NamedTuple, get_args

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, func, select

from onrecord import exchange
from onrecord.errors import EntryUnknown
from onrecord.model import (
    Article,
    Card,
    Counted,
    Failure,
    Happened,
    Order,
    Question,
    Reading,
    Spoken,
    Voice,
)
from onrecord.store import contexts, corrections, naming, schema, sqlite
from onrecord.store.filters import one_of
from onrecord.store.opened import Opened, card
from onrecord.store.questions import Listed, conditions
from onrecord.store.schema import articles, entities, events, figures, readings, statements
from onrecord.store.words import clean

Dated = Literal["events", "figures"]
Entered = Spoken | Happened | Counted | Voice | Card
_DATED: Mapping[Dated, Table] = {"events": events, "figures": figures}

PAGE = 500  # rows fetched at a time
OPEN = 50  # articles kept open at a time
TIMELINE_ORDERS = ("oldest", "newest")  # a timeline has no order of the record


class Numbered(NamedTuple):
    """An article and its number on the record."""

    number: int
    article: Article


def spoken(connection: Connection, question: Question) -> Iterator[Spoken]:
    """The statements a question asks for."""
    chosen = _asked(_in_order(statements, question), question, "statements")
    for opened, (position,) in _opened(connection, chosen):
        yield opened.spoken(position)


def spoken_at(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, Spoken]]:
    """The statements of these rows with their numbers, in this order; what is gone is left out."""
    columns = statements.c.article, statements.c.position, statements.c.number
    chosen = select(*columns).where(sqlite.among(statements.c.number, numbers))
    rows = _opened(connection, chosen.order_by(statements.c.article))
    found = {number: opened.spoken(position) for opened, (position, number) in rows}
    yield from ((number, found[number]) for number in numbers if number in found)


def happened(connection: Connection, question: Question) -> Iterator[Happened]:
    """The events a question asks for."""
    chosen = _asked(_in_order(events, question), question, "events")
    for opened, (position,) in _opened(connection, chosen):
        yield opened.happened(position)


def timeline(connection: Connection, question: Question) -> Iterator[Happened]:
    """The events a question asks for that have a date, by the first day it may mean."""
    order = one_of("order of a timeline", question.order or "oldest", TIMELINE_ORDERS)
    by_date = replace(question, order="newest" if order == "newest" else "oldest")
    dated = _in_order(events, by_date).where(events.c.first_day.is_not(None))
    for opened, (position,) in _opened(connection, _asked(dated, question, "events")):
        yield opened.happened(position)


def counted(connection: Connection, question: Question) -> Iterator[Counted]:
    """The figures a question asks for."""
    chosen = _asked(_in_order(figures, question), question, "figures")
    for opened, (position,) in _opened(connection, chosen):
        yield opened.counted(position)


def undated(connection: Connection, question: Question, listed: Dated) -> int:
    """How many entries a question asks for but leaves out, because nothing says when they were."""
    table = _DATED[listed]
    whenever = replace(question, since=None, until=None, during=None)
    chosen = select(func.count()).select_from(table.join(articles))
    without = chosen.where(table.c.first_day.is_(None), *conditions(whenever, listed))
    return connection.scalar(without) or 0


def voices(connection: Connection, question: Question) -> Iterator[Voice]:
    """The entities a question asks for."""
    columns = entities.c.article, entities.c.position, entities.c.statements
    date = _by_date(articles, question)
    in_order = *date, entities.c.article, entities.c.position
    chosen = select(*columns).join(articles).order_by(*in_order)
    for opened, (position, count) in _opened(connection, _asked(chosen, question, "entities")):
        yield opened.voice(position, count)


def cards(connection: Connection, question: Question) -> Iterator[Card]:
    """The articles a question asks for, as lines in a list."""
    date = _by_date(articles, question)
    chosen = select(articles).order_by(*date, articles.c.number)
    for row in _stream(connection, _asked(chosen, question, "articles")):
        yield card(row)


def whole(connection: Connection, question: Question) -> Iterator[Reading]:
    """The articles a question asks for, each as its whole reading."""
    date = _by_date(articles, question)
    chosen = select(readings.c.line).join(articles).order_by(*date, articles.c.number)
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


def entry(connection: Connection, id: str) -> Entered:
    """The entry with that id, as lists show it; of a cluster, the one it is named for."""
    return _entered(Shelved(connection), naming.entry(connection, id))


def entered(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[Entered, str]]:
    """Several entries by their ids, each with the words around it; those that are not on the record
    are left out.
    """
    shelved, found = Shelved(connection), {}
    for id in dict.fromkeys(ids):
        with suppress(EntryUnknown):
            named = naming.entry(connection, id)
            value = _entered(shelved, named)
            found[id] = value, _words(shelved(named.article), value)
    return found


class Shelved:
    """Readings by the numbers of their articles, each opened once."""

    def __init__(self, connection: Connection) -> None:
        self._ask = connection
        self._open: dict[int, Opened] = {}

    def __call__(self, number: int) -> Opened:
        if number not in self._open:
            whole = select(articles, readings.c.line, corrections.standing()).join(readings)
            row = self._ask.execute(whole.where(articles.c.number == number)).one()
            self._open[number] = Opened.of(row)
        return self._open[number]

    def said_by(self, entity: naming.Entry) -> int:
        """How many statements an entity makes."""
        own = entities.c.article == entity.article, entities.c.position == entity.position
        return self._ask.scalar(select(entities.c.statements).where(*own)) or 0


def _entered(shelved: Shelved, named: naming.Entry) -> Entered:
    opened = shelved(named.article)
    if named.kind == "article":
        return opened.card
    if named.kind == "entity":
        return opened.voice(named.position, shelved.said_by(named))
    return _AS_LISTED[named.kind](opened, named.position)


def _words(opened: Opened, value: Entered) -> str:
    if isinstance(value, Voice):
        return contexts.of_entity(opened.text, value.entity).text
    return "" if isinstance(value, Card) else value.context.text


_AS_LISTED: Mapping[str, Callable[[Opened, int], Spoken | Happened | Counted]] = {
    "statement": Opened.spoken,
    "event": Opened.happened,
    "figure": Opened.counted,
}


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
    start = max(question.start, 0) if question.start else None
    return chosen.where(*conditions(question, listed)).limit(limit).offset(start)


def _stream(connection: Connection, chosen: Select[Any]) -> Iterator[Row[Any]]:
    yield from connection.execute(chosen, execution_options={"yield_per": PAGE})


def _in_order(table: Table, question: Question) -> Select[Any]:
    """The places of entries, by date if it is asked for, then in the order of the record and of
    the text.
    """
    order = (*_by_date(table, question), table.c.article, table.c.start, table.c.position)
    return select(table.c.article, table.c.position).join(articles).order_by(*order)


def _by_date(table: Table, question: Question) -> tuple[ColumnElement[Any], ...]:
    """What puts rows in the order of their days, the undated last; nothing puts them in that of the
    record.
    """
    order = one_of("order", question.order or "record", get_args(Order))
    if order == "record":
        return ()
    first, last = table.c.first_day, table.c.last_day
    days = (first.desc(), last.desc()) if order == "newest" else (first, last)
    return tuple(day.nulls_last() for day in days)


def _opened(
    connection: Connection, chosen: Select[Any]
) -> Iterator[tuple[Opened, tuple[Any, ...]]]:
    """Rows that begin with an article's number: its reading, opened, and the rest of the row.

    In an order of dates the same articles come again and again, so the latest few stay open.
    """
    whole = select(articles, readings.c.line, corrections.standing()).join(readings)

    @lru_cache(OPEN)
    def of(number: int) -> Opened:
        return Opened.of(connection.execute(whole.where(articles.c.number == number)).one())

    for row in _stream(connection, chosen):
        yield of(row[0]), tuple(row)[1:]
