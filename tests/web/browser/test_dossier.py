"""A dossier from the first pick to the file that is handed on, and the same without script."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.browser.conftest import Opener
from tests.web.browser.looks import serious
from tests.web.browser.making import DOSSIER

NAME = "Who shut the gates"


@pytest.fixture(params=[True, False], ids=["with script", "without"])
def page(request: pytest.FixtureRequest, own_room: str, open_page: Opener) -> Page:
    # 409: the script is told that it has to ask which dossier
    return open_page(own_room, "/statements", java_script_enabled=request.param, forgiven=(409,))


def pick(page: Page, at: int) -> None:
    page.get_by_role("button", name="Add to dossier").nth(at).click()


def lines(page: Page) -> Locator:
    return page.locator("ol.lines > li")


def test_statements_are_picked_noted_moved_and_handed_on(page: Page, tmp_path: Path) -> None:
    pick(page, 0)
    page.get_by_label("Or into a new one, called").fill(NAME)
    page.get_by_label("A note, if you like").fill("ask the ministry")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("link", name=f"In “{NAME}”")).to_have_count(1)
    pick(page, 0)
    expect(page.get_by_role("link", name=f"In “{NAME}”")).to_have_count(2)
    page.get_by_role("link", name=f"In “{NAME}”").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    expect(lines(page)).to_have_count(2)
    expect(lines(page).first).to_contain_text("ask the ministry")
    moved = lines(page).nth(1).get_attribute("id")
    page.get_by_role("button", name="Move line 2 up").click()
    expect(lines(page).first).to_have_id(moved or "")
    lines(page).first.get_by_text("Write a note").click()
    page.get_by_label("Note on line 1").fill("this one first")
    lines(page).first.get_by_role("button", name="Keep the note").click()
    expect(lines(page).first).to_contain_text("this one first")
    with page.expect_download() as waited:
        page.get_by_role("link", name="Word").click()
    with ZipFile(waited.value.path()) as word:
        assert "this one first" in word.read("word/document.xml").decode()
    page.get_by_role("button", name="Take line 1 off this dossier").click()
    expect(lines(page)).to_have_count(1)


@pytest.mark.parametrize(
    ("form", "begins"), [("html", "<!doctype html>"), ("md", "# "), ("csv", "")]
)
def test_dossier_is_handed_on_in_every_form(
    form: str, begins: str, room: str, open_page: Opener
) -> None:
    page = open_page(room, "/dossier")
    page.get_by_role("link", name=DOSSIER).click()
    with page.expect_download() as waited:
        page.locator(f"a[href$='.{form}'][download]").click()
    text = waited.value.path().read_text(encoding="utf-8-sig")
    assert text.lower().startswith(begins)
    assert "who counts the dead?" in text


def test_page_that_is_handed_on_stands_alone(room: str, tmp_path: Path, open_page: Opener) -> None:
    page = open_page(room, "/dossier")
    page.get_by_role("link", name=DOSSIER).click()
    with page.expect_download() as waited:
        page.locator("a[href$='.html'][download]").click()
    kept = tmp_path / "dossier.html"
    waited.value.save_as(kept)
    alone = page.context.browser.new_page()  # type: ignore[union-attr]
    asked: list[str] = []
    alone.on("request", lambda request: asked.append(request.url))
    alone.goto(kept.as_uri())
    assert asked == [kept.as_uri()]
    assert serious(alone) == []
    alone.close()
