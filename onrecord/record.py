"""class Record: the front door, and the only place where ingest, reader and store meet.

Articles stream in from ingest, those not yet on the record go through the reader in modest chunks,
and each reading is on the record, whole, before the next one is. So a run that is killed loses the
article in hand, and the next run goes on where it stopped. A stage is imported when it is first
needed, and the network is loaded only when there is something to read. ``read`` and ``readings`` do
the same without keeping anything.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from onrecord import gathering, linking, reviewing
from onrecord.accounts import Accounts, Across
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
from onrecord.corrections import Correcting, Correction, Rejected, Wish
from onrecord.dossiers import Dossier, Folder, Line
from onrecord.errors import QuestionInvalid, UnreadableArticle
from onrecord.findings import Choice, Countable, Facet, Faceted, Near, Summary, Timed
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
from onrecord.outcomes import Each, Reads, Run, each_read
from onrecord.portraits import Known, Portrait, Sort

if TYPE_CHECKING:
    from onrecord.ingest import File, Given
    from onrecord.publishers import Publisher, Relaying
    from onrecord.store.queries import Dated, Entered
    from onrecord.store.store import Store

T = TypeVar("T")

CHUNK = 32  # articles given to the reader at a time: enough to batch, little to lose
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
        for item in _ingested(sources, given):
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

    def publishers(self) -> tuple[Publisher, ...]:
        """What each publisher prints, and how much of it is unnamed, passed on, or copied."""
        from onrecord.store import relaying

        gathering.ready(self._store)
        return relaying.publishers(self._store)

    def relaying(self, *, limit: int | None = None) -> tuple[Relaying, ...]:
        """Who prints what somebody else passed on, most statements first."""
        from onrecord.store import relaying

        return relaying.relaying(self._store)[:limit]

    def count(self, listed: Countable, *, about: str | None = None, **question: Any) -> int:
        """How many a question asks for; of statements, those ``about`` something in meaning."""
        return self._store.finding.count(listed, Question(**question), self._meant(about))

    def page(self, **question: Any) -> list[Spoken]:
        """A part of what ``statements`` gives, quickly where more is asked of the same question."""
        return self._store.finding.statements(Question(**question))

    def facets(
        self, listed: Faceted, *, about: str | None = None, **question: Any
    ) -> tuple[Facet, ...]:
        """How they fall into kinds, each field counted as if it had not been asked for."""
        return self._store.finding.facets(listed, Question(**question), self._meant(about))

    def described(self, listed: Countable, **question: Any) -> str:
        """The question in English; QuestionInvalid where it cannot be asked."""
        return self._store.finding.described(listed, Question(**question))

    def stated(self, listed: Countable, **question: Any) -> tuple[tuple[str, str], ...]:
        """The filters of a question, each with its English."""
        return self._store.finding.stated(listed, Question(**question))

    def nearest(self, about: str, **question: Any) -> Iterator[Near]:
        """The statements that are near something in meaning, nearest first."""
        return self._store.finding.nearest(self._meant(about) or b"", Question(**question))

    def over_time(self, listed: Timed, **question: Any) -> tuple[tuple[str, int], ...]:
        """How many there are of each month, or of each day where all are of a few months; each
        counts once, under the days it lies between where its date is less exact than that.
        """
        return self._store.finding.over_time(listed, Question(**question))

    def topics(self, *, limit: int = 20, **question: Any) -> tuple[Choice, ...]:
        """The words that most statements share."""
        return self._store.finding.topics(limit, Question(**question))

    def summary(self) -> Summary:
        """What is on the record as a whole."""
        return self._store.finding.summary()

    def failures(self) -> Iterator[Failure]:
        """What could not be put on the record and has not succeeded since."""
        return self._store.failures()

    def link(self, each: Each | None = None, again: bool = False) -> Linked:
        """Link the articles that are not linked yet with all others; with ``again``, all anew.

        ``each`` is called with every article once it is linked, and with every failure. What people
        judged stays.
        """
        return self._gathered(linking.link(self._store, each, again))

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

    def directory(
        self,
        *,
        kind: EntityKind | None = None,
        sort: Sort = "accounts",
        at_least: int = 1,
        **question: Any,
    ) -> Iterator[Known]:
        """The same as lines in a list: counts without the entries."""
        return self._accounts(at_least, question).directory(kind, sort)

    def portrait(self, id: str) -> Portrait:
        """What is known of one entity, counted; by its id or that of an entry; or EntryUnknown."""
        return self._accounts(1, {}).portrait(id)

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

    def gather(self) -> int:
        """Make anew the objects across articles that have changed, as ``link``, ``judge`` and
        ``withdraw`` do themselves; how many.
        """
        return gathering.gather(self._store)

    def count_across(
        self,
        what: Across,
        *,
        kind: EntityKind | None = None,
        differing: Differing | None = None,
        wording: Wording | None = None,
        at_least: int = 1,
        **question: Any,
    ) -> int:
        """How many objects across articles a question asks for, whatever page of them."""
        return self._accounts(at_least, question).count(what, kind, wording, differing)

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

    def differing(self, id: str) -> tuple[Disagreement, ...]:
        """What accounts differ in about one event, figure, person…; raises EntryUnknown."""
        from onrecord.store.differing import differing

        gathering.ready(self._store)
        found = self._store.one(lambda connection: differing(connection, id))
        return tuple(map(gathering.disagreement, found))

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

    def printings(self, articles: Collection[str]) -> Mapping[str, int]:
        """In how many articles the story of each is printed, where that is more than one."""
        from onrecord.store.printings import printings

        gathering.ready(self._store)
        return self._store.one(lambda connection: printings(connection, articles))

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

    def dossiers(self) -> tuple[Folder, ...]:
        """All dossiers without their lines, the one changed last first."""
        with self._store.dossiers(writes=False) as kept:
            return tuple(kept.listed())

    def dossier(self, name: str) -> Dossier:
        """The dossier that is called so, with its lines in order; or EntryUnknown."""
        with self._store.dossiers(writes=False) as kept:
            return kept.dossier(name)

    def picked(self, dossier: str) -> frozenset[str] | None:
        """The ids of the entries in a dossier; None where there is no such dossier."""
        with self._store.dossiers(writes=False) as kept:
            return kept.picked(dossier)

    def pick(self, entry: str, into: str, *, by: str, note: str | None = None) -> Line:
        """Put an entry at the end of a dossier, which is begun where there is none."""
        with self._store.dossiers() as kept:
            return kept.pick(entry, into, by, note)

    def unpick(self, entry: str, dossier: str) -> None:
        """Take an entry out of a dossier."""
        with self._store.dossiers() as kept:
            kept.unpick(entry, dossier)

    def note(self, entry: str, dossier: str, note: str | None) -> None:
        """Write a note beside a line of a dossier, in place of the one that is there."""
        with self._store.dossiers() as kept:
            kept.note(entry, dossier, note)

    def move(self, entry: str, dossier: str, to: int) -> None:
        """Put a line of a dossier at a place, counted from 1."""
        with self._store.dossiers() as kept:
            kept.move(entry, dossier, to)

    def rename(self, dossier: str, to: str) -> None:
        """Give a dossier another name."""
        with self._store.dossiers() as kept:
            kept.rename(dossier, to)

    def drop(self, dossier: str) -> None:
        """Throw a dossier away; what it lists stays on the record."""
        with self._store.dossiers() as kept:
            kept.drop(dossier)

    def correct(
        self,
        entry: str,
        kind: Correcting,
        *,
        by: str,
        why: str | None = None,
        **wish: Any,
    ) -> Correction:
        """Confirm an entry, reject it, or put a statement down to another ``source``: words of its
        article, an entity of it, or None for nobody. See ``corrections.Wish``.
        """
        return self._gathered(reviewing.correct(self._store, Wish(entry, kind, by, why, **wish)))

    def undo(self, correction: str, *, by: str, why: str | None = None) -> Correction:
        """Withdraw a correction; it stays on the record as withdrawn."""
        return self._gathered(reviewing.undo(self._store, correction, by, why))

    def corrections(self, **asked: Any) -> Iterator[Correction]:
        """What people corrected, in order: ``entry``, ``article``, ``by``, ``kind``,
        ``withdrawn``, ``newest``, ``start``, ``limit``.
        """
        return reviewing.corrections(self._store, **asked)

    def rejected(self, article: str) -> tuple[Rejected, ...]:
        """The entries of an article that people rejected, as they were read."""
        return reviewing.rejected(self._store, article)

    def waiting(self, **asked: Any) -> Iterator[Link]:
        """Links that wait for a person, most urgent first: ``kind``, ``start``, ``limit``."""
        return reviewing.waiting(self._store, **asked)

    def judged(self, **asked: Any) -> Iterator[Link]:
        """What people judged of links, newest first: ``start``, ``limit``."""
        return reviewing.judged(self._store, **asked)

    def left(self) -> Mapping[Linkable, int]:
        """How many links wait for a person, by kind."""
        return reviewing.left(self._store)

    def entry(self, id: str) -> Entered:
        """The entry with that id, as lists show it; EntryUnknown."""
        return reviewing.entry(self._store, id)

    def sides(self, ids: Iterable[str]) -> Mapping[str, tuple[Entered, str]]:
        """Entries by their ids, each with the words around it; those that are there."""
        return reviewing.entries(self._store, ids)

    def _gathered(self, done: T) -> T:
        """What a change came to, once the objects it touches are made anew."""
        self.gather()
        return done

    def _accounts(self, at_least: int, question: dict[str, Any]) -> Accounts:
        return Accounts(self._store, Question(**question), at_least)

    def _put(self, waiting: dict[str, Article], run: Run) -> None:
        """Read the waiting articles and put each on the record; none is waiting afterwards."""
        if waiting:
            for article, outcome in each_read(self._read_by(), list(waiting.values())):
                run.put(article, outcome)
            waiting.clear()

    def _meant(self, about: str | None) -> bytes | None:
        """What words mean, as bytes; QuestionInvalid where they mean nothing."""
        vector = None if about is None else self._read_by().vector(about)
        if about is not None and vector is None:
            raise QuestionInvalid(f"nothing is near “{about}” in meaning: it has no words")
        return None if vector is None else b64decode(vector)

    def _read_by(self) -> Reads:
        """The reader, loaded when something is to be read."""
        self._reader = self._reader or _reader()
        return self._reader


def open(where: str | Path) -> Record:
    """Open the record at a path, or make one: ``onrecord.open("gaza.db").add("reports/")``."""
    return Record.open(where)


def read(path_or_text: str | Path, given: Given | None = None) -> Reading:
    """Read one article, from a file if one has that name, else from the text itself; keep nothing.

    Raises UnreadableArticle, with the reason.
    """
    article = _one(path_or_text, given)
    if isinstance(article, Failure):
        raise UnreadableArticle(f"cannot read {article.source}: {article.reason}")
    return _reader().read(article)


def readings(
    sources: Iterable[str | Path], given: Given | None = None, reader: Reads | None = None
) -> Iterator[Reading | Failure]:
    """Read articles and keep nothing: a reading or a failure for each, in the order given."""
    items = _ingested(sources, given)
    while chunk := list(islice(items, CHUNK)):
        articles = [item for item in chunk if isinstance(item, Article)]
        read = each_read(reader or _reader(), articles) if articles else iter(())
        for item in chunk:
            yield item if isinstance(item, Failure) else next(read)[1]


def _ingested(
    sources: Iterable[str | Path | File], given: Given | None
) -> Iterator[Article | Failure]:
    from onrecord.ingest import Given, articles

    return articles(sources, given or Given())


def _one(path_or_text: str | Path, given: Given | None) -> Article | Failure:
    if isinstance(path_or_text, str) and not _is_file(path_or_text):
        return _from_text(path_or_text, given)
    if Path(path_or_text).is_dir():
        return Failure(str(path_or_text), "ingest", "it is a folder; name one article in it")
    return next(_ingested([path_or_text], given))


def _from_text(text: str, given: Given | None) -> Article | Failure:
    from onrecord.ingest import Given, from_text

    return from_text(text, "text", given or Given())


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):  # too long for a name, or with a NUL in it: an article's text
        return False


@cache
def _reader() -> Reads:
    from onrecord.reader.pipeline import Reader

    reader: Reads = Reader.load()
    return reader
