"""Statements by where their contents stand."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Passage, Statement
from onrecord.reader.referents import Referent, Spot
from onrecord.reader.setting import Setting
from onrecord.reader.stated import SHELF, Stated
from onrecord.reader.tokens import tokenized
from onrecord.reader.trail import Trail
from tests.fakes import article_of, statement_of

PLACES = st.tuples(st.integers(0, 5 * SHELF), st.integers(1, 3 * SHELF))
ARTICLE = article_of("Jane Doe said it rained.")


def statement(number: int, spans: list[tuple[int, int]]) -> Statement:
    content = tuple(Passage(a, a + length, "x" * length) for a, length in spans)
    return replace(
        statement_of(ARTICLE, "Jane Doe", "it rained"), id=f"sta_{number}", content=content
    )


@given(
    st.lists(st.lists(PLACES, min_size=1, max_size=3), max_size=6),
    st.lists(st.integers(0, 9 * SHELF), max_size=9),
)
def test_every_statement_that_holds_a_place_is_found_there(
    contents: list[list[tuple[int, int]]], places: list[int]
) -> None:
    statements = [statement(k, spans) for k, spans in enumerate(contents)]
    stated = Stated(statements)
    for place in places:
        holding = {s.id for s in statements if any(p.start <= place < p.end for p in s.content)}
        assert holding <= {s.id for s in stated.at(place)}


def test_one_far_away_is_not_looked_at() -> None:
    stated = Stated([statement(1, [(0, 9)]), statement(2, [(9 * SHELF, 9)])])
    assert [s.id for s in stated.at(5)] == ["sta_1"]
    assert stated.at(4 * SHELF) == []


@given(st.lists(st.integers(0, 99), max_size=20), st.integers(0, 99), st.integers(0, 40))
def test_the_mentions_near_a_word_are_those_that_start_there(
    starts: list[int], first: int, length: int
) -> None:
    doc = tokenized("Jane Doe left.")
    trail = Trail(Setting(doc, (), (), (), (), (), ()), [], {})
    referent = Referent("person")
    for k, start in enumerate(starts):
        referent.spots.append(Spot(start, start + 1, start, start, start + 1, "name"))
        if k % 3 == 0:
            trail.near(referent, 0, 99)
    found = trail.near(referent, first, first + length)
    assert sorted(s.start for s in found) == sorted(
        s for s in starts if first <= s < first + length
    )
