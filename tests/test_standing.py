"""What somebody is, as far as articles say."""

from __future__ import annotations

import re
from itertools import permutations

import pytest

from onrecord.standing import SIGNS, Standing, holds, office, sign, standing, told_of

HOLD = (
    "president of Meravia", "the Meravian foreign minister", "Sen.", "Foreign Ministry spokesman",
    "54, a driver from Varn", "the Basin Commission’s envoy", "a US peace envoy, in Qatar",
    "presidential nominee", "director of the office for water since 2019", "oceanographer",
    "an ex officio member of the board", "late-night host", "co-director", "Most Rev.",
    "mayor and acting governor", "Attorney General", "minister of Great Britain",
)  # fmt: skip
HOLD_NOT = (
    "former president of Meravia", "ex-minister", "then-governor", "the late senator",
    "the Olin & Fee partner from 2002 to 2010", "a director from 2002 to 2010",
    "an adviser to the ministry (1998-2004)", "the nominee in 2008", "governor until December",
    "a senator who was mayor", "potential Meravian senator", "would-be mayor",
    "the next president", "the official who may be minister", "alleged smuggler and mayor",
    "self-styled general", "not a doctor", "the healthiest president ever", "the worst mayor",
    "the most corrupt minister", "“the healthiest individual ever elected", "“the people’s mayor”",
    "the army’s count. Colonel", "its spokesman", "one of the diplomats", "another minister",
    "counterpart", "40,000 people", "First", "Petra Lindholt’s wife", "the president’s brother",
    "the brother of the president", "fabulous current president", "experienced minister",
    "rival", "opponent", "colorful surgeon", "States Harbour Agency agent",
    "a physicist who is co-", "head", "the founder", "Secretary", "its army - leader",
    "the attacker", "private email set-up", "Sens.", "a friend of the mayor",
    "the one of whom the newspapers of the port have said for many years that he is by now an"
    " honest mayor",
)  # fmt: skip


def given(role: str, day: str | None = "2031-05-05", publisher: str = "The Herald") -> Standing:
    return Standing(role, day, publisher, "art_1")


def chosen(*roles: tuple[str, str | None]) -> str | None:
    """The role that is chosen, in whatever order they come."""
    found = {standing(given(*each) for each in order) for order in permutations(roles)}
    (one,) = found
    return one and one.role


@pytest.mark.parametrize("role", HOLD)
def test_an_office_or_occupation_holds(role: str) -> None:
    assert holds(given(role)), (sign(role), office(role))


@pytest.mark.parametrize("role", HOLD_NOT)
def test_what_is_over_to_come_doubtful_or_an_opinion_does_not_hold(role: str) -> None:
    assert not holds(given(role))


@pytest.mark.parametrize(("what", "example"), [row[:2] for row in SIGNS])
def test_every_example_of_a_sign_bears_it(what: str, example: str) -> None:
    assert {sign(each) for each in re.split(", (?!the army)", example)} == {what}


def test_the_latest_role_that_holds_stands_under_a_name() -> None:
    assert chosen(
        ("candidate of the Water Party", "2031-05-01"),
        ("president of Meravia", "2033-01-23"),
        ("potential emperor", "2034-01-01"),
    ) == "president of Meravia"  # fmt: skip


def test_who_is_called_a_former_one_later_is_it_no_longer() -> None:
    assert chosen(("Mayor", "2031-05-05"), ("former mayor of Port Alba", "2032-01-01")) is None
    assert chosen(("Mayor", "2031-05-05"), ("ex-mayor", "2031-05-05")) is None


def test_who_was_called_a_former_one_lately_is_called_so_out_of_courtesy() -> None:
    assert chosen(("former president", "2031-05-01"), ("President", "2031-06-01")) is None


def test_who_was_a_former_one_long_ago_holds_the_office_again() -> None:
    assert chosen(("former president", "2031-05-01"), ("President", "2033-01-23")) == "President"


def test_another_office_than_the_one_that_ended_holds() -> None:
    assert chosen(("former vice president", "2031-05-05"), ("President", "2031-05-05")) == (
        "President"
    )


def test_a_bare_title_gives_way_to_a_fuller_wording_of_the_same_office() -> None:
    fuller = ("president of Meravia", "2031-05-05")
    assert chosen(fuller, ("President", "2031-06-01")) == "president of Meravia"
    assert chosen(fuller, ("President", "2033-06-01")) == "President"
    assert chosen(("minister of Meravia", "2031-05-05"), ("President", "2031-06-01")) == "President"


def test_of_one_day_what_most_articles_say_is_chosen() -> None:
    day = "2031-05-05"
    roles = [
        ("mayor of Port Alba", day),
        ("a member of the council", day),
        ("the mayor of Port Alba", day),
    ]
    assert chosen(*roles) in ("mayor of Port Alba", "the mayor of Port Alba")


def test_a_role_that_nobody_dated_stands_only_where_there_is_no_other() -> None:
    assert chosen(("mayor of Port Alba", None)) == "mayor of Port Alba"
    assert chosen(("mayor of Port Alba", None), ("Governor", "2031-05-05")) == "Governor"
    assert chosen(("mayor of Port Alba", None), ("former mayor", "2031-05-05")) is None


def test_a_date_in_doubt_counts_from_its_first_day() -> None:
    assert chosen(("envoy of Ulmar", "2031"), ("envoy to Ulmar", "2031-05-05")) == "envoy to Ulmar"


def test_the_year_of_print_is_no_sign_of_another_time() -> None:
    assert chosen(("the 2031 candidate", "2031-05-05")) == "the 2031 candidate"
    assert chosen(("the 2028 candidate", "2031-05-05")) is None


@pytest.mark.parametrize(
    ("role", "others", "articles", "held"),
    [
        ("President", 1, 5, None),  # "under President Varga, who left in 2020"
        ("President", 1, 2, None),
        ("President", 3, 5, "President"),
        ("President", 0, 1, "President"),
        ("President of Meravia", 0, 5, "President of Meravia"),
        ("Gov.", 1, 3, "Gov."),
        ("Gov.", 0, 2, None),
        ("Mayor", 0, 9, "Mayor"),
    ],
)
def test_a_bare_title_that_few_articles_give_is_one_kept_for_life(
    role: str, others: int, articles: int, held: str | None
) -> None:
    each = [Standing(role, "2031-05-05", "The Herald", f"art_{n}") for n in range(others + 1)]
    found = standing(each, articles)
    assert (found and found.role) == held


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        ("54, a driver from Varn", "driver from Varn"),
        ("II, a writer for the Herald", "writer for the Herald"),
        ("Jr., the mayor", "mayor"),
        ("A US peace envoy, in Qatar", "US peace envoy"),
        ("Varga's party rivals - Sen.", "Sen."),
        ("primary challenger Sen.", "Sen."),
        ("Varn Gov.", "Varn Gov."),
        ("mayor of Port Alba, Meravia", "mayor of Port Alba, Meravia"),
    ],
)
def test_what_belongs_to_the_name_is_no_part_of_the_role(role: str, shown: str) -> None:
    assert told_of("person", [given(role)])["role"] == shown


def test_nobody_is_anything_where_nothing_is_given() -> None:
    assert standing([]) is None
