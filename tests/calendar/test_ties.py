"""Dates whose neighbours say which they are, or that they date nothing."""

from __future__ import annotations

import pytest

from onrecord.calendar import dated, expressions, filed

PRINTED = "2024-03-27"  # a Wednesday


def read(text: str, anchor: str = PRINTED) -> list[str | None]:
    return [dated(text, one, anchor, False).edtf for one in expressions(text) if one.kind == "date"]


def test_a_weekday_after_a_day_that_it_cannot_follow_is_no_day() -> None:
    text = "Odren won on Thursday, two days after the vote. Tuesday's vote was close."
    assert read(text) == [None, "2024-03-26"]


def test_a_weekday_after_a_day_that_it_can_follow_is_one() -> None:
    text = "Odren won on Tuesday, two days after the vote. Sunday's vote was close."
    assert read(text) == ["2024-03-26", "2024-03-24"]


def test_every_mention_of_a_weekday_that_does_not_fit_is_no_day() -> None:
    text = "On Thursday Odren thanked them. It was Thursday, two days after Tuesday's vote."
    assert read(text)[:2] == [None, None]


def test_what_follows_no_other_day_is_counted_from_the_day_of_printing() -> None:
    assert read("Odren won on Thursday, two days after the vote.") == ["2024-03-21"]


def test_the_attacks_of_september_have_their_year() -> None:
    assert read("After the Sept. 11 terrorist attacks the border was shut.") == ["2001-09-11"]
    assert read("The Sept. 11 attack on the office was filmed.") == ["2023-09-11"]


@pytest.mark.parametrize(
    ("text", "of_dateline"),
    [
        ("VARN, March 4, 2025 -- The port is shut.", True),
        ("Port is shut\n\nVARN, March 4 (Onda) — The port is shut.", True),
        ("He left on March 4 -- and the port was shut.", False),
        ("The VARN league met on March 4 — twice.", False),
    ],
)
def test_a_date_of_the_dateline_is_told_from_others(text: str, of_dateline: bool) -> None:
    (one,) = expressions(text)
    assert filed(text, one.start, one.end) is of_dateline
