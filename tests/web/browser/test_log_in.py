"""Logging in and out, and what somebody who may only read is not offered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from onrecord.web import passwords
from onrecord.web.access import Access
from tests.web.browser.conftest import Opener

PASSWORD = "correct horse battery"
Door = Callable[[Access], str]


@pytest.fixture(scope="session")
def hashed() -> str:
    return passwords.hashed(PASSWORD)


@pytest.fixture
def guarded_room(door: Door, hashed: str, tmp_path: Path) -> str:
    file = tmp_path / "passwords"
    passwords.put(file, passwords.Login("mira", "review", hashed))
    passwords.put(file, passwords.Login("juno", "read", hashed))
    return door(Access(passwords=file))


def test_log_in_leads_to_the_page_that_was_wanted_and_out_again(
    guarded_room: str, open_page: Opener
) -> None:
    page = open_page(guarded_room, "/statements?manner=direct")
    expect(page.get_by_role("heading", level=1)).to_have_text("Log in")
    page.get_by_label("Name", exact=True).fill("mira")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/statements?manner=direct")
    page.goto("/logout")
    page.get_by_role("main").get_by_role("button").click()
    page.wait_for_url("**/login")
    page.goto("/statements")
    expect(page.get_by_role("heading", level=1)).to_have_text("Log in")


def test_log_in_by_keyboard_alone(guarded_room: str, open_page: Opener) -> None:
    page = open_page(guarded_room, "/articles")
    page.get_by_label("Name", exact=True).focus()
    page.keyboard.type("mira")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles")


def test_wrong_password_is_said_aloud_and_keeps_the_name(
    guarded_room: str, open_page: Opener
) -> None:
    page = open_page(guarded_room, "/login", forgiven=(403,))
    page.get_by_label("Name", exact=True).fill("mira")
    page.get_by_label("Password").fill("something else entirely")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("alert")).to_contain_text("not its password")
    expect(page.get_by_label("Name", exact=True)).to_have_value("mira")


def test_somebody_who_may_only_read_is_told_so(guarded_room: str, open_page: Opener) -> None:
    page = open_page(guarded_room, "/login", forgiven=(403,))
    page.get_by_label("Name", exact=True).fill("juno")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.locator("footer.site")).to_contain_text("may read")
    page.goto("/add")
    expect(page.locator("main input[type=file]")).to_have_count(0)
