"""What somebody delivered at once, and how far it has come: frozen values for pages to show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from onrecord.across import Linked

Stage = Literal["waiting", "reading", "linking", "done", "stopped"]
Outcome = Literal["waiting", "reading", "added", "unchanged", "failed", "given_up"]


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of one file: ``article`` is its id, ``reason`` why it failed, ``seconds`` how
    long that took.
    """

    name: str
    outcome: Outcome = "waiting"
    article: str | None = None
    reason: str | None = None
    began: str | None = None
    seconds: float | None = None

    @property
    def is_left(self) -> bool:
        return self.outcome in ("waiting", "reading")


@dataclass(frozen=True, slots=True)
class Progress:
    """The file in hand, the how manyth of how many it is, and seconds: since it was begun, and
    since the delivery was.
    """

    name: str
    number: int
    of: int
    seconds: int
    in_all: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """What somebody sent at once, and how far it has come.

    ``said`` is what holds it up or stopped it, ``given_up`` who gave up the rest; ``began`` is when
    its first file was begun, ``seconds`` how long all of it took.
    """

    id: str
    by: str
    at: str
    files: tuple[Filed, ...]
    stage: Stage = "waiting"
    said: str | None = None
    linked: Linked | None = None
    given_up: str | None = None
    began: str | None = None
    seconds: float | None = None

    @property
    def is_over(self) -> bool:
        return self.stage in ("done", "stopped")

    @property
    def is_left(self) -> bool:
        """Whether there is something to give up."""
        return not self.is_over and not self.given_up and any(each.is_left for each in self.files)

    @property
    def read(self) -> int:
        """How many files are dealt with."""
        return sum(not each.is_left and each.outcome != "given_up" for each in self.files)

    def count(self, outcome: Outcome) -> int:
        return sum(each.outcome == outcome for each in self.files)

    @property
    def progress(self) -> Progress | None:
        """The file in hand; None where none is."""
        for number, each in enumerate(self.files, 1):
            if each.outcome == "reading" and each.began and self.began:
                took, in_all = int(since(each.began)), int(since(self.began))
                return Progress(each.name, number, len(self.files), took, in_all)
        return None


def now() -> str:
    """The time of day, for ``began``."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def since(began: str) -> float:
    """Seconds since then; none if the clock was put back."""
    return max(0.0, (datetime.now(UTC) - datetime.fromisoformat(began)).total_seconds())


def plain_names(names: Iterable[str]) -> list[str]:
    """Names of files as the record keeps them: without folders and letters that are no letters,
    each once, so that what fails under one does not hide what fails under another.
    """
    taken: dict[str, int] = {}
    given: list[str] = []
    for name in names:
        plain = _plain(name)
        taken[plain] = taken.get(plain, 0) + 1
        given.append(plain if taken[plain] == 1 else f"{plain} ({taken[plain]})")
    return given


def _plain(name: str) -> str:
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(c if c.isprintable() else " " for c in last)
    return " ".join(shown.split())[-120:].lstrip() or "a file without a name"
