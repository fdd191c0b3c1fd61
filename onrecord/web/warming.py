"""What most pages ask first, asked before the doors open, so that no reader waits for it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from onrecord.errors import QuestionInvalid
from onrecord.record import Record

BUSIEST = 12  # whose portraits are made: somebody in 8,000 articles takes half a second


def warm(record: Record) -> None:
    """Make ready what is not, load what lists and searches keep in memory, and the network that
    knows what words mean.
    """
    record.gather()
    sum_up(record)
    with suppress(QuestionInvalid):  # a reader without a network knows no meaning
        next(record.search.nearest("what somebody said", limit=1), None)
    gc.collect()
    gc.freeze()  # what was loaded stays; looking through it again would halt pages


def sum_up(record: Record, stop: Callable[[], bool] = bool) -> None:
    """Ask for the sums over the whole record that pages show, and for those that take longest;
    ``stop`` says whether to leave the rest to whoever comes.
    """
    search = record.search
    for ask in (
        search.summary,
        search.topics,
        partial(search.facets, "statements"),
        search.publishers,
        search.places,
    ):
        if stop():
            return
        ask()
    found = [*search.directory(limit=BUSIEST), *search.directory(sort="statements", limit=BUSIEST)]
    for id in dict.fromkeys(each.id for each in found):
        if not stop():
            search.portrait(id)
