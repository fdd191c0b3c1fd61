"""What several articles say together: the objects across articles, asked for by a question.

A question is that of the lists: an utterance answers it where one of its reports does, a person
where one article's mention does. ``at_least`` asks how many independent accounts there are. What
links join is kept ready (see ``gathering``); an entry that is not linked comes last, by itself.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, get_args

from onrecord.across import (
    Conflict,
    Copies,
    Differing,
    Disagreement,
    History,
    Identity,
    Linkable,
    Occurrence,
    Position,
    Recounted,
    Together,
    Utterance,
    Wording,
)
from onrecord.errors import EntryUnknown, QuestionInvalid
from onrecord.findings import Topic
from onrecord.gathering import (
    DIFFERING,
    REPEATED,
    SEVERAL,
    disagreement,
    made,
    outline,
    parsed,
    ready,
    span,
    written,
)
from onrecord.model import EntityKind, Question
from onrecord.portraits import Known, Outline, Portrait, Sort
from onrecord.standing import told
from onrecord.store.wanted import Disagreed, Wanted
from onrecord.store.words import folded
from onrecord.unshared import OPENED, Unshared

if TYPE_CHECKING:
    from onrecord.linker.positions import OnTopic
    from onrecord.store.kept import Called, Found
    from onrecord.store.store import Store
    from onrecord.store.timelines import Dated

Across = Literal[
    "entities", "people", "utterances", "copies", "occurrences", "histories", "disagreements"
]
_KINDS: Mapping[Across, Linkable] = {
    "entities": "entity",
    "people": "entity",
    "utterances": "statement",
    "copies": "article",
    "histories": "figure",
}
_TYPES: Mapping[Across, str] = {"people": "person", "utterances": SEVERAL}
_CALLED: Mapping[Linkable, str] = {
    "article": "an article, or a story that several print",
    "entity": "a person or organization",
    "statement": "a statement, or an utterance that several report",
    "event": "an event",
    "figure": "a figure, or a count that several give",
}

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
        return self._objects("article", replace(self._wanted(), at_least=1))

    def identities(self, kind: EntityKind | None = None) -> Iterator[Identity]:
        """People, organizations, countries…, of one kind or of any; those that most articles name
        come first.
        """
        wanted = self._wanted(type=kind)
        yield from self._objects("entity", wanted)
        if self.at_least <= 1:
            start, limit = self._left("entity", wanted)
            yield from map(_identity, self.store.kept.alone(wanted, start, limit))

    def utterances(
        self, wording: Wording | None = None, every: bool = False
    ) -> Iterator[Utterance]:
        """Occasions of saying that several articles report; with ``every``, those of one too."""
        wanted = self._wanted(type=None if every else SEVERAL, trait=wording)
        yield from self._objects("statement", wanted)
        if every and self.at_least <= 1:
            yield from self._unshared(wording).utterances(*self._left("statement", wanted))

    def histories(self) -> Iterator[History]:
        """Counts over time; what one article says twice over is none."""
        return self._objects("figure", replace(self._wanted(), without=REPEATED))

    def disagreements(self, kind: Differing | None = None) -> Iterator[Disagreement]:
        """What accounts differ in. Here ``since`` and ``until`` ask when it was printed."""
        ready(self.store)
        for line in self.store.kept.differences(self._disagreed(kind)):
            yield disagreement(line)

    def timeline(self) -> Iterator[Recounted]:
        """One telling of each event that has a date, by the first day that the date may mean."""
        ready(self.store)
        for dated in self.store.kept.timeline(self._wanted()):
            yield Recounted(
                dated.telling, parsed("event", dated.line) if dated.line else _alone(dated)
            )

    def over_time(self) -> tuple[tuple[str, int], ...]:
        """How many events of the timeline there are of each month or day."""
        ready(self.store)
        return self.store.kept.timeline_over_time(self._wanted())

    def undated(self) -> int:
        """How many tellings the timeline leaves out because nothing says when it was."""
        ready(self.store)
        return self.store.kept.undated(self._wanted())

    def count(
        self,
        what: Across,
        kind: EntityKind | None = None,
        wording: Wording | None = None,
        differing: Differing | None = None,
        every: bool = False,
    ) -> int:
        """How many there are in all, whatever page of them is asked for."""
        ready(self.store)
        kept = self.store.kept
        if what == "occurrences":
            return kept.count_timeline(self._wanted())
        if what == "disagreements":
            return kept.count_differences(self._disagreed(differing))
        type = kind or (None if every else _TYPES.get(what))
        wanted = self._wanted(type=type, trait=wording)
        if what == "copies":
            wanted = replace(wanted, at_least=1)
        if what == "histories":
            wanted = replace(wanted, without=REPEATED)
        alone = kept.count_alone(wanted) if self._has_alone(what) else 0
        if every and self.at_least <= 1:
            alone = self._unshared(wording).count()
        return kept.count(_KINDS[what], wanted) + alone

    def the(self, kind: Linkable, id: str) -> Any:
        """The object that has an id, or that the entry of that id is in; raises EntryUnknown."""
        found = self._found(kind, id)
        if found.together is not None:
            return made(kind, found.together, found.about)
        return parsed(kind, found.line)

    def _found(self, kind: Linkable, id: str) -> Found:
        found = self.store.kept.the(id)
        if found.kind != kind:
            raise EntryUnknown(f"“{id}” is not {_CALLED[kind]}, but {_CALLED[found.kind]}")
        return found

    def entity(self, name: str) -> Identity:
        """The one that is called so, or that has that id or an entry of it; or EntryUnknown.

        Who is called exactly so comes before those whose names have more words: "Israel" before
        "Israel Katz"; but not where that is a bare surname: "Marsh" may be Ada Marsh as well.
        """
        found: Identity = self.the("entity", self._id(name))
        return found

    def outline(self, name: str) -> Outline:
        """The same without all its thousands of mentions."""
        found = self._found("entity", self._id(name))
        together = found.together
        return outline(found.line if together is None else written(_identity(together)))

    def _id_of(self, name: str) -> str:
        """The same of the one that links join, where the id is that of an entry, or begins one."""
        id = self._id(name)
        return id if id != name else self.store.kept.id_of(name)

    def _id(self, name: str) -> str:
        """The id of the one that is called so; an id as it is."""
        if name.startswith(("per_", "ent_")):
            return name
        named = self._called(name)
        exactly = [each for each in named if folded(name) in map(folded, each.names)]
        surname = " " not in folded(name) and [each.kind for each in exactly] == ["person"]
        return _the_one(name, named if surname else exactly or named).id

    def directory(self, kind: EntityKind | None, sort: Sort) -> Iterator[Known]:
        """The same as lines in a list; those that are not linked come last."""
        ready(self.store)
        wanted = self._wanted(type=kind)
        if sort not in get_args(Sort):
            listed = ", ".join(get_args(Sort))
            raise QuestionInvalid(f"“{sort}” is no way to sort people; there are {listed}")
        yield from self.store.kept.known(wanted, sort)
        if self.at_least <= 1:
            yield from map(_known, self.store.kept.alone(wanted, *self._left("entity", wanted)))

    def portrait(self, id: str) -> Portrait:
        """One person, organization… in numbers; raises EntryUnknown."""
        ready(self.store)
        found = self.store.kept.portrait(id)
        if found is None:
            raise EntryUnknown(f"“{id}” is no id of a person or organization, nor of a mention")
        return found

    def conflicts(self, kind: Linkable | None = None) -> Iterator[Conflict]:
        """Links that were not followed, each once, with the reason."""
        met: set[frozenset[str]] = set()
        for each in self.store.kept.conflicts(kind):
            pair = frozenset((each.left, each.right))
            if pair not in met:
                met.add(pair)
                yield each

    def positions(self, name: str, about: str, vector: str | None) -> Iterator[Position]:
        """What one entity said on a topic, earliest first; ``vector`` is what the topic means."""
        found = self._on_topic(name, about, vector)
        start, limit = self.question.start or 0, self.question.limit
        end = len(found) if limit is None else start + max(limit, 0)
        for first in range(start, min(end, len(found)), OPENED):
            yield from self._opened(found[first : min(first + OPENED, end)])

    def topic(self, name: str, about: str, vector: str | None) -> Topic:
        """The same, counted."""
        from onrecord.store.periods import over_days

        found = self._on_topic(name, about, vector)
        says = [each.said for each in found if each.says]
        return Topic(len(found), len(says), over_days((e.first_day, e.last_day) for e in says))

    def _on_topic(self, name: str, about: str, vector: str | None) -> Sequence[OnTopic]:
        """All of them, in order, without the statements themselves."""
        from onrecord.store.finding import plain

        asked = plain(replace(self.question, entity=self._id_of(name)))
        made = partial(self._on, asked, about, b64decode(vector) if vector else None)
        return self.store.finding.lately(("on", asked, about, vector, self.at_least), made)

    def _on(self, asked: Question, about: str, meant: bytes | None) -> Sequence[OnTopic]:
        from onrecord.linker.positions import Groups, on_topic
        from onrecord.linker.words import stems_of

        said = self.store.finding.said(asked, meant, stems_of(about), stems_of)
        groups = Groups(*self.store.kept.homes([each.id for each in said]))
        found = on_topic(said, about, groups)
        return [each for each in found if each.accounts >= self.at_least]

    def _opened(self, found: Sequence[OnTopic]) -> Iterator[Position]:
        opened = self.store.kept.spoken([each.said.number for each in found])
        for each in found:
            if (spoken := opened.get(each.said.number)) is not None:
                yield Position(spoken, *each[1:])

    def _objects(self, kind: Linkable, wanted: Wanted) -> Iterator[Any]:
        ready(self.store)
        for line in self.store.kept.objects(kind, wanted):
            yield parsed(kind, line)

    def _wanted(self, type: str | None = None, trait: str | None = None) -> Wanted:
        return Wanted(self.question, self.at_least, type, trait)

    def _left(self, kind: Linkable, wanted: Wanted) -> tuple[int, int | None]:
        """How many of what comes after the objects to skip, and how many to show."""
        start, limit = max(self.question.start or 0, 0), self.question.limit
        if not start and limit is None:
            return 0, None
        count = self.store.kept.count(kind, wanted)
        shown = max(count - start, 0)
        return max(start - count, 0), None if limit is None else max(limit - shown, 0)

    def _has_alone(self, what: Across) -> bool:
        return _KINDS[what] == "entity" and self.at_least <= 1

    def _unshared(self, wording: Wording | None) -> Unshared:
        """What one article alone reports."""
        return Unshared(self.store, self.question, wording)

    def _called(self, name: str) -> list[Called]:
        """All who have these words in a name, linked or not."""
        from onrecord.store.kept import Called

        ready(self.store)
        wanted = Wanted(Question(by=name))
        alone = map(_identity, self.store.kept.alone(wanted, 0, None))
        unlinked = [Called(each.id, each.name, each.kind, each.names) for each in alone]
        return self.store.kept.called(name) + unlinked

    def _disagreed(self, kind: Differing | None) -> Disagreed:
        asked = self.question
        return Disagreed(
            replace(asked, since=None, until=None),
            DIFFERING if kind is None else (_DIFFER[kind],),
            self.at_least,
            kind,
            since=asked.since and span(asked.since)[0],
            until=asked.until and span(asked.until)[1],
        )


def _identity(together: Together) -> Identity:
    found: Identity = made("entity", together)
    return found


def _known(together: Together) -> Known:
    """An entity of one article that is not linked."""
    one = _identity(together)
    first, last = _printed(one)
    return Known(
        id=one.id,
        name=one.name,
        kind=one.kind,
        accounts=1,
        articles=1,
        statements=one.statements,
        first_day=first,
        last_day=last,
        **told(one),
    )


def _printed(one: Identity) -> tuple[str | None, str | None]:
    published = one.members[0].published.edtf
    return span(published) if published else (None, None)


def _alone(dated: Dated) -> Occurrence:
    """An event that one article alone tells."""
    told = dated.telling
    found: Occurrence = made("event", Together(dated.id, (told,), (told.article.id,)))
    return found


def _the_one(name: str, found: list[Called]) -> Called:
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
