"""The working notes of reading one article: whom each mention refers to, until entities are
made of them.

``Spot`` is one mention: its own tokens, its head, and how far its whole phrase reaches.
``Referent`` collects the spots of one person, body, description…; it is the one changeable thing
here, and it lives no longer than the reading."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from onrecord.model import EntityKind, MentionForm
from onrecord.reader.named import Named


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention: tokens [start, end), its head, its phrase [low, high), and the tokens that
    give it away."""

    start: int
    end: int
    head: int
    low: int
    high: int
    form: MentionForm
    anchors: tuple[int, ...] = ()


@dataclass(slots=True, eq=False)
class Referent:
    """Someone or something the article speaks of. ``sex`` is m, f or unknown; ``noun`` heads a
    description. ``called`` counts the pronouns told so far by sex, which a name may contradict."""

    kind: EntityKind | None
    sex: str = ""
    plural: bool = False
    known: str = ""
    noun: str = ""
    modifiers: frozenset[str] = frozenset()
    owner: Referent | None = None
    names: list[Named] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    leaning: str = ""  # the sex that a first name tells which may be a surname: "Paul", "Kelly"
    called: Counter[str] = field(default_factory=Counter)
    roles: list[tuple[int, int]] = field(default_factory=list)
    offices: set[str] = field(default_factory=set)
    affiliations: set[str] = field(default_factory=set)

    @property
    def human(self) -> bool:
        return self.kind in ("person", "unnamed")

    @property
    def unnamed_people(self) -> bool:
        """Protesters are; "Palestinians" is the name of a people."""
        return self.kind == "unnamed" or (self.kind == "group" and not self.names)

    @property
    def named(self) -> bool:
        return bool(self.names)
