"""Accounts of events and figures, made by hand: a text, and what a reader finds in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.across import Together
from onrecord.linker.events import found as found_events
from onrecord.linker.figures import found as found_figures
from onrecord.linker.form import Form
from onrecord.model import (
    Article,
    Attribution,
    Card,
    Counted,
    Entity,
    EntityKind,
    Event,
    Figure,
    Happened,
    Mention,
    Party,
    Passage,
    Place,
    Reading,
    Statement,
    Status,
    When,
    identify,
    passage,
)

COUNTRIES = ("Kestria", "Meravia", "Ulmar")
PLACES = ("Brell", "Varn", "Tolven", "Port Adrin", "Lomeny", "Lower Ishel", "Sarn Dam")


@dataclass(frozen=True)
class Account:
    """One article: its text, when and by whom it was printed."""

    text: str
    published: str | None = "2025-09-10"
    publisher: str = "The Tolven Herald"

    @property
    def article(self) -> Article:
        return Article(
            identify("art", self.text, self.publisher, self.published),
            "a.txt",
            self.text,
            publisher=self.publisher,
            published=When(self.published, "given" if self.published else "unknown"),
        )

    @property
    def card(self) -> Card:
        a = self.article
        return Card(a.id, a.input, None, a.publisher, None, (), (), a.published, "fake/1", 0)

    def words(self, words: str) -> Passage:
        start = self.text.index(words)
        return passage(self.text, start, start + len(words))

    def entities(self) -> tuple[Entity, ...]:
        named = [(name, "place") for name in PLACES] + [(name, "country") for name in COUNTRIES]
        return tuple(
            Entity(identify("ent", name), name, _kind(kind), mentions=(self._mention(name),))
            for name, kind in named
            if name in self.text
        )

    def _mention(self, name: str) -> Mention:
        words = self.words(name)
        return Mention(words.start, words.end, words.text, "name")

    def reading(self, events: Iterable[Event] = (), figures: Iterable[Figure] = ()) -> Reading:
        return Reading(
            "fake/1", self.article, self.entities(), events=tuple(events), figures=tuple(figures)
        )


def _kind(kind: str) -> EntityKind:
    return "country" if kind == "country" else "place"


def figure(
    account: Account,
    words: str,
    value: float | None,
    by: str | None = None,
    measure: str = "killed",
    qualifier: str | None = None,
    of: str | None = "people",
    place: str | None = None,
) -> Figure:
    """A figure of an account, with its bounds as its qualifier gives them."""
    low, high = {
        None: (value, value),
        "at least": (value, None),
        "more than": (value, None),
        "about": (None, None),
        "up to": (None, value),
        "fewer than": (None, value),
        "dozens": (12.0, None),
    }[qualifier]
    told = account.words(words)
    return Figure(
        identify("fig", account.article.id, told.start, words),
        told,
        low,
        high,
        None if qualifier == "dozens" else value,
        qualifier,
        "people",
        account.words(of) if of and of in account.text else None,
        measure,
        Place(place, account.words(place)) if place else None,
        according_to=Attribution(by) if by else None,
    )


def event(
    account: Account,
    trigger: str,
    action: str = "ASSAULT",
    mode: str | None = None,
    actor: str | None = None,
    place: str | None = None,
    when: str | None = None,
    status: Status = "happened",
) -> Event:
    """An event of an account, told in the article's own voice."""
    told = account.words(trigger)
    return Event(
        identify("eve", account.article.id, told.start, trigger, status),
        action,
        mode,
        told,
        (Party(actor, None, account.words(actor)),) if actor else (),
        (),
        Place(place, account.words(place)) if place else None,
        When(when, "text" if when else "unknown"),
        status,
    )


def counted(account: Account, figure: Figure, statement: Statement | None = None) -> Counted:
    return Counted(figure, account.card, passage(account.text, 0, len(account.text)), statement)


def happened(account: Account, event: Event, statement: Statement | None = None) -> Happened:
    return Happened(event, account.card, passage(account.text, 0, len(account.text)), statement)


def together(*members: Counted | Happened, stories: tuple[str, ...] = ()) -> Together:
    return Together("clu_1", members, stories or tuple(m.article.id for m in members))


def figure_form(account: Account, figure: Figure) -> Form:
    return next(iter(found_figures(account.reading(figures=[figure])))).form


def event_form(account: Account, event: Event) -> Form:
    return next(iter(found_events(account.reading(events=[event])))).form
