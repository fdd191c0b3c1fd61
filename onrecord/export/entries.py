"""What each kind of value becomes as a JSON object: SCHEMA.md's keys, unchanged, beside those of
the article.

A statement on the record is the statement of SCHEMA.md with four more keys, ``article``,
``context``, ``corrections`` (ids) and ``reviewed`` (the same in words); an event and a figure have
these four, ``statement`` (the one they are according to, in full) and ``chain`` (according to whom,
outermost first). An entity is
that of SCHEMA.md with ``article`` and ``statements`` (how many it makes there). A run that added
articles is one object for each input it met. What is the same across articles has the keys of
SCHEMA.md, "Across articles"; a line of the timeline and a position are an event and a statement
with more keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from onrecord.across import (
    Conflict,
    Copies,
    Disagreement,
    History,
    Identity,
    Link,
    Linked,
    Position,
    Recounted,
    Utterance,
)
from onrecord.corrections import Correction
from onrecord.dossiers import Folder, Line
from onrecord.exchange import json_ready
from onrecord.findings import Near
from onrecord.model import Added, Card, Counted, Failure, Happened, Reading, Spoken, Voice
from onrecord.places import Spot, Unplaced
from onrecord.portraits import Known
from onrecord.publishers import Publisher
from onrecord.standing import told

Within = Reading | Spoken | Voice | Happened | Counted | Card | Failure | Added
Across = (
    Conflict
    | Copies
    | Identity
    | Utterance
    | Disagreement
    | Recounted
    | History
    | Position
    | Near
    | Link
    | Linked
    | Correction
)
Value = Within | Across | Line | Folder | Known | Publisher | Spot | Unplaced
Entry = dict[str, Any]


def entries(value: Value) -> Iterator[Entry]:
    """The JSON objects that stand for the value: one, or one an input for ``Added``."""
    yield from ENTRIES[type(value)](value)


def _as_it_is(value: Value) -> Iterator[Entry]:
    yield json_ready(value)


def _statement(value: Spoken) -> Iterator[Entry]:
    plain = json_ready(value)
    yield {
        **plain["statement"],
        **{key: plain[key] for key in ("article", "context", "corrections", "reviewed")},
    }


def _entity(value: Voice) -> Iterator[Entry]:
    plain = json_ready(value)
    yield {**plain["entity"], "article": plain["article"], "statements": plain["statements"]}


def _event(value: Happened) -> Iterator[Entry]:
    yield {**json_ready(value.event), **_beside(value)}


def _figure(value: Counted) -> Iterator[Entry]:
    yield {**json_ready(value.figure), **_beside(value)}


def _recounted(value: Recounted) -> Iterator[Entry]:
    """The telling that stands for the occurrence, with what the others say of it."""
    occurrence = json_ready(value.occurrence)
    kept = {key: occurrence[key] for key in ("accounts", "statuses", "members")}
    yield {**next(_event(value.telling)), "occurrence": occurrence["id"], **kept}


def _identity(value: Identity) -> Iterator[Entry]:
    """With the role that holds, of all those that were given."""
    yield {**json_ready(value), **told(value)}


def _position(value: Position) -> Iterator[Entry]:
    plain = json_ready(value)
    del plain["spoken"]
    yield {**next(_statement(value.spoken)), **plain}


def _near(value: Near) -> Iterator[Entry]:
    yield {**next(_statement(value.spoken)), "nearness": value.nearness}


def _dossier_line(value: Line) -> Iterator[Entry]:
    """The entry as it stands in other lists, with what the dossier says of it."""
    said = {"dossier": value.dossier, "line": value.number, "kind": value.kind, "gone": value.gone}
    picked = {"note": value.note, "picked_by": value.by, "picked_at": value.at}
    corrected = {"corrected": json_ready(value.corrections)}
    yield {**said, **next(ENTRIES[type(value.picked)](value.picked)), **picked, **corrected}


def _beside(value: Happened | Counted) -> Entry:
    plain = json_ready(value)
    beside = ("article", "context", "statement", "corrections", "reviewed")
    kept = {key: plain[key] for key in beside}
    return {**kept, "chain": list(value.chain)}


def _outcomes(value: Added) -> Iterator[Entry]:
    nothing = {"source": None, "stage": None, "reason": None}
    for outcome, ids in (("added", value.added), ("unchanged", value.unchanged)):
        yield from ({"outcome": outcome, "article": id, **nothing} for id in ids)
    yield from ({"outcome": "failed", "article": None, **json_ready(f)} for f in value.failures)


ENTRIES: dict[type, Callable[[Any], Iterator[Entry]]] = {
    Reading: _as_it_is,
    Spoken: _statement,
    Voice: _entity,
    Happened: _event,
    Counted: _figure,
    Card: _as_it_is,
    Failure: _as_it_is,
    Known: _as_it_is,
    Publisher: _as_it_is,
    Spot: _as_it_is,
    Unplaced: _as_it_is,
    Added: _outcomes,
    Recounted: _recounted,
    Identity: _identity,
    Position: _position,
    Near: _near,
    Line: _dossier_line,
    Folder: _as_it_is,
    **dict.fromkeys(
        (Conflict, Copies, Correction, Utterance, Disagreement, History, Link, Linked),
        _as_it_is,
    ),
}
