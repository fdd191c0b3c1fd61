"""Statements across articles: which are comparable, in what form, and whether two report one
occasion of speaking.

A form holds the speaker, the words and which of them stand inside quotation marks, the days on
which they can have been said, to whom, on what occasion, through whom, and what they mean
(``vector``). What speaks for and against is in ``likeness``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from onrecord.linker import resemblance
from onrecord.linker.common_words import COMMON
from onrecord.linker.days import Window, has_year, window
from onrecord.linker.decide import decided
from onrecord.linker.form import Comparison, Form, Found
from onrecord.linker.pieces import Piece, all_words, pieces
from onrecord.linker.speakers import Speaker, Speakers
from onrecord.linker.weights import STATEMENTS
from onrecord.linker.words import FUNCTION, printed, stem, stems, weight, weights, words
from onrecord.model import Article, Passage, Reading, Statement, identify

LONGEST_SAID = 7  # days; "in recent months" says too little
LONGEST_PRINTED = 366  # days; within so many what has no nearer date is known to be printed
PRINTED_AFTER = 3  # days: a morning paper prints on Friday what was said late on Wednesday
LEAST_WORDS = 2.5  # what is told in fewer words ("his tax plan would do") is nobody's to compare
LEAST_MIXED = 2.0  # to “return to the treaty”
LEAST_QUOTED = 1.0  # a whole quotation may be short: "It will not be a picnic"
NEXT_TO = 160  # characters between two statements, at most, for one to stand beside the other
MOST_BESIDE = 8
WORTH_ASKING = 0.75  # an unsure pair below this is not worth a person's time


class Given(NamedTuple):
    """A statement with its speaker and its pieces."""

    statement: Statement
    speaker: Speaker | None
    pieces: tuple[Piece, ...]

    @property
    def stems(self) -> frozenset[str]:
        return stems(all_words(self.pieces))

    @property
    def says_enough(self) -> bool:
        quoted = [piece.quoted for piece in self.pieces]
        least = LEAST_QUOTED if all(quoted) else LEAST_MIXED if any(quoted) else LEAST_WORDS
        return weights(self.stems) >= least

    @property
    def place(self) -> tuple[int, int]:
        return self.statement.content[0].start, self.statement.content[-1].end


Beside = tuple[list[str], list[str]]


def found(reading: Reading) -> Iterator[Found]:
    """The statements of named sources that have content."""
    speakers = Speakers(reading)
    text = Passage(0, len(reading.article.text), reading.article.text)
    given = [Given(s, speakers.of(s), pieces(s, text)) for s in reading.statements]
    within = identify("art", *sorted(" ".join(all_words(each.pieces)) for each in given))
    for told, beside in _beside(given):
        if told.speaker and told.says_enough:
            about = {**_circumstances(told, reading.article), "within": within}
            yield Found(told.statement.id, _form(told, told.speaker, beside, about))


def compared(left: Form, right: Form) -> Comparison | None:
    """Whether two statements report one utterance; None where too little speaks for it."""
    if not resemblance.worth_comparing(left, right) or resemblance.two_of_one(left, right):
        return None
    features = list(resemblance.features(left, right))
    if not any(f.name in resemblance.SPEAK_FOR for f in features):
        return None
    result = decided(features, STATEMENTS)
    if result.judgement == "unsure" and result.score < WORTH_ASKING:
        return None
    if result.judgement == "different" and not resemblance.at_odds(features):
        return None
    return result


def _beside(given: Sequence[Given]) -> Iterator[tuple[Given, Beside]]:
    """Each statement with what its speaker is reported to say right before and right after: where
    a translation has hardly a word of its original, the next sentence often has many.
    """
    ordered = sorted((g for g in given if g.statement.content), key=lambda g: g.place)
    for at, told in enumerate(ordered):
        before = ordered[at - 1] if at else None
        after = ordered[at + 1] if at + 1 < len(ordered) else None
        yield told, (_next_to(told, before), _next_to(told, after))


def _next_to(told: Given, other: Given | None) -> list[str]:
    """The heaviest words of the statement beside, if it is near and by the same speaker."""
    if other is None or not told.speaker or told.speaker != other.speaker:
        return []
    (first, last), (start, end) = sorted((told.place, other.place))
    if start < last or start - last > NEXT_TO or end < first:
        return []
    by_stem = printed(all_words(other.pieces))
    heaviest = sorted(by_stem, key=lambda stem: (-weight(stem), -len(stem), stem))
    return sorted(by_stem[stem] for stem in heaviest[:MOST_BESIDE])


def _form(given: Given, speaker: Speaker, beside: Beside, circumstances: Mapping[str, Any]) -> Form:
    statement, told = given.statement, given.pieces
    about: dict[str, Any] = {
        **circumstances,
        "speaker": [speaker.id, speaker.about, speaker.words],
        "pieces": [["quoted" if p.quoted else "plain", " ".join(words(p.text))] for p in told],
        "act": statement.act,
        "negated": statement.negated,
        "asks": any("?" in p.text for p in told),
        "vector": statement.vector,
        "beside": list(beside),
    }
    parts = (speaker.id,) if speaker.id else ()
    return Form("statement", about, tuple(_keys(about, speaker.keys)), parts)


def _circumstances(given: Given, article: Article) -> dict[str, Any]:
    """When it was said or printed, to whom, where and through whom."""
    statement = given.statement
    return {
        **_when(window(statement.said.edtf, LONGEST_SAID), article.published.edtf),
        "occasion": _words(statement.occasion.text if statement.occasion else ""),
        "to": _words(statement.addressee.who if statement.addressee else ""),
        "via": sorted({" ".join(_words(relay.who)) for relay in statement.via}),
    }


def _when(said: Window | None, published: str | None) -> dict[str, Any]:
    """The days of speaking, or else those of print; where only a month or year of print is known,
    that.
    """
    day, within = window(published, LONGEST_SAID), window(published, LONGEST_PRINTED)
    days = {
        "said": list(said) if said else None,
        "printed": list(day) if day and not said else None,
    }
    longer = within if not said and not day else None
    return {**days, "printed_within": list(longer)} if longer else days


def _words(text: str) -> list[str]:
    """The words of a text that carry meaning, one for each stem."""
    return sorted(printed(words(text)).values())


def _keys(about: Mapping[str, Any], speakers: Iterable[str]) -> Iterator[str]:
    """What one speaker said on a day; besides, whatever the day, the rarest words and a few pairs
    of neighbouring words, so that an undated report meets a dated one.
    """
    spoken = [word for _, text in about["pieces"] for word in text.split()]
    days = list(_days(about))
    content = [*days, *_rare(spoken, 3 if days else 5), *_pairs(spoken)]
    for speaker in speakers:
        yield from (f"{speaker} {key}" for key in content)


def _days(about: Mapping[str, Any]) -> Iterator[str]:
    """The days on which it can have been said; the last ones where it is known only when it was
    printed.
    """
    days: Window | None = about["said"] or about["printed"]
    if not days or not has_year(days):
        return
    last = date.fromisoformat(days[1])
    first = last - timedelta(PRINTED_AFTER - 1)
    if about["said"]:
        first = max(first, date.fromisoformat(days[0]))
    yield from ((first + timedelta(n)).isoformat() for n in range((last - first).days + 1))


def _rare(spoken: list[str], most: int) -> list[str]:
    """The longest stems that are not common in the news."""
    rare = stems(spoken) - COMMON
    return sorted(rare, key=lambda word: (-len(word), word))[:most]


def _pairs(spoken: list[str], most: int = 4) -> list[str]:
    """Some pairs of neighbouring stems, always the same: those with the smallest hashes."""
    content = [stem(word) for word in spoken if word not in FUNCTION and word[0].isalnum()]
    pairs = {f"{a}+{b}" for a, b in pairwise(content)}
    return sorted(pairs, key=lambda pair: identify("pair", pair))[:most]
