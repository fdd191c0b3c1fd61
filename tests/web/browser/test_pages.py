"""Every page, in light, dark and on a phone: it opens without an error, asks nobody else for
anything, fits, and axe-core finds nothing serious in it.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from onrecord.record import Record
from onrecord.web.app import application
from tests.web.browser.conftest import Opener
from tests.web.browser.looks import LOOKS, serious, sideways
from tests.web.browser.places import PLACES, address, pages


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PLACES)
def test_page_opens_fits_and_is_accessible(
    name: str, look: str, room: str, made: Path, open_page: Opener
) -> None:
    page = open_page(room, address(made, name), **LOOKS[look])
    assert sideways(page) <= 0
    assert serious(page) == []


@pytest.mark.parametrize("name", PLACES)
def test_page_says_what_it_is(name: str, room: str, made: Path, open_page: Opener) -> None:
    page = open_page(room, address(made, name))
    assert page.title().removesuffix("· onrecord").strip()
    assert page.locator("html").get_attribute("lang") == "en"
    for landmark in ("main", "h1", "header.site", "footer.site"):
        assert page.locator(landmark).count() == 1, landmark
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    bare = page.locator("table:not(:has(caption)), thead th:not([scope])")
    assert bare.count() == 0


SHOWN_ELSEWHERE = {"/add/{id}": "tests.web.browser.test_add"}


def test_every_page_of_the_application_is_looked_at(made: Path) -> None:
    paths = [address(made, name).partition("?")[0] for name in PLACES]
    with Record.open(made, create=False) as record:
        routes = list(pages(application(record).routes))
    left = [r.path for r in routes if not any(r.path_regex.fullmatch(p) for p in paths)]
    assert [path for path in left if path not in SHOWN_ELSEWHERE] == []


def test_address_that_leads_nowhere_is_a_page(room: str, open_page: Opener) -> None:
    page = open_page(room, "/no-such-page", forgiven=(404,))
    assert "there is no such page" in page.locator("main").inner_text().casefold()
    assert serious(page) == []
