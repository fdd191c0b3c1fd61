"""Names of people in credits: what a byline lists, without agencies, roles and places."""

from __future__ import annotations

import re

from onrecord.calendar.words import MONTHS, WEEKDAYS
from onrecord.ingest.agencies import agency

_UPPER = "A-ZÀ-ÖØ-Þ\u0100-\u017f"
_PARTICLE = "(?:al|bin|da|de|del|den|der|di|dos|du|el|ibn|la|le|ten|ter|van|von|y)"
_WORD = rf"(?:[{_UPPER}][\w'’.-]{{0,24}}|{_PARTICLE}(?![\w]))"
PERSON = rf"[{_UPPER}][\w'’.-]{{0,24}}(?:[ \t\u00a0]{{1,2}}{_WORD}){{1,4}}"
_PERSON = re.compile(PERSON)
_BETWEEN = re.compile(r"[ \t\u00a0]*(?:,|;|&|\||/|•|·|\band\b|\bwith\b)[ \t\u00a0]*")
_TAIL = re.compile(
    r"\s(?:in|at|for|from|of|on|contributed|reported|reporting)\s.*$|\s?[(\[@|].*$", re.S
)

# Theresa May, April Glaspie and Jan Egeland are people: only the months nobody is called after.
_DATE_WORDS = frozenset(WEEKDAYS) | {m for m in MONTHS if len(m) > 6} | {"october"}

# A piece of a byline with one of these is an office or a role, no person.
NOT_PEOPLE: frozenset[str] = frozenset(
    [
        "agencies", "agency", "associated", "bureau", "chief", "columnist", "contributor",
        "correspondent", "daily", "desk", "editor", "editorial", "guest", "journalist", "magazine",
        "newswire", "media", "news", "newsroom", "newspaper", "online", "photographer", "post",
        "producer", "reporter", "service", "services", "special", "staff", "team", "times",
        "tribune", "university", "web", "wire", "wires", "writer", "writers", "chronicle",
        "gazette", "press",
        "herald", "journal", "observer", "network", "radio", "television", "tv", "the", "our",
        "updated", "published", "posted", "today", "minister", "ministry", "committee", "council",
    ]
)  # fmt: skip


def people(listed: str) -> tuple[str, ...]:
    """The persons a credit lists, each once: "JANE DOE and Li Wei, Reuters" → Jane Doe, Li Wei."""
    pieces = (_TAIL.sub("", piece).strip(" \t.:–—-\u00a0") for piece in _BETWEEN.split(listed))
    return tuple(dict.fromkeys(_cased(p) for p in pieces if is_person(p)))


def bylined(listed: str) -> tuple[str, ...]:
    """The same for a metadata value, which may be a whole byline: "By Jane Doe"."""
    return people(re.sub(r"^\s*[Bb][Yy]:?\s+", "", listed))


def is_person(piece: str) -> bool:
    """Whether the words are shaped like a name: two to five, capitalised, no office, no date."""
    if not _PERSON.fullmatch(piece) or agency(piece):
        return False
    words = {w.strip(".").lower() for w in piece.split()}
    return not words & NOT_PEOPLE and not words & _DATE_WORDS


def _cased(name: str) -> str:
    """A byline in capitals as a name: JANE McDOE stays what it is, JANE DOE becomes Jane Doe."""
    words = name.split()
    if not name.isupper():
        return " ".join(words)
    return " ".join(w if len(w) < 3 and "." in w else w.title() for w in words)
