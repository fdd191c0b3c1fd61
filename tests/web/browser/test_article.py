"""An article's text: its marks can be pointed at, tabbed to and switched off."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.browser.conftest import Opener
from tests.web.browser.places import address

LOOK = """mark => {
  const look = getComputedStyle(mark);
  return [look.borderBottom, look.textDecoration, look.background, look.boxShadow].join();
}"""


@pytest.fixture
def article(room: str, made: Path, open_page: Opener) -> Page:
    return open_page(room, address(made, "article"), viewport={"width": 1200, "height": 800})


def marked(page: Page, at: int) -> Locator:
    return page.locator(".text [data-of]").nth(at)


def lit(page: Page) -> Locator:
    """The entries that are shown because somebody points at their words."""
    return page.locator(".noted > li.pointed")


def test_pointing_at_a_mark_shows_its_entry_and_only_that(article: Page) -> None:
    mark = marked(article, 0)
    mark.hover()
    expect(lit(article).first).to_be_visible()
    ids = (mark.get_attribute("data-of") or "").split()
    shown = {item.get_attribute("id") for item in article.locator(".noted > li:visible").all()}
    assert shown == {f"about-{id}" for id in ids}
    article.get_by_role("button", name="Show all").click()
    assert article.locator(".noted > li:visible").count() > len(ids)


def test_pressing_a_mark_keeps_its_entry_until_escape(article: Page) -> None:
    marked(article, 0).click()
    expect(lit(article).first).to_be_visible()
    assert "#" in article.url
    article.get_by_role("heading", level=1).hover()
    expect(lit(article).first).to_be_visible()
    article.keyboard.press("Escape")
    expect(lit(article)).to_have_count(0)


def test_marks_are_read_by_keyboard(article: Page) -> None:
    link = article.locator(".text a").first
    link.focus()
    article.keyboard.press("Tab")
    article.keyboard.press("Shift+Tab")
    expect(link).to_be_focused()
    expect(lit(article).first).to_be_visible()
    article.keyboard.press("Enter")
    expect(article.locator(".noted > li:focus")).to_have_count(1)
    article.keyboard.press("Escape")
    expect(article.locator(".text a:focus")).to_have_count(1)


@pytest.mark.parametrize("kind", ["source", "cue", "content", "event", "figure", "date"])
def test_kind_of_mark_is_switched_off_by_keyboard_and_stays_so(article: Page, kind: str) -> None:
    box = article.locator(f"#show-{kind}")
    look = article.locator(f".text .{kind}, .text .k-{kind}").first
    before = look.evaluate(LOOK)
    box.focus()
    article.keyboard.press("Space")
    expect(box).not_to_be_checked()
    assert look.evaluate(LOOK) != before
    article.reload()
    expect(box).not_to_be_checked()
    assert look.evaluate(LOOK) != before


def test_address_of_an_entry_shows_its_words(article: Page) -> None:
    id = (marked(article, 3).get_attribute("data-of") or "").split()[-1]
    article.goto(f"/article/{id}")
    expect(lit(article)).to_have_id(f"about-{id}")
    expect(article.locator(f".text [data-of~={id}]").first).to_be_in_viewport()


def test_mark_leads_to_its_entry_without_script(room: str, made: Path, open_page: Opener) -> None:
    page = open_page(room, address(made, "article"), java_script_enabled=False)
    page.locator(".text a").first.click()
    expect(page.locator(".noted > li:target")).to_be_in_viewport()
