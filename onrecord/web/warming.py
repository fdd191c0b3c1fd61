"""What most pages ask first, asked before the doors open, so that no reader waits for it."""

from __future__ import annotations

from contextlib import suppress

from onrecord.errors import QuestionInvalid
from onrecord.record import Record


def warm(record: Record) -> None:
    """Load what lists and searches keep in memory, and the network that knows what words mean."""
    record.summary()
    record.topics()
    record.facets("statements")
    with suppress(QuestionInvalid):  # a reader without a network knows no meaning
        next(record.nearest("what somebody said", limit=1), None)
