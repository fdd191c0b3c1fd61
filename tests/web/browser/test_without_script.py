"""Everything is there without JavaScript, too; script adds comfort only."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.web.browser.conftest import Opener
from tests.web.browser.places import PLACES, address


@pytest.mark.parametrize("name", PLACES)
def test_page_is_there_and_shows_no_control_that_needs_script(
    name: str, room: str, made: Path, open_page: Opener
) -> None:
    page = open_page(room, address(made, name), java_script_enabled=False)
    expect(page.locator("h1")).to_be_visible()
    outside = [
        button.inner_text()
        for button in page.locator("button:visible").all()
        if button.locator("xpath=ancestor::form").count() == 0
        and button.get_attribute("form") is None
    ]
    assert outside == []


def test_search_works(room: str, open_page: Opener) -> None:
    page = open_page(room, "/articles", java_script_enabled=False)
    page.get_by_role("searchbox", name="Search statements").fill("river")
    page.keyboard.press("Enter")
    page.wait_for_url("**/statements?text=river*")
    assert page.locator("main .entry").count() > 1
