"""How well dates are found and resolved: GUM's documents, with an article date of their own.

``python bench/dates.py [--shared ../shared] [--split dev] [--genre all] [--misses]`` prints the
figures of ``figures``: precision, recall and F1 of the spans, where an overlap counts (``relaxed``)
and where only the same characters do (``exact``), and how many of all annotated spans get the
annotators' value from ``onrecord.calendar`` with the document's date as anchor (``value``).

What counts as predicted: every expression that ``onrecord.calendar.expressions`` gives but clock
times, which GUM marks apart (``kind: time``) and which are left out on both sides. Durations ("for
three weeks") and sets ("every Monday") are no expressions to the product, so none are predicted,
and what GUM annotates of them counts as missed. What stays unresolved on purpose ("the fifth week
of the war") counts as predicted. A gold span that only the end of a range overlaps ("1914–1918" is
two in GUM) is compared with that end.

A value is right if it can mean the same days. ``from``/``to`` and ``notBefore``/``notAfter`` are
the first and last day, and a day more or less is allowed at the ends of a stretch ("this week"
begins on Sunday or Monday; "the past 30 days" includes today or not). EDTF's seasons are the
annotators' months ("from June to September" for a summer). Years before Christ are compared as they
are spoken: GUM writes 776 BC as -0776, ISO 8601 as -0775.

``value_dated`` leaves out the documents in which the annotators' own "today" is another day than
the document's date (``GUM_vlog_radiology``: a year later): no reader of that date can be right
there.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from onrecord.calendar import (
    DateExpression,
    bounds,
    expressions,
    points_forward,
    references,
    resolve,
)

Gold = tuple[int, int, dict[str, str]]
SEASONS = {"03": "21", "06": "22", "09": "23", "12": "24"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One annotated span: the words, the gold value, and what the calendar makes of them."""

    words: str
    value: dict[str, str]
    edtf: str | None
    found: bool
    exact: bool

    @property
    def right(self) -> bool:
        return self.found and right(self.edtf, self.value)


def documents(path: Path, genre: str = "all") -> Iterator[dict[str, Any]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            if genre in ("all", document["genre"]):
                yield document


def right(edtf: str | None, value: dict[str, str]) -> bool:
    """Whether the string says what the annotators say."""
    if "when" in value:
        return edtf is not None and _same(edtf, value["when"].split("T")[0])
    low, high = (
        value.get("from") or value.get("notBefore"),
        value.get("to") or value.get("notAfter"),
    )
    if edtf and re.fullmatch(r"[\dX]{4}-2[1-4]", edtf) and low and high:
        return _season(edtf, low)
    if edtf and low and not high and low.startswith("-0"):
        return _same(edtf.split("/")[0], low)
    first, last = bounds(low)[0], bounds(high)[1]
    found = bounds(edtf)
    return (
        (first or last) is not None
        and (first is None or near(found[0], first))
        and (last is None or near(found[1], last))
    )


def _same(edtf: str, when: str) -> bool:
    if when.startswith("--"):
        return edtf == f"XXXX{when[1:]}"
    if re.fullmatch(r"-?\d{3,4}", when):
        return edtf.rstrip("~?%") == _iso_year(int(when))
    return edtf.rstrip("~?%") == when or bounds(edtf) == bounds(when) != (None, None)


def _iso_year(spoken: int) -> str:
    """GUM's -0776 is 776 BC, the year -0775 of ISO 8601."""
    return f"{spoken:04}" if spoken > 0 else f"-{-spoken - 1:04}"


def _season(edtf: str, low: str) -> bool:
    """A season, which GUM gives as its first month and its last or the one after."""
    year, month = ("XXXX", low[2:4]) if low.startswith("--") else (low[:4], low[5:7])
    return edtf == f"{year}-{SEASONS.get(month)}"


def near(found: date | None, wanted: date) -> bool:
    return found is not None and abs(found - wanted) <= timedelta(1)


def predicted(document: dict[str, Any]) -> list[tuple[DateExpression, str | None]]:
    """Every expression that counts, with its reference."""
    text = document["text"]
    found = expressions(text)
    counted = references(text, found, document["published"])
    return [(e, r) for e, r in zip(found, counted, strict=True) if e.kind != "clock"]


def golds(document: dict[str, Any]) -> list[Gold]:
    return [(s, e, v) for s, e, v in document["dates"] if v.get("kind") != "time"]


def verdicts(document: dict[str, Any]) -> Iterator[Verdict]:
    """What becomes of each annotated span."""
    text, found = document["text"], predicted(document)
    for start, end, value in golds(document):
        over = [p for p in found if p[0].start < end and start < p[0].end]
        if not over:
            yield Verdict(text[start:end], value, None, False, False)
            continue
        one, reference = max(over, key=lambda p: min(p[0].end, end) - max(p[0].start, start))
        exact = (one.start, one.end) == (start, end)
        if one.until and one.until.start <= start:
            one = one.until
        forward = points_forward(text, one.start, one.end) or None
        edtf = resolve(one, document["published"], forward, None, reference).edtf
        if one.until and (end <= one.until.start):
            edtf = edtf and edtf.split("/")[0]
        yield Verdict(text[start:end], value, edtf, True, exact)


def spurious(document: dict[str, Any]) -> Iterator[DateExpression]:
    """What is predicted where nothing is annotated."""
    gold = golds(document)
    for one, _ in predicted(document):
        if not any(s < one.end and one.start < e for s, e, _ in gold):
            yield one


def misdated(document: dict[str, Any]) -> bool:
    """Whether the annotators' "today" is not the document's date."""
    days = {v["when"][:10] for w, v in _now(document) if w == "today" and "when" in v}
    return bool(days - {document["published"]})


def _now(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    for start, end, value in golds(document):
        yield document["text"][start:end].lower(), value


def figures(path: Path, genre: str = "all") -> dict[str, float]:
    """Extent precision, recall and F1, relaxed and exact, and the share of values that are right:
    per cent."""
    every, dated_ones, extra = [], [], 0
    for document in documents(path, genre):
        judged = list(verdicts(document))
        every += judged
        dated_ones += [] if misdated(document) else judged
        extra += len(list(spurious(document)))
    found, exact = sum(v.found for v in every), sum(v.exact for v in every)
    return {
        **_prf("relaxed", found, len(every), extra + found),
        **_prf("exact", exact, len(every), extra + found),
        "value": _share(sum(v.right for v in every), len(every)),
        "value_found": _share(sum(v.right for v in every), found),
        "value_dated": _share(sum(v.right for v in dated_ones), len(dated_ones)),
    }


def _prf(name: str, hit: int, gold: int, predicted: int) -> dict[str, float]:
    return {
        f"{name}_p": _share(hit, predicted),
        f"{name}_r": _share(hit, gold),
        f"{name}_f1": _share(2 * hit, gold + predicted),
    }


def _share(part: int, whole: int) -> float:
    return round(100 * part / max(1, whole), 1)


def misses(document: dict[str, Any]) -> Iterator[str]:
    """A line for every span that is not found, is wrong, or is annotated nowhere."""
    text, name = document["text"], f"{document['doc']} {document['published']}"
    for verdict in verdicts(document):
        if not verdict.right:
            kind = "wrong" if verdict.found else "not found"
            yield f"{name} {kind} {verdict.words!r} {verdict.value} {verdict.edtf}"
    for one in spurious(document):
        around = text[max(0, one.start - 25) : one.start], text[one.end : one.end + 25]
        yield f"{name} extra {one.kind} {around[0]!r} [{text[one.start : one.end]}] {around[1]!r}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--split", choices=("train", "dev"), default="dev")
    parser.add_argument("--genre", default="all")
    parser.add_argument("--misses", action="store_true")
    chosen = parser.parse_args()
    path = chosen.shared / "data" / "dates" / f"gum_{chosen.split}.jsonl.xz"
    if not path.exists():
        sys.exit(
            f"{path} is not there: the data lies outside the repository; name it with --shared"
        )
    if chosen.misses:
        for document in documents(path, chosen.genre):
            print(*misses(document), sep="\n")
    for name, figure in figures(path, chosen.genre).items():
        print(f"{name:12} {figure:5.1f}")


if __name__ == "__main__":
    main()
