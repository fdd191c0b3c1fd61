"""class State: the record as it was at one moment, and which rows a question asks for, found in
memory rather than in tables.

A question is taken apart into its filters. Each is asked of the database once and kept as a row of
truths, one for each row of the list; a question is where all of them hold. So a facet, which leaves
one filter out, costs no further query. A state is good as long as nothing changes that it was made
of (see ``revised``).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, MutableMapping
from contextlib import AbstractContextManager
from dataclasses import replace
from threading import Lock, RLock
from typing import Any, TypeVar, cast

import numpy as np
from sqlalchemy import Connection, func, select

from onrecord.findings import Countable
from onrecord.model import Question
from onrecord.store.questions import asked, conditions, directly
from onrecord.store.sheets import TABLES, Rows, Sheet

T = TypeVar("T")
Connect = Callable[[], AbstractContextManager[Connection]]
Read = Callable[[Connection, Countable], Sheet]

ANYTHING = Question()
LATELY = 512  # answers kept: for a filter a tenth of a megabyte where there are 100,000 statements


class State:
    """The record at one moment: its sheets, and what was found in them. Threads may share it."""

    def __init__(self, connect: Connect, read: Read) -> None:
        self._connect, self._read = connect, read
        self._made: dict[Hashable, Any] = {}
        self._lately: OrderedDict[Hashable, Any] = OrderedDict()
        self._making: dict[Hashable, RLock] = {}
        self._lock = Lock()

    def without(self, changed: Callable[[Hashable], bool]) -> State:
        """The same record after something changed that nothing but these answers depend on."""
        made = State(self._connect, self._read)
        with self._lock:
            made._made.update(self._made)
            made._lately.update((k, v) for k, v in self._lately.items() if not changed(k))
        return made

    def once(self, key: Hashable, make: Callable[[Connection], T]) -> T:
        """What is made of the record once and for all."""

        def made() -> T:
            with self._connect() as connection:
                return make(connection)

        return self._found(self._made, key, made)

    def lately(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is made for a question; the one asked longest ago is forgotten."""
        found = self._found(self._lately, key, make)
        with self._lock:
            if key in self._lately:
                self._lately.move_to_end(key)
            while len(self._lately) > LATELY:
                self._lately.popitem(last=False)
        return found

    def _found(
        self, known: MutableMapping[Hashable, Any], key: Hashable, make: Callable[[], T]
    ) -> T:
        """What is known, or made by the first who asks; others who ask for it wait, and nobody for
        what others ask.
        """
        with self._lock:
            if key in known:
                return cast(T, known[key])
            making = self._making.setdefault(key, RLock())
        with making:
            with self._lock:
                if key in known:
                    return cast(T, known[key])
            try:
                made = make()
                with self._lock:
                    known[key] = made
            finally:
                with self._lock:
                    self._making.pop(key, None)
        return made

    def sheet(self, listed: Countable) -> Sheet:
        return self.once(("sheet", listed), lambda connection: self._read(connection, listed))

    def rows(self, listed: Countable, question: Question) -> Rows:
        """Which rows of the list the question asks for; QuestionInvalid where it cannot."""
        rows = np.ones(len(self.sheet(listed)), np.bool_)
        for part in parts(question, listed):
            rows &= self._answer(listed, part)
        return rows

    def _answer(self, listed: Countable, part: Question) -> Rows:
        return self.lately((listed, part), lambda: self._asked(listed, part))

    def _asked(self, listed: Countable, part: Question) -> Rows:
        """The rows that one filter asks for."""
        if listed != "articles" and all(directly(f, listed) == "article" for f, _ in asked(part)):
            printed = self.sheet("articles").numbers[self.rows("articles", part)]
            return np.isin(self.sheet(listed).articles, printed)
        table = TABLES[listed]
        chosen = select(func.group_concat(table.c.number, ",")).select_from(table)
        with self._connect() as connection:
            found = connection.scalar(chosen.where(*conditions(part, listed)))
        numbers = np.array(found.split(","), np.int64) if found else np.empty(0, np.int64)
        return self.sheet(listed).holding(numbers)


def parts(question: Question, listed: Countable) -> Iterator[Question]:
    """The question as several that must all hold: each filter alone, and together those that one
    entry has to satisfy.
    """
    held: dict[str, Any] = {}
    for each, value in asked(question):
        own: dict[str, Any] = {each.field: tuple(value) if isinstance(value, list) else value}
        if directly(each, listed):
            yield replace(ANYTHING, **own)
        else:
            held |= own
    if held:
        yield replace(ANYTHING, **held)
