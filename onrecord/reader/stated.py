"""Which statements hold a place of the text in their content.

It is asked for every event, and an article may hold thousands of both: each statement stands on the
shelves of the characters that its content covers, and only those on one shelf are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model import Statement

SHELF = 200  # characters


class Stated:
    """The statements of an article by where their contents stand."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._shelves: dict[int, list[Statement]] = {}
        for statement in statements:
            pieces = (range(p.start // SHELF, p.end // SHELF + 1) for p in statement.content)
            for shelf in {shelf for piece in pieces for shelf in piece}:
                self._shelves.setdefault(shelf, []).append(statement)

    def at(self, place: int) -> list[Statement]:
        """Those that may hold the character there: all that do, and few that do not."""
        return self._shelves.get(place // SHELF, [])
