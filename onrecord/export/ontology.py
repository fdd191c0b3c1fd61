"""What PLOVER 0.8 says of each type of event, as data: the quarter of verbal or material,
cooperation or conflict that it belongs to, and its place on a scale from -10 (conflict) to 10.

From the codebook of the Open Event Data Alliance (github.com/openeventdata/PLOVER, 2021). It gives
SANCTION as verbal in one table and as material in another and in the section on SANCTION itself;
two of three stand. Its scale has no REQUEST (it is of the time when the type was called DEMAND and
was narrower), so REQUEST has none here.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Status


@dataclass(frozen=True, slots=True)
class Type:
    """A type of event: its quad category, as a number and in words, and its score."""

    quad: int
    quad_name: str
    score: float | None


_QUADS = {
    1: "VERBAL COOPERATION",
    2: "MATERIAL COOPERATION",
    3: "VERBAL CONFLICT",
    4: "MATERIAL CONFLICT",
}
# type, quad category, score
_TABLE = """
AGREE      1  4.2
CONSULT    1  2.1
SUPPORT    1  4.6
CONCEDE    1  5.0
COOPERATE  2  6.8
AID        2  7.4
RETREAT    2  7.6
REQUEST    3  -
ACCUSE     3 -2.0
REJECT     3 -4.2
THREATEN   3 -5.1
PROTEST    4 -6.6
SANCTION   4 -5.2
MOBILIZE   4 -5.3
COERCE     4 -7.2
ASSAULT    4 -9.3
"""


def _type(quad: str, score: str) -> Type:
    return Type(int(quad), _QUADS[int(quad)], None if score == "-" else float(score))


TYPES = {
    name: _type(quad, score)
    for name, quad, score in (line.split() for line in _TABLE.strip().splitlines())
}

# PLOVER's special contexts, and the status that says the same. It has no word for what somebody
# calls for, for what is denied (which is not the same as untrue), or for what is still going on.
CONTEXTS: dict[Status, str] = {
    "planned": "future",
    "possible": "hypothetical",
    "did_not_happen": "negation",
}


def contexts(status: Status) -> list[str]:
    """The contexts that a status gives an event: one or none."""
    return [CONTEXTS[status]] if status in CONTEXTS else []
