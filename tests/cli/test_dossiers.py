import getpass
import io
import json
from pathlib import Path

import pytest
from docx import Document

from onrecord.record import Record
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("dammed")


@pytest.fixture
def filled(run: Run, dammed: Path) -> None:
    picked = ("eve_shelled", "fig_killed", "eve_flood")
    done = run("pick", *picked, "--into", "The dam", "--by", "Ada", "--note", "=ask\nthem")
    assert done.exit_code == 0


@pytest.mark.usefixtures("filled")
def test_what_was_picked_is_listed_and_printed(run: Run) -> None:
    (listed,) = map(json.loads, run("dossiers").stdout.splitlines())
    assert (listed["name"], listed["by"], listed["lines"]) == ("The dam", "Ada", 3)
    lines = [json.loads(line) for line in run("dossier", "the dam").stdout.splitlines()]
    assert [line["id"] for line in lines] == ["eve_shelled", "fig_killed", "eve_flood"]
    assert [line["kind"] for line in lines] == ["event", "figure", "event"]
    assert {line["note"] for line in lines} == {"=ask\nthem"}
    assert lines[0]["article"]["publisher"] == "Coastline"
    assert (lines[0]["gone"], lines[0]["corrected"]) == (False, [])


@pytest.mark.usefixtures("filled")
def test_a_dossier_is_a_table_on_a_terminal(run: Run) -> None:
    shown = run("dossier", "the dam", "--format", "table").stdout
    assert "3 lines, begun by Ada" in shown
    assert "1. Kestria → the Tarn dam: “shelled”" in shown
    assert "[at least 14 people]" in shown
    assert "\x1b" not in shown
    listed = run("dossiers", "--format", "table").stdout
    assert "3 lines" in listed


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("form", ["html", "md", "csv", "docx"])
def test_a_dossier_is_written_into_a_file_whose_name_says_the_form(
    form: str, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / f"dam.{form.upper()}"
    done = run("dossier", "the dam", "--output", str(file))
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == f"{file} has 3 lines.\n"
    printed = run("dossier", "the dam", "--format", form).stdout_bytes
    if form == "docx":
        first, second = (Document(io.BytesIO(made)) for made in (file.read_bytes(), printed))
        assert [p.text for p in first.paragraphs] == [p.text for p in second.paragraphs]
    else:
        assert file.read_bytes() == printed


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    "wrong",
    [["dam.txt"], ["dam"], ["dam.csv", "--format", "html"], ["dam.json", "--format", "json"]],
)
def test_a_file_of_another_form_is_not_written(wrong: list[str], run: Run, tmp_path: Path) -> None:
    name, *rest = wrong
    done = run("dossier", "the dam", "--output", str(tmp_path / name), *rest)
    assert done.exit_code == 2
    assert not (tmp_path / name).exists()


@pytest.mark.usefixtures("filled")
def test_a_dossier_never_overwrites_the_record(run: Run, dammed: Path) -> None:
    assert run("dossier", "the dam", "--output", str(dammed)).exit_code == 2
    assert run("dossiers").exit_code == 0


@pytest.mark.usefixtures("filled")
def test_what_is_picked_can_be_put_at_a_place(run: Run, dammed: Path) -> None:
    run("pick", "fig_vote", "eve_flood", "--into", "The dam", "--by", "Bo", "--at", "1")
    with Record.open(dammed) as record:
        assert [line.entry for line in record.dossiers.named("The dam").lines] == [
            "fig_vote", "eve_flood", "eve_shelled", "fig_killed",
        ]  # fmt: skip


@pytest.mark.usefixtures("filled")
def test_what_is_taken_out_stays_on_the_record(run: Run) -> None:
    done = run("unpick", "eve_shelled", "fig_k", "--from", "The dam")
    assert (done.exit_code, done.stderr) == (0, "eve_shelled, fig_k taken out of “The dam”.\n")
    assert len(run("dossier", "The dam").stdout.splitlines()) == 1
    assert "eve_shelled" in run("events").stdout


def test_whoever_is_logged_in_picks_where_nobody_is_named(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "marsh")
    done = run("pick", "fig_vote", "--into", "Votes", "--format", "json")
    assert json.loads(done.stdout)[0]["picked_by"] == "marsh"
    assert done.stderr == "fig_vote picked into “Votes”.\n"


def test_where_nobody_is_logged_in_a_name_is_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 4242")

    monkeypatch.setattr(getpass, "getuser", nobody)
    done = run("pick", "fig_vote", "--into", "Votes")
    assert done.exit_code == 2
    assert "--by" in done.stderr


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (["dossier", "Nothing"], 4),
        (["unpick", "fig_vote", "--from", "Nothing"], 4),
        (["pick", "fig_none", "--into", "x", "--by", "Ada"], 4),
        (["pick", "fig_vote", "--into", "a/b", "--by", "Ada"], 2),
        (["pick", "fig_vote", "--into", " ", "--by", "Ada"], 2),
        (["pick", "fig_vote"], 2),
    ],
)
def test_what_cannot_be_done_ends_with_its_code(typed: list[str], code: int, run: Run) -> None:
    done = run(*typed)
    assert done.exit_code == code
    assert "Traceback" not in done.output


def test_without_dossiers_there_is_nothing_to_show(run: Run) -> None:
    assert run("dossiers").stdout == ""
    assert run("dossiers", "--format", "table").stderr == "There is nothing to show.\n"
