"""What people said of an entry stands beside it wherever JSON or a table prints it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord.record import Record
from onrecord.web.app import application
from tests.blank import holding
from tests.cli.linked import told
from tests.dam import dam
from tests.fakes import FakeReader

MAYOR, PLACES = "Jana Orlova", ("statement", "entry", "id")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    where = holding(tmp_path / "remarks.db", *told(), dam(), link=True)
    with Record.open(where, FakeReader()) as opened:
        yield opened


@pytest.fixture
def room(record: Record) -> TestClient:
    return TestClient(application(record))


def objects(plain: Any) -> Iterator[dict[str, Any]]:
    if isinstance(plain, dict):
        yield plain
    for each in plain.values() if isinstance(plain, dict) else plain:
        if isinstance(each, dict | list):
            yield from objects(each)


def said_of(room: TestClient, address: str, entry: str) -> list[list[str]]:
    """What stands beside an entry in the JSON of a page, as often as it is printed there."""
    found = objects(room.get(f"{address}.json").json())
    return [e.get("reviewed", []) for e in found if entry in (e.get(name) for name in PLACES)]


def in_table(room: TestClient, address: str, entry: str) -> list[str]:
    found = csv.DictReader(StringIO(room.get(f"{address}.csv").text))
    return [row["reviewed"] for row in found if entry in (row.get(name) for name in PLACES)]


def test_a_report_of_an_utterance_says_what_people_said_of_it(
    record: Record, room: TestClient
) -> None:
    one = next(record.utterances())
    report, other = one.members[:2]
    made = record.review.correct(report.statement, "confirm", by="Bo Hale")
    told = [f"confirmed by Bo Hale on {made.at[:10]}"]
    for address in ("/utterances", f"/utterance/{one.id}"):
        assert said_of(room, address, report.statement) == [told]
        assert said_of(room, address, other.statement) == [[]]
        assert in_table(room, address, report.statement) == told
        assert in_table(room, address, other.statement) == [""]
    record.review.undo(made.id, by="Bo Hale")
    assert said_of(room, "/utterances", report.statement) == [[]]


def test_a_figure_of_a_count_says_what_people_said_of_it(record: Record, room: TestClient) -> None:
    count = next(record.histories())
    figure = count.members[0].entry
    made = record.review.correct(figure, "confirm", by="Bo Hale")
    told = f"confirmed by Bo Hale on {made.at[:10]}"
    for address in ("/figures", f"/figure/{count.id}"):
        assert said_of(room, address, figure) == [[told]]
        assert in_table(room, address, figure) == [told]
    assert room.get(f"/figure/{count.id}").text.count(told) == 1


def test_a_value_of_a_disagreement_says_what_people_said_of_it(
    record: Record, room: TestClient
) -> None:
    value = next(record.disagreements(kind="wording")).values[0].entry
    made = record.review.correct(value, "confirm", by="Bo Hale")
    told = f"confirmed by Bo Hale on {made.at[:10]}"
    assert said_of(room, "/disagreements", value) == said_of(room, "/index", value) == [[told]]
    assert in_table(room, "/disagreements", value) == [told]
    assert room.get("/disagreements").text.count(told) == 1


def test_a_reading_says_what_people_said_of_its_entries_and_else_is_as_it_was(
    record: Record, room: TestClient
) -> None:
    event = next(each for each in record.events() if each.event.according_to)
    address = f"/article/{event.article.id}"
    before = room.get(f"{address}.json").json()
    statement = event.event.according_to or ""
    reading = record.reading(event.article.id)
    named = next(e for e in reading.entities if e.name not in event.chain and e.kind != "unnamed")
    made = record.review.correct(statement, "source", source=named.id, by="Bo Hale", why="hers")
    told = next(record.statements(reviewed="corrected")).reviewed
    assert said_of(room, address, statement)[0] == list(told)
    assert said_of(room, address, event.event.id) == [list(told)]  # it goes back to the same
    record.review.undo(made.id, by="Bo Hale")
    assert room.get(f"{address}.json").json() == before


def test_a_telling_of_an_event_says_what_people_said_of_it(
    record: Record, room: TestClient
) -> None:
    event = next(record.events()).event.id
    record.review.correct(event, "confirm", by="Bo Hale")
    found = said_of(room, f"/event/{event}", event)
    assert len(found) == 2  # as a member of the event, and in its words
    assert all(each[0].startswith("confirmed by Bo") for each in found)


def test_what_people_said_itself_is_left_as_it_is(record: Record, room: TestClient) -> None:
    record.review.correct(next(record.statements()).statement.id, "confirm", by="Bo Hale")
    (said,) = room.get("/review/said.json").json()["said"]
    assert "reviewed" not in said
