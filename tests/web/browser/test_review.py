"""Reviewing from end to end: what is said of an entry is shown everywhere, and undone at will."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from onrecord.record import Record
from tests.web.browser.conftest import Opener

MEAN = "it is the mayor who says so"


@pytest.fixture(params=[True, False], ids=["with script", "without"])
def page(request: pytest.FixtureRequest, own_room: str, open_page: Opener) -> Page:
    return open_page(own_room, "/statements", java_script_enabled=request.param)


def review(page: Page, id: str, verdict: str, why: str) -> None:
    page.goto(f"/review/entry/{id}")
    page.get_by_role("radio", name=re.compile(verdict)).check()
    page.get_by_role("textbox", name=re.compile("^Why")).fill(why)
    page.get_by_role("button", name="Put on the record").click()


def mixed(page: Page) -> str:
    """What programs get of the statements that a test rejects one of."""
    return page.request.get("/statements.json?manner=mixed&limit=500").text()


def first(where: Path, **question: object) -> str:
    with Record.open(where, create=False) as record:
        return next(record.statements(**question)).statement.id


def test_statement_is_reached_confirmed_and_the_word_is_undone(page: Page) -> None:
    page.locator("a.review").nth(4).click()
    page.get_by_role("radio", name=re.compile("It is right")).check()
    page.get_by_role("textbox", name=re.compile("^Why")).fill("heard it")
    page.get_by_role("button", name="Put on the record").click()
    page.wait_for_url("**/statements*")
    page.goto("/review/said")
    said = page.locator(".saying", has_text="heard it")
    expect(said).to_contain_text("confirmed")
    said.get_by_text("Undo").first.click()
    said.get_by_label("Why").fill("misheard")
    said.get_by_role("button", name="Undo").click()
    page.goto("/review/said")
    expect(page.locator(".saying", has_text="heard it")).to_contain_text("undone")
    expect(page.locator(".saying", has_text="heard it")).to_contain_text("misheard")


def test_what_is_rejected_leaves_the_record_and_comes_back(page: Page, copied: Path) -> None:
    id = first(copied, manner="mixed")
    assert id in mixed(page)
    review(page, id, "Not a statement", MEAN)
    assert id not in mixed(page)
    page.goto(f"/review/entry/{id}")
    expect(page.get_by_role("main")).to_contain_text("It is not in the reading")
    page.get_by_text("Undo", exact=True).first.click()
    page.get_by_role("button", name="Undo").click()
    assert id in mixed(page)


def test_wrong_source_is_put_right_and_both_are_shown(page: Page, copied: Path) -> None:
    id = first(copied, by="Okell", manner="direct")
    page.goto(f"/review/entry/{id}")
    page.get_by_role("radio", name=re.compile("Wrong source")).check()
    page.get_by_label("It was").select_option(index=2)
    chosen = page.locator("select[name=source] option:checked").inner_text().split(" (")[0]
    page.get_by_role("textbox", name=re.compile("^Why")).fill(MEAN)
    page.get_by_role("button", name="Put on the record").click()
    page.goto(f"/review/entry/{id}")
    said = page.locator(".saying", has_text="source corrected")
    expect(said.locator("del")).to_contain_text("Okell")
    expect(said.locator("ins")).to_have_text(chosen)


def test_people_are_kept_apart_and_joined_again(page: Page) -> None:
    page.goto("/review")
    pair = page.locator(".pair").filter(has=page.locator("form.judging")).first
    title = pair.get_by_role("heading").inner_text().split(": ", 1)[-1]
    pair.get_by_label("Why").fill("two streets, two mayors")
    pair.get_by_role("button", name="Different").click()
    expect(page.get_by_role("main")).to_contain_text("judged different")
    said = page.locator(".saying", has_text="two streets, two mayors")
    expect(said).to_have_count(1)
    assert title
    said.get_by_text("Undo").first.click()
    said.get_by_label("Why").fill("one street")
    said.get_by_role("button", name="Undo").click()
    page.goto("/review/said")
    expect(page.locator(".saying", has_text="two streets")).to_contain_text("undone")
