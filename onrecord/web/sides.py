"""An entry as one side of a question to a person: what it says, and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from onrecord.across import Conflict, Link
from onrecord.model import Card, Counted, Happened, Spoken, Voice
from onrecord.phrases.entries import amount
from onrecord.record import Record
from onrecord.web.origins import file_name

Shown = Spoken | Happened | Counted | Voice | Card


@dataclass(frozen=True, slots=True)
class Side:
    """One of two entries: a heading, what tells it apart, its words, and its article; without an
    article where it is no longer on the record.
    """

    id: str
    title: str
    facts: tuple[str, ...] = ()
    words: str = ""
    article: Card | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A link, or one that was not followed, with the two entries that it is about."""

    about: Link | Conflict
    left: Side
    right: Side


def pairs(record: Record, links: Iterable[Link | Conflict]) -> list[Pair]:
    """Each link with both its sides."""
    listed = list(links)
    known = record.review.sides(id for link in listed for id in (link.left, link.right))
    return [Pair(each, _side(each.left, known), _side(each.right, known)) for each in listed]


def _side(id: str, known: Mapping[str, tuple[Shown, str]]) -> Side:
    if id not in known:  # read again since, or rejected
        return Side(id, "no longer on the record")
    entry, words = known[id]
    shown = _SIDES[type(entry)](id, entry)
    return shown if shown.words else replace(shown, words=words.lstrip(" ,;"))


def _said(id: str, spoken: Spoken) -> Side:
    statement = spoken.statement
    words = " … ".join(passage.text for passage in statement.content)
    return Side(id, statement.who or "no source named", _kept(statement.act), words, spoken.article)


def _happened(id: str, happened: Happened) -> Side:
    event = happened.event
    actors, others = (
        ", ".join(party.who for party in parties) for parties in (event.actors, event.recipients)
    )
    title = " → ".join(filter(None, (actors or "actor not stated", others)))
    where = f"in {event.place.name}" if event.place else None
    facts = _kept(event.action, event.mode, event.status.replace("_", " "), event.when.edtf, where)
    return Side(id, title, facts, "", happened.article)


def _counted(id: str, counted: Counted) -> Side:
    figure = counted.figure
    of = figure.of.text if figure.of else figure.unit
    where = f"in {figure.place.name}" if figure.place else None
    facts = _kept(figure.measure, of, where, figure.as_of.edtf)
    title = amount(figure) or figure.passage.text
    return Side(id, title, facts, "", counted.article)


def _named(id: str, voice: Voice) -> Side:
    entity = voice.entity
    roles = dict.fromkeys(role.text for role in entity.roles)
    return Side(id, entity.name, _kept(entity.kind, *roles), "", voice.article)


def _printed(id: str, card: Card) -> Side:
    agencies = f"crediting {', '.join(card.agencies)}" if card.agencies else None
    return Side(id, card.title or file_name(card.input), _kept(agencies), "", card)


def _kept(*facts: str | None) -> tuple[str, ...]:
    return tuple(fact for fact in facts if fact)


_SIDES: Mapping[type, Callable[[str, Any], Side]] = {
    Spoken: _said,
    Happened: _happened,
    Counted: _counted,
    Voice: _named,
    Card: _printed,
}
