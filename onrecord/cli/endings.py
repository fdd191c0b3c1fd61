"""How a command ends: the exit codes, as a table, and the one sentence on stderr that goes with
each.

Whatever onrecord raises on purpose becomes a sentence and a code, never a traceback. A reader of
our output that has had enough (``| head``) is no error. Only a fault of onrecord's own prints a
traceback, for the report of it.
"""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import IntEnum

import typer

from onrecord.errors import (
    CorrectionInvalid,
    DossierInvalid,
    EntryUnknown,
    GivenInvalid,
    JudgementInvalid,
    OnRecordError,
    PublishedDateInvalid,
    QuestionInvalid,
    ServingRefused,
)
from onrecord.model import Failure
from onrecord.phrases.letters import one_line


class Code(IntEnum):
    """What a script can tell from the way a command ended."""

    WELL = 0
    SOME_FAILED = 1
    USAGE = 2
    NOTHING = 3
    UNKNOWN = 4
    FAULT = 70
    INTERRUPTED = 130


MEANINGS: dict[Code, str] = {
    Code.WELL: "all is well (also when the reader of a pipe stops early)",
    Code.SOME_FAILED: "some inputs failed; the others are done",
    Code.USAGE: "wrong usage: an option or a date given by hand",
    Code.NOTHING: "nothing could be read, or the record, output or address is unavailable",
    Code.UNKNOWN: "no entry on the record has that id, or no dossier that name",
    Code.FAULT: "a fault in onrecord itself",
    Code.INTERRUPTED: "interrupted; what was done stays",
}
_CODES: tuple[tuple[type[OnRecordError], Code], ...] = (
    (PublishedDateInvalid, Code.USAGE),
    (GivenInvalid, Code.USAGE),
    (QuestionInvalid, Code.USAGE),
    (JudgementInvalid, Code.USAGE),
    (CorrectionInvalid, Code.USAGE),
    (DossierInvalid, Code.USAGE),
    (ServingRefused, Code.USAGE),
    (EntryUnknown, Code.UNKNOWN),
    (OnRecordError, Code.NOTHING),
)


def say(sentence: str) -> None:
    """One sentence on stderr, safe for a terminal and wrapped to it; elsewhere one line."""
    line = one_line(sentence)
    if sys.stderr.isatty():
        width = shutil.get_terminal_size().columns
        line = textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
    print(line, file=sys.stderr, flush=True)


def code_of(error: OnRecordError) -> Code:
    """The exit code of an error."""
    return next(code for kind, code in _CODES if isinstance(error, kind))


@contextmanager
def ending() -> Iterator[None]:
    """Turn whatever ends the command early into its sentence and its exit code."""
    try:
        yield
        sys.stdout.flush()
    except (typer.Exit, typer.BadParameter):
        raise
    except KeyboardInterrupt:
        say("Interrupted; what was done stays, and the same command goes on from there.")
        raise typer.Exit(Code.INTERRUPTED) from None
    except BrokenPipeError:
        _leave_quietly()
        raise typer.Exit(Code.WELL) from None
    except OnRecordError as error:
        say(f"onrecord: {error}")
        raise typer.Exit(code_of(error)) from None
    except OSError as error:
        say(f"onrecord: cannot write the output: {error}; make room or print to another place")
        _leave_quietly()
        raise typer.Exit(Code.NOTHING) from None
    except Exception:
        traceback.print_exc()
        say("onrecord: this is a fault in onrecord itself; please report it with the lines above")
        raise typer.Exit(Code.FAULT) from None


def _leave_quietly() -> None:
    """Point stdout at nothing, so that Python's own flush at exit cannot fail."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        return


@dataclass(slots=True)
class Tally:
    """What came of the inputs so far: how many were done and which failed."""

    done: int = 0
    failures: list[Failure] = field(default_factory=list)

    def end(self, nothing: str | None) -> None:
        """Leave with the exit code this comes to; ``nothing`` is said if there was no input at all.

        ``nothing`` is None where no input is all well.
        """
        if self.done and not self.failures:
            return
        if not self.done and not self.failures:
            if nothing is None:
                return
            say(nothing)
        raise typer.Exit(Code.SOME_FAILED if self.done else Code.NOTHING)
