"""What is told of articles beforehand, and what they say of themselves: addresses and names."""

from __future__ import annotations

import pytest

from onrecord.errors import GivenInvalid
from onrecord.ingest import Given, from_text
from onrecord.ingest.addresses import is_address, one_line
from onrecord.ingest.given import Metadata, edtf_from
from onrecord.model import Article

PROSE = "The bridge will stay closed until May, the mayor of the town said on Monday morning. " * 4
ADDRESSES = [
    "https://paper.example/2024/03/26/bridge?page=2#top",
    "http://paper.example:8080",
    "HTTPS://PAPER.EXAMPLE/A",
    "https://zürich.example/brücke",
    "https://xn--zrich-kva.example./",
    "http://127.0.0.1/a",
    "http://[::1]:80/a",
    "https://paper.example/a|b{c}'d",
]
NO_ADDRESSES = [
    "",
    "javascript:alert(1)",
    "JavaScript:alert(1)//https://paper.example",
    " \tjava\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "ftp://paper.example/a",
    "mailto:ada@paper.example",
    "blob:https://paper.example/a",
    "//paper.example/a",
    "/2024/03/26/bridge",
    "paper.example/a",
    "https:paper.example",
    "https://",
    "https:///a",
    "https://./a",
    "https://paper..example/a",
    "https://paper.example:port/a",
    "https://[::1/a",
    "https://paper.example@elsewhere.example/",
    "https://ada:secret@paper.example/",
    "https://paper.example/a b",
    "https://paper.example/\u202egpj.a",
    "https://paper.example\\@elsewhere.example",
    "https://paper.example/\x00",
    'https://paper.example/"onclick=',
    "https://paper.example/" + "a" * 2000,
]


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_of_http_with_a_host_is_one(url: str) -> None:
    assert is_address(url)
    assert Given(url=f" {url}\n").url == url
    assert Metadata(url=url).url == url


@pytest.mark.parametrize("url", NO_ADDRESSES)
def test_what_is_no_address_is_refused_by_hand_and_unknown_in_an_article(url: str) -> None:
    assert not is_address(url)
    with pytest.raises(GivenInvalid, match="address"):
        Given(url=url)
    assert Metadata(url=url).url is None


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_no_page_and_no_front_matter_has_another_address(url: str) -> None:
    page = (
        f'<html><head><link rel="canonical" href="{url}"><meta property="og:url" content="{url}">'
        f'<meta name="twitter:url" content="{url}"></head><body><p>{PROSE}</p></body></html>'
    )
    for text in (page, f"---\ntitle: Bridge\nurl: {url}\n---\n\n{PROSE}"):
        article = from_text(text, "a.md", Given())
        assert isinstance(article, Article)
        assert article.url is None


def test_a_publisher_is_one_line_of_letters() -> None:
    assert Given(publisher=" The\x00 Alba\r\n\u202eHerald\u2069 ").publisher == "The Alba Herald"
    assert Given(publisher=" \u202e\x07").publisher is None
    assert one_line("صحيفة\u200f Éire\u200d \ud800") == "صحيفة\u200f Éire\u200d"


def test_a_publisher_of_a_page_is_none() -> None:
    assert Given(publisher="A" * 200).publisher == "A" * 200
    with pytest.raises(GivenInvalid, match="10,000 characters"):
        Given(publisher="A" * 10_000)
    text = f"---\nauthor: {'a' * 9000}\npublisher: {'A' * 9000}\n---\n\n{PROSE}"
    article = from_text(text, "a.md", Given())
    assert isinstance(article, Article)
    assert (article.publisher, article.authors) == (None, ())


def test_what_a_page_says_of_itself_turns_no_line_round() -> None:
    said = Metadata(title="Bridge\u202e closed", authors=("Ada\x1b Roe", "\x00"), publisher="A\tB")
    assert (said.title, said.authors, said.publisher) == ("Bridge closed", ("Ada Roe",), "A B")


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2024-03-26T10:00Z", "2024-03-26"),
        ("2024-03", "2024-03"),
        ("May 2024", "2024-05"),
        ("2024", "2024"),
        ("2024-13-45", None),
        ("2024-13", None),
        ("2024-02-30", None),
    ],
)
def test_what_a_page_gives_as_its_date_is_one_of_the_calendar_or_none(
    written: str, edtf: str | None
) -> None:
    assert edtf_from(written) == edtf
