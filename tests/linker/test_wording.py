"""What counts as the same words, and how one wording became another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linker.pieces import pieces
from onrecord.linker.wording import agree, changes, stands_in
from onrecord.linker.words import stem, stems, words
from onrecord.model import Passage, passage
from tests.linker.spoken import Said, cases, reading_of

CASES = list(cases("changes.txt"))
PHRASES = st.lists(
    st.sampled_from(
        [
            "the",
            "river",
            "won't",
            "—",
            "…",
            "[the gates]",
            "12",
            "defence",
            "ceasefire",
            "slow,",
            "é",
        ]
    ),
    max_size=8,
).map(" ".join)


@pytest.mark.parametrize(("before", "after", "expected"), CASES, ids=[c[1] for c in CASES])
def test_changes_are_told_word_by_word(before: str, after: str, expected: str) -> None:
    told = (c.after if c.same else _shown(c.before, c.after) for c in changes(before, after))
    assert " ".join(told) == expected


def _shown(before: str, after: str) -> str:
    return (f"[-{before}-]" if before else "") + (f"{{+{after}+}}" if after else "")


@given(PHRASES, PHRASES)
def test_changes_hold_both_texts(before: str, after: str) -> None:
    told = changes(before, after)
    letters = ("".join(words(text)) for text in (" ".join(c.before for c in told), before))
    assert len(set(letters)) == 1
    assert " ".join(c.after for c in told if c.after) == " ".join(after.split())


@given(st.text(max_size=60), st.text(max_size=60))
def test_changes_of_any_text_hold_what_became_of_it(before: str, after: str) -> None:
    told = changes(before, after)
    assert " ".join(c.after for c in told if c.after).split() == after.split()


@given(PHRASES)
def test_a_text_is_no_change_of_itself(text: str) -> None:
    assert all(change.same for change in changes(text, text))


@given(PHRASES, PHRASES)
def test_agreeing_is_the_same_from_either_side(one: str, other: str) -> None:
    left, right = ((words(one),), (words(other),))
    assert agree(left, right) == agree(right, left)


@pytest.mark.parametrize(
    ("piece", "whole"),
    [
        ("return to the treaty", "step back from the river and return to the treaty"),
        (
            "Let [Meravia] open the gates … tomorrow",
            "Let them open the gates, all of them, tomorrow",
        ),
        ("the cease-fire holds", "“The ceasefire holds,”"),
        ("And we will not go", "We won’t go"),
        ("the U.S. is ready", "now that the U.S. is ready"),
        ("twelve days", "12 days"),
    ],
)
def test_an_excerpt_stands_in_the_whole(piece: str, whole: str) -> None:
    assert stands_in(words(piece), words(whole))


@pytest.mark.parametrize(
    ("piece", "whole"),
    [
        ("return to treaty", "return to the treaty"),
        ("never open the gates", "never again open the gates"),
        ("open", "reopen the gates"),
        ("the last screw is in", "the last bolt is in"),
        ("", "the gates"),
    ],
)
def test_other_words_do_not_stand_in_it(piece: str, whole: str) -> None:
    assert not stands_in(words(piece), words(whole))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("they would “never” pay", [("they would", False), ("never", True), ("pay", False)]),
        ('he called it "a trap" and "a farce"', [
            ("he called it", False), ("a trap", True), ("and", False), ("a farce", True)]),
        ("“Go,” he said", [("Go,", True), ("he said", False)]),
        ("the river had ‘slowed’ at last", [
            ("the river had", False), ("slowed", True), ("at last", False)]),
        ("the boys' own river", [("the boys' own river", False)]),
    ],
)  # fmt: skip
def test_pieces_know_what_stands_inside_marks(text: str, expected: list[tuple[str, bool]]) -> None:
    reading = reading_of(Said("Lena Corvi", "x " + text))
    (statement,) = reading.statements
    whole = reading.article.text
    at = whole.index(text)
    mixed = replace(statement, manner="mixed", content=(passage(whole, at, at + len(text)),))
    assert [tuple(p) for p in pieces(mixed, Passage(0, len(whole), whole))] == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("negotiates", "negotiations"),
        ("opened", "opening"),
        ("wells", "well"),
        ("armies", "army"),
        ("died", "dead"),
        ("withdrawal", "withdrew"),
        ("defence", "defense"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stems(words(one)) == stems(words(other))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz'", min_size=1, max_size=12))
def test_every_word_has_a_stem(word: str) -> None:
    assert stem(word)
