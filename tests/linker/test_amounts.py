"""Which figures can both be right, and which cannot."""

from __future__ import annotations

import re

import pytest

from onrecord.linker.amounts import contradiction, said
from onrecord.model import Figure, passage

OPEN_ABOVE = ("at least", "more than", "over", "or more", "exceeding", "no fewer than", "~")
OPEN_BELOW = ("up to", "as many as", "fewer than", "at most", "or fewer", "nearly", "just under")


def given(words: str, unit: str = "people") -> Figure:
    """A figure in words: "30", "more than 30", "20 to 30", "dozens", "14-0"."""
    qualifier, _, last = words.rpartition(" ")
    text = passage(words, 0, len(words))
    if stretch := re.fullmatch(r"(?:(\w+) )?(\d+) to (\d+)", words):
        low, high = float(stretch[2]), float(stretch[3])
        if low > high:
            return Figure("fig_1", text, None, None, words)
        return Figure("fig_1", text, low, high, None, stretch[1], unit)
    if words in ("dozens", "hundreds"):
        return Figure("fig_1", text, {"dozens": 12.0, "hundreds": 100.0}[words], None, None, words)
    if "-" in words:
        return Figure("fig_1", text, None, None, words)
    value = float(last.replace(",", ""))
    low = value if not qualifier or qualifier in OPEN_ABOVE else None
    high = value if not qualifier or qualifier in OPEN_BELOW else None
    return Figure("fig_1", text, low, high, value, qualifier or None, unit)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("more than 30", "900"),  # true, if it says little
        ("at least 9", "14"),
        ("at least 9", "at least 14"),
        ("at least 9", "up to 14"),
        ("at least 9", "at most 9"),
        ("more than 30", "30"),  # "more than 30" is how thirty-odd is told
        ("reportedly over 30", "900"),
        ("up to 40", "3"),
        ("fewer than 40", "at most 12"),
        ("about 900", "880"),
        ("about 30", "35"),  # it is rounded to ten
        ("about 30", "more than 32"),
        ("nearly 30", "28"),
        ("just over 30", "32"),
        ("20 to 30", "25"),
        ("20 to 30", "28 to 40"),
        ("20 to 30", "at least 28"),
        ("about 20 to 30", "32"),
        ("dozens", "40"),
        ("hundreds", "more than 500"),
        ("32,000", "31,988"),
        ("300", "297"),
        ("1,198", "1,200"),
        ("2.1", "2.13"),
        ("33", "33.4"),
        ("14-0", "14"),
        ("14-0", "14 to 0"),
        ("feared 40", "36"),  # feared is not counted
        ("expected 40", "52"),
    ],
)
def test_what_can_both_be_right_does_not_contradict(left: str, right: str) -> None:
    assert contradiction(given(left), given(right)) is None
    assert contradiction(given(right), given(left)) is None


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("6.6", "7.0", "6.6 and 7 are two numbers"),
        ("9", "6", "6 and 9 are two numbers"),
        ("at least 9", "6", "6 does not fit “at least 9”"),
        ("more than 30", "fewer than 30", "“fewer than 30” does not fit “more than 30”"),
        ("at most 12", "14", "14 does not fit “at most 12”"),
        ("about 900", "700", "700 does not fit “about 900”"),
        ("nearly 30", "34", "34 does not fit “nearly 30”"),
        ("nearly 30", "12", "12 does not fit “nearly 30”"),
        ("just over 30", "45", "45 does not fit “just over 30”"),
        ("20 to 30", "35", "35 does not fit “20 to 30”"),
        ("20 to 30", "at least 40", "“20 to 30” does not fit “at least 40”"),
        ("dozens", "900", "900 does not fit “dozens”"),
        ("32,000", "31,000", "31,000 and 32,000 are two numbers"),
        ("30", "31", "30 and 31 are two numbers"),
        ("14-0", "12-2", "14-0 and 12-2 are two results"),
        ("expected 40", "expected 52", "“expected 40” does not fit “expected 52”"),
    ],
)
def test_what_cannot_both_be_right_does_and_says_why(left: str, right: str, reason: str) -> None:
    assert contradiction(given(left), given(right)) == reason
    assert contradiction(given(right), given(left))


@pytest.mark.parametrize(
    ("fraction", "percent", "both"), [(1 / 3, 33.0, True), (0.5, 52.0, True), (0.5, 34.0, False)]
)
def test_a_fraction_is_told_roughly(fraction: float, percent: float, both: bool) -> None:
    text = passage("a part", 0, 6)
    spoken = Figure("fig_1", text, fraction, fraction, fraction, None, "fraction")
    written = Figure("fig_2", text, percent, percent, percent, None, "percent")
    assert (contradiction(spoken, written) is None) is both


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("more than 40,000", "more than 40,000"),
        ("up to 1.5", "up to 1.5"),
        ("about 9", 9),
        ("dozens", "dozens"),
        ("20 to 30", "20 to 30"),
        ("about 20 to 30", "about 20 to 30"),
        ("reportedly over 30", "reportedly over 30"),
        ("14-0", "14-0"),
        ("14", 14),
    ],
)
def test_a_value_is_said_with_its_bounds(words: str, expected: float | str) -> None:
    assert said(given(words)) == expected
