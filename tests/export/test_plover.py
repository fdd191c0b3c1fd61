import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from onrecord.export import plover
from onrecord.export.happened import happened
from onrecord.export.ontology import CONTEXTS, TYPES
from onrecord.model import Happened, Reading, When
from tests.export.events import attack, market_reading
from tests.readings import readings

# The fields of PLOVER 0.8's own table, in its order; ours is the one key beside them.
FIELDS = (
    "id has_event date time enddate endtime source recipient event event_loc event_text quad_code "
    "event_scale mode context link text text_info cite_info coder coded_date coded_time comment"
).split()
ACTOR = "code sector actor_text identifier_id identifier_text actor_loc religion ethnicity office"
CITED = "corpus citation url title language publication license copyright coder codebook version"


def written(values: list[Any], **how: bool) -> list[dict[str, Any]]:
    stream = io.StringIO()
    plover.write(values, stream, Happened, **how)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_an_event_is_a_line_under_plovers_names() -> None:
    (line,) = written([attack()])
    assert line["event"] == ["ASSAULT"]
    assert line["mode"] == ["heavy-weapons"]
    assert line["date"] == "2031-05-05"
    assert line["quad_code"] == 4
    assert line["event_scale"] == -9.3
    assert line["source"][0]["identifier_text"] == "Rebels"
    assert line["recipient"][0]["actor_text"] == "the market"
    assert line["event_loc"] == {"name": "Ostrava Bay"}
    assert line["cite_info"]["publication"] == "Bay Courier"
    assert set(line) - {"onrecord"} <= set(FIELDS)
    assert set(line["source"][0]) - {"onrecord"} <= set(ACTOR.split())
    assert set(line["cite_info"]) <= set(CITED.split())


def test_what_plover_has_no_field_for_is_kept_under_a_key_of_its_own() -> None:
    (line,) = written([attack()])
    ours = line["onrecord"]
    assert ours["status"] == "happened"
    assert ours["according_to"] == ["Ada Marsh"]
    assert ours["statement"] == attack().event.according_to
    assert ours["when"]["basis"] == "calendar"
    assert market_reading().article.text[slice(*line["text_info"].values())] == "shelled"


def test_only_events_that_happened_are_written_unless_all_are_asked_for() -> None:
    assert [line["event"] for line in written([market_reading()])] == [["ASSAULT"]]
    every = written([market_reading()], all_statuses=True)
    assert [line["onrecord"]["status"] for line in every] == ["happened", "planned"]
    assert every[1]["context"] == ["future"]


@pytest.mark.parametrize(
    "edtf", [None, "2031", "2031-05", "XXXX-XX-05", "2031-05-05?", "2031/2032"]
)
def test_a_date_that_is_not_known_to_the_day_is_not_written_as_one(edtf: str | None) -> None:
    value = attack()
    value = replace(value, event=replace(value.event, when=When(edtf)))
    (line,) = written([value])
    assert line["date"] is None
    assert "enddate" not in line
    assert line["onrecord"]["when"]["edtf"] == edtf


def test_a_span_of_days_has_its_first_and_its_last_day() -> None:
    value = attack()
    value = replace(value, event=replace(value.event, when=When("2031-05-05/2031-05-07", "text")))
    (line,) = written([value])
    assert (line["date"], line["enddate"]) == ("2031-05-05", "2031-05-07")


def test_the_fields_plover_requires_are_there_even_where_nothing_is_known() -> None:
    value = attack()
    bare = replace(value.event, actors=(), recipients=(), when=When(), place=None, mode=None)
    (line,) = written([replace(value, event=bare)])
    assert set(plover.REQUIRED) <= set(line)
    assert line["source"] == []
    assert "mode" not in line
    assert "event_loc" not in line


def test_sixteen_types_and_four_quarters() -> None:
    assert len(TYPES) == 16
    assert {kind.quad for kind in TYPES.values()} == {1, 2, 3, 4}
    assert {name for name, kind in TYPES.items() if kind.score is None} == {"REQUEST"}


def test_a_denial_is_no_negation() -> None:
    assert "denied" not in CONTEXTS


@settings(max_examples=25)
@given(readings())
def test_every_event_of_any_reading_is_one_line(reading: Reading) -> None:
    lines = written([reading], all_statuses=True)
    assert [line["id"] for line in lines] == [event.id for event in reading.events]
    assert lines == written(list(happened(reading)), all_statuses=True)
    for line, event in zip(lines, reading.events, strict=True):
        assert line["onrecord"]["trigger"]["text"] == event.trigger.text
        assert [a["identifier_text"] for a in line["source"]] == [p.who for p in event.actors]
