"""Who reads the record, and whether they may change it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class User:
    """Somebody at the door or in the room; their name stands under whatever they change."""

    name: str
    may_review: bool = False


NOBODY = User("")
