"""What one actor said on a topic over time: statements and a topic in, and out what bears on it in
the order of its days, one for each utterance; first what has the topic's words, then what is only
near it in meaning, which may be about something else.

Whoever asks finds the statements, and how near they are in meaning; only their words stand here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.findings import NEAR, Said
from onrecord.linker.words import printed, stems_of, weights, words

ENOUGH_WORDS = 0.5  # the share of the topic's words, by weight, that a statement must have
_LAST = "9999"


@dataclass(frozen=True, slots=True)
class Groups:
    """What links say of statements: the utterance of each, and the story of each article."""

    utterances: Mapping[str, str]
    stories: Mapping[str, str]


class OnTopic(NamedTuple):
    """An utterance on a topic: the report that stands for it, and what a position tells of it."""

    said: Said
    nearness: float
    reason: str
    utterance: str | None
    again: tuple[str, ...]
    accounts: int
    says: bool


NO_GROUPS = Groups({}, {})


def on_topic(said: Iterable[Said], about: str, groups: Groups = NO_GROUPS) -> Iterator[OnTopic]:
    """What says the topic's words, earliest first, and then what is only near it in meaning;
    undated statements come last in either.
    """
    topic = stems_of(about)
    gathered: dict[str, list[_On]] = {}
    for one in sorted(said, key=_order):
        found = _on(one, topic)
        if found is not None:
            utterance = groups.utterances.get(one.id, one.id)
            gathered.setdefault(utterance, []).append(found)
    every = [_gathered(utterance, found, groups) for utterance, found in gathered.items()]
    yield from (each for each in every if each.says)
    yield from (each for each in every if not each.says)


class _On(NamedTuple):
    """A statement on the topic: whether it says the topic's words, how near it is, and why."""

    said: Said
    says: bool
    nearness: float
    reason: str


def _gathered(utterance: str, found: list[_On], groups: Groups) -> OnTopic:
    """The first report stands for the utterance, a quotation before a paraphrase of its day; one
    that says the topic's words before one that does not.
    """
    ordered = sorted(found, key=lambda each: not each.says)
    first = ordered[0]
    linked = first.said.id in groups.utterances
    articles = {one.said.article for one in found}
    return OnTopic(
        said=first.said,
        nearness=max(one.nearness for one in found),
        reason=first.reason,
        utterance=utterance if linked else None,
        again=tuple(one.said.id for one in ordered[1:]),
        accounts=len({groups.stories.get(article, article) for article in articles}),
        says=first.says,
    )


def _on(one: Said, topic: frozenset[str]) -> _On | None:
    """How near a statement is to the topic; None where it is not about it."""
    shared = topic & stems_of(one.content)
    share = weights(shared) / weights(topic) if topic else 0.0
    by_words = f"says {_words(one.content, shared)}" if share >= ENOUGH_WORDS else ""
    by_meaning = f"near in meaning ({one.near:.2f})" if one.near >= NEAR else ""
    if not by_words and not by_meaning:
        return None
    nearness = max(share if by_words else 0.0, one.near)
    reason = "; ".join(each for each in (by_words, by_meaning) if each)
    return _On(one, bool(by_words), round(min(nearness, 1.0), 4), reason)


def _words(content: str, shared: frozenset[str]) -> str:
    """The words that have these stems, as they are printed."""
    by_stem = printed(words(content))
    return ", ".join(sorted(_cased(by_stem[stem], content) for stem in shared))


def _cased(word: str, content: str) -> str:
    """The word with the capitals it is printed with."""
    found = re.search(rf"\b{re.escape(word)}\b", content, re.IGNORECASE)
    return found[0] if found else word


def _order(one: Said) -> tuple[str, bool, str, str]:
    return one.first_day or _LAST, one.manner == "indirect", one.article, one.id
