"""The reading room by keyboard alone: every stop can be seen, and what a mouse does keys do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Opener
from tests.web.browser.places import PLACES, address

STOPS = 45  # of a page: the site's own, and enough of what it shows
# A link in a chart shows by its shapes that it has the focus: they look otherwise without it.
FOCUSED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const box = at.getBoundingClientRect(), look = getComputedStyle(at);
  const drawn = () => [...at.querySelectorAll("*")].map(each => {
    const shape = getComputedStyle(each);
    return [shape.fill, shape.stroke, shape.strokeWidth, shape.strokeOpacity].join();
  }).join(" ");
  const turns = () => {
    const before = drawn();
    at.blur();
    const after = drawn();
    at.focus();
    return before !== after;
  };
  return {
    what: at.outerHTML.slice(0, 120),
    name: (at.getAttribute("aria-label") || at.innerText || at.name || "").trim(),
    outlined: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0
      || at instanceof SVGElement && turns(),
    shown: box.width > 0 && box.height > 0 && look.visibility === "visible",
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    order: [...document.querySelectorAll("*")].indexOf(at),
  };
}"""


def stops(page: Page, most: int = STOPS) -> list[dict[str, Any]]:
    """Where the Tab key leads, until it leaves the page."""
    found = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        found.append(stop)
    return found


@pytest.mark.parametrize("name", PLACES)
def test_every_stop_of_the_tab_key_can_be_seen_and_comes_in_the_order_of_the_page(
    name: str, room: str, made: Path, open_page: Opener
) -> None:
    found = stops(open_page(room, address(made, name)))
    assert len(found) > 10
    for wanted in ("outlined", "shown", "inside"):
        assert [stop["what"] for stop in found if not stop[wanted]] == [], wanted
    order = [stop["order"] for stop in found]
    assert order == sorted(order)


def test_first_stop_skips_to_the_page(room: str, open_page: Opener) -> None:
    page = open_page(room, "/statements")
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    expect(page.locator("a.skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    first = stops(page, 1)[0]
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)"), first


def test_menu_leads_on_by_enter(room: str, open_page: Opener) -> None:
    page = open_page(room, "/articles")
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Statements").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/statements")
    current = page.locator("header.site a[aria-current=page]")
    expect(current).to_have_text("Statements")


def test_slash_goes_to_the_search_and_enter_searches(room: str, open_page: Opener) -> None:
    page = open_page(room, "/articles")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Search statements")).to_be_focused()
    page.keyboard.type("river")
    page.keyboard.press("Enter")
    page.wait_for_url("**/statements?text=river*")
    page.keyboard.press("/")
    expect(page.locator("input:focus")).not_to_have_value("/")
