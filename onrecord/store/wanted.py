"""What is asked of objects across articles, beside the question that an entry of theirs answers."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.across import Differing, Linkable
from onrecord.model import Question


@dataclass(frozen=True, slots=True)
class Wanted:
    """Told by so many accounts, of a type (people), with a trait (altered wording), or without."""

    question: Question
    at_least: int = 1
    type: str | None = None
    trait: str | None = None
    without: str | None = None


@dataclass(frozen=True, slots=True)
class Disagreed:
    """Disagreements among some kinds of entries, in one thing, by so many accounts, printed within
    some days; the question does not ask for days.
    """

    question: Question
    kinds: tuple[Linkable, ...]
    at_least: int = 1
    differing: Differing | None = None
    since: str | None = None
    until: str | None = None
