"""The time at which things happen to the record."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """The time, in the form every table keeps it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
