"""When something happened: a happening's word in, the date that its sentence gives it out.

A date dates the word it hangs on, and the words that share that word's time: "on Monday" in "The
army attacked the town on Monday, killing 12" dates the attack and the killing; in "Officials said
on Monday that the army attacked the town" it dates neither. The words of the parse decide, edge by
edge (``_together``); where a date hangs on nothing, only plain nearness does. A text that gives no
date leaves ``When()``: the day of printing is not the day it happened.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.calendar import (
    DateExpression,
    dated,
    expressions,
    filed,
    points_forward,
    references,
)
from onrecord.model import Article, When
from onrecord.reader import timing
from onrecord.reader.grammar import NOMINAL, Grammar

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGEST = 300  # tokens; what is longer is no sentence
_FARTHEST = 5.0  # edges between a happening and its date
_NEAR = 60  # characters, where the parse says nothing
_NOT_A_DATE = ("clock",)
_FIXED = ("nmod:poss", "compound", "nummod", "amod")
_BOUND = ("of", "for", "from")
_ARGUMENTS = ("nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "csubj", "csubj:pass")
_PHRASES = ("obl", "obl:agent", "nmod", "nmod:poss", "obl:unmarked", "nmod:unmarked", "nmod:desc")
_SAME_PHRASE = ("compound", "flat", "amod", "aux", "aux:pass", "cop", "fixed", "compound:prt")
_CLAUSE = re.compile(r"[,;:.!?()“”\"\n]|\b(?:that|who|which|and|but|after|before|because)\b")
_SINGLE = re.compile(r"[\dX]{4}(?:-[\dX]{2}){0,2}")


@dataclass(frozen=True, slots=True)
class Dating:
    """A date expression where it stands: its head token, what it hangs on, and its preposition."""

    expression: DateExpression
    token: int
    governor: int | None
    case: str
    bound: bool  # "the attack of October 7": dates that noun and no other
    reference: str | None = None  # the date that "a day earlier" counts from


@dataclass(frozen=True, slots=True)
class Times:
    """The dates of one article, to be asked for the time of any of its words."""

    article: Article
    grammar: Grammar
    starts: tuple[int, ...]
    sentences: Mapping[int, tuple[Dating, ...]]

    @classmethod
    def of(cls, doc: Doc, grammar: Grammar, article: Article) -> Times:
        starts = tuple(t.idx for t in doc)
        sizes = Counter(grammar.sentence)
        sentences: dict[int, list[Dating]] = {}
        found = expressions(article.text)
        standing = references(article.text, found, article.published.edtf)
        for expression, reference in zip(found, standing, strict=True):
            if expression.kind in _NOT_A_DATE or not starts:
                continue
            if filed(article.text, expression.start, expression.end):
                continue  # "VARN, March 4 — …": that day it was sent
            first = max(0, bisect_right(starts, expression.start) - 1)
            last = max(first, bisect_right(starts, expression.end - 1) - 1)
            dating = _dating(grammar, expression, first, last)
            if dating and sizes[grammar.sentence[first]] <= _LONGEST:
                dating = _carried_over(grammar, replace(dating, reference=reference), last)
                at = first if dating.governor is None else dating.governor
                sentences.setdefault(grammar.sentence[at], []).append(dating)
        return cls(article, grammar, starts, {n: tuple(d) for n, d in sentences.items()})

    def at(self, token: int, governor: int | None = None, anchor: str | None = None) -> When:
        """When what ``token`` names happened, as far as its sentence says.

        ``governor`` is a light verb that carries the happening ("carried out an attack").
        ``anchor`` is the EDTF date from which "yesterday" counts: for what a statement contains
        when it was said; the article's published date if None.
        """
        dating = self._nearest(token, governor)
        if dating is None:
            return When()
        text, expression = self.article.text, dating.expression
        forward = self._tense(token)
        if forward is None:
            forward = points_forward(text, expression.start, expression.end) or None
        since = anchor or self.article.published.edtf
        when = dated(text, expression, since, forward, None, dating.reference)
        return replace(when, edtf=_opened(when.edtf, dating.case))

    def _nearest(self, token: int, governor: int | None) -> Dating | None:
        found = self.sentences.get(self.grammar.sentence[token], ())
        if not found:
            return None
        costs = _reached(self.grammar, token, governor, min(d.token for d in found))
        ranked = [
            (cost, _coarse(d.expression), abs(d.token - token), i)
            for i, d in enumerate(found)
            if (cost := self._cost(d, costs, token, governor)) is not None
        ]
        return found[min(ranked)[3]] if ranked else None

    def _cost(
        self, dating: Dating, costs: Mapping[int, float], token: int, governor: int | None
    ) -> float | None:
        """How far the date is from dating the token; None if it does not."""
        if dating.governor is None:
            return _FARTHEST if self._near(dating, token) else None
        cost = costs.get(dating.governor)
        if dating.bound and dating.governor not in (token, governor):
            noun = self.grammar.words[dating.governor] in timing.HAPPENINGS
            return cost if noun else None
        return cost

    def _near(self, dating: Dating, token: int) -> bool:
        """Whether nothing that ends a clause stands between, for a date the parse hung nowhere."""
        start, end = dating.expression.start, dating.expression.end
        here = self.starts[token]
        low, high = (end, here) if here >= end else (here, start)
        between = self.article.text[low:high]
        return len(between) <= _NEAR and not _CLAUSE.search(between.lstrip(" ,"))

    def _tense(self, token: int) -> bool | None:
        """Which way the word's verb looks: True ahead, False back, None where nothing tells."""
        grammar = self.grammar
        verb = token
        for _ in range(4):
            if grammar.pos[verb] == "VERB" or grammar.head[verb] == verb:
                break
            verb = grammar.head[verb]
        helpers = grammar.all(verb, "aux", "aux:pass", "cop", "mark")
        words = {grammar.words[c] for c in helpers}
        if words & timing.AHEAD:
            return True
        past = grammar.words[verb].endswith("ed") or grammar.words[verb] in timing.PAST
        return False if past and not words - timing.BACK else None


def _dating(grammar: Grammar, expression: DateExpression, first: int, last: int) -> Dating | None:
    """The date with its place in the tree: its head is the token whose own head is outside.

    None where it dates nothing: "the deadliest attack since March".
    """
    inside = range(first, last + 1)
    token = next((t for t in inside if grammar.head[t] not in inside), first)
    head = grammar.head[token]
    stray = head == token or not grammar.parsed or grammar.dep[token] in ("dep", "punct", "root")
    if not stray and grammar.dep[token] == "case" and head not in inside:
        token, head = head, grammar.head[head]  # the parse took part of the date for a preposition
    case = grammar.case(token)
    if first and not case and grammar.pos[first - 1] == "ADP":
        case = grammar.words[first - 1]
    if _before_noun(grammar, token, head, last):
        case, fixed = "", True  # "after the Sept. 11, 2001, attacks": "after" is of the attacks
    else:
        fixed = grammar.dep[token] in _FIXED
    bound = fixed or case in _BOUND
    if case == "since" and _ranked(grammar, head):
        return None
    if first and grammar.words[first - 1] in timing.NOT_OF_THE_CLAUSE:
        return None
    stray = stray or head == token
    return Dating(expression, token, None if stray else head, case, bound)


def _carried_over(grammar: Grammar, dating: Dating, last: int) -> Dating:
    """ "In 2010, | he voted for it.": cut off by the parse, it dates what it opens."""
    if dating.governor is not None or grammar.words[last + 1 : last + 2] != (",",):
        return dating
    opens = range(last + 2, min(last + 2 + _LONGEST, len(grammar.words)))
    if not opens or grammar.sentence[opens[0]] == grammar.sentence[last]:
        return dating
    here = (t for t in opens if grammar.sentence[t] == grammar.sentence[opens[0]])
    root = next((t for t in here if grammar.head[t] == t), None)
    return dating if root is None else replace(dating, governor=root, bound=False)


def _before_noun(grammar: Grammar, token: int, head: int, last: int) -> bool:
    """Whether the date stands within the phrase of the noun that it dates."""
    between = grammar.pos[last + 1 : head]
    close = head > last and all(p in ("PUNCT", "NOUN", "PROPN", "ADJ", "NUM") for p in between)
    return close and grammar.pos[head] in NOMINAL and grammar.dep[token].startswith("nmod")


def _coarse(expression: DateExpression) -> bool:
    """Whether it says no day: of "next month on August 2" the day is what dates the clause."""
    if expression.kind in ("date", "shift", "ago", "relative"):
        fine = expression.day or expression.weekday is not None
        return not (fine or expression.unit == "day")
    return expression.kind != "feast"


def _ranked(grammar: Grammar, head: int) -> bool:
    """Whether a word is, or has beside it, "first", "deadliest", "worst"."""
    words = [grammar.words[t] for t in (head, *grammar.all(head, "amod", "advmod", "nummod"))]
    return any(w in timing.RANKING or (w.endswith("est") and len(w) > 5) for w in words)


def _reached(grammar: Grammar, token: int, governor: int | None, date: int) -> Mapping[int, float]:
    """The words that share the token's time, and how far each is."""
    costs = {token: 0.0}
    if governor is not None:
        costs.setdefault(governor, 0.5)
    waiting = list(costs)
    while waiting:
        at = waiting.pop(0)
        for other, cost in _neighbours(grammar, at, token, date):
            total = costs[at] + cost
            if total < min(costs.get(other, _FARTHEST), _FARTHEST):
                costs[other] = total
                waiting.append(other)
    return costs


def _neighbours(grammar: Grammar, at: int, token: int, date: int) -> Iterator[tuple[int, float]]:
    head = grammar.head[at]
    edges = [(c, at) for c in grammar.children[at]] + ([(at, head)] if head != at else [])
    for child, over in edges:
        if grammar.sentence[child] != grammar.sentence[over]:
            continue
        cost = _together(grammar, child, token, date)
        if cost is not None:
            yield (over if child == at else child), cost


def _together(grammar: Grammar, child: int, token: int, date: int) -> float | None:
    """What it costs to hold a word and the one it hangs on for simultaneous; None: they are not."""
    relation, head = grammar.dep[child], grammar.head[child]
    if relation in _SAME_PHRASE:
        return 0.5
    if relation in _ARGUMENTS:
        return _argument(grammar, child, head, token)
    if relation in _PHRASES:
        return _phrase(grammar, child, head, token)
    if relation == "conj":
        return _conjunct(grammar, child, head, date)
    if relation == "xcomp":
        free = date > child or grammar.words[head] in timing.PASSING
        return 1.0 if free else None
    if relation == "advcl":
        marker = grammar.case(child)
        plain = not marker and grammar.words[child].endswith("ing")
        return 2.0 if plain or marker in timing.AT_ONCE else None
    if relation in ("acl", "acl:relcl"):
        verb = grammar.words[child] in timing.HAPPENING_VERBS
        return 1.0 if verb and _happens(grammar, head, token) else None
    return None


def _argument(grammar: Grammar, child: int, head: int, token: int) -> float | None:
    """ "The attack killed 12 on Monday" dates the attack; "condemned the attack on Monday" does
    not."""
    if not _happens(grammar, child, token):
        return 1.0
    return 1.0 if grammar.words[head] in timing.HAPPENING_VERBS else None


def _phrase(grammar: Grammar, child: int, head: int, token: int) -> float | None:
    if not _happens(grammar, child, token):
        return 1.0
    owned = grammar.dep[child] == "nmod" and not _happens(grammar, head, token)
    return 1.0 if grammar.case(child) in timing.DURING and not owned else None


def _conjunct(grammar: Grammar, child: int, head: int, date: int) -> float | None:
    """ "On Monday troops took the town and rebels fled", "troops came and left on Monday"; not
    "troops came on Monday and rebels will leave"."""
    if grammar.pos[child] in NOMINAL:
        return 1.0
    own = grammar.child(child, "nsubj", "nsubj:pass") is not None
    return 2.0 if date < head or not own else None


def _happens(grammar: Grammar, token: int, asked: int) -> bool:
    """Whether the word is a happening: one of the table, or what is asked for unless it is
    counted ("12 people")."""
    if grammar.pos[token] not in NOMINAL:
        return True
    if grammar.words[token] in timing.HAPPENINGS:
        return True
    return token == asked and grammar.child(token, "nummod") is None


def _opened(edtf: str | None, case: str) -> str | None:
    """ "since October 7" begins that day and is open, "until Friday" ends then."""
    if edtf is None or edtf[0] == "[":
        return edtf
    ends = edtf.split("/")
    if case in timing.OPENS and case != "from" and ends[0] != "..":
        return f"{ends[0]}/.." if _SINGLE.fullmatch(ends[0]) else edtf
    if case in timing.CLOSES and ends[-1] != "..":
        return f"../{ends[-1]}" if _SINGLE.fullmatch(ends[-1]) else edtf
    return edtf
