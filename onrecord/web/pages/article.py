"""``/article/ID``: the text as it was published, with all that was read in it.

An entry's id, or the beginning of an id, leads to its article and to its words there. The JSON is
the reading, as ``onrecord read --format json`` prints it, with what people said of its entries.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from onrecord.model import Reading
from onrecord.web.answers import JSON, plain, twin_addresses, written
from onrecord.web.desk import At, Desk
from onrecord.web.elsewhere import elsewhere
from onrecord.web.noted import Known, by_entry, named, noted
from onrecord.web.origins import told
from onrecord.web.printed import (
    Section,
    article_marks,
    beginnings,
    paragraphs,
    section_of,
    sections,
)
from onrecord.web.relay import tellers
from onrecord.web.remarks import remarked_reading
from onrecord.web.rendering import rendered

router = APIRouter()


@router.get("/article/{id}.json", name="article.json", response_model=None)
def reading(desk: At, id: str) -> Response:
    """The reading of an article, by its id or that of an entry in it."""
    found = desk.record.reading(id)
    value = remarked_reading(desk.record, found, told(plain(found)))
    return Response(written({"format": found.format, **value}), media_type=JSON)


@router.get("/article/{id}", include_in_schema=False)
def article(
    desk: At,
    id: str,
    entry: Annotated[str, Query()] = "",
    section: Annotated[str, Query()] = "",
) -> Response:
    """The article, or the way to it from an entry's id."""
    found = desk.record.reading(id)
    if found.article.id != id:
        return RedirectResponse(_address(found, id))
    marks = article_marks(found)
    begin = beginnings(marks)
    cut = sections(found.article.text)
    shown = _shown(cut, section, begin.get(entry, 0))
    names = {
        **_beside(desk, found, begin, shown),
        "value": found,
        "paragraphs": paragraphs(found.article, marks, shown),
        "sections": cut,
        "shown": shown,
        "pointed": entry,
        "twins": twin_addresses(desk, False),
    }
    return HTMLResponse(rendered(desk, "article.html", names))


def _address(found: Reading, id: str) -> str:
    """Where an entry stands, or the article that an id begins."""
    own = f"/article/{quote(found.article.id, safe='')}"
    lists = (found.statements, found.events, found.figures)
    ids = (each.id for entries in lists for each in entries)
    entry = next((each for each in ids if each.startswith(id)), None)
    if entry:
        return f"{own}?entry={quote(entry, safe='')}#{quote(entry, safe='')}"
    entity = next((each.id for each in found.entities if each.id.startswith(id)), None)
    return f"{own}#{quote(entity, safe='')}" if entity else own


def _shown(cut: Sequence[Section], number: str, start: int) -> Section:
    """The section asked for by its number, or else that of an entry asked for."""
    if number.isascii() and number.isdigit() and 1 <= int(number[:9]) <= len(cut):
        return cut[int(number) - 1]
    return section_of(start, cut)


def _beside(
    desk: Desk, found: Reading, begin: Mapping[str, int], shown: Section
) -> Mapping[str, object]:
    """What stands beside the text and below it."""
    article = found.article
    across = elsewhere(desk.record, article.id)
    corrections = tuple(desk.record.review.corrections(article=article.id))
    rejects = any(each.kind == "reject" for each in corrections)  # else the text is read in vain
    known = Known(across.reported, by_entry(corrections))
    return {
        "noted": list(noted(found, begin, shown, known)),
        "rejected": desk.record.review.rejected(article.id) if rejects else (),
        "tree": tellers(article.publisher or "publisher unknown", found.statements),
        "elsewhere": across,
        "entities": named(found, shown),
    }
