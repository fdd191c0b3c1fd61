"""A browser, a record made once, and rooms to open it in.

Debian's Chromium drives these tests (``apt-get install chromium``; ``ONRECORD_CHROMIUM`` names
another); where there is none they are skipped, and say so. They all carry the mark ``browser``.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from onrecord.web.access import Access
from tests.web.browser.chromium import NONE_HERE, chromium, launched
from tests.web.browser.making import make
from tests.web.browser.room import opened
from tests.web.browser.watching import Watch

HERE = Path(__file__).parent
PATIENCE = 10_000  # milliseconds that a browser waits for what is to come, on a busy machine
Opener = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        pytest.skip(NONE_HERE)
    expect.set_options(timeout=PATIENCE)
    with launched(path) as started:
        yield started


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the example articles, linked; nobody writes to it."""
    where = tmp_path_factory.mktemp("made") / "examples.db"
    make(where)
    return where


@pytest.fixture
def copied(made: Path, tmp_path: Path) -> Path:
    """A record of its own, for a test that writes to it."""
    return Path(shutil.copy(made, tmp_path / "record.db"))


@pytest.fixture(scope="session")
def room(made: Path) -> Iterator[str]:
    """A room that is only read in."""
    with opened(made) as address:
        yield address


@pytest.fixture
def own_room(copied: Path) -> Iterator[str]:
    """A room of one test, to change the record in."""
    with opened(copied) as address:
        yield address


@pytest.fixture
def door(copied: Path) -> Iterator[Callable[[Access], str]]:
    """Opens the record of a test in a room with another access."""
    with ExitStack() as rooms:
        yield lambda access: rooms.enter_context(opened(copied, access))


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Opener]:
    """Opens an address of a room as a browser with some wishes shows it: ``color_scheme="dark"``,
    ``viewport=…``, ``java_script_enabled=False``. A test in which any of these pages logs an
    error, fails to get something, or asks another host, fails.
    """
    contexts: list[BrowserContext] = []
    watches: list[Watch] = []

    def shown(
        room: str, path: str = "/", *, forgiven: tuple[int, ...] = (), **wishes: object
    ) -> Page:
        context = browser.new_context(base_url=room, reduced_motion="reduce", **wishes)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page, watch = context.new_page(), Watch(room, forgiven=set(forgiven))
        watch.over(page)
        watches.append(watch)
        page.goto(path)
        return page

    yield shown
    for context in contexts:
        context.close()
    assert [said for watch in watches for said in watch.said] == []
