"""The figures of one reading as they would stand on the record: each with its article, the words
around it and the statement that gives it.

The context of a figure is the line that it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.export.spoken import card, lines
from onrecord.model import Counted, Figure, Reading, Statement


def counted(reading: Reading) -> Iterator[Counted]:
    """The figures of the reading, in its order."""
    article, statements = card(reading), {s.id: s for s in reading.statements}
    for figure in reading.figures:
        context = lines(reading.article.text, [figure.passage])
        yield Counted(figure, article, context, _told(figure, statements))


def _told(figure: Figure, statements: dict[str, Statement]) -> Statement | None:
    given = figure.according_to
    return statements.get(given.statement) if given and given.statement else None
