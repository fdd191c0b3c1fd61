import csv
import io
import json
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given, settings

from onrecord import exchange
from onrecord.across import Link, Position, Recounted
from onrecord.dossiers import Folder
from onrecord.export.columns import COLUMNS
from onrecord.export.counted import counted
from onrecord.export.csv import guarded, safe
from onrecord.export.entries import ENTRIES, Value
from onrecord.export.happened import happened
from onrecord.export.json import write_one
from onrecord.export.spoken import card, spoken
from onrecord.findings import Near
from onrecord.model import Added, Card, Counted, Failure, Happened, Reading, Spoken, Voice
from onrecord.places import Spot, Unplaced
from onrecord.portraits import Known
from onrecord.publishers import Publisher
from tests import retold
from tests.export import dossiers
from tests.export.events import attack, market_reading, toll
from tests.readings import example_reading, readings

FAILURE = Failure("page.bin", "ingest", "it is binary")
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", ' "=1', "a;=1", 'a; "@b']


def written(format: str, values: list[Any], kind: type) -> str:
    stream = io.StringIO()
    import_module(f"onrecord.export.{format}").write(values, stream, kind)
    return stream.getvalue()


def one_of_each() -> Iterator[Value]:
    reading = example_reading()
    yield reading
    yield from spoken(reading)
    yield Near(next(iter(spoken(reading))), 0.5)
    yield Voice(reading.entities[0], card(reading), 2)
    yield attack()
    yield toll()
    yield card(reading)
    yield FAILURE
    yield Added(("art_1",), ("art_2",), (FAILURE,))
    yield from (retold.copies(), retold.identity(), retold.utterance(), retold.disagreement())
    yield from (retold.recounted(), retold.history(), retold.position(), retold.linked())
    yield retold.links()[0]
    yield retold.identity().conflicts[0]
    yield from dossiers.whole().lines
    yield from dossiers.whole().lines[0].corrections
    yield Known("per_1", "Ada Marsh", "person", "mayor", 2, 3, 4, "2031-05-05", "2031-05-06")
    yield Publisher("Alba Herald", 2, 5)
    yield Spot("UA", "Ukraine", "country", "UA", 49.1, 31.2, 1, 2, (), ("Ukraine",), ("named",))
    yield Unplaced("Brellmouth", "unknown", 1, 1, ("no such name",))
    yield Folder("Bridge & dam", "Ada Marsh", dossiers.AT, dossiers.AT, 3)


def test_every_kind_of_value_has_its_keys_and_its_columns() -> None:
    kinds = {type(value) for value in one_of_each()}
    assert kinds == set(ENTRIES) == set(COLUMNS)


@pytest.mark.parametrize("format", ["json", "jsonl", "csv"])
def test_every_kind_of_value_can_be_written_in_every_format(format: str) -> None:
    for value in one_of_each():
        assert written(format, [value], type(value)).endswith("\n")


@settings(max_examples=25)
@given(readings())
def test_a_line_of_json_lines_is_the_reading_and_nothing_else(reading: Reading) -> None:
    text = written("jsonl", [reading], Reading)
    assert text.count("\n") == 1 == len(text.splitlines())
    assert exchange.parsed(text) == reading


def test_an_ordinary_reading_is_the_line_that_exchange_writes() -> None:
    reading = example_reading()
    assert written("jsonl", [reading], Reading) == exchange.line(reading) + "\n"


def test_json_is_one_array_with_an_object_a_line() -> None:
    text = written("json", [FAILURE, FAILURE], Failure)
    assert json.loads(text) == [exchange.json_ready(FAILURE)] * 2
    assert text.count("\n") == 4


def test_json_without_values_is_an_empty_array() -> None:
    assert json.loads(written("json", [], Card)) == []


def test_json_lines_without_values_are_nothing() -> None:
    assert written("jsonl", [], Card) == ""


def test_a_single_reading_is_an_indented_object() -> None:
    reading, stream = example_reading(), io.StringIO()
    write_one(reading, stream)
    assert stream.getvalue().startswith('{\n  "format"')
    assert exchange.reading_from(json.loads(stream.getvalue())) == reading


def test_a_statement_keeps_the_keys_of_the_schema_beside_article_and_context() -> None:
    reading = example_reading()
    (first, *_) = spoken(reading)
    entry = json.loads(written("jsonl", [first], Spoken))
    assert entry.pop("article")["id"] == reading.article.id
    assert entry.pop("context")["text"] == first.context.text
    assert entry.pop("corrections") == entry.pop("reviewed") == []
    assert entry == exchange.json_ready(reading.statements[0])


def test_an_entity_keeps_the_keys_of_the_schema() -> None:
    reading = example_reading()
    voice = Voice(reading.entities[0], card(reading), 2)
    entry = json.loads(written("jsonl", [voice], Voice))
    assert entry.pop("article") == exchange.json_ready(card(reading))
    assert entry.pop("statements") == 2
    assert entry == exchange.json_ready(reading.entities[0])


def test_a_run_is_one_object_for_each_input() -> None:
    lines = written("jsonl", [Added(("art_1",), ("art_2",), (FAILURE,))], Added).splitlines()
    assert [json.loads(line)["outcome"] for line in lines] == ["added", "unchanged", "failed"]
    assert json.loads(lines[2])["reason"] == "it is binary"


def test_a_csv_without_values_still_has_its_header() -> None:
    assert written("csv", [], Failure) == "source,stage,reason\n"


def test_the_rows_of_a_reading_are_its_statements() -> None:
    reading = example_reading()
    rows = list(csv.DictReader(io.StringIO(written("csv", [reading], Reading))))
    assert [row["id"] for row in rows] == [s.id for s in reading.statements]
    assert rows[0]["content"] == "The bridge is safe,"
    assert rows[0]["unnamed"] == "false"
    assert rows[1]["via"] == "The Alba Herald; engineers"
    assert {row["publisher"] for row in rows} == {"Alba Herald"}
    start, end = int(rows[0]["start"]), int(rows[0]["end"])
    assert reading.article.text[start:end] == "The bridge is safe,"


def test_an_event_keeps_the_keys_of_the_schema_beside_what_it_is_according_to() -> None:
    entry = json.loads(written("jsonl", [attack()], Happened))
    assert entry.pop("article")["publisher"] == "Bay Courier"
    assert entry.pop("context")["text"].startswith("Rebels shelled")
    assert entry.pop("statement")["who"] == "Ada Marsh"
    assert entry.pop("chain") == ["Ada Marsh"]
    assert entry.pop("corrections") == entry.pop("reviewed") == []
    assert entry == exchange.json_ready(market_reading().events[0])


def test_a_figure_keeps_the_keys_of_the_schema_beside_whose_it_is() -> None:
    entry = json.loads(written("jsonl", [toll()], Counted))
    assert entry.pop("chain") == ["the Health Ministry"]
    assert entry.pop("statement") is None
    assert {*entry} - {*exchange.json_ready(toll().figure)} == {
        "article",
        "context",
        "corrections",
        "reviewed",
    }


def test_the_row_of_an_event_says_whether_it_happened_and_according_to_whom() -> None:
    (row,) = csv.DictReader(io.StringIO(written("csv", [attack()], Happened)))
    assert row["status"] == "happened"
    assert row["source"] == "Ada Marsh"
    assert row["actors"] == "Rebels"
    assert row["when"] == "2031-05-05"


def test_the_row_of_a_figure_has_its_range_its_source_and_its_words() -> None:
    (row,) = csv.DictReader(io.StringIO(written("csv", [toll()], Counted)))
    assert (row["low"], row["best"], row["high"]) == ("40", "40", "")
    assert row["qualifier"] == "more than"
    assert row["source"] == "the Health Ministry"
    assert row["of"] == "people"
    assert row["published"] == "2031-05-06"
    start, end = int(row["start"]), int(row["end"])
    assert market_reading().article.text[start:end] == row["text"] == "More than 40 people"


@settings(max_examples=25)
@given(readings())
def test_csv_of_events_and_figures_is_one_safe_line_each(reading: Reading) -> None:
    for kind, values in ((Happened, [*happened(reading)]), (Counted, [*counted(reading)])):
        text = written("csv", values, kind)
        assert len(text.splitlines()) == 1 + len(values)
        for row in csv.reader(io.StringIO(text)):
            assert len(row) == len(COLUMNS[kind])
            assert not [c for c in row if c[:1] in tuple("=+-@") and not is_number(c)]


def is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    ("number", "cell"),
    [(32000.0, "32000"), (2.5, "2.5"), (1.2e16, "12000000000000000"), (1e-7, "0.0000001")],
)
def test_a_number_is_written_in_digits(number: float, cell: str) -> None:
    assert safe(number) == cell


@settings(max_examples=25)
@given(readings())
def test_csv_of_any_reading_is_one_safe_line_a_row(reading: Reading) -> None:
    text = written("csv", [reading], Reading)
    assert len(text.splitlines()) == 1 + len(reading.statements)
    for row in csv.reader(io.StringIO(text)):
        assert len(row) == len(COLUMNS[Reading])
        assert not [cell for cell in row if cell[:1] in tuple("=+-@")]


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert guarded(cell) != cell
    assert guarded(cell).replace("'", "") == cell


@pytest.mark.parametrize("cell", ["well-known", "a = b", "5-3", "he said; she said", ""])
def test_a_cell_that_is_no_formula_stays_as_it_is(cell: str) -> None:
    assert guarded(cell) == cell


@pytest.mark.parametrize("format", ["json", "jsonl", "csv"])
def test_values_are_written_as_they_come(format: str) -> None:
    stream, seen = io.StringIO(), []

    def values() -> Iterator[Failure]:
        for number in range(3):
            yield Failure(f"file {number}", "ingest", "no reason")
            seen.append(f"file {number}" in stream.getvalue())

    import_module(f"onrecord.export.{format}").write(values(), stream, Failure)
    assert seen == [True] * 3


@pytest.mark.parametrize(
    ("value", "keys", "part", "keys_of_a_part"),
    [
        (retold.identity(), "id name kind names roles members", "roles", "role article passage"),
        (retold.identity(), "id", "members", "article entity"),
        (retold.utterance(), "id who said accounts", "members", "article statement wording"),
        (retold.copies(), "id agency", "members", "article relation share"),
        (
            retold.disagreement(),
            "kind about",
            "values",
            "article entry value according_to publisher",
        ),
    ],
)
def test_what_is_the_same_across_articles_has_the_keys_of_the_schema(
    value: Any, keys: str, part: str, keys_of_a_part: str
) -> None:
    entry = json.loads(written("jsonl", [value], type(value)))
    assert {*keys.split(), part} <= entry.keys()
    assert all(set(keys_of_a_part.split()) <= each.keys() for each in entry[part])


def test_a_link_has_the_keys_of_the_schema() -> None:
    entry = json.loads(written("jsonl", [retold.links()[2]], Link))
    keys = "left right judgement score reasons decided_by decided_at withdrawn_at"
    assert set(keys.split()) <= entry.keys()
    assert entry["withdrawn_at"] == "2031-05-07T12:00:00+00:00"


def test_a_line_of_the_timeline_is_the_event_with_what_others_tell_of_it() -> None:
    entry = json.loads(written("jsonl", [retold.recounted()], Recounted))
    assert entry["id"] == "eve_shelled"
    assert entry["context"]["text"].startswith("PORT ALBA")
    assert (entry["occurrence"], entry["accounts"]) == ("occ_1", 2)
    assert [told["value"] for told in entry["members"]] == ["happened", "denied"]


def test_a_position_is_the_statement_with_how_near_it_is_to_the_topic() -> None:
    entry = json.loads(written("jsonl", [retold.position()], Position))
    assert entry["who"] == "Jane Doe"
    assert (entry["nearness"], entry["again"]) == (0.8234, ["sta_2"])


@pytest.mark.parametrize(
    ("value", "column", "cells"),
    [
        (retold.copies(), "relation", ["original", "partial"]),
        (retold.utterance(), "wording", ["verbatim", "verbatim", "altered", "paraphrased"]),
        (retold.disagreement(), "value", ["9", "9", "14"]),
        (retold.history(), "superseded_by", ["fig_2", "", ""]),
        (retold.identity(), "roles", ["Mayor; head of the port council"]),
        (retold.links()[0], "score", ["0.973"]),
        (retold.recounted(), "statuses", ["happened; denied"]),
        (retold.position(), "content", ["The bridge is safe,"]),
    ],
)
def test_a_row_is_one_report_copy_value_or_figure(
    value: Any, column: str, cells: list[str]
) -> None:
    rows = csv.DictReader(io.StringIO(written("csv", [value], type(value))))
    assert [row[column] for row in rows] == cells
