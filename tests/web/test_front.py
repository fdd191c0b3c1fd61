"""The front page: the record in numbers, and the ways into it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.dam import dam
from tests.fakes import example_reading
from tests.web.press import press
from tests.web.shown import page, room, words


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with room(tmp_path, dam(), example_reading(), *press(), link=True) as client:
        yield client


def test_the_front_says_what_is_on_the_record(client: TestClient) -> None:
    said = words(page(client, "/").xpath("//p[@class='lede']")[0])
    articles = 2 + len(press())
    assert said.startswith(f"{articles} articles by ")
    statements = sum(len(each.statements) for each in (dam(), example_reading(), *press()))
    assert f"{statements} statements by " in said
    assert f"{len(dam().events)} events and {len(dam().figures)} figures." in said


def test_the_newest_articles_come_first(client: TestClient) -> None:
    newest = page(client, "/").xpath("//section[@id='newest']//a[@class='card']")
    assert newest[0].get("href") == f"/article/{press()[-1].article.id}"


def test_those_heard_most_lead_to_themselves_and_their_statements(client: TestClient) -> None:
    first = page(client, "/").xpath("//section[@aria-labelledby='people']//li")[0]
    name, number = first.xpath(".//a")
    assert words(name) == "Petra Lindholt"
    assert name.get("href").startswith("/entity/per_")
    there = page(client, number.get("href"))
    counted = words(there.xpath("//p[@class='english']/strong")[0])
    assert counted.split()[0] == words(number).removeprefix("statements: ")


def test_topics_lead_to_as_many_statements_as_they_count(client: TestClient) -> None:
    topics = page(client, "/").xpath("//section[@aria-labelledby='topics']//li")
    assert topics
    for topic in topics[:4]:
        there = page(client, topic.xpath("a")[0].get("href"))
        counted = words(there.xpath("//p[@class='english']/strong")[0])
        assert counted.split()[0] == words(topic.xpath("span[@class='count']")[0])


def test_the_plot_leads_to_the_statements_of_a_stretch(client: TestClient) -> None:
    marks = page(client, "/").xpath("//*[local-name()='svg']//*[local-name()='a']/@href")
    stretches = [href for href in marks if href.startswith("/statements?during=")]
    assert stretches
    counted = words(page(client, stretches[0]).xpath("//p[@class='english']/strong")[0])
    assert int(counted.split()[0]) > 0


def test_links_of_another_version_are_told(tmp_path: Path) -> None:
    with room(tmp_path, dam(), link=True) as client:
        assert client.get("/index.json").json()["linked_by_others"] == 0
        for where in tmp_path.glob("*.db"):
            with closing(sqlite3.connect(where)) as record, record:
                record.execute("UPDATE linked SET by = 'onrecord 0.3.0'")
        assert client.get("/index.json").json()["linked_by_others"] == 1
        notice = words(page(client, "/").xpath("//p[@class='notice']")[0])
        assert notice.startswith("Another version of onrecord linked 1 article")
        assert "onrecord link --again" in notice


def test_articles_that_are_not_linked_are_told(tmp_path: Path) -> None:
    with room(tmp_path, dam()) as client:
        notice = words(page(client, "/").xpath("//p[@class='notice']")[0])
        assert notice.startswith("1 article is not linked yet")
        assert client.get("/index.json").json()["not_linked"] == 1


def test_an_empty_record_says_how_to_begin(tmp_path: Path) -> None:
    with room(tmp_path) as client:
        shown = page(client, "/")
        assert words(shown.xpath("//p[@class='lede']")[0]).startswith("Nothing is on the record")
        assert shown.xpath("//main//a[@href='/add']")
        assert client.get("/index.json").json()["summary"]["articles"] == 0


def test_json_has_what_the_page_shows(client: TestClient) -> None:
    value = client.get("/index.json").json()
    assert value["summary"]["linked"] == value["summary"]["articles"] == 2 + len(press())
    assert value["people"][0]["name"] == "Petra Lindholt"
    assert {"date", "count"} == set(value["over_time"][0])
    assert isinstance(value["disagreements"], list)


def test_facet_front_and_person_page_count_the_same_person_alike(client: TestClient) -> None:
    front = client.get("/index.json").json()
    heard = {each["id"]: each["statements"] for each in front["people"]}
    busiest = {each["value"]: each["count"] for each in front["summary"]["busiest"]}
    (facet,) = (
        each
        for each in client.get("/statements.json").json()["facets"]
        if each["field"] == "entity"
    )
    common = [each for each in facet["values"] if each["value"] in heard]
    assert common
    for choice in common:
        id, count = choice["value"], choice["count"]
        assert heard[id] == busiest[id] == count
        assert client.get(f"/entity/{id}.json").json()["total"] == count
        assert client.get(f"/statements.json?entity={id}").json()["total"] == count


def test_the_filter_by_somebody_says_their_name(client: TestClient) -> None:
    one = client.get("/index.json").json()["people"][0]
    asked = client.get(f"/statements.json?entity={one['id']}").json()
    assert asked["question"] == f"statements of {one['name']}"
    assert client.get("/statements?entity=per_0000000000000001").status_code == 404


def test_what_accounts_differ_in_is_shown_of_every_kind_there_is(client: TestClient) -> None:
    counts = client.get("/disagreements.json").json()["counts"]
    there = {kind for kind, count in counts.items() if count}
    told = client.get("/index.json").json()["disagreements"]
    assert {each["kind"] for each in told} == there
