"""Features into a judgement: each gives a score and a reason, the table says what it counts.

The sum of weight × score is a logit (a log-linear model, as Fellegi and Sunter's 1969 weights of
record linkage); its share is the probability that two forms are the same.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.across import Judgement
from onrecord.linker.form import Comparison


class Feature(NamedTuple):
    """What speaks for two forms being the same (or, by its weight, against it): how strongly,
    from 0 to 1, and in words.
    """

    name: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Table:
    """What each feature counts, what is believed before any, and from where a share is a yes or a
    no.
    """

    weights: Mapping[str, float]
    prior: float
    same: float = 0.9
    different: float = 0.1


def decided(features: Iterable[Feature], table: Table) -> Comparison:
    """The judgement of a table. A feature without a weight raises KeyError."""
    given = list(features)
    parts = sorted(
        ((table.weights[f.name] * f.score, f.reason) for f in given), key=lambda p: -abs(p[0])
    )
    share = 1 / (1 + math.exp(-max(min(table.prior + sum(w for w, _ in parts), 30.0), -30.0)))
    judgement: Judgement = "same" if share >= table.same else "unsure"
    if share <= table.different:
        judgement = "different"
    return Comparison(judgement, round(share, 4), tuple(reason for _, reason in parts))
