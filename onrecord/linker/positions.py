"""What one actor said on a topic over time: statements and a topic in, positions out in the order
of their days, one for each utterance; first those that have the topic's words, then those that are
only near it in meaning, which may be about something else.

The topic's vector is worked out by the caller, for the reader does not stand here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.across import Position
from onrecord.calendar import bounds
from onrecord.linker.meaning import likeness
from onrecord.linker.words import printed, stems, weights, words
from onrecord.model import Spoken

NEAR_IN_MEANING = 0.38  # cosine; below it statements of the same war are no nearer than others
ENOUGH_WORDS = 0.5  # the share of the topic's words, by weight, that a statement must have
_LAST = "9999"


@dataclass(frozen=True, slots=True)
class Groups:
    """What links say of statements: the utterance of each, and the story of each article."""

    utterances: Mapping[str, str]
    stories: Mapping[str, str]


NO_GROUPS = Groups({}, {})


def positions(
    spoken: Iterable[Spoken], about: str, vector: bytes | None = None, groups: Groups = NO_GROUPS
) -> Iterator[Position]:
    """What says the topic's words, earliest first, and then what is only near it in meaning;
    undated statements come last in either. ``vector`` is what the topic means, as 128 signed bytes.
    """
    topic = stems(words(about))
    gathered: dict[str, list[_On]] = {}
    for one in sorted(spoken, key=_order):
        found = _on(one, topic, vector)
        if found is not None:
            utterance = groups.utterances.get(one.statement.id, one.statement.id)
            gathered.setdefault(utterance, []).append(found)
    every = [_position(utterance, found, groups) for utterance, found in gathered.items()]
    yield from (each for each in every if each.says)
    yield from (each for each in every if not each.says)


class _On(NamedTuple):
    """A statement on the topic: whether it says the topic's words, how near it is, and why."""

    spoken: Spoken
    says: bool
    nearness: float
    reason: str


def _position(utterance: str, found: list[_On], groups: Groups) -> Position:
    """The first report stands for the utterance, a quotation before a paraphrase of its day; one
    that says the topic's words before one that does not.
    """
    ordered = sorted(found, key=lambda each: not each.says)
    first = ordered[0]
    linked = first.spoken.statement.id in groups.utterances
    articles = {one.spoken.article.id for one in found}
    return Position(
        spoken=first.spoken,
        nearness=max(one.nearness for one in found),
        reason=first.reason,
        utterance=utterance if linked else None,
        again=tuple(one.spoken.statement.id for one in ordered[1:]),
        accounts=len({groups.stories.get(article, article) for article in articles}),
        says=first.says,
    )


def _on(one: Spoken, topic: frozenset[str], vector: bytes | None) -> _On | None:
    """How near a statement is to the topic; None where it is not about it."""
    content = " ".join(p.text for p in one.statement.content)
    spoken = words(content)
    by_stem = printed(spoken)
    shared = topic & by_stem.keys()
    share = weights(shared) / weights(topic) if topic else 0.0
    near = likeness(one.statement.vector, vector)
    by_words = (
        f"says {', '.join(sorted(_cased(by_stem[stem], content) for stem in shared))}"
        if share >= ENOUGH_WORDS
        else ""
    )
    by_meaning = f"near in meaning ({near:.2f})" if near and near >= NEAR_IN_MEANING else ""
    if not by_words and not by_meaning:
        return None
    nearness = max(share if by_words else 0.0, near or 0.0)
    reason = "; ".join(each for each in (by_words, by_meaning) if each)
    return _On(one, bool(by_words), round(min(nearness, 1.0), 4), reason)


def _cased(word: str, content: str) -> str:
    """The word with the capitals it is printed with."""
    found = re.search(rf"\b{re.escape(word)}\b", content, re.IGNORECASE)
    return found[0] if found else word


def _order(one: Spoken) -> tuple[str, bool, str, str]:
    said = bounds(one.statement.said.edtf)[0] or bounds(one.article.published.edtf)[0]
    indirect = one.statement.manner == "indirect"
    return said.isoformat() if said else _LAST, indirect, one.article.id, one.statement.id
