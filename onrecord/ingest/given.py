"""What someone knows of the articles beforehand, and what a page or a front matter says of its
own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from onrecord.calendar import expressions, resolve, understood
from onrecord.errors import PublishedDateInvalid


@dataclass(frozen=True, slots=True)
class File:
    """A file that is handed over rather than found at a path: its own name, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of the articles of a run; it wins over what they say themselves.

    ``published`` is EDTF or a date in words ("Nov. 6, 2023"); ``today`` is the latest day the
    calendar may pick. Raises ``PublishedDateInvalid`` for a date that is none.
    """

    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    today: date = field(default_factory=date.today)

    def __post_init__(self) -> None:
        if self.published is not None:
            object.__setattr__(self, "published", _date(self.published))


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page or a front matter says of its article; ``published`` is EDTF."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


def _date(written: str) -> str:
    whole = [(e.start, e.end) for e in expressions(written)] == [(0, len(written))]
    edtf = understood(written) or (edtf_from(written) if whole else None)
    if edtf is None:
        raise PublishedDateInvalid(
            f"{written!r} is no date: write 2024-03-26, 2024-03 or 2024-03-26/2024-03-27 (EDTF)"
        )
    return edtf


def edtf_from(written: str) -> str | None:
    """EDTF of the first full or partial date in a metadata value ("2024-03-26T10:00Z", "May
    2024")."""
    for found in expressions(written):
        if found.kind == "date" and found.year:
            return resolve(found).edtf
    return None
