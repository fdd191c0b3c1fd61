"""What a search finds besides a list: how many entries there are, how they fall into kinds, what
they are about, and what the record holds as a whole.

A ``Choice`` is a value that a question may ask for next, with how many entries it would then give;
a ``Facet`` is the choices of one field, counted as if that field had not been asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from onrecord.model import Card, Spoken

Countable = Literal["statements", "events", "figures", "entities", "articles"]
Timed = Literal["statements", "events", "figures", "articles"]
Faceted = Literal["statements", "events", "figures"]

NEAR = 0.38  # cosine; below it statements of the same war are no nearer than others


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to ask for, in words, and how many entries have it."""

    value: str | bool
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The choices of one field, most entries first; months (``during``) in their own order."""

    field: str
    title: str
    values: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """A statement and how near in meaning it is to what was asked for, at most 1."""

    spoken: Spoken
    nearness: float


class Said(NamedTuple):
    """A statement as far as its place among others goes: its row, its days, and what it says.
    ``near`` is how near it is to what is asked for in meaning, as a cosine; 0 where nobody knows.
    """

    number: int
    id: str
    article: str
    first_day: str | None
    last_day: str | None
    manner: str
    content: str
    near: float = 0.0


@dataclass(frozen=True, slots=True)
class Topic:
    """What one entity said on a topic, counted: on how many occasions in all, on how many of them
    in the topic's words, and of these how many there were within each month or day.
    """

    total: int
    saying: int
    over_time: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What is on the record: how many of each, the first and last day articles were published, the
    articles added last, and whom most statements are by.
    """

    articles: int
    linked: int
    publishers: int
    sources: int
    statements: int
    events: int
    figures: int
    first_day: str | None
    last_day: str | None
    newest: tuple[Card, ...]
    busiest: tuple[Choice, ...]
