"""Corrections made and undone, each in one transaction with the reading that follows from them.

The reader's own reading is kept and corrected anew each time, so that what is undone leaves nothing
behind, in whatever order. An article whose reading changes is off the linker's shelf until it is
linked again.
"""

from __future__ import annotations

from typing import NamedTuple, get_args

from sqlalchemy import Connection, select

from onrecord import exchange
from onrecord.across import LINKER
from onrecord.corrections import (
    Correcting,
    Correction,
    Entry,
    Rejected,
    Sought,
    Sourced,
    Wish,
    of,
    passages,
    sourced,
)
from onrecord.errors import CorrectionInvalid, EntryUnknown
from onrecord.model import Reading, Statement
from onrecord.store import (
    corrections,
    forgetting,
    naming,
    queries,
    relinking,
    shelf,
    writer,
)
from onrecord.store.corrected import corrected, every
from onrecord.store.relinking import Left
from onrecord.store.schema import readings
from onrecord.store.sourcing import source_of
from onrecord.store.words import clean

KINDS = ("sta", "eve", "fig")


class Changed(NamedTuple):
    """A correction as it now is, the number of its article if that has to be linked again, and what
    links made of it before.
    """

    correction: Correction
    unlinked: int | None
    left: Left | None


def correct(connection: Connection, wish: Wish) -> Changed:
    """Put what a person says of an entry on the record. Raises EntryUnknown, or CorrectionInvalid
    where it cannot be said.
    """
    check_person(wish.by)
    if wish.kind not in get_args(Correcting):
        raise CorrectionInvalid(f"“{clean(wish.kind)}” is none; say confirm, reject or source")
    number, reading, entry = _entry(connection, wish)
    before = sourced(entry) if isinstance(entry, Statement) else None
    after = _after(reading, entry, wish) if wish.kind == "source" else None
    made = Correction(
        id="",
        kind=wish.kind,
        of=of(entry),
        entry=entry.id,
        article=reading.article.id,
        passages=passages(entry),
        before=before,
        after=after,
        by=wish.by.strip(),
        at="",
        why=wish.why,
    )
    _check_new(connection, number, made)
    id = corrections.put(connection, number, made)
    unlinked = _stand(connection, number)
    return Changed(corrections.one(connection, id), *unlinked)


def undo(connection: Connection, id: str, by: str, why: str | None) -> Changed:
    """Withdraw a correction; the reading is as if it had not been made. Raises EntryUnknown or
    CorrectionInvalid.
    """
    check_person(by)
    number = corrections.withdraw(connection, id, by.strip(), why)
    unlinked = _stand(connection, number)
    return Changed(corrections.one(connection, id), *unlinked)


def rejected(connection: Connection, article: str) -> tuple[Rejected, ...]:
    """The entries of an article that are rejected, or left with a rejected statement."""
    number = writer.number_of(connection, queries.reading(connection, article).article.id)
    assert number is not None
    as_read, _ = _as_read(connection, number)
    return corrected(as_read, corrections.of_article(connection, number)).rejected


def check_person(by: str) -> None:
    if not by.strip() or by.strip().casefold().startswith(LINKER):
        raise CorrectionInvalid("who corrects? give the name of a person")


def _entry(connection: Connection, wish: Wish) -> tuple[int, Reading, Entry]:
    """The entry that is to be corrected, with its reading as it stands."""
    id = clean(wish.entry).strip()
    if id.partition("_")[0] not in KINDS:
        raise CorrectionInvalid(
            f"“{id}” is no entry that can be corrected; give the id of a statement (sta_…), an"
            " event (eve_…) or a figure (fig_…)"
        )
    number, id = _number_and_id(connection, id, wish.article)
    line = connection.scalar(select(readings.c.line).filter_by(article=number))
    reading = exchange.parsed(line or "")
    entry = next((each for each in every(reading) if clean(each.id) == id), None)
    if entry is None:
        raise EntryUnknown(f"nothing in article {clean(reading.article.id)} has the id “{id}”")
    return number, reading, entry


def _number_and_id(connection: Connection, id: str, article: str | None) -> tuple[int, str]:
    number = article and writer.number_of(connection, article)
    if article and number is None:
        raise EntryUnknown(f"nothing on the record has the id “{clean(article)}”")
    gone = [each for each in _rejections(connection, id) if article in (None, each.article)]
    if gone:
        raise CorrectionInvalid(
            f"{id} was rejected by {gone[0].by} ({gone[0].id}); undo that first"
        )
    if number:
        return number, id
    found = naming.entry(connection, id)
    return found.article, found.id


def _rejections(connection: Connection, id: str) -> list[Correction]:
    return list(corrections.listed(connection, Sought(entry=id, kind="reject")))


def _after(reading: Reading, entry: Entry, wish: Wish) -> Sourced:
    if isinstance(entry, Statement):
        after = source_of(reading, entry, wish.source, wish.unnamed)
        if after == sourced(entry):
            raise CorrectionInvalid(f"{entry.id} is put down to that source already; confirm it")
        return after
    given = entry.according_to
    statement = given if given is None or isinstance(given, str) else given.statement
    then = f"correct that of {statement}, which it is according to" if statement else "reject it"
    raise CorrectionInvalid(f"{entry.id} is no statement and has no source of its own; {then}")


def _check_new(connection: Connection, number: int, made: Correction) -> None:
    """Nobody says the same of the same entry twice."""
    for each in corrections.of_article(connection, number):
        same = (each.kind, each.after, each.by) == (made.kind, made.after, clean(made.by))
        if same and made.kind != "source" and each.found == made.entry and not each.withdrawn_at:
            raise CorrectionInvalid(f"{made.by} said so of {made.entry} already ({each.id})")


def _as_read(connection: Connection, number: int) -> tuple[Reading, str]:
    """The reader's own reading of an article, and its line."""
    chosen = select(readings.c.line, readings.c.as_read).filter_by(article=number)
    row = connection.execute(chosen).one()
    line = row.line if row.as_read is None else row.as_read
    return exchange.parsed(line), line


def _stand(connection: Connection, number: int) -> tuple[int | None, Left | None]:
    """File an article as it now stands; its number if it was linked and is no longer, and what it
    left.
    """
    stood = writer.stand(connection, number, *_as_read(connection, number))
    if not stood.changed:
        return None, None
    linked = shelf.is_linked(connection, number)
    left = forgetting.forget(connection, number, relinking.left)
    writer.refile(connection, number, stood.reading)
    return number if linked else None, left
