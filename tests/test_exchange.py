import json

import pytest
from hypothesis import given

from onrecord import exchange
from onrecord.model import Statement
from tests.readings import every_passage, example_reading, readings


@given(readings())
def test_a_reading_round_trips_through_one_line_of_json(reading):
    assert exchange.parsed(exchange.line(reading)) == reading


@given(readings())
def test_a_line_is_one_line_for_every_reader_of_lines_and_can_be_written(reading):
    line = exchange.line(reading)
    assert len(line.splitlines()) == 1
    assert line.encode().decode() == line


@given(readings())
def test_passages_stay_exact_on_the_way_through_json(reading):
    back = exchange.parsed(exchange.line(reading))
    for each in every_passage(back):
        assert back.article.text[each.start : each.end] == each.text


@given(readings())
def test_the_same_reading_gives_the_same_line(reading):
    line = exchange.line(reading)
    assert exchange.line(exchange.parsed(line)) == line


def test_the_format_comes_first_and_keys_are_those_of_the_schema():
    plain = json.loads(exchange.line(example_reading()))
    assert list(plain)[:3] == ["format", "reader", "article"]
    assert plain["statements"][0]["via"] == []
    assert plain["statements"][1]["via"][1]["who"] == "engineers"
    assert plain["article"]["published"]["edtf"] == "2023-11-06"


def test_keys_of_a_newer_reading_are_forgiven():
    reading = example_reading()
    plain = exchange.json_ready(reading)
    plain["mood"] = "sombre"
    plain["statements"][0]["tone"] = "angry"
    assert exchange.reading_from(plain) == reading


def test_a_character_split_into_its_halves_has_no_place_in_json():
    reading = example_reading(title="\ud83c\udf0d")
    with pytest.raises(ValueError, match="two UTF-16 halves"):
        exchange.line(reading)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"format":"other/9"}', '{"format":"onrecord-reading/1"}'],
)
def test_what_is_no_reading_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - json's own words differ
        exchange.parsed(text)


def test_an_entry_of_the_wrong_shape_is_refused():
    with pytest.raises(ValueError, match="not a Statement"):
        exchange.value_from(Statement, {"id": "sta_1"})
