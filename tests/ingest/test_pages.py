"""Pages: the article's text with its paragraphs, and what JSON-LD and meta elements say."""

from __future__ import annotations

import json
from datetime import date

import pytest

from onrecord.ingest import Given, from_bytes, from_text
from onrecord.ingest.pages import is_page
from onrecord.model import Article, Failure

GIVEN = Given(today=date(2026, 11, 21))
PROSE = [
    "The bridge reopened on Monday, the council said, and the ferry that had replaced it for "
    "two years "
    "stopped running the same evening.",
    "“We are glad,” said Mayor Jane Doe, who had promised the repair in her first campaign and "
    "paid for "
    "its delay in her second.",
    "The repair cost twice what had been planned. The council has not said who will pay the "
    "rest, and "
    "the builder declined to comment.",
]
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "The Ashby Courier"},
        {
            "@type": "NewsArticle",
            "headline": "Bridge reopens after two years",
            "datePublished": "2024-03-26T22:10:00-05:00",
            "author": [
                {"@type": "Person", "name": "Jane Roe"},
                {"@type": "Person", "name": "Li Wei"},
            ],
            "publisher": {"@type": "Organization", "name": "The Ashby Courier"},
        },
    ],
}


def _page(head: str = "", title: str = "Bridge reopens after two years", extra: str = "") -> str:
    prose = "".join(f"<p>{p}</p>" for p in PROSE)
    return (
        "<!DOCTYPE html><html lang='en'><head>"
        f"<title>{title} | The Ashby Courier</title>{head}</head><body>"
        "<nav><a href='/'>Home</a><a href='/news'>News</a></nav>"
        f"<article><h1>{title}</h1>{extra}{prose}"
        "</article><footer>© 2024 The Ashby Courier</footer></body></html>"
    )


def _read(html: str, name: str = "a.html", given: Given = GIVEN) -> Article:
    article = from_text(html, name, given)
    assert isinstance(article, Article), article
    return article


def _linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_the_text_is_the_title_and_the_paragraphs_set_apart() -> None:
    article = _read(_page())
    assert article.text == "\n\n".join(["Bridge reopens after two years", *PROSE]) + "\n"
    assert [p.kind for p in article.parts] == ["title", "body"]


def test_json_ld_gives_title_authors_publisher_and_the_local_day() -> None:
    article = _read(_page(_linked(LINKED)))
    assert article.title == "Bridge reopens after two years"
    assert article.authors == ("Jane Roe", "Li Wei")
    assert article.publisher == "The Ashby Courier"
    assert (article.published.edtf, article.published.basis) == ("2024-03-26", "metadata")
    assert article.published.passage is None


def test_open_graph_fills_what_json_ld_does_not_say() -> None:
    head = (
        '<meta property="og:title" content="Bridge reopens after two years | The Ashby Courier">'
        '<meta property="og:site_name" content="The Ashby Courier">'
        '<meta name="author" content="By Jane Roe">'
        '<meta property="article:published_time" content="2024-03-26T10:00:00Z">'
        '<link rel="canonical" href="https://courier.example/2024/03/25/bridge">'
    )
    article = _read(_page(head))
    assert article.title == "Bridge reopens after two years"
    assert article.publisher == "The Ashby Courier"
    assert article.authors == ("Jane Roe",)
    assert article.url == "https://courier.example/2024/03/25/bridge"
    assert article.published.edtf == "2024-03-25"  # the address has the publisher's own day


@pytest.mark.parametrize(
    "broken", ["{", "[]", "null", '{"@type": 5}', '"NewsArticle"', "[[[[[]]]]]"]
)
def test_broken_json_ld_is_passed_over(broken: str) -> None:
    script = f'<script type="application/ld+json">{broken}</script>'
    assert _read(_page(script + _linked(LINKED))).authors == ("Jane Roe", "Li Wei")


def test_a_date_after_today_is_not_believed() -> None:
    article = _read(_page(_linked({**LINKED["@graph"][1], "datePublished": "2031-01-01"})))  # type: ignore[dict-item]
    assert article.published.edtf != "2031-01-01"


def test_a_date_given_by_hand_wins_over_the_page() -> None:
    given = Given(published="2024-03-25", today=date(2026, 11, 21))
    assert _read(_page(_linked(LINKED)), given=given).published.basis == "given"


def test_a_page_is_known_by_its_name_or_its_beginning() -> None:
    assert is_page("no tags", "a.HTM")
    assert is_page("\n<!-- saved -->\n<!doctype HTML>\n<html>", "-")
    assert is_page('<?xml version="1.0"?><html>', "-")
    assert not is_page("The <html> tag opens a page.", "a.txt")


def test_a_page_with_a_declared_encoding_is_read_from_bytes() -> None:
    html = _page('<meta charset="windows-1252">')
    article = from_bytes(html.encode("cp1252"), "a.html", GIVEN)
    assert isinstance(article, Article)
    assert "“We are glad,”" in article.text


@pytest.mark.parametrize(
    "html", ["<html></html>", "<html><body><nav>Home</nav></body></html>", "<html>"]
)
def test_a_page_without_an_article_is_a_failure(html: str) -> None:
    failure = from_text(html, "a.html", GIVEN)
    assert isinstance(failure, Failure)
    assert "empty" in failure.reason


def test_a_page_in_another_language_is_a_failure() -> None:
    prose = (
        "<p>Der Bürgermeister sagte, die Brücke werde nach zwei Jahren wieder geöffnet.</p>"
        "<p>Die Kosten seien hoch, und der Stadtrat habe dem Vorhaben erst im Mai zugestimmt.</p>"
    )
    failure = from_text(f"<html><body><article>{prose}</article></body></html>", "a.html", GIVEN)
    assert isinstance(failure, Failure)
    assert "German" in failure.reason


def test_deep_nesting_is_survived() -> None:
    html = (
        "<html><body>" + "<div>" * 3000 + f"<p>{PROSE[0]}</p>" + "</div>" * 3000 + "</body></html>"
    )
    assert isinstance(from_text(html, "a.html", GIVEN), Article | Failure)
