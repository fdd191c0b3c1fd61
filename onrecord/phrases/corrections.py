"""Plain words for what people say of entries."""

from __future__ import annotations

from onrecord.corrections import Correcting, Correction, Sourced

SAID: dict[Correcting, str] = {
    "confirm": "confirmed",
    "reject": "rejected",
    "source": "source corrected",
}
NO_LONGER = "no longer in the reading"


def changed(correction: Correction) -> str:
    """What it changed: ``source corrected: Ann Doe → Ben Roe``, ``rejected: not a statement``."""
    said = SAID[correction.kind]
    if correction.kind == "reject":
        return f"{said}: not {'an' if correction.of == 'event' else 'a'} {correction.of}"
    return f"{said}: {before_and_after(correction)}" if correction.kind == "source" else said


def reviewed(kind: Correcting, by: str, at: str, before: Sourced | None) -> str:
    """Who said what of an entry, and when: ``confirmed by Ada on 2026-11-21``, ``source corrected
    by Ada on 2026-11-21: was Ben Roe``.
    """
    was = f": was {before.teller}" if kind == "source" and before else ""
    return f"{SAID[kind]} by {by} on {at[:10]}{was}"


def before_and_after(correction: Correction) -> str:
    """Whom a statement was put down to, and whom it is now; nothing where that did not change."""
    if correction.before is None or correction.after is None:
        return ""
    return f"{correction.before.teller} → {correction.after.teller}"


def undone(correction: Correction) -> str:
    """Who undid it and why; nothing while it stands."""
    if not correction.withdrawn_at:
        return ""
    by = f" by {correction.withdrawn_by}" if correction.withdrawn_by else ""
    why = f": {correction.withdrawn_why}" if correction.withdrawn_why else ""
    return f"undone{by}{why}"
