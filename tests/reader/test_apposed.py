"""A name at the end of a source says who it is, if nobody else stands before it."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.model import Entity, EntityKind, Mention, passage
from onrecord.reader.apposed import name_at_the_end

KINDS: dict[str, EntityKind] = {
    "Kestria": "country",
    "Ilena Dravec": "person",
    "Orla Dorn": "person",
    "Ostra": "outlet",
}


class Known:
    """A cast that knows the names of ``KINDS`` where they stand in the text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def at(self, start: int, end: int) -> Entity | None:
        name = self.text[start:end]
        if name not in KINDS:
            return None
        return Entity("ent", name, KINDS[name], (), (Mention(start, end, name, "name"),))


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("A student named Wen", "Wen"),
        ("a small group called Free Harbour", "Free Harbour"),
        ("Varnish Ambassador to Kestria Ilena Dravec", "Ilena Dravec"),
        ("An aide to Ilena Dravec", None),
        ("A reporter for Ostra Orla Dorn", None),
        ("the envoy to Kestria", None),
        ("a student who was named first", None),
    ],
)
def test_a_name_after_named_or_after_a_country_is_who_speaks(source: str, name: str | None) -> None:
    cast: Any = Known(source)
    found = name_at_the_end(source, cast, passage(source, 0, len(source)))
    assert (found.text if found else None) == name
