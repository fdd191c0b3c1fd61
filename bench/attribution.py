"""PolNeAR dev through the whole reader, as predictions for ``score_attribution.py``.

``network`` predictions are the network's own attributions; ``statements`` what the reading says
in the end.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from pathlib import Path

from onrecord.model import Article, Reading, identify
from onrecord.reader.labels import Attributed, Labelled
from onrecord.reader.pipeline import Reader

Row = dict[str, object]


def articles(path: Path) -> Iterator[Article]:
    """The articles of a PolNeAR file, each named for its document."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield Article(id=identify("art", row["doc"]), input=row["doc"], text=row["text"])


def from_network(article: Article, found: Labelled) -> Row:
    def characters(spans: tuple[tuple[int, int], ...]) -> list[list[int]]:
        tokens = [(found.doc[a], found.doc[b - 1]) for a, b in spans]
        return [[a.idx, b.idx + len(b)] for a, b in tokens]

    def row(a: Attributed) -> dict[str, list[list[int]]]:
        return {
            "source": characters((a.source,) if a.source else ()),
            "cue": characters((a.cue,) if a.cue else ()),
            "content": characters(a.content),
        }

    return {"doc": article.input, "statements": [row(a) for a in found.attributions]}


def from_reading(reading: Reading, outermost: bool = False) -> Row:
    """``outermost`` leaves out what came through somebody: PolNeAR annotates one layer."""
    rows = [
        {
            "source": [[s.source.start, s.source.end]] if s.source else [],
            "cue": [[s.cue.start, s.cue.end]] if s.cue else [],
            "content": [[c.start, c.end] for c in s.content],
        }
        for s in reading.statements
        if not (outermost and s.via)
    ]
    return {"doc": reading.article.input, "statements": rows}


def predictions(reader: Reader, path: Path, kind: str) -> Iterator[Row]:
    if kind == "network":
        yield from (from_network(a, found) for a, found in reader.labelled(articles(path)))
    else:
        outermost = kind == "outermost"
        yield from (from_reading(r, outermost) for r in reader.readings(articles(path)))
