"""The events of one reading as they would stand on the record: each with its article, the words
around it and the statement it is according to.

The context of an event is the line that its trigger stands in.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.export.spoken import card, lines
from onrecord.model import Happened, Reading


def happened(reading: Reading) -> Iterator[Happened]:
    """The events of the reading, in its order."""
    article, statements = card(reading), {s.id: s for s in reading.statements}
    for event in reading.events:
        told = statements.get(event.according_to or "")
        context = lines(reading.article.text, [event.trigger])
        yield Happened(event, article, context, told)
