"""Adding articles: files and pasted text, watched until they are on the record."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Opener
from tests.web.browser.looks import serious

BRIDGE = (
    "Ferry stops in Alba\n\nPORT ALBA, March 4, 2024 — “The ferry will not sail before Easter,” "
    "harbour master Ilva Brandt said on Monday. Two crews were sent home.\n"
)
QUAY = (
    "Quay closed\n\nPORT ALBA — Harbour master Ilva Brandt said on Monday that the ferry would "
    "not sail before Easter.\n"
)
LONG = 60_000  # milliseconds until two articles are read and linked on a busy machine


def finished(page: Page) -> None:
    page.wait_for_url("**/add/add_*")
    expect(page.get_by_role("heading", level=1)).to_contain_text("delivered", timeout=LONG)


def test_files_are_chosen_watched_and_found(
    own_room: str, tmp_path: Path, open_page: Opener
) -> None:
    files = [tmp_path / "bridge.txt", tmp_path / "quay.txt", tmp_path / "empty.txt"]
    for file, text in zip(files, (BRIDGE, QUAY, ""), strict=True):
        file.write_text(text, encoding="utf-8")
    page = open_page(own_room, "/add")
    page.get_by_label("Files", exact=True).set_input_files(files)
    expect(page.locator(".chosen")).to_contain_text("3 files")
    page.get_by_label("Publisher").fill("The Alba Herald")
    page.get_by_role("button", name="Add to the record").click()
    finished(page)
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text(
        "2 added, 0 unchanged, 1 failed"
    )
    assert serious(page) == []
    page.get_by_role("link", name="bridge.txt").click()
    expect(page.get_by_role("main")).to_contain_text("The Alba Herald")
    page.goto("/statements?text=ferry")
    expect(page.get_by_role("main")).to_contain_text("Ilva Brandt")


def test_text_is_pasted_by_keyboard(own_room: str, open_page: Opener) -> None:
    page = open_page(own_room, "/add")
    page.get_by_label("Or the text of one article").focus()
    page.keyboard.insert_text(BRIDGE)
    page.get_by_role("button", name="Add to the record").focus()
    page.keyboard.press("Enter")
    finished(page)
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("1 added")


def test_text_is_added_without_script(own_room: str, open_page: Opener) -> None:
    page = open_page(own_room, "/add", java_script_enabled=False)
    page.get_by_label("Or the text of one article").fill(BRIDGE)
    page.get_by_role("button", name="Add to the record").click()
    finished(page)
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("1 added")


def test_nothing_to_add_is_said_aloud(own_room: str, open_page: Opener) -> None:
    page = open_page(own_room, "/add", forgiven=(422,))
    page.get_by_role("button", name="Add to the record").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose a file")
