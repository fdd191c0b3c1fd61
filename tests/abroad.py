"""Readings in which invented things happen at places that there are, for the map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.model import (
    Dateline,
    Entity,
    EntityKind,
    Event,
    Passage,
    Place,
    Reading,
    Status,
    When,
    identify,
    passage,
)
from tests.fakes import article_of

Happened = tuple[str, str | None, Status]


def reading(
    *happened: Happened,
    named: Iterable[tuple[EntityKind, str]] = (),
    dateline: str | None = None,
    publisher: str = "Alba Herald",
) -> Reading:
    """An article that tells of some events, each by the words for it, its place and its status,
    and that names some entities.
    """
    told = [f"{what} in {where}." if where else f"{what}." for what, where, _ in happened]
    text = " ".join([f"{dateline} —" if dateline else "", *told, *(n for _, n in named)]).strip()
    known = {"title": "Ferries", "published": When("2031-05-06", "given")}
    article = article_of(text, publisher, **known)
    if dateline:
        own = _words(text, dateline)
        article = replace(article, dateline=Dateline(dateline, own))
    events = tuple(_event(article.id, text, *each) for each in happened)
    entities = tuple(Entity(identify("ent", article.id, n), n, kind) for kind, n in named)
    return Reading("fake/1", article, entities, (), events)


def _event(article: str, text: str, what: str, where: str | None, status: Status) -> Event:
    trigger = _words(text, what)
    found = text.index(where, trigger.end) if where else 0
    place = Place(where, passage(text, found, found + len(where))) if where else None
    day = When("2031-05-05", "given")
    id = identify("eve", article, trigger.start)
    return Event(id, "PROTEST", None, trigger, (), (), place, day, status)


def _words(text: str, found: str) -> Passage:
    start = text.index(found)
    return passage(text, start, start + len(found))


QUAYS: tuple[tuple[str, str, Status, int], ...] = (
    ("Lisbon", "Portugal", "happened", 9), ("Marseille", "France", "happened", 26),
    ("Naples", "Italy", "denied", 13), ("Barcelona", "Spain", "happened", 14),
    ("Algiers", "Algeria", "happened", 8), ("Tunis", "Tunisia", "called_for", 5),
    ("Odesa", "Ukraine", "happened", 17), ("Istanbul", "Turkey", "possible", 14),
    ("Piraeus", "Greece", "happened", 19), ("Beirut", "Lebanon", "planned", 9),
    ("Alexandria", "Egypt", "happened", 11), ("Tripoli", "Libya", "happened", 7),
    ("Italy", "Rome", "ongoing", 16), ("Greece", "Athens", "planned", 10),
    ("Springfield", "France", "happened", 2), ("Brellmouth", "Spain", "happened", 3),
)  # fmt: skip


def crossing() -> Iterator[Reading]:
    """A strike of ferries that goes round the Mediterranean, for pictures."""
    for place, near, status, many in QUAYS:
        told = [(f"Ferry {number} waited", place, status) for number in range(1, many + 1)]
        yield reading(*told, named=[("place", near)], publisher=f"{place} Courier")


def strikes() -> Iterator[Reading]:
    """Three papers: events in towns, in a country, at a name of several towns, at one that is on no
    map, and at none.
    """
    yield reading(
        ("Ferries stopped", "Odesa", "happened"),
        ("Dockers marched", "Odesa", "happened"),
        ("A rally is due", "Odesa", "planned"),
        ("Ferries waited", "Turkey", "happened"),
        publisher="Alba Herald",
    )
    yield reading(
        ("Trains stopped", "Springfield", "happened"),
        ("Trams stopped", "Brellmouth", "denied"),
        ("Everybody slept", None, "happened"),
        publisher="Tarn Courier",
    )
    yield reading(
        ("Buses stopped", "Dayton", "happened"),
        named=[("place", "Ohio"), ("person", "Ada Lviv")],
        publisher="Bay Courier",
    )
