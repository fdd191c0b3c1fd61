"""Where the sentences of a text begin."""

from __future__ import annotations

from itertools import pairwise

from onrecord.linker.sentences import sentence_starts


def test_a_sentence_begins_after_another_and_not_after_a_title() -> None:
    text = "Gov. Ilda Quist spoke. “Never.” Then she left.\n\nThe bridge is shut."
    begun = [text[start:].split()[0] for start in sentence_starts(text)]
    assert begun == ["Gov.", "“Never.”", "Then", "The"]


def test_a_sentence_without_an_end_is_cut_at_a_word() -> None:
    text = "Varn mourned. " + ", ".join(f"{n} died in Brell" for n in range(1_000))
    starts = sentence_starts(text)
    assert all(0 < right - left < 1_100 for left, right in pairwise([*starts, len(text)]))
    assert all(text[start - 1].isspace() for start in starts[1:])


def test_a_word_without_an_end_is_left_whole() -> None:
    assert sentence_starts("a" * 5_000) == [0]
