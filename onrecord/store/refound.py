"""Lines of dossiers whose article is read again: an entry that a later reader gave another id is
known by its own words, as it is where people corrected it, and its line names it by its new id.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, Row, select, update

from onrecord.model import Passage, Reading
from onrecord.store.corrected import every, found
from onrecord.store.dossier_schema import dossier_lines
from onrecord.store.words import clean

_WORDS = {"statement": "content", "event": "trigger", "figure": "passage"}


def find_again(connection: Connection, reading: Reading) -> None:
    """Let lines of dossiers name the entries of a new reading, as the reader read it."""
    chosen = select(dossier_lines).filter_by(article=clean(reading.article.id))
    lines = connection.execute(chosen.order_by(dossier_lines.c.number)).all()
    ids = {clean(entry.id) for entry in every(reading)} if lines else set()
    for line in lines:
        if line.entry not in ids:
            _find(connection, reading, line)


def _find(connection: Connection, reading: Reading, line: Row[Any]) -> None:
    kept = json.loads(line.kept)
    words = kept[line.kind][_WORDS[line.kind]]
    pieces = words if isinstance(words, list) else [words]
    again = found(reading, line.kind, line.entry, [Passage(**each) for each in pieces])
    if again is None or _stands(connection, line, again.id):
        return
    kept[line.kind]["id"] = again.id
    change = update(dossier_lines).filter_by(number=line.number)
    connection.execute(change.values(entry=clean(again.id), kept=json.dumps(kept)))


def _stands(connection: Connection, line: Row[Any], id: str) -> bool:
    """Whether the dossier has a line of the entry already."""
    same = {"dossier": line.dossier, "article": line.article, "entry": clean(id)}
    return connection.execute(select(dossier_lines.c.number).filter_by(**same)).first() is not None
