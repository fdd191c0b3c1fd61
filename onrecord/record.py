"""class Record: the front door, and the only place where ingest, reader and store meet.

Articles stream in from ingest, those not yet on the record go through the reader in modest chunks,
and each reading is on the record, whole, before the next one is. So a run that is killed loses the
article in hand, and the next run goes on where it stopped. A stage is imported when it is first
needed, and the network is loaded only when there is something to read. What belongs together beside
that stands together: ``search``, ``review``, ``dossiers``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from onrecord import gathering, intake, linking
from onrecord.accounts import Accounts
from onrecord.across import (
    Conflict,
    Copies,
    Differing,
    Disagreement,
    History,
    Identity,
    Judgement,
    Link,
    Linkable,
    Linked,
    Occurrence,
    Position,
    Recounted,
    Together,
    Utterance,
    Wording,
)
from onrecord.cabinet import Cabinet
from onrecord.model import (
    Added,
    Article,
    Card,
    Counted,
    EntityKind,
    Failure,
    Happened,
    Question,
    Reading,
    Spoken,
    Voice,
)
from onrecord.outcomes import CHUNK, Each, Reads, Run, each_read
from onrecord.reviewing import Review
from onrecord.searching import Search

if TYPE_CHECKING:
    from onrecord.ingest import File, Given
    from onrecord.store.queries import Dated
    from onrecord.store.store import Store

T = TypeVar("T")

PATIENCE = 10.0  # seconds to wait while another process writes


class Record:
    """Everything read so far, kept in one place: add articles to it, ask it questions.

    A question is made of the fields of ``model.Question``: ``record.statements(by="John Kirby",
    since="2023-11")``. Names are whole words, whatever their case and accents. ``text`` takes words
    in any order, words "together" in quotation marks, and beginnings (``ceas*``). A date in doubt
    matches where it may lie. A date, action, status or measure that is none raises QuestionInvalid.
    Lists are streamed in the order in which articles were added and, within one, of its text.
    """

    def __init__(self, store: Store, reader: Reads | None = None) -> None:
        self._store = store
        self._reader = reader

    @classmethod
    def open(
        cls,
        where: str | Path,
        reader: Reads | None = None,
        *,
        create: bool = True,
        patience: float = PATIENCE,
    ) -> Record:
        """Open the record at a path; with ``create``, make one where there is none.

        Raises RecordUnavailable: missing, locked by another writer for ``patience`` seconds, no
        record, or written by a newer onrecord.
        """
        from onrecord.store.store import Store

        return cls(Store.open(where, create=create, patience=patience), reader)

    def close(self) -> None:
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(
        self, *sources: str | Path | File, given: Given | None = None, each: Each | None = None
    ) -> Added:
        """Read articles that are not on the record yet, and put them on it.

        ``each`` is called with every article once it is dealt with, and with every failure. An
        article that is there already changes nothing, whichever reader read it (see ``reread``).
        """
        run = Run(self._store, each)
        waiting: dict[str, Article] = {}
        for item in intake.ingested(sources, given):
            if isinstance(item, Failure):
                if not self._store.is_made_of(item.source):  # `onrecord add .` beside the record
                    run.failed(item)
                continue
            if item.id in waiting or len(waiting) == CHUNK:
                self._put(waiting, run)
            if self._store.has(item.id):
                run.known(item)
            else:
                waiting[item.id] = item
        self._put(waiting, run)
        return run.added()

    def reread(self, each: Each | None = None) -> Added:
        """Read again, from the record itself, every article that another reader has read.

        Each new reading takes the place of the old one at once; where the reader fails, the old one
        stays.
        """
        run, after = Run(self._store, each), 0
        while page := self._store.read_otherwise(self._read_by().name, after, CHUNK):
            after = page[-1].number
            articles = [numbered.article for numbered in page]
            for article, outcome in each_read(self._read_by(), articles):
                run.replace(article, outcome)
            self.gather()
        return run.added()

    def statements(self, **question: Any) -> Iterator[Spoken]:
        """Statements on the record, each with its article and the words around it."""
        return self._store.statements(Question(**question))

    def events(self, **question: Any) -> Iterator[Happened]:
        """Events on the record, whatever their status, each with its article, the words around it,
        and the statement it is according to.

        ``since`` and ``until`` ask when the event was, and leave out those of which nothing says.
        """
        return self._store.events(Question(**question))

    def timeline(self, **question: Any) -> Iterator[Happened]:
        """The events that have a date, by the first day that it may mean."""
        return self._store.timeline(Question(**question))

    def figures(self, **question: Any) -> Iterator[Counted]:
        """Figures on the record; ``since`` and ``until`` ask as of when they are."""
        return self._store.figures(Question(**question))

    def undated(self, listed: Dated, *, across: bool = False, **question: Any) -> int:
        """How many "events" or "figures" a question of dates leaves out because they have none;
        ``across`` articles, an event has the date that any article gives it.
        """
        if across and listed == "events":
            return self._accounts(1, question).undated()
        return self._store.undated(Question(**question), listed)

    def voices(self, **question: Any) -> Iterator[Voice]:
        """People, organizations, countries…, each as it stands in one article."""
        return self._store.entities(Question(**question))

    def articles(self, **question: Any) -> Iterator[Card]:
        """Articles on the record, without their text."""
        return self._store.articles(Question(**question))

    def readings(self, **question: Any) -> Iterator[Reading]:
        """Whole readings of the articles that ``articles`` would list."""
        return self._store.readings(Question(**question))

    def reading(self, id: str) -> Reading:
        """The reading with an article's or entry's id, or the beginning of one; or EntryUnknown."""
        return self._store.reading(id)

    def failures(self) -> Iterator[Failure]:
        """What could not be put on the record and has not succeeded since."""
        return self._store.failures()

    def link(self, each: Each | None = None, again: bool = False) -> Linked:
        """Link the articles that are not linked yet with all others; with ``again``, all anew.

        ``each`` is called with every article once it is linked, and with every failure. What people
        judged stays.
        """
        linked = linking.link(self._store, each, again)
        self.gather()
        return linked

    def unlinked(self) -> int:
        """How many articles are not linked yet."""
        return linking.unlinked(self._store)

    def is_linked(self) -> bool:
        """Whether any article is linked."""
        return linking.is_linked(self._store)

    def copies(self, **question: Any) -> Iterator[Copies]:
        """Stories that more than one article prints; each is one independent account."""
        return self._accounts(1, question).copies()

    def entities(
        self, *, kind: EntityKind | None = None, at_least: int = 1, **question: Any
    ) -> Iterator[Identity]:
        """People, organizations, countries… across articles, under all their names and roles.

        ``at_least`` is how many independent accounts there are, here and below.
        """
        return self._accounts(at_least, question).identities(kind)

    def people(
        self, *, kind: EntityKind = "person", at_least: int = 1, **question: Any
    ) -> Iterator[Identity]:
        """The same for one kind."""
        return self.entities(kind=kind, at_least=at_least, **question)

    def entity(self, name: str) -> Identity:
        """The one that is called so, or has that id; raises EntryUnknown for none or several."""
        return self._accounts(1, {}).entity(name)

    def utterances(
        self,
        *,
        wording: Wording | None = None,
        every: bool = False,
        at_least: int = 1,
        **question: Any,
    ) -> Iterator[Utterance]:
        """Occasions of saying that several articles report; with ``every``, those of one too.

        ``wording`` asks for those with such a report: verbatim, altered or paraphrased.
        """
        return self._accounts(at_least, question).utterances(wording, every)

    def disagreements(
        self, *, kind: Differing | None = None, at_least: int = 1, **question: Any
    ) -> Iterator[Disagreement]:
        """What accounts differ in; ``since`` and ``until`` ask when that was printed."""
        return self._accounts(at_least, question).disagreements(kind)

    def occurrences(self, *, at_least: int = 1, **question: Any) -> Iterator[Recounted]:
        """The timeline with each event once, whoever tells it."""
        return self._accounts(at_least, question).timeline()

    def histories(self, *, at_least: int = 1, **question: Any) -> Iterator[History]:
        """Counts as they were given over time, each source for itself."""
        return self._accounts(at_least, question).histories()

    def position(
        self, name: str, *, about: str, at_least: int = 1, **question: Any
    ) -> Iterator[Position]:
        """What one entity said on a topic, earliest first; by words, and by meaning where the
        reader's network knows it.
        """
        vector = self._read_by().vector(about)
        return self._accounts(at_least, question).positions(name, about, vector)

    def gather(self, stop: Callable[[], bool] | None = None) -> int:
        """Make anew the objects across articles that have changed, as ``link``, ``judge`` and
        ``withdraw`` do themselves; how many.
        """
        return gathering.gather(self._store, stop=stop)

    def utterance(self, id: str) -> Utterance:
        """What one statement reports with others, by its id or theirs; raises EntryUnknown."""
        found: Utterance = self._accounts(1, {}).the("statement", id)
        return found

    def occurrence(self, id: str) -> Occurrence:
        """What one event tells with others, by its id or theirs; raises EntryUnknown."""
        found: Occurrence = self._accounts(1, {}).the("event", id)
        return found

    def history(self, id: str) -> History:
        """What one figure counts with others, by its id or theirs; raises EntryUnknown."""
        found: History = self._accounts(1, {}).the("figure", id)
        return found

    def copied(self, id: str) -> Copies:
        """The story that an article prints with others, by its id or theirs; or EntryUnknown."""
        found: Copies = self._accounts(1, {}).the("article", id)
        return found

    def links(
        self,
        *,
        kind: Linkable | None = None,
        judgement: Judgement | None = None,
        by: str | None = None,
        withdrawn: bool = False,
        entry: str | None = None,
        limit: int | None = None,
    ) -> Iterator[Link]:
        """What is linked, what is not, and why, in the order in which it was decided.

        ``by`` is a person's name, or "onrecord"; with ``withdrawn`` also what no longer stands.
        """
        return linking.links(
            self._store,
            kind=kind,
            judgement=judgement,
            decided_by=by,
            withdrawn=withdrawn,
            entry=entry,
            limit=limit,
        )

    def together(self, id: str) -> Together:
        """The entries that links join, whole and each with its story, by its id or theirs."""
        return linking.cluster(self._store, id)

    def conflicts(self, kind: Linkable | None = None) -> Iterator[Conflict]:
        """Links that were not followed because they contradict others, with the reason."""
        return self._accounts(1, {}).conflicts(kind)

    def judge(self, left: str, right: str, judgement: Judgement, *, by: str, why: str) -> Link:
        """Say that two entries are the same, different, or that nobody can tell; it beats any
        score.
        """
        return self._gathered(linking.judge(self._store, left, right, judgement, by, why))

    def withdraw(self, link: str, *, by: str, why: str) -> Link:
        """Withdraw a link; it stays on the record as withdrawn, and is not made again."""
        return self._gathered(linking.withdraw(self._store, link, by, why))

    def gather_by(self, gather: Callable[[], object] | None) -> None:
        """Have somebody else gather whenever something changed, who is told so by this call; lists
        answer meanwhile from what still holds.
        """
        self._store.gather_by = gather

    def _gathered(self, done: T) -> T:
        """What a change came to, once the objects it touches are made anew."""
        gathering.follow(self._store)
        return done

    @property
    def search(self) -> Search:
        """Counts, kinds, topics, what is near in meaning, who relies on whom."""
        return Search(self._store, self._read_by)

    @property
    def dossiers(self) -> Cabinet:
        """Lists that people made of what is on the record."""
        return Cabinet(self._store)

    @property
    def review(self) -> Review:
        """Corrections, and what waits for a person."""
        return Review(self._store)

    def _accounts(self, at_least: int, question: dict[str, Any]) -> Accounts:
        return Accounts(self._store, Question(**question), at_least)

    def _put(self, waiting: dict[str, Article], run: Run) -> None:
        """Read the waiting articles and put each on the record; none is waiting afterwards."""
        if waiting:
            for article, outcome in each_read(self._read_by(), list(waiting.values())):
                run.put(article, outcome)
            waiting.clear()

    def _read_by(self) -> Reads:
        """The reader, loaded when something is to be read."""
        self._reader = self._reader or intake.reader()
        return self._reader


def open(where: str | Path) -> Record:
    """Open the record at a path, or make one: ``onrecord.open("gaza.db").add("reports/")``."""
    return Record.open(where)
