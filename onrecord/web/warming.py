"""What most pages ask first, asked before the doors open, so that no reader waits for it."""

from __future__ import annotations

import gc
from contextlib import suppress

from onrecord.errors import QuestionInvalid
from onrecord.record import Record


def warm(record: Record) -> None:
    """Make ready what is not, load what lists and searches keep in memory, and the network that
    knows what words mean.
    """
    record.gather()
    record.search.summary()
    record.search.topics()
    record.search.facets("statements")
    record.search.publishers()
    record.search.relaying()
    record.search.places()
    with suppress(QuestionInvalid):  # a reader without a network knows no meaning
        next(record.search.nearest("what somebody said", limit=1), None)
    gc.collect()
    gc.freeze()  # what was loaded stays; looking through it again would halt pages
