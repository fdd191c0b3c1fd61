"""class Dossiers: the dossiers of a record, as people fill and order them.

It lives within one transaction of the store. A line is found by the id of its entry, which stays
good after the entry is gone; what stands on the record is shown as it stands now, the rest as it
was kept.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from onrecord import exchange
from onrecord.across import Linkable
from onrecord.corrections import Correction, Sought
from onrecord.dossiers import Dossier, Folder, Kind, Line, Picked
from onrecord.errors import DossierInvalid, EntryUnknown
from onrecord.model import Counted, Happened, Spoken
from onrecord.store import corrections, sqlite
from onrecord.store.clock import now
from onrecord.store.dossier_schema import dossier_lines, dossiers
from onrecord.store.dossier_titles import noted, somebody, titled
from onrecord.store.naming import Entry, entry
from onrecord.store.opened import Opened
from onrecord.store.schema import articles, readings
from onrecord.store.words import clean

Key = tuple[str, str]  # ids of an article and of an entry in it

_KINDS: Mapping[Linkable, Kind] = {"statement": "statement", "event": "event", "figure": "figure"}
_SHOWN: Mapping[Kind, Callable[[Opened, int], Picked]] = {
    "statement": Opened.spoken,
    "event": Opened.happened,
    "figure": Opened.counted,
}
_VALUES: Mapping[str, type[Spoken] | type[Happened] | type[Counted]] = {
    "statement": Spoken,
    "event": Happened,
    "figure": Counted,
}
_ARTICLES = select(articles, readings.c.line, corrections.standing()).join(readings)


class Dossiers:
    """All dossiers of a record. Whatever names none, or no line of one, raises EntryUnknown."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def listed(self) -> Iterator[Folder]:
        """The dossiers without their lines, the one changed last first."""
        counted = func.count(dossier_lines.c.number).label("lines")
        chosen = select(dossiers, counted).outerjoin(dossier_lines).group_by(dossiers.c.number)
        order = dossiers.c.changed_at.desc(), dossiers.c.number.desc()
        for row in self._connection.execute(chosen.order_by(*order)):
            yield Folder(row.name, row.begun_by, row.begun_at, row.changed_at, row.lines)

    def dossier(self, name: str, start: int = 0, limit: int | None = None) -> Dossier:
        """The dossier that is called so, with all its lines, or with so many after the first."""
        row = self._named(name)
        part = self._chosen(row.number).offset(start).limit(limit)
        lines = tuple(self._lines(row, list(self._connection.execute(part))))
        return Dossier(row.name, row.begun_by, row.begun_at, row.changed_at, lines)

    def picked(self, name: str) -> tuple[str, ...] | None:
        """The ids of the entries in a dossier, in order; None where no dossier is called so."""
        row = self._found(name)
        if row is None:
            return None
        return tuple(self._connection.scalars(self._chosen(row.number, dossier_lines.c.entry)))

    def pick(self, id: str, into: str, by: str, note: str | None) -> Line:
        """Put an entry at the end of a dossier, which is begun where there is none; one that is
        there already stays in its place, and gets the note if there is one.
        """
        found, person, words = entry(self._connection, id), somebody(by), noted(note)
        kind = _KINDS.get(found.kind)
        if kind is None:
            raise DossierInvalid(
                f"{found.id} is no statement, event or figure; name one of these: sta_…, eve_…"
                " or fig_…"
            )
        row = self._found(into) or self._begin(into, person)
        known = self._rows(row.number, {found.id})
        if not known:
            self._put(row.number, kind, found, {"note": words, "picked_by": person})
        elif words:
            self._write(known[0], note=words)
        self._change(row.number)
        return next(self._lines(row, self._rows(row.number, {found.id})))

    def unpick(self, id: str, name: str) -> None:
        """Take an entry out of a dossier."""
        row = self._named(name)
        line = self._line(row, id)
        self._connection.execute(delete(dossier_lines).filter_by(number=line.number))
        self._order(row.number)

    def note(self, id: str, name: str, note: str | None) -> None:
        """Write what a person says of a line, in place of what was said before."""
        row, words = self._named(name), noted(note)
        self._write(self._line(row, id), note=words)
        self._change(row.number)

    def move(self, id: str, name: str, to: int) -> None:
        """Put a line at a place, counted from 1; beyond the ends is at the end."""
        row = self._named(name)
        line = self._line(row, id)
        others = [number for number in self._numbers(row.number) if number != line.number]
        place = min(max(to, 1), len(others) + 1) - 1
        self._order(row.number, [*others[:place], line.number, *others[place:]])

    def rename(self, name: str, to: str) -> None:
        """Give a dossier another name, which no other one has."""
        row, title = self._named(name), titled(to)
        other = self._found(title)
        if other and other.number != row.number:
            raise DossierInvalid(f"there is a dossier “{other.name}” already; give another name")
        change = update(dossiers).filter_by(number=row.number)
        self._connection.execute(change.values(name=title, name_folded=title.casefold()))
        self._change(row.number)

    def drop(self, name: str) -> None:
        """Throw a dossier away with all its lines; the entries stay on the record."""
        self._connection.execute(delete(dossiers).filter_by(number=self._named(name).number))

    def _found(self, name: str) -> Row[Any] | None:
        folded = clean(" ".join(name.split())).casefold()
        return self._connection.execute(select(dossiers).filter_by(name_folded=folded)).first()

    def _named(self, name: str) -> Row[Any]:
        found = self._found(name)
        if found is None:
            raise EntryUnknown(f"there is no dossier “{clean(name)}”; list all that there are")
        return found

    def _begin(self, name: str, by: str) -> Row[Any]:
        title, time = titled(name), now()
        row = {"name": title, "name_folded": title.casefold(), "begun_by": by}
        made = insert(dossiers).returning(dossiers)
        return self._connection.execute(made, {**row, "begun_at": time, "changed_at": time}).one()

    def _put(self, dossier: int, kind: Kind, found: Entry, said: Mapping[str, Any]) -> None:
        chosen = _ARTICLES
        opened = Opened.of(
            self._connection.execute(chosen.where(articles.c.number == found.article)).one()
        )
        picked = _SHOWN[kind](opened, found.position)
        row = {
            "dossier": dossier,
            "position": len(self._numbers(dossier)) + 1,
            "kind": kind,
            "entry": found.id,
            "article": found.article_id,
            "passage": clean(_words(picked)),
            "picked_at": now(),
            "kept": json.dumps(exchange.json_ready(picked)),
        }
        self._connection.execute(insert(dossier_lines), {**row, **said})

    def _rows(self, dossier: int, entries: Collection[str] = ()) -> list[Row[Any]]:
        """The rows of a dossier in their order; of these entries alone, if any are named."""
        chosen = self._chosen(dossier)
        if entries:
            chosen = chosen.where(dossier_lines.c.entry.in_(entries))
        return list(self._connection.execute(chosen))

    def _chosen(self, dossier: int, *columns: ColumnElement[Any]) -> Select[Any]:
        """The lines of a dossier in their order, or these columns of them."""
        chosen = select(*columns) if columns else select(dossier_lines)
        return chosen.where(dossier_lines.c.dossier == dossier).order_by(dossier_lines.c.position)

    def _numbers(self, dossier: int) -> list[int]:
        return list(self._connection.scalars(self._chosen(dossier, dossier_lines.c.number)))

    def _line(self, row: Row[Any], id: str) -> Row[Any]:
        """The line whose entry has this id, or the only one whose id begins so."""
        sought, lines = clean(id).strip(), self._rows(row.number)
        same = [line for line in lines if line.entry == sought]
        found = same or [line for line in lines if sought and line.entry.startswith(sought)]
        if len(found) != 1:
            what = "several lines have ids that begin with" if found else "no line has the id"
            raise EntryUnknown(f"in the dossier “{row.name}” {what} “{sought}”")
        return found[0]

    def _write(self, line: Row[Any], **values: Any) -> None:
        self._connection.execute(update(dossier_lines).filter_by(number=line.number), values)

    def _order(self, dossier: int, numbers: list[int] | None = None) -> None:
        """Count the places of the lines anew, in the order they have or in that of these rows."""
        order = enumerate(numbers or self._numbers(dossier), 1)
        here = dossier_lines.c.number == bindparam("line")
        change = update(dossier_lines).where(here).values(position=bindparam("place"))
        if places := [{"line": number, "place": place} for place, number in order]:
            self._connection.execute(change, places)
        self._change(dossier)

    def _change(self, dossier: int) -> None:
        self._connection.execute(update(dossiers).filter_by(number=dossier), {"changed_at": now()})

    def _lines(self, row: Row[Any], rows: list[Row[Any]]) -> Iterator[Line]:
        standing = self._standing(rows)
        for each in rows:
            stands = standing.get((each.article, each.entry))
            yield Line(
                row.name,
                each.position,
                stands or exchange.value_from(_VALUES[each.kind], json.loads(each.kept)),
                each.picked_by,
                each.picked_at,
                each.note,
                stands is None,
                self._corrected(each, stands),
            )

    def _corrected(self, line: Row[Any], stands: Picked | None) -> tuple[Correction, ...]:
        """The corrections of an entry that stand: of one that is gone, how it was rejected."""
        if stands and not stands.corrections:
            return ()
        asked = Sought(entry=line.entry, article=line.article)
        return tuple(corrections.listed(self._connection, asked))

    def _standing(self, rows: list[Row[Any]]) -> dict[Key, Picked]:
        """The entries of these lines that are on the record, as they are now."""
        here = sqlite.among(articles.c.id, {row.article for row in rows})
        chosen = _ARTICLES.where(here)
        wanted = {(row.article, row.entry): row.kind for row in rows}
        found: dict[Key, Picked] = {}
        for article in self._connection.execute(chosen):
            opened = Opened.of(article)
            for kind, show in _SHOWN.items():
                for position, plain in enumerate(opened.plain[f"{kind}s"]):
                    key = opened.card.id, plain["id"]
                    if wanted.get(key) == kind:
                        found[key] = show(opened, position)
        return found


def _words(picked: Picked) -> str:
    """The entry's own words."""
    if isinstance(picked, Spoken):
        return " … ".join(piece.text for piece in picked.statement.content)
    return picked.event.trigger.text if isinstance(picked, Happened) else picked.figure.passage.text
