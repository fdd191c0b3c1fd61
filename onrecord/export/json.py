"""JSON: all values as one array, an object a line, so that it is one document and yet can be read
line by line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from onrecord.export.entries import Value, entries
from onrecord.export.jsonl import line
from onrecord.phrases.letters import escaped


def write(values: Iterable[Value], stream: TextIO, kind: type) -> None:
    """Write the values as one array; ``kind`` changes nothing here."""
    before = "[\n"
    for value in values:
        for entry in entries(value):
            stream.write(before + line(entry))
            before = ",\n"
    stream.write("[]\n" if before == "[\n" else "\n]\n")


def write_one(value: Value, stream: TextIO) -> None:
    """Write one value as an indented object for people to read."""
    for entry in entries(value):
        stream.write(escaped(json.dumps(entry, ensure_ascii=False, indent=2)) + "\n")
