"""Events on the seeds and the examples: how many of the main ones, listed by hand, are found.

A gold event is found where one event has its action and status, its actor among the actors (or
none, where gold names none) and a trigger that touches the gold trigger's words. An actor counts
if it is named as the gold actor's own ("Hamas-led militants" for Hamas, "Israeli ground troops" for
the Israeli army); ``recall_strict`` asks for the same name. One event may answer two gold ones:
gold counts "met with A and B" twice. ``python -m bench.events --show`` says
what was missed, and what stands there instead; ``--examples`` takes the invented articles in
``examples`` in place of the seeds. Gold lists main events only, so precision is not had from it:
see ``bench/judging.py``.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.scripts import script
from onrecord.ingest import Given, articles
from onrecord.lexicon.countries import ADJECTIVES
from onrecord.model import Article, Event, Party, Reading
from onrecord.reader.pipeline import Reader

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True, slots=True)
class Judged:
    """Articles with gold events, and the script that knows when two names mean the same."""

    gold: Path
    articles: Path
    judge: Path


def seeds(reader: Reader, shared: Path) -> dict[str, float]:
    """Recall of the seeds' gold events."""
    return recall(reader, of_seeds(shared))


def examples(reader: Reader, shared: Path = SHARED) -> dict[str, float]:
    """Recall of the gold events of ``examples``; ``shared`` has the judge."""
    return recall(reader, of_examples(shared))


def of_seeds(shared: Path) -> Judged:
    folder = shared / "seeds"
    return Judged(folder / "gold.json", folder, shared / "eval/score_reading.py")


def of_examples(shared: Path) -> Judged:
    folder = ROOT / "examples"
    return Judged(folder / "gold.json", folder / "articles", shared / "eval/score_reading.py")


def recall(reader: Reader, judged: Judged) -> dict[str, float]:
    """Recall of the gold events: by action and trigger, with the actor, with the status too."""
    rows = [row for _, rows in answered(reader, judged) for row in rows]
    count = max(1, len(rows))
    return {
        "triggers": round(100 * sum(r["trigger"] for r in rows) / count, 1),
        "actors": round(100 * sum(r["actor"] for r in rows) / count, 1),
        "recall": round(100 * sum(r["status"] for r in rows) / count, 1),
        "recall_strict": round(100 * sum(r["strict"] for r in rows) / count, 1),
    }


def answered(reader: Reader, judged: Judged) -> Iterator[tuple[Reading, list[dict[str, Any]]]]:
    """Every article's reading, and for every gold event how much of it is right."""
    judge = script(judged.judge)
    gold = json.loads(judged.gold.read_text(encoding="utf-8"))["articles"]
    paths = [judged.articles / name for name in sorted(gold)]
    found = [a for a in articles(paths, Given()) if isinstance(a, Article)]
    for reading in reader.readings(found):
        wanted = gold[Path(reading.article.input).name]["events"]
        yield reading, list(_answers(judge, reading, wanted))


def _answers(
    judge: ModuleType, reading: Reading, wanted: list[dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    for gold in wanted:
        near = [e for e in reading.events if _touches(reading, e, gold)]
        ranked = sorted(near, key=lambda e: _rightness(judge, e, gold), reverse=True)
        best = _rightness(judge, ranked[0], gold) if ranked else (False, False, False, False)
        yield {
            "gold": gold,
            "near": ranked[:2],
            "trigger": best[0],
            "actor": best[1],
            "status": best[2],
            "strict": best[3],
        }


def _rightness(judge: ModuleType, event: Event, gold: dict[str, Any]) -> tuple[bool, ...]:
    """Whether the action, the actor, and the status are right too; and with the same name."""
    action = event.action == gold["action"]
    same = action and _names(judge, event.actors, gold["actor"], whose=False)
    actor = same or (action and _names(judge, event.actors, gold["actor"], whose=True))
    status = event.status == gold["status"]
    return action, actor, actor and status, same and status


def _names(judge: ModuleType, parties: tuple[Party, ...], wanted: str | None, whose: bool) -> bool:
    if not wanted:
        return not parties
    return any(judge.same_who(wanted, _country(p.who) if whose else p.who, whose) for p in parties)


def _country(who: str) -> str:
    """A name with its nationalities as countries: "Israel ground troops"."""
    return " ".join(ADJECTIVES.get(word, word) for word in who.split())


def _touches(reading: Reading, event: Event, gold: dict[str, Any]) -> bool:
    places = re.finditer(re.escape(gold["trigger"]), reading.article.text)
    return any(m.start() < event.trigger.end and event.trigger.start < m.end() for m in places)


def shown(reading: Reading, rows: list[dict[str, Any]]) -> Iterator[str]:
    """What was missed in an article, and what stands there instead."""
    yield f"{reading.article.input}: {len(reading.events)} events"
    for row in (r for r in rows if not r["status"]):
        gold = row["gold"]
        what = "trigger" if not row["trigger"] else "actor" if not row["actor"] else "status"
        asked = f"{gold['action']} {gold['trigger']!r} {gold['actor']} {gold['status']}"
        yield f"  wrong {what}: {asked}"
        yield from (f"    there: {_told(e)}" for e in row["near"])
        if not row["near"]:
            yield "    there: nothing"


def _told(event: Event) -> str:
    actors = ", ".join(p.who for p in event.actors) or None
    return f"{event.action} {event.trigger.text!r} {actors} {event.status}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--shared", type=Path, default=SHARED)
    arguments.add_argument("--examples", action="store_true")
    arguments.add_argument("--show", action="store_true")
    args = arguments.parse_args()
    judged = of_examples(args.shared) if args.examples else of_seeds(args.shared)
    reader = Reader.load()
    for reading, rows in answered(reader, judged) if args.show else ():
        print("\n".join(shown(reading, rows)))
    print(json.dumps(recall(reader, judged)))


if __name__ == "__main__":
    main()
