"""What several articles say together: the objects across articles, asked for by a question.

A question is that of the lists: an utterance answers it where one of its reports does, a person
where one article's mention does. ``at_least`` asks how many independent accounts there are. Nothing
is kept in memory but what is being made, and the ids of the entries that answer.
"""

from __future__ import annotations

import heapq
from base64 import b64decode
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, TypeVar, get_args

from onrecord import linking
from onrecord.across import (
    Conflict,
    Copies,
    Differing,
    Disagreement,
    History,
    Identity,
    Linkable,
    Position,
    Recounted,
    Together,
    Utterance,
    Wording,
)
from onrecord.calendar import bounds
from onrecord.errors import EntryUnknown
from onrecord.model import Card, EntityKind, Happened, Question, Spoken, identify
from onrecord.store.days import FIRST_OF_ALL, LAST_OF_ALL
from onrecord.store.words import folded

if TYPE_CHECKING:
    from onrecord.linker.positions import Groups
    from onrecord.store.store import Store

T = TypeVar("T")
Counting = TypeVar("Counting", Disagreement, History, Identity, Position, Recounted, Utterance)

# The kind of entry whose accounts may differ in this.
_DIFFER: Mapping[Differing, Linkable] = {
    "figure": "figure",
    "status": "event",
    "actor": "event",
    "date": "event",
    "wording": "statement",
    "role": "entity",
}
_NAMED = 5  # entities named in an error; a longer list helps nobody


@dataclass(frozen=True, slots=True)
class Accounts:
    """The objects across the articles of a store that answer a question."""

    store: Store
    question: Question
    at_least: int = 1

    def copies(self) -> Iterator[Copies]:
        """Stories that more than one article prints."""
        from onrecord.linker.articles import copies, found

        for together in self._limited(self._together("article", 2)):
            members = [card.id for card in together.members if isinstance(card, Card)]
            each = (each for id in members for each in found(self.store.reading(id)))
            yield copies(together, dict(each))

    def identities(self, kind: EntityKind | None = None) -> Iterator[Identity]:
        """People, organizations, countries…, of one kind or of any; those that most articles name
        come first.
        """
        from onrecord.linker.identities import identity

        found = self._enough(map(identity, self._together("entity")))
        return self._limited(each for each in found if kind in (None, each.kind))

    def utterances(
        self, wording: Wording | None = None, every: bool = False
    ) -> Iterator[Utterance]:
        """Occasions of saying that several articles report; with ``every``, those of one too."""
        from onrecord.linker.utterances import utterance

        found = self._enough(map(utterance, self._together("statement", 1 if every else 2)))
        return self._limited(each for each in found if wording is None or _worded(each, wording))

    def histories(self) -> Iterator[History]:
        """Counts over time, those that one article alone gives left out."""
        from onrecord.linker.histories import history

        return self._limited(self._enough(map(history, self._together("figure", 2))))

    def disagreements(self, kind: Differing | None = None) -> Iterator[Disagreement]:
        """What accounts differ in. Here ``since`` and ``until`` ask when it was printed."""
        from onrecord.linker.disagreements import disagreements

        kinds = dict.fromkeys(_DIFFER.values()) if kind is None else (_DIFFER[kind],)
        asked = replace(self, question=replace(self.question, since=None, until=None))
        found = (
            each
            for entries in kinds
            for together in asked._together(entries, 2)
            for each in disagreements(together, entries)
        )
        kept = (each for each in self._enough(found) if kind in (None, each.kind))
        return self._limited(each for each in kept if self._printed(each))

    def timeline(self) -> Iterator[Recounted]:
        """One telling of each event that has a date, by the first day that the date may mean."""
        told = [each for each in self._enough(self._told()) if each.occurrence.when.edtf]
        known = {member.entry for each in told for member in each.occurrence.members}
        singles = self.store.timeline(replace(self.question, limit=None))
        alone = (_alone(each) for each in singles if each.event.id not in known)
        return self._limited(
            heapq.merge(sorted(told, key=_first_day), self._enough(alone), key=_first_day)
        )

    def undated(self) -> int:
        """How many tellings the timeline leaves out because nothing says when it was."""
        dated = (each for each in self._told() if each.occurrence.when.edtf)
        ids = {member.entry for each in dated for member in each.occurrence.members}
        whenever = replace(self.question, since=None, until=None, limit=None)
        found = self.store.events(whenever)
        return sum(each.event.when.edtf is None and each.event.id not in ids for each in found)

    def entity(self, name: str) -> Identity:
        """The one that is called so, or that has that id or an entry of it; or EntryUnknown.

        Who is called exactly so comes before those whose names have more words: "Israel" before
        "Israel Katz"; but not where that is a bare surname: "Marsh" may be Ada Marsh as well.
        """
        from onrecord.linker.identities import identity

        if name.startswith(("per_", "ent_")):
            return identity(linking.cluster(self.store, name))
        named = list(replace(self, question=Question(by=name), at_least=1).identities())
        exactly = [each for each in named if folded(name) in map(folded, each.names)]
        surname = " " not in folded(name) and [each.kind for each in exactly] == ["person"]
        return _the_one(name, named if surname else exactly or named)

    def conflicts(self, kind: Linkable | None = None) -> Iterator[Conflict]:
        """Links that were not followed, each once, with the reason."""
        kinds = get_args(Linkable) if kind is None else (kind,)
        met: set[frozenset[str]] = set()
        for each in (joined for one in kinds for joined in self._together(one)):
            for conflict in each.conflicts:
                pair = frozenset((conflict.left, conflict.right))
                if pair not in met:
                    met.add(pair)
                    yield conflict

    def positions(self, name: str, about: str, vector: str | None) -> Iterator[Position]:
        """What one entity said on a topic, earliest first; ``vector`` is what the topic means."""
        from onrecord.linker.positions import positions

        who = self.entity(name)
        own = {member.entity for member in who.members}
        said = [
            spoken
            for article in dict.fromkeys(member.article for member in who.members)
            for spoken in self.store.statements(replace(self.question, article=article, limit=None))
            if spoken.statement.entity in own
        ]
        meant = b64decode(vector) if vector else None
        found = self._enough(positions(said, about, meant, self._groups(said)))
        return self._limited(found)

    def _groups(self, said: Iterable[Spoken]) -> Groups:
        """The utterances that statements report, and the stories their articles print."""
        from onrecord.linker.positions import Groups

        utterances: dict[str, str] = {}
        stories: dict[str, str] = {}
        for each in said:
            if each.statement.id not in utterances:
                together = linking.cluster(self.store, each.statement.id)
                spoken = [member for member in together.members if isinstance(member, Spoken)]
                utterances |= {member.statement.id: together.id for member in spoken}
                articles = (member.article.id for member in spoken)
                stories |= zip(articles, together.stories, strict=True)
        return Groups(utterances, stories)

    def _told(self) -> Iterator[Recounted]:
        """The events that several articles tell, each with the telling that stands for it."""
        from onrecord.linker.occurrences import occurrence

        asked = replace(self.question, limit=None)
        wanted = {each.event.id for each in self.store.events(asked)}
        for together in self._together("event", 2):
            made = occurrence(together)
            yield Recounted(_standing(together.members, made.when.edtf, wanted), made)

    def _together(self, kind: Linkable, at_least: int = 1) -> Iterator[Together]:
        """What links join, at least so many entries, where one of them answers the question."""
        return self.store.together(kind, replace(self.question, limit=None), at_least)

    def _enough(self, values: Iterable[Counting]) -> Iterator[Counting]:
        """Those that at least so many independent accounts tell."""
        return (value for value in values if _accounts(value) >= self.at_least)

    def _limited(self, values: Iterable[T]) -> Iterator[T]:
        return islice(values, self.question.limit)

    def _printed(self, value: Disagreement) -> bool:
        """Whether one of its values may have been printed within the days asked for."""
        first, _ = _days(self.question.since)
        _, last = _days(self.question.until)
        return any(
            first <= until and since <= last
            for since, until in (_days(told.published.edtf) for told in value.values)
        )


def _accounts(value: Disagreement | History | Identity | Position | Recounted | Utterance) -> int:
    return value.occurrence.accounts if isinstance(value, Recounted) else value.accounts


def _worded(value: Utterance, wording: Wording) -> bool:
    return any(report.wording == wording for report in value.members)


def _standing(members: Iterable[object], edtf: str | None, wanted: Collection[str]) -> Happened:
    """The telling that stands for the others: one that answers, with the date of the occurrence."""
    tellings = [each for each in members if isinstance(each, Happened)]
    asked = [each for each in tellings if each.event.id in wanted]
    return next((each for each in asked if each.event.when.edtf == edtf), asked[0])


def _alone(telling: Happened) -> Recounted:
    """An event that one article alone tells."""
    from onrecord.linker.occurrences import occurrence

    id = identify("occ", telling.event.id)
    return Recounted(telling, occurrence(Together(id, (telling,), (telling.article.id,))))


def _first_day(value: Recounted) -> str:
    first, _ = _days(value.occurrence.when.edtf)
    return first


def _days(edtf: str | None) -> tuple[str, str]:
    """The first and the last day that a date may mean; all time where nothing bounds it."""
    first, last = bounds(edtf)
    return first.isoformat() if first else FIRST_OF_ALL, last.isoformat() if last else LAST_OF_ALL


def _the_one(name: str, found: list[Identity]) -> Identity:
    """The only one found; raises EntryUnknown where there is none, or more than one."""
    if not found:
        raise EntryUnknown(
            f"nobody and nothing on the record is called “{name}”; `onrecord entities` lists all"
        )
    if len(found) > 1:
        several = ", ".join(f"{each.name} ({each.kind}, {each.id})" for each in found[:_NAMED])
        more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
        raise EntryUnknown(
            f"“{name}” may be any of {several}{more}; give a fuller name or one of these ids"
        )
    return found[0]
