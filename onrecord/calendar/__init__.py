"""Dates as news writes them, with their doubt kept.

``expressions`` finds "Nov. 6", "on Monday night", "two years ago" in a text; ``resolve`` turns one
into EDTF (ISO 8601-2), anchored by the article's own date where there is one, and never fills in
what neither says (``dated`` adds the passage, ``points_forward`` tells which way a weekday points,
``references`` from which date "a day earlier" counts,
``filed`` whether a date is the dateline's);
``bounds`` gives the first and last day an EDTF string can mean, ``valid`` whether it is one.
"""

from onrecord.calendar.edtf import bounds, understood, valid
from onrecord.calendar.expression import DateExpression
from onrecord.calendar.expressions import expressions
from onrecord.calendar.resolving import dated, latest, resolve
from onrecord.calendar.story import references
from onrecord.calendar.tense import points_forward
from onrecord.calendar.ties import filed

__all__ = [
    "DateExpression",
    "bounds",
    "dated",
    "expressions",
    "filed",
    "latest",
    "points_forward",
    "references",
    "resolve",
    "understood",
    "valid",
]
