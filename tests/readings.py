"""Readings for tests: Hypothesis strategies that make any legal reading.

``readings()`` makes readings whose passages are exact and whose ids hash their meaning, over text
that includes hostile characters: NUL, lone surrogates, other line ends, emoji, combining marks.
The values made by hand come from ``tests.fakes``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
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
)
from tests.fakes import FakeReader, article_of, example_reading, statement_of

__all__ = [
    "FakeReader",
    "article_of",
    "articles",
    "every_passage",
    "example_reading",
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
CALLED = ["John Kirby", "Reuters", "Erdoğan", *(f"the {odd} Doe" for odd in HOSTILE)]
EDTF = [
    None,
    "2023-11-06",
    "2023-11",
    "2023",
    "XXXX-XX-07",
    "2023-11-06/2023-11-07",
    "2023-11-06/..",
]


def _texts(most: int) -> st.SearchStrategy[str]:
    return st.lists(PIECE, min_size=1, max_size=most).map(" ".join).filter(_writable)


def _writable(text: str) -> bool:
    """Whether JSON can say it: it cannot say a high surrogate right before a low one."""
    return not any("\ud800" <= a < "\udc00" <= b < "\ue000" for a, b in pairwise(text))


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def _some(strategy: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, min_size=least, max_size=3).map(tuple)


def _one_of(literal: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


# Strategies are made once, here, because making them takes most of the time. So they know no text
# and no ids: a passage is drawn as thousandths of the text (``_placed``), an id as a number.
PIECE = st.one_of(st.sampled_from(WORDS), st.sampled_from(HOSTILE), st.text(max_size=8))
TEXTS = _texts(30)
NAMES = st.one_of(st.sampled_from(CALLED), PIECE)
ENDS = st.integers(0, 1001 * 1001 - 1).map(lambda drawn: sorted(divmod(drawn, 1001)))
PASSAGES = ENDS.map(lambda ends: Passage(*ends, ""))
MENTIONS = st.builds(lambda ends, form: Mention(*ends, "", form), ENDS, _one_of(model.MentionForm))
PARTS = st.builds(lambda kind, ends: Part(kind, *ends), _one_of(model.PartKind), ENDS)
PLACES = _maybe(st.builds(Place, NAMES, PASSAGES))
WHENS = st.builds(When, st.sampled_from(EDTF), _one_of(model.Basis), _maybe(PASSAGES))
NUMBERS = _maybe(st.floats(allow_nan=False, allow_infinity=False))
PARTIES = _some(st.builds(Party, NAMES, st.sampled_from([None, "ent_1"]), PASSAGES))
ARTICLES = st.builds(
    Article,
    id=st.just(""),
    input=st.sampled_from(["reports/004.txt", "-", "a\x00b"]),
    text=TEXTS,
    url=st.sampled_from([None, "https://example.org/a?b=c"]),
    publisher=_maybe(NAMES),
    title=_maybe(NAMES),
    authors=_some(NAMES),
    agencies=_some(NAMES),
    dateline=_maybe(st.builds(Dateline, NAMES, PASSAGES)),
    published=WHENS,
    parts=_some(PARTS),
)
ENTITIES = st.builds(
    Entity,
    id=st.just(""),
    name=NAMES,
    kind=_one_of(model.EntityKind),
    roles=_some(PASSAGES),
    mentions=_some(MENTIONS),
)
STATEMENTS = st.builds(
    Statement,
    id=st.just(""),
    source=_maybe(PASSAGES),
    entity=st.none(),
    who=_maybe(NAMES),
    unnamed=st.booleans(),
    condition=_maybe(PASSAGES),
    cue=_maybe(PASSAGES),
    act=st.sampled_from(["say", "deny", "warn"]),
    content=_some(PASSAGES, least=1),
    manner=_one_of(model.Manner),
    via=_some(st.builds(Relay, NAMES, PASSAGES)),
    addressee=_maybe(st.builds(Addressee, NAMES, PASSAGES)),
    occasion=_maybe(PASSAGES),
    said=WHENS,
    negated=st.booleans(),
)
EVENTS = st.builds(
    Event,
    id=st.just(""),
    action=st.sampled_from(["CONSULT", "ASSAULT"]),
    mode=st.sampled_from([None, "visit"]),
    trigger=PASSAGES,
    actors=PARTIES,
    recipients=PARTIES,
    place=PLACES,
    when=WHENS,
    status=_one_of(model.Status),
    according_to=st.none(),
)
FIGURES = st.builds(
    Figure,
    id=st.just(""),
    passage=PASSAGES,
    low=NUMBERS,
    high=NUMBERS,
    value=NUMBERS | st.just("14-0"),
    qualifier=_maybe(NAMES),
    unit=st.sampled_from([None, "people", "%", "\u202eUSD"]),
    of=_maybe(PASSAGES),
    measure=_one_of(model.Measure),
    place=PLACES,
    as_of=WHENS,
    according_to=_maybe(st.builds(Attribution, NAMES, st.none())),
)
CASTS, READERS = _some(ENTITIES), st.sampled_from(["0.1.0+abc", "0.2.0+def"])
SAID = st.lists(st.tuples(STATEMENTS, st.integers(0, 3)), max_size=4)
TOLD = _some(st.tuples(EVENTS, st.integers(0, 5)))
COUNTED = _some(st.tuples(FIGURES, st.integers(0, 5)))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    article = draw(ARTICLES)
    return replace(
        _placed(article, article.text), id=identify("art", article.text, article.publisher)
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any legal reading, with events and figures."""
    article = draw(articles())
    cast = tuple(
        replace(_placed(each, article.text), id=identify("ent", article.id, number))
        for number, each in enumerate(draw(CASTS))
    )
    said = tuple(_statement(each, article, cast, who) for each, who in draw(SAID))
    ids = [None, "sta_1", *(statement.id for statement in said)]
    return Reading(
        reader=draw(READERS),
        article=article,
        entities=cast,
        statements=said,
        events=tuple(_event(each, article, ids[by % len(ids)]) for each, by in draw(TOLD)),
        figures=tuple(_figure(each, article, ids[by % len(ids)]) for each, by in draw(COUNTED)),
    )


def _placed(value: Any, text: str) -> Any:
    """The value with its passages as words of the text, from thousandths of it."""
    if isinstance(value, tuple):
        return tuple(_placed(each, text) for each in value)
    if not is_dataclass(value):
        return value
    if isinstance(value, Passage | Mention | Part):
        start, end = (len(text) * each // 1000 for each in (value.start, value.end))
        words = {} if isinstance(value, Part) else {"text": text[start:end]}
        return replace(value, start=start, end=end, **words)
    inside = {each.name: _placed(getattr(value, each.name), text) for each in fields(value)}
    return replace(value, **inside)


def _statement(drawn: Statement, article: Article, cast: tuple[Entity, ...], who: int) -> Statement:
    placed = _placed(drawn, article.text)
    entity = [None, *(each.id for each in cast)][who % (len(cast) + 1)]
    return replace(placed, id=identify("sta", article.id, *placed.content), entity=entity)


def _event(drawn: Event, article: Article, by: str | None) -> Event:
    placed = _placed(drawn, article.text)
    return replace(placed, id=identify("eve", article.id), according_to=by)


def _figure(drawn: Figure, article: Article, by: str | None) -> Figure:
    placed = _placed(drawn, article.text)
    source = placed.according_to and replace(placed.according_to, statement=by)
    return replace(placed, id=identify("fig", article.id), according_to=source)


def texts() -> st.SearchStrategy[str]:
    """Text of an article: words, line ends and, now and then, characters meant to break things."""
    return TEXTS


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
