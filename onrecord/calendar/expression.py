"""What the words of a date say, before any anchor: the value between finding and resolving."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "date",
    "relative",
    "ago",
    "reach",
    "recent",
    "shift",
    "season",
    "decade",
    "century",
    "feast",
    "period",
    "counted",
    "clock",
]


@dataclass(frozen=True, slots=True)
class DateExpression:
    """What the words at ``start:end`` say of a date.

    ``date`` has calendar fields (weekday 0 is Monday; ``to_day`` ends "March 3-5"); ``relative``
    moves ``step`` units from the anchor ("last month" is month, -1; "yesterday" day, -1); ``ago``
    is so many units back; ``reach`` the stretch from there to the anchor ("the past 30 days", and
    with a positive step "the next five years"); ``recent`` a stretch of unknown length up to the
    anchor, or from it on ("in recent days"); ``shift`` counts from the date the story stands at
    ("a day earlier", "that year"). ``feast`` and ``period`` have a ``name`` ("ramadan", "world war
    ii"); ``counted`` counts from what has no date here ("the fifth week of the war") and stays
    unresolved. ``edge`` is "early", "mid", "late", "start" or "end" ("earlier this year").
    ``of_year`` counts the year from the anchor's ("October last year" is -1). ``until`` is the last
    date of a range whose first date this is.
    """

    start: int
    end: int
    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    to_day: int | None = None
    season: int | None = None
    unit: str | None = None
    step: int | None = None
    edge: str | None = None
    daypart: str | None = None
    clock: str | None = None
    about: bool = False
    name: str | None = None
    of_year: int | None = None
    until: DateExpression | None = None

    @property
    def weekday_only(self) -> bool:
        """Whether nothing but a day of the week is said ("on Monday")."""
        return self.weekday is not None and self.month is None and self.day is None
