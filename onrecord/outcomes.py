"""What comes of each article of a run: a reading on the record, or a failure with its reason.

Articles and a reader come in, a reading or a failure for each goes out, so that one bad article
costs nobody else's reading; a ``Run`` keeps what comes out and counts it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from onrecord.errors import ModelMissing, RecordUnavailable
from onrecord.model import Added, Article, Failure, Reading

if TYPE_CHECKING:
    from onrecord.store.store import Store

CHUNK = 32  # articles given to the reader at a time: enough to batch, little to lose

Each = Callable[[Article | Failure], None]


class Reads(Protocol):
    """What the record needs of a reader."""

    @property
    def name(self) -> str: ...

    def read(self, article: Article) -> Reading: ...

    def readings(self, articles: Iterable[Article]) -> Iterator[Reading]: ...

    def vector(self, text: str) -> str | None: ...


@dataclass(slots=True)
class Run:
    """What one run does to the store, and the count it keeps of it."""

    store: Store
    each: Each | None
    new: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    def put(self, article: Article, outcome: Reading | Failure) -> None:
        self._keep(article, outcome, self.store.put)

    def replace(self, article: Article, outcome: Reading | Failure) -> None:
        self._keep(article, outcome, self.store.replace)

    def known(self, article: Article) -> None:
        self.store.forgive(article.input)
        self._done(article, self.unchanged)

    def failed(self, failure: Failure) -> None:
        self.store.note(failure)
        self.failures.append(failure)
        if self.each:
            self.each(failure)

    def added(self) -> Added:
        return Added(tuple(self.new), tuple(self.unchanged), tuple(self.failures))

    def _keep(
        self, article: Article, outcome: Reading | Failure, keep: Callable[[Reading], bool]
    ) -> None:
        if isinstance(outcome, Failure):
            return self.failed(outcome)
        try:
            is_new = keep(outcome)
        except ValueError as error:  # text that has no place in JSON
            return self.failed(Failure(article.input, "store", str(error)))
        return self._done(article, self.new if is_new else self.unchanged)

    def _done(self, article: Article, ids: list[str]) -> None:
        ids.append(article.id)
        if self.each:
            self.each(article)


def each_read(
    reader: Reads, articles: Sequence[Article]
) -> Iterator[tuple[Article, Reading | Failure]]:
    """A reading or a failure for each article, in order.

    The reader is given all of them at once; should it fail, it is given the rest one by one, so
    that one bad article costs nobody else's reading.
    """
    done = 0
    try:
        for article, reading in zip(articles, reader.readings(articles), strict=True):
            _check(article, reading)
            yield article, reading
            done += 1
    except (ModelMissing, RecordUnavailable):
        raise
    except Exception:
        for article in articles[done:]:
            yield article, _read_alone(reader, article)


def _read_alone(reader: Reads, article: Article) -> Reading | Failure:
    try:
        reading = reader.read(article)
        _check(article, reading)
    except (ModelMissing, RecordUnavailable):
        raise
    except Exception as error:
        return Failure(article.input, "reader", _reason(error))
    return reading


def _reason(error: Exception) -> str:
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return f"the reader failed: {said[:200]}"


def _check(article: Article, reading: Reading) -> None:
    """A reading put down to another article would be worse than none."""
    if reading.article.id != article.id:
        raise ValueError(f"a reading of {reading.article.id} came back for {article.id}")
