"""A table like that of the POLECAT releases: tab-separated, its columns under its names and in its
order, then columns of our own with what it has no place for.

Codes that POLECAT takes from encyclopedias and gazetteers (countries, sectors, coordinates) are not
known here; their cells are empty, and so is an ``Event Date`` that is not one day. Several actors
stand in one cell, between ``; ``. Only events that happened are written unless all are asked for.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from typing import TextIO

from onrecord.export.cells import Cell
from onrecord.export.csv import safe
from onrecord.export.ontology import TYPES, contexts
from onrecord.export.plover import days, told
from onrecord.model import Happened, Party, Reading

# The header of the releases of 2023 and after, in their order.
POLECAT = """
Event ID, Event Date, Event Type, Event Mode, Intensity, Quad Code, Contexts,
Actor Name, Actor Country, Actor COW, Primary Actor Sector, Actor Sectors, Actor Title,
Actor Name Raw, Wikipedia Actor ID,
Recipient Name, Recipient Country, Recipient COW, Primary Recipient Sector, Recipient Sectors,
Recipient Title, Recipient Name Raw, Wikipedia Recipient ID,
Placename, City, District, Province, Country, Latitude, Longitude, GeoNames ID, Raw Placename,
Feature Type,
Source, Publication Date, Story People, Story Organizations, Story Locations, Language, Version
"""
COLUMNS = tuple(name.strip() for name in POLECAT.replace("\n", " ").split(","))


def _joined(words: Iterable[str]) -> str:
    return "; ".join(words)


def _one_day(edtf: str | None) -> str | None:
    first, last = days(edtf)
    return None if last else first


def _names(parties: tuple[Party, ...]) -> str:
    return _joined(party.who for party in parties)


def _raw(parties: tuple[Party, ...]) -> str:
    return _joined(party.passage.text for party in parties)


def _offsets(parties: tuple[Party, ...]) -> str:
    return _joined(f"{party.passage.start}-{party.passage.end}" for party in parties)


def _where(value: Happened) -> str | None:
    place = value.event.place
    return f"{place.passage.start}-{place.passage.end}" if place else None


def _score(value: Happened) -> float | None:
    known = TYPES.get(value.event.action)
    return known.score if known else None


def _quad(value: Happened) -> str | None:
    known = TYPES.get(value.event.action)
    return known.quad_name if known else None


KNOWN: dict[str, Callable[[Happened], Cell]] = {
    "Event ID": lambda v: v.event.id,
    "Event Date": lambda v: _one_day(v.event.when.edtf),
    "Event Type": lambda v: v.event.action,
    "Event Mode": lambda v: v.event.mode,
    "Intensity": _score,
    "Quad Code": _quad,
    "Contexts": lambda v: _joined(contexts(v.event.status)),
    "Actor Name": lambda v: _names(v.event.actors),
    "Actor Name Raw": lambda v: _raw(v.event.actors),
    "Recipient Name": lambda v: _names(v.event.recipients),
    "Recipient Name Raw": lambda v: _raw(v.event.recipients),
    "Placename": lambda v: v.event.place.name if v.event.place else None,
    "Raw Placename": lambda v: v.event.place.passage.text if v.event.place else None,
    "Source": lambda v: v.article.publisher,
    "Publication Date": lambda v: _one_day(v.article.published.edtf),
    "Version": lambda v: v.article.reader,
}
OURS: dict[str, Callable[[Happened], Cell]] = {
    "Status": lambda v: v.event.status,
    "According To": lambda v: _joined(v.chain),
    "Statement ID": lambda v: v.event.according_to,
    "Event Date EDTF": lambda v: v.event.when.edtf,
    "Event Date Basis": lambda v: v.event.when.basis,
    "Publication Date EDTF": lambda v: v.article.published.edtf,
    "Publication Date Basis": lambda v: v.article.published.basis,
    "Trigger": lambda v: v.event.trigger.text,
    "Trigger Start": lambda v: v.event.trigger.start,
    "Trigger End": lambda v: v.event.trigger.end,
    "Actor Offsets": lambda v: _offsets(v.event.actors),
    "Recipient Offsets": lambda v: _offsets(v.event.recipients),
    "Place Offsets": _where,
    "Article ID": lambda v: v.article.id,
    "Title": lambda v: v.article.title,
    "URL": lambda v: v.article.url,
    "Input": lambda v: v.article.input,
}


def write(
    values: Iterable[Happened | Reading],
    stream: TextIO,
    kind: type,
    all_statuses: bool = False,
) -> None:
    """Write the header, then a row for each event that happened (or each event) of the values."""
    table = csv.writer(stream, delimiter="\t", lineterminator="\n")
    table.writerow((*COLUMNS, *OURS))
    for value in told(values, all_statuses):
        table.writerow(_row(value))


def _row(value: Happened) -> Iterable[str]:
    theirs = (KNOWN[name](value) if name in KNOWN else None for name in COLUMNS)
    return map(safe, (*theirs, *(cell(value) for cell in OURS.values())))
