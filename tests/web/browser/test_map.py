"""The map of events: seen in every look, and gone through with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from onrecord.record import Record
from onrecord.store.store import Store
from tests.abroad import strikes
from tests.fakes import FakeReader
from tests.web.browser.conftest import Opener
from tests.web.browser.looks import LOOKS, serious, sideways
from tests.web.browser.room import opened

MAP = "/events?view=map"


@pytest.fixture(scope="module")
def quay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A room with events at places that there are."""
    where = Path(tmp_path_factory.mktemp("quay"), "quay.db")
    with Record(Store.open(where), FakeReader()) as record:
        for each in strikes():
            record._store.put(each)
        record.link()
    with opened(where) as address:
        yield address


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("path", [MAP, f"{MAP}&at=UA.17.odesa"])
def test_the_map_opens_fits_and_is_accessible(
    path: str, look: str, quay: str, open_page: Opener
) -> None:
    page = open_page(quay, path, **LOOKS[look])
    assert sideways(page) <= 0
    assert serious(page) == []
    sheet = page.locator(".map-sheet").bounding_box()
    assert sheet is not None
    assert 1.2 < sheet["width"] / sheet["height"] < 2.3


def test_every_mark_stands_on_the_sheet(quay: str, open_page: Opener) -> None:
    page = open_page(quay, MAP, **LOOKS["phone"])
    sheet = page.locator(".map-sheet").bounding_box()
    assert sheet is not None
    for mark in page.locator("a.spot .spot-disc").all():
        box = mark.bounding_box()
        assert box is not None
        assert sheet["x"] <= box["x"] + box["width"] / 2 <= sheet["x"] + sheet["width"]
        assert sheet["y"] <= box["y"] + box["height"] / 2 <= sheet["y"] + sheet["height"]


def test_a_place_is_reached_and_followed_by_keyboard(quay: str, open_page: Opener) -> None:
    page = open_page(quay, MAP)
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('spot')"):
            break
    said = page.evaluate("document.activeElement.querySelector('title').textContent")
    expect(page.locator(".chart-says")).to_have_text(said)
    page.keyboard.press("Enter")
    expect(page.locator("#told h2")).to_have_text(said.partition(":")[0].partition(";")[0])
    assert page.locator("a.spot.chosen").count() == 1


def test_without_script_a_place_leads_to_its_events(quay: str, open_page: Opener) -> None:
    page = open_page(quay, MAP, java_script_enabled=False)
    page.locator("#places").get_by_role("link", name="Odesa, Ukraine").click()
    expect(page.locator("#told .entry")).to_have_count(3)
    page.get_by_role("link", name="All places", exact=True).click()
    expect(page.locator("#told")).to_have_count(0)
