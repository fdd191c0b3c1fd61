"""What one actor said on a topic over time: statements and a topic in, positions out in the order
of their days, one for each utterance.

A statement is on the topic where it has the topic's words, or means something near it. The topic's
vector is worked out by the caller, for the reader does not stand here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

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
    """What was said about a topic, earliest first; undated statements come last. ``vector`` is
    what the topic means, as 128 signed bytes.
    """
    topic = stems(words(about))
    gathered: dict[str, list[tuple[float, str, Spoken]]] = {}
    for one in sorted(spoken, key=_order):
        nearness, reason = _nearness(one, topic, vector)
        if nearness:
            utterance = groups.utterances.get(one.statement.id, one.statement.id)
            gathered.setdefault(utterance, []).append((nearness, reason, one))
    for utterance, found in gathered.items():
        yield _position(utterance, found, groups)


def _position(utterance: str, found: list[tuple[float, str, Spoken]], groups: Groups) -> Position:
    """The first report stands for the utterance, a quotation before a paraphrase of its day."""
    _, reason, first = found[0]
    linked = first.statement.id in groups.utterances
    articles = {one.article.id for _, _, one in found}
    return Position(
        spoken=first,
        nearness=max(near for near, _, _ in found),
        reason=reason,
        utterance=utterance if linked else None,
        again=tuple(one.statement.id for _, _, one in found[1:]),
        accounts=len({groups.stories.get(article, article) for article in articles}),
    )


def _nearness(one: Spoken, topic: frozenset[str], vector: bytes | None) -> tuple[float, str]:
    """How near a statement is to the topic, 0 where it is not about it, and why."""
    spoken = words(" ".join(p.text for p in one.statement.content))
    by_stem = printed(spoken)
    shared = topic & by_stem.keys()
    share = weights(shared) / weights(topic) if topic else 0.0
    near = likeness(one.statement.vector, vector)
    by_words = (
        f"says {', '.join(sorted(by_stem[stem] for stem in shared))}"
        if share >= ENOUGH_WORDS
        else ""
    )
    by_meaning = f"near in meaning ({near:.2f})" if near and near >= NEAR_IN_MEANING else ""
    if not by_words and not by_meaning:
        return 0.0, ""
    nearness = max(share if by_words else 0.0, near or 0.0)
    return round(min(nearness, 1.0), 4), "; ".join(r for r in (by_words, by_meaning) if r)


def _order(one: Spoken) -> tuple[str, bool, str, str]:
    said = bounds(one.statement.said.edtf)[0] or bounds(one.article.published.edtf)[0]
    indirect = one.statement.manner == "indirect"
    return said.isoformat() if said else _LAST, indirect, one.article.id, one.statement.id
