"""What speaks for and against a pronoun standing for somebody, each reason in words.

In: a ``Trail``, a pronoun, its candidates. Out: for every candidate the reasons that hold of it
with their value (1 for what is so or not), named as they stand in ``antecedent_weights.py``. What
they see: where the two stand, what part each plays, who was mentioned how often and called "he" or
"she", who speaks, and how closely the network ties them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from onrecord.reader.clauses import (
    chain,
    commands,
    joined,
    part,
    phrase_head,
    preposition,
    rank,
    relative_heads,
    subjects_above,
    verb,
)
from onrecord.reader.pronouns import Pronoun
from onrecord.reader.referents import Referent, Spot
from onrecord.reader.setting import NOWHERE, Setting
from onrecord.reader.trail import Trail

if TYPE_CHECKING:
    from spacy.tokens import Token

Reason = tuple[str, float]
PREPOSITIONS: Final = frozenset("of by with to from for as in on at against like and after".split())
PROMINENCE: Final = {"subject": 3.0, "object": 2.0, "possessor": 1.5}
CLAUSE: Final = 30  # words a clause has at most
REACH: Final = 254  # words that the network may tie
SUREST: Final = 8.0  # log-odds beyond which the network's opinion counts no more
FADING: Final = 0.6  # what a mention counts less with every sentence since


@dataclass(frozen=True, slots=True)
class Candidate:
    """A referent the pronoun may stand for, by its last mention before the pronoun, or if
    ``ahead`` by its next; ``later`` is its next mention in the sentence."""

    referent: Referent
    spot: Spot
    later: Spot | None = None
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """The pronoun in its sentence: what it hangs on, and whose clauses it stands in."""

    pronoun: Pronoun
    token: Token
    part: str
    over: list[Token]
    subjects: dict[int, tuple[int, str]]  # subject -> which of them from below, tie
    relatives: frozenset[int]


def reasons(trail: Trail, pronoun: Pronoun, candidates: list[Candidate]) -> list[list[Reason]]:
    place = _placed(trail.setting, pronoun)
    prominent = [_prominence(trail, pronoun, c.referent) for c in candidates]
    most = max((trail.count(c.referent) for c in candidates), default=0)
    found = []
    for k, c in enumerate(candidates):
        others = max((p for j, p in enumerate(prominent) if j != k), default=0.0)
        said = [
            *_where(trail, place, c),
            *_later(trail, place, c),
            *_what(trail, c),
            *_sex(pronoun, c, candidates),
            *_chain(trail, place, c),
            *(["other argument of its verb"] if _beside(trail, place, c) else []),
            *_speech(trail, pronoun, c),
            f"rank {min(k, 3)}",
            *(["only one"] if len(candidates) == 1 else []),
            *(["mentioned most"] if trail.count(c.referent) == most > 1 else []),
            *(["most prominent"] if prominent[k] > others else []),
        ]
        ahead = math.log((prominent[k] + 0.3) / (others + 0.3))
        plain = [(name, 1.0) for name in said]
        found.append([*plain, ("prominence", round(ahead, 3)), *_tied(trail, pronoun, c)])
    return found


def nobody(trail: Trail, pronoun: Pronoun, candidates: list[Candidate]) -> list[Reason]:
    s = trail.setting
    quoted = s.quotation[pronoun.at] != NOWHERE
    named = [
        "nobody",
        f"nobody of {min(len(candidates), 4)}",
        f"nobody as {part(s.doc[pronoun.at])}",
        "nobody in a quotation" if quoted else "nobody outside",
        *(["nobody speaks"] if pronoun.at in trail.sources else []),
    ]
    return [(name, 1.0) for name in named]


def _placed(setting: Setting, pronoun: Pronoun) -> _Place:
    token = setting.doc[pronoun.at]
    over = chain(token)
    subjects: dict[int, tuple[int, str]] = {}
    for k, (i, tie) in enumerate(subjects_above(over)):
        subjects.setdefault(i, (k, tie))
    heads = frozenset(relative_heads(over))
    return _Place(pronoun, token, part(token), over, subjects, heads)


def _prominence(trail: Trail, pronoun: Pronoun, referent: Referent) -> float:
    s = trail.setting
    total = 0.0
    for spot in reversed(trail.own.get(id(referent), ())):
        distance = s.sentence[pronoun.at] - s.sentence[spot.start]
        if distance > 8:
            break
        total += PROMINENCE.get(part(phrase_head(s.doc, spot)), 1.0) * FADING**distance
    return total


def _where(trail: Trail, place: _Place, c: Candidate) -> Iterator[str]:
    if c.ahead:
        yield "ahead"
        return
    s, i = trail.setting, place.pronoun.at
    narrated = s.quotation[i] == NOWHERE and s.quotation[c.spot.start] == NOWHERE
    count = s.told if narrated else s.sentence
    distance = count[i] - count[c.spot.start]
    head = phrase_head(s.doc, c.spot)
    own, near = part(head), "here" if distance == 0 else "before"
    yield f"sentences {min(distance, 5)}"
    yield f"paragraphs {min(s.paragraph[i] - s.paragraph[c.spot.start], 2)}"
    yield f"{own} {near}"
    yield f"{own} to {place.part} {near}"
    if distance:
        yield f"{own} to {place.part}, sentences {min(distance, 3)}"
    yield f"{rank(head)} {own} to {rank(place.token)} {place.part} {near}"
    if own == place.part:
        yield f"both {own}"
    if c.spot.start in trail.openers:
        yield "first in its sentence"
    if distance == 0:
        yield from _within(place, c, head)
        yield f"words {_rough(i - c.spot.end)}"
    yield from _around(s, c.spot, head)


def _within(place: _Place, c: Candidate, head: Token) -> Iterator[str]:
    """In one sentence: "Trump said he …", "Trump took his …", "Roe, who sold his …"."""
    above = place.subjects.get(head.i) or place.subjects.get(c.spot.head)
    if above:
        yield "subject above"
        yield "nearest subject above" if above[0] == 0 else "farther subject above"
        yield f"subject above by {above[1]}"
        if place.pronoun.possessive and above[0] == 0:
            yield f"owner under its subject, {place.part}"
    if head.i in place.relatives or c.spot.head in place.relatives:
        yield "its relative clause"
    if c.spot.end <= place.pronoun.at < c.spot.high:
        yield "in its phrase"
    if (
        place.pronoun.possessive
        and place.token.head.dep_ == "conj"
        and place.token.head.head.i in (head.i, c.spot.head)
    ):
        yield "joined to what it owns"


def _beside(trail: Trail, place: _Place, c: Candidate) -> bool:
    """ "Roe told him": Roe is not he, however often Roe was mentioned before."""
    own = verb(place.token)
    if own is None or place.pronoun.reflexive or place.pronoun.possessive:
        return False
    doc = trail.setting.doc
    spots = reversed(trail.own.get(id(c.referent), ()))
    near = takewhile(lambda s: place.pronoun.at - s.start < CLAUSE, spots)
    return any(verb(doc[s.head]) == own for s in near)


def _around(s: Setting, spot: Spot, head: Token) -> Iterator[str]:
    if head.dep_ in ("nmod", "compound", "nmod:poss", "amod"):
        yield "inside another phrase"
    word = preposition(head)
    if word:
        yield f"after {word}" if word in PREPOSITIONS else "after a preposition"
    if joined(head):
        yield "joined with another"
    if spot.low and s.doc[spot.low - 1].text == "(":
        yield "in brackets"


def _later(trail: Trail, place: _Place, c: Candidate) -> Iterator[str]:
    """ "When she was 14, Roe …" against "she told Roe": the next mention in the sentence."""
    if c.later is None:
        return
    s = trail.setting
    head = phrase_head(s.doc, c.later)
    state = "ahead" if c.ahead else "again"
    if head.i in place.subjects:
        depth, tie = place.subjects[head.i]
        yield f"{state}: subject over it"
        yield f"{state}: subject over it by {tie}"
        if depth == 0:
            yield f"{state}: nearest subject over it, {place.part}"
    elif commands(place.token, s.doc[c.later.head]):
        yield f"{state}: under it"
    else:
        yield f"{state}: {part(head)}"
    if c.later.low <= place.pronoun.at < c.later.high:
        yield f"{state}: it stands in that phrase"


def _what(trail: Trail, c: Candidate) -> Iterator[str]:
    count = trail.count(c.referent)
    known = c.referent.named and c.spot.form == "description"
    yield f"form {c.spot.form}{' of one named' if known else ''}"
    described = " described" if c.referent.kind and not c.referent.named else ""
    yield f"kind {c.referent.kind}{described}"
    yield f"mentions {'1' if count < 2 else '2' if count < 3 else '3-5' if count < 6 else '6+'}"
    s = trail.setting
    first = min(c.referent.spots[0].start, c.spot.start) if c.referent.spots else c.spot.start
    if s.sentence[first] == 0:
        yield "in the title"
    if trail.subject[id(c.referent)] > 1:
        yield "often subject"
    if trail.seen and trail.seen[0][1] is c.referent:
        yield "first of all"
    if c.referent.plural:
        yield "plural"


def _sex(pronoun: Pronoun, c: Candidate, candidates: list[Candidate]) -> Iterator[str]:
    if not pronoun.sex:
        return
    referent = c.referent
    if referent.named:
        labels = {n.label for n in referent.names}
        yield "labelled a person" if "PERSON" in labels else "never labelled a person"
        if len(labels) > 1:
            yield "labelled in two ways"
        yield "named in full" if any(len(n.words) > 1 for n in referent.names) else "one word"
    yield "sex known" if _sex_of(referent) else "sex unknown"
    if _sex_of(referent) and sum(1 for o in candidates if _sex_of(o.referent)) == 1:
        yield "only one of known sex"
    if referent.called:
        same = referent.called[pronoun.sex]
        other = referent.called.total() - same
        if same:
            yield "called so before"
        if other:
            yield "called otherwise before" if other > same else "called both"
    if not referent.sex and referent.leaning:
        yield "first name agrees" if referent.leaning == pronoun.sex else "first name disagrees"


def _sex_of(referent: Referent) -> str:
    """By name, title or office, or by what most pronouns so far called them."""
    if referent.sex or not referent.called:
        return referent.sex
    (most, times), *others = referent.called.most_common(2)
    return most if not others or times > others[0][1] else ""


def _chain(trail: Trail, place: _Place, c: Candidate) -> Iterator[str]:
    """Whom the last pronoun of this kind stood for: "he … he … him"."""
    last = trail.last.get(place.pronoun.sex or place.pronoun.sort)
    if last is None or last[1] is not c.referent:
        return
    s = trail.setting
    distance = s.sentence[place.pronoun.at] - s.sentence[last[0]]
    yield "last pronoun's"
    yield f"last pronoun's, sentences {min(distance, 3)}"
    yield f"last pronoun's, {part(s.doc[last[0]])} to {place.part}"


def _speech(trail: Trail, pronoun: Pronoun, c: Candidate) -> Iterator[str]:
    s, i = trail.setting, pronoun.at
    speaks = i in trail.sources
    last = trail.last_speaker(i)
    if c.referent is last:
        yield "spoke last, speaks again" if speaks else "spoke last"
    if speaks and c.spot.head in trail.sources:
        yield "both speak"
    if speaks and c.referent.kind not in (None, "place"):
        yield "speaks"
    if s.content[i] != NOWHERE and trail.speaker.get(s.content[i]) is c.referent:
        yield "in own reported words"
    quoted, before = s.quotation[i], s.quotation[c.spot.start]
    if quoted != before:
        yield "only in a quotation" if quoted == NOWHERE else "only outside the quotation"
        if quoted == NOWHERE and not c.referent.named:
            yield "described in a quotation"
    if speaks and c.referent is last and _closes_quotation(s, i):
        yield "spoke last, this closes a quotation"


def _closes_quotation(s: Setting, i: int) -> bool:
    """ "…," he said."""
    before = i - 1
    while before > 0 and (s.doc[before].is_space or s.doc[before].is_punct):
        before -= 1
    return s.quotation[i] == NOWHERE and s.quotation[before] != NOWHERE


def _tied(trail: Trail, pronoun: Pronoun, c: Candidate) -> Iterator[Reason]:
    """How closely the network ties the pronoun to the referent's mentions: log-odds against
    nobody."""
    ties, at = trail.setting.ties, pronoun.at
    if ties is None:
        return
    near = trail.near(c.referent, at - REACH + 1, at + REACH)
    best = ties.between(at, [i for s in near for i in _words(s)])
    last = ties.between(at, _words(c.spot))
    if best is not None:
        yield "tied", max(-SUREST, min(SUREST, best))
    if last is not None:
        yield "tied to its nearest mention", max(-SUREST, min(SUREST, last))


def _words(spot: Spot) -> range:
    return range(spot.start, spot.end) if spot.form == "name" else range(spot.head, spot.head + 1)


def _rough(words: int) -> str:
    return next(
        (name for most, name in ((3, "0-3"), (8, "4-8"), (20, "9-20")) if words <= most), "21+"
    )
