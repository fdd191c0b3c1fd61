"""``/dossier`` and ``/dossier/NAME``: what people picked, in their order and with their notes, to
read, to print and to take along; ``/pick``: where an entry is put into one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, NamedTuple
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Depends, Form, Query, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse

from onrecord.dossiers import Dossier, Folder, Line, Picked, entry
from onrecord.errors import DossierInvalid, EntryUnknown
from onrecord.export.counted import counted
from onrecord.export.dossier import KINDS, Format, file_name, written
from onrecord.export.dossier_citations import about, corrected
from onrecord.export.entries import entries
from onrecord.export.happened import happened
from onrecord.export.spoken import spoken
from onrecord.record import Record
from onrecord.web.answers import Answer, page
from onrecord.web.desk import At, Desk
from onrecord.web.door import inside
from onrecord.web.picking import at_hand, keep_at_hand
from onrecord.web.rendering import rendered
from onrecord.web.views import reached

router = APIRouter()
Typed = Annotated[str, Form()]
DOWNLOADS: tuple[Format, ...] = ("html", "md", "docx", "csv")  # beside .json
LINES = 100  # on a page
Number = Annotated[int, Query(ge=1, le=100_000)]


@page(router, "/dossier", "dossiers.html", rows=Folder)
def dossiers(desk: At) -> Answer:
    """All dossiers, the one changed last first."""
    found = desk.record.dossiers.all()
    return Answer({"dossiers": found}, rows=lambda: found)


def _file(desk: Desk, name: str, form: Format) -> Response:
    found = desk.record.dossiers.named(name)
    file = file_name(found, form)
    plain = "".join(c if c.isascii() and c not in '"\\' else "_" for c in file)
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file, safe='')}"
    headers = {"Content-Disposition": disposition}
    return Response(written(found, form), media_type=KINDS[form].media_type, headers=headers)


def _download(form: Format) -> Callable[..., Response]:
    def given(desk: At, name: str, page: Number = 1, entry: str = "") -> Response:
        return _file(desk, name, form)  # whole, whichever page one came from

    given.__doc__ = f"A dossier as a file: {KINDS[form].title}."
    return given


for _form in DOWNLOADS:  # before the page, whose name would take in the ending
    router.add_api_route(
        f"/dossier/{{name}}.{_form}", _download(_form), name=f"dossier.{_form}",
        include_in_schema=False,
    )  # fmt: skip


@page(router, "/dossier/{name}", "dossier.html")
def dossier(
    desk: At,
    name: str,
    page: Number = 1,
    entry: Annotated[str, Query(description="The page with the line of this entry.")] = "",
) -> Answer:
    """One dossier with its lines in order, a page of them."""
    ids = desk.record.dossiers.picked(name) or ()
    page = ids.index(entry) // LINES + 1 if entry in ids else page
    found = desk.record.dossiers.named(name, start=(page - 1) * LINES, limit=LINES)
    reached(desk, page, LINES, len(ids))
    told = {key: getattr(found, key) for key in ("name", "by", "begun_at", "changed_at")}
    lines = [one for line in found.lines for one in entries(line)]
    value = {**told, "page": page, "total": len(ids), "lines": lines}
    shown = {
        "dossier": found,
        "about": about(found, len(ids)),
        "remarks": {line.entry: list(corrected(line)) for line in found.lines},
        "downloads": [(form, KINDS[form].title) for form in ("docx", "html", "md", "csv")],
        "page": page,
        "last": max(-(-len(ids) // LINES), 1),
    }
    return Answer(value, shown)


class Change(NamedTuple):
    """What is sent with a change: which line, where to, which words."""

    entry: str
    to: str
    words: str


@router.post("/dossier/{name}", include_in_schema=False)
def change(desk: At, name: str, do: Typed, words: Typed = "") -> Response:
    """Change a dossier, and back to where the change is seen. ``do`` says what, with which line,
    and where to: ``move sta_… 3``; it is the value of the button that was pressed.
    """
    desk.reviewer()
    what, entry, to = [*do.split(), "", "", ""][:3]
    to = to or words.strip()
    if what not in CHANGES:
        raise DossierInvalid(f"a dossier cannot be changed so; do one of {', '.join(CHANGES)}")
    return CHANGES[what](desk, desk.record.dossiers.named(name), Change(entry, to, words))


def _note(desk: Desk, found: Dossier, sent: Change) -> Response:
    desk.record.dossiers.note(sent.entry, found.name, sent.words)
    return _back(found.name, sent.entry)


def _move(desk: Desk, found: Dossier, sent: Change) -> Response:
    if not sent.to.isascii() or not sent.to.isdigit() or len(sent.to) > 6:
        raise DossierInvalid(f"“{sent.to}” is no place in a dossier; write a number from 1 on")
    desk.record.dossiers.move(sent.entry, found.name, int(sent.to))
    return _back(found.name, sent.entry)


def _unpick(desk: Desk, found: Dossier, sent: Change) -> Response:
    """Off the list, and on to the line that took its place."""
    desk.record.dossiers.unpick(sent.entry, found.name)
    ids = [line.entry for line in found.lines]
    after = ids[ids.index(sent.entry) + 1 :] if sent.entry in ids else []
    return _back(found.name, after[0] if after else None)


def _rename(desk: Desk, found: Dossier, sent: Change) -> Response:
    was_at_hand = at_hand(desk).name
    desk.record.dossiers.rename(found.name, sent.words)
    name = desk.record.dossiers.named(sent.words).name
    answer = _back(name)
    if was_at_hand and was_at_hand.casefold() == found.name.casefold():
        keep_at_hand(answer, desk, name)
    return answer


def _drop(desk: Desk, found: Dossier, _: Change) -> Response:
    desk.record.dossiers.drop(found.name)
    return RedirectResponse("/dossier", status_code=303)


def _hold(desk: Desk, found: Dossier, _: Change) -> Response:
    answer = _back(found.name)
    keep_at_hand(answer, desk, found.name)
    return answer


CHANGES: Mapping[str, Callable[[Desk, Dossier, Change], Response]] = {
    "note": _note,
    "move": _move,
    "unpick": _unpick,
    "rename": _rename,
    "drop": _drop,
    "hold": _hold,
}


@router.get("/pick", include_in_schema=False)
def choosing(desk: At, entry: str, back: str = "/") -> Response:
    """The form that asks which dossier an entry goes into, and what is said of it."""
    desk.reviewer()
    return HTMLResponse(_choice(desk, entry, back))


@dataclass(frozen=True, slots=True)
class Pick:
    """What the form and the buttons of picking send: the entry, the dossier that is there or the
    name of a new one, where to go back to, and a note.
    """

    entry: Typed
    into: Typed = ""
    new: Typed = ""
    back: Typed = "/"
    note: Typed = ""


@router.post("/pick", include_in_schema=False)
def picked(desk: At, sent: Annotated[Pick, Depends()]) -> Response:
    """Put an entry into a dossier, that at hand if none is named, and back to where it was seen;
    a script, which asks for JSON, gets told where it is now.
    """
    user = desk.reviewer()
    name = sent.new.strip() or sent.into.strip() or at_hand(desk).name
    scripted = desk.request.headers.get("accept", "") == "application/json"
    if name is None:
        choice = f"/pick?{urlencode({'entry': sent.entry, 'back': inside(sent.back)})}"
        return _choose(choice, scripted)
    try:
        line = desk.record.dossiers.pick(sent.entry, name, by=user.name, note=sent.note or None)
    except DossierInvalid as error:
        if scripted or not sent.new:
            raise
        again = _choice(desk, sent.entry, sent.back, sent.new, str(error))
        return HTMLResponse(again, status_code=400)
    answer = _lies_in(line) if scripted else _seen(sent.back, line)
    keep_at_hand(answer, desk, line.dossier)
    return answer


def _lies_in(line: Line) -> Response:
    address = _address(line.dossier, line.entry)
    return JSONResponse({"dossier": line.dossier, "entry": line.entry, "address": address})


def _seen(back: str, line: Line) -> Response:
    return RedirectResponse(f"{inside(back)}#pick-{quote(line.entry)}", status_code=303)


def _choose(address: str, scripted: bool) -> Response:
    if scripted:
        return JSONResponse({"choose": address})
    return RedirectResponse(address, status_code=303)


def _choice(desk: Desk, id: str, back: str, new: str = "", refused: str = "") -> str:
    names: dict[str, object] = {
        "picked": _found(desk.record, id),
        "entry": id,
        "back": inside(back),
        "new": new,
        "refused": refused,
        "dossiers": desk.record.dossiers.all(),
        "twins": {},
    }
    return rendered(desk, "pick.html", names)


def _found(record: Record, id: str) -> Picked:
    """The entry that is to be picked, as lists show it."""
    reading = record.reading(id)
    listed: list[Picked] = [*spoken(reading), *happened(reading), *counted(reading)]
    for each in listed:
        if entry(each) == id:
            return each
    raise EntryUnknown(f"“{id}” is no statement, event or figure on the record")


def _back(name: str, entry: str | None = None) -> Response:
    return RedirectResponse(_address(name, entry), status_code=303)


def _address(name: str, entry: str | None = None) -> str:
    own = f"/dossier/{quote(name, safe='')}"
    return f"{own}?entry={quote(entry, safe='')}#{quote(entry)}" if entry else own
