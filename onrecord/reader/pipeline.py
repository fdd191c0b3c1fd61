"""Class Reader: articles in, readings out.

Tokens, network, labels, then the extractors, in that order; every step takes what the one before
gave and knows nothing of the one after. While one article is being extracted the network reads the
next; memory does not grow with the number of articles.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.model import VERSION, Article, Reading
from onrecord.reader.entities import cast
from onrecord.reader.events import events
from onrecord.reader.figures import figures
from onrecord.reader.labels import Labelled, Scores, WordSpan, decided, labelled
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
        for ready, scores in self._scored(articles):
            yield ready.article, self._decided(ready, scores)

    def _scored(self, articles: Iterable[Article]) -> Iterator[tuple[Prepared, list[Scores]]]:
        """Articles with their scores; the network reads the next ones while one is used.

        An article's windows share no batch with another's: 8-bit activations are scaled by what
        stands in the batch, and a reading must not depend on its neighbours.
        """
        waiting: deque[tuple[Prepared, Future[list[Scores]]]] = deque()
        with ThreadPoolExecutor(self.cores, thread_name_prefix="network") as ahead:
            for article in articles:
                ready = prepared(article, self.network)
                waiting.append((ready, ahead.submit(self.network.scores, ready.windows)))
                if len(waiting) > AHEAD + self.cores:
                    yield _first(waiting)
            while waiting:
                yield _first(waiting)

    def _decided(self, ready: Prepared, scores: Sequence[Scores]) -> Labelled:
        if not scores:
            return Labelled(ready.doc, (), ready.quoted)
        decisions = decided(ready.words, ready.cuts, scores, self.network.transitions)
        return labelled(ready.doc, ready.words, decisions, ready.quoted)

    def _reading(self, article: Article, found: Labelled) -> Reading:
        nested = with_inner(found)
        who = cast(nested, article)
        told = statements(nested, who, article)
        scene = Scene.of(nested, who, told, article)
        return Reading(self.name, article, who.entities, told, events(scene), figures(scene))


def _first(
    waiting: deque[tuple[Prepared, Future[list[Scores]]]],
) -> tuple[Prepared, list[Scores]]:
    ready, scores = waiting.popleft()
    return ready, scores.result()


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
