"""A warning before two are joined who are named side by side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.model import Entity, Mention, Reading, identify
from onrecord.record import Record
from onrecord.web.app import application
from onrecord.web.users import User
from tests.fakes import FakeReader, article_of

APART = "Rain fell. Ada Marsh came early. Ada Reed stayed at home. It was late."
BESIDE = "Rain fell on Sen. Ada Marsh and on Gov. Ada Reed, who had no umbrella. It was late."
ONE_NAME = "Rain fell on Ada Marsh, the mayor. It was late."


def two(text: str, *names: str) -> Reading:
    article = article_of(text, publisher="The Gull")
    found = [(name, text.index(name)) for name in names]
    entities = tuple(
        Entity(
            identify("ent", article.id, name), name, "person", (),
            (Mention(start, start + len(name), name, "name"),),
        )
        for name, start in found
    )  # fmt: skip
    return Reading("fake/1", article, entities)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "two.db", FakeReader()) as opened:
        yield opened


def compared(record: Record, reading: Reading) -> tuple[str, list[dict[str, object]]]:
    """The page that compares the two of a reading, and its JSON."""
    record._store.put(reading)
    record.link()
    visitor = TestClient(application(record, User("Ada", True)))
    left, right = (each.id for each in reading.entities)
    address = f"left={left}&right={right}"
    page = visitor.get(f"/review/people?{address}").text
    return page, visitor.get(f"/review/people.json?{address}").json()["abreast"]


def test_who_is_named_beside_the_other_in_one_sentence_is_hardly_the_same(record: Record) -> None:
    page, (found,) = compared(record, two(BESIDE, "Ada Marsh", "Ada Reed"))
    assert "Named side by side" in page
    assert "<blockquote" in page
    assert found["passage"]["text"] == BESIDE.removesuffix(" It was late.")  # type: ignore[index]


def test_who_stands_in_another_sentence_is_not_beside(record: Record) -> None:
    page, found = compared(record, two(APART, "Ada Marsh", "Ada Reed"))
    assert found == []
    assert "Named side by side" not in page


def test_a_name_within_another_is_not_beside_it(record: Record) -> None:
    _, found = compared(record, two(ONE_NAME, "Ada Marsh", "Marsh"))
    assert found == []


def test_who_stands_alone_is_beside_nobody(record: Record) -> None:
    reading = two(BESIDE, "Ada Marsh", "Ada Reed")
    record._store.put(reading)
    record.link()
    visitor = TestClient(application(record))
    one = reading.entities[0].id
    assert visitor.get(f"/review/people.json?left={one}").json()["abreast"] == []
    assert visitor.get(f"/review/people.json?left={one}&right={one}").json()["abreast"] == []
