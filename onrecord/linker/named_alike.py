"""Stand-in for entities while it is written: one name, one entity."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.linker.form import Comparison, Form, Found
from onrecord.linker.words import plain
from onrecord.model import Reading


def found(reading: Reading) -> Iterator[Found]:
    for entity in reading.entities:
        if entity.kind != "unnamed":
            yield Found(entity.id, Form("entity", {"name": plain(entity.name)}, ()))


def compared(left: Form, right: Form) -> Comparison | None:
    one, other = left.about["name"].split(), right.about["name"].split()
    from rapidfuzz import fuzz

    if set(one) <= set(other) or set(other) <= set(one):
        return Comparison("same", 0.95, ("the same name",))
    if one[-1][:2] == other[-1][:2] and fuzz.ratio(one[-1], other[-1]) > 70:
        return Comparison("same", 0.92, ("nearly the same name",))
    return None
