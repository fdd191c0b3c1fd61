"""What people say of single entries: confirmed, none at all, or put down to the wrong source.

A correction is an entry of its own: who made it, when, why, and what it changed from and to. It is
withdrawn, never erased, and the reader's own reading is kept beside what corrections make of it.
``model`` has the entries that corrections are about.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model import Event, Figure, Passage, Statement, unclear

Correcting = Literal["confirm", "reject", "source"]
Corrected = Literal["statement", "event", "figure"]
Entry = Statement | Event | Figure


@dataclass(frozen=True, slots=True)
class Sourced:
    """Whom a statement is put down to; nobody at all where the article names none."""

    who: str | None = None
    entity: str | None = None
    source: Passage | None = None
    unnamed: bool = False

    @property
    def teller(self) -> str:
        """Who that is in a chain of sources; its own words where it stands for nobody known."""
        return self.who or unclear(self.source)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person said of an entry, and what that changed.

    ``passages`` are the entry's own words, by which it is found again once its article is read
    anew; ``found`` is its id in the reading as it now is, None where it is no longer in it.
    ``before`` is whom a statement was put down to when it was corrected, None of events and
    figures; ``after`` is None unless the source is corrected. ``withdrawn_at`` says that it no
    longer stands.
    """

    id: str
    kind: Correcting
    of: Corrected
    entry: str
    article: str
    passages: tuple[Passage, ...]
    before: Sourced | None
    after: Sourced | None
    by: str
    at: str
    why: str | None = None
    found: str | None = None
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None
    withdrawn_why: str | None = None

    @property
    def text(self) -> str:
        """The entry's own words."""
        return " … ".join(passage.text for passage in self.passages)


@dataclass(frozen=True, slots=True)
class Rejected:
    """An entry as it was read that a person rejected, or that left with a rejected statement."""

    entry: Entry
    correction: Correction


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asks to be corrected; the record finds the entry and the words.

    ``source`` is an entity of the article (``ent_…``, or its name) or words of the article, None
    for nobody; ``unnamed`` says whether such words name somebody, where that is known.
    """

    entry: str
    kind: Correcting
    by: str
    why: str | None = None
    article: str | None = None
    source: str | None = None
    unnamed: bool | None = None


@dataclass(frozen=True, slots=True)
class Sought:
    """Which corrections are asked for; None asks for any."""

    entry: str | None = None
    article: str | None = None
    by: str | None = None
    kind: Correcting | None = None
    withdrawn: bool = False
    newest: bool = False  # those that were made last come first
    start: int | None = None
    limit: int | None = None


def of(entry: Entry) -> Corrected:
    """What kind of entry it is."""
    return _KINDS[type(entry)]


def passages(entry: Entry) -> tuple[Passage, ...]:
    """The entry's own words: a content, a trigger, a figure."""
    if isinstance(entry, Statement):
        return entry.content
    return (entry.trigger,) if isinstance(entry, Event) else (entry.passage,)


def sourced(statement: Statement) -> Sourced:
    """Whom a statement is put down to."""
    return Sourced(statement.who, statement.entity, statement.source, statement.unnamed)


_KINDS: dict[type, Corrected] = {Statement: "statement", Event: "event", Figure: "figure"}
