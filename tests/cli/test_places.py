"""Where events were, on the command line: the places of the map, and what is told at one."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from onrecord.cli.app import COMMANDS
from onrecord.cli.options import with_options
from onrecord.record import Record
from onrecord.web.asked import ABOUT
from tests.abroad import strikes
from tests.blank import holding
from tests.cli.conftest import Run
from tests.cli.terminals import OnTerminal


@pytest.fixture(autouse=True)
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = holding(tmp_path / "abroad.db", *strikes())
    monkeypatch.setenv("ONRECORD_RECORD", str(where))


def lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


def test_places_are_those_of_the_map_and_names_on_no_map_come_last(run: Run) -> None:
    found = lines(run("places").stdout)
    assert {one["id"]: one["events"] for one in found if "id" in one} == {
        "UA.17.odesa": 3, "TR": 1, "US.OH.dayton": 1,
    }  # fmt: skip
    assert {one["place"]: one["why"] for one in found[3:]} == {
        "Springfield": "ambiguous",
        "Brellmouth": "unknown",
    }
    assert lines(run("places", "--status", "planned").stdout)[0]["events"] == 1


def test_places_can_be_had_as_csv(run: Run) -> None:
    rows = list(csv.reader(io.StringIO(run("places", "--format", "csv").stdout)))
    assert len(rows) == 1 + 5
    assert {len(row) for row in rows} == {len(rows[0])}


def test_a_place_leads_to_the_events_it_counts(run: Run) -> None:
    for spot in lines(run("places", "--limit", "3").stdout):
        assert len(lines(run("events", "--at", spot["id"]).stdout)) == spot["tellings"]
    assert len(lines(run("events", "--at", "UA.17.odesa", "--limit", "1").stdout)) == 1
    assert lines(run("events", "--at", "UA.17.odesa", "--since", "2040").stdout) == []


def test_statements_are_asked_by_what_is_in_them(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, Any]] = []
    monkeypatch.setattr(Record, "statements", lambda self, **q: asked.append(q) or iter(()))
    typed = ("--actor", "Kestria", "--action", "ASSAULT", "--status", "denied", "--of", "men")
    assert run("statements", *typed, "--measure", "killed").exit_code == 0
    within = {"actor": "Kestria", "action": "ASSAULT", "status": ("denied",)}
    assert asked == [{**within, "measure": "killed", "of": "men"}]


def test_a_place_where_nothing_ever_was_is_not_there(run: Run) -> None:
    result = run("events", "--at", "ZZ")
    assert (result.exit_code, result.stdout) == (4, "")
    assert "no event on the record is known to have been at “ZZ”" in result.stderr


def test_what_is_at_a_place_comes_in_the_order_that_is_asked_for(run: Run) -> None:
    for order in ("record", "newest", "oldest"):
        every = lines(run("events", "--order", order).stdout)
        there = lines(run("events", "--at", "UA.17.odesa", "--order", order).stdout)
        ids = [one["id"] for one in there]
        assert len(ids) == 3
        assert ids == [one["id"] for one in every if one["id"] in ids]


def test_places_are_drawn_with_why_they_are_there(on_terminal: OnTerminal) -> None:
    wide, narrow = (
        re.sub(r"\x1b\[[\d;]*m", "", on_terminal("places", width=width)) for width in (120, 60)
    )
    text = " ".join(wide.split())
    assert "Odesa, Ukraine" in text
    assert "on no map" in text
    assert "ambiguous" in text
    assert max(map(len, narrow.splitlines())) <= 60


# What only one side has: who is named is asked for across articles in the browser, and within each
# on the command line.
COMMAND_ONLY = {
    "figures": {"entity"},
    "entities": {"manner", "act", "unnamed", "relayed", "entity", "reviewed", "during", "at_least"},
    "articles": {"reviewed", "article"},
    "utterances": set(),
    "copies": {"by"},
    "events": set(),
    "statements": set(),
}
BROWSER_ONLY = {
    "articles": {
        "actor", "recipient", "action", "status", "place", "according_to", "own_voice", "measure",
        "of",
    },
}  # fmt: skip
NO_FILTERS = {"at", "kind", "record", "format", "order", "start", "limit", "each", "meaning"}


@pytest.mark.parametrize("listed", COMMAND_ONLY)
def test_a_list_has_the_same_filters_in_the_browser_and_on_the_command_line(listed: str) -> None:
    command = next(each for each in COMMANDS if each.__name__ == listed)
    typed = set(get_type_hints(with_options(command))) - NO_FILTERS - {"history", "plot"}
    if listed == "figures":
        typed -= {"at_least"}
    asked = set(ABOUT[listed])
    assert typed - asked == COMMAND_ONLY[listed]
    assert asked - typed == BROWSER_ONLY.get(listed, set())
