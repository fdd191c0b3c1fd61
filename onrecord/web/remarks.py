"""What people said of entries, put beside them wherever JSON or a table prints them.

Lists of entries have ``reviewed`` of their own. What is the same across articles was made before
somebody confirmed or corrected a report, a telling or a figure of it, and a reading is what a
program read: both get the same words here, from the corrections that stand now.
"""

from __future__ import annotations

import csv as tables
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TextIO

from onrecord.across import Disagreement, History, Utterance
from onrecord.corrections import Correction
from onrecord.export import csv
from onrecord.export.cells import listed
from onrecord.export.columns import COLUMNS, rows
from onrecord.model import Card, Reading, Voice
from onrecord.phrases.corrections import reviewed
from onrecord.record import Record
from onrecord.web.noted import Known, by_entry, told_by

REVIEWED = "reviewed"
KINDS = (Utterance, Disagreement, History)  # a row of which is a report, a value or a figure
_NAMES = ("statement", "entry")  # what holds the id of an entry, beside that of its article
_ENTRIES = ("sta_", "eve_", "fig_")
_LISTS = ("statements", "events", "figures")

Remarks = Mapping[str, Sequence[str]]  # by the ids of entries
Place = tuple[str, str]  # the ids of an article and of an entry in it


def remarks(record: Record, entries: Iterable[Place]) -> Remarks:
    """What people said of entries that stand in articles, in words; only of those of which somebody
    said something.
    """
    corrected = {each.article for each in record.review.corrections()}
    ids = [entry for article, entry in entries if article in corrected]
    sides = record.review.sides(ids) if ids else {}
    return {
        id: value.reviewed
        for id, (value, _) in sides.items()
        if not isinstance(value, Voice | Card) and value.reviewed
    }


def remarked(record: Record, plain: Any) -> Any:
    """What JSON gives, each entry in it with what people said of it."""
    entries = [place for each in _objects(plain) if (place := _place(each))]
    if not entries:
        return plain
    known = remarks(record, entries)
    for each in _objects(plain):
        if place := _place(each):
            each[REVIEWED] = list(known.get(place[1], ()))
    return plain


def remarked_reading(record: Record, found: Reading, plain: dict[str, Any]) -> dict[str, Any]:
    """A reading as JSON gives it, with what people said of those entries that they corrected."""
    known = Known(corrections=by_entry(record.review.corrections(article=found.article.id)))
    if not known.corrections:
        return plain
    for name in _LISTS:
        for entry, given in zip(getattr(found, name), plain[name], strict=True):
            if said := [_words(each) for each in known.said_of(entry.id, told_by(entry))]:
                given[REVIEWED] = said
    return plain


def write(record: Record, values: Iterable[Any], stream: TextIO, kind: type) -> None:
    """The table of values, each report, value or figure of theirs with what people said of it."""
    if kind not in KINDS:
        csv.write(values, stream, kind)
        return
    names = [name for name, _ in COLUMNS[kind]]
    entry = next(names.index(name) for name in _NAMES if name in names)
    article = names.index("article")
    cells = [row for value in values for row in rows(value)]
    known = remarks(record, ((str(row[article]), str(row[entry])) for row in cells))
    table = tables.writer(stream, lineterminator="\n")
    table.writerow([*names, REVIEWED])
    for row in cells:
        said = listed(known.get(str(row[entry]), ()))
        table.writerow([csv.safe(cell) for cell in (*row, said)])


def _words(each: Correction) -> str:
    return reviewed(each.kind, each.by, each.at, each.before)


def _objects(plain: Any) -> Iterator[dict[str, Any]]:
    """Every object of some JSON, at any depth."""
    if isinstance(plain, dict):
        yield plain
    for each in plain.values() if isinstance(plain, dict) else plain:
        if isinstance(each, dict | list):
            yield from _objects(each)


def _place(plain: Mapping[str, Any]) -> Place | None:
    """The article and the entry that an object tells of, if it does not say yet what people said,
    and is not itself what they said.
    """
    if REVIEWED in plain or "withdrawn_at" in plain:
        return None
    article = plain.get("article")
    entry = next((plain[name] for name in _NAMES if isinstance(plain.get(name), str)), "")
    is_entry = isinstance(article, str) and entry.startswith(_ENTRIES)
    return (str(article), entry) if is_entry else None
