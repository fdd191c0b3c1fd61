"""Figures: how many of what, what was done to them, and according to whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.lang.en import English

from onrecord.model import Article, Figure, Part, identify
from onrecord.reader.entities import cast
from onrecord.reader.figures import figures
from onrecord.reader.figures.numbers import numbers
from onrecord.reader.figures.units import quantities
from onrecord.reader.labels import Labelled
from onrecord.reader.nested import with_inner
from onrecord.reader.pipeline import Reader
from onrecord.reader.quotes import quotations
from onrecord.reader.statements import statements

CASES = Path(__file__).parent / "cases" / "figures.txt"


@dataclass(frozen=True, slots=True)
class Case:
    """A text, the words of its figures, and what is expected of each: (number, field, value)."""

    name: str
    text: str
    marked: tuple[str, ...]
    expected: tuple[tuple[int, str, str], ...]


def _case(name: str, block: list[str]) -> Case:
    line = " ".join(b for b in block if not b.startswith(" "))
    expected = []
    for wanted in (b for b in block if b.startswith(" ")):
        number, fields = wanted.split(None, 1)
        expected += [(int(number), *f.strip().split(" ", 1)) for f in fields.split("|")]
    marked = tuple(re.findall(r"\[(.*?)\]", line))
    return Case(name, re.sub(r"[\[\]]", "", line), marked, tuple(expected))  # type: ignore[arg-type]


@cache
def cases() -> tuple[Case, ...]:
    made, block = [], list[str]()
    lines = [*enumerate(CASES.read_text("utf-8").splitlines(), 1), (0, "")]
    for number, line in lines:
        if line.strip() and not line.startswith("#"):
            block.append(line)
        elif block:
            made.append(_case(f"figures.txt:{number - len(block)}", block))
            block = []
    return tuple(made)


def article(text: str, parts: tuple[Part, ...] = ()) -> Article:
    return Article(id=identify("art", text), input="case", text=text, parts=parts)


def found(one: Article, labelled: Labelled) -> tuple[Figure, ...]:
    nested = with_inner(labelled)
    who = cast(nested, one)
    return figures(nested, who, statements(nested, who, one), one)


@pytest.fixture(scope="module")
def read() -> dict[str, tuple[Figure, ...]]:
    """The figures of every case, read in one run."""
    labelled = Reader.load().labelled(article(c.text) for c in cases())
    return {one.text: found(one, labels) for one, labels in labelled}


def shown(figure: Figure, field: str) -> str:
    told = figure.according_to
    value = (
        {
            "who": told.who if told else None,
            "said": ("yes" if told.statement else "no") if told else None,
            "of": figure.of.text if figure.of else None,
            "place": figure.place.name if figure.place else None,
            "as_of": figure.as_of.edtf,
        }.get(field)
        if field in ("who", "said", "of", "place", "as_of")
        else getattr(figure, field)
    )
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    return "-" if value is None else str(value)


@pytest.mark.parametrize("case", cases(), ids=lambda c: c.name)
def test_figures_are_those_the_case_marks(case: Case, read: dict[str, tuple[Figure, ...]]) -> None:
    got = read[case.text]
    assert tuple(f.passage.text for f in got) == case.marked
    for number, field, value in case.expected:
        assert shown(got[number - 1], field) == value, (number, field)
