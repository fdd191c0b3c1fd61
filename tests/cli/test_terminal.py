"""The program on a terminal; and as a process: in a pipe, with a full disk, interrupted."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.stories import story
from tests.cli.terminals import OnTerminal, Terminal
from tests.cli.test_adding import AROUND

ROOT = Path(__file__).parents[2]
DRIVER = [sys.executable, "-W", "error", "-m", "tests.cli.driver"]
ENVIRONMENT = {
    **{k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")},
    "TERM": "xterm-256color",
    "PYTHONPATH": str(ROOT),
}


def environment(**more: str) -> dict[str, str]:
    """The environment as it is now, which names the record, without what would change colours."""
    return {**ENVIRONMENT, "ONRECORD_RECORD": os.environ["ONRECORD_RECORD"], **more}


def called(*arguments: str, **extra: object) -> subprocess.CompletedProcess[str]:
    """Call the program with pipes all around."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": environment(), **extra}
    return subprocess.run([*DRIVER, *arguments], text=True, cwd=ROOT, timeout=600, **streams)  # type: ignore[call-overload, no-any-return]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Three articles; the second interrupts whoever reads it."""
    monkeypatch.setenv("ONRECORD_RECORD", str(tmp_path / "new.db"))
    paths = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    for path, month in zip(paths, ("April", "INTERRUPT", "May"), strict=True):
        path.write_text(AROUND.format(title=f"Bridge to reopen in {month}", month=month))
    return [str(path) for path in paths]


@pytest.mark.usefixtures("kept")
def test_on_a_terminal_statements_are_a_table_in_colours(on_terminal: OnTerminal) -> None:
    text = on_terminal("statements", "--by", "Orlova")
    assert "Jana Orlova" in text
    assert "\x1b[1;36mOrlova\x1b[0m \x1b[1;35mbelieves\x1b[0m \x1b[32mthe" in text
    assert "[source" not in text


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("more", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_without_colours_has_brackets_instead(
    more: dict[str, str], on_terminal: OnTerminal
) -> None:
    text = re.sub("\x1b\\[[0-9;]*m", "", on_terminal("statements", "--by", "Orlova", **more))
    assert "[source Minister Jana Orlova]" in text


@pytest.mark.usefixtures("kept")
def test_a_hostile_article_writes_nothing_but_letters_and_our_own_styles(
    on_terminal: OnTerminal,
) -> None:
    text = on_terminal("export", width=60) + on_terminal("statements", "--format", "jsonl")
    ours = re.sub("\x1b\\[[0-9;]*m", "", text)
    assert not [c for c in ours if c != "\n" and (c < " " or "\x7f" <= c <= "\x9f")]
    assert "\x1b[5m" not in text


@pytest.mark.usefixtures("kept")
def test_a_narrow_terminal_stays_readable(on_terminal: OnTerminal) -> None:
    text = re.sub("\x1b\\[[0-9;]*m", "", on_terminal("show", story().article.id, width=60))
    assert max(map(len, text.splitlines())) <= 60
    assert "¹We will not reopen it before April" in " ".join(text.split())


def test_adding_on_a_terminal_shows_a_bar_on_stderr_and_leaves_the_summary(
    files: list[str],
) -> None:
    terminal = Terminal(80)
    result = called("add", files[0], files[2], stderr=terminal.theirs)
    text = terminal.written()
    assert (result.returncode, result.stdout) == (0, "")
    assert "Adding" in text
    assert "2/2" in text
    assert text.rstrip().endswith("2 added, 0 unchanged.")
    assert "\x1b[?25h" in text  # the cursor is back


def test_in_a_pipe_there_is_no_bar(files: list[str]) -> None:
    result = called("add", files[0])
    assert (result.stdout, result.stderr) == ("", "1 added, 0 unchanged.\n")


def test_an_interrupted_run_ends_with_130_and_the_next_one_goes_on(files: list[str]) -> None:
    result = called("add", *files)
    assert result.returncode == 130
    assert result.stderr.startswith("Interrupted")
    assert len(result.stderr.splitlines()) == 1
    assert called("add", files[0], files[2]).stderr == "1 added, 1 unchanged.\n"


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("format", ["jsonl", "table"])
def test_a_closed_pipe_ends_quietly(format: str) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    result = called("export", "--format", format, stdout=theirs)
    os.close(theirs)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.usefixtures("kept")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
@pytest.mark.parametrize("format", ["jsonl", "table"])
def test_a_full_disk_is_one_sentence(format: str) -> None:
    with open("/dev/full", "w") as full:
        result = called("export", "--format", format, stdout=full)
    assert result.returncode == 3
    assert "No space left on device" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.usefixtures("kept")
def test_files_are_utf_8_whatever_the_locale() -> None:
    bare = environment(LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "山田太郎" in called("statements", env=bare).stdout


def test_a_file_name_that_is_no_utf_8_does_not_stop_the_run(files: list[str]) -> None:
    odd = os.fsdecode(os.fsencode(files[0])[:-4] + b"\xff.txt")
    os.rename(files[0], odd)
    result = called("read", odd)
    assert (result.returncode, result.stderr) == (0, "")
    assert "\\udcff.txt" in result.stdout
