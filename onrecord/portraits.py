"""Somebody or something across articles, as a person asks: who is this, who calls them what, who
passes on their words, whom do they meet.

``Known`` is a line in a list, ``Portrait`` the head of a page. Both are counts over entries that
links join, without the entries, of which there may be tens of thousands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.across import Conflict, Member, RoleGiven
from onrecord.model import Card, EntityKind, Status

Sort = Literal["accounts", "statements", "name", "latest"]


@dataclass(frozen=True, slots=True)
class Known:
    """A person, organization, country… in a list: how many articles and independent accounts name
    it, how many statements it makes, and the latest role that holds (see ``standing``), with when
    it was printed (EDTF), by whom and in which article.
    """

    id: str
    name: str
    kind: EntityKind
    role: str | None
    accounts: int
    articles: int
    statements: int
    first_day: str | None
    last_day: str | None
    role_published: str | None = None
    role_publisher: str | None = None
    role_article: str | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """A name, how many articles use it, and which publishers, most frequent first."""

    name: str
    articles: int
    publishers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role in the words of those who give it: in how many articles, from the first to the last
    day, which publishers, and the articles that give it first and last.
    """

    role: str
    articles: int
    first_day: str | None
    last_day: str | None
    publishers: tuple[str, ...]
    first: Card
    last: Card


@dataclass(frozen=True, slots=True)
class Passing:
    """Who prints statements (``publisher``) or passes them on to print (``relay``)."""

    who: str | None
    statements: int
    articles: int


@dataclass(frozen=True, slots=True)
class Company:
    """Somebody who takes part in the same events: ``id`` where they are linked, what is done and
    what became of it, most frequent first, and within which days.
    """

    id: str | None
    name: str
    events: int
    actions: tuple[str, ...]
    statuses: tuple[Status, ...]
    first_day: str | None
    last_day: str | None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why entries were taken for the same, how many links say so, and the surest of them."""

    reasons: tuple[str, ...]
    links: int
    score: float
    left: str
    right: str
    left_name: str
    right_name: str


@dataclass(frozen=True, slots=True)
class Portrait:
    """What the record has of one person, organization, country…, in numbers."""

    known: Known
    names: tuple[Naming, ...]
    roles: tuple[RoleHeld, ...]
    publishers: tuple[Passing, ...]
    relays: tuple[Passing, ...]
    company: tuple[Company, ...]
    reasons: tuple[Reason, ...]
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """A role, how many times it is given, and the first two times."""

    role: str
    times: int
    given: tuple[RoleGiven, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """Enough of one of them to tell whether it is one: names, roles by their letters, and the first
    of the articles that name it; ``articles`` and ``statements`` count all.
    """

    id: str
    name: str
    kind: EntityKind
    articles: int
    statements: int
    names: tuple[str, ...]
    roles: tuple[Given, ...]
    members: tuple[Member, ...]
    role: str | None = None
    role_published: str | None = None
    role_publisher: str | None = None
    role_article: str | None = None
