"""What an address asks that a page does not know is refused, never left out in silence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.fakes import example_reading
from tests.web.shown import room


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with room(tmp_path, example_reading()) as client:
        yield client


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/statements?publsher=Herald", "“publsher” cannot be asked of this page"),
        ("/statements.json?foo=bar", "there are act, action"),
        ("/statements?by=Doe&by=Roe", "“by” is asked for twice"),
        ("/statements?manner=loud", "“loud” is no manner"),
        ("/review?page=99", "there is no page 99 of this list"),
    ],
)
def test_what_a_page_does_not_know_is_said(client: TestClient, address: str, said: str) -> None:
    answer = client.get(address)
    assert answer.status_code in (422, 404)
    assert said in answer.text


def test_what_may_be_asked_several_times_is_taken(client: TestClient) -> None:
    assert client.get("/statements?status=happened&status=denied").status_code == 200
