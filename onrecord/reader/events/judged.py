"""Statuses under one another: what "did not rule out an attack" makes of the attack.

A governing word has an effect (``status_words``) and a status of its own; ``under`` and ``within``
say what follows for what it governs, so that any depth of words comes down to one status.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from onrecord.model import Status
from onrecord.reader.cues import table
from onrecord.reader.events.status_words import Effect

REAL: Final = table("happened ongoing")
UNREAL: Final = table("did_not_happen denied")
DENIED: Final[dict[Effect, Status]] = {
    "planned": "did_not_happen",  # "has no plans to strike"
    "possible": "did_not_happen",  # "there was no threat of a strike"
    "called_for": "possible",  # "did not call for a strike"
    "did_not_happen": "possible",  # "did not rule out a strike"
    "denied": "possible",  # "did not deny the strike"
}
HOPED: Final[dict[Effect, Status]] = {
    "planned": "planned",  # "will schedule a vote"
    "called_for": "called_for",  # "will call for a vote"
    "did_not_happen": "possible",  # "may cancel the vote"
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A status and the words that show it; no reason where none do.

    Where the words are not ``sure`` to mean it ("to"), the network has a say. What is ``hearsay``
    ("allegations of torture") is possible, unless somebody is named who says it.
    """

    status: Status
    reason: str = ""
    sure: bool = True
    hearsay: bool = False

    @property
    def real(self) -> bool:
        return self.status in REAL


def under(effect: Effect, governor: Judged, reason: str) -> Judged:
    """What a word with this effect and status makes of the happening it governs."""
    if effect == "as_is":
        return replace(governor, reason=governor.reason or reason)
    if effect == "happened":
        return Judged("happened", reason)
    if effect == "supposed":
        return Judged("possible", reason)
    if effect == "hearsay":
        return _hearsay(governor, reason)
    if effect == "ended":
        return Judged("happened" if governor.real else "ongoing", reason)
    if effect == "ongoing":
        return Judged("happened" if governor.status in UNREAL else "ongoing", reason)
    if governor.real:
        return Judged(effect, reason)
    if governor.status in UNREAL:
        return Judged(DENIED[effect], f"{reason}, and {governor.reason}")
    found = HOPED.get(effect, "possible")
    if found == "planned" and governor.status != "planned":
        found = "possible"
    return Judged(found, f"{reason}, and {governor.reason}")


def _hearsay(governor: Judged, reason: str) -> Judged:
    """ "Rejected accusations of shelling", "reports of shelling"."""
    if governor.status in UNREAL:
        return Judged("denied" if governor.status == "denied" else "possible", governor.reason)
    return Judged("possible", reason, hearsay=True)


def within(effect: Effect, governor: Judged, own: Judged, reason: str) -> Judged:
    """What such a word makes of a clause with a tense of its own: "denied that it fired"."""
    if effect == "called_for":
        return Judged("called_for", reason)  # "demanded that it withdraw"
    if not own.real:
        return Judged("denied", reason) if effect == "denied" and governor.real else own
    if effect in ("as_is", "happened", "ongoing", "ended"):
        return own if governor.real else under("as_is", governor, reason)
    if effect == "possible" and governor.status in UNREAL:
        return Judged("possible", reason)  # "refrain from speculating that it was hit"
    return under(effect, governor, reason)
