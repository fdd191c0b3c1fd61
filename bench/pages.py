"""How well pages are read: publication dates (htmldate's pages) and article text (scrapinghub's).

``python bench/pages.py [--shared ../shared] [--dates 100] [--texts 181] [--misses]`` prints the
share of pages whose date is right, wrong or not given, and precision, recall and F1 of the words
of lead and body against the gold text, averaged over pages as the scrapinghub benchmark does, by
multiset of 4-grams ("shingles") and of single tokens.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from onrecord.ingest import Given
from onrecord.ingest.decoding import decoded
from onrecord.ingest.metadata import metadata
from onrecord.ingest.pages import Page, page
from onrecord.ingest.parts import laid
from onrecord.model import PartKind

TODAY = date(2026, 1, 1)
PROSE: tuple[PartKind, ...] = ("lead", "body")


def dates(folder: Path, most: int, misses: bool) -> None:
    """Every n-th page of the sorted list, so that a sample has all kinds."""
    from trafilatura.utils import load_html

    counted: Counter[str] = Counter()
    for url, gold, raw in _dated(folder, most):
        html = decoded(raw)
        found = metadata(load_html(html), html, TODAY).published
        verdict = "not given" if found is None else "right" if found[:10] == gold else "wrong"
        counted[verdict] += 1
        if misses and verdict != "right":
            print(verdict, gold, found, url)
    total = counted.total()
    print(
        f"dates of {total} pages: " + ", ".join(f"{n / total:.1%} {v}" for v, n in counted.items())
    )


def _dated(folder: Path, most: int) -> Iterator[tuple[str, str, bytes]]:
    pages: list[tuple[str, str, Path]] = []
    for table in ("eval_default.json", "eval_mediacloud_2020.json"):
        for url, row in json.loads((folder / table).read_text("utf-8")).items():
            files = [p for p in folder.glob(f"*/{row['file']}") if p.exists()]
            pages += [(url, row["date"], p) for p in files[:1]]
    step = max(1, len(pages) // most)
    for url, gold, path in pages[::step][:most]:
        yield url, gold, path.read_bytes()


def texts(folder: Path, most: int, misses: bool) -> None:
    gold = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    scores: dict[int, list[tuple[float, float]]] = {1: [], 4: []}
    for name, row in list(gold.items())[:most]:
        found = _prose((folder / "html" / f"{name}.html").read_bytes(), row["url"])
        for size, kept in scores.items():
            kept.append(_overlap(found, row["articleBody"], size))
        if misses and min(scores[1][-1]) < 0.8:
            print(f"precision {scores[1][-1][0]:.2f} recall {scores[1][-1][1]:.2f} {row['url']}")
    for size, kept in scores.items():
        precision = sum(p for p, _ in kept) / len(kept)
        recall = sum(r for _, r in kept) / len(kept)
        f1 = 2 * precision * recall / (precision + recall)
        scored = f"precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}"
        print(f"{len(kept)} pages, {size}-grams: {scored}")


def _prose(raw: bytes, url: str) -> str:
    try:
        read: Page = page(decoded(raw), url, Given(today=TODAY).today)
    except Exception as error:
        print(url, error)
        return ""
    layout = laid(read.text, read.marked)
    return "\n".join(b.inner(read.text) for b in layout.of(*PROSE))


def _overlap(found: str, gold: str, size: int) -> tuple[float, float]:
    """Precision and recall of one page's token n-grams as multisets."""
    ours, theirs = _grams(found, size), _grams(gold, size)
    both = (ours & theirs).total()
    return both / max(1, ours.total()), both / max(1, theirs.total())


def _grams(text: str, size: int) -> Counter[tuple[str, ...]]:
    tokens = re.findall(r"\w+", text)
    size = min(size, len(tokens)) or 1
    return Counter(tuple(tokens[i : i + size]) for i in range(len(tokens) - size + 1))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--dates", type=int, default=100)
    parser.add_argument("--texts", type=int, default=181)
    parser.add_argument("--misses", action="store_true")
    chosen = parser.parse_args()
    html = chosen.shared / "data" / "html"
    if not html.is_dir():
        sys.exit(
            f"{html} is not there: the data lies outside the repository; name it with --shared"
        )
    with tempfile.TemporaryDirectory() as folder:
        for name in ("htmldate", "scrapinghub"):
            with tarfile.open(html / f"{name}.tar.xz") as packed:
                packed.extractall(folder, filter="data")
        if chosen.dates:
            dates(Path(folder, "htmldate"), chosen.dates, chosen.misses)
        if chosen.texts:
            texts(Path(folder, "scrapinghub"), chosen.texts, chosen.misses)


if __name__ == "__main__":
    main()
