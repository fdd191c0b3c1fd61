"""What statements say, by the stems of their words: which of those that a question asks for have a
word of a topic, found in memory, and of these no more than what puts them in their order.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np
from sqlalchemy import Connection, select

from onrecord.findings import Said
from onrecord.model import Question
from onrecord.store import sqlite
from onrecord.store.questions import conditions
from onrecord.store.schema import articles, statements
from onrecord.store.sheets import Numbers

StemsOf = Callable[[str], frozenset[str]]


@dataclass(slots=True)
class Stems:
    """For each stem the numbers of the statements that have it."""

    numbers: dict[str, array[int]] = field(default_factory=dict)

    def add(self, number: int, stems: Iterable[str]) -> None:
        for stem in stems:
            self.numbers.setdefault(stem, array("q")).append(number)

    def having(self, topic: Iterable[str]) -> Numbers:
        """The statements that have one of these stems."""
        found = [np.frombuffer(self.numbers[s], np.int64) for s in topic if s in self.numbers]
        return np.unique(np.concatenate(found)) if found else np.empty(0, np.int64)


def stems(connection: Connection, question: Question, stems_of: StemsOf) -> Stems:
    """Those of all statements that a question asks for."""
    chosen = select(statements.c.number, statements.c.content).select_from(
        statements.join(articles)
    )
    found = Stems()
    for number, content in connection.execute(chosen.where(*conditions(question, "statements"))):
        found.add(number, stems_of(content))
    return found


def said(connection: Connection, near: dict[int, float]) -> list[Said]:
    """Statements by their numbers, each with how near it is."""
    own = (statements.c[name] for name in ("first_day", "last_day", "manner", "content"))
    columns = statements.c.number, statements.c.id, articles.c.id.label("article"), *own
    chosen = select(*columns).select_from(statements.join(articles))
    rows = connection.execute(chosen.where(sqlite.among(statements.c.number, list(near))))
    return [Said._make((*row, near[row.number])) for row in rows]
