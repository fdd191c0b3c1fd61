"""One article's numbers in, its figures out: value, what is counted, what was done to it, whose.

The steps, each its own module: numbers with their units (``units``), those that count something
(``kept_out``), the words that qualify them (``qualifiers``), what is counted (``counted``), the
measure (``measured``), according to whom (``according``). Here they meet, sentence by sentence,
since one figure lends the next what it leaves unsaid ("killed 12 people and wounded 30").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.calendar import expressions
from onrecord.model import Article, Attribution, Figure, Passage, identify, passage
from onrecord.reader.figures import kept_out, measures, qualifiers
from onrecord.reader.figures.according import Sources
from onrecord.reader.figures.counted import (
    NOTHING,
    Thing,
    are_people,
    numbered,
    phrase_of,
    reported_bare,
    speaks_of_total,
    subject_of_change,
    thing,
    total_of,
)
from onrecord.reader.figures.measured import Clause, of_total
from onrecord.reader.figures.places import place
from onrecord.reader.figures.qualifiers import Qualifier
from onrecord.reader.figures.units import Quantity, quantities
from onrecord.reader.figures.votes import tally
from onrecord.reader.figures.wanted import Candidate, wanted
from onrecord.reader.labels import TokenSpan
from onrecord.reader.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
SILENT = ("credit", "bio", "boilerplate")  # parts of an article that report nothing
CASUALTIES = (
    "killed wounded casualties missing infected hospitalized detained taken held released rescued"
    " displaced"
).split()
_PLACED = frozenset("in at by from near".split())
FAR = 14  # tokens between two numbers of one list
INCLUDING = frozenset("including among whom them included".split())


def figures(scene: Scene) -> tuple[Figure, ...]:
    """All figures of the article, in the order of their words."""
    return tuple(_Reading(scene).figures())


class _Reading:
    """All that every figure of one article is built from."""

    def __init__(self, scene: Scene) -> None:
        self.doc: Doc = scene.doc
        self.article, self.grammar, self.times = scene.article, scene.grammar, scene.times
        self.cast, statements = scene.cast, scene.statements
        self.text = self.article.text
        self.sources = Sources(scene.labelled, self.grammar, self.cast, statements)
        self.statements = statements
        self.said = {s.id: s.said.edtf for s in statements}
        self.starts = [t.idx for t in scene.doc]
        self.silent = _silent(self.text, self.article)
        self.last_told: Attribution | None = None
        self.last_end = 0

    def figures(self) -> list[Figure]:
        made: list[Figure] = []
        before: Candidate | None = None
        for quantity in quantities(self.text):
            if made and quantity.start < made[-1].passage.end and before and before.vote:
                continue  # the second number of a tally
            candidate = self._candidate(quantity, before)
            if candidate is not None:
                made.append(self._figure(candidate))
                before = candidate
        return made

    # --- is it one -------------------------------------------------------------------------------

    def _candidate(self, quantity: Quantity, before: Candidate | None) -> Candidate | None:
        if not self.starts or self._is_silent(quantity):
            return None
        ahead = qualifiers.before(self.text, quantity.start)
        start = ahead.start if ahead else quantity.start
        tokens = self._tokens(quantity.start, quantity.end)
        if quantity.number.form == "pair" or quantity.number.form == "digits":
            voted = tally(self.text, self.grammar, quantity, tokens)
            if voted is not None:
                return Candidate(quantity, tokens, NOTHING, None, "vote", voted, None)
        if kept_out.reason(self.text, quantity, start):
            return None
        if ahead and (_spans(ahead, quantity, self.text) or self._is_particle(ahead)):
            ahead = None
        behind = None if ahead else self._behind(quantity)
        candidate = self._counted(quantity, tokens, ahead or behind, before)
        return candidate if wanted(self.grammar, self.text, candidate, self.statements) else None

    def _is_particle(self, qualifier: Qualifier) -> bool:
        """ "handed over millions": the word belongs to the verb."""
        first = self._tokens(qualifier.start, qualifier.end)[0]
        alone = qualifier.words in ("over", "around", "about")
        return alone and self.grammar.dep[first] == "compound:prt"

    def _behind(self, quantity: Quantity) -> Qualifier | None:
        """ "30 or more", "18+ years", "90 minutes or so"."""
        found = qualifiers.after(self.text, quantity.end)
        return found or qualifiers.after(self.text, quantity.number.end)

    def _is_silent(self, quantity: Quantity) -> bool:
        index = bisect_right(self.silent, (quantity.number.start, len(self.text) + 1)) - 1
        for low, high in self.silent[max(0, index - 1) : index + 2]:
            if low < quantity.number.end and quantity.number.start < high:
                return True
        return False

    def _tokens(self, start: int, end: int) -> TokenSpan:
        first = max(0, bisect_right(self.starts, start) - 1)
        return first, max(first + 1, bisect_right(self.starts, end - 1))

    # --- what it counts --------------------------------------------------------------------------

    def _counted(
        self,
        quantity: Quantity,
        tokens: TokenSpan,
        qualifier: Qualifier | None,
        before: Candidate | None,
    ) -> Candidate:
        grammar = self.grammar
        after = tokens[1]
        if qualifier and qualifier.start >= quantity.end:
            after = self._tokens(qualifier.start, qualifier.end)[1]
        after = max(after, tokens[1])
        counted = thing(grammar, tokens[0], after, quantity)
        if qualifier is None and counted.span and counted.span[0] <= after:
            qualifier = qualifiers.after(self.text, self._passage(counted.span).end)
        people = are_people(grammar, counted)
        measure = quantity.measure
        if quantity.number.form in ("fraction", "ratio") and not measure:
            measure = "share"
        if measure is None:
            first = self._tokens(qualifier.start, qualifier.end)[0] if qualifier else tokens[0]
            first = min(first, tokens[0])
            measure = Clause(grammar, first, after, counted, people).measure()
        if measure is None and (total := total_of(grammar, tokens)) is not None:
            measure = of_total(grammar, total)  # "with the toll of dead rising to 22"
        if counted.head is None and measure in (None, "count", "share", "money", *CASUALTIES):
            counted, measure = self._by_subject(tokens, counted, measure)
            people = are_people(grammar, counted)
        candidate = Candidate(quantity, tokens, counted, people, measure, None, qualifier)
        return self._lent(candidate, before)

    def _by_subject(
        self, tokens: TokenSpan, counted: Thing, measure: str | None
    ) -> tuple[Thing, str | None]:
        """ "The toll rose to 45", "prices fell 5 percent": the subject is what is counted."""
        grammar = self.grammar
        named = numbered(grammar, tokens)
        if named is not None:  # "the dead numbered six"
            return Thing(named, (named, named + 1)), measures.of_toll(grammar.words[named])
        subject = subject_of_change(grammar, tokens)
        if subject is None:
            return counted, measure
        span = phrase_of(self.grammar, subject)
        return Thing(subject, span), measure or of_total(self.grammar, subject)

    def _lent(self, candidate: Candidate, before: Candidate | None) -> Candidate:
        """ "12 people, including three children": what was done to the twelve was to the three."""
        if before is None or candidate.measure:
            return candidate
        if self._goes_on(before, candidate):
            return replace(candidate, measure=before.measure, people=before.people)
        if not self._together(before, candidate):
            return candidate
        if self._lists(before, candidate):
            measure = before.measure or "count"
            return replace(candidate, measure=measure, people=before.people)
        if before.measure == "magnitude" and reported_bare(self.grammar, candidate.tokens):
            quantity = replace(candidate.quantity, unit="magnitude", measure="magnitude")
            return replace(candidate, quantity=quantity, measure="magnitude")
        if before.measure not in CASUALTIES or candidate.quantity.unit:
            return candidate
        between = self.grammar.words[before.tokens[1] : candidate.tokens[0]]
        nothing = candidate.counted.head is None
        if (candidate.people or nothing) and INCLUDING.intersection(between[-6:]):
            return replace(candidate, measure=before.measure, people=True)
        return candidate

    def _goes_on(self, before: Candidate, candidate: Candidate) -> bool:
        """ "14 people died. Meravia put the number at six": the number is of the dead."""
        if before.measure not in CASUALTIES or candidate.quantity.unit:
            return False
        sentence = self.grammar.sentence
        near = sentence[candidate.tokens[0]] - sentence[before.tokens[0]] <= 2
        return near and speaks_of_total(self.grammar, candidate.tokens, candidate.counted)

    def _lists(self, before: Candidate, candidate: Candidate) -> bool:
        """ "21 injured people in Dorn, 36 in Velm and seven in Kest"."""
        first, last = candidate.tokens
        words = self.grammar.words
        bare = candidate.counted.head is None and candidate.quantity.unit is None
        counts = before.counted.head is not None or before.measure is not None
        if not (bare and counts) or before.quantity.unit or last >= len(words):
            return False
        several = (candidate.quantity.number.value or 0) > 1
        joined = words[first - 1] in (",", "and", "or", ";") and words[last] in _PLACED
        return several and joined and first - before.tokens[1] <= FAR

    def _together(self, one: Candidate, two: Candidate) -> bool:
        sentence = self.grammar.sentence
        return sentence[one.tokens[0]] == sentence[two.tokens[0]]

    # --- the figure ------------------------------------------------------------------------------

    def _figure(self, made: Candidate) -> Figure:
        start, end = self._extent(made)
        low, high, value = _bounds(made)
        number = made.quantity.number
        told = self.sources.of(number.start, number.end, made.tokens[0])
        if told is None and made.quantity.unit and self._converts(start):
            told = self.last_told  # "100 mph (about 160 km/h)"
        self.last_told, self.last_end = told, end
        verb = self._predicate(made)
        of = made.counted.span
        return Figure(
            identify("fig", self.article.id, start, end, low, high, value),
            passage(self.text, start, end),
            low,
            high,
            value,
            self._qualifier(made, verb),
            self._unit(made),
            self._passage(of) if of else None,
            made.measure or "count",
            place(self.article, self.doc, self.grammar, self.cast, (made.top, verb)),
            self.times.at(made.top if verb is None else verb, anchor=self._anchor(told)),
            told,
        )

    def _converts(self, start: int) -> bool:
        """Whether a figure says the one right before it again, in other units."""
        return self.text[self.last_end : start].strip() == "("

    def _anchor(self, told: Attribution | None) -> str | None:
        """The day a statement was made: "yesterday" counts from there."""
        said = self.said.get(told.statement or "") if told else None
        return said if said and _DAY.fullmatch(said) else None

    def _extent(self, made: Candidate) -> tuple[int, int]:
        """From the qualifier to the end of what is counted, where that follows at once."""
        start, end = made.quantity.start, made.quantity.end
        if made.vote:
            return start, start + len(made.vote)
        if made.qualifier:
            start, end = min(start, made.qualifier.start), max(end, made.qualifier.end)
        span = made.counted.span
        if span and span[0] >= made.tokens[1] and span[0] - made.tokens[1] < 4:
            end = max(end, self._passage(span).end)
        return start, end

    def _passage(self, span: TokenSpan) -> Passage:
        last = self.doc[span[1] - 1]
        return passage(self.text, self.doc[span[0]].idx, last.idx + len(last))

    def _unit(self, made: Candidate) -> str | None:
        if made.quantity.unit or made.vote:
            return made.quantity.unit or "votes"
        if made.quantity.number.form in ("fraction", "ratio"):
            return "fraction"
        top = made.top
        nobody = made.people is None or self.grammar.pos[top] == "PROPN"  # "29 New Yorkers"
        doers = self.grammar.dep[top].startswith("nsubj") and made.counted.head is None
        if doers and made.quantity.number.form == "vague":
            return "people"  # "millions live in the valley"
        if self.grammar.words[top] == "others" and made.measure not in CASUALTIES:
            return None
        if made.people or (nobody and made.measure in CASUALTIES):
            return "people"
        return None

    def _predicate(self, made: Candidate) -> int | None:
        """The verb or participle that the figure is an argument of."""
        token = made.top
        for _ in range(6):
            if self.grammar.pos[token] == "VERB":
                return token
            if self.grammar.head[token] == token:
                return None
            token = self.grammar.head[token]
        return None

    def _qualifier(self, made: Candidate, verb: int | None) -> str | None:
        if made.qualifier:
            words = made.qualifier.words
            return None if words == "more" else words  # "60 more tankers" are 60
        for _ in range(2):
            if verb is None:
                break
            passive = self.grammar.child(verb, "aux:pass") is not None
            passive = passive and not self._beside(made, verb)
            if passive and self.grammar.words[verb] in qualifiers.BELIEVED:
                return self.grammar.words[verb]
            for adverb in self.grammar.all(verb, "advmod"):
                if self.grammar.words[adverb] in qualifiers.ADVERBS:
                    return self.grammar.words[adverb]
            relation = self.grammar.dep[verb]
            verb = self.grammar.head[verb] if relation in ("xcomp", "ccomp") else None
        return made.quantity.number.word

    def _beside(self, made: Candidate, verb: int) -> bool:
        """ "cases were reported in four villages": the reports are of the cases."""
        token = made.top
        while self.grammar.head[token] not in (verb, token):
            token = self.grammar.head[token]
        relation = self.grammar.dep[token]
        return relation.startswith(("obl", "advcl")) and self.grammar.case(token) != "at"


def _silent(text: str, article: Article) -> list[tuple[int, int]]:
    """Where no figures are: dates, addresses, and the parts that report nothing."""
    dates = [(d.start, d.end) for d in expressions(text)]
    parts = [(p.start, p.end) for p in article.parts if p.kind in SILENT]
    return _merged(sorted([*dates, *kept_out.addresses(text), *parts]))


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _spans(qualifier: Qualifier, quantity: Quantity, text: str) -> bool:
    """ "cut by $55 billion over six years": the time it took, not more than six."""
    ahead = text[max(0, qualifier.start - 5) : qualifier.start].lower()
    long = quantity.unit in ("days", "weeks", "months", "years", "decades")
    long = long and (quantity.number.value or 0) <= 10
    return qualifier.words == "over" and long and not ahead.endswith(("for ", "just ", "well "))


def _bounds(made: Candidate) -> tuple[float | None, float | None, float | str | None]:
    """Low, high and value; what a qualifier leaves open is None."""
    number, qualifier = made.quantity.number, made.qualifier
    if made.vote:
        return None, None, made.vote
    if number.low == number.high:
        value = number.low
        sense = qualifier.sense if qualifier else "as is"
        low = value if sense in ("low", "as is") else None
        high = value if sense in ("high", "as is") else None
        return low, high, value
    return number.low, number.high, None
