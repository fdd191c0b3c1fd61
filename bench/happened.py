"""Whether the same event and the same count are found across articles: pairs read by a person.

``bench/happened_dev.tsv`` holds pairs of events and of figures of news briefs, with which the
weights were set: the number of the brief in ``../shared/data/text/current_events.jsonl.xz``, the
offsets of trigger or figure, and whether a person takes the two for one. ``bench/tellings.tsv``
(``bench/labels.md``) holds pairs of longer articles, of which the half ``test`` set nothing.
``python -m bench.happened [briefs|dev|test]`` scores the linker on one of the three, candidates
included: a pair without a common key is not found, and neither is one whose event or figure the
reader did not see. ``--show`` prints each error with the words around it. A pair is held to be one
only where it is judged "same"; "unsure" is no answer.
"""

from __future__ import annotations

import argparse
import csv
import json
import lzma
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bench.judging import texts
from onrecord.ingest import Given, from_text
from onrecord.linker import events, figures
from onrecord.linker.form import Comparison, Form, Kind
from onrecord.model import Article, Reading
from onrecord.reader.pipeline import Reader

SHARED = Path(__file__).parent.parent.parent / "shared"
BRIEFS = Path(__file__).parent / "happened_dev.tsv"
TELLINGS = Path(__file__).parent / "tellings.tsv"
KINDS: dict[str, Kind] = {"event": events, "figure": figures}
AROUND = 110


class Side(NamedTuple):
    """Where an event or a figure stands."""

    article: str
    start: int
    end: int


class Labelled(NamedTuple):
    """Two events or figures, and whether a person takes them for one."""

    kind: str
    left: Side
    right: Side
    same: bool


class Text(NamedTuple):
    text: str
    published: str | None
    publisher: str | None = None


def labelled(which: str) -> list[Labelled]:
    """The pairs of the news briefs, or of a half of the tellings."""
    with (BRIEFS if which == "briefs" else TELLINGS).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return [
        Labelled(row["kind"], _side(row, "left"), _side(row, "right"), row["same"] == "1")
        for row in rows
        if row.get("split", "briefs") == which
    ]


def _side(row: dict[str, str], side: str) -> Side:
    article = row.get(f"{side}_article") or f"brief:{row[side]}"
    return Side(article, int(row[f"{side}_start"]), int(row[f"{side}_end"]))


def _rows(path: Path) -> list[dict[str, Any]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _texts(shared: Path) -> Iterator[tuple[str, Text]]:
    for number, row in enumerate(_rows(shared / "data/text/current_events.jsonl.xz")):
        publisher = row["sources"][0]["name"] if row["sources"] else None
        yield f"brief:{number}", Text(row["text"], row["date"], publisher)
    for file in texts(shared):
        for name, text, published in file:
            yield name, Text(text, published)
    for half in ("dev", "train"):
        for row in _rows(shared / f"data/attribution/polnear_{half}.jsonl.xz"):
            yield f"polnear_{half}:{row['doc']}", Text(row["text"], row["date"], row["publisher"])


def readings(wanted: set[str], shared: Path = SHARED) -> dict[str, Reading]:
    """The readings of some articles."""
    articles: dict[str, Article] = {}
    for name, text in _texts(shared):
        if name in wanted:
            given = Given(published=text.published, publisher=text.publisher)
            article = from_text(text.text, name, given)
            if isinstance(article, Article):
                articles[name] = article
    return dict(zip(articles, Reader.load().readings(articles.values()), strict=True))


class Forms:
    """The form of an entry by where it stands; an entry that holds the place will do."""

    def __init__(self, read: dict[str, Reading]) -> None:
        self._forms: dict[tuple[str, str], list[tuple[int, int, Form]]] = {}
        for name, reading in read.items():
            places: dict[str, Any] = {e.id: e.trigger for e in reading.events}
            places |= {f.id: f.passage for f in reading.figures}
            for kind, module in KINDS.items():
                self._forms[kind, name] = [
                    (places[one.entry].start, places[one.entry].end, one.form)
                    for one in module.found(reading)
                ]

    def of(self, kind: str, side: Side) -> Form | None:
        known = self._forms.get((kind, side.article), ())
        near = [f for f in known if f[0] < side.end and side.start < f[1]]
        off = min(near, key=lambda f: abs(f[0] - side.start) + abs(f[1] - side.end), default=None)
        return off[2] if off else None


def judged(forms: Forms, pair: Labelled) -> Comparison | None:
    """What the linker says of two entries; None where it would not compare them."""
    a, b = forms.of(pair.kind, pair.left), forms.of(pair.kind, pair.right)
    if a is None or b is None or not set(a.keys) & set(b.keys):
        return None
    return KINDS[pair.kind].compared(a, b)


def scores(found: Iterable[tuple[bool, bool]]) -> dict[str, float]:
    """Precision, recall and F1 in per cent of pairs (held to be one, taken for one)."""
    both = list(found)
    hits = sum(said and true for said, true in both)
    said, true = sum(s for s, _ in both), sum(t for _, t in both)
    precision, recall = hits / max(1, said), hits / max(1, true)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    shares = {"precision": precision, "recall": recall, "f1": f1}
    return {"pairs": len(both), "same": true} | {k: round(100 * v, 1) for k, v in shares.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("which", choices=("briefs", "dev", "test"), nargs="?", default="briefs")
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    pairs = labelled(asked.which)
    read = readings({side.article for p in pairs for side in (p.left, p.right)}, asked.shared)
    forms = Forms(read)
    found: dict[str, list[tuple[bool, bool]]] = {kind: [] for kind in KINDS}
    for pair in pairs:
        comparison = judged(forms, pair)
        said = comparison is not None and comparison.judgement == "same"
        found[pair.kind].append((said, pair.same))
        if asked.show and said != pair.same:
            print(_error(pair, comparison, read, forms))
    print(json.dumps({kind: scores(pairs) for kind, pairs in found.items() if pairs}, indent=1))


def _error(
    pair: Labelled, comparison: Comparison | None, read: dict[str, Reading], forms: Forms
) -> str:
    said = comparison or "not compared"
    lines = [f"{pair.kind}: {'one' if pair.same else 'two'}, but {said}"]
    for side in (pair.left, pair.right):
        text = read[side.article].article.text
        before = text[max(0, side.start - AROUND) : side.start]
        words = f"{before}[{text[side.start : side.end]}]{text[side.end : side.end + AROUND]}"
        seen = "" if forms.of(pair.kind, side) else " (not read)"
        lines.append(f"    {side.article}{seen}: {' '.join(words.split())}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
