"""What holds for every text: it stays untouched, parts cover it, passages are exact, time is
linear.
"""

from __future__ import annotations

import time
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.calendar import valid
from onrecord.ingest import Given, from_bytes, from_text
from onrecord.ingest.blocks import BLANK
from onrecord.model import Article

INVISIBLE = dict.fromkeys(map(ord, BLANK))
GIVEN = Given(today=date(2026, 11, 21))
PIECES = st.sampled_from(
    [
        "The mayor said on Monday that the bridge would reopen. ", "Bridge Reopens", "\n",
        "By Jane Doe",
        "\n\n", "\r\n", ",", ", ‘", "’,", "____ ", "\u00a0", "\ufeff", "(AP)", "WASHINGTON (AP) — ",
        "LONDON, March 5 (Reuters) - ", "on the 31st ", "Tuesday, Feb. 29 ",
        "November 6 (Site.press)",
        "Photo: Jane Doe/AFP", "© 2024 The Courier", "# ", "---\n", "title: x\n", "===", "“",
        "”", "„", "«",
        "''", "``", "]", "[", "(", ")", "Jane Doe is the editor of The Courier.",
        "\u2028", "\x85", "\t",
        "!", "?", "…", "2024-03-26", "Published: Dec. 31", "Author: ",
        "Reporting by ", "via Reuters",
        "contributed to this report.", "FILE - ", "Yonhap,", "1", "-", "—", "/",
        "@x", "<p>", "a@b.co",
    ]
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_news_in_any_state_of_repair_keeps_its_text_and_offsets(text: str) -> None:
    article = from_text(text, "-", GIVEN)
    if not isinstance(article, Article):
        assert article.reason
        return
    assert article.text == text
    _check(article)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_string_is_an_article_or_a_failure(text: str) -> None:
    article = from_text(text, "-", GIVEN)
    if isinstance(article, Article):
        _check(article)
    else:
        assert article.reason


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_an_article_or_a_failure(raw: bytes) -> None:
    article = from_bytes(raw, "-", GIVEN)
    if isinstance(article, Article):
        _check(article)
    else:
        assert article.reason


def _check(article: Article) -> None:
    text, end = article.text, 0
    uncovered = ""
    for part in article.parts:
        assert end <= part.start < part.end <= len(text)
        uncovered += text[end : part.start]
        end = part.end
    uncovered += text[end:]
    assert not uncovered.translate(INVISIBLE).strip()
    for passage in (article.published.passage, article.dateline and article.dateline.passage):
        if passage:
            assert text[passage.start : passage.end] == passage.text
    edtf = article.published.edtf
    assert edtf is None or (valid(edtf) and parse_edtf(edtf))
    assert from_text(text, "other", GIVEN).id == article.id  # type: ignore[union-attr]


HOSTILE = [
    " ", ",", ", ", "‘", "“", "(", ")", "[", "]", "\n", ",\n", "\r\n", "_",
    "a", "A ", "A. ", "By ", "Jane Doe, ",
    "By Jane Doe, ", "1", "1 ", "on the ", "Monday ", "March 5 ", "(AP) ", "A/", "A-",
    "—", "-", "#", "# a\n",
    "![", "<", "<p>", "---\n", "a: b\n", "===\n", "\u00a0",
    "\ufeff", "contributed ", "is the editor of ",
    "Jane Doe is the ", "\t\n", "a.b", "@", "...", "a ", "WASHINGTON, ", "Reuters/", "Photo: ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize(
    "head", ["", "The mayor said that the bridge would reopen and the ferry stop.\n\n"]
)
def test_a_hundred_kilobytes_of_anything_take_seconds_at_most(piece: str, head: str) -> None:
    text = head + piece * (100_000 // len(piece))
    started = time.process_time()
    from_text(text, "-", GIVEN)
    assert time.process_time() - started < 5
