"""What stands before every page: the headers of every answer, and what is turned away.

``guarded`` puts the guard around the application, outside of everything, so that no page can forget
it and no fault of a page answers without it. It is plain ASGI: what it needs of a body it looks at
while that streams in. A page finds the user in ``request.state.user`` and the token that its
forms carry in ``request.state.token``.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from urllib.parse import quote

from fastapi import FastAPI
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.errors import PasswordsInvalid
from onrecord.web.access import Access
from onrecord.web.app import answered
from onrecord.web.bodies import Body, TooLarge, limit
from onrecord.web.door import Door, Visit, inside
from onrecord.web.hosts import is_followed, is_foreign, is_from_elsewhere, is_ours, misled
from onrecord.web.users import NOBODY

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
SAFE = ("GET", "HEAD", "OPTIONS")
OPEN = ("/login",)  # what somebody who is not known may see
STATIC = "/static/"  # and what that looks like
FOR_PROGRAMS = (".json", ".csv")
_STALE = (
    "the form does not come from a page that was shown to you in this session; go back, load the "
    "page again and send it once more"
)


def guarded(app: FastAPI, access: Access) -> ASGIApp:
    """The application with the guard before it."""
    door = app.state.door = Door(access)
    return Guard(app, door)


class Turned(Exception):
    """A request that goes no further, and the answer it gets."""

    def __init__(self, answer: Response) -> None:
        super().__init__(answer.status_code)
        self.answer = answer


class Guard:
    """The guard of an application, as an application."""

    def __init__(self, app: FastAPI, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._answer(scope, receive, send)
        elif scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        else:  # there is no conversation to have over a socket
            await send({"type": "websocket.close", "code": 1008})

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        state = {**scope.get("state", {}), "user": NOBODY, "token": ""}
        scope = {**scope, "app": self._app, "state": state}
        asked = Request(scope)
        body = Body(receive, limit(scope["path"]))
        answer = Sending(self._door, scope["path"], send, body)
        try:
            await self._admit(asked, body, answer)
            await self._app(scope, body.receive, answer.send)
        except Turned as turned:
            await turned.answer(scope, receive, answer.send)
        except TooLarge:
            pass  # told below, as it is where a page took it for a fault of its own
        if body.is_too_large and not answer.began:
            await answer.tell(too_large(asked, body.most), scope, receive)

    async def _admit(self, asked: Request, body: Body, answer: Sending) -> None:
        """Put the user and the token where pages find them; raises Turned."""
        self._check_origin(asked)
        visit = self._visit(asked)
        if visit.is_new and is_followed(asked.method, asked.headers):
            raise Turned(_again(asked))  # without a cookie, which would take the place of theirs
        answer.visit = visit
        asked.state.user, asked.state.token, asked.state.visit = visit.user, visit.csrf, visit
        if not visit.is_known and not _is_open(asked.scope["path"]):
            raise Turned(self._to_log_in(asked))
        if _length(asked) > body.most:
            body.is_too_large = True
            raise TooLarge
        if asked.method not in SAFE:
            await self._check_form(asked, body, visit)

    def _check_origin(self, asked: Request) -> None:
        access, headers = self._door.access, asked.headers
        if len(headers.getlist("host")) != 1 or not is_ours(access, headers["host"]):
            said = "this room does not go by that name; --host-name gives it one"
            raise Turned(answered(_unnamed(asked), 421, said))
        problem = misled(access, headers, asked.client.host if asked.client else None)
        if problem:
            raise Turned(answered(asked, 403, problem))
        if is_foreign(asked.method, headers):
            raise Turned(answered(asked, 403, "another site's page asks for this"))

    def _visit(self, asked: HTTPConnection) -> Visit:
        try:
            return self._door.visit(asked)
        except PasswordsInvalid:  # what is in the file is nobody's business here
            said = "nobody can be let in: the password file cannot be read"
            raise Turned(answered(Request(asked.scope), 503, said)) from None

    def _to_log_in(self, asked: Request) -> Response:
        path = asked.scope["path"]
        if self._door.mode == "proxy":
            return answered(asked, 403, "the proxy before this room does not say who you are")
        if asked.method == "GET" and not path.endswith(FOR_PROGRAMS):
            wanted = quote(inside(_address(asked)), safe="")
            return RedirectResponse(f"/login?next={wanted}", status_code=303)
        answer = answered(asked, 401, "log in first, at /login")
        answer.headers["WWW-Authenticate"] = 'Cookie realm="onrecord"'
        return answer

    async def _check_form(self, asked: Request, body: Body, visit: Visit) -> None:
        if is_from_elsewhere(asked.headers):
            raise Turned(answered(asked, 403, "another site's page asks for this"))
        if not self._door.may_change(visit, await body.token(asked.headers)):
            raise Turned(answered(asked, 403, _STALE))


class Sending:
    """An answer on its way out: every one gets the headers, and a newcomer the cookie."""

    def __init__(self, door: Door, path: str, send: Send, body: Body) -> None:
        self._door, self._path, self._send, self._body = door, path, send, body
        self.visit: Visit | None = None
        self.began = False

    async def send(self, message: Message) -> None:
        if self._body.is_too_large and not self.began:
            return  # a page that could not read the body tells of it; the guard tells why
        if message["type"] == "http.response.start":
            self.began = True
            self._put_headers(MutableHeaders(scope=message))
        await self._send(message)

    async def tell(self, answer: Response, scope: Scope, receive: Receive) -> None:
        """Send what the guard itself has to say about a body."""
        self._body.is_too_large = False
        await answer(scope, receive, self.send)

    def _put_headers(self, headers: MutableHeaders) -> None:
        headers.update(HEADERS)
        if self._door.mode != "local" and not self._path.startswith(STATIC):
            headers["Cache-Control"] = "no-store"
        is_page = headers.get("content-type", "").startswith("text/html")
        if self.visit and self.visit.is_new and is_page and "set-cookie" not in headers:
            headers.append("Set-Cookie", self._door.cookie(self.visit, self.visit.token))


def too_large(asked: Request, most: int) -> Response:
    said = f"that is too much at once: this page takes {most // 1_000_000} MB in one request"
    answer = answered(asked, 413, said)
    answer.headers["Connection"] = "close"
    return answer


def _unnamed(asked: Request) -> Request:
    """The request without its ``Host``, which may be nothing an address can be made of."""
    headers = [(name, value) for name, value in asked.scope["headers"] if name != b"host"]
    return Request({**asked.scope, "headers": headers})


def _is_open(path: str) -> bool:
    return path in OPEN or path.startswith(STATIC)


def _length(asked: Request) -> int:
    """What a request says its length is; 0 if it does not say."""
    said = asked.headers.get("content-length", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 20 else 0


def _address(asked: Request) -> str:
    """Path and query, as they were asked for."""
    path, query = quote(asked.scope["path"]), asked.scope["query_string"].decode("latin-1")
    return f"{path}?{query}" if query else path


def _again(asked: Request) -> Response:
    """A page that asks for itself again: from here the cookie comes along, from elsewhere not."""
    here = escape(inside(_address(asked)))
    return HTMLResponse(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>onrecord</title>'
        f'<meta http-equiv="refresh" content="0; url={here}"></head>'
        f'<body><main><h1><a href="{here}">Go on to the record</a></h1></main></body></html>'
    )
