"""Whom a pronoun stands for: the candidates around it, what speaks for each, and how sure that
makes.

In: a ``Setting``, the spots of all referents, who speaks in which attribution. Out: for every
pronoun a referent with a probability and the reasons that counted most, or none. Candidates are
weighed by a log-linear ranker with "nobody here" among the choices (Denis and Baldridge 2008,
"Specialized models and ranking for coreference resolution"); its reasons are in ``reasons.py``, the
weights in a table, ``antecedent_weights.py``, fitted on GUM and GAP by ``training/antecedents.py``.
Reading goes from first to last, so that a pronoun that is told counts as a mention for the next."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.reader.antecedent_weights import THRESHOLDS, WEIGHTS
from onrecord.reader.clauses import commands, verb
from onrecord.reader.pronouns import Pronoun, agrees
from onrecord.reader.reasons import Candidate, Reason, nobody, reasons
from onrecord.reader.referents import Referent, Spot
from onrecord.reader.setting import NOWHERE, Setting
from onrecord.reader.trail import Trail

WINDOW: Final = {"he": 6, "they": 3, "it": 2}
AHEAD: Final = {"he": 12, "they": 4, "it": 4}  # mentions after the pronoun that are looked at


@dataclass(frozen=True, slots=True)
class Weighed:
    """What came of it: the referent or None, how probable, and the reasons in the order of
    their weight."""

    referent: Referent | None
    spot: Spot | None
    probability: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranker:
    """By sort of pronoun: what each reason weighs, and how probable an answer must be."""

    weights: Mapping[str, Mapping[str, float]]
    thresholds: Mapping[str, float]


SHIPPED: Final = Ranker(WEIGHTS, THRESHOLDS)


class Antecedents:
    """Tells pronouns one after the other; ``speaker`` holds the referent of each attribution's
    source, as far as known."""

    def __init__(
        self,
        setting: Setting,
        spots: Sequence[tuple[Spot, Referent]],
        speaker: dict[int, Referent],
        ranker: Ranker = SHIPPED,
    ) -> None:
        self.setting = setting
        self.ranker = ranker
        self.trail = Trail(setting, spots, speaker)

    def told(self, pronoun: Pronoun) -> Weighed:
        """The referent of a third-person pronoun; one that is sure enough counts as a mention
        from here on."""
        weighed = self.weighed(pronoun, self.candidates(pronoun))
        if weighed.referent is not None:
            self.put(pronoun, weighed.referent)
        return weighed

    def put(self, pronoun: Pronoun, referent: Referent) -> Spot:
        """Count the pronoun as a mention of the referent."""
        return self.trail.put(pronoun, referent)

    def weighed(self, pronoun: Pronoun, candidates: list[Candidate]) -> Weighed:
        table = self.ranker.weights[pronoun.sort]
        rows = self.features(pronoun, candidates)
        scores = [sum(table.get(name, 0.0) * value for name, value in row) for row in rows]
        best = max(range(len(scores)), key=lambda k: scores[k])
        probability = 1 / sum(math.exp(s - scores[best]) for s in scores)
        if best == len(candidates) or probability < self.ranker.thresholds[pronoun.sort]:
            return Weighed(None, None, probability)
        told = sorted(rows[best], key=lambda reason: -table.get(reason[0], 0.0) * reason[1])
        chosen = candidates[best]
        names = tuple(name for name, _ in told[:3])
        return Weighed(chosen.referent, chosen.spot, probability, names)

    def features(self, pronoun: Pronoun, candidates: list[Candidate]) -> list[list[Reason]]:
        """The reasons for each candidate; last those for nobody."""
        return [
            *reasons(self.trail, pronoun, candidates),
            nobody(self.trail, pronoun, candidates),
        ]

    # --- candidates ------------------------------------------------------------------------------

    def candidates(self, pronoun: Pronoun) -> list[Candidate]:
        """Referents that agree, nearest first, each by its last mention; then those just ahead."""
        self.trail.advance(pronoun.at)
        later = dict(self._ahead(pronoun))
        found = {
            key: Candidate(referent, spot, later.pop(key, (referent, None))[1])
            for key, (referent, spot) in self._before(pronoun).items()
        }
        for key, (referent, spot) in later.items():
            if agrees(pronoun, referent) and not self._barred_ahead(pronoun, spot):
                found[key] = Candidate(referent, spot, spot, ahead=True)
        return list(found.values())

    def _before(self, pronoun: Pronoun) -> dict[int, tuple[Referent, Spot]]:
        found: dict[int, tuple[Referent, Spot]] = {}
        quoted = self.setting.quotation[pronoun.at] != NOWHERE
        count = self.setting.sentence if quoted else self.setting.told
        here = count[pronoun.at]
        for spot, referent in reversed(self.trail.seen):
            if here - count[spot.start] > WINDOW[pronoun.sort]:
                break
            if id(referent) in found or not agrees(pronoun, referent):
                continue
            if not self._barred(pronoun, spot, referent):
                found[id(referent)] = (referent, spot)
        return found

    def _ahead(self, pronoun: Pronoun) -> Iterator[tuple[int, tuple[Referent, Spot]]]:
        """ "In her speech, Clinton …": whoever is mentioned later in the sentence, first
        mentions first."""
        at, last = self.trail.at, AHEAD[pronoun.sort]
        found = set()
        for spot, referent in self.trail.waiting[at : at + last]:
            if self.setting.sentence[spot.start] != self.setting.sentence[pronoun.at]:
                return
            if id(referent) not in found:
                found.add(id(referent))
                yield id(referent), (referent, spot)

    def _barred_ahead(self, pronoun: Pronoun, spot: Spot) -> bool:
        """ "He told Roe", "his friend Roe": not Roe, unless he was named before."""
        doc = self.setting.doc
        if spot.form != "name" or spot.low <= pronoun.at < spot.high:
            return True
        return commands(doc[pronoun.at], doc[spot.head])

    def _barred(self, pronoun: Pronoun, spot: Spot, referent: Referent) -> bool:
        """In the words of the mention itself; the other argument of one verb; the speaker of the
        quotation it is in."""
        if spot.low <= pronoun.at < spot.end and not pronoun.reflexive:
            return True
        token, head = self.setting.doc[pronoun.at], self.setting.doc[spot.head]
        arguments = pronoun.reflexive or pronoun.possessive
        if not arguments and verb(token) is not None and verb(token) == verb(head):
            return True
        return self.trail.quoting(pronoun.at) is referent
