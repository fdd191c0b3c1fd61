"""What an article has mentioned up to a point, as a pronoun standing there finds it.

In: a ``Setting``, all mentions with their referents, who speaks in which attribution. Out: a
``Trail`` that is walked from the first word to the last: who was mentioned, how often, who was last
called "he", who spoke last."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence

from onrecord.reader.clauses import part, phrase_head
from onrecord.reader.pronouns import Pronoun
from onrecord.reader.referents import Referent, Spot
from onrecord.reader.setting import NOWHERE, Setting


class Trail:
    """``seen`` are the mentions before the word that ``advance`` went to; ``waiting[at:]`` those
    after it."""

    def __init__(
        self,
        setting: Setting,
        spots: Sequence[tuple[Spot, Referent]],
        speaker: dict[int, Referent],
    ) -> None:
        self.setting = setting
        self.speaker = speaker
        self.waiting = sorted(spots, key=lambda pair: pair[0].start)
        self.at = 0
        self.seen: list[tuple[Spot, Referent]] = []
        self.openers: set[int] = set()  # starts of the mentions that are first in their sentence
        self.own: dict[int, list[Spot]] = {}
        self.subject: Counter[int] = Counter()  # how often a referent was a subject
        self.ordered: dict[int, list[Spot]] = {}  # of a referent, its spots by where they start
        self.last: dict[str, tuple[int, Referent]] = {}  # sex -> the last pronoun and its referent
        self.sources = source_tokens(setting)
        self.by_source = sorted(
            (a.source[0], k) for k, a in enumerate(setting.attributions) if a.source is not None
        )

    def advance(self, to: int) -> None:
        while self.at < len(self.waiting) and self.waiting[self.at][0].start < to:
            self._add(*self.waiting[self.at])
            self.at += 1

    def put(self, pronoun: Pronoun, referent: Referent) -> Spot:
        """Count the pronoun as a mention of the referent."""
        i = pronoun.at
        spot = Spot(i, i + 1, i, i, i + 1, "pronoun", (i,))
        referent.spots.append(spot)
        if pronoun.sort == "he" and not referent.human:
            referent.kind = "person"  # a surname the network took for a place: "Terrell … her"
        if pronoun.sex:
            referent.called[pronoun.sex] += 1
        self.last[pronoun.sex or pronoun.sort] = (i, referent)
        self._add(spot, referent)
        for k in self.sources.get(i, ()):
            self.speaker[k] = referent
        return spot

    def _add(self, spot: Spot, referent: Referent) -> None:
        sentence = self.setting.sentence
        if not self.seen or sentence[self.seen[-1][0].start] != sentence[spot.start]:
            self.openers.add(spot.start)
        self.seen.append((spot, referent))
        self.own.setdefault(id(referent), []).append(spot)
        if part(phrase_head(self.setting.doc, spot)) == "subject":
            self.subject[id(referent)] += 1

    def near(self, referent: Referent, first: int, last: int) -> list[Spot]:
        """The spots of a referent that start at tokens [first, last), those to come among them."""
        ordered = self.ordered.setdefault(id(referent), [])
        for spot in referent.spots[len(ordered) :]:  # spots are only ever added
            insort(ordered, spot, key=_start)
        low = bisect_left(ordered, first, key=_start)
        return ordered[low : bisect_left(ordered, last, low, key=_start)]

    def count(self, referent: Referent) -> int:
        return len(self.own.get(id(referent), ()))

    def quoting(self, i: int) -> Referent | None:
        """Who speaks the quotation that token i stands in."""
        if self.setting.quotation[i] == NOWHERE or self.setting.content[i] == NOWHERE:
            return None
        return self.speaker.get(self.setting.content[i])

    def last_speaker(self, i: int) -> Referent | None:
        before = bisect_left(self.by_source, (i, -1))
        return self.speaker.get(self.by_source[before - 1][1]) if before else None


def _start(spot: Spot) -> int:
    return spot.start


def source_tokens(setting: Setting) -> dict[int, list[int]]:
    """Token -> the attributions whose source it belongs to."""
    tokens: dict[int, list[int]] = {}
    for k, a in enumerate(setting.attributions):
        for i in range(*a.source) if a.source else ():
            tokens.setdefault(i, []).append(k)
    return tokens
