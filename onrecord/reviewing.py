"""People correct entries, and what follows from that across articles.

A correction changes one article's reading; an article that was linked is linked again, it alone, so
that what is the same across articles is told as corrected. What people judged of its entries stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from onrecord import linking
from onrecord.across import Link, Linkable
from onrecord.corrections import Correction, Rejected, Sought, Wish

if TYPE_CHECKING:
    from onrecord.store.correcting import Changed
    from onrecord.store.queries import Entered
    from onrecord.store.store import Store


def correct(store: Store, wish: Wish) -> Correction:
    """Put on the record what a person says of an entry; or EntryUnknown, or CorrectionInvalid."""
    from onrecord.store import correcting

    return _followed(store, store.change(lambda tables: correcting.correct(tables, wish)))


def undo(store: Store, correction: str, by: str, why: str | None = None) -> Correction:
    """Withdraw a correction; it stays on the record as withdrawn, and the reading is as if it had
    not been made. Raises EntryUnknown or CorrectionInvalid.
    """
    from onrecord.store import correcting

    changed = store.change(lambda tables: correcting.undo(tables, correction, by, why))
    return _followed(store, changed)


def corrections(store: Store, **asked: Any) -> Iterator[Correction]:
    """Corrections in the order in which they were made (the fields of ``corrections.Sought``)."""
    from onrecord.store.corrections import listed

    sought = Sought(**asked)
    return store.each(lambda tables: listed(tables, sought))


def rejected(store: Store, article: str) -> tuple[Rejected, ...]:
    """The entries of an article that people rejected, and those that left with them, as read."""
    from onrecord.store import correcting

    return store.one(lambda tables: correcting.rejected(tables, article))


def waiting(
    store: Store, kind: Linkable | None = None, start: int = 0, limit: int | None = None
) -> Iterator[Link]:
    """The links that the linker left to a person and nobody decided, the most urgent first."""
    from onrecord.store import judging

    return store.each(lambda tables: judging.waiting(tables, kind, (start, limit)))


def judged(store: Store, start: int = 0, limit: int | None = None) -> Iterator[Link]:
    """What people judged of links, and withdrew, newest first."""
    from onrecord.store import judging

    return store.each(lambda tables: judging.of_people(tables, (start, limit)))


def left(store: Store) -> dict[Linkable, int]:
    """How many links wait for a person, by kind."""
    from onrecord.store import judging

    return store.one(judging.count_waiting)


def entry(store: Store, id: str) -> Entered:
    """The entry with that id, as lists show it, or the one a cluster is named for; EntryUnknown."""
    from onrecord.store import queries

    return store.one(lambda tables: queries.entry(tables, id))


def entries(store: Store, ids: Iterable[str]) -> Mapping[str, tuple[Entered, str]]:
    """Several entries by their ids, each with the words around it; who is not there is left out."""
    from onrecord.store import queries

    return store.one(lambda tables: queries.entered(tables, ids))


def _followed(store: Store, changed: Changed) -> Correction:
    if changed.unlinked is not None:
        linking.link_one(store, changed.unlinked)
    return changed.correction
