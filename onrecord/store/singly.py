"""Statements that one article alone reports, without opening them: which there are, in the order in
which lists have them, and of some of them the words with the text around.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from sqlalchemy import Connection, func, literal, select

from onrecord.model import Manner, Passage, Question
from onrecord.store import sqlite
from onrecord.store.link_schema import forms, members
from onrecord.store.naming import cluster_id, is_member, lone_id
from onrecord.store.questions import conditions
from onrecord.store.schema import articles, contents, readings, statements


class Single(NamedTuple):
    """A statement that nobody else reports: its row, its id and that as an utterance, its manner,
    and what it says.
    """

    number: int
    id: str
    utterance: str
    manner: Manner
    content: str


class Printed(NamedTuple):
    """The pieces of a statement's content, and the article's text."""

    number: int
    content: tuple[Passage, ...]
    text: str


_OWN = statements.c.number, statements.c.id, statements.c.manner, statements.c.content


def singles(connection: Connection, question: Question) -> list[Single]:
    """Those that are linked with nothing, then those that are not linked."""
    return [*_linked(connection, question), *_unlinked(connection, question)]


def _linked(connection: Connection, question: Question) -> Iterator[Single]:
    own = forms.join(members, members.c.form == forms.c.number)
    own = own.join(statements, is_member("statement"))
    own = own.join(articles, articles.c.number == statements.c.article)
    alone = select(forms.c.cluster).join_from(forms, members, members.c.form == forms.c.number)
    alone = alone.where(forms.c.kind == "statement").group_by(forms.c.cluster)
    chosen = (
        select(*_OWN, forms.c.cluster)
        .select_from(own)
        .where(
            forms.c.kind == "statement",
            forms.c.cluster.in_(alone.having(func.count() == 1)),
            *conditions(question, "statements"),
        )
    )
    for number, id, manner, content, cluster in connection.execute(
        chosen.order_by(forms.c.cluster)
    ):
        yield Single(number, id, cluster_id("statement", cluster), manner, content)


def _unlinked(connection: Connection, question: Question) -> Iterator[Single]:
    here = members.c.article == statements.c.article, members.c.position == statements.c.position
    linked = select(literal(1)).where(*here, members.c.kind == "statement").exists()
    chosen = select(*_OWN).select_from(statements.join(articles))
    chosen = chosen.where(~linked, *conditions(question, "statements"))
    for number, id, manner, content in connection.execute(
        chosen.order_by(articles.c.number, statements.c.position)
    ):
        yield Single(number, id, lone_id("statement", id), manner, content)


def printed(connection: Connection, numbers: Sequence[int]) -> Iterator[Printed]:
    """Statements by their rows, with where their words stand; each text is opened once."""
    joined = statements.join(contents, contents.c.statement == statements.c.number)
    pieces = contents.c.start, contents.c.end, contents.c.text
    chosen = select(statements.c.number, statements.c.article, *pieces).select_from(joined)
    chosen = chosen.where(sqlite.among(statements.c.number, numbers))
    ordered = statements.c.article, statements.c.number, contents.c.position
    rows = connection.execute(chosen.order_by(*ordered)).all()
    texts = _texts(connection, sorted({row.article for row in rows}))
    for number, those in groupby(rows, key=attrgetter("number")):
        listed = list(those)
        content = tuple(Passage(row.start, row.end, row.text) for row in listed)
        yield Printed(number, content, texts[listed[0].article])


def _texts(connection: Connection, numbers: Sequence[int]) -> Mapping[int, str]:
    text = func.json_extract(readings.c.line, "$.article.text").label("text")
    chosen = select(readings.c.article, text).where(sqlite.among(readings.c.article, numbers))
    return {row.article: row.text for row in connection.execute(chosen)}
