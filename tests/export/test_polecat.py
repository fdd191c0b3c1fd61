import csv
import io
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.export import polecat
from onrecord.model import Happened, Party, Passage, Reading, When
from tests.export.events import attack, market_reading
from tests.readings import readings


def written(values: list[Any], **how: bool) -> list[dict[str, str]]:
    stream = io.StringIO()
    polecat.write(values, stream, Happened, **how)
    return list(csv.DictReader(io.StringIO(stream.getvalue()), delimiter="\t", strict=True))


def test_the_columns_are_polecats_in_its_order_then_ours() -> None:
    stream = io.StringIO()
    polecat.write([], stream, Happened)
    header = stream.getvalue().rstrip("\n").split("\t")
    assert header[:7] == [
        "Event ID",
        "Event Date",
        "Event Type",
        "Event Mode",
        "Intensity",
        "Quad Code",
        "Contexts",
    ]
    assert header[39] == "Version"
    assert header[40] == "Status"
    assert len(set(header)) == len(header)
    assert set(polecat.KNOWN) <= set(polecat.COLUMNS)


def test_an_event_is_a_row_with_what_is_known() -> None:
    (row,) = written([attack()])
    assert row["Event Date"] == "2031-05-05"
    assert row["Event Type"] == "ASSAULT"
    assert row["Event Mode"] == "heavy-weapons"
    assert row["Intensity"] == "-9.3"
    assert row["Quad Code"] == "MATERIAL CONFLICT"
    assert row["Actor Name"] == "Rebels"
    assert row["Recipient Name Raw"] == "the market"
    assert row["Placename"] == "Ostrava Bay"
    assert row["Source"] == "Bay Courier"
    assert row["Publication Date"] == "2031-05-06"
    assert row["According To"] == "Ada Marsh"
    assert row["Event Date Basis"] == "calendar"
    start, end = int(row["Trigger Start"]), int(row["Trigger End"])
    assert market_reading().article.text[start:end] == "shelled"


def test_what_is_not_known_is_empty() -> None:
    (row,) = written([attack()])
    unknown = ("Actor Country", "Actor COW", "Latitude", "GeoNames ID", "Wikipedia Actor ID")
    assert {row[name] for name in unknown} == {""}


@pytest.mark.parametrize("edtf", [None, "2031-05", "2031-05-05/2031-05-07", "XXXX-05-05"])
def test_an_event_date_is_one_day_or_nothing(edtf: str | None) -> None:
    value = attack()
    (row,) = written([replace(value, event=replace(value.event, when=When(edtf, "text")))])
    assert row["Event Date"] == ""
    assert row["Event Date EDTF"] == (edtf or "")


def test_only_events_that_happened_are_written_unless_all_are_asked_for() -> None:
    assert len(written([market_reading()])) == 1
    assert [r["Status"] for r in written([market_reading()], all_statuses=True)] == [
        "happened",
        "planned",
    ]


@settings(max_examples=50)
@given(st.text())
def test_no_name_breaks_the_table_or_runs_in_a_spreadsheet(name: str) -> None:
    value = attack()
    party = Party(name, None, Passage(0, len(name), name))
    event = replace(value.event, actors=(party, party))
    (row,) = written([replace(value, event=event)])
    assert row["Event ID"] == value.event.id
    assert row["Input"] == value.article.input
    assert not row["Actor Name"].startswith(("=", "+", "-", "@"))


@settings(max_examples=25)
@given(readings())
def test_every_event_of_any_reading_is_one_row(reading: Reading) -> None:
    rows = written([reading], all_statuses=True)
    assert [row["Event ID"] for row in rows] == [event.id for event in reading.events]
    assert [row["Status"] for row in rows] == [event.status for event in reading.events]
