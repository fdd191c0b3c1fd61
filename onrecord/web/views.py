"""Which view of a page is asked for, and whether a list goes so far."""

from __future__ import annotations

from collections.abc import Sized

from onrecord.errors import EntryUnknown, QuestionInvalid
from onrecord.web.desk import Desk


def known(noun: str, given: str, choices: tuple[str, ...]) -> None:
    """Raise QuestionInvalid where what is given is none of the choices."""
    if given not in choices:
        raise QuestionInvalid(f"“{given}” is no {noun}; there are {', '.join(choices)}")


def reached(desk: Desk, page: int, size: int, total: int) -> None:
    """Raise EntryUnknown where a list has no such page; a CSV has no pages."""
    last = max(-(-total // size), 1)
    if page > last and _has_pages(desk):
        raise EntryUnknown(f"there is no page {page:,} of this list; the last is {last:,}")


def going_on(desk: Desk, page: int, found: Sized) -> None:
    """The same of a list that nobody counted: raise EntryUnknown where nothing is on the page."""
    if page > 1 and not found and _has_pages(desk):
        raise EntryUnknown(f"there is no page {page:,} of this list")


def _has_pages(desk: Desk) -> bool:
    return not desk.request.url.path.endswith(".csv")
