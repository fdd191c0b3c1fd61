"""A terminal of some width, for a command that is called in this process or in one of its own."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import termios
import threading
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from typer.main import get_command

from onrecord.cli.app import application

OnTerminal = Callable[..., str]


@cache
def command() -> Any:
    """The command line, made once: that takes longer than most commands."""
    return get_command(application())


class Terminal:
    """A terminal that collects what is written on it."""

    def __init__(self, width: int) -> None:
        self._ours, self.theirs = pty.openpty()
        fcntl.ioctl(self.theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
        self._pieces: list[bytes] = []
        # A daemon, so that a program that fails in a test does not keep the tests from ending.
        self._listening = threading.Thread(target=self._listen, daemon=True)
        self._listening.start()

    def _listen(self) -> None:
        self._pieces.extend(self._heard())

    def _heard(self) -> Iterator[bytes]:
        while True:
            try:
                piece = os.read(self._ours, 65536)
            except OSError:  # the last one at the other end has left
                return
            yield piece

    def written(self) -> str:
        os.close(self.theirs)
        self._listening.join(timeout=30)
        os.close(self._ours)
        return b"".join(self._pieces).decode().replace("\r\n", "\n")


@pytest.fixture
def on_terminal(monkeypatch: pytest.MonkeyPatch) -> OnTerminal:
    """Call the command line in this process, with stdout and stderr on a terminal, and give back
    what was on it: ``on_terminal("statements", width=60, NO_COLOR="1")``.
    """

    def call(*arguments: str, width: int = 80, **more: str) -> str:
        terminal = Terminal(width)
        with monkeypatch.context() as patched, open(os.dup(terminal.theirs), "w") as stream:
            for name in ("NO_COLOR", "FORCE_COLOR"):
                patched.delenv(name, raising=False)
            for name, value in {"TERM": "xterm-256color", "COLUMNS": str(width), **more}.items():
                patched.setenv(name, value)
            patched.setattr("sys.stdout", stream)
            patched.setattr("sys.stderr", stream)
            command()(list(arguments), prog_name="onrecord", standalone_mode=False)
        return terminal.written()

    return call
