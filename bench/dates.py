"""How well dates in news are found and resolved: GUM's documents with an article date of their
own.

``python bench/dates.py [--shared ../shared] [--split dev] [--genre news] [--misses]`` prints how
many annotated spans an expression overlaps, and of those (and of all) how many get the
annotators' value from ``onrecord.calendar`` with the document's date as anchor. ``from``/``to``
and ``notBefore``/ ``notAfter`` count as the first and last day of what the EDTF string can mean.
"""

from __future__ import annotations

import argparse
import json
import lzma
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from onrecord.calendar import bounds, expressions, points_forward, resolve


def documents(path: Path, genre: str) -> Iterator[dict[str, Any]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            if genre == "all" or document["genre"] == genre:
                yield document


def right(edtf: str | None, value: dict[str, str]) -> bool:
    """Whether the string says what the annotators say."""
    if "when" in value:
        when = value["when"].split("T")[0]
        return edtf is not None and (edtf.rstrip("~?%") == when or bounds(edtf) == bounds(when))
    first = bounds(value.get("from") or value.get("notBefore"))[0]
    last = bounds(value.get("to") or value.get("notAfter"))[1]
    found = bounds(edtf)
    return found[1 if first is None else 0] == (first or last) and (
        last is None or near(found[1], last)
    )


def near(found: date | None, last: date) -> bool:
    return found is not None and abs(found - last) <= timedelta(1)


def verdicts(document: dict[str, Any]) -> Iterator[tuple[str, str, Any, str | None]]:
    """(verdict, words, gold value, EDTF) for each annotated span."""
    text, found = document["text"], expressions(document["text"])
    for start, end, value in document["dates"]:
        if value.get("kind") == "time":
            continue
        over = [e for e in found if e.start < end and start < e.end and e.kind != "clock"]
        if not over:
            yield "not found", text[start:end], value, None
            continue
        one = max(over, key=lambda e: min(e.end, end) - max(e.start, start))
        forward = points_forward(text, one.start, one.end) or None
        edtf = resolve(one, document["published"], forward).edtf
        yield "right" if right(edtf, value) else "wrong", text[start:end], value, edtf


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--split", choices=("train", "dev"), default="dev")
    parser.add_argument("--genre", default="news")
    parser.add_argument("--misses", action="store_true")
    chosen = parser.parse_args()
    path = chosen.shared / "data" / "dates" / f"gum_{chosen.split}.jsonl.xz"
    if not path.exists():
        sys.exit(
            f"{path} is not there: the data lies outside the repository; name it with --shared"
        )
    counted: Counter[str] = Counter()
    for document in documents(path, chosen.genre):
        for verdict, words, value, edtf in verdicts(document):
            counted[verdict] += 1
            if chosen.misses and verdict != "right":
                print(document["doc"], document["published"], verdict, repr(words), value, edtf)
    total = counted.total()
    found = counted["right"] + counted["wrong"]
    print(f"{chosen.split} {chosen.genre}: {total} spans, {found / total:.1%} found,")
    print(f"{counted['right'] / found:.1%} of those right, {counted['right'] / total:.1%} of all")


if __name__ == "__main__":
    main()
