"""What corrections and judgements touch across articles is made anew beside the pages.

In a large record a person may stand in thousands of articles, and making them anew takes seconds:
whoever corrects a line does not wait for it. Meanwhile lists answer from what still holds, and
every page says that something is being made anew. Then what pages sum up is asked for once, so that
whoever comes first does not wait for that either. What is not made anew when the room is closed is
on record as such, and is made when the record is next opened or asked.
"""

from __future__ import annotations

import logging
import threading
from typing import Self

from onrecord.errors import RecordUnavailable
from onrecord.record import Record
from onrecord.web.warming import sum_up

PAUSE = 1.0  # seconds before another try while another process writes
GRACE = 1.0  # seconds that what is under way has when the room closes
_log = logging.getLogger(__name__)


class Keeping:
    """The thread that keeps the objects of one record ready, from entering to leaving."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._change = threading.Event()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._work, name="keeping", daemon=True)
        self._is_gathering = False
        self.is_left = False  # whether closing left something to be made anew

    def __enter__(self) -> Self:
        self._record.gather_by(self.wake)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._record.gather_by(None)
        self._closing.set()
        busy = self.is_busy
        self._change.set()
        self.wait(GRACE)
        self.is_left = busy and self._thread.is_alive()

    def wait(self, seconds: float) -> None:
        """Wait until the thread has ended; where it does not, the program's end ends it, and
        undoes the transaction it was in.
        """
        self._thread.join(seconds)

    def wake(self) -> None:
        """Something changed."""
        self._change.set()

    @property
    def is_busy(self) -> bool:
        """Whether something is being made anew, or is about to be."""
        return self._change.is_set() or self._is_gathering

    def _is_called(self) -> bool:
        return self._change.is_set() or self._closing.is_set()

    def _work(self) -> None:
        while self._change.wait() and not self._closing.is_set():
            self._is_gathering = True  # before the change is forgotten: pages ask at any moment
            self._change.clear()
            try:
                self._record.gather(self._closing.is_set)
                self._is_gathering = False
                sum_up(self._record, self._is_called)
            except RecordUnavailable as error:
                _log.info("gathering is put off: %s", error)
                if not self._closing.wait(PAUSE):
                    self._change.set()
            self._is_gathering = False
