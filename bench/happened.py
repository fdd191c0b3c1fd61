"""Whether the same event and the same count are found across articles: pairs read by a person.

``bench/happened_dev.tsv`` holds pairs of events and of figures of news briefs
(``../shared/data/text/current_events.jsonl.xz``): the number of the brief, the offsets of trigger or
figure, and whether a person takes the two for one. ``python -m bench.happened`` scores the linker on
them, candidates included: a pair without a common key is not found. ``--show`` prints each error
with the words around it. A pair is held to be one only where it is judged "same"; "unsure" is no
answer.
"""

from __future__ import annotations

import argparse
import csv
import json
import lzma
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from onrecord.ingest import Given, from_text
from onrecord.linker import events, figures
from onrecord.linker.form import Comparison, Form, Kind
from onrecord.model import Article, Reading
from onrecord.reader.pipeline import Reader

SHARED = Path(__file__).parent.parent.parent / "shared"
PAIRS = Path(__file__).parent / "happened_dev.tsv"
KINDS: dict[str, Kind] = {"event": events, "figure": figures}
Side = tuple[int, int, int]  # number of the article, start, end
AROUND = 110


def pairs(path: Path = PAIRS) -> Iterator[tuple[str, Side, Side, bool]]:
    """Kind, left, right, and whether a person takes them for one."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            left, right = (
                (int(row[side]), int(row[f"{side}_start"]), int(row[f"{side}_end"]))
                for side in ("left", "right")
            )
            yield row["kind"], left, right, row["same"] == "1"


def readings(numbers: Iterable[int], shared: Path = SHARED) -> dict[int, Reading]:
    """The readings of some of the news briefs."""
    with lzma.open(shared / "data/text/current_events.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    wanted: dict[int, Article] = {}
    for number in sorted(set(numbers)):
        row = rows[number]
        publisher = row["sources"][0]["name"] if row["sources"] else None
        given = Given(published=row["date"], publisher=publisher)
        article = from_text(row["text"], f"current_events:{number}", given)
        if isinstance(article, Article):
            wanted[number] = article
    return dict(zip(wanted, Reader.load().readings(wanted.values()), strict=True))


class Forms:
    """The form of an entry by where it stands."""

    def __init__(self, read: dict[int, Reading]) -> None:
        self._forms = {
            (kind, number, *place): form
            for number, reading in read.items()
            for kind, module in KINDS.items()
            for place, form in _forms(module, kind, reading)
        }

    def of(self, kind: str, side: Side) -> Form | None:
        return self._forms.get((kind, *side))


def _forms(module: Kind, kind: str, reading: Reading) -> Iterator[tuple[tuple[int, int], Form]]:
    entries: dict[str, Any] = {e.id: e.trigger for e in reading.events}
    entries |= {f.id: f.passage for f in reading.figures}
    for entry, form in module.found(reading):
        yield (entries[entry].start, entries[entry].end), form


def judged(forms: Forms, kind: str, left: Side, right: Side) -> Comparison | None:
    """What the linker says of two entries; None where it would not compare them."""
    a, b = forms.of(kind, left), forms.of(kind, right)
    if a is None or b is None or not set(a.keys) & set(b.keys):
        return None
    return KINDS[kind].compared(a, b)


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
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--pairs", type=Path, default=PAIRS)
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    given = list(pairs(asked.pairs))
    read = readings((side[0] for _, *both, _ in given for side in both), asked.shared)
    forms = Forms(read)
    found: dict[str, list[tuple[bool, bool]]] = {kind: [] for kind in KINDS}
    for kind, left, right, same in given:
        comparison = judged(forms, kind, left, right)
        said = comparison is not None and comparison.judgement == "same"
        found[kind].append((said, same))
        if asked.show and said != same:
            print(f"{kind}: {'one' if same else 'two'}, but {comparison}")
            print("".join(f"    {_words(read, side)}\n" for side in (left, right)))
    print(json.dumps({kind: scores(pairs) for kind, pairs in found.items()}, indent=1))


def _words(read: dict[int, Reading], side: Side) -> str:
    number, start, end = side
    text = read[number].article.text
    around = f"{text[max(0, start - AROUND) : start]}[{text[start:end]}]{text[end : end + AROUND]}"
    return f"{number}: {' '.join(around.split())}"


if __name__ == "__main__":
    main()
