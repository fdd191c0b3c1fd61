"""What is the same across articles, and where accounts of it differ.

In ``model`` stand the values of one article; here stand those of a record: links between entries,
and what links make of them. SCHEMA.md, "Across articles" (docs/schema.md), fixes the meanings; the
field names are the JSON keys there. An entry is named by its id (``sta_…``), which stands in one
article only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model import (
    Card,
    Counted,
    EntityKind,
    Failure,
    Happened,
    Passage,
    Spoken,
    Status,
    Voice,
    When,
)

Judgement = Literal["same", "different", "unsure"]
Linkable = Literal["article", "entity", "statement", "event", "figure"]
Relation = Literal["original", "copy", "edited", "partial"]
Wording = Literal["verbatim", "altered", "paraphrased"]
Differing = Literal["figure", "status", "actor", "date", "wording", "role"]
LINKER = "onrecord"  # begins ``decided_by`` where no person decided
UNDATED = When()


@dataclass(frozen=True, slots=True)
class Link:
    """A judgement that two entries are the same, or are not; never erased, only withdrawn.

    ``score`` is how likely they are the same, from 0 to 1; ``decided_by`` is a person's name, or
    "onrecord" and a version; ``why`` is what that person said of it, and ``withdrawn_why`` what
    was said when it was withdrawn.
    """

    id: str
    kind: Linkable
    left: str
    right: str
    judgement: Judgement
    score: float
    reasons: tuple[str, ...]
    decided_by: str
    decided_at: str
    withdrawn_at: str | None = None
    why: str | None = None
    withdrawn_by: str | None = None
    withdrawn_why: str | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """What a run of ``link`` did: articles linked now, links made and withdrawn, conflicts that
    stand, and articles that could not be linked.
    """

    articles: int = 0
    links: int = 0
    withdrawn: int = 0
    conflicts: int = 0
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """An article among those that print one story, and the share of it that is the original's."""

    article: str
    relation: Relation
    share: float
    publisher: str | None = None
    title: str | None = None
    published: When = UNDATED


@dataclass(frozen=True, slots=True)
class Copies:
    """The same story, printed again: one independent account."""

    id: str
    agency: str | None
    members: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class RoleGiven:
    """A role someone was given, by which article and when."""

    role: str
    article: str
    passage: Passage
    published: When
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """An entity as it stands in one article, and what that article calls it in full."""

    article: str
    entity: str
    name: str = ""
    publisher: str | None = None
    published: When = UNDATED


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two judgements that cannot both hold; what came of it is in ``reason``."""

    left: str
    right: str
    reason: str


@dataclass(frozen=True, slots=True)
class Identity:
    """One person, organization, country… across articles, under all its names and roles.

    ``accounts`` counts the independent articles that name it, copies once.
    """

    id: str
    name: str
    kind: EntityKind
    names: tuple[str, ...]
    roles: tuple[RoleGiven, ...]
    members: tuple[Member, ...]
    statements: int = 0
    accounts: int = 0
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of two wordings, word by word: the same, or ``before`` became ``after``."""

    before: str
    after: str

    @property
    def same(self) -> bool:
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class Reported:
    """An utterance as one article reports it.

    ``accounts`` counts the independent articles that use these very words; where the wording is
    altered, ``against`` is the statement whose words others quote and ``changes`` how they became
    these; ``reason`` says what the wording was judged by.
    """

    article: str
    statement: str
    wording: Wording
    text: str = ""
    manner: str = ""
    publisher: str | None = None
    published: When = UNDATED
    via: tuple[str, ...] = ()
    accounts: int = 1
    against: str | None = None
    changes: tuple[Change, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One occasion of saying, as several articles report it; ``accounts`` counts copies once."""

    id: str
    who: str
    said: When
    accounts: int
    members: tuple[Reported, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One account's value for a thing that others value otherwise."""

    article: str
    entry: str
    value: float | str | None
    according_to: str | None
    publisher: str | None
    published: When = UNDATED
    text: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Accounts that differ in one thing; ``accounts`` counts copies once."""

    kind: Differing
    about: str
    values: tuple[Told, ...]
    accounts: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One event as several articles tell it: what they agree on, and every telling."""

    id: str
    action: str
    mode: str | None
    when: When
    place: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    statuses: tuple[Status, ...]
    accounts: int
    members: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Recounted:
    """A line of the timeline: the telling that stands for an occurrence, and all that is told."""

    telling: Happened
    occurrence: Occurrence


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A figure in the history of one count; ``superseded_by`` is the id of the later figure of
    the same source, which does not erase this one.
    """

    article: str
    entry: str
    value: float | str | None
    low: float | None
    high: float | None
    qualifier: str | None
    as_of: When
    published: When
    publisher: str | None
    according_to: str | None
    text: str = ""
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True)
class History:
    """One count as it was given over time, each source for itself, earliest first."""

    id: str
    about: str
    measure: str
    place: str | None
    accounts: int
    members: tuple[Reckoned, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """What an actor said on a topic: one statement, how near to the topic (0 to 1), and why it is
    listed. ``again`` are the ids of the statements that report the same utterance; ``says`` tells
    whether the topic's words are in it, or it is only near in meaning.
    """

    spoken: Spoken
    nearness: float
    reason: str
    utterance: str | None = None
    again: tuple[str, ...] = ()
    accounts: int = 1
    says: bool = True


@dataclass(frozen=True, slots=True)
class Together:
    """Entries of one kind that links join, with the articles they stand in: what the store gives,
    and what objects across articles are made of. ``stories`` names for each article the story it
    prints, the same for copies.
    """

    id: str
    members: tuple[Card | Voice | Spoken | Happened | Counted, ...]
    stories: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
