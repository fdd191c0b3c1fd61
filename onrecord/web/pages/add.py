"""``/add``: files dropped or text pasted, and how far they have come onto the record."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock
from typing import Any

import anyio
from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from onrecord.errors import OnRecordError
from onrecord.ingest import File, Given
from onrecord.ingest.decoding import MOST_BYTES
from onrecord.ingest.lengths import MOST_WORDS
from onrecord.web.adding import Adding, Crowded
from onrecord.web.answers import Answer, page
from onrecord.web.bodies import LIMITS
from onrecord.web.deliveries import plain_names
from onrecord.web.desk import At, Desk
from onrecord.web.rendering import address, rendered

MOST_FILES = 500  # in one delivery
TOLD = ("publisher", "published", "url")
_making = Lock()


@asynccontextmanager
async def _room(app: FastAPI) -> AsyncIterator[None]:
    """While the room is open; when it closes, the file in hand is finished or given up."""
    yield
    await anyio.to_thread.run_sync(unread, app)


router = APIRouter(lifespan=_room)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was filled in beside the files, to be shown again if something is wrong with it."""

    text: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""

    def given(self) -> Given:
        """What is known of the articles; raises PublishedDateInvalid or GivenInvalid."""
        return Given(
            published=self.published.strip() or None,
            publisher=self.publisher.strip() or None,
            url=self.url.strip() or None,
        )


@page(router, "/add", "add.html")
def add(desk: At) -> Answer:
    """What is being added, and was lately."""
    return Answer({"deliveries": adding(desk).deliveries()}, _form())


@page(router, "/add/{id}", "delivery.html")
def delivery(desk: At, id: str) -> Answer:
    """How far one delivery has come: each of its files, the one in hand, and how many deliveries
    are read before it.
    """
    found, ahead = adding(desk).delivery(id), adding(desk).ahead(id)
    return Answer({"delivery": found, "progress": found.progress, "ahead": ahead})


@router.post("/add/{id}/give-up", include_in_schema=False)
def give_up(desk: At, id: str) -> Response:
    """Read no more of a delivery, and back to its page."""
    adding(desk).give_up(id, desk.reviewer().name)
    return RedirectResponse(f"/add/{address(id)}", status_code=303)


@router.post("/add", include_in_schema=False)
async def deliver(desk: At, request: Request) -> Response:
    """Take in what was sent, and on to the page that shows how far it has come."""
    user = desk.reviewer()
    try:
        async with request.form(
            max_files=MOST_FILES, max_fields=20, max_part_size=MOST_BYTES + 1
        ) as form:
            typed, files = _typed(form), await _files(form)
    except HTTPException as error:  # too many files, or a text that is too long
        return _refused(desk, Typed(), f"{error.detail} Add them in several goes.", 413)
    files += _pasted(typed.text)
    if not files:
        return _refused(desk, typed, "Choose a file, or paste a text.", 422)
    try:
        made = adding(desk).deliver(files, typed.given(), user.name)
    except Crowded as error:
        return _refused(desk, typed, str(error), 503)
    except OnRecordError as error:
        return _refused(desk, typed, str(error), 422)
    return RedirectResponse(f"/add/{made.id}", status_code=303)


def unread(app: FastAPI) -> tuple[str, ...]:
    """Names of the files that were delivered and will not be read; nothing is read any more."""
    adding: Adding | None = getattr(app.state, "adding", None)
    if adding is None:
        return ()
    adding.close()
    return adding.unread()


def adding(desk: Desk) -> Adding:
    """What is being added to the record of this room."""
    state = desk.request.app.state
    with _making:
        if not hasattr(state, "adding"):
            state.adding = Adding(state.record)
    made: Adding = state.adding
    return made


def _form(typed: Typed | None = None, refused: str | None = None) -> dict[str, Any]:
    limits = {
        "files": MOST_FILES,
        "bytes": LIMITS["/add"],
        "each": MOST_BYTES,
        "words": MOST_WORDS,
    }
    return {"typed": typed or Typed(), "refused": refused, "limits": limits}


def _refused(desk: Desk, typed: Typed, said: str, status: int) -> Response:
    value = {"deliveries": adding(desk).deliveries()}
    names = {"value": value, "twins": {}, **_form(typed, said)}
    return HTMLResponse(rendered(desk, "add.html", names), status_code=status)


def _typed(form: FormData) -> Typed:
    said = {name: form.get(name) for name in ("text", *TOLD)}
    return Typed(**{name: value for name, value in said.items() if isinstance(value, str)})


async def _files(form: FormData) -> list[File]:
    """The files that were chosen; a field without any still sends one that is empty."""
    sent = [each for each in form.getlist("files") if isinstance(each, UploadFile)]
    chosen = [each for each in sent if each.filename or each.size]
    names = plain_names(each.filename or "" for each in chosen)
    # one byte more than an article may have: enough to say that it is too large
    return [
        File(name, await each.read(MOST_BYTES + 1))
        for name, each in zip(names, chosen, strict=True)
    ]


def _pasted(text: str) -> list[File]:
    """The pasted text as a file. Its line ends are the browser's: a form always sends CR LF."""
    if not text.strip():
        return []
    when = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    plain = text.replace("\r\n", "\n").encode("utf-8", "surrogatepass")
    return [File(f"pasted {when}", plain)]
