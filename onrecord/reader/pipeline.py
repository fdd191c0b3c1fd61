"""Class Reader: articles in, readings out.

Tokens, network, labels, then the extractors, in that order; every step takes what the one before
gave and knows nothing of the one after. While one article is being extracted the network reads the
next; memory does not grow with the number of articles. Between steps reading may be given up.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from onrecord import stopping
from onrecord.model import VERSION, Article, Reading
from onrecord.reader.entities import cast
from onrecord.reader.events import events
from onrecord.reader.figures import figures
from onrecord.reader.labels import Decisions, Labelled, WordSpan, decided, joined, labelled
from onrecord.reader.meaning import vector
from onrecord.reader.nested import with_inner
from onrecord.reader.network import ROOM, WEIGHTS, Network, OnnxNetwork, Pieces, framed
from onrecord.reader.quotes import Quoted, quotations
from onrecord.reader.scene import Scene
from onrecord.reader.statements import statements
from onrecord.reader.tokens import GAPS, Words, features, tokenized, words
from onrecord.reader.windows import windows

if TYPE_CHECKING:
    from spacy.tokens import Doc

AHEAD = 2  # articles read by the network that may wait for the extractors
STRETCH = 128  # windows decided at once: any but the longest articles are one stretch

P = ParamSpec("P")
T = TypeVar("T")
Decided = Decisions | None  # None where there is not one word


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article ready for the network."""

    article: Article
    doc: Doc
    words: Words
    quoted: tuple[Quoted, ...]
    cuts: tuple[WordSpan, ...]
    windows: tuple[Pieces, ...]


class Reader:
    """Reads articles; ``name`` says which version and weights did it."""

    def __init__(self, network: Network, cores: int | None = None) -> None:
        """cores: how many articles the network reads side by side; all there are if not said."""
        self.network = network
        self.cores = cores or os.cpu_count() or 1
        self.name = f"{VERSION}+{network.digest}"

    @classmethod
    def load(cls, weights: Path = WEIGHTS) -> Reader:
        """The shipped reader; raises ``ModelMissing`` if the network's files are absent or
        damaged.
        """
        return cls(OnnxNetwork.load(weights))

    def read(self, article: Article) -> Reading:
        """One article's reading."""
        return next(self.readings([article]))

    def readings(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """Readings in the order of the articles, streaming."""
        for article, found in self.labelled(articles):
            yield self._reading(article, found)

    def vector(self, text: str) -> str | None:
        """What a text of a few words means, to compare with ``Statement.vector``; None where it
        has no words.
        """
        (found,) = (labelled for _, labelled in self.labelled([Article("", "", text)]))
        return None if found.vectors is None else vector(found.vectors, [(0, len(found.doc))])

    def labelled(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Labelled]]:
        """What the network says of each article, before any extractor."""
        for ready, decisions in self._decided(articles):
            if decisions is None:
                yield ready.article, Labelled(ready.doc, (), ready.quoted)
            else:
                found = labelled(ready.doc, ready.words, decisions, ready.quoted)
                del decisions  # half a kilobyte a word, and no longer needed
                yield ready.article, found

    def _decided(self, articles: Iterable[Article]) -> Iterator[tuple[Prepared, Decided]]:
        """Articles with their labels; the network reads the next ones while one is used.

        An article's windows share no batch with another's: 8-bit activations are scaled by what
        stands in the batch, and a reading must not depend on its neighbours.
        """
        waiting: deque[tuple[Prepared, Future[Decided]]] = deque()
        with ThreadPoolExecutor(self.cores, thread_name_prefix="network") as ahead:
            for article in articles:
                ready = prepared(article, self.network)
                here = copy_context()  # who may say that this is given up
                waiting.append((ready, ahead.submit(here.run, self._labels, ready)))
                if len(waiting) > AHEAD + self.cores:
                    yield _first(waiting)
            while waiting:
                yield _first(waiting)

    def _labels(self, ready: Prepared) -> Decided:
        """The labels of an article, a stretch at a time: the scores of a word fill a kilobyte."""
        parts = []
        for first in range(0, len(ready.windows), STRETCH):
            here = slice(first, first + STRETCH)
            scores = self.network.scores(ready.windows[here])
            cuts = ready.cuts[here]
            parts.append(decided(ready.words, cuts, scores, self.network.transitions))
        return joined(parts) if parts else None

    def _reading(self, article: Article, found: Labelled) -> Reading:
        nested = _unless_given_up(with_inner, found)
        who = _unless_given_up(cast, nested, article)
        told = _unless_given_up(statements, nested, who, article)
        scene = _unless_given_up(Scene.of, nested, who, told, article)
        done, counted = _unless_given_up(events, scene), _unless_given_up(figures, scene)
        return Reading(self.name, article, who.entities, told, done, counted)


def _unless_given_up(step: Callable[P, T], *args: P.args, **known: P.kwargs) -> T:
    stopping.check()
    return step(*args, **known)


def _first(
    waiting: deque[tuple[Prepared, Future[Decided]]],
) -> tuple[Prepared, Decided]:
    ready, labels = waiting.popleft()
    return ready, labels.result()


def prepared(article: Article, network: Network) -> Prepared:
    """The article cut into windows of pieces; front matter is not read."""
    doc = tokenized(article.text)
    quoted = quotations(article.text)
    read = words(doc, quoted, _front_matter(article))
    pieces = network.word_pieces(read.texts)
    paragraph = [g >= GAPS.index("line") for g in read.gaps]
    cuts = windows(read.texts, paragraph, [len(p) for p in pieces], ROOM)
    marks = features(read)
    made = tuple(framed(pieces[a:b], marks[a:b]) for a, b in cuts)
    return Prepared(article, doc, read, quoted, tuple(cuts), made)


def _front_matter(article: Article) -> list[tuple[int, int]]:
    """The boilerplate that opens the article: no prose, its quotation marks are none."""
    return [(p.start, p.end) for p in article.parts[:1] if p.kind == "boilerplate"]
