"""Adding articles in the room: one delivery after another is read in a thread of its own.

A delivery is what somebody sends at once: files, or pasted text. It waits its turn, each of its
files is put on the record, then what is new is linked. What became of each file is kept as a frozen
value that pages may look at whenever they like. A server that is killed loses the files that were
not read yet, and nothing that is on the record; another process that writes to the record meanwhile
is waited for.
"""

from __future__ import annotations

import logging
import secrets
import threading
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from typing import Literal, TypeVar

from onrecord.across import Linked
from onrecord.errors import EntryUnknown, OnRecordError, RecordUnavailable
from onrecord.ingest import File, Given
from onrecord.model import Added
from onrecord.record import Record

T = TypeVar("T")
Stage = Literal["waiting", "reading", "linking", "done", "stopped"]
Outcome = Literal["waiting", "reading", "added", "unchanged", "failed"]

MOST_WAITING = 300_000_000  # bytes that wait to be read, of all deliveries together
REMEMBERED = 100  # deliveries that pages can still look at
TRIES = 60  # times the record is asked again while another process writes to it
PAUSE = 5.0  # seconds between them, beside the patience of the record itself
_OWN_NAME = "nothing can be added under the name of the record itself; rename the file"
_CLOSED = "The room was closed before all was read; deliver the rest again."
_log = logging.getLogger(__name__)


class Crowded(OnRecordError):
    """More waits to be read than there is room for."""


class Closing(Exception):
    """The room closes: what was begun is finished, and nothing new begins."""


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of one file: ``article`` is its id, ``reason`` why it failed."""

    name: str
    outcome: Outcome = "waiting"
    article: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """What somebody sent at once, and how far it has come; ``said`` is what holds it up."""

    id: str
    by: str
    at: str
    files: tuple[Filed, ...]
    stage: Stage = "waiting"
    said: str | None = None
    linked: Linked | None = None

    @property
    def is_over(self) -> bool:
        return self.stage in ("done", "stopped")

    @property
    def read(self) -> int:
        """How many files are dealt with."""
        return sum(each.outcome not in ("waiting", "reading") for each in self.files)

    def count(self, outcome: Outcome) -> int:
        return sum(each.outcome == outcome for each in self.files)


@dataclass(slots=True)
class _Waiting:
    """The bytes of a delivery that are not read yet."""

    id: str
    files: deque[File]
    given: Given

    @property
    def size(self) -> int:
        return sum(len(each.content) for each in self.files)


class Adding:
    """The deliveries of one record, and the thread that reads them; it ends when none waits."""

    def __init__(self, record: Record, pause: float = PAUSE) -> None:
        self._record = record
        self._pause = pause
        self._lock = threading.Lock()
        self._known: dict[str, Delivery] = {}
        self._queue: deque[_Waiting] = deque()
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None

    def deliver(self, files: Sequence[File], given: Given, by: str) -> Delivery:
        """Take files in; raises Crowded when too much waits already."""
        at = datetime.now(UTC).isoformat(timespec="seconds")
        listed = tuple(Filed(each.name) for each in files)
        delivery = Delivery(f"add_{secrets.token_hex(8)}", by, at, listed)
        waiting = _Waiting(delivery.id, deque(files), given)
        with self._lock:
            if sum(each.size for each in (*self._queue, waiting)) > MOST_WAITING:
                raise Crowded("too much waits to be read already; deliver this when that is done")
            self._known[delivery.id] = delivery
            self._queue.append(waiting)
            self._forget()
            if self._thread is None and not self._closing.is_set():
                self._thread = threading.Thread(target=self._work, name="adding", daemon=True)
                self._thread.start()
        return delivery

    def delivery(self, id: str) -> Delivery:
        """The delivery of that id as it stands now; raises EntryUnknown."""
        found = self._known.get(id)
        if found is None:
            raise EntryUnknown(f"there is no delivery {id}, or it was long ago")
        return found

    def deliveries(self) -> tuple[Delivery, ...]:
        """All that are remembered, the newest first."""
        with self._lock:
            return tuple(reversed(self._known.values()))

    def ahead(self, id: str) -> int:
        """How many deliveries are read before this one."""
        with self._lock:
            ids = [each.id for each in self._queue]
        return ids.index(id) if id in ids else 0

    def wait(self, seconds: float | None = None) -> None:
        """Wait until nothing waits to be read."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)

    def close(self, seconds: float = 30.0) -> None:
        """Begin nothing new, and wait until the file in hand is on the record."""
        self._closing.set()
        self.wait(seconds)

    def _forget(self) -> None:
        over = (id for id, each in self._known.items() if each.is_over)
        for id in list(islice(over, max(0, len(self._known) - REMEMBERED))):
            del self._known[id]

    def _work(self) -> None:
        while waiting := self._next():
            try:
                self._deal_with(waiting)
            except Closing:
                self._stop(waiting.id, _CLOSED)
            except OnRecordError as error:  # no network to read with, a full disk
                self._stop(waiting.id, str(error))
            except Exception as error:
                _log.exception("a delivery could not be dealt with")
                self._stop(waiting.id, _fault(error))
            finally:
                with self._lock:
                    self._queue.popleft()

    def _next(self) -> _Waiting | None:
        """The delivery whose turn it is; without one this thread is over."""
        with self._lock:
            if not self._queue:
                self._thread = None
            return self._queue[0] if self._queue else None

    def _deal_with(self, waiting: _Waiting) -> None:
        self._change(waiting.id, stage="reading")
        for number in range(len(waiting.files)):
            self._file(waiting.id, number, outcome="reading")
            became = self._added(waiting.files[0], waiting.given)
            waiting.files.popleft()
            self._file(waiting.id, number, **became)
        self._change(waiting.id, stage="linking")
        linked = self._patiently(waiting.id, self._record.link)
        self._change(waiting.id, stage="done", linked=linked)

    def _added(self, file: File, given: Given) -> dict[str, str | None]:
        """What became of a file, as fields of ``Filed``."""
        id = self._queue[0].id
        try:
            added = self._patiently(id, lambda: self._record.add(file, given=given))
        except (OnRecordError, Closing):
            raise
        except Exception as error:
            _log.exception("%s could not be read", file.name)
            return {"outcome": "failed", "reason": _fault(error)}
        return _outcome(added)

    def _patiently(self, id: str, do: Callable[[], T]) -> T:
        """Do it once nobody else writes to the record."""
        for _ in range(TRIES):
            if self._closing.is_set():
                raise Closing
            try:
                done = do()
            except RecordUnavailable as error:
                self._change(id, said=f"{error}; this is tried again.")
                self._closing.wait(self._pause)
            else:
                self._change(id, said=None)
                return done
        return do()

    def _stop(self, id: str, said: str) -> None:
        for number, each in enumerate(self._known[id].files):
            if each.outcome == "reading":
                self._file(id, number, outcome="waiting")
        self._change(id, stage="stopped", said=said)

    def _change(self, id: str, **changes: object) -> None:
        with self._lock:
            self._known[id] = replace(self._known[id], **changes)  # type: ignore[arg-type]

    def _file(self, id: str, number: int, **changes: object) -> None:
        files = self._known[id].files
        changed = replace(files[number], **changes)  # type: ignore[arg-type]
        self._change(id, files=(*files[:number], changed, *files[number + 1 :]))


def _outcome(added: Added) -> dict[str, str | None]:
    for failure in added.failures:
        return {"outcome": "failed", "reason": failure.reason}
    for outcome, ids in (("added", added.added), ("unchanged", added.unchanged)):
        for id in ids:
            return {"outcome": outcome, "article": id}
    return {"outcome": "failed", "reason": _OWN_NAME}


def _fault(error: Exception) -> str:
    return f"a fault in onrecord itself ({type(error).__name__}); please report it"


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
