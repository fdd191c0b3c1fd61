"""Who may only read changes nothing: any request that would is refused before its form is looked
at, so that no page can forget it and nobody learns from the answer what a form would need.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.web.users import User

READING: Final = ("GET", "HEAD", "OPTIONS")
FOR_ALL: Final = ("/login", "/logout")  # forms that everybody may send

Refuse = Callable[[Request, int, str], Response]


class Rights:
    """The application as somebody without the right to review may use it, as an application."""

    def __init__(self, app: ASGIApp, alone: User, refuse: Refuse) -> None:
        self._app, self._alone, self._refuse = app, alone, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self._refused(Request(scope)) if scope["type"] == "http" else None
        await (answer or self._app)(scope, receive, send)

    def _refused(self, asked: Request) -> Response | None:
        user: User = getattr(asked.state, "user", self._alone)
        if asked.method in READING or asked.scope["path"] in FOR_ALL or user.may_review:
            return None
        return self._refuse(asked, 403, f"{user.name} may read the record, not correct it")
