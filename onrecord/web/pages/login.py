"""``/login`` and ``/logout``: with a password where there are accounts, else under which name
corrections are kept.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from onrecord.web.desk import At, Desk
from onrecord.web.door import Door, Refused, Visit, inside
from onrecord.web.rendering import rendered

router = APIRouter(include_in_schema=False)

Typed = Annotated[str, Form()]


@router.get("/login")
def login(desk: At, next: str = "/") -> Response:
    """The form."""
    return _form(desk, next, "", None)


@router.post("/login")
async def let_in(
    desk: At, request: Request, name: Typed = "", password: Typed = "", next: Typed = "/"
) -> Response:
    """A new session and on to where somebody wanted to go; else the form, and why not."""
    door: Door = request.app.state.door
    visit: Visit = request.state.visit
    if door.mode == "passwords":
        token = await door.let_in(visit, name, password)
    elif door.mode == "local":
        token = door.call(visit, name)
    else:
        token = Refused("The proxy before this room says who you are.")
    if isinstance(token, Refused):
        return _form(desk, next, name, token)
    on = RedirectResponse(inside(next), status_code=303)
    on.headers["Set-Cookie"] = door.cookie(visit, token)
    return on


@router.get("/logout")
def leaving(desk: At) -> Response:
    """A button: a link alone changes nothing."""
    return HTMLResponse(rendered(desk, "logout.html", _names(desk)))


@router.post("/logout")
def logout(request: Request) -> Response:
    """The session ends, here and in the browser."""
    door: Door = request.app.state.door
    visit: Visit = request.state.visit
    door.sessions.close(visit.token)
    on = RedirectResponse("/login" if door.mode == "passwords" else "/", status_code=303)
    on.headers["Set-Cookie"] = f"{door.cookie(visit, '')}; Max-Age=0"
    on.headers["Clear-Site-Data"] = '"cache"'
    return on


def _form(desk: Desk, next: str, name: str, refused: Refused | None) -> Response:
    said = {"next": inside(next), "name": name, "refused": refused}
    status = 200 if refused is None else 429 if refused.wait else 403
    answer = HTMLResponse(rendered(desk, "login.html", {**_names(desk), **said}), status)
    if refused and refused.wait:
        answer.headers["Retry-After"] = str(refused.wait)
    return answer


def _names(desk: Desk) -> dict[str, object]:
    return {"mode": desk.request.app.state.door.mode, "twins": {}}
