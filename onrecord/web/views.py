"""Which view of a page is asked for, and whether a list goes so far."""

from __future__ import annotations

from collections.abc import Sized

from fastapi import Response
from fastapi.responses import RedirectResponse

from onrecord.errors import EntryUnknown, QuestionInvalid
from onrecord.web.desk import Desk

CLUSTER = "per_"  # what links make of mentions; the id of a mention (ent_…) leads there too


def known(noun: str, given: str, choices: tuple[str, ...]) -> None:
    """Raise QuestionInvalid where what is given is none of the choices."""
    if given not in choices:
        raise QuestionInvalid(
            f"“{given}” is no {noun}; there are {', '.join(filter(None, choices))}"
        )


def reached(desk: Desk, page: int, size: int, total: int) -> None:
    """Raise EntryUnknown where a list has no such page; a CSV has no pages."""
    last = max(-(-total // size), 1)
    if page > last and _has_pages(desk):
        raise EntryUnknown(f"there is no page {page:,} of this list; the last is {last:,}")


def going_on(desk: Desk, page: int, found: Sized) -> None:
    """The same of a list that nobody counted: raise EntryUnknown where nothing is on the page."""
    if page > 1 and not found and _has_pages(desk):
        raise EntryUnknown(f"there is no page {page:,} of this list")


def at_home(desk: Desk, asked: str, home: str) -> Response | None:
    """The way to where something is now, in an address that has an id from before; not for good,
    since what moved it can be undone.
    """
    if asked == home or not asked.startswith(CLUSTER):
        return None
    before, _, name = desk.request.url.path.rpartition("/")
    address = f"{before}/{name.replace(asked, home, 1)}{desk.query}"
    return RedirectResponse(address, status_code=302)


def _has_pages(desk: Desk) -> bool:
    return not desk.request.url.path.endswith(".csv")
