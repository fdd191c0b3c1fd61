"""Adding articles in the room: one delivery after another is read in a thread of its own.

A delivery is what somebody sends at once: files, or pasted text. It waits its turn, each of its
files is put on the record, then what is new is linked. What became of each file is kept as a frozen
value that pages may look at whenever they like. What is left of a delivery can be given up, the
file in hand with it, in the middle of being read. A server that is killed loses the files that were
not read yet, and nothing that is on the record; another process that writes to the record meanwhile
is waited for.
"""

from __future__ import annotations

import logging
import secrets
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice
from typing import TypeVar

from onrecord.errors import EntryUnknown, OnRecordError, RecordUnavailable
from onrecord.ingest import File, Given
from onrecord.model import Added
from onrecord.record import Record
from onrecord.stopping import GivenUp, check, unless
from onrecord.web.deliveries import Delivery, Filed, now, since

T = TypeVar("T")

MOST_WAITING = 300_000_000  # bytes that wait to be read, of all deliveries together
REMEMBERED = 100  # deliveries that pages can still look at
GRACE = 3.0  # seconds that the file in hand has to be finished when the room closes
TRIES = 60  # times the record is asked again while another process writes to it
PAUSE = 5.0  # seconds between them, beside the patience of the record itself
_OWN_NAME = "nothing can be added under the name of the record itself; rename the file"
_CLOSED = "The room was closed before all was read and linked; deliver the rest again."
_GIVEN_UP = "{by} gave up the rest; what was read before is on the record."
_log = logging.getLogger(__name__)


class Crowded(OnRecordError):
    """More waits to be read than there is room for."""


@dataclass(slots=True)
class _Waiting:
    """The bytes of a delivery that are not read yet, and whether they were given up."""

    id: str
    files: deque[File]
    given: Given
    given_up: threading.Event = field(default_factory=threading.Event)

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
        self._leaving = threading.Event()  # what is in hand is given up
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

    def give_up(self, id: str, by: str) -> Delivery:
        """Read no more of a delivery; raises EntryUnknown.

        What is on the record stays there. The file in hand is left in the middle, and it and those
        after it are listed as given up. Where nothing is left to be read nothing changes.
        """
        delivery = self.delivery(id)
        with self._lock:
            waiting = next((each for each in self._queue if each.id == id), None)
            if waiting is None or not self._known[id].is_left:
                return self._known[id]
            self._known[id] = replace(self._known[id], given_up=by)
            waiting.given_up.set()
            waits = waiting is not self._queue[0]
            if waits:
                self._queue.remove(waiting)
        if waits:
            self._rest_given_up(id)
        return self.delivery(delivery.id)

    def wait(self, seconds: float | None = None) -> None:
        """Wait until nothing waits to be read."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)

    def close(self, grace: float = GRACE, seconds: float = 30.0) -> None:
        """Begin nothing new; the file in hand has some seconds to be finished, or is given up."""
        self._closing.set()
        self.wait(grace)
        self._leaving.set()
        self.wait(seconds)

    def unread(self) -> tuple[str, ...]:
        """Names of the files that are not dealt with, in the order in which they came."""
        waiting = [each for each in reversed(self.deliveries()) if each.given_up is None]
        return tuple(file.name for each in waiting for file in each.files if file.is_left)

    def _forget(self) -> None:
        over = (id for id, each in self._known.items() if each.is_over)
        for id in list(islice(over, max(0, len(self._known) - REMEMBERED))):
            del self._known[id]

    def _work(self) -> None:
        while waiting := self._next():
            try:
                self._deal_with(waiting)
            except GivenUp:
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
        self._change(waiting.id, stage="reading", began=now())
        try:
            with unless(lambda: waiting.given_up.is_set() or self._leaving.is_set()):
                self._read(waiting)
        except GivenUp:
            if not waiting.given_up.is_set():  # the room closes
                raise
        self._change(waiting.id, stage="linking")
        with unless(self._leaving.is_set):
            linked = self._patiently(waiting.id, self._record.link)
        self._change(waiting.id, linked=linked)
        if any(each.is_left for each in self._known[waiting.id].files):
            self._rest_given_up(waiting.id)
        else:
            self._end(waiting.id, stage="done")

    def _read(self, waiting: _Waiting) -> None:
        """Put its files on the record one by one; raises GivenUp."""
        for number in range(len(waiting.files)):
            check()
            self._file(waiting.id, number, outcome="reading", began=now())
            became = self._added(waiting.files[0], waiting.given)
            waiting.files.popleft()
            took = since(self._known[waiting.id].files[number].began or now())
            self._file(waiting.id, number, **became, seconds=round(took, 1))

    def _added(self, file: File, given: Given) -> dict[str, str | None]:
        """What became of a file, as fields of ``Filed``."""
        id = self._queue[0].id
        try:
            added = self._patiently(id, lambda: self._record.add(file, given=given))
        except OnRecordError:
            raise
        except Exception as error:
            _log.exception("%s could not be read", file.name)
            return {"outcome": "failed", "reason": _fault(error)}
        return _outcome(added)

    def _patiently(self, id: str, do: Callable[[], T]) -> T:
        """Do it once nobody else writes to the record."""
        for _ in range(TRIES):
            check()
            if self._closing.is_set():  # nothing new begins
                raise GivenUp
            try:
                done = do()
            except RecordUnavailable as error:
                self._change(id, said=f"{error}; this is tried again.")
                self._closing.wait(self._pause)
            else:
                self._change(id, said=None)
                return done
        return do()

    def _rest_given_up(self, id: str) -> None:
        delivery = self._known[id]
        for number, each in enumerate(delivery.files):
            if each.is_left:
                took = round(since(each.began), 1) if each.began else None
                self._file(id, number, outcome="given_up", seconds=took)
        self._end(id, stage="stopped", said=_GIVEN_UP.format(by=delivery.given_up))

    def _stop(self, id: str, said: str) -> None:
        for number, each in enumerate(self._known[id].files):
            if each.outcome == "reading":
                self._file(id, number, outcome="waiting")
        self._end(id, stage="stopped", said=said)

    def _end(self, id: str, **changes: object) -> None:
        began = self._known[id].began
        self._change(id, seconds=round(since(began), 1) if began else None, **changes)

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
