import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord import exchange
from onrecord.cli.filters import Around, EventFilters, FigureFilters
from onrecord.cli.options import Filters, Part
from onrecord.findings import Near
from onrecord.model import Failure, Question
from onrecord.record import Record
from onrecord.searching import Search
from onrecord.store.store import Store
from tests.cli.conftest import Run
from tests.cli.stories import harm, story

pytestmark = pytest.mark.usefixtures("kept")

ASKING = ["statements", "entities", "articles", "export"]
FILTERS = {
    ("--by", "Orlova"): {"by": "Orlova"},
    ("--publisher", "Alba Herald"): {"publisher": "Alba Herald"},
    ("--manner", "direct"): {"manner": "direct"},
    ("--act", "believe"): {"act": "believe"},
    ("--unnamed",): {"unnamed": True},
    ("--named",): {"unnamed": False},
    ("--relayed",): {"relayed": True},
    ("--first-hand",): {"relayed": False},
    ("--entity", "per_1"): {"entity": "per_1"},
    ("--reviewed", "none"): {"reviewed": "none"},
    ("--since", "2023-11"): {"since": "2023-11"},
    ("--until", "2023-11-30"): {"until": "2023-11-30"},
    ("--during", "2023-11"): {"during": "2023-11"},
    ("--text", "bridge"): {"text": "bridge"},
    ("--article", "art_1"): {"article": "art_1"},
    ("--limit", "3"): {"limit": 3},
}


def lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


def test_every_field_of_a_question_has_its_option() -> None:
    options = (Filters, EventFilters, FigureFilters, Around, Part)
    fields = {name for group in options for name in group.__dataclass_fields__}
    assert fields == set(Question.__dataclass_fields__)
    assert {name for asked in FILTERS.values() for name in asked} == set(
        Filters.__dataclass_fields__
    )


@pytest.mark.parametrize("typed", FILTERS)
@pytest.mark.parametrize("command", ASKING)
def test_each_filter_reaches_the_record_as_it_was_typed(
    command: str, typed: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dict[str, Any]] = []
    verb = {"export": "readings", "entities": "voices"}.get(command, command)
    monkeypatch.setattr(Record, verb, lambda self, **question: asked.append(question) or iter(()))
    each = ["--each"] if command == "entities" else []
    assert run(command, *each, *typed).exit_code == 0
    assert asked == [FILTERS[typed]]


@pytest.mark.parametrize("command", ["statements", "articles", "export", "events"])
def test_a_list_has_an_order_and_a_start(
    command: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dict[str, Any]] = []
    verb = {"export": "readings"}.get(command, command)
    monkeypatch.setattr(Record, verb, lambda self, **question: asked.append(question) or iter(()))
    assert run(command, "--order", "newest", "--start", "2").exit_code == 0
    assert asked == [{"order": "newest", "start": 2}]
    assert run(command, "--order", "latest").exit_code == 2


def test_the_nearest_in_meaning_come_with_how_near_they_are(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nearest(self: Search, about: str, **question: Any) -> Iterator[Near]:
        assert (about, question) == ("a strike", {"by": "Orlova"})
        return (Near(spoken, 0.5) for spoken in self.store.statements(Question(**question)))

    monkeypatch.setattr(Search, "nearest", nearest)
    typed = ("statements", "--meaning", "a strike", "--by", "Orlova", "--format")
    (first, *_) = lines(run(*typed, "jsonl").stdout)
    assert (first["who"], first["nearness"]) == ("Jana Orlova", 0.5)
    assert run(*typed, "csv").stdout.splitlines()[0].endswith(",nearness")
    assert "nearness 0.50" in run(*typed, "table").stdout
    assert run(*typed, "csv", "--order", "newest").exit_code == 2


def test_statements_in_a_pipe_are_json_lines(run: Run) -> None:
    entries = lines(run("statements").stdout)
    assert [e["id"] for e in entries] == [s.id for r in (story(), harm()) for s in r.statements]
    assert entries[1]["via"][0]["who"] == "Alba Herald"
    assert entries[0]["article"]["publisher"] == "Alba Herald"


def test_a_filter_leaves_only_what_it_asks_for(run: Run) -> None:
    assert [e["who"] for e in lines(run("statements", "--unnamed").stdout)] == [
        "a senior port official"
    ]


def test_export_prints_one_reading_a_line_in_the_order_added(run: Run) -> None:
    result = run("export", "--format", "jsonl")
    assert [exchange.parsed(line) for line in result.stdout.splitlines()] == [story(), harm()]
    assert result.stderr == ""


def test_export_as_json_is_one_array(run: Run) -> None:
    assert len(json.loads(run("export", "--format", "json").stdout)) == 2


def test_entities_and_articles_have_a_line_each(run: Run) -> None:
    assert lines(run("entities", "--each").stdout)[0]["name"] == "Jana Orlova"
    assert [e["statements"] for e in lines(run("articles").stdout)] == [4, 2]


def test_failures_are_listed_with_their_reason(run: Run, kept: Path) -> None:
    store = Store.open(kept)
    store.note(Failure("page.bin", "ingest", "it is binary"))
    store.close()
    assert lines(run("failures").stdout) == [
        {"source": "page.bin", "stage": "ingest", "reason": "it is binary"}
    ]


@pytest.mark.parametrize("command", [*ASKING, "failures"])
def test_every_list_can_be_had_as_csv(command: str, run: Run) -> None:
    rows = list(csv.reader(io.StringIO(run(command, "--format", "csv").stdout)))
    assert len({len(row) for row in rows}) == 1


def test_all_statuses_is_for_events_of_other_programs(run: Run) -> None:
    result = run("export", "--format", "csv", "--all-statuses")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "plover" in result.stderr


@pytest.mark.parametrize("part", ["article", "statement", "entity", "beginning"])
def test_show_finds_the_article_by_any_id_in_it(part: str, run: Run) -> None:
    reading = story()
    ids = {
        "article": reading.article.id,
        "statement": reading.statements[1].id,
        "beginning": reading.statements[1].id[:12],
        "entity": reading.article.id,
    }
    shown = json.loads(run("show", ids[part], "--format", "json").stdout)
    assert exchange.reading_from(shown) == reading


def test_an_unknown_id_ends_with_4_and_says_so(run: Run) -> None:
    result = run("show", "sta_nothing")
    assert (result.exit_code, result.stdout) == (4, "")
    assert "sta_nothing" in result.stderr
    assert "Traceback" not in result.stderr


def test_asking_a_record_that_is_not_there_ends_with_3_and_makes_none(
    run: Run, tmp_path: Path
) -> None:
    missing = tmp_path / "missing.db"
    result = run("statements", "--record", str(missing))
    assert result.exit_code == 3
    assert str(missing) in result.stderr.replace("\n", "")
    assert not missing.exists()


def test_a_file_that_is_no_record_ends_with_3(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear reader, this is no database. " * 100)
    result = run("statements", "--record", str(tmp_path / "letter.txt"))
    assert (result.exit_code, result.stdout) == (3, "")
    assert len(result.stderr.splitlines()) == 1


def test_the_record_option_wins_over_the_environment(run: Run, empty: Path) -> None:
    assert run("articles", "--record", str(empty)).stdout == ""


def test_without_option_and_environment_the_record_is_the_one_here(
    run: Run, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ONRECORD_RECORD")
    monkeypatch.chdir(kept.parent)
    kept.rename("onrecord.db")
    assert len(lines(run("articles").stdout)) == 2


@pytest.mark.parametrize(
    "typed",
    [
        ("statements", "--manner", "loud"),
        ("statements", "--since", "Tuesday"),
        ("statements", "--since", "2023-13-01"),
        ("statements", "--until", "XXXX-11-06"),
        ("statements", "--limit", "0"),
        ("statements", "--by", " "),
        ("statements", "--format", "xml"),
        ("statements", "--color"),
        ("show",),
        ("sing",),
    ],
)
def test_wrong_usage_ends_with_2(typed: tuple[str, ...], run: Run) -> None:
    result = run(*typed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr


def test_a_table_without_rows_says_so_on_stderr(run: Run, empty: Path) -> None:
    result = run("statements", "--record", str(empty), "--format", "table")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing to show" in result.stderr
