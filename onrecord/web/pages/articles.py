"""``/articles``: the articles on the record, newest first or as they were added."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Depends

from onrecord.model import Card
from onrecord.web.answers import Answer, page
from onrecord.web.asked import Asked, asked
from onrecord.web.desk import At

router = APIRouter()
Which = Annotated[Asked, Depends(asked("articles"))]


@page(router, "/articles", "articles.html", rows=Card)
def articles(desk: At, which: Which) -> Answer:
    """The articles on the record."""
    found = list(islice(desk.record.articles(**which.question), which.limit))
    value = {"page": which.page, "articles": found}
    return Answer(value, {"asked": which}, rows=lambda: desk.record.articles(**which.filters))
