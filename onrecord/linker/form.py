"""What is compared: forms, and what comparing two of them says.

A form holds everything that a comparison looks at, and nothing else. Entries of many articles that
are alike in all of it share one form, so that a name that stands in every article is compared once;
and since a judgement depends on two forms alone, it is the same in whatever order articles come.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from onrecord.across import Judgement, Linkable
from onrecord.model import Reading, identify


@dataclass(frozen=True)
class Form:
    """``about`` is ready for JSON and is all that is compared; forms that share one of ``keys``
    are worth comparing; ``parts`` are the ids of forms that must not be judged different (the
    speakers of two statements).
    """

    kind: Linkable
    about: Mapping[str, Any]
    keys: tuple[str, ...]
    parts: tuple[str, ...] = ()
    id: str = field(init=False)

    def __post_init__(self) -> None:
        canonical = json.dumps(self.about, sort_keys=True, ensure_ascii=False)
        object.__setattr__(self, "id", identify("form", self.kind, canonical))

    @property
    def number(self) -> int:
        """The id as a signed number of 64 bits, in the same order."""
        return numbered(self.id)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Form) and other.id == self.id

    def __hash__(self) -> int:
        return hash(self.id)


# What forms tell since a later version, and what stands for it in those that lack it.
LATER: Mapping[Linkable, Mapping[str, Any]] = {
    "event": {"people": []},
    "figure": {"another": False, "listed": False, "spot": ""},
}


def kept(kind: Linkable, about: Mapping[str, Any], parts: tuple[str, ...]) -> Form:
    """A form as a record keeps it, perhaps since an older version."""
    return Form(kind, {**LATER.get(kind, {}), **about}, (), parts)


def numbered(id: str) -> int:
    """An id's hash as a signed number of 64 bits, in the same order."""
    return int(id.rpartition("_")[2], 16) - 2**63


class Found(NamedTuple):
    """An entry of a reading, by its id, and the form it has."""

    entry: str
    form: Form


class Comparison(NamedTuple):
    """How likely two forms are the same (0 to 1), what follows, and why, strongest reason first."""

    judgement: Judgement
    score: float
    reasons: tuple[str, ...]


class Kind(Protocol):
    """What can be linked; one module of the linker each."""

    def found(self, reading: Reading) -> Iterator[Found]:
        """The entries of a reading that may be linked. Unnamed sources are not among them."""
        ...

    def compared(self, left: Form, right: Form) -> Comparison | None:
        """The same for (left, right) and (right, left); None where nothing is worth a row."""
        ...
