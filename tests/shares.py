"""The tests shared out among processes, one for each processor: ``python -m tests.shares …``.

Every process collects all tests and runs those of the next file that no other has taken, so nobody
has to know how long a file takes. What is given goes to pytest. The first process writes as pytest
does; what the others write stands below it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain, groupby, pairwise
from pathlib import Path

import pytest

SLOW = ("browser", "network")  # files of these are begun first, so that none of them is the last
PYTEST = (sys.executable, "-m", "pytest", "-p", "no:cacheprovider")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--taken", metavar="FOLDER", help="Where processes note the files they take.")


def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Run the files that this process takes; None where nothing is shared out: pytest runs all."""
    folder = session.config.option.taken
    if folder is None or session.testsfailed or session.config.option.collectonly:
        return None
    mine = _taken(session.items, Path(folder))
    for item, following in pairwise(chain(mine, (None,))):
        session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.shouldfail:
            raise session.Failed(session.shouldfail)
        if session.shouldstop:
            raise session.Interrupted(session.shouldstop)
    return True


def _taken(items: list[pytest.Item], folder: Path) -> Iterator[pytest.Item]:
    """The tests of one file after another that no other process has taken."""
    files = [(path, list(tests)) for path, tests in groupby(items, key=lambda item: item.path)]
    for number, (_, tests) in enumerate(sorted(files, key=lambda file: _rank(file[1]))):
        if _is_free(folder / str(number)):
            yield from tests


def _rank(tests: list[pytest.Item]) -> int:
    marks = {mark.name for test in tests for mark in test.iter_markers()}
    return min((rank for rank, name in enumerate(SLOW) if name in marks), default=len(SLOW))


def _is_free(note: Path) -> bool:
    """Whether nobody has taken it, and then it is taken."""
    try:
        note.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def main() -> None:
    """Run pytest as often as there are processors; ends with the worst of their exit codes."""
    with tempfile.TemporaryDirectory() as folder:
        command = [*PYTEST, f"--taken={folder}", *sys.argv[1:]]
        logs = [Path(folder, f"{k}.log") for k in range(1, os.cpu_count() or 1)]
        first, others = subprocess.Popen(command), [_started(command, log) for log in logs]
        codes = [process.wait() for process in (first, *others)]
        for log in logs:
            print(log.read_text(encoding="utf-8"), end="")
    raise SystemExit(max(codes, key=abs))


def _started(command: list[str], log: Path) -> subprocess.Popen[bytes]:
    with log.open("wb") as written:
        return subprocess.Popen(command, stdout=written, stderr=subprocess.STDOUT)


if __name__ == "__main__":
    main()
