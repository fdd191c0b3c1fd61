"""What publishers print and whom they rely on: how much of it is unnamed, passed on, or copied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

How = Literal["cited", "credited"]


@dataclass(frozen=True, slots=True)
class Publisher:
    """What one publisher has on the record; ``publisher`` is None where nobody says who printed it.

    Of its ``statements``, ``unnamed`` come from people who are not named, for ``nobody`` no source
    is named at all, ``relayed`` were passed on by somebody, and ``secondhand`` come through another
    publisher or an agency. ``copies`` are articles that print a story of somebody else again.
    """

    publisher: str | None
    articles: int
    statements: int
    unnamed: int = 0
    nobody: int = 0
    relayed: int = 0
    secondhand: int = 0
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Relaying:
    """How many statements a publisher prints that somebody else passed on.

    ``how``: "cited" where the statement says so ("told Reuters"), "credited" where the article
    names the agency that it is from, so that all statements of the article are.
    """

    publisher: str | None
    relay: str
    how: How
    statements: int
    articles: int
