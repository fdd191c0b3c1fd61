"""``/review``: what waits for a person, what people said, and the forms to say it with.

Everybody who may read sees it; to say something takes the right to review. What is said is an
entry of its own, which can be undone, and the page one came from shows it at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from heapq import merge
from itertools import islice
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Depends, Form, Query, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from onrecord.across import Judgement, Link, Linkable
from onrecord.corrections import Correction
from onrecord.errors import CorrectionInvalid, EntryUnknown, JudgementInvalid, QuestionInvalid
from onrecord.model import Card, Entity, Voice
from onrecord.portraits import Outline
from onrecord.record import Record
from onrecord.web.abreast import abreast
from onrecord.web.answers import Answer, page
from onrecord.web.desk import At, Desk
from onrecord.web.door import inside
from onrecord.web.rendering import rendered
from onrecord.web.sides import Pair, pairs
from onrecord.web.views import going_on, reached

router = APIRouter()
SAY_WHY = "say why, in a few words: somebody will want to know"

PAIRS = 6  # waiting on one page
AGAINST = 3  # links that contradict others
WEAKEST = 4  # links of one identity
SAID = 20  # things that people said, on one page
NOBODY = "nobody"  # in the list of sources
# Most of what an article names is no place that says something.
_LAST = ("place", "document")

Typed = Annotated[str, Form()]
Number = Annotated[int, Query(ge=1, le=100_000)]


@dataclass(frozen=True, slots=True)
class Filled:
    """What was filled into the form about an entry, to be shown again if something is wrong."""

    kind: Typed = ""
    source: Typed = ""
    words: Typed = ""
    why: Typed = ""
    next: Typed = "/review"

    def wish(self) -> dict[str, Any]:
        """The same, as the record takes it; raises CorrectionInvalid."""
        if self.kind != "confirm" and not self.why.strip():
            raise CorrectionInvalid(SAY_WHY)
        if self.kind != "source":
            return {}
        typed = self.words.strip() or self.source
        if not typed:
            raise CorrectionInvalid("choose a source, or give the words that name it")
        return {"source": None if typed == NOBODY else typed}


@page(router, "/review", "review.html", rows=Correction)
def review(desk: At, kind: str = "", page: Number = 1) -> Answer:
    """What waits for a person, and what people said last."""
    record, asked = desk.record, _kind(kind)
    left = record.review.left()
    waiting = record.review.waiting(kind=asked, start=(page - 1) * PAIRS, limit=PAIRS)
    against = (each for each in record.conflicts(asked) if each.left != each.right)
    value = {
        "waiting": pairs(record, waiting),
        "left": left,
        "conflicts": pairs(record, islice(against, AGAINST)),
        "said": said(record, 0, 6),
    }
    count = left.get(asked, 0) if asked else sum(left.values())
    reached(desk, page, PAIRS, count)
    shown = {"kind": asked, "page": page, "pages": -(-count // PAIRS) or 1, "per_page": PAIRS}
    return Answer(value, shown, lambda: record.review.corrections(withdrawn=True))


@page(router, "/review/said", "review_said.html", rows=Correction)
def everything_said(desk: At, page: Number = 1) -> Answer:
    """All that people said, the latest first; also what was undone."""
    found = said(desk.record, (page - 1) * SAID, SAID + 1)
    going_on(desk, page, found)
    more = len(found) > SAID
    shown = {"page": page, "more": more}
    return Answer(
        {"said": found[:SAID]}, shown, lambda: desk.record.review.corrections(withdrawn=True)
    )


@page(router, "/review/entry/{id}", "review_entry.html")
def of_entry(desk: At, id: str, next: str = "/review") -> Answer:
    """One entry, what people said of it, and what one may say."""
    return _of_entry(desk, id, Filled(next=inside(next)))


def _of_entry(desk: Desk, id: str, filled: Filled, wrong: str | None = None) -> Answer:
    corrections = list(desk.record.review.corrections(entry=id, withdrawn=True, newest=True))
    rejection = None
    try:
        entry = desk.record.review.entry(id)
    except EntryUnknown:
        rejection = desk.record.review.rejection(id)
        if not corrections and not rejection:
            raise
        entry = None  # it was rejected, or its article was read again
    if isinstance(entry, Voice | Card):
        raise EntryUnknown(f"{id} is no statement, event or figure; only those are corrected")
    sources = _sources(desk.record, entry.article.id) if entry else []
    value = {"entry": entry, "corrections": corrections, "rejected": rejection}
    shown = {"id": id, "sources": sources, "filled": filled, "wrong": wrong, "nobody": NOBODY}
    return Answer(value, shown)


def _sources(record: Record, article: str) -> list[Entity]:
    """Whom a statement may be put down to: all that the article names, most mentioned first."""
    entities = record.reading(article).entities
    return sorted(entities, key=lambda each: (each.kind in _LAST, -len(each.mentions)))


@router.post("/review/entry/{id}", include_in_schema=False)
def correct(desk: At, id: str, typed: Annotated[Filled, Depends()]) -> Response:
    """Say something of an entry, and back to where one was."""
    filled = replace(typed, next=inside(typed.next))
    by, why = desk.reviewer().name, filled.why.strip() or None
    try:
        wish = filled.wish()
        desk.record.review.correct(id, filled.kind, by=by, why=why, **wish)  # type: ignore[arg-type]
    except CorrectionInvalid as error:
        answer = _of_entry(desk, id, filled, str(error))
        names = {**answer.shown, "value": answer.value, "twins": {}}
        return HTMLResponse(rendered(desk, "review_entry.html", names), status_code=422)
    return _back(filled.next)


@router.post("/review/undo", include_in_schema=False)
def undo(desk: At, correction: Typed, why: Typed = "", next: Typed = "/review") -> Response:
    """Take back a correction."""
    desk.record.review.undo(correction, by=desk.reviewer().name, why=why.strip() or None)
    return _back(next)


@router.post("/review/judge", include_in_schema=False)
def judge(
    desk: At,
    left: Typed,
    right: Typed,
    judgement: Typed,
    why: Typed = "",
    next: Typed = "/review",
) -> Response:
    """Say that two entries are the same, different, or that nobody can tell."""
    said: Any = judgement
    if said not in get_args(Judgement):
        raise JudgementInvalid("say same, different or unsure")
    if not why.strip():
        raise JudgementInvalid(SAY_WHY)
    desk.record.judge(left, right, said, by=desk.reviewer().name, why=why.strip())
    return _back(next)


@router.post("/review/withdraw", include_in_schema=False)
def withdraw(desk: At, link: Typed, why: Typed = "", next: Typed = "/review") -> Response:
    """Withdraw a link that is wrong, or what a person judged of it."""
    desk.record.withdraw(link, by=desk.reviewer().name, why=why.strip() or "")
    return _back(next)


@page(router, "/review/people", "review_people.html")
def people(desk: At, left: str = "", right: str = "") -> Answer:
    """Two people, bodies or countries side by side, to be joined; or one, to be parted."""
    found, wrong = [], None
    for typed in filter(str.strip, (left, right)):
        try:
            found.append(desk.record.review.outline(typed))
        except EntryUnknown as error:
            wrong = str(error)
    alone = len(found) == 1 or (len(found) == 2 and found[0].id == found[1].id)
    value = {"people": found[:1] if alone else found}
    links = _joining(desk.record, found[0]) if alone else _parting(desk.record, found)
    beside = abreast(desk.record, value["people"])
    whole = {**value, "links": links, "abreast": beside}
    return Answer(whole, {"left": left, "right": right, "wrong": wrong})


def _joining(record: Record, one: Outline) -> list[Pair]:
    """The links that join the mentions of one identity, the least likely first."""
    entries = [member.entity for member in one.members[:PAIRS]]
    return pairs(record, record.review.joining(entries, WEAKEST))


def _parting(record: Record, several: list[Outline]) -> list[Pair]:
    """What people said that keeps two identities apart."""
    if len(several) != 2:
        return []
    return pairs(record, record.review.apart(several[0].id, several[1].id))


def said(record: Record, start: int, limit: int) -> list[Correction | Pair]:
    """What people said of entries and of links, the latest first."""
    corrections = record.review.corrections(withdrawn=True, newest=True, limit=start + limit)
    links = record.review.judged(limit=start + limit)
    both: Iterator[Correction | Link] = merge(corrections, links, key=_time, reverse=True)
    listed = list(islice(both, start, start + limit))
    judged = iter(pairs(record, [each for each in listed if isinstance(each, Link)]))
    return [each if isinstance(each, Correction) else next(judged) for each in listed]


def _time(each: Correction | Link) -> str:
    return each.at if isinstance(each, Correction) else each.decided_at


def _kind(typed: str) -> Linkable | None:
    if typed and typed not in get_args(Linkable):
        raise QuestionInvalid(
            f"“{typed}” is no kind of link; there are {', '.join(get_args(Linkable))}"
        )
    return typed or None  # type: ignore[return-value]


def _back(next: str) -> Response:
    return RedirectResponse(inside(next), status_code=303)
