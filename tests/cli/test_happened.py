import csv
import io
import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from onrecord.model import Measure, Status
from onrecord.plover import Action
from onrecord.record import Record
from tests.cli.conftest import Run
from tests.cli.terminals import OnTerminal
from tests.dam import dam

pytestmark = pytest.mark.usefixtures("dammed")

AROUND = {
    ("--place", "Port Alba"): {"place": "Port Alba"},
    ("--since", "2023-11"): {"since": "2023-11"},
    ("--until", "2023-11-30"): {"until": "2023-11-30"},
    ("--according-to", "hospital"): {"according_to": "hospital"},
    ("--own-voice",): {"own_voice": True},
    ("--attributed",): {"own_voice": False},
    ("--publisher", "Coastline"): {"publisher": "Coastline"},
    ("--text", "dam"): {"text": "dam"},
    ("--article", "art_1"): {"article": "art_1"},
    ("--limit", "3"): {"limit": 3},
    ("--during", "2023-11"): {"during": "2023-11"},
    ("--order", "newest"): {"order": "newest"},
    ("--start", "2"): {"start": 2},
}
OF_EVENTS = {
    ("--actor", "Kestria"): {"actor": "Kestria"},
    ("--recipient", "Kestria"): {"recipient": "Kestria"},
    ("--action", "ASSAULT/aerial"): {"action": "ASSAULT/aerial"},
    ("--status", "denied", "--status", "planned"): {"status": ("denied", "planned")},
}
OF_FIGURES = {("--measure", "killed"): {"measure": "killed"}, ("--of", "men"): {"of": "men"}}
ASKED = [
    *(("events", typed, asked) for typed, asked in (AROUND | OF_EVENTS).items()),
    *(("timeline", typed, asked) for typed, asked in (AROUND | OF_EVENTS).items()),
    *(("figures", typed, asked) for typed, asked in (AROUND | OF_FIGURES).items()),
]


def lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


def ids(text: str) -> list[str]:
    return [entry["id"] for entry in lines(text)]


@pytest.mark.parametrize(("command", "typed", "asked"), ASKED)
def test_each_filter_reaches_the_record_as_it_was_typed(
    command: str,
    typed: tuple[str, ...],
    asked: dict[str, Any],
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    questions: list[dict[str, Any]] = []
    monkeypatch.setattr(Record, command, lambda self, **q: questions.append(q) or iter(()))
    monkeypatch.setattr(Record, "undated", lambda self, listed, across=False, **q: 0)
    assert run(command, *typed).exit_code == 0
    assert questions == [asked]


def test_events_in_a_pipe_are_json_lines_with_article_statement_and_chain(run: Run) -> None:
    entries = lines(run("events").stdout)
    assert [e["id"] for e in entries] == [*(e.id for e in dam().events), "eve_flood"]
    water = entries[1]
    assert water["chain"] == ["The Alba Herald", "Meravian officials"]
    assert water["statement"]["id"] == water["according_to"] == dam().statements[1].id
    assert entries[0]["chain"] == []
    assert entries[0]["article"]["publisher"] == "Coastline"


def test_the_timeline_is_in_the_order_of_dates_and_counts_what_has_none(run: Run) -> None:
    result = run("timeline")
    assert ids(result.stdout) == [
        "eve_water",
        "eve_shelled",
        "eve_flood",
        "eve_visit",
        "eve_border",
    ]
    assert result.stderr == "4 events are left out, because they have no known date.\n"


def test_the_timeline_has_the_latest_first_where_that_is_asked_for(run: Run) -> None:
    days = [entry["when"]["edtf"] for entry in lines(run("timeline").stdout)]
    newest = [entry["when"]["edtf"] for entry in lines(run("timeline", "--order", "newest").stdout)]
    assert sorted(newest) == sorted(days)
    assert newest[0] == max(days)
    assert run("timeline", "--order", "record").exit_code == 2


def test_a_question_of_dates_counts_the_events_it_cannot_judge(run: Run) -> None:
    result = run("events", "--since", "2023-11-05", "--until", "2023-11", "--actor", "Kestria")
    assert ids(result.stdout) == ["eve_shelled"]
    assert result.stderr == "1 event is left out, because it has no known date.\n"
    assert run("events", "--actor", "Kestria").stderr == ""


def test_figures_are_asked_as_of_a_date(run: Run) -> None:
    result = run("figures", "--since", "2023-11-05", "--own-voice")
    assert result.stdout == ""
    assert result.stderr == "4 figures are left out, because they have no known date.\n"
    assert ids(run("figures", "--measure", "killed").stdout) == ["fig_killed"]


def test_the_articles_own_voice_and_what_it_puts_down_to_others_are_told_apart(run: Run) -> None:
    own = ids(run("events", "--own-voice").stdout)
    attributed = ids(run("events", "--attributed").stdout)
    assert attributed == ["eve_water", "eve_drones", "eve_flood"]
    assert sorted([*own, *attributed]) == sorted([*(e.id for e in dam().events), "eve_flood"])


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        (("events", "--action", "KILL"), get_args(Action)),
        (("events", "--action", "assault/ariel"), ("aerial", "drone")),
        (("timeline", "--status", "maybe"), get_args(Status)),
        (("events", "--status", "happened", "--status", "untrue"), get_args(Status)),
        (("figures", "--measure", "sadness"), get_args(Measure)),
    ],
)
def test_what_there_is_not_ends_with_2_and_a_list_of_what_there_is(
    typed: tuple[str, ...], known: tuple[str, ...], run: Run
) -> None:
    result = run(*typed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert all(name in result.stderr.replace("\n", " ") for name in known)


@pytest.mark.parametrize("name", ["100%_sure", "O'Hara", "\u202eO'Hara", "100%_sure o hara"])
def test_a_hostile_name_is_found_as_it_is(name: str, run: Run) -> None:
    assert ids(run("events", "--actor", name).stdout) == ["eve_flood"]


@pytest.mark.parametrize("name", ["%", "_", "100%", "' OR 1=1 --", '"', "Kestri_", "K%a"])
def test_wildcards_and_quotation_marks_find_nothing_by_themselves(name: str, run: Run) -> None:
    found = ids(run("events", "--actor", name).stdout)
    assert found == (["eve_flood"] if name == "100%" else [])


@pytest.mark.parametrize("command", ["events", "timeline", "figures"])
def test_every_list_can_be_had_as_csv(command: str, run: Run) -> None:
    rows = list(csv.reader(io.StringIO(run(command, "--format", "csv").stdout)))
    assert len(rows) > 1
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize("id", ["eve_drones", "fig_killed", "eve_dro"])
def test_show_finds_the_article_by_an_event_or_a_figure(id: str, run: Run) -> None:
    shown = json.loads(run("show", id, "--format", "json").stdout)
    assert shown["article"]["id"] == dam().article.id


def test_export_to_other_programs_has_what_happened_unless_all_is_asked_for(run: Run) -> None:
    happened = lines(run("export", "--format", "plover").stdout)
    assert [e["id"] for e in happened] == ["eve_shelled", "eve_water", "eve_flood"]
    every = run("export", "--format", "polecat", "--all-statuses").stdout.splitlines()
    assert len(every) == 1 + 9


@pytest.mark.parametrize("command", ["timeline", "figures"])
@pytest.mark.parametrize(
    ("file", "reason"), [("a.png", "no SVG file"), ("missing/a.svg", "no folder")]
)
def test_a_picture_that_cannot_be_drawn_there_ends_with_2(
    command: str, file: str, reason: str, run: Run, tmp_path: Path
) -> None:
    result = run(command, "--plot", str(tmp_path / file))
    assert (result.exit_code, result.stdout) == (2, "")
    assert reason in re.sub(r"[\s│]+", " ", result.stderr)


@pytest.mark.parametrize("command", ["timeline", "figures"])
def test_a_picture_of_nothing_is_not_drawn(command: str, run: Run, tmp_path: Path) -> None:
    result = run(command, "--text", "unheard", "--plot", str(tmp_path / "a.svg"))
    assert (result.exit_code, result.stdout) == (3, "")
    assert "nothing to draw" in result.stderr
    assert not (tmp_path / "a.svg").exists()


@pytest.mark.parametrize("command", ["timeline", "figures"])
def test_a_picture_goes_into_its_file(command: str, run: Run, tmp_path: Path) -> None:
    result = run(command, "--plot", str(tmp_path / "a.svg"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "a.svg is drawn" in result.stderr
    assert "<svg" in (tmp_path / "a.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["events", "timeline", "figures"])
@pytest.mark.parametrize("width", [60, 80, 140])
def test_on_a_terminal_nothing_is_too_wide_and_nothing_acts(
    command: str, width: int, on_terminal: OnTerminal
) -> None:
    text = re.sub("\x1b\\[[0-9;]*m", "", on_terminal(command, width=width))
    assert max(map(len, text.splitlines())) <= width
    assert not [c for c in text if c != "\n" and (c < " " or "\x7f" <= c <= "\x9f")]
    assert "\u202e" not in text
