import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.cli.app import COMMANDS
from onrecord.cli.endings import MEANINGS, Code
from onrecord.cli.reference import COMMAND, help_of, reference
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
HEAVY = (
    "rich", "trafilatura", "spacy", "onnxruntime", "sqlalchemy", "tokenizers", "numpy", "htmldate",
)  # fmt: skip


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version").stdout == f"onrecord {onrecord.__version__}\n"


def test_help_names_every_command_and_every_exit_code(run: Run) -> None:
    text = run("--help").stdout
    for command in COMMANDS:
        assert f"\n  {command.__name__} " in text
    for code, meaning in MEANINGS.items():
        assert f"{code.value:>3}  {meaning}" in text
    assert set(MEANINGS) == set(Code)


@pytest.mark.parametrize("command", [command.__name__ for command in COMMANDS])
def test_every_command_and_option_explains_itself(command: str) -> None:
    text = help_of(command)
    assert ("--format" in text) == (command not in ("serve", "password", "unpick"))
    options = text.split("Options:")[1].replace("\n" + " " * 30, " ")
    unexplained = [line for line in options.splitlines() if line.strip() and "  " not in line[3:]]
    assert not unexplained


def test_help_needs_nothing_heavy() -> None:
    script = (
        "import sys; from onrecord.cli.app import application\n"
        "try: application()(['statements', '--help'])\nexcept SystemExit: pass\n"
        "print([m for m in sys.modules if m.partition('.')[0] in sys.argv[1:]], file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", script, *HEAVY], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stderr == "[]\n"


def test_the_reference_is_current() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    assert page == reference(), f"bring it up to date with: {COMMAND}"
