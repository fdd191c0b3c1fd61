"""From an address that nothing stands at, one goes on to a list that may have it."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from lxml import html
from starlette.testclient import TestClient

from onrecord.web.astray import LISTS
from tests.cli.linked import told
from tests.web.selecting import select
from tests.web.shown import page, room, words

GONE = {
    "/entity/": "per_0123456789abcdef", "/utterance/": "utt_0123456789abcdef",
    "/event/": "occ_0123456789abcdef", "/figure/": "cnt_0123456789abcdef",
    "/article/": "art_0123456789abcdef",
}  # fmt: skip


@pytest.fixture(scope="module")
def told_room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    where: Path = tmp_path_factory.mktemp("astray")
    with room(where, *told(), link=True) as client:
        yield client


@pytest.mark.parametrize("start", LISTS)
def test_an_address_that_was_somebodys_leads_to_where_they_may_be_found(
    told_room: TestClient, start: str
) -> None:
    answer = told_room.get(start + GONE[start])
    assert answer.status_code == 404
    shown = html.fromstring(answer.text)
    assert "may have another address" in words(shown)
    (form,) = select(shown, "main form[role=search]")
    (typed,) = select(form, "input[type=search]")
    kept = {each.get("name"): each.get("value") for each in select(form, "input[type=hidden]")}
    asked = urlencode({**kept, typed.get("name"): "Orlova"})
    assert "Orlova" in words(page(told_room, f"{form.get('action')}?{asked}"))
    assert told_room.get(f"{start}{GONE[start]}.json").json().keys() == {"error"}


@pytest.mark.parametrize("path", ["/nowhere", "/people?page=99"])
def test_any_other_page_that_is_not_there_leads_to_the_front(
    told_room: TestClient, path: str
) -> None:
    answer = told_room.get(path)
    assert answer.status_code == 404
    assert "may have another address" not in answer.text
    assert 'href="/">To the front page' in answer.text
