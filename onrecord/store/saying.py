"""What statements say, by the stems of their words: which of those that a question asks for may
have a word of a topic, found in memory, and of these no more than what puts them in their order.

Words are cut at blanks here and the stems of each are found once, which is quicker than taking
every statement apart; whoever asks looks at those found again.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection, select

from onrecord.findings import Said
from onrecord.model import Question
from onrecord.store import sqlite
from onrecord.store.questions import conditions
from onrecord.store.schema import articles, statements
from onrecord.store.sheets import Numbers

StemsOf = Callable[[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Stems:
    """For each stem the numbers of the statements that may have it."""

    numbers: Mapping[str, array[int]]

    def having(self, topic: Iterable[str]) -> Numbers:
        """The statements that may have one of these stems."""
        found = [np.frombuffer(self.numbers[s], np.int64) for s in topic if s in self.numbers]
        return np.unique(np.concatenate(found)) if found else np.empty(0, np.int64)


def stems(connection: Connection, question: Question, stems_of: StemsOf) -> Stems:
    """Those of all statements that a question asks for."""
    own = statements.c.number, statements.c.content
    chosen = select(*own).select_from(statements.join(articles))
    numbers: dict[str, array[int]] = defaultdict(lambda: array("q"))
    known: dict[str, frozenset[str]] = {}
    for number, content in connection.execute(chosen.where(*conditions(question, "statements"))):
        for word in _words(content):
            if word not in known:
                known[word] = stems_of(word)
            for stem in known[word]:
                numbers[stem].append(number)
    return Stems(dict(numbers))


def _words(content: str) -> set[str]:
    """What stands between blanks; "per cent" is one word, as everywhere."""
    return set(" ".join(content.casefold().split()).replace("per cent", "percent").split())


def said(connection: Connection, near: dict[int, float]) -> list[Said]:
    """Statements by their numbers, each with how near it is."""
    own = (statements.c[name] for name in ("first_day", "last_day", "manner", "content"))
    columns = statements.c.number, statements.c.id, articles.c.id.label("article"), *own
    chosen = select(*columns).select_from(statements.join(articles))
    rows = connection.execute(chosen.where(sqlite.among(statements.c.number, list(near))))
    return [Said._make((*row, near[row.number])) for row in rows]
