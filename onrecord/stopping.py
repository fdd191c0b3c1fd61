"""Whether long work is to be given up: who starts it says how to find out, who does it looks.

``unless(stop)`` stands around the work; ``check()`` stands in the middle of it, where it can be
left without harm, and ends it with ``GivenUp`` once ``stop()`` is true. Nothing has to be handed
down through what lies between. Where nobody said anything, nothing is ever given up. A thread that
does part of the work is given the answer with ``contextvars.copy_context``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class GivenUp(BaseException):
    """The work was given up; no error, so that nobody on the way takes it for a bad article."""


def _never() -> bool:
    return False


_STOP: ContextVar[Callable[[], bool]] = ContextVar("stop", default=_never)


@contextmanager
def unless(stop: Callable[[], bool]) -> Iterator[None]:
    """What is done inside is given up once ``stop()`` is true."""
    before = _STOP.set(stop)
    try:
        yield
    finally:
        _STOP.reset(before)


def check() -> None:
    """Raise GivenUp if what is being done is to be given up."""
    if _STOP.get()():
        raise GivenUp
