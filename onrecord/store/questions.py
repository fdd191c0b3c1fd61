"""What can be asked of the record: each filter pairs its SQL with an English sentence, so the two
cannot drift.

A filter is about a statement, an entity or an article. Asked of another list, it reaches over:
articles ``by`` Kirby are those in which one and the same statement satisfies every filter about
statements; entities are those that make such a statement. Filters about an article hold for all
that stands in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Column, ColumnElement, Table, and_, exists, false, select

from onrecord.errors import QuestionInvalid
from onrecord.model import Question
from onrecord.store import sqlite
from onrecord.store.days import Days, days
from onrecord.store.schema import articles, entities, readings, statements
from onrecord.store.words import clean, folded, sought

Condition = ColumnElement[bool]
About = Literal["statement", "entity", "article"]
Ask = Callable[[Any], Condition]
Listed = Literal["statements", "entities", "articles"]


@dataclass(frozen=True, slots=True)
class Filter:
    """A field of a question: how it is said, and what it asks of a statement, entity, article."""

    field: str
    english: Callable[[Any], str]
    asks: Mapping[About, Ask]


def _names(column: Column[str]) -> Ask:
    """Whole words of a name, whatever their case and accents."""

    def ask(name: str) -> Condition:
        pattern = sought(name)
        return column.like(pattern) if pattern else false()

    return ask


def _since(table: Table) -> Ask:
    return lambda day: table.c.last_day >= _bounds(day)[0]


def _until(table: Table) -> Ask:
    return lambda day: table.c.first_day <= _bounds(day)[1]


def _bounds(day: str) -> Days:
    found = days(day)
    if found is None:
        raise QuestionInvalid(f"“{day}” is no date; write 2023-11-06, 2023-11 or 2023")
    return found


def _each_word(column: ColumnElement[str]) -> Ask:
    """All the words, whole, in any order and in any of the names."""

    def ask(text: str) -> Condition:
        patterns = [f"% {word} %" for word in folded(text).split()]
        return and_(*(column.like(p) for p in patterns)) if patterns else false()

    return ask


def _article_text(text: str) -> Condition:
    return articles.c.number.in_(select(readings.c.article).where(sqlite.holding(readings, text)))


def _beginning(start: str) -> Condition:
    return articles.c.id.startswith(clean(start), autoescape=True)


FILTERS = (
    Filter(
        "by",
        lambda name: f"by “{name}”",
        {"statement": _names(statements.c.who_words), "entity": _names(entities.c.name_words)},
    ),
    Filter(
        "publisher",
        lambda name: f"printed by “{name}”",
        {"article": _names(articles.c.publisher_words)},
    ),
    Filter(
        "manner",
        lambda manner: f"in {manner} manner",
        {"statement": lambda manner: statements.c.manner == clean(manner)},
    ),
    Filter(
        "act",
        lambda act: f"whose act is “{act}”",
        {"statement": lambda act: statements.c.act == clean(act).lower()},
    ),
    Filter(
        "unnamed",
        lambda unnamed: f"from {'unnamed' if unnamed else 'named'} sources",
        {
            "statement": lambda unnamed: statements.c.unnamed == unnamed,
            "entity": lambda unnamed: (entities.c.kind == "unnamed") == unnamed,
        },
    ),
    Filter(
        "since",
        lambda day: f"dated {day} or later",
        {"statement": _since(statements), "article": _since(articles)},
    ),
    Filter(
        "until",
        lambda day: f"dated {day} or earlier",
        {"statement": _until(statements), "article": _until(articles)},
    ),
    Filter(
        "text",
        lambda text: f"with the words “{text}”",
        {
            "statement": lambda text: sqlite.holding(statements, text),
            "entity": _each_word(entities.c.name_words + entities.c.role_words),
            "article": _article_text,
        },
    ),
    Filter("article", lambda start: f"in article {start}", {"article": _beginning}),
)

# What a list is asked directly, first choice first; the rest is asked of a statement it has.
_DIRECTLY: Mapping[Listed, tuple[About, ...]] = {
    "statements": ("statement", "article"),
    "entities": ("entity", "article"),
    "articles": ("article",),
}
_STATEMENT_OF: Mapping[Listed, Condition] = {
    "entities": and_(
        statements.c.article == entities.c.article, statements.c.entity == entities.c.id
    ),
    "articles": statements.c.article == articles.c.number,
}


def asked(question: Question) -> Iterator[tuple[Filter, Any]]:
    """The filters a question uses, each with what it asks for."""
    for each in FILTERS:
        value = getattr(question, each.field)
        if value is not None:
            yield each, value


def described(question: Question, listed: Listed = "statements") -> str:
    """The question in English: ``statements by “John Kirby”, dated 2023-11 or later``."""
    first = f"the first {question.limit} {listed}" if question.limit is not None else listed
    return f"{first} {', '.join(f.english(value) for f, value in asked(question))}".strip()


def conditions(question: Question, listed: Listed) -> list[Condition]:
    """What must hold of a row of the list, joined with its article."""
    own, held = [], []
    for each, value in asked(question):
        about = next((a for a in _DIRECTLY[listed] if a in each.asks), None)
        if about:
            own.append(each.asks[about](value))
        else:
            held.append(each.asks["statement"](value))
    return [*own, exists().where(_STATEMENT_OF[listed], *held)] if held else own
