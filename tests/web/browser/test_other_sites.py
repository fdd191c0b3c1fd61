"""What a page of another site can do to a room that its reader has open: link to it, and no more.

To a browser ``localhost`` and ``127.0.0.1`` are two sites.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from onrecord.web.access import Access
from onrecord.web.passwords import Login, hashed, put

PASSWORD = "correct horse battery"
ELSEWHERE = """<!doctype html><html lang="en"><title>Elsewhere</title>
<a id="link" href="{room}/articles?publisher=&amp;limit=5">the articles</a>
<form id="form" method="post" action="{room}/logout"><button>win a prize</button></form>
<img id="image" src="{room}/static/icon.svg" alt="">
<script src="{room}/articles.json"></script>
<iframe src="{room}/articles"></iframe>"""


@pytest.fixture
def room(door: Callable[[Access], str], tmp_path: Path) -> str:
    put(tmp_path / "passwords", Login("Ada Marsh", "review", hashed(PASSWORD)))
    return door(Access(passwords=tmp_path / "passwords"))


@pytest.fixture
def elsewhere(room: str) -> Iterator[str]:
    """The address of another site."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(ELSEWHERE.format(room=room).encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("localhost", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def page(browser: Browser, room: str) -> Iterator[Page]:
    """A page of somebody who is logged in."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{room}/login")
        page.fill("#name", "Ada Marsh")
        page.fill("#password", PASSWORD)
        page.click("main button")
        page.wait_for_url(f"{room}/")
        yield page


def test_a_link_from_another_site_finds_its_reader_logged_in(
    page: Page, room: str, elsewhere: str
) -> None:
    page.goto(elsewhere)
    page.click("#link")
    page.wait_for_url(f"{room}/articles?publisher=&limit=5")
    page.get_by_text("Ada Marsh").wait_for()


def test_a_form_on_another_site_changes_nothing(page: Page, room: str, elsewhere: str) -> None:
    page.goto(elsewhere)
    with page.expect_navigation() as navigated:
        page.click("#form button")
    assert navigated.value.status == 403
    page.goto(f"{room}/articles")
    assert page.get_by_text("Ada Marsh").count() == 1


def test_another_site_can_load_and_frame_nothing(page: Page, room: str, elsewhere: str) -> None:
    came: dict[str, object] = {}
    page.on("response", lambda answer: came.setdefault(answer.url, answer.status))
    page.on("requestfailed", lambda asked: came.update({asked.url: "kept from the page"}))
    page.goto(elsewhere, wait_until="networkidle")
    asked = {url.removeprefix(room): what for url, what in came.items() if room in url}
    assert set(asked) == {"/static/icon.svg", "/articles.json", "/articles"}
    assert set(asked.values()) <= {403, "kept from the page"}
    assert page.evaluate("document.querySelector('#image').naturalWidth") == 0
