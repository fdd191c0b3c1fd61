"""Where two are named side by side: two identities in, the sentences that name both out.

Whoever is named beside another in one sentence is hardly the same; a person who joins them is to
see it first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from onrecord.model import Card, Mention, Passage, Reading, passage
from onrecord.portraits import Outline
from onrecord.record import Record

MOST_ARTICLES = 12  # opened; whoever stands in more together is shown enough of them
MOST = 3  # sentences shown
FAR = 400  # letters; what is longer is no sentence
_END = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?][\"”’')]*\s|\n")


@dataclass(frozen=True, slots=True)
class Abreast:
    """A sentence that names both, and the entity in its article that stands for the first."""

    article: Card
    entity: str
    passage: Passage


def abreast(record: Record, several: Sequence[Outline]) -> list[Abreast]:
    """The first sentences that name both of two, in articles that name both; none of fewer."""
    return list(islice(_found(record, *several), MOST)) if len(several) == 2 else []


def _found(record: Record, one: Outline, other: Outline) -> Iterator[Abreast]:
    theirs = {member.article: member.entity for member in other.members}
    shared = [each for each in one.members if theirs.get(each.article, each.entity) != each.entity]
    for member in shared[:MOST_ARTICLES]:
        reading = record.reading(member.article)
        found = next(_sentences(reading, member.entity, theirs[member.article]), None)
        if found is not None:
            card = next(record.articles(article=member.article))
            yield Abreast(card, member.entity, found)


def _sentences(reading: Reading, one: str, other: str) -> Iterator[Passage]:
    named = {each.id: [m for m in each.mentions if m.form == "name"] for each in reading.entities}
    for left, right in product(named.get(one, ()), named.get(other, ())):
        if (found := _sentence(reading.article.text, left, right)) is not None:
            yield found


def _sentence(text: str, left: Mention, right: Mention) -> Passage | None:
    """The sentence that both stand in, neither within the other; None where they stand apart."""
    first, last = sorted((left, right), key=lambda each: each.start)
    if last.start < first.end or last.end - first.start > FAR:
        return None
    if _END.search(text, first.start, last.start):
        return None
    before = [each.end() for each in _END.finditer(text, max(0, first.start - FAR), first.start)]
    after = _END.search(text, last.end, last.end + FAR)
    start = before[-1] if before else max(0, first.start - FAR)
    end = len(text[: after.end()].rstrip()) if after else min(len(text), last.end + FAR)
    return passage(text, start, end)
