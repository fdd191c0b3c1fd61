"""Readings for tests: Hypothesis strategies that make any legal reading.

``readings()`` makes readings whose passages are exact and whose ids hash their meaning, over text
that includes hostile characters: NUL, lone surrogates, other line ends, emoji, combining marks.
The values made by hand come from ``tests.fakes``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, get_args

from hypothesis import strategies as st

from onrecord import model
from onrecord.model import (
    Addressee,
    Article,
    Attribution,
    Dateline,
    Entity,
    Event,
    Figure,
    Mention,
    Part,
    Party,
    Passage,
    Place,
    Reading,
    Relay,
    Statement,
    When,
    identify,
    passage,
)
from tests.fakes import FakeReader, article_of, example_reading, statement_of

__all__ = [
    "FakeReader",
    "article_of",
    "articles",
    "every_passage",
    "example_reading",
    "passages",
    "readings",
    "statement_of",
    "texts",
]

WORDS = [
    "the",
    "Mayor",
    "Doe",
    "said",
    "“no”",
    "Zoë",
    "\n\n",
    "\r\n",
    "\u2028",
    "\x85",
    "—",
    "🌍",
    "_",
]
HOSTILE = ["\x00", "\ud800", "\udfff", "\u202e", "\ufeff", "e\u0301", "\U0010ffff", "%", "'", '"']
EDTF = [
    None,
    "2023-11-06",
    "2023-11",
    "2023",
    "XXXX-XX-07",
    "2023-11-06/2023-11-07",
    "2023-11-06/..",
]


def texts() -> st.SearchStrategy[str]:
    """Text of an article: words, line ends and, now and then, characters meant to break things."""
    piece = st.one_of(st.sampled_from(WORDS), st.sampled_from(HOSTILE), st.text(max_size=8))
    return st.lists(piece, min_size=1, max_size=30).map(" ".join).filter(_writable)


def _writable(text: str) -> bool:
    """Whether JSON can say it: it cannot say a high surrogate right before a low one."""
    return not any("\ud800" <= a < "\udc00" <= b < "\ue000" for a, b in pairwise(text))


def names() -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(["John Kirby", "Reuters", "Erdoğan"]), texts())


def passages(text: str) -> st.SearchStrategy[Passage]:
    return st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(
        lambda ends: passage(text, min(ends), max(ends))
    )


def whens(text: str) -> st.SearchStrategy[When]:
    basis = st.sampled_from(get_args(model.Basis))
    return st.builds(When, st.sampled_from(EDTF), basis, _maybe(passages(text)))


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def _some(strategy: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, min_size=least, max_size=3).map(tuple)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(texts())
    publisher = draw(_maybe(names()))
    kinds = st.sampled_from(get_args(model.PartKind))
    return Article(
        id=identify("art", text, publisher),
        input=draw(st.sampled_from(["reports/004.txt", "-", "a\x00b"])),
        text=text,
        url=draw(st.sampled_from([None, "https://example.org/a?b=c"])),
        publisher=publisher,
        title=draw(_maybe(names())),
        authors=draw(_some(names())),
        agencies=draw(_some(names())),
        dateline=draw(_maybe(st.builds(Dateline, names(), passages(text)))),
        published=draw(whens(text)),
        parts=draw(
            _some(
                passages(text).flatmap(
                    lambda p: st.builds(Part, kinds, st.just(p.start), st.just(p.end))
                )
            )
        ),
    )


@st.composite
def entities(draw: st.DrawFn, article: Article) -> tuple[Entity, ...]:
    forms = st.sampled_from(get_args(model.MentionForm))
    mention = passages(article.text).flatmap(
        lambda p: st.builds(Mention, st.just(p.start), st.just(p.end), st.just(p.text), forms)
    )
    return tuple(
        Entity(
            id=identify("ent", article.id, number),
            name=draw(names()),
            kind=draw(st.sampled_from(get_args(model.EntityKind))),
            roles=draw(_some(passages(article.text))),
            mentions=draw(_some(mention)),
        )
        for number in range(draw(st.integers(0, 3)))
    )


@st.composite
def statements(draw: st.DrawFn, article: Article, cast: tuple[Entity, ...]) -> Statement:
    words = passages(article.text)
    content = draw(_some(words, least=1))
    return Statement(
        id=identify("sta", article.id, *content),
        source=draw(_maybe(words)),
        entity=draw(st.sampled_from([None, *(entity.id for entity in cast)])),
        who=draw(_maybe(names())),
        unnamed=draw(st.booleans()),
        condition=draw(_maybe(words)),
        cue=draw(_maybe(words)),
        act=draw(st.sampled_from(["say", "deny", "warn"])),
        content=content,
        manner=draw(st.sampled_from(get_args(model.Manner))),
        via=draw(_some(st.builds(Relay, names(), words))),
        addressee=draw(_maybe(st.builds(Addressee, names(), words))),
        occasion=draw(_maybe(words)),
        said=draw(whens(article.text)),
        negated=draw(st.booleans()),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any legal reading, with events and figures."""
    article = draw(articles())
    cast = draw(entities(article))
    said = tuple(draw(st.lists(statements(article, cast), max_size=4)))
    ids = [None, "sta_1", *(statement.id for statement in said)]
    return Reading(
        reader=draw(st.sampled_from(["0.1.0+abc", "0.2.0+def"])),
        article=article,
        entities=cast,
        statements=said,
        events=draw(_some(events(article, ids))),
        figures=draw(_some(figures(article, ids))),
    )


def events(article: Article, ids: list[str | None]) -> st.SearchStrategy[Event]:
    words = passages(article.text)
    parties = _some(st.builds(Party, names(), st.sampled_from([None, "ent_1"]), words))
    return st.builds(
        Event,
        id=st.just(identify("eve", article.id)),
        action=st.sampled_from(["CONSULT", "ASSAULT"]),
        mode=st.sampled_from([None, "visit"]),
        trigger=words,
        actors=parties,
        recipients=parties,
        place=_maybe(st.builds(Place, names(), words)),
        when=whens(article.text),
        status=st.sampled_from(get_args(model.Status)),
        according_to=st.sampled_from(ids),
    )


def figures(article: Article, ids: list[str | None]) -> st.SearchStrategy[Figure]:
    words = passages(article.text)
    number = _maybe(st.floats(allow_nan=False, allow_infinity=False))
    return st.builds(
        Figure,
        id=st.just(identify("fig", article.id)),
        passage=words,
        low=number,
        high=number,
        value=number | st.just("14-0"),
        qualifier=_maybe(names()),
        unit=st.sampled_from([None, "people", "%", "\u202eUSD"]),
        of=_maybe(words),
        measure=st.sampled_from(get_args(model.Measure)),
        place=_maybe(st.builds(Place, names(), words)),
        as_of=whens(article.text),
        according_to=_maybe(st.builds(Attribution, names(), st.sampled_from(ids))),
    )


def every_passage(value: Any) -> Iterator[Passage | Mention]:
    """Every passage and mention within a value of the model."""
    if isinstance(value, Passage | Mention):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from every_passage(each)
    elif hasattr(value, "__slots__"):
        for name in value.__slots__:
            yield from every_passage(getattr(value, name))
