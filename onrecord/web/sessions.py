"""Sessions: who is behind a cookie, kept on this side.

The cookie holds a random token and nothing else; what is kept here goes by the token's digest, so
that whoever reads this memory cannot come in with it. A session ends when nobody uses it, when it
is old, at log-out, and when the line in the password file that opened it changes. Before log-in a
cookie stands for nobody, and nothing is kept for it: the token that its forms carry (``csrf``)
follows from the cookie's by a key that only this process knows.
"""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256

IDLE = 12 * 3600.0  # seconds a session lasts unused
OLDEST = 7 * 24 * 3600.0  # and at most
MOST = 10_000  # sessions at a time; the longest unused one makes room
TOKEN = 43  # characters of 32 random bytes


@dataclass(frozen=True, slots=True)
class Session:
    """Who logged in, with which line of the password file, and when (``time.monotonic``)."""

    name: str
    line: str
    began: float
    used: float


class Sessions:
    """The sessions that are open."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._key = secrets.token_bytes(32)
        self._open: dict[str, Session] = {}

    def open(self, name: str, line: str = "") -> str:
        """Begin a session; the new token for the cookie."""
        now = self._clock()
        self._forget(now)
        token = new_token()
        self._open[_digest(token)] = Session(name, line, now, now)
        return token

    def of(self, token: str | None) -> Session | None:
        """The session a cookie stands for, used now; None if it is over or there is none."""
        key, now = _digest(token or ""), self._clock()
        found = self._open.pop(key, None)
        if found is None or _is_over(found, now):
            return None
        self._open[key] = replace(found, used=now)  # at the end: the first is the longest unused
        return found

    def close(self, token: str | None) -> None:
        """End a session."""
        self._open.pop(_digest(token or ""), None)

    def csrf(self, token: str) -> str:
        """What the forms of a page carry that was shown with this cookie."""
        return hmac.new(self._key, token.encode("utf-8", "replace"), sha256).hexdigest()

    def is_csrf(self, token: str, given: str) -> bool:
        """Whether a form carries what it should."""
        sent = given.encode("utf-8", "replace")
        return hmac.compare_digest(self.csrf(token).encode(), sent)

    def _forget(self, now: float) -> None:
        over = [key for key, each in self._open.items() if _is_over(each, now)]
        for key in over or list(self._open)[: max(0, len(self._open) - MOST + 1)]:
            del self._open[key]


def new_token() -> str:
    """32 random bytes in letters."""
    return secrets.token_urlsafe(32)


def is_token(written: str) -> bool:
    """Whether a cookie may be one of ours: anything else is thrown away."""
    bare = written.replace("-", "").replace("_", "")
    return len(written) == TOKEN and bare.isascii() and bare.isalnum()


def _is_over(session: Session, now: float) -> bool:
    return now - session.used > IDLE or now - session.began > OLDEST


def _digest(token: str) -> str:
    return sha256(token.encode("utf-8", "replace")).hexdigest()
