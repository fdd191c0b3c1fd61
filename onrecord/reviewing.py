"""class Review: people correct entries, and what follows from that across articles.

A correction changes one article's reading; an article that was linked is linked again, it alone, so
that what is the same across articles is told as corrected. What people judged of its entries stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from onrecord import gathering, linking
from onrecord.accounts import Accounts
from onrecord.across import Link, Linkable
from onrecord.corrections import Correcting, Correction, Rejected, Sought, Wish
from onrecord.model import Question
from onrecord.portraits import Outline

if TYPE_CHECKING:
    from onrecord.store.correcting import Changed
    from onrecord.store.queries import Entered
    from onrecord.store.store import Store


@dataclass(frozen=True, slots=True)
class Review:
    """What people say of entries and links, and what waits for them."""

    store: Store

    def correct(
        self, entry: str, kind: Correcting, *, by: str, why: str | None = None, **wish: Any
    ) -> Correction:
        """Confirm an entry, reject it, or put a statement down to another ``source``: words of its
        article, an entity of it, or None for nobody (see ``corrections.Wish``). Raises
        EntryUnknown, or CorrectionInvalid.
        """
        from onrecord.store import correcting

        wished = Wish(entry, kind, by, why, **wish)
        return self._followed(self.store.change(lambda on: correcting.correct(on, wished)))

    def undo(self, correction: str, *, by: str, why: str | None = None) -> Correction:
        """Withdraw a correction; it stays on the record as withdrawn, and the reading is as if it
        had not been made. Raises EntryUnknown or CorrectionInvalid.
        """
        from onrecord.store import correcting

        return self._followed(
            self.store.change(lambda on: correcting.undo(on, correction, by, why))
        )

    def corrections(self, **asked: Any) -> Iterator[Correction]:
        """What people corrected, in order: ``entry``, ``article``, ``by``, ``kind``,
        ``withdrawn``, ``newest``, ``start``, ``limit``.
        """
        from onrecord.store.corrections import listed

        sought = Sought(**asked)
        return self.store.each(lambda on: listed(on, sought))

    def rejected(self, article: str) -> tuple[Rejected, ...]:
        """The entries of an article that people rejected, and those that left with them."""
        from onrecord.store import correcting

        return self.store.one(lambda on: correcting.rejected(on, article))

    def rejection(self, entry: str) -> Correction | None:
        """The correction with which an entry left the record: it was rejected, or the statement
        that it is according to was; None of any other.
        """
        own = next(self.corrections(entry=entry, kind="reject", newest=True), None)
        if own is not None:
            return own
        articles = dict.fromkeys(each.article for each in self.corrections(kind="reject"))
        gone = (each for article in articles for each in self.rejected(article))
        return next((each.correction for each in gone if each.entry.id == entry), None)

    def waiting(
        self, *, kind: Linkable | None = None, start: int = 0, limit: int | None = None
    ) -> Iterator[Link]:
        """The links that the linker left to a person and nobody decided, the most urgent first."""
        from onrecord.store import judging

        return self.store.each(lambda on: judging.waiting(on, kind, (start, limit)))

    def left(self) -> Mapping[Linkable, int]:
        """How many links wait for a person, by kind."""
        from onrecord.store import judging

        return self.store.one(judging.count_waiting)

    def judged(self, *, start: int = 0, limit: int | None = None) -> Iterator[Link]:
        """What people judged of links, and withdrew, newest first."""
        from onrecord.store import judging

        return self.store.each(lambda on: judging.of_people(on, (start, limit)))

    def outline(self, name: str) -> Outline:
        """The one that is called so, or has that id, as far as tells whether it is one; or
        EntryUnknown.
        """
        made = partial(Accounts(self.store, Question()).outline, name)
        return self.store.finding.lately(("outline", name), made)

    def joining(self, entries: Iterable[str], limit: int) -> list[Link]:
        """The links that say of any of some people or bodies whom they are, the least likely
        first.
        """
        from onrecord.store import judging

        named = tuple(entries)
        made = partial(self.store.one, lambda on: judging.joining(on, named, limit))
        return self.store.finding.lately(("joining", named, limit), made)

    def apart(self, one: str, other: str) -> Iterator[Link]:
        """What people said that keeps two people or bodies apart, newest first."""
        from onrecord.store import judging

        return self.store.each(lambda on: judging.apart(on, one, other))

    def entry(self, id: str) -> Entered:
        """The entry with that id, as lists show it, or the one a cluster is named for; or
        EntryUnknown.
        """
        from onrecord.store import queries

        return self.store.one(lambda on: queries.entry(on, id))

    def sides(self, ids: Iterable[str]) -> Mapping[str, tuple[Entered, str]]:
        """Entries by their ids, each with the words around it; those that are there."""
        from onrecord.store import queries

        return self.store.one(lambda on: queries.entered(on, ids))

    def _followed(self, changed: Changed) -> Correction:
        if changed.unlinked is not None:
            linking.link_one(self.store, changed.unlinked, changed.left)
        gathering.follow(self.store)
        return changed.correction
