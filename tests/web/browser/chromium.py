"""Debian's Chromium on this machine, and how it is started."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NONE_HERE = "no Chromium here: apt-get install chromium, or name one: ONRECORD_CHROMIUM=/path/to/it"
# A container's root has no sandbox, and the pages are this project's own.
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")


def chromium() -> str | None:
    """The browser on this machine; None where there is none."""
    named = os.environ.get("ONRECORD_CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def launched(path: str) -> Iterator[Browser]:
    """The browser at a path, until the block ends."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()
