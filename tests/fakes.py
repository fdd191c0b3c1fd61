"""Articles and readings made by hand, and a reader that needs no network.

``article_of`` and ``statement_of`` make values from words of a text; ``example_reading`` is a small
readable reading. Strategies that make any reading are in ``tests.readings``; importing this module
does not import Hypothesis.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from onrecord.model import (
    Article,
    Entity,
    Mention,
    Passage,
    Reading,
    Relay,
    Statement,
    When,
    identify,
    passage,
)


def article_of(text: str, publisher: str | None = None, **known: Any) -> Article:
    """An article with the id that ingest gives it."""
    known.setdefault("input", f"{identify('file', text)}.txt")
    return Article(id=identify("art", text, publisher), text=text, publisher=publisher, **known)


def statement_of(
    article: Article, who: str, content: str, cue: str = "said", **known: Any
) -> Statement:
    """A statement from words of the article's text; its source is the last word of ``who``."""
    spoken = _found(article, content)
    assert spoken is not None
    plain = Statement(
        id=identify("sta", article.id, content),
        source=_found(article, who.split()[-1]),
        entity=None,
        who=who,
        unnamed=False,
        condition=None,
        cue=_found(article, cue),
        act="say",
        content=(spoken,),
        manner="indirect",
    )
    return replace(plain, **known)


def _found(article: Article, words: str) -> Passage | None:
    start = article.text.find(words)
    return passage(article.text, start, start + len(words)) if start >= 0 else None


def example_reading(reader: str = "fake/1", **known: Any) -> Reading:
    """One article with a direct and a relayed statement and two entities."""
    text = (
        "Bridge to reopen\n\nPORT ALBA (Coastline) — “The bridge is safe,” Mayor Jane Doe "
        "said Monday.\nThe Alba Herald, citing engineers, reported that Doe believes repairs "
        "will end in May.\n"
    )
    known = {"title": "Bridge to reopen", "publisher": "Alba Herald", **known}
    known.setdefault("published", When("2023-11-06", "calendar"))
    article = article_of(text, **known)
    herald = _found(article, "The Alba Herald")
    engineers = _found(article, "engineers")
    assert herald
    assert engineers
    doe = Entity(
        identify("ent", article.id, "Jane Doe"),
        "Jane Doe",
        "person",
        roles=tuple(p for p in [_found(article, "Mayor")] if p),
        mentions=(Mention(*_ends(article, "Jane Doe"), "Jane Doe", "name"),),
    )
    paper = Entity(identify("ent", article.id, "Herald"), "The Alba Herald", "outlet")
    direct = statement_of(
        article,
        "Jane Doe",
        "The bridge is safe,",
        entity=doe.id,
        manner="direct",
        said=When("2023-11-06", "publication", _found(article, "Monday")),
    )
    relayed = statement_of(
        article,
        "Jane Doe",
        "repairs will end in May",
        "believes",
        entity=doe.id,
        act="believe",
        via=(Relay("The Alba Herald", herald), Relay("engineers", engineers)),
    )
    return Reading(reader, article, (doe, paper), (direct, relayed))


def _ends(article: Article, words: str) -> tuple[int, int]:
    start = article.text.index(words)
    return start, start + len(words)


class FakeReader:
    """A reader without a network: ``Name: words`` on a line is a statement, ``broken`` an error."""

    def __init__(self, name: str = "fake/1") -> None:
        self.name = name
        self.seen: list[str] = []

    def read(self, article: Article) -> Reading:
        self.seen.append(article.id)
        if "broken" in article.text:
            raise ValueError("no such luck")
        lines = [line.partition(": ") for line in article.text.splitlines() if ": " in line]
        cast = {who: Entity(identify("ent", article.id, who), who, "person") for who, _, _ in lines}
        said = tuple(
            statement_of(article, who, words, entity=cast[who].id) for who, _, words in lines
        )
        return Reading(self.name, article, tuple(cast.values()), said)

    def readings(self, articles: Iterable[Article]) -> Iterator[Reading]:
        return map(self.read, articles)

    def vector(self, text: str) -> None:
        """No network, no vector."""
