"""The order of a list in memory, as ``queries`` has it in SQL: that of the record and of the text,
or by date with the undated last.
"""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Order, Question
from onrecord.store.filters import one_of
from onrecord.store.sheets import Column, Numbers, Rows, Sheet
from onrecord.store.state import State

Ordered = Literal["statements", "events"]


def numbers(state: State, listed: Ordered, question: Question, rows: Rows) -> Numbers:
    """The numbers of entries among these rows, in the order and the part that is asked for."""
    sheet = state.sheet(listed)
    order = one_of("order", question.order or "record", get_args(Order))
    every = state.once(("order", listed, order), lambda _: _order(sheet, order))
    start, limit = max(question.start or 0, 0), question.limit
    end = None if limit is None else start + max(limit, 0)
    return sheet.numbers[every[rows[every]][start:end]]


def _order(sheet: Sheet, order: str) -> NDArray[np.intp]:
    """The rows, in order; the last key counts most."""
    place = [sheet.columns[name] for name in ("position", "start")]
    keys = [*(each.looked_up(each.values) for each in place), sheet.articles]
    if order != "record":
        keys += [_ranks(sheet.columns[name], order) for name in ("last_day", "first_day")]
    return np.lexsort(keys) if len(sheet) else np.empty(0, np.intp)


def _ranks(days: Column, order: str) -> NDArray[np.intp]:
    """For each row where its day comes; what has none comes last."""
    known = sorted({day for day in days.values if day}, reverse=order == "newest")
    place = {day: rank for rank, day in enumerate(known)}
    return days.looked_up([place.get(day, len(known)) for day in days.values])
