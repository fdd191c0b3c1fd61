"""class Search: what is found in a record besides lists: counts, kinds, topics, what is near in
meaning, one of them in numbers, and who relies on whom. Questions are those of ``Record``.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from onrecord import gathering, linking
from onrecord.accounts import Accounts, Across
from onrecord.across import Differing, Disagreement, Told, Wording
from onrecord.errors import QuestionInvalid
from onrecord.findings import Choice, Countable, Facet, Faceted, Near, Summary, Timed, Topic
from onrecord.model import EntityKind, Happened, Question, Spoken
from onrecord.outcomes import Reads
from onrecord.portraits import Known, Portrait, Sort

if TYPE_CHECKING:
    from onrecord.places import Places
    from onrecord.publishers import Crediting, Publisher, Relaying
    from onrecord.store.finding import Finding
    from onrecord.store.store import Store


@dataclass(frozen=True, slots=True)
class Search:
    """What is found in a store; ``read_by`` gives the reader, which knows what words mean."""

    store: Store
    read_by: Callable[[], Reads]

    def count(self, listed: Countable, *, about: str | None = None, **question: Any) -> int:
        """How many a question asks for; of statements, those ``about`` something in meaning."""
        return self._finding.count(listed, Question(**question), self._meant(about))

    def page(self, **question: Any) -> list[Spoken]:
        """A part of what ``statements`` gives, quickly where more is asked of the same question."""
        return self._finding.statements(Question(**question))

    def facets(
        self, listed: Faceted, *, about: str | None = None, **question: Any
    ) -> tuple[Facet, ...]:
        """How they fall into kinds, each field counted as if it had not been asked for."""
        return self._finding.facets(listed, Question(**question), self._meant(about))

    def described(self, listed: Countable, **question: Any) -> str:
        """The question in English; QuestionInvalid where it cannot be asked."""
        return self._finding.described(listed, Question(**question))

    def stated(self, listed: Countable, **question: Any) -> tuple[tuple[str, str], ...]:
        """The filters of a question, each with its English."""
        return self._finding.stated(listed, Question(**question))

    def nearest(self, about: str, **question: Any) -> Iterator[Near]:
        """The statements that are near something in meaning, nearest first."""
        return self._finding.nearest(self._meant(about) or b"", Question(**question))

    def over_time(
        self, listed: Timed | Literal["occurrences"], **question: Any
    ) -> tuple[tuple[str, int], ...]:
        """How many there are of each month, or of each day where all are of a few months; each
        counts once, under the days it lies between where its date is less exact than that. As many
        are found ``during`` those days.
        """
        if listed == "occurrences":
            return Accounts(self.store, Question(**question)).over_time()
        return self._finding.over_time(listed, Question(**question))

    def topics(self, *, limit: int = 20, **question: Any) -> tuple[Choice, ...]:
        """The words that most statements share."""
        return self._finding.topics(limit, Question(**question))

    def topic(self, name: str, *, about: str, at_least: int = 1, **question: Any) -> Topic:
        """What ``position`` gives, counted, whatever page of it."""
        vector = self.read_by().vector(about)
        return Accounts(self.store, Question(**question), at_least).topic(name, about, vector)

    def places(self, **question: Any) -> Places:
        """Where events were, as far as the gazetteer can tell; and the names it cannot."""
        return self._finding.places(Question(**question))

    def count_at(self, spot: str, **question: Any) -> int:
        """How many tellings say that an event was at a place, by its id (``Spot.id``)."""
        return self._finding.count_at(spot, Question(**question))

    def told_at(self, spot: str, **question: Any) -> list[Happened]:
        """Those tellings; EntryUnknown where the record has none."""
        return self._finding.told_at(spot, Question(**question))

    def summary(self) -> Summary:
        """What is on the record as a whole."""
        return self._finding.summary()

    def linked_by_others(self) -> int:
        """How many articles another version of onrecord linked; what it decided stays until all are
        linked anew.
        """
        return linking.linked_by_others(self.store)

    def count_across(
        self,
        what: Across,
        *,
        kind: EntityKind | None = None,
        differing: Differing | None = None,
        wording: Wording | None = None,
        every: bool = False,
        at_least: int = 1,
        **question: Any,
    ) -> int:
        """How many objects across articles a question asks for, whatever page of them."""
        return Accounts(self.store, Question(**question), at_least).count(
            what, kind, wording, differing, every
        )

    def directory(
        self,
        *,
        kind: EntityKind | None = None,
        sort: Sort = "accounts",
        at_least: int = 1,
        **question: Any,
    ) -> Iterator[Known]:
        """The same as lines in a list: counts without the entries."""
        return Accounts(self.store, Question(**question), at_least).directory(kind, sort)

    def portrait(self, id: str) -> Portrait:
        """What is known of one entity, counted; by its id or that of an entry; or EntryUnknown."""
        return Accounts(self.store, Question(), 1).portrait(id)

    def tellings(self, told: Sequence[Told]) -> list[Happened]:
        """The events that some accounts of one tell of, with their words."""
        return self.store.kept.told([(each.article, each.entry) for each in told])

    def printings(self, articles: Collection[str]) -> Mapping[str, int]:
        """In how many articles the story of each is printed, where that is more than one."""
        from onrecord.store.printings import printings

        gathering.ready(self.store)
        return self.store.one(lambda connection: printings(connection, articles))

    def differing(self, id: str) -> tuple[Disagreement, ...]:
        """What accounts differ in about one event, figure, person…; raises EntryUnknown."""
        from onrecord.store.differing import differing

        gathering.ready(self.store)
        found = self.store.one(lambda connection: differing(connection, id))
        return tuple(map(gathering.disagreement, found))

    def publishers(self) -> tuple[Publisher, ...]:
        """What each publisher prints, and how much of it is unnamed, passed on, or copied;
        ``publisher`` is None for all articles of which nobody knows it.
        """
        from onrecord.store import relaying

        gathering.ready(self.store)
        return relaying.publishers(self.store)

    def relaying(self, *, limit: int | None = None) -> tuple[Relaying, ...]:
        """Who prints what somebody else passed on, most statements first."""
        from onrecord.store import relaying

        gathering.ready(self.store)
        return relaying.relaying(self.store)[:limit]

    def crediting(self) -> tuple[Crediting, ...]:
        """Whose articles credit which agency, most articles first."""
        from onrecord.store import relaying

        gathering.ready(self.store)
        return relaying.crediting(self.store)

    @property
    def _finding(self) -> Finding:
        return self.store.finding

    def _meant(self, about: str | None) -> bytes | None:
        """What words mean, as bytes; QuestionInvalid where they mean nothing."""
        vector = None if about is None else self.read_by().vector(about)
        if about is not None and vector is None:
            raise QuestionInvalid(f"nothing is near “{about}” in meaning: it has no words")
        return None if vector is None else b64decode(vector)
