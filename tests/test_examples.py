import json
import re
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from onrecord.model import Manner, Status
from onrecord.plover import MODES

EXAMPLES = Path(__file__).parents[1] / "examples"
ARTICLES = sorted((EXAMPLES / "articles").iterdir())
GOLD: dict[str, Any] = json.loads((EXAMPLES / "gold.json").read_text(encoding="utf-8"))["articles"]
STATEMENTS = [
    pytest.param(article["text"], statement, id=f"{name[:2]}-{number}")
    for name, article in GOLD.items()
    for number, statement in enumerate(article["statements"], 1)
]
FIGURES, EVENTS = (
    [
        pytest.param(article["text"], entry, id=f"{name[:2]}-{number}")
        for name, article in GOLD.items()
        for number, entry in enumerate(article[kind], 1)
    ]
    for kind in ("figures", "events")
)


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


@pytest.mark.parametrize(("text", "figure"), FIGURES)
def test_every_figure_of_the_gold_stands_in_the_text_at_one_place(
    text: str, figure: dict[str, Any]
) -> None:
    if "start" in figure:
        assert text[figure["start"] : figure["end"]] == figure["text"]
    else:
        assert text.count(figure["text"]) == 1


@pytest.mark.parametrize(("text", "figure"), FIGURES)
def test_qualifier_of_a_gold_figure_is_in_its_words(text: str, figure: dict[str, Any]) -> None:
    assert (figure["qualifier"] or "").lower() in figure["text"].lower()
    assert figure["of"]


@pytest.mark.parametrize("name", GOLD)
def test_ignored_numbers_stand_where_the_gold_says(name: str) -> None:
    text = GOLD[name]["text"]
    ignored = GOLD[name]["numbers_ignored"]
    assert [words for words, at in ignored if text[at : at + len(words)] != words] == []


@pytest.mark.parametrize("name", GOLD)
def test_every_number_in_digits_is_a_gold_figure_or_ignored(name: str) -> None:
    text, article = GOLD[name]["text"], GOLD[name]
    places = [(at, at + len(words)) for words, at in article["numbers_ignored"]]
    for figure in article["figures"]:
        start = figure.get("start", text.find(figure["text"]))
        places.append((start, start + len(figure["text"])))
    digits = [m.start() for m in re.finditer(r"\d[\d,]*", text)]
    assert [text[d - 20 : d + 20] for d in digits if not any(a <= d < b for a, b in places)] == []


@pytest.mark.parametrize(("text", "event"), EVENTS)
def test_every_event_of_the_gold_has_its_trigger_once_in_the_text(
    text: str, event: dict[str, Any]
) -> None:
    assert text.count(event["trigger"]) == 1
    assert event["when"] is None or event["when"] in text
    assert event["action"] in MODES
    assert event["status"] in get_args(Status)


@pytest.mark.parametrize("name", GOLD)
def test_gold_lists_six_to_twelve_events_an_article(name: str) -> None:
    assert 6 <= len(GOLD[name]["events"]) <= 12


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
