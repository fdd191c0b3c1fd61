"""What the network reads of a text: its words, never a changed text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader import tokens
from onrecord.reader.quotes import quotations
from onrecord.reader.tokens import (
    CASINGS,
    FEATURES,
    GAPS,
    QUOTED,
    casing,
    features,
    tokenized,
    words,
)  # fmt: skip

HOSTILE = st.text(alphabet=st.sampled_from("ab A.,‘’“”\"'«»„\n\r\t _-\xa0\x00é語😀"), max_size=80)


@given(HOSTILE)
def test_the_doc_is_the_text_and_every_word_is_where_it_says(text: str) -> None:
    doc = tokenized(text)
    assert doc.text == text
    read = words(doc, quotations(text))
    for k, token in enumerate(read.tokens):
        at = doc[token].idx
        assert text[at : at + len(read.texts[k])] == read.texts[k]
    found = features(read)
    assert len(found) == len(read)
    assert all(0 <= f < FEATURES for f in found)


@given(st.text(alphabet=st.sampled_from("ab.'“(* \n"), max_size=40), st.integers(1, 12))
def test_text_without_a_blank_is_taken_apart_in_pieces(bits: str, length: int) -> None:
    text = f"“{bits}” (said)" + "*" * 40 + bits
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tokens, "_UNBROKEN", re.compile(rf"\S{{{length + 1},}}"))
        patch.setattr(tokens, "LONGEST_UNBROKEN", length)
        doc = tokenized(text)
    assert doc.text == text
    assert all(len(token.text) <= length or token.is_space for token in doc)


def test_words_of_an_ordinary_length_are_whole() -> None:
    text = f"See https://paper.example/{'a' * 250} there."
    assert [token.text for token in tokenized(text)][1] == f"https://paper.example/{'a' * 250}"


def test_lines_of_commas_and_wrapping_marks_are_not_read() -> None:
    text = ", ‘The ferry sank,’ she said.’,\n,\n, ‘Talks resume.’,"
    assert words(tokenized(text), quotations(text)).texts == (
        "The", "ferry", "sank", ",", "’", "she", "said", ".", "Talks", "resume", ".",
    )  # fmt: skip


def test_a_word_knows_whether_it_stands_in_a_quotation() -> None:
    text = "He said: “Never again.” Then he left."
    read = words(tokenized(text), quotations(text))
    states = {w: QUOTED[q] for w, q in zip(read.texts, read.quoted, strict=True)}
    assert states["“"] == "opens"
    assert states["again"] == "inside"
    assert states["”"] == "closes"
    assert states["left"] == "outside"


def test_gaps_tell_a_space_from_a_new_line_and_a_new_paragraph() -> None:
    text = "One two.\nThree.\n\nFour"
    read = words(tokenized(text), quotations(text))
    gaps = {w: GAPS[g] for w, g in zip(read.texts, read.gaps, strict=True) if w != "."}
    assert gaps == {"One": "paragraph", "two": "space", "Three": "line", "Four": "paragraph"}


def test_casing_is_kept_for_an_encoder_that_cannot_see_it() -> None:
    shown = {w: CASINGS[casing(w)] for w in ("us", "Us", "US", "U", "iPhone", "7th", "—")}
    assert shown == {
        "us": "lower", "Us": "capitalised", "US": "capitals", "U": "initial", "iPhone": "mixed",
        "7th": "number", "—": "mark",
    }  # fmt: skip
