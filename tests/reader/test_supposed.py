"""What was only asked about, hoped for or supposed, and what else nobody said."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from onrecord.model import Article, Reading, identify
from onrecord.reader.network import OnnxNetwork
from onrecord.reader.pipeline import Reader

CASES = Path(__file__).parent / "cases" / "unsaid.txt"


@cache
def cases() -> dict[str, list[str]]:
    """The texts and what is said in each: ``source | content``, ``not`` before what is denied."""
    found: dict[str, list[str]] = {}
    text = ""
    for line in CASES.read_text("utf-8").splitlines():
        if line.startswith(" "):
            found[text].append(line.strip())
        elif line and not line.startswith("#"):
            text = line.replace(" ¶ ", "\n\n").replace(" ¬ ", "\n")
            found[text] = []
    return found


@pytest.fixture(scope="module")
def read(network: OnnxNetwork) -> dict[str, Reading]:
    made = (Article(id=identify("art", t), input="case", text=t) for t in cases())
    return {r.article.text: r for r in Reader(network).readings(made)}


def told(reading: Reading) -> Iterator[str]:
    for s in reading.statements:
        content = " | ".join(piece.text for piece in s.content)
        yield f"{'not ' if s.negated else ''}{s.who} | {content}"


@pytest.mark.parametrize("text", cases())
def test_only_what_was_said_is_a_statement(text: str, read: dict[str, Reading]) -> None:
    assert list(told(read[text])) == cases()[text]
