"""The columns of dossiers: one row a line, whatever it is about."""

from __future__ import annotations

from onrecord.dossiers import Folder, Line
from onrecord.export.cells import Cell, Column, listed
from onrecord.export.dossier_citations import facts, own, remarks
from onrecord.model import Counted, Event, Happened, Party, Spoken, When
from onrecord.phrases.entries import file_name


def _who(line: Line) -> Cell:
    """Who said it, who did it, whose count it is; nobody where the article says so itself."""
    picked = line.picked
    if isinstance(picked, Spoken):
        return picked.statement.who
    if isinstance(picked, Happened):
        return _names(picked.event.actors)
    return picked.chain[-1] if picked.chain else None


def _what(line: Line) -> Cell:
    """The act of a statement, the kind of an event, the measure of a figure."""
    picked = line.picked
    if isinstance(picked, Spoken):
        return f"{'not: ' if picked.statement.negated else ''}{picked.statement.act}"
    return _action(picked.event) if isinstance(picked, Happened) else picked.figure.measure


def _how(line: Line) -> Cell:
    """The manner of a statement, the status of an event, what qualifies a figure."""
    picked = line.picked
    if isinstance(picked, Spoken):
        return picked.statement.manner
    return picked.event.status if isinstance(picked, Happened) else picked.figure.qualifier


def _to_whom(line: Line) -> Cell:
    picked = line.picked
    if isinstance(picked, Spoken):
        return picked.statement.addressee.who if picked.statement.addressee else None
    return _names(picked.event.recipients) if isinstance(picked, Happened) else None


def _via(line: Line) -> Cell:
    """Whom it came through, outermost first; of events and figures, all whom it goes back to."""
    if isinstance(line.picked, Spoken):
        return listed(relay.who for relay in line.picked.statement.via)
    return listed(line.picked.chain)


def _when(line: Line) -> When:
    """When it was said or happened, or as of when it was counted."""
    picked = line.picked
    if isinstance(picked, Spoken):
        return picked.statement.said
    return picked.event.when if isinstance(picked, Happened) else picked.figure.as_of


def _value(line: Line) -> Cell:
    return line.picked.figure.value if isinstance(line.picked, Counted) else None


def _passage(line: Line) -> str:
    return " … ".join(passage.text for passage in own(line.picked))


def _start(line: Line) -> Cell:
    return min((passage.start for passage in own(line.picked)), default=None)


def _end(line: Line) -> Cell:
    return max((passage.end for passage in own(line.picked)), default=None)


def _action(event: Event) -> str:
    return f"{event.action}, {event.mode}" if event.mode else event.action


def _names(parties: tuple[Party, ...]) -> str:
    return listed(party.who for party in parties)


_LINE: tuple[Column, ...] = (
    ("dossier", lambda v: v.dossier),
    ("line", lambda v: v.number),
    ("kind", lambda v: v.kind),
    ("who", _who),
    ("what", _what),
    ("how", _how),
    ("to_whom", _to_whom),
    ("via", _via),
    ("value", _value),
    ("date", lambda v: _when(v).edtf),
    ("date_basis", lambda v: _when(v).basis),
    ("passage", _passage),
    ("context", lambda v: v.picked.context.text),
    ("known", lambda v: listed(facts(v.picked))),
    ("publisher", lambda v: v.picked.article.publisher),
    ("published", lambda v: v.picked.article.published.edtf),
    ("published_basis", lambda v: v.picked.article.published.basis),
    ("title", lambda v: v.picked.article.title),
    ("url", lambda v: v.picked.article.url),
    ("input", lambda v: file_name(v.picked.article.input)),
    ("article", lambda v: v.picked.article.id),
    ("entry", lambda v: v.entry),
    ("start", _start),
    ("end", _end),
    ("note", lambda v: v.note),
    ("picked_by", lambda v: v.by),
    ("picked_at", lambda v: v.at),
    ("corrections", lambda v: listed(v.picked.corrections)),
    ("reviewed", lambda v: listed(v.picked.reviewed)),
    ("gone", lambda v: v.gone),
    ("remarks", lambda v: listed(remarks(v))),
)
COLUMNS: dict[type, tuple[Column, ...]] = {
    Line: _LINE,
    Folder: (
        ("name", lambda v: v.name),
        ("lines", lambda v: v.lines),
        ("begun_by", lambda v: v.by),
        ("begun_at", lambda v: v.begun_at),
        ("changed_at", lambda v: v.changed_at),
    ),
}
