"""What else is on the record about an article: its copies, the other articles that report the same
words and events, and for each of its entries what it is one report of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from onrecord.across import Copies, History, Occurrence, Reported, Utterance
from onrecord.model import Card
from onrecord.record import Record

MOST = 1_000  # objects asked for; an article that has more of them is no story
NEAREST = 12  # other articles listed

Across = Utterance | Occurrence | History


@dataclass(frozen=True, slots=True)
class Other:
    """Another article, and how many utterances and events it shares with this one."""

    article: Card
    utterances: int
    events: int


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What links say of an article; ``reported`` gives the object that an entry is a report of."""

    copies: Copies | None = None
    others: tuple[Other, ...] = ()
    more: int = 0  # other articles that are not among ``others``
    reported: Mapping[str, Across] = field(default_factory=dict)


def elsewhere(record: Record, article: str) -> Elsewhere:
    """What the record has of an article's story elsewhere; nothing where nothing is linked."""
    if not record.is_linked():
        return Elsewhere()
    utterances = list(record.utterances(article=article, limit=MOST))
    recounted = record.occurrences(article=article, limit=MOST, at_least=2)
    occurrences = [each.occurrence for each in recounted]
    histories = list(record.histories(article=article, limit=MOST))
    copies = next(record.copies(article=article, limit=1), None)
    own = {each.article for each in copies.members} if copies else {article}
    others, more = _others(record, _shared(utterances, own), _shared(occurrences, own))
    reported = dict(_reported(article, (*histories, *occurrences, *utterances)))
    return Elsewhere(copies, others, more, reported)


def _shared(objects: Iterable[Utterance | Occurrence], own: set[str]) -> Counter[str]:
    """How many of these objects each article has that is no copy of this one."""
    return Counter(
        article
        for each in objects
        for article in dict.fromkeys(member.article for member in each.members)
        if article not in own
    )


def _others(
    record: Record, utterances: Counter[str], events: Counter[str]
) -> tuple[tuple[Other, ...], int]:
    """The articles that share most, as lines in a list, and how many more there are."""
    shared = utterances + events
    nearest = sorted(shared, key=lambda id: (-shared[id], id))[:NEAREST]
    cards = (card for id in nearest for card in islice(record.articles(article=id), 1))
    others = tuple(Other(card, utterances[card.id], events[card.id]) for card in cards)
    return others, len(shared) - len(nearest)


def _reported(article: str, objects: Iterable[Across]) -> Iterator[tuple[str, Across]]:
    for each in objects:
        for member in each.members:
            if member.article == article:
                yield member.statement if isinstance(member, Reported) else member.entry, each
