"""Light and dark: as the system wishes, or as somebody chose here."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Opener


def lightness(page: Page) -> float:
    """How light the paper is, from 0 to 255."""
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return sum(map(float, colour.strip("rgba()").split(",")[:3])) / 3


@pytest.mark.parametrize(("wished", "is_dark"), [("light", False), ("dark", True)])
def test_page_is_as_the_system_wishes(
    wished: str, is_dark: bool, room: str, open_page: Opener
) -> None:
    page = open_page(room, "/articles", color_scheme=wished)
    assert (lightness(page) < 80) == is_dark
    page.emulate_media(color_scheme="dark" if wished == "light" else "light")
    assert (lightness(page) < 80) != is_dark


def test_switch_beats_the_system_and_is_remembered(room: str, open_page: Opener) -> None:
    page = open_page(room, "/articles", color_scheme="light")
    switch = page.get_by_role("button", name="Switch to dark colours")
    switch.focus()
    page.keyboard.press("Enter")
    assert lightness(page) < 80
    page.goto("/statements")
    assert lightness(page) < 80
    expect(page.get_by_role("button", name="Switch to light colours")).to_be_visible()
    page.get_by_role("button", name="Switch to light colours").click()
    assert lightness(page) > 200
