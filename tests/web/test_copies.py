"""The lists of articles and of stories printed more than once."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.press import press
from tests.web.shown import page, room, words


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with room(tmp_path, *press(), link=True) as client:
        yield client


def test_story_lists_its_original_and_what_every_printing_is(client: TestClient) -> None:
    (story,) = page(client, "/copies").xpath("//section[@class='story']")
    printings = [words(each) for each in story.xpath(".//li")]
    assert printings[0].startswith("original Coastline")
    assert printings[1].startswith("copy 100% of it in the original The Port Mail")
    assert story.xpath(f".//a[@href='/article/{press()[1].article.id}']")


def test_copies_are_asked_by_publisher_and_date(client: TestClient) -> None:
    assert client.get("/copies.json?publisher=Mail").json()["total"] == 1
    assert client.get("/copies.json?publisher=Valley").json()["total"] == 0
    assert "No story" in words(page(client, "/copies?since=2040").xpath("//p[@class='nothing']")[0])


def test_copies_as_csv_have_a_row_for_each_printing(client: TestClient) -> None:
    rows = list(csv.DictReader(StringIO(client.get("/copies.csv").text)))
    assert [row["relation"] for row in rows] == ["original", "copy", "copy"]


def test_articles_are_listed_newest_first_with_how_often_they_are_printed(
    client: TestClient,
) -> None:
    shown = page(client, "/articles").xpath("//tbody/tr")
    rows = [[words(cell) for cell in row] for row in shown]
    assert rows[0] == ["2031-05-08", "Inland Star", "The river is everyone’s", "1", ""]
    assert [row[-1] for row in rows].count("printed 3 times") == 3
    oldest = page(client, "/articles?order=oldest").xpath("//tbody/tr")[0]
    assert "Coastline" in words(oldest)


def test_articles_are_asked_and_paged(client: TestClient) -> None:
    found = client.get("/articles.json?publisher=Valley").json()
    assert (found["total"], found["articles"][0]["publisher"]) == (1, "Valley News")
    shown = page(client, "/articles?limit=4&page=2")
    assert len(shown.xpath("//tbody/tr")) == 2
    assert shown.xpath("//a[@rel='prev']")[0].get("href") == "?order=newest&limit=4"


def test_articles_as_csv_are_all_of_them(client: TestClient) -> None:
    rows = list(csv.DictReader(StringIO(client.get("/articles.csv?limit=2").text)))
    assert len(rows) == 6


def test_empty_record_says_so(tmp_path: Path) -> None:
    with room(tmp_path) as client:
        assert "No article" in words(page(client, "/articles").xpath("//p[@class='nothing']")[0])
