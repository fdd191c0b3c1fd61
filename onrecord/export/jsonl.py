"""JSON Lines: one object a line, UTF-8, keys as in SCHEMA.md; a reading is one line
(``onrecord.exchange.line``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from onrecord.export.entries import Entry, Value, entries
from onrecord.phrases.letters import escaped


def line(entry: Entry) -> str:
    """The object as one line, without the line end, with nothing in it that a terminal would act
    on.
    """
    return escaped(json.dumps(entry, ensure_ascii=False, separators=(",", ":")))


def write(values: Iterable[Value], stream: TextIO, kind: type) -> None:
    """Write a line for each value (for each input of a run); ``kind`` changes nothing here."""
    for value in values:
        for entry in entries(value):
            stream.write(line(entry) + "\n")
