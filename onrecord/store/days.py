"""The first and the last day a date may mean, as ISO days that a database can compare.

"2024-03" lies between 2024-03-01 and 2024-03-31. An open end is the end of time; a date that the
calendar cannot bound ("XXXX-XX-07") has no days.
"""

from __future__ import annotations

from onrecord.calendar import bounds

Days = tuple[str, str]

FIRST_OF_ALL, LAST_OF_ALL = "0000-01-01", "9999-12-31"


def days(edtf: str | None) -> Days | None:
    """First and last day, both included; None where nothing bounds the date."""
    first, last = bounds(edtf)
    if first is None and last is None:
        return None
    return (first.isoformat() if first else FIRST_OF_ALL, last.isoformat() if last else LAST_OF_ALL)
