"""Figures: how many of what, what was done to them, and according to whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Article, Figure, Part, identify
from onrecord.reader.entities import cast
from onrecord.reader.figures import figures, qualifiers
from onrecord.reader.figures.numbers import numbers
from onrecord.reader.figures.units import quantities
from onrecord.reader.labels import Labelled
from onrecord.reader.nested import with_inner
from onrecord.reader.network import OnnxNetwork
from onrecord.reader.pipeline import Reader
from onrecord.reader.quotes import quotations
from onrecord.reader.scene import Scene
from onrecord.reader.statements import statements

ENGLISH = spacy.blank("en")
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
    line = line.replace(" ¶ ", "\n\n").replace(" ¬ ", "\n")
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
    return figures(Scene.of(nested, who, statements(nested, who, one), one))


@pytest.fixture(scope="module")
def read(network: OnnxNetwork) -> dict[str, tuple[Figure, ...]]:
    """The figures of every case, read in one run."""
    labelled = Reader(network).labelled(article(c.text) for c in cases())
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


# --- numbers, units and qualifiers on their own ---------------------------------------------------


def read_numbers(text: str) -> list[tuple[str, float | None, float | None]]:
    return [(text[n.start : n.end], n.low, n.high) for n in numbers(text)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("three hundred and five", 305, 305),
        ("twenty-one thousand five hundred", 21_500, 21_500),
        ("two and a half million", 2_500_000, 2_500_000),
        ("2½", 2.5, 2.5),
        ("32,000", 32_000, 32_000),
        ("2.5bn", 2.5e9, 2.5e9),
        ("1.5-million", 1_500_000, 1_500_000),
        ("2 lakh crore", 2e12, 2e12),
        ("half a dozen", 6, 6),
        ("a dozen", 12, 12),
        ("a quarter of a million", 250_000, 250_000),
        ("dozens", 12, None),
        ("hundreds of thousands", 100_000, None),
        ("several thousand", 2_000, None),
        ("a couple hundred thousand", 200_000, None),
        ("two-thirds", 2 / 3, 2 / 3),
        ("nine out of 10", 0.9, 0.9),
        ("between 30 and 40", 30, 40),
        ("two to three million", 2_000_000, 3_000_000),
        ("10-15", 10, 15),
        ("two or three", 2, 3),
        ("zero", 0, 0),
    ],
)
def test_number_words_and_figures_say_the_same(text: str, low: float, high: float | None) -> None:
    ((words, least, most),) = read_numbers(f"They saw {text} doctors.")
    assert words == text
    assert least == pytest.approx(low, rel=1e-6)
    assert most == (None if high is None else pytest.approx(high, rel=1e-6))


@pytest.mark.parametrize(
    "text",
    ["the F-16", "COVID-19", "the 25th", "at 10:30", "9/11", "v1.2.3", "a third term", "MH17",
     "the scores were level", "#4", "the first half", "Section 3(b)2x"],
)  # fmt: skip
def test_names_ordinals_and_times_hold_no_numbers(text: str) -> None:
    kept = [words for words, _, _ in read_numbers(text) if words not in ("3",)]
    assert kept == []


def test_rise_from_one_number_to_another_is_two_numbers() -> None:
    assert [low for _, low, _ in read_numbers("It rose from 30 to 45.")] == [30, 45]


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("$60 billion", "USD", 6e10),
        ("£20m", "GBP", 2e7),
        ("5 million euros", "EUR", 5e6),
        ("C$40", "CAD", 40),
        ("Rs 500", "rupees", 500),
        ("3 million pounds", "GBP", 3e6),
        ("30 pounds", "pounds", 30),
        ("5%", "percent", 5),
        ("5 per cent", "percent", 5),
        ("90-minute", "minutes", 90),
        ("12km", "km", 12),
        ("100 square miles", "square miles", 100),
        ("75 miles per hour", "mph", 75),
        ("half an hour", "hours", 0.5),
        ("6.5-magnitude", "magnitude", 6.5),
        ("50 cents", "cents", 50),
    ],
)
def test_units_are_read_with_their_numbers(text: str, unit: str, value: float) -> None:
    (found,) = quantities(f"It was {text} then.")
    assert (found.unit, found.number.value) == (unit, pytest.approx(value))


@pytest.mark.parametrize(
    ("text", "words", "sense"),
    [
        ("at least ", "at least", "low"),
        ("no more than ", "no more than", "high"),
        ("an estimated ", "an estimated", "about"),
        ("at least some ", "at least some", "low"),
        ("talked about ", None, None),
        ("the ", None, None),
    ],
)
def test_qualifier_stands_right_before_the_number(
    text: str, words: str | None, sense: str | None
) -> None:
    found = qualifiers.before(text + "12", len(text))
    assert (found and found.words, found and found.sense) == (words, sense)


# --- invariants ----------------------------------------------------------------------------------

PIECES = st.sampled_from(
    """at least|12|people|were|killed|and|$5 million|30 to 40|14-0|a third of|dozens of|,|.|in|Velm|
    according to|police|said|the|two|one|hundreds of thousands|5%|90-minute|talks|\n\n|2024|
    more than|a few hundred|of|3.5|km|-|half|£20m|between 3 and|or more""".split("|")
)
TEXTS = st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=80)


def bare(text: str) -> tuple[Article, Labelled]:
    """A text that no network has read."""
    return article(text), Labelled(ENGLISH(text), (), quotations(text))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_figures_are_exact_ordered_and_told_apart(text: str) -> None:
    one, labelled = bare(text)
    got = found(one, labelled)
    assert len({f.id for f in got}) == len(got)
    assert [f.passage.start for f in got] == sorted(f.passage.start for f in got)
    for figure in got:
        for words in (figure.passage, figure.of, figure.place and figure.place.passage):
            assert words is None or text[words.start : words.end] == words.text
        ends = [e for e in (figure.low, figure.value, figure.high) if isinstance(e, float)]
        assert ends == sorted(ends)
        assert ends or isinstance(figure.value, str)


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_reading_twice_gives_the_same_figures(text: str) -> None:
    assert found(*bare(text)) == found(*bare(text))


def test_credits_and_boilerplate_hold_no_figures() -> None:
    text = "Four ships sank. Follow our 12 reporters."
    labelled = Labelled(ENGLISH(text), (), ())
    silent = article(text, (Part("body", 0, 16), Part("boilerplate", 17, len(text))))
    assert [f.passage.text for f in found(silent, labelled) if f.passage.start > 16] == []


def test_unresolved_source_keeps_its_own_words(read: dict[str, tuple[Figure, ...]]) -> None:
    told = [f.according_to for got in read.values() for f in got if f.according_to]
    assert all(attribution.who for attribution in told)
