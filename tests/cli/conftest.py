"""A record of two made-up readings, and ``run``: the command line called in this process."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord.record import Record
from onrecord.store.store import Store
from tests.cli.stories import harm, story
from tests.cli.terminals import command, on_terminal
from tests.dam import dam, flood

Run = Callable[..., Result]
__all__ = ["on_terminal"]


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with records that tests copy: making one takes longer than what is tested."""
    folder = tmp_path_factory.mktemp("made")
    for name, readings in (("kept.db", (story(), harm())), ("dammed.db", (dam(), flood()))):
        store = Store.open(folder / name)
        for reading in readings:
            store.put(reading)
        store.close()
    return folder


@pytest.fixture
def kept(made_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path of a record that holds the two readings; it is the one commands use by default."""
    path = shutil.copy(made_once / "kept.db", tmp_path / "kept.db")
    monkeypatch.setenv("ONRECORD_RECORD", str(path))
    return path


@pytest.fixture
def dammed(made_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path of a record that holds the reading with events and figures, and one that means harm;
    it is the one commands use by default.
    """
    path = shutil.copy(made_once / "dammed.db", tmp_path / "dammed.db")
    monkeypatch.setenv("ONRECORD_RECORD", str(path))
    return path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call the command line: ``run("statements", "--by", "Orlova")``."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr("typer.testing._get_command", lambda made: made)

    def call(*arguments: str, **extra: str) -> Result:
        return CliRunner().invoke(command(), list(arguments), prog_name="onrecord", **extra)

    return call


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """The path of a record with nothing on it."""
    path = tmp_path / "empty.db"
    Record.open(path).close()
    return path
