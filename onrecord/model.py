"""The values that travel between the stages: an article, what was read in it, and what failed.

All are frozen and carry no behaviour beyond small properties. SCHEMA.md (docs/schema.md) fixes
the meanings; the field names here are the JSON keys there. A passage is exact:
``article.text[start:end] == passage.text``, in code points, half-open.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

FORMAT = "onrecord-reading/1"
VERSION = "0.4.0"

Basis = Literal["given", "metadata", "text", "calendar", "publication", "unknown"]
PartKind = Literal["title", "lead", "body", "caption", "credit", "bio", "boilerplate"]
EntityKind = Literal[
    "person", "organization", "country", "place", "group", "outlet", "document", "unnamed"
]
MentionForm = Literal["name", "role", "description", "pronoun"]
Manner = Literal["direct", "mixed", "indirect", "unmarked"]
Status = Literal[
    "happened", "ongoing", "planned", "called_for", "possible", "denied", "did_not_happen"
]
Measure = Literal[
    "killed", "wounded", "casualties", "missing", "infected", "hospitalized", "detained",
    "taken", "held", "released", "rescued", "displaced", "vote", "money", "share", "duration",
    "distance", "area", "weight", "volume", "speed", "temperature", "magnitude", "power", "energy",
    "count",
]  # fmt: skip
Reviewed = Literal["confirmed", "corrected", "none"]
Order = Literal["record", "newest", "oldest"]
Stage = Literal["ingest", "reader", "store", "linker"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Exact words in an article."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class When:
    """A date with its doubt: ``edtf`` is ISO 8601-2, or None where nothing can be said."""

    edtf: str | None = None
    basis: Basis = "unknown"
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the article's text and what it is there for."""

    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dateline:
    place: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it came in. ``text`` is the only text that offsets refer to."""

    id: str
    input: str
    text: str
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    dateline: Dateline | None = None
    published: When = When()
    language: str = "en"
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words in the article that refer to an entity, and in what form."""

    start: int
    end: int
    text: str
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organization, country, group… within one article; ``name`` is the fullest."""

    id: str
    name: str
    kind: EntityKind
    roles: tuple[Passage, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Relay:
    """Someone who passed a statement on: an element of ``Statement.via``."""

    who: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Addressee:
    who: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said (wrote, thinks, wants) what, in what manner, through whom."""

    id: str
    source: Passage | None
    entity: str | None
    who: str | None
    unnamed: bool
    condition: Passage | None
    cue: Passage | None
    act: str
    content: tuple[Passage, ...]
    manner: Manner
    via: tuple[Relay, ...] = ()
    addressee: Addressee | None = None
    occasion: Passage | None = None
    said: When = When()
    negated: bool = False
    vector: str | None = None  # what it means, as 128 signed bytes in base64; None where not read


@dataclass(frozen=True, slots=True)
class Party:
    """Someone taking part in an event."""

    who: str
    entity: str | None
    passage: Passage


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, whether it happened, and according to which statement."""

    id: str
    action: str
    mode: str | None
    trigger: Passage
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    place: Place | None = None
    when: When = When()
    status: Status = "happened"
    according_to: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose figure it is, and the statement that gives it where there is one."""

    who: str
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """How much of what, according to whom, as of when."""

    id: str
    passage: Passage
    low: float | None = None
    high: float | None = None
    value: float | str | None = None  # a string for a tally: "14-0"
    qualifier: str | None = None
    unit: str | None = None
    of: Passage | None = None
    measure: str = "count"
    place: Place | None = None
    as_of: When = When()
    according_to: Attribution | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read in one article. The unit of everything: it is stored, compared, exported."""

    reader: str
    article: Article
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    format: str = FORMAT


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be put on the record, and why."""

    source: str
    stage: Stage
    reason: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the record; None asks for anything.

    ``entity`` is a person or organization across articles, by id (``per_…``). ``order`` is that of
    the record, or of dates; the list leaves out its first ``start`` values and ends after ``limit``
    more. Dates are EDTF, both ends included: ``since`` and ``until`` find what may lie there,
    ``during`` only what is sure to. ``action`` is a PLOVER type, with or without a mode:
    ``ASSAULT/aerial``. ``own_voice`` asks for what an article says itself, or (False) for what it
    says somebody else says.
    """

    by: str | None = None
    publisher: str | None = None
    manner: Manner | None = None
    act: str | None = None
    unnamed: bool | None = None
    since: str | None = None
    until: str | None = None
    during: str | None = None
    text: str | None = None
    article: str | None = None
    actor: str | None = None
    recipient: str | None = None
    action: str | None = None
    status: Status | tuple[Status, ...] | None = None
    place: str | None = None
    according_to: str | None = None
    own_voice: bool | None = None
    measure: str | None = None
    of: str | None = None
    relayed: bool | None = None
    reviewed: Reviewed | None = None
    entity: str | None = None
    order: Order | None = None
    start: int | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """An article as a line in a list: everything but its text and parts."""

    id: str
    input: str
    url: str | None
    publisher: str | None
    title: str | None
    authors: tuple[str, ...]
    agencies: tuple[str, ...]
    published: When
    reader: str
    statements: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement on the record, with its article and the words around it (``context``)."""

    statement: Statement
    article: Card
    context: Passage
    corrections: tuple[str, ...] = ()  # ids of those that stand
    reviewed: tuple[str, ...] = ()  # by whom, when, and what it was


@dataclass(frozen=True, slots=True)
class Voice:
    """An entity on the record, with its article and how many statements it makes there."""

    entity: Entity
    article: Card
    statements: int


@dataclass(frozen=True, slots=True)
class Happened:
    """An event on the record; ``statement`` is None where the article says so in its own voice."""

    event: Event
    article: Card
    context: Passage
    statement: Statement | None = None
    corrections: tuple[str, ...] = ()
    reviewed: tuple[str, ...] = ()  # also that of its statement's source

    @property
    def chain(self) -> tuple[str, ...]:
        """According to whom, outermost first; empty where the article says so itself."""
        return chain(self.event, self.statement)


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure on the record; ``statement`` gives it, and is None where there is none."""

    figure: Figure
    article: Card
    context: Passage
    statement: Statement | None = None
    corrections: tuple[str, ...] = ()
    reviewed: tuple[str, ...] = ()  # also that of its statement's source

    @property
    def chain(self) -> tuple[str, ...]:
        """According to whom, outermost first; empty where the article says so itself."""
        return chain(self.figure, self.statement)


@dataclass(frozen=True, slots=True)
class Added:
    """What a run did: ids put on the record, ids that were there already, and what failed."""

    added: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()


def chain(entry: Event | Figure, statement: Statement | None) -> tuple[str, ...]:
    """Those an entry goes back to, outermost first: "Reuters", then "U.S. officials"; nobody where
    the article says so itself. A source that stands for nobody known is in its own words.
    """
    given = entry.according_to
    found: tuple[str, ...] = ()
    if statement:
        found = (
            *(relay.who for relay in statement.via),
            statement.who or unclear(statement.source),
        )
    who = given.who if isinstance(given, Attribution) else None if found else given
    return found if who is None or who in found else (*found, who)


def unclear(source: Passage | None) -> str:
    """What stands where no name can: a source's own words that may mean several, or no source."""
    return f"source unclear: “{source.text}”" if source else "no source named"


def passage(text: str, start: int, end: int) -> Passage:
    """The passage ``text[start:end]``."""
    return Passage(start, end, text[start:end])


def identify(prefix: str, *meaning: object) -> str:
    """An id with a readable prefix that hashes a meaning: ``identify("sta", …)`` is
    ``"sta_1f…"``.
    """
    digest = hashlib.blake2b(
        "\x1f".join(map(str, meaning)).encode("utf-8", "surrogatepass"), digest_size=8
    )
    return f"{prefix}_{digest.hexdigest()}"
