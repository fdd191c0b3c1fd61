import dataclasses
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import model, plover
from onrecord.model import Passage, identify, passage
from onrecord.reader.figures import measures, units
from tests.readings import every_passage, example_reading, readings


@given(st.lists(st.text() | st.integers() | st.none()))
def test_an_id_depends_on_the_meaning_alone(meaning):
    assert identify("sta", *meaning) == identify("sta", *meaning)
    assert identify("sta", *meaning).startswith("sta_")


@given(st.lists(st.text(st.characters(exclude_characters="\x1f")), min_size=1))
def test_another_meaning_gets_another_id(meaning):
    assert identify("sta", *meaning) != identify("sta", *meaning, "more")


def test_text_with_half_a_utf_16_pair_has_an_id():
    assert identify("art", "\ud800") != identify("art", "\ud801")


def test_an_id_stays_the_same_between_versions():
    assert identify("art", "Bridge to reopen", "Alba Herald") == "art_d49c455a3c3e3569"


@given(st.text(), st.data())
def test_a_passage_is_the_words_between_its_offsets(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert passage(text, start, end) == Passage(start, end, text[start:end])


@given(readings())
def test_every_passage_of_a_reading_is_exact(reading):
    for each in every_passage(reading):
        assert reading.article.text[each.start : each.end] == each.text


def test_actions_and_measures_are_those_that_the_reader_gives():
    """The record takes questions for these alone, and the reader is not there to be asked."""
    assert set(plover.MODES) == set(get_args(plover.Action))
    given = {row.split("|")[1].strip() for row in units.UNITS.strip().splitlines()}
    assert {*measures.ROWS, *given, "money", "count"} <= set(get_args(model.Measure))


def test_values_cannot_be_changed():
    reading = example_reading()
    with pytest.raises(dataclasses.FrozenInstanceError):
        reading.reader = "another"


def test_all_values_are_frozen_and_slotted():
    kinds = [k for k in vars(model).values() if dataclasses.is_dataclass(k)]
    assert len(kinds) > 20
    for kind in kinds:
        assert kind.__dataclass_params__.frozen
        assert "__slots__" in vars(kind)
