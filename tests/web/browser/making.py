"""The record that is looked at: the example articles, linked, and what a desk did with them."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

from onrecord.record import Record

# as it is typed, because pages show where an article was read from
EXAMPLES = os.path.relpath(Path(__file__).parents[3] / "examples" / "articles")
DOSSIER = "The gates of the Sarn Dam"
WHO = "Mira"


def make(where: Path) -> None:
    """Read the examples into a new record, link them, correct a little, begin a dossier."""
    with Record.open(where) as record:
        record.add(EXAMPLES)
        record.link()
        _correct(record)
        _pick(record)


def _correct(record: Record) -> None:
    said = [each.statement.id for each in record.statements(manner="direct", limit=2)]
    record.review.correct(said[0], "confirm", by=WHO, why="heard on the recording")
    other = next(record.statements(manner="indirect", unnamed=True)).statement.id
    record.review.correct(other, "reject", by=WHO, why="a heading, nobody says it")


def _pick(record: Record) -> None:
    for spoken in islice(record.statements(by="Okell", manner="direct"), 2):
        record.dossiers.pick(
            spoken.statement.id, DOSSIER, by=WHO, note="compare with the ministry’s text"
        )
    for counted in islice(record.figures(measure="killed"), 1):
        record.dossiers.pick(counted.figure.id, DOSSIER, by=WHO)
    for happened in islice(record.events(action="ASSAULT"), 1):
        record.dossiers.pick(happened.event.id, DOSSIER, by=WHO, note="who counts the dead?")
