import json
from pathlib import Path

import pytest

from onrecord import exchange, intake
from onrecord.cli.adding import summary
from onrecord.model import Added, Failure
from onrecord.record import Record
from tests.cli.conftest import Run
from tests.readings import FakeReader

pytestmark = pytest.mark.usefixtures("reader")

AROUND = (
    "{title}\n\nThe harbour bridge will stay closed for several months, the ministry announced.\n\n"
    "Jana Orlova: it would stay shut until {month} at least.\n\n"
    "The pillars had to be inspected by divers before any traffic could return to the port.\n"
)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> FakeReader:
    reader = FakeReader()
    monkeypatch.setattr(intake, "reader", lambda: reader)
    return reader


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two articles, c.txt and a.txt, and the record beside it."""
    monkeypatch.setenv("ONRECORD_RECORD", str(tmp_path / "new.db"))
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, month in (("c.txt", "April"), ("a.txt", "May")):
        (folder / name).write_text(AROUND.format(title=f"Bridge to reopen in {month}", month=month))
    return folder


def test_read_prints_one_reading_a_line_in_the_order_given(run: Run, folder: Path) -> None:
    files = [str(folder / "c.txt"), str(folder / "a.txt")]
    result = run("read", "--format", "jsonl", *files)
    readings = [exchange.parsed(line) for line in result.stdout.splitlines()]
    assert [reading.article.input for reading in readings] == files
    assert (result.exit_code, result.stderr) == (0, "")


def test_read_as_json_of_one_article_is_one_indented_object(run: Run, folder: Path) -> None:
    text = run("read", "--format", "json", str(folder / "c.txt")).stdout
    assert text.startswith('{\n  "format": "onrecord-reading/1"')
    assert json.loads(text)["statements"][0]["who"] == "Jana Orlova"


def test_read_as_json_of_several_articles_is_one_object_a_line(run: Run, folder: Path) -> None:
    lines = run("read", "--format", "json", str(folder)).stdout.splitlines()
    assert len([json.loads(line) for line in lines]) == 2


def test_read_keeps_nothing(run: Run, folder: Path) -> None:
    run("read", str(folder))
    assert not (folder.parent / "new.db").exists()


def test_read_takes_standard_input(run: Run, folder: Path) -> None:
    text = (folder / "c.txt").read_text()
    assert json.loads(run("read", "-", input=text).stdout)["article"]["input"] == "-"


def test_what_a_person_says_of_the_article_wins(run: Run, folder: Path) -> None:
    typed = (
        "--published",
        "2024-03-26",
        "--publisher",
        "Coast Daily",
        "--url",
        "https://a.example",
    )
    for result in (
        run("read", *typed, str(folder / "c.txt")),
        (run("add", *typed, str(folder / "c.txt")), run("export"))[1],
    ):
        article = json.loads(result.stdout)["article"]
        assert article["published"]["edtf"] == "2024-03-26"
        assert article["published"]["basis"] == "given"
        assert (article["publisher"], article["url"]) == ("Coast Daily", "https://a.example")


@pytest.mark.parametrize("command", ["read", "add"])
def test_a_publication_date_that_is_none_ends_with_2(command: str, run: Run, folder: Path) -> None:
    result = run(command, "--published", "someday", str(folder))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "someday" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", ["read", "add"])
def test_a_failure_among_others_ends_with_1_and_the_others_are_done(
    command: str, run: Run, folder: Path
) -> None:
    (folder / "b.bin").write_bytes(bytes(range(256)) * 20)
    result = run(command, "--format", "jsonl", str(folder))
    assert result.exit_code == 1
    assert "b.bin" in result.stderr
    assert sum("Jana Orlova" in line or "added" in line for line in result.stdout.splitlines()) == 2


@pytest.mark.parametrize("command", ["read", "add"])
def test_if_nothing_could_be_read_it_ends_with_3(command: str, run: Run, folder: Path) -> None:
    result = run(command, str(folder / "missing.txt"))
    assert (result.exit_code, result.stdout) == (3, "")
    assert "missing.txt" in result.stderr


def test_add_prints_a_summary_on_stderr_and_nothing_on_stdout(run: Run, folder: Path) -> None:
    first, second = run("add", str(folder)), run("add", str(folder))
    assert (first.exit_code, first.stdout) == (0, "")
    assert first.stderr == "2 added, 0 unchanged.\n"
    assert second.stderr == "0 added, 2 unchanged.\n"
    assert second.exit_code == 0


def test_add_with_a_format_prints_what_became_of_each_input(run: Run, folder: Path) -> None:
    run("add", str(folder / "c.txt"))
    (folder / "b.bin").write_bytes(bytes(range(256)) * 20)
    lines = run("add", "--format", "jsonl", str(folder)).stdout.splitlines()
    outcomes = [json.loads(line)["outcome"] for line in lines]
    assert outcomes == ["added", "unchanged", "failed"]
    failure = json.loads(lines[2])
    assert failure["source"].endswith("b.bin")
    assert failure["reason"]


def test_add_then_ask(run: Run, folder: Path) -> None:
    run("add", str(folder))
    entry = json.loads(run("statements", "--text", "April").stdout)
    assert entry["who"] == "Jana Orlova"
    shown = run("show", entry["id"], "--format", "table").stdout
    assert "[SOURCE Orlova]" in shown


def test_add_cannot_make_a_record_in_a_folder_that_is_not_there(run: Run, folder: Path) -> None:
    result = run("add", "--record", str(folder / "no" / "such.db"), str(folder))
    assert (result.exit_code, result.stdout) == (3, "")
    assert len(result.stderr.splitlines()) == 1


def test_reread_reads_what_another_reader_has_read(
    run: Run, folder: Path, reader: FakeReader
) -> None:
    run("add", str(folder))
    assert run("reread").stderr == "0 read again, 0 unchanged.\n"
    reader.name = "fake/2"
    result = run("reread")
    assert (result.exit_code, result.stderr) == (0, "2 read again, 0 unchanged.\n")
    assert {json.loads(line)["reader"] for line in run("articles").stdout.splitlines()} == {
        "fake/2"
    }


def test_reread_needs_a_record_that_is_there(run: Run, folder: Path) -> None:
    assert run("reread").exit_code == 3


def test_the_summary_names_the_first_failures_and_counts_the_rest() -> None:
    failed = tuple(Failure(f"{n}.bin", "ingest", "it is binary.") for n in range(5))
    assert summary(Added(("art_1",), (), failed[:1]), "added") == (
        "1 added, 0 unchanged, 1 failed: 0.bin (it is binary)."
    )
    assert summary(Added((), (), failed), "added") == (
        "0 added, 0 unchanged, 5 failed: 0.bin (it is binary); 1.bin (it is binary); "
        "2.bin (it is binary); and 2 more, which `onrecord failures` lists."
    )


def test_an_interruption_ends_with_130_and_what_was_done_stays(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", str(folder / "a.txt"))

    def stop(*_: object, **__: object) -> Added:
        raise KeyboardInterrupt

    monkeypatch.setattr(Record, "add", stop)
    result = run("add", str(folder))
    assert result.exit_code == 130
    assert "what was done stays" in result.stderr
    assert len(run("articles").stdout.splitlines()) == 1


def test_a_fault_of_onrecord_itself_ends_with_70_and_its_traceback(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", str(folder))
    monkeypatch.setattr(Record, "articles", lambda self: 1 / 0)
    result = run("articles")
    assert result.exit_code == 70
    assert "ZeroDivisionError" in result.stderr
    assert "report" in result.stderr
