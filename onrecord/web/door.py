"""The door of the reading room: who a request comes from, and how somebody comes in and goes.

In: a request's headers, address and cookie. Out: a ``Visit`` with the user, or with nobody who then
has to log in. The three modes of ``Access`` differ here and nowhere else.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import anyio
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection

from onrecord.phrases.letters import one_line
from onrecord.web.access import Access, Mode
from onrecord.web.attempts import Attempts, keys_of
from onrecord.web.hosts import caller, is_encrypted
from onrecord.web.passwords import LONGEST_NAME, Login, PasswordFile, is_right
from onrecord.web.sessions import Session, Sessions, is_token, new_token
from onrecord.web.users import NOBODY, User

AT_ONCE = 2  # passwords that are tried at the same time: each takes 64 MiB


@dataclass(frozen=True, slots=True)
class Visit:
    """Who a request comes from (NOBODY: they have to log in), and how to answer them.

    ``token`` is the cookie's, ``csrf`` what their forms carry; ``is_new`` if they have no cookie
    yet; ``caller`` is the address under which their attempts count.
    """

    user: User
    token: str
    csrf: str
    is_new: bool
    caller: str | None
    is_encrypted: bool

    @property
    def is_known(self) -> bool:
        return self.user != NOBODY


@dataclass(frozen=True, slots=True)
class Refused:
    """Why somebody was not let in, and how many seconds they have to wait."""

    said: str
    wait: int = 0


class Door:
    """What is needed to know people: the access, the sessions, the password file."""

    def __init__(self, access: Access, sessions: Sessions | None = None) -> None:
        self.access = access
        self.sessions = sessions or Sessions()
        self.attempts = Attempts()
        self._passwords = PasswordFile(access.passwords) if access.passwords else None
        self._trying = anyio.CapacityLimiter(AT_ONCE)

    @property
    def mode(self) -> Mode:
        return self.access.mode

    def visit(self, asked: HTTPConnection) -> Visit:
        """Who asks; raises PasswordsInvalid if the password file cannot be read any more."""
        headers, peer = asked.headers, asked.client.host if asked.client else None
        encrypted = is_encrypted(self.access, headers, peer, asked.scope.get("scheme", "http"))
        sent = asked.cookies.get(self.cookie_name(encrypted), "")
        token = sent if is_token(sent) else new_token()
        user = _KNOWN[self.mode](self, self.sessions.of(token), headers)
        csrf = self.sessions.csrf(f"{token} {user.name}" if self.mode == "proxy" else token)
        return Visit(
            user, token, csrf, token != sent, caller(self.access, headers, peer), encrypted
        )

    def may_change(self, visit: Visit, given: str) -> bool:
        """Whether a form carries the token of whoever sends it."""
        bound = f"{visit.token} {visit.user.name}" if self.mode == "proxy" else visit.token
        return self.sessions.is_csrf(bound, given)

    async def let_in(self, visit: Visit, name: str, password: str) -> str | Refused:
        """The token of a new session, or why there is none."""
        keys = keys_of(visit.caller, one_line(name))
        wait = math.ceil(self.attempts.wait(keys))
        if wait:
            return Refused(f"Too many attempts: wait {_in_words(wait)}, then try again.", wait)
        self.attempts.begin(keys)
        login = self._passwords.called(name) if self._passwords else None
        right = await anyio.to_thread.run_sync(is_right, login, password, limiter=self._trying)
        if login is None or not right:
            return Refused("There is no such name, or that is not its password.")
        self.attempts.succeed(keys)
        self.sessions.close(visit.token)
        return self.sessions.open(login.name, login.hash)

    def call(self, visit: Visit, name: str) -> str | Refused:
        """The token of a session under a name, where nobody has an account."""
        plain = one_line(name)
        if not plain or len(plain) > LONGEST_NAME:
            return Refused(f"A name has 1 to {LONGEST_NAME} characters.")
        self.sessions.close(visit.token)
        return self.sessions.open(plain)

    def cookie_name(self, encrypted: bool) -> str:
        """Cookies do not know ports: two rooms on one machine need two names."""
        name = f"onrecord-{self.access.port}" if self.access.port else "onrecord"
        return f"__Host-{name}" if encrypted else name

    def cookie(self, visit: Visit, token: str) -> str:
        """The ``Set-Cookie`` that gives somebody a token."""
        secure = "; Secure" if visit.is_encrypted else ""
        name = self.cookie_name(visit.is_encrypted)
        return f"{name}={token}; Path=/; HttpOnly; SameSite=Strict{secure}"

    def _here(self, session: Session | None, _: Headers) -> User:
        return User(session.name if session else self.access.me, may_review=True)

    def _logged_in(self, session: Session | None, _: Headers) -> User:
        """Whoever logged in, with the rights that the file gives them now."""
        login: Login | None = None
        if session and self._passwords:
            login = self._passwords.called(session.name)
        same = login is not None and session is not None and login.hash == session.line
        return login.user if login and same else NOBODY

    def _named(self, _: Session | None, headers: Headers) -> User:
        """Whom the proxy names; nobody if it names none, or two."""
        names = headers.getlist(self.access.header or "")
        name = one_line(_as_written(names[0])) if len(names) == 1 else ""
        if not name or len(name) > LONGEST_NAME:
            return NOBODY
        return User(name, name in self.access.reviewers)


_KNOWN: Mapping[Mode, Callable[[Door, Session | None, Headers], User]] = {
    "local": Door._here,
    "passwords": Door._logged_in,
    "proxy": Door._named,
}


def _as_written(value: str) -> str:
    """A header's bytes as UTF-8 where they are that: HTTP hands them over as Latin-1."""
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value


def _in_words(seconds: int) -> str:
    if seconds < 90:
        return "a second" if seconds == 1 else f"{seconds} seconds"
    return f"{math.ceil(seconds / 60)} minutes"


def inside(address: str) -> str:
    """An address of this room, to go on to; the front page for any other.

    ``//elsewhere.example`` and ``/\\elsewhere.example`` lead out of it, and so may what browsers
    drop: control characters.
    """
    is_path = address.startswith("/") and address[1:2] not in ("/", "\\")
    return address if is_path and address.isprintable() and "\\" not in address else "/"
