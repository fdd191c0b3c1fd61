"""How often a figure on the record is right: figures of articles drawn at random, read by a person.

``python -m bench.figures draw --seed 25`` draws 40 articles (Wikinews, news briefs, PolNeAR's
development half) and prints every figure with the words around it, to be judged; with ``--to
FILE`` it also writes a line a figure without any sentence of the article. A person puts into the
last column what is wrong of ``value``, ``qualifier``, ``of``, ``measure`` and ``according_to`` (all
of them, where it should be no figure), ``missed`` for a figure that was not found, and leaves it
empty where all is right. ``python -m bench.figures`` scores ``bench/figures.tsv``: seed 25 without
the articles of the draws that the rules were made with, and nothing was mended after it.
"""

from __future__ import annotations

import argparse
import csv
import json
import lzma
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from onrecord.ingest import Given, from_text
from onrecord.model import Article, Figure, Reading
from onrecord.reader.pipeline import Reader

SHARED = Path(__file__).parent.parent.parent / "shared"
JUDGED = Path(__file__).parent / "figures.tsv"
DRAWN = (("text/wikinews_295", 14), ("text/current_events", 14), ("attribution/polnear_dev", 12))
ASPECTS = ("value", "qualifier", "of", "measure", "according_to")
SEEN = (5, 21, 22, 23, 24)  # draws whose errors were mended


def judged(path: Path = JUDGED) -> dict[str, float]:
    """The share of the judged figures with each aspect right, and with all of them, in per cent."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [row["wrong"].split() for row in csv.DictReader(lines, delimiter="\t")]
    wrong = [row for row in rows if row != ["missed"]]
    extra = sum(set(row) == set(ASPECTS) for row in wrong)
    recall = (len(wrong) - extra) / max(1, len(rows) - extra)
    count = Counter(aspect for row in wrong for aspect in row)
    shares = {a: round(100 * (1 - count[a] / len(wrong)), 1) for a in ASPECTS}
    shares["all"] = round(100 * wrong.count([]) / len(wrong), 1)
    return {"figures": len(wrong), **shares, "recall": round(100 * recall, 1)}


def drawn(shared: Path, seed: int) -> Iterator[tuple[str, int, Article]]:
    """The articles of a draw, without those of ``SEEN``: file, number in the file, article."""
    files = {path: _rows(shared / f"data/{path}.jsonl.xz") for path, _ in DRAWN}
    sizes = {path: len(rows) for path, rows in files.items()}
    seen = {n for other in SEEN if other != seed for n in _numbers(other, sizes)}
    kept = [n for n in _numbers(seed, sizes, 3) if n not in seen or seed in SEEN]
    for path, size in DRAWN:
        for number in [n for p, n in kept if p == path][:size]:
            rows = files[path]
            text, date = rows[number]
            name = path.split("/")[1]
            article = from_text(text, f"{name}:{number}", Given(published=date))
            if isinstance(article, Article):
                yield name, number, article


def _numbers(seed: int, sizes: dict[str, int], times: int = 1) -> list[tuple[str, int]]:
    """The articles a seed draws, first of all; ``times`` as many, to have some left."""
    chance = random.Random(seed)
    drawn = [(path, size * times, sizes[path]) for path, size in DRAWN]
    return [(p, n) for p, many, of in drawn for n in chance.sample(range(of), min(many, of))]


def _rows(path: Path) -> list[tuple[str, str]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [(row["text"], row["date"]) for row in map(json.loads, lines)]


def shown(reading: Reading, figure: Figure) -> str:
    """A figure with the words around it and all that is judged of it."""
    start, end, text = figure.passage.start, figure.passage.end, reading.article.text
    around = f"{text[max(0, start - 110) : start]}[{text[start:end]}]{text[end : end + 90]}"
    told = figure.according_to.who if figure.according_to else None
    of = figure.of.text if figure.of else None
    values = (figure.low, figure.value, figure.high, figure.qualifier, figure.unit, of)
    return f"{' '.join(around.split())}\n    {values} {figure.measure} according to {told}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("score", "draw"), nargs="?", default="score")
    parser.add_argument("--seed", type=int, default=25)
    parser.add_argument("--to", type=Path)
    parser.add_argument("--shared", type=Path, default=SHARED)
    asked = parser.parse_args()
    if asked.what == "score":
        print(json.dumps(judged(), indent=1))
        return
    lines = ["collection\tarticle\tstart\tend\twrong"]
    chosen = list(drawn(asked.shared, asked.seed))
    readings = Reader.load().readings(a for _, _, a in chosen)
    for (name, number, _), reading in zip(chosen, readings, strict=True):
        for figure in reading.figures:
            print(len(lines), shown(reading, figure))
            lines.append(f"{name}\t{number}\t{figure.passage.start}\t{figure.passage.end}\t")
    if asked.to:
        asked.to.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
