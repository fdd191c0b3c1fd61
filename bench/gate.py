"""The quality gate: ``make bench`` measures the shipped reader and refuses to get worse.

Floors and measured values are in ``bench/floors.json`` with the digests of the data and of the
model they were measured with. A figure below its floor fails; ``--raise`` writes new measurements
and lifts floors, never lowers one; ``--lower NAME --why "…"`` is the one way down, and leaves the
reason in the file.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench import dates, events, factuality, judging, linking, parsing, speed
from bench.attribution import predictions
from bench.scripts import script
from onrecord import exchange
from onrecord.ingest import Given, articles
from onrecord.model import Article
from onrecord.reader.pipeline import Reader

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
SLACK = 0.3  # points below the measured value that still pass: 8-bit sums differ by machine

# What others reach, for comparison beside the figures; see the issue and score_attribution.py.
COMPARISONS = {
    "polnear.AR-0.5": "people 73.1; Citron retrained 55.8; GGT rules 38.3; textacy 14.1",
    "polnear.source": "people 78.4; best published (BERT-base, test part) 83.2",
    "polnear.cue": "people 70.9; best published (BERT-base, test part) 75.3",
    "polnear.content": "people 69.0; best published (BERT-base, test part) 72.9",
    "seeds.statement": "Citron 41.9; GGT 29.3",
    "ewt.las": "XLM-R base 89.4",
    "pronouns.gap_f1": "Parallelism 66.9, with the page's title 70.6; BERT-base about 82",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """A group of figures and how they are had."""

    name: str
    figures: Callable[[Reader, Path], dict[str, float]]
    needs_shared: bool = True


def polnear(reader: Reader, shared: Path) -> dict[str, float]:
    return _attribution(reader, shared, "statements")


def polnear_outermost(reader: Reader, shared: Path) -> dict[str, float]:
    return _attribution(reader, shared, "outermost")


def polnear_network(reader: Reader, shared: Path) -> dict[str, float]:
    return _attribution(reader, shared, "network")


def _attribution(reader: Reader, shared: Path, kind: str) -> dict[str, float]:
    """F1 of everything ``score_attribution.py`` counts."""
    judge = script(shared / "eval/score_attribution.py")
    data = shared / "data/attribution"
    with tempfile.TemporaryDirectory() as folder, tarfile.open(data / "polnear_dev.tar.xz") as gold:
        gold.extractall(folder, filter="data")
        wanted = judge.read_gold(os.path.join(folder, "polnear_dev"))
    found = {
        str(row["doc"]): row["statements"]
        for row in predictions(reader, data / "polnear_dev.jsonl.xz", kind)
    }
    rows = [
        judge.score_article(text, gold, found.get(doc, []))
        for doc, (text, gold) in sorted(wanted.items())
    ]
    return {k: round(100 * judge.prf(*v)[2], 1) for k, v in judge.total(rows).items()}


def seeds(reader: Reader, shared: Path) -> dict[str, float]:
    return _readings(
        reader, shared, sorted((shared / "seeds").glob("*.txt")), shared / "seeds/gold.json"
    )


def examples(reader: Reader, shared: Path) -> dict[str, float]:
    folder = HERE.parent / "examples"
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["articles"]
    paths = [folder / "articles" / name for name in sorted(gold)]
    return _readings(reader, shared, paths, folder / "gold.json")


def _readings(reader: Reader, shared: Path, paths: Iterable[Path], gold: Path) -> dict[str, float]:
    judge = script(shared / "eval/score_reading.py")
    wanted = json.loads(gold.read_text(encoding="utf-8"))["articles"]
    totals: dict[str, int] = {}
    found = (a for a in articles(list(paths), Given()) if isinstance(a, Article))
    for reading in reader.readings(found):
        name = Path(reading.article.input).name
        plain = json.loads(exchange.line(reading))
        for key, count in judge.score(name, wanted[name], plain, False).items():
            totals[key] = totals.get(key, 0) + count
    return {
        "content": _f1(totals["content"], totals["g"], totals["p"]),
        "statement": _f1(totals["who"], totals["g"], totals["p"]),
        **{
            k: round(100 * totals[k] / max(1, totals["who"]), 1)
            for k in ("manner", "unnamed", "via")
        },
        **_figures(totals),
    }


def _figures(totals: dict[str, int]) -> dict[str, float]:
    """Figures found, and of those the right source and qualifier; nothing without gold ones."""
    if not totals["fg"]:
        return {}
    return {
        "figures": _f1(totals["figure"], totals["fg"], totals["fp"]),
        "figures_according_to": round(100 * totals["accto"] / max(1, totals["figure"]), 1),
        "figures_qualifier": round(100 * totals["qual"] / max(1, totals["figure"]), 1),
    }


def _f1(hit: int, gold: int, found: int) -> float:
    return round(200 * hit / max(1, gold + found), 1)


def ewt(reader: Reader, shared: Path) -> dict[str, float]:
    return parsing.parsing(reader.network, shared / "data/parse/ewt_dev.conllu.xz")


def gum(reader: Reader, shared: Path) -> dict[str, float]:
    return parsing.parsing(reader.network, shared / "data/parse/gum_dev.conllu.xz")


def uner(reader: Reader, shared: Path) -> dict[str, float]:
    return parsing.names(reader.network, shared / "data/ner/uner_ewt_dev.jsonl.xz")


def gum_dates(_: Reader, shared: Path) -> dict[str, float]:
    return dates.figures(shared / "data/dates/gum_dev.jsonl.xz")


def happened(reader: Reader, shared: Path) -> dict[str, float]:
    found = factuality.figures(reader, shared / "data/factuality/ewt_dev.jsonl.xz")
    return {"r_percent": round(100 * found["pearson"], 1), "mae": found["mae"]}


def judged(*_: object) -> dict[str, float]:
    """What a person said of the events drawn last; it changes only when they are judged anew."""
    return judging.judged()


def fast(reader: Reader, shared: Path) -> dict[str, float]:
    return {**speed.speed(), "first_line_seconds": speed.first_line(), "memory_mb": speed.memory()}


MEASURES = (
    Measure("polnear", polnear),
    Measure("polnear_outermost", polnear_outermost),
    Measure("polnear_network", polnear_network),
    Measure("seeds", seeds),
    Measure("examples", examples),
    Measure("events", events.seeds),
    Measure("events_examples", events.examples),
    Measure("judged", judged, needs_shared=False),
    Measure("dates", gum_dates),
    Measure("factuality", happened),
    Measure("ewt", ewt),
    Measure("gum", gum),
    Measure("uner", uner),
    Measure("copies", linking.senate),
    Measure("people", linking.persons),
    Measure("utterances", linking.occasions),
    Measure("tellings", linking.tellings),
    Measure("pronouns", linking.pronouns),
    Measure("speed", fast, needs_shared=False),
)
# Printed, never pinned: machines are noisy, an error is better when lower, a number is no score.
UNPINNED = ("speed", "factuality.mae", "judged.events")


def measured(reader: Reader, shared: Path, wanted: set[str]) -> dict[str, float]:
    """Every figure that can be had here, named ``group.figure``."""
    found: dict[str, float] = {}
    for measure in MEASURES:
        if wanted and measure.name not in wanted:
            continue
        if measure.needs_shared and not shared.is_dir():
            print(f"{measure.name}: not measured, {shared} is not there", file=sys.stderr)
            continue
        figures = measure.figures(reader, shared)
        found |= {f"{measure.name}.{k}": v for k, v in figures.items()}
    return found


def data_digest(shared: Path) -> str:
    """A digest of everything the gate judges by."""
    digest = hashlib.sha256()
    judged = (
        "data/attribution/polnear_dev.*",
        "data/parse/*_dev*",
        "data/ner/uner_ewt_dev*",
        "data/dates/gum_dev*",
        "data/factuality/ewt_dev*",
        "data/copies/*",
        "data/coref/gap_validation*",
        "data/coref/gum_dev*",
        "seeds/*",
        "eval/*",
    )
    found = [p for pattern in judged for p in shared.glob(pattern) if p.is_file()]
    for path in (*sorted(found), *sorted(HERE.glob("*.tsv"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def failing(found: dict[str, float], floors: dict[str, float]) -> list[str]:
    return [
        f"{name} is {found[name]}, its floor {floor}"
        for name, floor in sorted(floors.items())
        if name in found and found[name] < floor
    ]


def raised(kept: dict, found: dict[str, float]) -> dict[str, float]:
    """New floors: what was measured less the slack, never under the old ones."""
    floors = dict(kept.get("floors", {}))
    for name, value in found.items():
        if name not in UNPINNED and name.split(".")[0] not in UNPINNED:
            floors[name] = max(floors.get(name, 0.0), round(value - SLACK, 1))
    return floors


def show(found: dict[str, float], floors: dict[str, float], console: Console) -> None:
    table = Table("figure", "measured", "floor", "for comparison", title="onrecord on the dev sets")
    for name, value in found.items():
        low = name in floors and value < floors[name]
        table.add_row(
            name,
            f"[red]{value}[/]" if low else str(value),
            str(floors.get(name, "–")),
            COMPARISONS.get(name, ""),
        )
    console.print(table)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("groups", nargs="*", help="only these groups of figures")
    arguments.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    arguments.add_argument("--raise", dest="lift", action="store_true")
    arguments.add_argument("--lower", metavar="NAME")
    arguments.add_argument("--why", default="")
    args = arguments.parse_args()
    kept = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    reader = Reader.load()
    found = measured(reader, args.shared, set(args.groups))
    show(found, kept.get("floors", {}), Console(width=120))
    if args.lower:
        return _lower(kept, args.lower, args.why, found)
    failures = failing(found, kept.get("floors", {}))
    for failure in failures:
        print(failure, file=sys.stderr)
    if args.lift:
        digest = data_digest(args.shared) if args.shared.is_dir() else kept.get("data")
        kept |= {"model": reader.name, "data": digest, "floors": raised(kept, found)}
        kept["measured"] = kept.get("measured", {}) | found
        FLOORS.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n")
    return 1 if failures else 0


def _lower(kept: dict, name: str, why: str, found: dict[str, float]) -> int:
    if not why or name not in found:
        print("lowering a floor takes its NAME and --why", file=sys.stderr)
        return 2
    step = {"from": kept["floors"].get(name), "to": round(found[name] - SLACK, 1), "why": why}
    kept.setdefault("lowered", []).append({"name": name, **step})
    kept["floors"][name] = step["to"]
    FLOORS.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
