"""What someone knows of the articles beforehand, and what a page or a front matter says of its
own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from onrecord.calendar import expressions, resolve, understood
from onrecord.errors import GivenInvalid, PublishedDateInvalid
from onrecord.ingest.addresses import LONGEST as LONGEST_ADDRESS
from onrecord.ingest.addresses import is_address, one_line

LONGEST_NAME = 200  # characters, of a publisher or an author
LONGEST_TITLE = 1000
_SLASHED = re.compile(r"\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s*")  # 03/04/2024: which is the month?


@dataclass(frozen=True, slots=True)
class File:
    """A file that is handed over rather than found at a path: its own name, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of the articles of a run; it wins over what they say themselves.

    ``published`` is EDTF or a date in words ("Nov. 6, 2023"); ``today`` is the latest day the
    calendar may pick. Raises ``PublishedDateInvalid`` for a date that is none, ``GivenInvalid`` for
    an address that is none or a publisher's name that is too long for one.
    """

    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    today: date = field(default_factory=date.today)

    def __post_init__(self) -> None:
        if self.published is not None:
            object.__setattr__(self, "published", _date(self.published))
        if self.publisher is not None:
            object.__setattr__(self, "publisher", _name(self.publisher))
        if self.url is not None:
            object.__setattr__(self, "url", _address(self.url))


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page or a front matter says of its article; ``published`` is EDTF.

    An address that is none, or a title or name longer than any is as if it were not said.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", _short(self.title, LONGEST_TITLE))
        object.__setattr__(self, "publisher", _short(self.publisher, LONGEST_NAME))
        authors = (_short(each, LONGEST_NAME) for each in self.authors)
        object.__setattr__(self, "authors", tuple(each for each in authors if each))
        if self.url is not None and not is_address(self.url):
            object.__setattr__(self, "url", None)


def _short(text: str | None, most: int) -> str | None:
    """The text in one line; None if there is nothing to be seen of it, or too much."""
    line = one_line(text or "")
    return line if 0 < len(line) <= most else None


def _name(written: str) -> str | None:
    name = one_line(written)
    if len(name) > LONGEST_NAME:
        raise GivenInvalid(
            f"a publisher's name of {len(name):,} characters is none: give one of at most "
            f"{LONGEST_NAME}"
        )
    return name or None


def _address(written: str) -> str:
    address = written.strip()
    if is_address(address):
        return address
    if len(address) > LONGEST_ADDRESS:
        raise GivenInvalid(
            f"an address of {len(address):,} characters is none: give one of at most "
            f"{LONGEST_ADDRESS:,}"
        )
    raise GivenInvalid(
        f"{address!r} is no address of an article: give one that begins with http:// or https:// "
        "and names a host, or leave it out"
    )


def _date(written: str) -> str:
    whole = [(e.start, e.end) for e in expressions(written)] == [(0, len(written))]
    edtf = understood(written) or (edtf_from(written) if whole else None)
    if edtf is None:
        raise PublishedDateInvalid(
            f"{written!r} is no date: write 2024-03-26, 2024-03 or 2024-03-26/2024-03-27 (EDTF)"
        )
    if _SLASHED.fullmatch(written) and "-" not in edtf:
        raise PublishedDateInvalid(
            f"{written!r} may be either of two days: write the year first, as in 2024-03-26"
        )
    return edtf


def edtf_from(written: str) -> str | None:
    """EDTF of the first full or partial date in a metadata value ("2024-03-26T10:00Z", "May
    2024"); None where it is no date of any calendar ("2024-13-45")."""
    if _MONTH.fullmatch(written.strip()):
        return written.strip()
    for found in expressions(written):
        if found.kind == "date" and found.year:
            is_cut = found.month is None and _GOES_ON.match(written, found.end)
            return None if is_cut else resolve(found).edtf
    return None


_MONTH = re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])")
_GOES_ON = re.compile(r"-\d\d")
