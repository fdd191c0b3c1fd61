"""What a page has at hand: the record, who asks, and the request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Request

from onrecord.errors import OnRecordError
from onrecord.record import Record
from onrecord.web.users import User

WAYS_OUT = {"passwords": ("/logout", "Log out"), "local": ("/login", "Another name")}


class NotAllowed(OnRecordError):
    """Somebody who may only read wants to change something."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The record, the user who asks, the token that their forms carry, the request, and whether
    something was being made anew when it came.
    """

    record: Record
    user: User
    token: str
    request: Request
    was_settling: bool = False

    @property
    def path(self) -> str:
        """The address without its query and without ``.json`` or ``.csv``."""
        path = quote(self.request.scope["path"])
        for ending in (".json", ".csv"):
            path = path.removesuffix(ending)
        return "/" if path == "/index" else path

    @property
    def is_settling(self) -> bool:
        """Whether what is the same across articles is being made anew, or was when this page was
        asked for, which may show sums from before.
        """
        return self.was_settling or _is_settling(self.request)

    @property
    def query(self) -> str:
        """The query with its question mark, or nothing."""
        query = self.request.url.query
        return f"?{query}" if query else ""

    @property
    def way_out(self) -> tuple[str, str] | None:
        """Where the user goes to be somebody else, and what the link there says."""
        door = getattr(self.request.app.state, "door", None)
        return None if door is None else WAYS_OUT.get(door.mode)

    def reviewer(self) -> User:
        """The user, who may change the record; NotAllowed if they may not."""
        if not self.user.may_review:
            raise NotAllowed(f"{self.user.name} may read the record, not correct it")
        return self.user


def desk(request: Request) -> Desk:
    """The desk of one request; what guards the door has put the user and the token there."""
    state, known = request.app.state, request.state
    user, token = getattr(known, "user", state.alone), getattr(known, "token", "")
    return Desk(state.record, user, token, request, _is_settling(request))


def _is_settling(request: Request) -> bool:
    return bool(request.app.state.settling())


At = Annotated[Desk, Depends(desk)]
