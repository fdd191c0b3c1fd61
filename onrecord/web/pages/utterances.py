"""``/utterances`` and ``/utterance/ID``: what was said on one occasion, as every article reports
it.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends

from onrecord.across import Utterance
from onrecord.record import Record
from onrecord.web import reported
from onrecord.web.answers import Answer, page
from onrecord.web.asked import Asked, asked
from onrecord.web.desk import At
from onrecord.web.sentences import utterances_asked
from onrecord.web.views import reached

router = APIRouter()
Which = Annotated[Asked, Depends(asked("utterances"))]


@page(router, "/utterances", "utterances.html", rows=Utterance)
def utterances(desk: At, which: Which) -> Answer:
    """What several articles report of one occasion of saying."""
    sentence = utterances_asked({**which.filters, **_named(desk.record, which)})
    found = list(desk.record.utterances(**which.question))
    total = desk.record.search.count_across("utterances", **which.filters)
    reached(desk, which.page, which.limit, total)
    value = {"page": which.page, "total": total, "utterances": found}
    listed = [(each, reported.words(each), reported.tally(each)) for each in found]
    shown = {
        "asked": which,
        "listed": listed,
        "wordings": reported.WORDINGS,
        "sentence": sentence,
        "linked": desk.record.is_linked(),
    }
    return Answer(value, shown, rows=lambda: desk.record.utterances(**which.whole))


def _named(record: Record, which: Asked) -> dict[str, str]:
    """Whom an id in the question is of, in English; EntryUnknown where it is nobody's."""
    asked_for = {"entity": which.filters["entity"]} if "entity" in which.filters else {}
    return dict(record.search.stated("statements", **asked_for))


@page(router, "/utterance/{id}", "utterance.html", rows=Utterance)
def utterance(desk: At, id: str) -> Answer:
    """Every report of one utterance side by side."""
    found = desk.record.utterance(id)
    together = desk.record.together(id)
    value = {name: getattr(found, name) for name in Utterance.__slots__}
    shown = {
        "utterance": found,
        "words": reported.words(found),
        "groups": reported.worded(found, together),
        "articles": len({each.article for each in found.members}),
        "conflicts": together.conflicts,
        "wordings": reported.WORDINGS,
        "printed": {each.statement: each for each in found.members},
    }
    return Answer(value, shown, rows=lambda: (found,))
