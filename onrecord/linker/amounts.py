"""What two figures can both be: "more than 30,000" and 32,000 say the same, 6 and 14 do not.

In: figures as articles give them, with their qualifiers. Out: the range a figure allows, and
whether two ranges meet.
"""

from __future__ import annotations

import math
from typing import Final

from onrecord.model import Figure

Range = tuple[float, float]

_OPEN: Final = 2.0  # "more than 30" does not mean 900: how far beyond its bound a figure may be
_ABOUT: Final = 0.1  # "about 26,000" is anything from 23,400 to 28,600
_CLOSE: Final = 0.01  # 1,198 and 1,200; 12.3 and 12.4 million
_VAGUE: Final = {  # the words, and up to how many they may mean
    "tens": 99.0,
    "dozens": 150.0,
    "scores": 150.0,
    "several": 12.0,
    "a few": 9.0,
    "hundreds": 2_000.0,
    "thousands": 20_000.0,
    "tens of thousands": 200_000.0,
    "hundreds of thousands": 2_000_000.0,
    "millions": 100_000_000.0,
    "billions": 1e12,
}
_BELOW: Final = frozenset(("nearly", "almost", "close to", "approaching", "closer to"))


def allowed(figure: Figure) -> Range | None:
    """The least and the most a figure may mean; None for a tally of votes."""
    low, value, high = figure.low, figure.value, figure.high
    if isinstance(value, str):
        return None
    if value is None:
        known = [bound for bound in (low, high) if bound is not None]
        if not known:
            return None
        most = _VAGUE.get(figure.qualifier or "", known[0] * 10 if high is None else known[-1])
        return (low or 0.0, max(most, known[0]) if high is None else high)
    if figure.qualifier in _BELOW:
        return value * (1 - _ABOUT), value * (1 + _ABOUT / 2)
    if low is None and high is None:
        return value * (1 - _ABOUT), value * (1 + _ABOUT)
    return (low if low is not None else 0.0, high if high is not None else value * _OPEN)


def said(figure: Figure) -> float | str | None:
    """What a figure says: a number, or where it gives a bound or no number its words for it ("at
    least 9", "dozens").
    """
    low, value, high, words = figure.low, figure.value, figure.high, figure.qualifier
    if value is None:
        return words if words in _VAGUE else low
    if isinstance(value, str) or not words or (low is None) == (high is None):
        return value
    number = _written(value)
    return f"{number} {words}" if words.startswith("or ") else f"{words} {number}"


def _written(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"


def meet(left: Figure, right: Figure) -> bool:
    """Whether two figures can be one number, written more or less exactly."""
    if isinstance(left.value, str) or isinstance(right.value, str):
        return str(left.value).replace(" to ", "-") == str(right.value).replace(" to ", "-")
    a, b = _one_unit(left), _one_unit(right)
    if a is None or b is None:
        return True
    room = _CLOSE * max(abs(a[1]), abs(b[1])) if max(a[1], b[1]) >= 100 else 0.0
    if a[0] <= b[1] + room and b[0] <= a[1] + room:
        return True
    return _rounded(left, right) or _rounded(right, left)


def _one_unit(figure: Figure) -> Range | None:
    """ "A third" is 33 percent."""
    found = allowed(figure)
    if found and figure.unit == "fraction":
        return found[0] * 100, found[1] * 100
    return found


def _rounded(rough: Figure, exact: Figure) -> bool:
    """Whether a figure with zeros at its end is the other one, rounded: 32,000 and 31,988."""
    if not isinstance(rough.value, float | int) or not isinstance(exact.value, float | int):
        return False
    if rough.unit != exact.unit or rough.value < 1000 or rough.value % 100:
        return False
    step = 10 ** (math.floor(math.log10(rough.value)) - 1)
    return bool(abs(rough.value - exact.value) < step / 2)
