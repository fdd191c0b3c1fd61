"""Whom a pronoun stands for: the candidates before it, what speaks for each, and how sure that
makes.

In: a ``Setting``, the spots of all referents, who speaks in which attribution. Out: for every
pronoun a referent with a probability and the reasons that counted most, or none. Candidates are
weighed by a log-linear ranker with "nobody here" among the choices (Denis and Baldridge 2008,
"Specialized models and ranking for coreference resolution"); its weights are a table,
``antecedent_weights.py``, fitted on GUM and GAP by ``training/antecedents.py``. Reading goes from
first to last, so that a pronoun that is told counts as a mention for the next."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.reader.antecedent_weights import THRESHOLDS, WEIGHTS
from onrecord.reader.pronouns import Pronoun, agrees
from onrecord.reader.referents import Referent, Spot
from onrecord.reader.setting import NOWHERE, Setting

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

WINDOW: Final = {"he": 6, "they": 3, "it": 2}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A referent the pronoun may stand for, by its last mention before the pronoun (or its
    next, looking ahead)."""

    referent: Referent
    spot: Spot
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Weighed:
    """What came of it: the referent or None, how probable, and the reasons in the order of
    their weight."""

    referent: Referent | None
    spot: Spot | None
    probability: float
    reasons: tuple[str, ...] = ()


class Antecedents:
    """Tells pronouns one after the other; ``speaker`` holds the referent of each attribution's
    source, as far as known."""

    def __init__(
        self,
        setting: Setting,
        spots: Sequence[tuple[Spot, Referent]],
        speaker: dict[int, Referent],
        weights: Mapping[str, Mapping[str, float]] = WEIGHTS,
    ) -> None:
        self.setting = setting
        self.weights = weights
        self.speaker = speaker
        self.waiting = sorted(spots, key=lambda pair: pair[0].start)
        self.at = 0
        self.seen: list[tuple[Spot, Referent]] = []
        self.count: dict[int, int] = {}
        self.sources = _source_tokens(setting)
        self.by_source = sorted(
            (a.source[0], k) for k, a in enumerate(setting.attributions) if a.source is not None
        )

    def told(self, pronoun: Pronoun) -> Weighed:
        """The referent of a third-person pronoun; one that is sure enough counts as a mention
        from here on."""
        candidates = self.candidates(pronoun)
        weighed = self._weighed(pronoun, candidates)
        if weighed.referent is not None:
            self.put(pronoun, weighed.referent)
        return weighed

    def put(self, pronoun: Pronoun, referent: Referent) -> Spot:
        """Count the pronoun as a mention of the referent."""
        i = pronoun.at
        spot = Spot(i, i + 1, i, i, i + 1, "pronoun", (i,))
        referent.spots.append(spot)
        referent.sex = referent.sex or (pronoun.sex if referent.human else "")
        self.seen.append((spot, referent))
        self.count[id(referent)] = self.count.get(id(referent), 0) + 1
        for k in self.sources.get(i, ()):
            self.speaker[k] = referent
        return spot

    def _weighed(self, pronoun: Pronoun, candidates: list[Candidate]) -> Weighed:
        table = self.weights[pronoun.sort]
        rows = self.features(pronoun, candidates)
        scores = [sum(table.get(name, 0.0) for name in row) for row in rows]
        scores.append(sum(table.get(name, 0.0) for name in self.nobody(pronoun, candidates)))
        best = max(range(len(scores)), key=lambda k: scores[k])
        probability = 1 / sum(math.exp(s - scores[best]) for s in scores)
        if best == len(candidates) or probability < THRESHOLDS[pronoun.sort]:
            return Weighed(None, None, probability)
        reasons = sorted(rows[best], key=lambda name: -table.get(name, 0.0))
        chosen = candidates[best]
        return Weighed(chosen.referent, chosen.spot, probability, tuple(reasons[:3]))

    # --- candidates ------------------------------------------------------------------------------

    def candidates(self, pronoun: Pronoun) -> list[Candidate]:
        """Referents that agree, nearest first, each by its last mention; then those just ahead."""
        self._advance(pronoun.at)
        found: dict[int, Candidate] = {}
        quoted = self.setting.quotation[pronoun.at] != NOWHERE
        count = self.setting.sentence if quoted else self.setting.told
        here = count[pronoun.at]
        for spot, referent in reversed(self.seen):
            if here - count[spot.start] > WINDOW[pronoun.sort]:
                break
            if id(referent) in found or not agrees(pronoun, referent):
                continue
            if not self._barred(pronoun, spot, referent):
                found[id(referent)] = Candidate(referent, spot)
        for spot, referent in self._ahead(pronoun):
            if id(referent) not in found and agrees(pronoun, referent):
                found[id(referent)] = Candidate(referent, spot, ahead=True)
        return list(found.values())

    def _advance(self, to: int) -> None:
        while self.at < len(self.waiting) and self.waiting[self.at][0].start < to:
            spot, referent = self.waiting[self.at]
            self.seen.append((spot, referent))
            self.count[id(referent)] = self.count.get(id(referent), 0) + 1
            self.at += 1

    def _ahead(self, pronoun: Pronoun) -> Iterator[tuple[Spot, Referent]]:
        """ "In her speech, Clinton …": the subject of the clause that the pronoun's phrase
        stands before."""
        doc = self.setting.doc
        for spot, referent in self.waiting[self.at : self.at + 4]:
            if self.setting.sentence[spot.start] != self.setting.sentence[pronoun.at]:
                return
            head = doc[spot.head]
            if (
                head.dep_.startswith("nsubj")
                and pronoun.at < head.i
                and head.head.is_ancestor(doc[pronoun.at])
            ):
                if spot.low <= pronoun.at < spot.high or doc[pronoun.at].head.i == head.head.i:
                    continue
                yield spot, referent

    def _barred(self, pronoun: Pronoun, spot: Spot, referent: Referent) -> bool:
        """Inside the mention's own phrase; the other argument of one verb; the speaker of the
        quotation it is in."""
        if spot.low <= pronoun.at < spot.high and not pronoun.reflexive:
            return True
        token, head = self.setting.doc[pronoun.at], self.setting.doc[spot.head]
        arguments = pronoun.reflexive or pronoun.possessive
        if not arguments and _verb(token) is not None and _verb(token) == _verb(head):
            return True
        return self._quoting(pronoun.at) is referent

    def _quoting(self, i: int) -> Referent | None:
        """Who speaks the quotation that token i stands in."""
        if self.setting.quotation[i] == NOWHERE or self.setting.content[i] == NOWHERE:
            return None
        return self.speaker.get(self.setting.content[i])

    # --- what speaks for each --------------------------------------------------------------------

    def features(self, pronoun: Pronoun, candidates: list[Candidate]) -> list[list[str]]:
        most = max((self.count.get(id(c.referent), 0) for c in candidates), default=0)
        last_speaker = self._last_speaker(pronoun.at)
        return [
            [
                *self._where(pronoun, c),
                *self._what(pronoun, c, most),
                *self._speech(pronoun, c, last_speaker),
                f"rank {min(k, 3)}",
                *(["only one"] if len(candidates) == 1 else []),
            ]
            for k, c in enumerate(candidates)
        ]

    def nobody(self, pronoun: Pronoun, candidates: list[Candidate]) -> list[str]:
        token = self.setting.doc[pronoun.at]
        named = [
            "nobody",
            f"nobody of {min(len(candidates), 4)}",
            f"nobody as {_part(token)}",
            "nobody in a quotation"
            if self.setting.quotation[pronoun.at] != NOWHERE
            else "nobody outside",
        ]
        return [*named, "nobody speaks"] if pronoun.at in self.sources else named

    def _where(self, pronoun: Pronoun, c: Candidate) -> Iterator[str]:
        if c.ahead:
            yield "ahead"
            return
        s = self.setting
        narrated = s.quotation[pronoun.at] == NOWHERE and s.quotation[c.spot.start] == NOWHERE
        count = s.told if narrated else s.sentence
        distance = count[pronoun.at] - count[c.spot.start]
        part, own = _part(_phrase_head(s.doc, c.spot)), _part(s.doc[pronoun.at])
        yield f"sentences {min(distance, 5)}"
        yield f"paragraphs {min(s.paragraph[pronoun.at] - s.paragraph[c.spot.start], 2)}"
        yield f"{part} {'here' if distance == 0 else 'before'}"
        if part == own:
            yield f"both {part}"
        if distance == 0 and _above(_phrase_head(s.doc, c.spot), s.doc[pronoun.at]):
            yield "subject above"
        if not _earlier_in_sentence(self.seen, c.spot, s):
            yield "first in its sentence"
        if _nested(_phrase_head(s.doc, c.spot)):
            yield "inside another phrase"

    def _what(self, pronoun: Pronoun, c: Candidate, most: int) -> Iterator[str]:
        count = self.count.get(id(c.referent), 0)
        yield f"form {c.spot.form}"
        described = " described" if c.referent.kind and not c.referent.named else ""
        yield f"kind {c.referent.kind}{described}"
        yield f"mentions {'1' if count < 2 else '2' if count < 3 else '3-5' if count < 6 else '6+'}"
        if count == most and count > 1:
            yield "mentioned most"
        if pronoun.sort == "he":
            yield "sex known" if c.referent.sex else "sex unknown"
        if (
            c.referent.spots
            and self.setting.sentence[min(c.referent.spots[0].start, c.spot.start)] == 0
        ):
            yield "in the title"
        if c.referent.plural:
            yield "plural"

    def _speech(self, pronoun: Pronoun, c: Candidate, last: Referent | None) -> Iterator[str]:
        s, i = self.setting, pronoun.at
        speaks = i in self.sources
        if c.referent is last:
            yield "spoke last, speaks again" if speaks else "spoke last"
        if speaks and c.spot.head in self.sources:
            yield "both speak"
        if speaks and c.referent.kind not in (None, "place"):
            yield "speaks"
        if s.content[i] != NOWHERE and self.speaker.get(s.content[i]) is c.referent:
            yield "in own reported words"
        quoted, before = s.quotation[i], s.quotation[c.spot.start]
        if quoted != before:
            yield "only in a quotation" if quoted == NOWHERE else "only outside the quotation"
            if quoted == NOWHERE and not c.referent.named:
                yield "described in a quotation"
        if speaks and c.referent is last and self._closes_quotation(i):
            yield "spoke last, this closes a quotation"

    def _closes_quotation(self, i: int) -> bool:
        """ "…," he said."""
        before = i - 1
        while before > 0 and (
            self.setting.doc[before].is_space or self.setting.doc[before].is_punct
        ):
            before -= 1
        return self.setting.quotation[i] == NOWHERE and self.setting.quotation[before] != NOWHERE

    def _last_speaker(self, i: int) -> Referent | None:
        low, high = 0, len(self.by_source)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.by_source[middle][0] < i else (low, middle)
        return self.speaker.get(self.by_source[low - 1][1]) if low else None


def _source_tokens(setting: Setting) -> dict[int, list[int]]:
    """Token -> the attributions whose source it belongs to."""
    tokens: dict[int, list[int]] = {}
    for k, a in enumerate(setting.attributions):
        for i in range(*a.source) if a.source else ():
            tokens.setdefault(i, []).append(k)
    return tokens


def _phrase_head(doc: Doc, spot: Spot) -> Token:
    """ "White House spokesman John Roe": however the parse has it, the part is the whole's."""
    token = doc[spot.head]
    while (
        token.dep_ in ("appos", "flat", "compound", "nmod:desc")
        and spot.low <= token.head.i < spot.high
    ):
        if token.head.i == token.i:
            break
        token = token.head
    return token


def _part(token: Token) -> str:
    """The part a mention plays in its clause."""
    dep = token.dep_
    if dep in ("flat", "compound", "conj") and token.head.i != token.i:
        return _part(token.head) if dep != "compound" else "modifier"
    if dep.startswith("nsubj"):
        return "subject"
    if dep in ("obj", "iobj"):
        return "object"
    return {
        "nmod:poss": "possessor",
        "appos": "apposition",
        "nmod": "modifier",
        "ROOT": "root",
    }.get(dep, "oblique")


def _verb(token: Token) -> int | None:
    """The verb a mention is an argument of."""
    if token.dep_ in ("nsubj", "nsubj:pass", "obj", "iobj", "obl"):
        return int(token.head.i)
    return None


def _above(candidate: Token, pronoun: Token) -> bool:
    """ "Trump said he …", "Trump took his …": the candidate is the subject of a clause the
    pronoun stands in."""
    if not candidate.dep_.startswith("nsubj"):
        return False
    verb = candidate.head
    return any(a.i == verb.i for a in pronoun.ancestors)


def _nested(token: Token) -> bool:
    return token.dep_ in ("nmod", "compound", "nmod:poss", "amod")


def _earlier_in_sentence(seen: list[tuple[Spot, Referent]], spot: Spot, setting: Setting) -> bool:
    at = len(seen) - 1
    while at >= 0 and seen[at][0] is not spot:
        at -= 1
    if at <= 0:
        return False
    return setting.sentence[seen[at - 1][0].start] == setting.sentence[spot.start]
