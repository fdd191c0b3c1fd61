"""The reading room as an application: its pages, what they are made with, and what stands there
when something is wrong.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from http import HTTPStatus

from fastapi import APIRouter, Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute

from onrecord.errors import (
    EntryUnknown,
    JudgementInvalid,
    OnRecordError,
    QuestionInvalid,
    RecordUnavailable,
)
from onrecord.model import VERSION
from onrecord.record import Record
from onrecord.web import pages
from onrecord.web.answers import JSON, written
from onrecord.web.astray import astray
from onrecord.web.desk import NotAllowed, desk
from onrecord.web.rendering import STATIC, rendered
from onrecord.web.rights import Rights
from onrecord.web.strict import strictly
from onrecord.web.users import User

ABOUT = "The record in a browser. Every page is also .json at the same address; / is /index.json."
NOBODY = User("nobody")
_STATUSES: Mapping[type[OnRecordError], int] = {
    EntryUnknown: 404,
    QuestionInvalid: 422,
    JudgementInvalid: 400,
    NotAllowed: 403,
    RecordUnavailable: 503,
}


def application(
    record: Record, alone: User = NOBODY, settling: Callable[[], bool] = bool
) -> FastAPI:
    """The reading room of a record, without what guards its door (see ``guard``); ``alone`` is
    the user where nothing guards it, ``settling`` says whether something is being made anew.
    """
    app = FastAPI(
        title="onrecord",
        version=VERSION,
        description=ABOUT,
        docs_url=None,  # the pages that come with FastAPI ask other hosts for their script
        redoc_url=None,
    )
    app.state.record, app.state.alone, app.state.settling = record, alone, settling
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.router.routes.extend(_pages())
    app.add_middleware(Rights, alone=alone, refuse=answered)
    app.add_exception_handler(OnRecordError, _refused)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _missing)
    return app


@cache
def _pages() -> tuple[BaseRoute, ...]:
    """Where each page is: worked out once, which takes a tenth of a second, for every record."""
    every = APIRouter(dependencies=[Depends(strictly)])
    for module in sorted(pkgutil.iter_modules(pages.__path__), key=lambda each: each.name):
        own = importlib.import_module(f"{pages.__name__}.{module.name}")
        every.include_router(own.router)
    return tuple(every.routes)


async def _refused(request: Request, error: Exception) -> Response:
    status = next((s for kind, s in _STATUSES.items() if isinstance(error, kind)), 400)
    return answered(request, status, str(error))


async def _malformed(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    names = ", ".join(sorted({str(each["loc"][-1]) for each in error.errors()}))
    return answered(request, 422, f"the address or the form is not complete: see {names}")


async def _missing(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = "there is no such page" if error.status_code == 404 else str(error.detail)
    return answered(request, error.status_code, said)


def answered(request: Request, status: int, said: str) -> Response:
    """What went wrong, as a page or as JSON, whichever was asked for."""
    if request.url.path.endswith(".json"):
        return Response(written({"error": said}), status_code=status, media_type=JSON)
    on = astray(request.url.path, status)
    title = HTTPStatus(status).phrase.capitalize()
    names = {"status": status, "title": title, "said": said, "astray": on, "twins": {}}
    return HTMLResponse(rendered(desk(request), "error.html", names), status_code=status)
