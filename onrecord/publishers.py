"""What publishers print and whom they rely on: how much of it is unnamed, passed on, or copied."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Publisher:
    """What one publisher has on the record; ``publisher`` is None for all articles of which nobody
    says who printed them, which may be of several.

    Of its ``statements``, ``unnamed`` come from people who are not named, for ``nobody`` no source
    is named at all, ``relayed`` were passed on by somebody, and ``secondhand`` by another publisher
    or an agency, as the statement itself says. Of its ``articles``, ``crediting`` credit an agency,
    if only below a photograph, and ``copies`` print a story of somebody else again.
    """

    publisher: str | None
    articles: int
    statements: int
    unnamed: int = 0
    nobody: int = 0
    relayed: int = 0
    secondhand: int = 0
    crediting: int = 0
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Relaying:
    """How many statements a publisher prints that, as they say, somebody else passed on.

    ``relay`` is None for all those who are not named, or whom nothing on the record tells; and
    ``entity`` the id under which one that is linked across articles is found.
    """

    publisher: str | None
    relay: str | None
    entity: str | None
    statements: int
    articles: int


@dataclass(frozen=True, slots=True)
class Crediting:
    """In how many articles of a publisher an agency is credited: in a dateline, on a line of
    credits, or below a photograph. It says nothing of whose the statements are.
    """

    publisher: str | None
    agency: str
    entity: str | None
    articles: int
