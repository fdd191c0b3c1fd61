"""The page of one article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from starlette.testclient import TestClient

from onrecord import exchange
from onrecord.model import Entity, Figure, Mention, Part, Reading, When, identify, passage
from tests.dam import dam
from tests.fakes import article_of, example_reading, statement_of
from tests.readings import readings
from tests.web.press import press
from tests.web.shown import page, room, words

HOSTILE = (
    "<script>alert(1)</script> Mayor Jane Doe said “<img src=x onerror=alert(2)>” on Monday. "
    "\u202eevil\u202c \x1b[31mred\x1b[0m &lt;b&gt; \ud800 end\n"
)


@pytest.fixture
def told(tmp_path: Path) -> Iterator[TestClient]:
    with room(tmp_path, dam()) as client:
        yield client


@pytest.fixture
def linked(tmp_path: Path) -> Iterator[TestClient]:
    with room(tmp_path, *press(), link=True) as client:
        yield client


def own(reading: Reading) -> str:
    return f"/article/{reading.article.id}"


def test_text_is_shown_as_it_was_published(told: TestClient) -> None:
    text = page(told, own(dam())).xpath("//div[@class='text']")[0]
    assert words(text) == " ".join(dam().article.text.split())


def test_words_of_an_entry_say_which_entry_they_are_of(told: TestClient) -> None:
    shown = page(told, own(dam()))
    for event in dam().events:
        marks = shown.xpath(f"//mark[contains(@data-of, '{event.id}')]")
        assert event.trigger.text.split()[0] in " ".join(map(words, marks))


def test_every_entry_leads_to_its_words_and_they_lead_to_it(told: TestClient) -> None:
    reading = dam()
    shown = page(told, own(reading))
    for entry in (*reading.statements, *reading.events, *reading.figures):
        assert len(shown.xpath(f"//*[@id='{entry.id}']")) == 1
        assert shown.xpath(f"//li[@id='about-{entry.id}']//a[@href='#{entry.id}']")
    ids = [each.get("id") for each in shown.xpath("//*[@id]")]
    assert len(ids) == len(set(ids))


def test_links_within_a_page_lead_somewhere(told: TestClient) -> None:
    shown = page(told, own(dam()))
    ids = {each.get("id") for each in shown.xpath("//*[@id]")}
    assert {each.get("href")[1:] for each in shown.xpath("//a[starts-with(@href, '#')]")} <= ids


def test_entry_leads_to_its_article_and_its_words_there(told: TestClient) -> None:
    event = dam().events[2].id
    answer = told.get(f"/article/{event}")
    assert answer.status_code == 307
    assert answer.headers["location"] == f"{own(dam())}?entry={event}#{event}"
    shown = page(told, answer.headers["location"])
    assert shown.xpath(f"//mark[contains(@class, 'pointed') and contains(@data-of, '{event}')]")


def test_beginning_of_an_id_leads_to_the_article(told: TestClient) -> None:
    id = dam().article.id
    assert told.get(f"/article/{id[:9]}").headers["location"] == f"/article/{id}"


def test_unknown_id_is_not_found(told: TestClient) -> None:
    assert told.get("/article/art_nothing").status_code == 404
    assert told.get("/article/art_nothing.json").json()["error"]


def test_json_is_the_reading_without_vectors(told: TestClient) -> None:
    given = told.get(f"{own(dam())}.json").json()
    expected = exchange.json_ready(dam())
    for statement in expected["statements"]:
        del statement["vector"]
    assert given == {**expected, "article": {**expected["article"], "input": "dam.txt"}}


def test_kinds_of_marks_are_switched_without_script(told: TestClient) -> None:
    boxes = page(told, own(dam())).xpath("//fieldset[@class='kinds']//input[@type='checkbox']")
    assert {box.get("id") for box in boxes} >= {
        "show-source", "show-cue", "show-content", "show-event", "show-figure", "show-date",
    }  # fmt: skip


def test_chain_of_relaying_goes_from_the_publisher_to_the_source(tmp_path: Path) -> None:
    reading = example_reading()
    with room(tmp_path, reading) as client:
        shown = page(client, own(reading))
    chain = shown.xpath("//ol[@class='chain']")[0]
    assert [words(each) for each in chain.xpath("li")] == [
        "Alba Herald", "The Alba Herald", "engineers", "Jane Doe",
    ]  # fmt: skip
    root = shown.xpath("//div[@class='tree']/ul/li")[0]
    assert words(root.xpath("span")[0]) == "Alba Herald"
    assert words(root.xpath("ul/li/ul/li/span")[0]) == "engineers"


def test_copies_and_others_who_report_the_same_stand_beside_it(linked: TestClient) -> None:
    shown = page(linked, own(press()[0]))
    printings = words(shown.xpath("//section[@aria-labelledby='copies']")[0])
    assert "The Port Mail" in printings
    assert "Valley News" not in printings
    others = words(shown.xpath("//section[@aria-labelledby='others']")[0])
    assert "Valley News" in others
    assert "The Port Mail" not in others
    assert shown.xpath("//li[contains(@class, 'statement')]//a[starts-with(@href, '/utterance/')]")


def test_rejected_entry_is_struck_through_and_confirmed_one_says_so(tmp_path: Path) -> None:
    reading = dam()
    with room(tmp_path, reading) as client:
        record = client.app.state.record  # type: ignore[attr-defined]
        record.review.correct(reading.events[0].id, "reject", by="Ada Marsh", why="no event at all")
        record.review.correct(reading.events[1].id, "confirm", by="Ada Marsh")
        shown = page(client, own(reading))
    (gone,) = shown.xpath("//section[@class='rejected']//li")
    assert words(gone.xpath(".//s")[0]) == reading.events[0].trigger.text
    assert "no event at all" in words(gone)
    assert "confirmed" in words(shown.xpath(f"//li[@id='about-{reading.events[1].id}']")[0])


def test_article_of_hostile_words_is_shown_as_text(tmp_path: Path) -> None:
    article = article_of(HOSTILE, title="<b>bold</b>", publisher='"><script>', url="javascript:x()")
    said = statement_of(article, "Jane Doe\ud800<i>", "<img src=x onerror=alert(2)>")
    with room(tmp_path, Reading("fake/1", article, (), (said,))) as client:
        answer = client.get(f"/article/{article.id}")
        shown = page(client, f"/article/{article.id}")
    assert answer.status_code == 200
    assert not shown.xpath("//img | //b | //i | //main//script")
    assert not any(letter in answer.text for letter in "\u202e\u202c\x1b\ud800")
    assert "<script>alert(1)</script>" in words(shown.xpath("//div[@class='text']")[0])
    assert not shown.xpath("//a[starts-with(@href, 'javascript')]")
    assert "javascript:x()" in words(shown.xpath("//dl[@class='imprint']")[0])


def test_web_address_is_a_link_that_tells_nobody_where_one_comes_from(tmp_path: Path) -> None:
    reading = dam()
    reading = replace(reading, article=replace(reading.article, url="https://example.org/a?b=c"))
    with room(tmp_path, reading) as client:
        (link,) = page(client, own(reading)).xpath("//a[@href='https://example.org/a?b=c']")
    assert link.get("rel") == "noreferrer noopener"


@settings(max_examples=10)
@given(readings())
def test_any_reading_can_be_shown(
    tmp_path_factory: pytest.TempPathFactory, reading: Reading
) -> None:
    with room(tmp_path_factory.mktemp("any"), reading) as client:
        assert client.get(own(reading)).status_code == 200
        assert json.loads(client.get(f"{own(reading)}.json").text)


def long_article(lines: int) -> Reading:
    """An article of very many lines, each with a statement and a figure."""
    line = (
        "Warden {n} of the lower valley said {n} boats had left the harbour since the spring.\n\n"
    )
    article = article_of("".join(line.format(n=n) for n in range(lines)), publisher="Alba Herald")
    statements, figures, entities, at = [], [], [], 0
    template = statement_of(article, "Warden", "boats")
    for n in range(lines):
        name, count = f"Warden {n}", f"{n} boats had left the harbour"
        start = article.text.index(count, at)
        id, who = identify("sta", article.id, n), identify("ent", article.id, n)
        source, cue = (
            passage(article.text, at, at + len(name)),
            passage(article.text, start - 5, start - 1),
        )
        content = passage(article.text, start, start + len(count))
        entities.append(Entity(who, name, "person", (), (Mention(*_ends(source), "name"),)))
        statements.append(
            replace(
                template, id=id, entity=who, who=name, source=source, cue=cue, content=(content,)
            )
        )
        counted = passage(article.text, start, start + len(f"{n} boats"))
        figures.append(Figure(identify("fig", article.id, n), counted, value=n, as_of=When()))
        at = article.text.index("\n\n", start) + 2
    parts = (Part("body", 0, len(article.text)),)
    own = replace(article, parts=parts)
    return Reading("fake/1", own, tuple(entities), tuple(statements), (), tuple(figures))


def _ends(source: object) -> tuple[int, int, str]:
    return source.start, source.end, source.text  # type: ignore[attr-defined]


def test_very_long_article_comes_in_sections_and_each_entry_in_its_own(tmp_path: Path) -> None:
    reading = long_article(800)
    last = reading.statements[-1].id
    with room(tmp_path, reading) as client:
        first = page(client, own(reading))
        assert words(first.xpath("//nav[@class='pager']/span")[0]).startswith("Section 1 of ")
        assert not first.xpath(f"//*[@id='{last}']")
        assert page(client, f"{own(reading)}?section=2").xpath("//div[@class='text']")
        there = page(client, client.get(f"/article/{last}").headers["location"])
        assert there.xpath(f"//mark[contains(@class, 'pointed')][contains(@data-of, '{last}')]")
        assert client.get(f"{own(reading)}?section=nonsense").status_code == 200
