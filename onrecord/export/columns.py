"""What each kind of value becomes as rows of a table: the columns, in order, and the cell each
takes from a value.

A reading gives one row for each of its statements; everything else gives one row, and a run one row
for each input it met. Lists are joined: the pieces of a content by `` … ``, people and names by ``;
``. The columns of what is the same across articles stand in ``differences``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from operator import attrgetter
from typing import Any

from onrecord.across import Position, Recounted
from onrecord.corrections import Correction
from onrecord.export import differences, dossier_columns, placed
from onrecord.export.cells import Cell, Column, listed
from onrecord.export.entries import Value, entries
from onrecord.export.spoken import spoken
from onrecord.findings import Near
from onrecord.model import (
    Added,
    Addressee,
    Card,
    Counted,
    Failure,
    Happened,
    Passage,
    Place,
    Reading,
    Spoken,
    Voice,
)
from onrecord.places import Spot, Unplaced
from onrecord.portraits import Known
from onrecord.publishers import Publisher


def _words(passage: Passage | None) -> str | None:
    return passage.text if passage else None


def _pieces(passages: Iterable[Passage]) -> str:
    return " … ".join(p.text for p in passages)


def _whom(addressee: Addressee | None) -> str | None:
    return addressee.who if addressee else None


def _named(place: Place | None) -> str | None:
    return place.name if place else None


def _source(value: Happened | Counted) -> str | None:
    return value.chain[-1] if value.chain else None


def _via(value: Happened | Counted) -> str:
    return listed(value.chain[:-1])


def _told(value: Happened | Counted) -> str | None:
    return value.statement.id if value.statement else None


def _of(part: str, columns: Iterable[Column]) -> tuple[Column, ...]:
    """The columns of a value that has the one they are for as its part."""
    return tuple((name, lambda v, cell=cell: cell(getattr(v, part))) for name, cell in columns)


def _start(spoken: Spoken) -> int | None:
    return spoken.statement.content[0].start if spoken.statement.content else None


def _end(spoken: Spoken) -> int | None:
    return spoken.statement.content[-1].end if spoken.statement.content else None


_ARTICLE: tuple[Column, ...] = (
    ("article", lambda v: v.article.id),
    ("publisher", lambda v: v.article.publisher),
    ("title", lambda v: v.article.title),
    ("published", lambda v: v.article.published.edtf),
    ("published_basis", lambda v: v.article.published.basis),
    ("url", lambda v: v.article.url),
    ("input", lambda v: v.article.input),
)
_SPOKEN: tuple[Column, ...] = (
    ("id", lambda v: v.statement.id),
    ("who", lambda v: v.statement.who),
    ("unnamed", lambda v: v.statement.unnamed),
    ("via", lambda v: listed(relay.who for relay in v.statement.via)),
    ("act", lambda v: v.statement.act),
    ("manner", lambda v: v.statement.manner),
    ("negated", lambda v: v.statement.negated),
    ("said", lambda v: v.statement.said.edtf),
    ("said_basis", lambda v: v.statement.said.basis),
    ("source", lambda v: _words(v.statement.source)),
    ("cue", lambda v: _words(v.statement.cue)),
    ("content", lambda v: _pieces(v.statement.content)),
    ("start", _start),
    ("end", _end),
    ("addressee", lambda v: _whom(v.statement.addressee)),
    ("occasion", lambda v: _words(v.statement.occasion)),
    ("condition", lambda v: _words(v.statement.condition)),
    ("entity", lambda v: v.statement.entity),
    ("context", lambda v: v.context.text),
    ("corrections", lambda v: listed(v.corrections)),
    ("reviewed", lambda v: listed(v.reviewed)),
    *_ARTICLE,
)
_HAPPENED: tuple[Column, ...] = (
    ("id", lambda v: v.event.id),
    ("action", lambda v: v.event.action),
    ("mode", lambda v: v.event.mode),
    ("status", lambda v: v.event.status),
    ("actors", lambda v: listed(party.who for party in v.event.actors)),
    ("recipients", lambda v: listed(party.who for party in v.event.recipients)),
    ("place", lambda v: _named(v.event.place)),
    ("when", lambda v: v.event.when.edtf),
    ("when_basis", lambda v: v.event.when.basis),
    ("source", _source),
    ("via", _via),
    ("trigger", lambda v: v.event.trigger.text),
    ("start", lambda v: v.event.trigger.start),
    ("end", lambda v: v.event.trigger.end),
    ("statement", _told),
    ("context", lambda v: v.context.text),
    ("corrections", lambda v: listed(v.corrections)),
    ("reviewed", lambda v: listed(v.reviewed)),
    *_ARTICLE,
)
COLUMNS: dict[type, tuple[Column, ...]] = {
    Reading: _SPOKEN,
    Spoken: _SPOKEN,
    Voice: (
        ("id", lambda v: v.entity.id),
        ("name", lambda v: v.entity.name),
        ("kind", lambda v: v.entity.kind),
        ("statements", lambda v: v.statements),
        ("mentions", lambda v: len(v.entity.mentions)),
        ("roles", lambda v: listed(role.text for role in v.entity.roles)),
        *_ARTICLE,
    ),
    Happened: _HAPPENED,
    Recounted: (
        *_of("telling", _HAPPENED),
        ("occurrence", lambda v: v.occurrence.id),
        ("accounts", lambda v: v.occurrence.accounts),
        ("statuses", lambda v: listed(v.occurrence.statuses)),
    ),
    Position: (
        *_of("spoken", _SPOKEN),
        ("says", lambda v: v.says),
        ("nearness", lambda v: v.nearness),
        ("reason", lambda v: v.reason),
        ("utterance", lambda v: v.utterance),
        ("again", lambda v: listed(v.again)),
        ("accounts", lambda v: v.accounts),
    ),
    Near: (*_of("spoken", _SPOKEN), ("nearness", lambda v: v.nearness)),
    Counted: (
        ("id", lambda v: v.figure.id),
        ("measure", lambda v: v.figure.measure),
        ("low", lambda v: v.figure.low),
        ("best", lambda v: v.figure.value),
        ("high", lambda v: v.figure.high),
        ("qualifier", lambda v: v.figure.qualifier),
        ("unit", lambda v: v.figure.unit),
        ("of", lambda v: _words(v.figure.of)),
        ("place", lambda v: _named(v.figure.place)),
        ("as_of", lambda v: v.figure.as_of.edtf),
        ("as_of_basis", lambda v: v.figure.as_of.basis),
        ("source", _source),
        ("via", _via),
        ("text", lambda v: v.figure.passage.text),
        ("start", lambda v: v.figure.passage.start),
        ("end", lambda v: v.figure.passage.end),
        ("statement", _told),
        ("context", lambda v: v.context.text),
        ("corrections", lambda v: listed(v.corrections)),
        ("reviewed", lambda v: listed(v.reviewed)),
        *_ARTICLE,
    ),
    Card: (
        ("id", lambda v: v.id),
        ("publisher", lambda v: v.publisher),
        ("title", lambda v: v.title),
        ("published", lambda v: v.published.edtf),
        ("published_basis", lambda v: v.published.basis),
        ("statements", lambda v: v.statements),
        ("authors", lambda v: listed(v.authors)),
        ("agencies", lambda v: listed(v.agencies)),
        ("url", lambda v: v.url),
        ("input", lambda v: v.input),
        ("reader", lambda v: v.reader),
    ),
    Correction: (
        ("id", lambda v: v.id),
        ("kind", lambda v: v.kind),
        ("entry", lambda v: v.entry),
        ("found", lambda v: v.found),
        ("article", lambda v: v.article),
        ("text", lambda v: v.text),
        ("before", lambda v: v.before and v.before.teller),
        ("after", lambda v: v.after and v.after.teller),
        ("by", lambda v: v.by),
        ("at", lambda v: v.at),
        ("why", lambda v: v.why),
        ("withdrawn_at", lambda v: v.withdrawn_at),
        ("withdrawn_by", lambda v: v.withdrawn_by),
        ("withdrawn_why", lambda v: v.withdrawn_why),
    ),
    Known: tuple((field.name, attrgetter(field.name)) for field in fields(Known)),
    Publisher: tuple(
        (field.name, lambda v, name=field.name: getattr(v, name))  # type: ignore[misc]
        for field in fields(Publisher)
    ),
    Failure: (
        ("source", lambda v: v.source),
        ("stage", lambda v: v.stage),
        ("reason", lambda v: v.reason),
    ),
    Added: tuple(
        (key, lambda entry, key=key: entry[key])  # type: ignore[misc]
        for key in ("outcome", "article", "source", "stage", "reason")
    ),
    Spot: placed.SPOT,
    Unplaced: placed.UNPLACED,
    **differences.COLUMNS,
    **dossier_columns.COLUMNS,
}


def rows(value: Value) -> Iterator[list[Cell]]:
    """The rows that stand for the value, a cell for each of its kind's columns."""
    for one in _parts(value):
        yield [cell(one) for _, cell in COLUMNS[type(value)]]


def _parts(value: Value) -> Iterator[Any]:
    if isinstance(value, Reading):
        return spoken(value)
    if type(value) in differences.PARTS:
        return differences.PARTS[type(value)](value)
    return entries(value) if isinstance(value, Added) else iter((value,))
