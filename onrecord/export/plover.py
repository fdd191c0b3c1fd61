"""PLOVER 0.8 JSON Lines: one event a line under the names its codebook gives the fields, and under
``onrecord`` what it has no field for.

PLOVER records events as facts. What makes them statements about facts (status, according to whom,
where a date comes from, the passages) is kept in the extra object, and only events that happened
are written unless all are asked for. A date is written only where the day is known; a field that
nothing is known for is left out, but the five that PLOVER requires are always there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, TextIO

from onrecord.exchange import json_ready
from onrecord.export.entries import Entry
from onrecord.export.happened import happened
from onrecord.export.jsonl import line
from onrecord.export.ontology import TYPES, contexts
from onrecord.model import Card, Event, Happened, Party, Reading

CODEBOOK = "plover-0.8"
REQUIRED = ("id", "date", "source", "recipient", "event")
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?")


def write(
    values: Iterable[Happened | Reading],
    stream: TextIO,
    kind: type,
    all_statuses: bool = False,
) -> None:
    """Write a line for each event that happened (or each event) of the values."""
    for value in told(values, all_statuses):
        stream.write(line(record(value)) + "\n")


def told(values: Iterable[Happened | Reading], all_statuses: bool) -> Iterable[Happened]:
    """The events of the values, those of a reading one by one; unless all are asked for, those
    that happened.
    """
    for value in values:
        for one in happened(value) if isinstance(value, Reading) else (value,):
            if all_statuses or one.event.status == "happened":
                yield one


def days(edtf: str | None) -> tuple[str | None, str | None]:
    """The first and the last day of a date that says both to the day; one day is no span."""
    found = _DAYS.fullmatch(edtf or "")
    return (found[1], found[2]) if found else (None, None)


def record(value: Happened) -> Entry:
    """The event under PLOVER's names, with what PLOVER has no name for under ``onrecord``."""
    event, (first, last) = value.event, days(value.event.when.edtf)
    fields = {
        "id": event.id,
        "date": first,
        "enddate": last,
        "source": [_actor(party) for party in event.actors],
        "recipient": [_actor(party) for party in event.recipients],
        "event": [event.action],
        "mode": [event.mode] if event.mode else [],
        "context": contexts(event.status),
        **_kind(event),
        "event_loc": {"name": event.place.name} if event.place else None,
        "event_text": [event.trigger.text],
        "text_info": {"start": event.trigger.start, "end": event.trigger.end},
        "cite_info": _citation(value.article),
        "coder": value.article.reader,
        "onrecord": _extras(value),
    }
    return {name: v for name, v in fields.items() if name in REQUIRED or v not in (None, [], {})}


def _kind(event: Event) -> Entry:
    known = TYPES.get(event.action)
    return {"quad_code": known.quad, "event_scale": known.score} if known else {}


def _actor(party: Party) -> Entry:
    where = {"start": party.passage.start, "end": party.passage.end, "entity": party.entity}
    return {
        "actor_text": party.passage.text,
        "identifier_text": party.who,
        "onrecord": where,
    }


def _citation(article: Card) -> Entry:
    cited: dict[str, Any] = {
        "publication": article.publisher,
        "title": article.title,
        "url": article.url,
        "citation": article.id,
        "coder": article.reader,
        "codebook": CODEBOOK,
    }
    return {name: value for name, value in cited.items() if value is not None}


def _extras(value: Happened) -> Entry:
    return {
        "status": value.event.status,
        "according_to": list(value.chain),
        "statement": value.event.according_to,
        "when": json_ready(value.event.when),
        "trigger": json_ready(value.event.trigger),
        "place": json_ready(value.event.place),
        "published": json_ready(value.article.published),
        "article": value.article.id,
        "input": value.article.input,
    }
