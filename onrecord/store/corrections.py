"""What people corrected, as rows: put, withdrawn, listed, and what stands of one article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Select,
    Table,
    Text,
    and_,
    case,
    exists,
    func,
    insert,
    or_,
    select,
    type_coerce,
    update,
)

from onrecord.corrections import Correcting, Correction, Sought, Sourced
from onrecord.errors import CorrectionInvalid, EntryUnknown
from onrecord.exchange import json_ready, value_from
from onrecord.model import Passage
from onrecord.phrases.corrections import reviewed
from onrecord.store.clock import now
from onrecord.store.correction_schema import corrections
from onrecord.store.schema import articles, readings
from onrecord.store.words import clean

PAGE = 500  # rows fetched at a time
STANDS = corrections.c.withdrawn_at.is_(None)
_SHARED = (
    "kind", "of", "entry", "found", "by", "at", "why", "withdrawn_at", "withdrawn_by",
    "withdrawn_why",
)  # fmt: skip


class Marked(NamedTuple):
    """A standing correction beside its entry: its id, its kind, and what it says in words."""

    id: str
    kind: Correcting
    said: str


def standing() -> ColumnElement[Any]:
    """The corrections that stand of an article, as a column beside its reading; ``marked`` reads
    it.
    """
    own = corrections.c
    each = func.json_array(own.found, own.number, own.kind, own.by, own.at, func.json(own.before))
    chosen = select(func.json_group_array(each)).where(own.article == readings.c.article, STANDS)
    listed = chosen.correlate(readings).scalar_subquery()
    known = case((readings.c.corrections.cast(Text).is_not(None), listed))
    return type_coerce(known, JSON(none_as_null=True)).label("corrections")


def marked(column: Iterable[Any] | None) -> dict[str, list[Marked]]:
    """What stands of each entry, in the order in which people said it."""
    found: dict[str, list[Marked]] = defaultdict(list)
    for entry, number, kind, by, at, before in sorted(column or (), key=lambda each: each[1]):
        was = before and value_from(Sourced, before)
        found[entry].append(Marked(_id(number), kind, reviewed(kind, by, at, was)))
    return found


def of_article(connection: Connection, article: int) -> list[Correction]:
    """All corrections of an article's entries, also those that no longer stand, as they came."""
    chosen = _chosen().where(corrections.c.article == article).order_by(corrections.c.number)
    return [_correction(row) for row in connection.execute(chosen)]


def put(connection: Connection, article: int, made: Correction) -> str:
    """Put a correction in; its id."""
    row = {
        "article": article,
        "kind": made.kind,
        "of": made.of,
        "entry": made.entry,
        "passages": json_ready(made.passages),
        "before": json_ready(made.before),
        "after": json_ready(made.after),
        "by": clean(made.by),
        "at": now(),
        "why": made.why and clean(made.why),
    }
    stored = connection.execute(insert(corrections).returning(corrections.c.number), row)
    return _id(stored.scalar_one())


def withdraw(connection: Connection, id: str, by: str, why: str | None) -> int:
    """Withdraw a correction by its id; the number of its article."""
    row = connection.execute(select(corrections).where(_with_id(id))).one_or_none()
    if row is None:
        raise EntryUnknown(f"there is no correction “{clean(id)}”; list corrections to see ids")
    if row.withdrawn_at:
        raise CorrectionInvalid(
            f"{_id(row.number)} was undone already, at {row.withdrawn_at} by {row.withdrawn_by};"
            " to have it again, correct the entry anew"
        )
    stamp = {"withdrawn_at": now(), "withdrawn_by": clean(by), "withdrawn_why": why and clean(why)}
    connection.execute(update(corrections).where(_with_id(id)).values(**stamp))
    return int(row.article)


def find(connection: Connection, found: Mapping[str, str | None]) -> None:
    """Remember which entry each correction is about, now that its article may be read anew."""
    for id, entry in found.items():
        change = update(corrections).where(
            _with_id(id), corrections.c.found.is_distinct_from(entry)
        )
        connection.execute(change.values(found=entry))


def one(connection: Connection, id: str) -> Correction:
    return _correction(connection.execute(_chosen().where(_with_id(id))).one())


def marks(corrected: list[Correction]) -> dict[str, list[str]] | None:
    """The ids of standing corrections by that of the entry; None where there are none."""
    found: dict[str, list[str]] = defaultdict(list)
    for each in corrected:
        if each.found and not each.withdrawn_at:
            found[each.found].append(each.id)
    return dict(found) or None


def listed(connection: Connection, asked: Sought) -> Iterator[Correction]:
    """The corrections that are asked for, in the order in which they were made, or the other."""
    most = None if asked.limit is None else max(asked.limit, 0)
    number = corrections.c.number
    order = number.desc() if asked.newest else number
    chosen = _chosen().where(*_asked(asked)).order_by(order)
    page = chosen.limit(most).offset(max(asked.start or 0, 0) or None)
    for row in connection.execute(page, execution_options={"yield_per": PAGE}):
        yield _correction(row)


def _asked(asked: Sought) -> Iterator[ColumnElement[bool]]:
    if asked.entry is not None:
        entry = clean(asked.entry)
        yield or_(corrections.c.entry == entry, corrections.c.found == entry)
    if asked.article is not None:
        yield articles.c.id.startswith(clean(asked.article), autoescape=True)
    if asked.by is not None:
        yield corrections.c.by == clean(asked.by).strip()
    if asked.kind is not None:
        yield corrections.c.kind == clean(asked.kind)
    if not asked.withdrawn:
        yield STANDS


def corrected_so(table: Table, kind: Correcting | None = None) -> ColumnElement[bool]:
    """That a standing correction, of a kind or of any, is about an entry of a table."""
    about = and_(
        corrections.c.article == table.c.article, corrections.c.found == table.c.id, STANDS
    )
    return exists().where(about if kind is None else and_(about, corrections.c.kind == kind))


def _chosen() -> Select[Any]:
    return select(corrections, articles.c.id.label("article_id")).join(articles)


def _with_id(id: str) -> ColumnElement[bool]:
    digits = id.strip().removeprefix("cor_")
    known = digits.isascii() and digits.isdigit() and len(digits) < 19
    return corrections.c.number == (int(digits) if known else -1)


def _id(number: int) -> str:
    return f"cor_{number}"


def _correction(row: Any) -> Correction:
    before, after = (value and value_from(Sourced, value) for value in (row.before, row.after))
    return Correction(
        id=_id(row.number),
        article=row.article_id,
        passages=tuple(value_from(Passage, each) for each in row.passages),
        before=before,
        after=after,
        **{name: getattr(row, name) for name in _SHARED},
    )
