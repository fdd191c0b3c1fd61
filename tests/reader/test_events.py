"""Events: marked-up sentences read by the shipped network, and what must hold for any article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.ingest import Given, from_text
from onrecord.model import Article, Reading
from onrecord.reader.network import OnnxNetwork
from onrecord.reader.pipeline import Reader
from tests.reader.happened import CASES, Case, cases, faults

FILES = sorted(p.name for p in Path(CASES).glob("*.txt") if p.name.startswith(("events", "plover")))


@pytest.fixture(scope="module")
def readings(network: OnnxNetwork) -> dict[str, tuple[Case, Reading]]:
    all_cases = [case for file in FILES for case in cases(file)]
    return {
        c.name: (c, r)
        for c, r in zip(all_cases, Reader(network).readings(_articles(all_cases)), strict=True)
    }


def _articles(all_cases: list[Case]) -> Iterator[Article]:
    for case in all_cases:
        found = from_text(case.text, case.name, Given(published=case.published))
        assert isinstance(found, Article), f"{case.name}: {found}"
        yield found


@pytest.mark.parametrize("name", [case.name for file in FILES for case in cases(file)])
def test_event_is_what_the_case_says(readings: dict[str, tuple[Case, Reading]], name: str) -> None:
    case, reading = readings[name]
    assert case.text in reading.article.text
    assert faults(case, reading) == []
