"""Pages as tests look at them: a client of a reading room without a door, and HTML to search."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml import html
from starlette.testclient import TestClient

from onrecord.model import Reading
from onrecord.record import Record
from onrecord.store.store import Store
from onrecord.web.app import application
from onrecord.web.users import User
from tests.blank import holding
from tests.fakes import FakeReader


@contextmanager
def room(where: Path, *readings: Reading, link: bool = False) -> Iterator[TestClient]:
    """A client before the pages of a record that holds these readings."""
    with Record(
        Store.open(holding(where / "made.db", *readings, link=link)), FakeReader()
    ) as record:
        app = application(record, User("Ada Marsh", may_review=True))
        yield TestClient(app, follow_redirects=False)


def page(client: TestClient, address: str) -> html.HtmlElement:
    """The page at an address, which is there."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def words(element: html.HtmlElement) -> str:
    """The words of an element on one line."""
    return " ".join(element.text_content().split())
