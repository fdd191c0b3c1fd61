"""Which names name the same one."""

from __future__ import annotations

import pytest

from onrecord.model import identify
from onrecord.reader.named import Named
from onrecord.reader.namesakes import namesakes, personal, same_given


@pytest.mark.parametrize(
    ("name", "given", "surname"),
    [
        ("bill de blasio", ("bill",), "blasio"),
        ("abdel fattah al-sisi", ("abdel", "fattah"), "sisi"),
        ("xi jinping", ("jinping",), "xi"),
        ("bruce lee", ("bruce",), "lee"),
        ("robert ames jr", ("robert",), "ames"),
        ("mohammed bin salman", ("mohammed",), "salman"),
        ("kerbey", (), "kerbey"),
    ],
)
def test_a_name_has_given_names_and_a_surname(
    name: str, given: tuple[str, ...], surname: str
) -> None:
    parts = personal(name.split())
    assert (parts.given, parts.surname) == (given, surname)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("jon", "john", True), ("bill", "william", True), ("j", "john", True),
        ("bill", "hillary", False), ("jean", "joan", False), ("erik", "eric", True),
        ("cq", "charles", True), ("ivo", "ida", False),
        ("mohammed", "muhammad", True), ("donald", "ronald", False),
        ("kwok-kin", "kwok-hing", False), ("jong-un", "jong-eun", True),
    ],
)  # fmt: skip
def test_first_names_agree_or_contradict(left: str, right: str, same: bool) -> None:
    assert same_given((left,), (right,)) is same


def test_no_first_name_contradicts_none() -> None:
    assert same_given((), ("ada",))


def person(text: str, start: int) -> Named:
    words = tuple(text.split())
    return Named(start, start + len(words), words, "person", "PERSON")


def test_settling_takes_time_in_proportion_to_the_names() -> None:
    digits = str.maketrans("0123456789", "ghijklmnop")
    letters = [identify("x", k)[2:].translate(digits) for k in range(2000)]
    many = [person(f"Ada {word}", 4 * k) for k, word in enumerate(letters)]
    told = namesakes(many, {})
    assert len(told.referents) == 2000


def test_a_surname_of_two_goes_to_the_one_the_article_is_about() -> None:
    full = [person("Bruno Castell", 10 * k) for k in range(4)]
    told = namesakes([*full, person("Helena Castell", 200), person("Castell", 400)], {})
    assert told.of[-1] is told.of[0]


def test_just_after_the_other_was_named_it_goes_to_nobody() -> None:
    full = [person("Bruno Castell", 10 * k) for k in range(4)]
    told = namesakes([*full, person("Helena Castell", 200), person("Castell", 210)], {})
    assert told.of[-1] is None
