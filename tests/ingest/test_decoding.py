"""Bytes to text: every encoding English news comes in, and what is no text at all."""

from __future__ import annotations

import gzip
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import UnreadableArticle
from onrecord.ingest import Given, from_bytes, from_text
from onrecord.ingest.decoding import MOST_BYTES, decoded
from onrecord.model import Article, Failure

GIVEN = Given(today=date(2026, 11, 21))
NEWS = (
    "Mayor reopens the “old” bridge\r\n\r\nThe mayor’s office said on Monday – after two years "
    "– that "
    "the café on the bridge would reopen too, and that it had cost £5 million.\r\n"
)


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "cp1252", "mac_roman", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_the_same_news_comes_out_of_every_encoding(encoding: str) -> None:
    assert decoded(NEWS.encode(encoding)) == NEWS


def test_latin_1_is_read_with_its_accents() -> None:
    news = "The café of José Núñez will close, its owner said. She gave no date."
    assert decoded(news.encode("latin-1")) == news


def test_a_single_curly_apostrophe_is_enough_for_windows_1252() -> None:
    news = "The mayor’s office was closed on Monday, officials said, after a storm."
    assert decoded(news.encode("cp1252")) == news


def test_a_byte_order_mark_is_consumed_and_offset_0_is_the_first_letter() -> None:
    article = from_bytes(b"\xef\xbb\xbf" + NEWS.encode(), "a.txt", GIVEN)
    plain = from_bytes(NEWS.encode(), "b.txt", GIVEN)
    assert isinstance(article, Article)
    assert isinstance(plain, Article)
    assert article.text == NEWS
    assert (article.id, article.parts) == (plain.id, plain.parts)


def test_a_text_given_as_a_string_keeps_its_mark_and_no_part_holds_it() -> None:
    article = from_text("\ufeff" + NEWS, "-", GIVEN)
    assert isinstance(article, Article)
    assert article.text[0] == "\ufeff"
    assert article.parts[0].start == 1
    assert article.title == "Mayor reopens the “old” bridge"


def test_a_cut_utf8_file_loses_one_character_only() -> None:
    raw = (NEWS * 3).encode()[:-200] + "’".encode()[:2]
    text = decoded(raw)
    assert text.endswith("\ufffd")
    assert text.count("\ufffd") == 1


def test_a_page_may_declare_its_encoding() -> None:
    page = '<html><head><meta charset="windows-1250"></head><body>Łódź</body></html>'
    assert "Łódź" in decoded(page.encode("cp1250"))


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n ", "empty"),
        (b"%PDF-1.7 and so on", "a PDF"),
        (b"PK\x03\x04 document", "office document"),
        (gzip.compress(b"news", mtime=0), "gzip"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (bytes(range(256)) * 20, "binary"),
        (b"The news\x00\x01\x02 of today", "binary"),
        (b"a" * (MOST_BYTES + 1), "larger than 5 MB"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(raw: bytes, reason: str) -> None:
    failure = from_bytes(raw, "x", GIVEN)
    assert isinstance(failure, Failure)
    assert (failure.source, failure.stage) == ("x", "ingest")
    assert reason in failure.reason


def test_half_characters_are_refused() -> None:
    failure = from_text("The mayor \ud83d said no.", "x", GIVEN)
    assert isinstance(failure, Failure)
    assert "surrogates" in failure.reason


@settings(deadline=None)
@given(st.binary(max_size=600))
def test_any_bytes_are_text_or_refused(raw: bytes) -> None:
    with suppress(UnreadableArticle):
        decoded(raw).encode("utf-8")


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_utf8_text_comes_back_untouched(text: str) -> None:
    if text.strip() and not text.startswith(
        ("\ufeff", "%PDF", "BZh", "ID3", "RIFF", "GIF8", "OggS")
    ):
        assert decoded(text.encode("utf-8")) == text
