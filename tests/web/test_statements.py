"""The page of statements: what is found, what narrows it, and that addresses hold it all."""

from __future__ import annotations

import csv
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html
from starlette.testclient import TestClient

from onrecord.model import Reading
from tests.dam import dam
from tests.fakes import FakeReader, article_of, example_reading
from tests.web.press import press
from tests.web.shown import page, room, words

MANY = 90


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with room(tmp_path, dam(), example_reading(), *press()) as client:
        yield client


def lines(shown: html.HtmlElement) -> list[html.HtmlElement]:
    return list(shown.xpath("//article[contains(@class, 'said')]"))


def facet(shown: html.HtmlElement, title: str) -> dict[str, html.HtmlElement]:
    """The choices of a facet by their words."""
    boxes = shown.xpath(f"//aside//section[h3='{title}']//li")
    return {words(box.xpath("a")[0]): box for box in boxes}


def chips(shown: html.HtmlElement) -> dict[str, str]:
    """The filters in English, each with the address that takes it off."""
    found = shown.xpath("//a[@class='chip']")
    return {words(each).partition(" ×")[0]: each.get("href") for each in found}


def count(shown: html.HtmlElement) -> str:
    return words(shown.xpath("//p[@class='english']/strong")[0])


def test_a_statement_stands_with_its_source_its_words_in_place_and_its_article(
    client: TestClient,
) -> None:
    shown = page(client, "/statements?by=Doe&manner=direct")
    (line,) = lines(shown)
    assert words(line.xpath(".//a[@class='who']")[0]) == "Jane Doe"
    assert words(line.xpath(".//span[@class='how']")[0]) == "“said” · say, direct"
    assert words(line.xpath(".//mark[@class='content']")[0]) == "The bridge is safe,"
    assert words(line.xpath(".//mark[@class='cue']")[0]) == "said"
    spoken = example_reading().statements[0]
    (article,) = line.xpath(".//a[@class='card']")
    assert article.get("href") == f"/article/{example_reading().article.id}#{spoken.id}"
    assert "2023-11-06" in words(line)


def test_who_passed_a_statement_on_is_named(client: TestClient) -> None:
    (line, *_) = lines(page(client, "/statements?relayed=yes&by=Doe"))
    assert words(line.xpath(".//span[@class='via']")[0]) == "via The Alba Herald ← engineers"


def test_each_filter_is_an_english_sentence_that_can_be_taken_off(client: TestClient) -> None:
    shown = page(client, "/statements?by=Doe&manner=direct&since=2023")
    off = chips(shown)
    assert list(off) == ["by “Doe”", "in direct manner", "dated 2023 or later"]
    left = parse_qs(urlsplit(off["in direct manner"]).query)
    assert left == {"by": ["Doe"], "since": ["2023"]}
    assert count(shown) == "1 statement"
    assert count(page(client, f"/statements{off['in direct manner']}")) == "2 statements"


def test_a_choice_leads_to_as_many_statements_as_it_counts(client: TestClient) -> None:
    shown = page(client, "/statements")
    titles = [words(each) for each in shown.xpath("//aside//h3")]
    assert {"Source", "Manner", "Act", "Publisher", "Month", "Event in it"} <= set(titles)
    for title in titles:
        for box in facet(shown, title).values():
            number = words(box.xpath("span[@class='count']")[0])
            there = page(client, f"/statements{box.xpath('a')[0].get('href')}")
            assert count(there).split()[0] == number, (title, words(box))


def test_a_choice_that_is_made_is_shown_as_made_and_taken_back(client: TestClient) -> None:
    shown = page(client, "/statements?manner=direct&by=Doe")
    (made,) = facet(shown, "Manner")["direct"].xpath("a[@aria-current='true']")
    assert parse_qs(urlsplit(made.get("href")).query) == {"by": ["Doe"]}
    month = page(client, "/statements?during=2023-11")
    (made,) = facet(month, "Month")["November 2023"].xpath("a[@aria-current='true']")
    assert made.get("href") == "?"


def test_the_box_keeps_the_other_filters(client: TestClient) -> None:
    shown = page(client, "/statements?by=Doe&unnamed=no&text=bridge&status=happened&status=denied")
    (form,) = shown.xpath("//form[@class='sought']")
    hidden = [(each.get("name"), each.get("value")) for each in form.xpath("input[@type='hidden']")]
    assert ("by", "Doe") in hidden
    assert ("unnamed", "no") in hidden
    assert [value for name, value in hidden if name == "status"] == ["happened", "denied"]
    assert form.xpath("input[@name='text']")[0].get("value") == "bridge"


def test_statements_stand_forty_a_page_in_the_order_asked_for(tmp_path: Path) -> None:
    with room(tmp_path, many()) as client:
        first = page(client, "/statements?order=record")
        (further,) = first.xpath("//a[@rel='next']")
        second = page(client, f"/statements{further.get('href')}")
        assert [len(lines(each)) for each in (first, second)] == [40, 40]
        third = client.get("/statements.json?order=record&page=3").json()
        assert (third["total"], len(third["statements"])) == (MANY, MANY - 80)
        every = [
            words(line.xpath(".//mark")[0]) for shown in (first, second) for line in lines(shown)
        ]
        assert len(set(every)) == 80
        past = client.get("/statements?page=9")
        assert past.status_code == 404
        assert "there is no page 9 of this list; the last is 3" in past.text


def many() -> Reading:
    text = "\n".join(f"Speaker {n}: word{n} of {'many ' * 8}" for n in range(MANY))
    return FakeReader().read(article_of(text, "The Long Post"))


def test_a_page_weighs_less_than_a_hundred_kilobytes(tmp_path: Path) -> None:
    with room(tmp_path, many(), dam(), *press()) as client:
        query = "by=Speaker&publisher=Long&manner=indirect&act=say&unnamed=no&text=word*"
        assert len(client.get(f"/statements?{query}").content) < 100_000


def test_what_cannot_be_asked_is_said_in_a_sentence(client: TestClient) -> None:
    wrong = {
        "/statements?since=soon": "“soon” is no date",
        "/statements?order=latest": "“latest” is no order",
        "/statements?action=DANCE": "“DANCE” is no action",
        "/statements?search=smell": "“smell” is no kind of search",
        "/statements?unnamed=perhaps": "neither yes nor no",
        "/statements?entity=me": "no id of a person",
    }
    for address, said in wrong.items():
        answer = client.get(address)
        assert answer.status_code == 422, address
        assert said in words(html.fromstring(answer.text)), address


def test_json_has_the_statements_of_the_command_line_and_the_question(client: TestClient) -> None:
    value = client.get("/statements.json?by=Doe&order=record").json()
    assert value["question"] == "statements by “Doe”"
    assert [each["act"] for each in value["statements"]] == ["say", "believe"]
    assert value["statements"][1]["via"][0]["who"] == "The Alba Herald"
    assert {each["field"] for each in value["facets"]} >= {"manner", "act", "relayed"}


def test_csv_has_all_statements_of_the_question(tmp_path: Path) -> None:
    with room(tmp_path, many()) as client:
        rows = list(csv.DictReader(StringIO(client.get("/statements.csv?page=2").text)))
        assert len(rows) == MANY


def test_nothing_found_is_said(client: TestClient) -> None:
    shown = page(client, "/statements?by=Nobody+Known")
    assert count(shown) == "0 statements"
    assert words(shown.xpath("//p[@class='nothing']")[0]).startswith("No statement on the record")


def meaning(number: int) -> bytes:
    return bytes([number, 100]) + bytes(126)


class Understanding(FakeReader):
    """A reader to whom every text means the same."""

    def vector(self, text: str) -> str:  # type: ignore[override]
        return b64encode(meaning(10)).decode()


def test_statements_are_found_by_meaning_with_how_near_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.web.shown.FakeReader", Understanding)
    reading = example_reading()
    near = [
        replace(each, vector=b64encode(meaning(n)).decode())
        for n, each in zip((90, 10), reading.statements, strict=True)
    ]
    with room(tmp_path, dam(), replace(reading, statements=tuple(near))) as client:
        shown = page(client, "/statements?text=repair+works&search=meaning")
        assert list(chips(shown)) == ["near “repair works” in meaning"]
        found = [words(line.xpath(".//mark[@class='content']")[0]) for line in lines(shown)]
        assert found == ["repairs will end in May", "The bridge is safe,"]
        assert "nearness 1.00" in words(lines(shown)[0])
        assert count(shown) == "the nearest 2 statements"
        assert words(shown.xpath("//*[@id='narrow-head']")[0]) == "Narrow down the nearest 2"
        beyond = "/statements.json?text=repair+works&search=meaning&page=2"
        assert client.get(beyond).status_code == 404
        direct = facet(shown, "Manner")["direct"].xpath("a")[0].get("href")
        asked = parse_qs(urlsplit(direct).query)
        assert asked == {"manner": ["direct"], "search": ["meaning"], "text": ["repair works"]}
        value = client.get(f"/statements.json{direct}").json()
        assert value["total"] == len(value["statements"]) == 1
        assert 0 < value["statements"][0]["nearness"] < 1
        rows = list(csv.DictReader(StringIO(client.get(f"/statements.csv{direct}").text)))
        assert [row["act"] for row in rows] == ["say"]


def test_words_without_a_meaning_are_refused(client: TestClient) -> None:
    answer = client.get("/statements?text=bridge&search=meaning")
    assert answer.status_code == 422
    assert "it has no words" in answer.text


def test_hostile_words_in_a_question_are_shown_as_text(client: TestClient) -> None:
    answer = client.get("/statements?by=%3Cscript%3Ealert(1)%3C/script%3E&text=%22%27%3E%3Cb%3E")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert next(iter(chips(html.fromstring(answer.text)))) == "by “<script>alert(1)</script>”"
