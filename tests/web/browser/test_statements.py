"""Searching and narrowing down statements: by mouse, by keyboard, without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Opener


def total(page: Page) -> int:
    return int(page.locator(".english strong").inner_text().split()[0].replace(",", ""))


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_facet_narrows_by_keyboard_says_so_and_is_taken_off(
    script: bool, room: str, open_page: Opener
) -> None:
    page = open_page(room, "/statements", java_script_enabled=script)
    every = total(page)
    facets = page.get_by_role("complementary", name="Narrow down")
    facets.get_by_role("link", name="direct", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/statements?*manner=direct*")
    assert 0 < total(page) < every
    assert "direct" in page.locator(".english .chip").inner_text()
    page.locator(".english .chip").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/statements\??$"))
    assert total(page) == every


def test_two_facets_make_one_address_that_can_be_sent(room: str, open_page: Opener) -> None:
    page = open_page(room, "/statements?text=river")
    facets = page.get_by_role("complementary", name="Narrow down")
    facets.get_by_role("link", name="indirect", exact=True).click()
    page.wait_for_url("**manner=indirect**")
    sent = open_page(room, page.url.removeprefix(room))
    assert total(sent) == total(page)
    expect(sent.locator(".english .chip")).to_have_count(2)


def test_meaning_finds_what_words_do_not(room: str, open_page: Opener) -> None:
    page = open_page(room, "/statements")
    page.get_by_role("search", name="Statements").get_by_role("searchbox").fill("peace talks")
    page.get_by_role("radio", name="meaning").check()
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**search=meaning**")
    expect(page.locator("main .entry").first).to_contain_text("nearness")


def test_list_is_turned_over_to_its_end(room: str, open_page: Opener) -> None:
    page = open_page(room, "/statements?limit=30")
    every, seen = total(page), page.locator("main .entry").count()
    while page.locator("a[rel=next]").count():
        page.locator("a[rel=next]").click()
        page.wait_for_load_state()
        seen += page.locator("main .entry").count()
    assert seen == every


def test_table_is_downloaded_whole(room: str, open_page: Opener) -> None:
    page = open_page(room, "/statements")
    every = total(page)
    with page.expect_download() as waited:
        page.get_by_role("contentinfo").get_by_role("link", name="CSV").click()
    lines = waited.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) > every
