"""``/articles``: the articles on the record, newest first unless another order is asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends

from onrecord.model import Card
from onrecord.web.answers import Answer, page
from onrecord.web.asked import Asked, asked
from onrecord.web.desk import At
from onrecord.web.views import reached

router = APIRouter()
Which = Annotated[Asked, Depends(asked("articles"))]


@page(router, "/articles", "articles.html", rows=Card)
def articles(desk: At, which: Which) -> Answer:
    """The articles on the record."""
    which = replace(which, order=which.order or "newest")
    found = list(desk.record.articles(**which.question))
    total = desk.record.search.count("articles", **which.filters)
    reached(desk, which.page, which.limit, total)
    value = {"page": which.page, "total": total, "articles": found}
    shown = {
        "asked": which,
        "sentence": desk.record.search.described("articles", **which.filters),
        "printings": desk.record.search.printings([each.id for each in found]),
    }
    return Answer(value, shown, rows=lambda: desk.record.articles(**which.whole))
