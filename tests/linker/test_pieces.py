"""Which words of a statement stand inside quotation marks, whatever the marks."""

from __future__ import annotations

from dataclasses import replace

from onrecord.linker.pieces import Piece, pieces
from onrecord.model import Passage, passage
from tests.linker.spoken import Said, spoken_of


def _mixed(text: str, *content: str) -> list[Piece]:
    statement = spoken_of(Said("Lena Corvi", "“It is dry,” she said")).statement
    told = tuple(passage(text, text.index(one), text.index(one) + len(one)) for one in content)
    given = replace(statement, manner="mixed", content=told)
    return list(pieces(given, Passage(0, len(text), text)))


def test_two_single_marks_open_and_close() -> None:
    told = "that ''no well in the valley is dry'' this year"
    assert _mixed(f"Corvi said {told}.", told) == [
        Piece("that", False),
        Piece("no well in the valley is dry", True),
        Piece("this year", False),
    ]


def test_a_comma_may_stand_before_the_closing_mark() -> None:
    text = "“Well, I am not ready,” Corvi told us about the talks. “I am not there.”"
    assert _mixed(text, "Well, I am not ready", "about the talks", "I am not there.") == [
        Piece("Well, I am not ready", True),
        Piece("about the talks", False),
        Piece("I am not there.", True),
    ]
