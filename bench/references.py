"""Articles that labelled files point into, found by reference.

A reference is a file and what names an article in it: ``wikinews_295:279`` (its number),
``current_events:2025-05-07`` (all items of a day), ``senate_5000:12``, ``polnear_dev:DOCUMENT``,
``polnear_train:DOCUMENT``, ``seeds:003`` (how the file's name begins). Offsets in labelled files
count the code points of the text given here, which ``ingest`` leaves as it is.
"""

from __future__ import annotations

import functools
import json
import lzma
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.judging import SHARED, texts
from onrecord.ingest import Given, from_text
from onrecord.model import Article

Found = tuple[str, str | None, str | None]  # text, day of publication, publisher


def articles(references: Iterable[str], shared: Path = SHARED) -> dict[str, Article]:
    """The articles by reference, each once; a reference that leads nowhere is a ``KeyError``."""
    wanted, found = sorted(set(references)), _found(shared)
    return {reference: _article(reference, *found[reference]) for reference in wanted}


def _article(reference: str, text: str, date: str | None, publisher: str | None) -> Article:
    article = from_text(text, reference, Given(published=date, publisher=publisher))
    if not isinstance(article, Article) or article.text != text:
        raise ValueError(f"{reference} does not come in as it stands: offsets would not hold")
    return article


@functools.cache
def _found(shared: Path) -> dict[str, Found]:
    plain = {name: (text, day, None) for file in texts(shared) for name, text, day in file}
    return {**plain, **dict(_polnear(shared)), **dict(_seeds(shared))}


def _polnear(shared: Path) -> Iterator[tuple[str, Found]]:
    for split in ("train", "dev"):
        path = shared / f"data/attribution/polnear_{split}.jsonl.xz"
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                yield f"polnear_{split}:{row['doc']}", (row["text"], row["date"], row["publisher"])


def _seeds(shared: Path) -> Iterator[tuple[str, Found]]:
    for path in sorted((shared / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        yield f"seeds:{path.name.split('_')[0]}", (text, None, None)
