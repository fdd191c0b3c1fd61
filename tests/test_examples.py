import json
import re
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from onrecord.model import Manner

EXAMPLES = Path(__file__).parents[1] / "examples"
ARTICLES = sorted((EXAMPLES / "articles").iterdir())
GOLD: dict[str, Any] = json.loads((EXAMPLES / "gold.json").read_text(encoding="utf-8"))["articles"]
STATEMENTS = [
    pytest.param(article["text"], statement, id=f"{name[:2]}-{number}")
    for name, article in GOLD.items()
    for number, statement in enumerate(article["statements"], 1)
]


def test_there_are_at_least_twelve_examples_and_all_are_described() -> None:
    described = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert len(ARTICLES) >= 12
    assert [p.name for p in ARTICLES if f"| `{p.name}` |" not in described] == []


@pytest.mark.parametrize("name", GOLD)
def test_gold_has_the_text_of_the_example(name: str) -> None:
    assert (EXAMPLES / "articles" / name).read_bytes().decode("utf-8") == GOLD[name]["text"]


@pytest.mark.parametrize(("text", "statement"), STATEMENTS)
def test_every_content_of_the_gold_occurs_once_in_the_text(
    text: str, statement: dict[str, Any]
) -> None:
    assert [text.count(content) for content in statement["content"]] == [1] * len(
        statement["content"]
    )


@pytest.mark.parametrize(("text", "statement"), STATEMENTS)
def test_every_other_part_of_the_gold_occurs_in_the_text(
    text: str, statement: dict[str, Any]
) -> None:
    words = [statement.get(key) for key in ("source", "cue", "to", "where", "when")]
    assert [w for w in words if w is not None and w not in text] == []
    assert statement["kind"] in get_args(Manner)


def test_days_of_the_story_are_days_of_the_calendar() -> None:
    described = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    days = re.findall(r"^\| (\w+) (\d+) (September|October) \|", described, re.M)
    assert len(days) > 10
    for weekday, day, month in days:
        assert (
            date(2025, {"September": 9, "October": 10}[month], int(day)).strftime("%A") == weekday
        )


def test_example_with_debris_still_has_its_debris() -> None:
    raw = (EXAMPLES / "articles" / "11-brell-messenger-debris.txt").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == raw.count(b"\n") > 20
    assert "\u00a0" in raw.decode("utf-8")
