"""Who speaks from where to where in a transcript."""

from __future__ import annotations

import pytest

from onrecord.reader.turns import turns_of

BRIEFING = "MR. VANT (on the telephone): Good morning.\n\nQUESTION: Why?\n\nMR. VANT: He said so."


def _at(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def test_what_one_says_is_apart_from_what_another_says() -> None:
    turns = turns_of(BRIEFING)
    assert turns.apart(_at(BRIEFING, "Why"), _at(BRIEFING, "said"))
    assert not turns.apart(_at(BRIEFING, "MR. VANT"), _at(BRIEFING, "Good morning"))
    assert not turns.apart(_at(BRIEFING, "He"), _at(BRIEFING, "so"))


def test_a_label_is_told_from_what_follows_it() -> None:
    turns = turns_of(BRIEFING)
    assert turns.label(_at(BRIEFING, "QUESTION"))
    assert not turns.label(_at(BRIEFING, "Why"))
    assert not turns.label(_at(BRIEFING, "QUESTION: Why"))


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Q. Why was it closed?\nA. It was old.", 2),
        ("**Q:** Why was it closed?\n\n**A:** It was old.", 2),
        ("Lena Ost: Why?\nIlse Vant: It was old.\nLena Ost: Is it?\nIlse Vant: Yes.", 4),
        ("REPORTER: Why?\nTHE MAYOR: It was old.", 2),
        ("“OST: Why?\n“VANT: It was old.\n“OST: Is it?\n“VANT: Yes.”", 4),
        ("Background: the bridge is old.\n\nThe mayor said so.", 0),
        ("Photo: A. Vant\nThe mayor spoke.\nPhoto: I. Ost\nThe bridge fell.", 0),
        ("A. Vant said the bridge was old.\n\nQ. Ost did not.", 0),
        ("The mayor said:\n\nThe bridge is old.", 0),
    ],
)
def test_labels_are_those_of_a_transcript(text: str, labels: int) -> None:
    assert len(turns_of(text).labels) == labels
