"""Every page of the reading room, by name, with an address of it on a record of the examples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi.routing import APIRoute

from onrecord.record import Record
from tests.web.browser.making import DOSSIER

Place = Callable[[Record], str]


def _largest(values: Iterator[Any]) -> Any:
    return max(values, key=lambda one: len(one.members))


PLACES: Mapping[str, Place] = {
    "front": lambda _: "/",
    "statements": lambda _: "/statements",
    "statements found": lambda _: "/statements?text=river&manner=direct",
    "no statement": lambda _: "/statements?text=qqqqzzzz",
    "articles": lambda _: "/articles",
    "article": lambda record: f"/article/{_article(record)}",
    "people": lambda _: "/people",
    "organizations": lambda _: "/people?kind=organization",
    "person": lambda record: f"/entity/{_largest(record.people()).id}",
    "utterances": lambda _: "/utterances",
    "utterance": lambda record: f"/utterance/{_largest(record.utterances()).id}",
    "events": lambda _: "/events",
    "event": lambda record: f"/event/{_event(record)}",
    "figures": lambda _: "/figures",
    "figure": lambda record: f"/figure/{_largest(record.histories()).id}",
    "disagreements": lambda _: "/disagreements",
    "copies": lambda _: "/copies",
    "sources": lambda _: "/sources",
    "review": lambda _: "/review",
    "review of an entry": lambda record: f"/review/entry/{_said(record)}",
    "one person or two": lambda record: f"/review/people?left={_largest(record.people()).id}",
    "what people said": lambda _: "/review/said",
    "add": lambda _: "/add",
    "dossiers": lambda _: "/dossier",
    "dossier": lambda _: f"/dossier/{quote(DOSSIER, safe='')}",
    "picking": lambda record: f"/pick?entry={_said(record)}",
    "log in": lambda _: "/login",
    "log out": lambda _: "/logout",
}


def _said(record: Record) -> str:
    return next(record.statements()).statement.id


def _article(record: Record) -> str:
    return max(record.articles(), key=lambda card: card.statements).id


def _event(record: Record) -> str:
    told = max(record.occurrences(), key=lambda one: len(one.occurrence.members))
    return told.occurrence.id


@cache
def address(where: Path, name: str) -> str:
    """The address of a page on the record at a path."""
    with Record.open(where, create=False) as record:
        return PLACES[name](record)


def pages(routes: list[Any]) -> Iterator[APIRoute]:
    """The routes that answer with a page."""
    for route in routes:
        if not isinstance(route, APIRoute) or "GET" not in (route.methods or ()):
            continue
        if not re.search(r"\.\w+$", route.path):
            yield route
