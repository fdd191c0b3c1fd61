"""What the tables of columns are made of: a cell, a column, and how a list becomes one cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

Cell = str | int | float | bool | None
Column = tuple[str, Callable[[Any], Cell]]


def listed(names: Iterable[str]) -> str:
    """Names, roles, statuses… in one cell."""
    return "; ".join(names)
