"""What two accounts of one event cannot both have right: whether it happened, who did it, when.

In: two events on the record that links join. Out: whether they contradict each other. What one
account says more exactly, or what came to pass between the two, is no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Final

from onrecord.linker.circumstances import stems
from onrecord.linker.days import apart, exact, window
from onrecord.linker.sources import words
from onrecord.model import Happened, Party

_TRUE: Final = frozenset(("happened", "ongoing"))
_FALSE: Final = frozenset(("denied", "did_not_happen"))
_DEEDS: Final = frozenset("ASSAULT COERCE MOBILIZE SANCTION PROTEST".split())
_FAR: Final = 3  # days: further apart two accounts are rather of two events


def statuses_differ(left: Happened, right: Happened) -> bool:
    """It happened, or it did not. Planned and then happened is a development."""
    both = left.event.status, right.event.status
    return any(a in _TRUE and b in _FALSE for a, b in (both, both[::-1]))


def actors_differ(left: Happened, right: Happened) -> bool:
    """Others are named as having done it, and neither can be a part of the other's."""
    if left.event.action not in _DEEDS or not _asserted(left, right):
        return False
    mine, theirs = _named(left.event.actors), _named(right.event.actors)
    if not mine or not theirs:
        return False
    return not any(_nested(a, b) for a, b in product(mine, theirs))


def days_differ(left: Happened, right: Happened) -> bool:
    """Other days, both given exactly and for what happened."""
    if not _asserted(left, right):
        return False
    a, b = window(left.event.when.edtf), window(right.event.when.edtf)
    gap = apart(a, b) if exact(a) and exact(b) else None
    return gap is not None and 1 <= gap <= _FAR


def _asserted(left: Happened, right: Happened) -> bool:
    return left.event.status in _TRUE and right.event.status in _TRUE


def _named(parties: Iterable[Party]) -> list[frozenset[str]]:
    """The words of bodies and countries among the parties: a person may act for any of them, and
    "gunmen" may be anyone's.
    """
    return [frozenset(stems(p.who)) | words(p.who) for p in parties if _body(p.who)]


def _body(name: str) -> bool:
    """Whether it may be a body or a country and no person: one name, or with a word for a body."""
    proper = [w for w in name.split() if w[:1].isupper() and w not in ("The", "U.S.")]
    return bool(proper) and (len(proper) == 1 or bool(words(name) - set(stems(name))))


def _nested(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left & right)
