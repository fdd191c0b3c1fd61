"""A trigger: the words that show a happening, what kind it is, and how its parties hang on it.

The sixteen actions and their modes are those of PLOVER 0.8 (Halterman and others 2023, "PLOVER and
POLECAT"); ``plover.MODES`` is the whole vocabulary, and nothing else goes on the record. Where the
manual and the data made with it differ, the data's names are taken: ``seize`` for property and
hostages, ``aerial``, ``drone`` and ``crowd-control`` for violence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model import Status
from onrecord.reader.labels import TokenSpan

Takes = Literal[
    "agent",  # "Varn shelled Ishel": who governs acts, on an object or a phrase with ``onto``
    "patient",  # "twelve people died", "families fled": who governs suffers; nobody need act
    "mutual",  # "the two sides met", "talks between Varn and Ishel": all of them act
]


@dataclass(frozen=True, slots=True)
class Trigger:
    """The token that names a happening (``at``) and the contiguous words that show it (``span``).

    ``carrier`` is the verb that carries a noun ("held talks", "launched an attack", "cancelled the
    visit"): its subject is the noun's actor. ``onto`` are the prepositions that bring the recipient
    ("attack on", "called on"). ``status`` is set where the words themselves decide it, else it is
    found around them.
    """

    at: int
    span: TokenSpan
    action: str
    mode: str | None
    takes: Takes = "agent"
    onto: frozenset[str] = frozenset()
    carrier: int | None = None
    status: Status | None = None
