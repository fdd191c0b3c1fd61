"""Date expressions and what they resolve to: marked-up sentences, and what holds for any input."""

from __future__ import annotations

import re
import time
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.calendar import (
    bounds,
    dated,
    expressions,
    latest,
    points_forward,
    references,
    resolve,
    valid,
)
from onrecord.calendar.edtf import joined

CASES = [
    line
    for line in (Path(__file__).parent / "cases/resolved.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
WORDS = [
    "on",
    "Monday",
    "Tuesday,",
    "November",
    "6",
    "the",
    "7th",
    "2023",
    "2024-03-05",
    "3/4/2024",
    "last",
    "week",
    "next",
    "year",
    "night\nyesterday",
    ",",
    ".",
    "(",
    ")",
    "in",
    "two",
    "years",
    "ago",
    "past",
    "30",
    "days",
    "early",
    "1960s",
    "Nov.",
    "May",
    "noon",
    "at",
    "6",
    "p.m.",
    "15:11",
    "GMT",
    "century\nthe",
    "20th",
    "summer",
    "of",
    "Mon.",
    "31",
    "February",
    "weekend",
    "quarter",
    "earlier",
    "this",
    "month",
    "-",
    "/",
    ":",
    "'",
    "’",
    "\n",
    "\t",
    "\xa0",
    "Ramadan",
    "Christmas",
    "a day earlier",
    "the following month",
    "that year",
    "the end of the",
    "recent",
    "coming days",
    "the next",
    "5,000",
    "decade",
    "between",
    "to",
    "1914–1918",
    "2003-04",
    "776 BC",
    "7th century BC",
    "last year",
    "’96",
    "World War II",
    "spring",
    "day two",
]


_parsed = cache(parse_edtf)  # slow, and the same few strings again and again


def _any_season(edtf: str) -> bool:
    """ "XXXX-22", a summer of any year, which the independent parser does not read."""
    return re.fullmatch(r"XXXX-2[1-4]", edtf) is not None


def _case(line: str) -> tuple[str | None, bool | None, str, str]:
    anchor, sentence, edtf = (field.strip() for field in re.split(r"\s*\|\s*", line))
    forward = True if anchor.endswith(">") else None
    anchor = anchor.rstrip(">")
    return None if anchor == "-" else anchor, forward, sentence, edtf


@pytest.mark.parametrize("line", CASES)
def test_each_marked_date_gives_its_edtf(line: str) -> None:
    anchor, forward, sentence, edtf = _case(line)
    marked = re.search(r"\[(.*)\]", sentence)
    text = sentence.replace("[", "").replace("]", "")
    found = expressions(text)
    if edtf == "none":
        assert found == ()
        return
    assert marked
    (one,) = found
    assert text[one.start : one.end] == marked[1]
    assert resolve(one, anchor, forward).edtf == (None if edtf == "null" else edtf)


def test_every_edtf_in_the_cases_is_valid_to_an_independent_parser() -> None:
    for line in CASES:
        edtf = _case(line)[3]
        if edtf not in ("null", "none"):
            assert valid(edtf)
            assert parse_edtf(edtf)


def test_the_basis_says_where_the_date_is_from() -> None:
    (written,) = expressions("It opened on Nov. 6, 2023.")
    (weekday,) = expressions("It opened on Tuesday.")
    (both,) = expressions("It opened on Monday, November 6.")
    assert resolve(written, "2024-03-27").basis == "text"
    assert resolve(weekday, "2024-03-27").basis == "publication"
    assert resolve(weekday).basis == "text"
    fixed = resolve(both, today=date(2026, 11, 21))
    assert (fixed.edtf, fixed.basis) == ("2023-11-06", "calendar")


def test_a_dated_expression_carries_its_passage() -> None:
    text = "It opened on Tuesday."
    when = dated(text, expressions(text)[0], "2024-03-27")
    assert when.passage is not None
    assert text[when.passage.start : when.passage.end] == when.passage.text == "Tuesday"


@pytest.mark.parametrize(
    ("today", "found"),
    [
        (date(2023, 11, 5), date(2017, 11, 6)),
        (date(2023, 11, 6), date(2023, 11, 6)),
        (date(2026, 11, 21), date(2023, 11, 6)),
    ],
)
def test_the_latest_fitting_year_is_never_after_today(today: date, found: date) -> None:
    assert latest(11, 6, 0, today) == found


def test_a_leap_day_is_found_in_its_rare_year() -> None:
    assert latest(2, 29, 3, date(2026, 1, 1)) == date(2024, 2, 29)
    assert latest(2, 30, 3, date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("sentence", "ahead"),
    [
        ("The council will meet on Tuesday.", True),
        ("The council is expected to vote Tuesday.", True),
        ("The council met on Tuesday.", False),
        ("“We will win,” she said on Tuesday.", False),
        ("They will vote soon. The council met on Tuesday.", False),
        ("I will not bargain, the mayor told parliament on Tuesday.", False),
        ("The mayor said she will travel on Tuesday.", True),
        ("The road stays closed until Tuesday.", True),
        ("She’ll travel on Tuesday with aides.", True),
    ],
)
def test_a_weekday_points_forward_only_with_a_plan_beside_it(sentence: str, ahead: bool) -> None:
    start = sentence.index("Tuesday")
    assert points_forward(sentence, start, start + 7) is ahead


def test_bounds_are_the_first_and_last_day_a_date_can_mean() -> None:
    assert bounds("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert bounds("196X") == (date(1960, 1, 1), date(1969, 12, 31))
    assert bounds("2023-24") == (date(2023, 12, 1), date(2024, 2, 29))
    assert bounds("2023-11-06/..") == (date(2023, 11, 6), None)
    assert bounds("[2023-10-31,2023-11-07]") == (date(2023, 10, 31), date(2023, 11, 7))
    assert bounds("XXXX-11-06") == bounds(None) == bounds("a Tuesday") == (None, None)


def test_joining_dates_says_what_all_of_them_allow() -> None:
    assert joined(["2024-03-26", "2024-03-26"]) == "2024-03-26"
    assert joined(["2024-03-27", "2024-03-26"]) == "2024-03-26/2024-03-27"
    assert joined(["2024-03-26", None]) is None
    assert joined(["2020", "2024"]) is None


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))
def test_expressions_are_in_order_and_apart_and_resolve_to_valid_edtf(text: str) -> None:
    end = 0
    for found in expressions(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        for anchor in (
            None,
            "2024-02-29",
            "2023-12-31/2024-01-01",
            "XXXX-02-28",
            "XXXX-XX-31",
            "2024",
            "0001-01-01",
            "9999-12-31",
        ):
            for forward in (None, True, False):
                edtf = resolve(found, anchor, forward, None, anchor).edtf
                assert edtf is None or (valid(edtf) and (_any_season(edtf) or _parsed(edtf)))


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all_is_searched_without_an_error(text: str) -> None:
    for found in expressions(text):
        assert text[found.start : found.end].strip() == text[found.start : found.end] != ""


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 6))
def test_a_bare_weekday_is_that_weekday_within_the_last_week(anchor: date, weekday: int) -> None:
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday]
    (found,) = expressions(f"He spoke on {name}.")
    past = date.fromisoformat(str(resolve(found, anchor.isoformat()).edtf))
    ahead = date.fromisoformat(str(resolve(found, anchor.isoformat(), forward=True).edtf))
    assert past.weekday() == ahead.weekday() == weekday
    assert timedelta(0) <= anchor - past < timedelta(7)
    assert timedelta(0) <= ahead - anchor < timedelta(7)


@settings(deadline=None)
@given(st.text(alphabet="0123456789X-/.[],?~%T:Z", max_size=25))
def test_what_is_called_valid_has_bounds_in_order_where_it_has_both(edtf: str) -> None:
    first, last = bounds(edtf)
    if not valid(edtf):
        assert (first, last) == (None, None)
    elif first and last and "/" not in edtf and edtf[0] not in "[{":
        assert first <= last


@pytest.mark.parametrize(
    "piece",
    [
        "on the ", "1", "the 1st ", "Monday, ", "November 1", " ", "1-", "in ", "on ", "twenty-",
        "the past ", "a day ", "1,", "Christmas ", "the end of the ", "between ", "1914-", "last ",
        "5 to ", "\n", "[", "today still ",
    ],
)  # fmt: skip
def test_long_hostile_runs_take_linear_time(piece: str) -> None:
    def cost(letters: int) -> float:
        text = piece * (letters // len(piece))
        started = time.process_time()
        references(text, expressions(text), "2024-03-27")
        return time.process_time() - started

    assert cost(80_000) < 20 * max(cost(10_000), 0.05)  # eight times as long; its square is 64
