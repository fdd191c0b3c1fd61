"""``/copies``: the stories that more than one article prints, each with what every printing is."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends

from onrecord.across import Copies
from onrecord.web.answers import Answer, page
from onrecord.web.asked import Asked, asked
from onrecord.web.desk import At
from onrecord.web.sentences import copies_asked
from onrecord.web.views import reached

router = APIRouter()
Which = Annotated[Asked, Depends(asked("copies"))]


@page(router, "/copies", "copies.html", rows=Copies)
def copies(desk: At, which: Which) -> Answer:
    """Articles that are one story printed again, and so one independent account."""
    found = list(desk.record.copies(**which.question))
    total = desk.record.search.count_across("copies", **which.filters)
    reached(desk, which.page, which.limit, total)
    value = {"page": which.page, "total": total, "copies": found}
    shown = {
        "asked": which,
        "sentence": copies_asked(which.filters),
        "linked": desk.record.is_linked(),
    }
    return Answer(value, shown, rows=lambda: desk.record.copies(**which.whole))
