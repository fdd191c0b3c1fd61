"""What two figures can both be: "more than 30,000" and 32,000 can both be right, 6 and 14 cannot.

In: figures as articles give them, with their qualifiers. Out: how a figure is said, and why two of
them contradict each other: each allows a range of numbers, and no number lies in both. A bound
allows all that is beyond it, however little it then says.
"""

from __future__ import annotations

import math
import re
from typing import Final, NamedTuple

from onrecord.model import Figure
from onrecord.phrases.numbers import amount_of

_DECIMALS: Final = re.compile(r"\d\.(\d+)\b")
_ROUGH: Final = 0.1  # "about 26,000" is anything from 23,400 to 28,600,
_ROUGHEST: Final = 0.2  # and "about 30" from 25 to 35, for it is rounded to ten
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


def _table(rows: str) -> tuple[str, ...]:
    return tuple(" ".join(row.split()) for row in rows.split("|"))


# What the last words of a qualifier say: "reportedly over", "a little more than".
_NEARLY: Final = _table(
    """nearly | almost | close to | approaching | nearing | closer to | not quite | just under
    | just below | just shy of | just short of | slightly less than | slightly fewer than
    | slightly under | a little less than | a little under"""
)
_JUST_OVER: Final = _table(
    """just over | just above | slightly over | slightly more than | a little over
    | a little more than"""
)
_OVER: Final = _table(
    "more than | over | upwards of | upward of | in excess of | exceeding | above | north of"
    "| greater than"
)
_UNDER: Final = _table("fewer than | less than | under | below | not quite")
_LEAST: Final = (*_OVER, *_table("at least | no fewer than | no less than | a minimum of"))
_MOST: Final = (*_UNDER, *_table("up to | as many as | as much as | at most | no more than"))
# Said of what may come or may have been, which no count contradicts.
_FORECAST: Final = _table("feared | expected | projected | planned | forecast | potentially")


class Range(NamedTuple):
    """The least and the most a figure may mean."""

    low: float
    high: float


def allowed(figure: Figure) -> Range | None:
    """What a figure may mean; None for a tally of votes, and where nothing is known."""
    value = figure.value
    if isinstance(value, str):
        return None
    found = _between(figure) if value is None else _around(figure, value)
    return Range(found.low * 100, found.high * 100) if found and _is_fraction(figure) else found


def _between(figure: Figure) -> Range | None:
    """ "20 to 30", "dozens", "at least several hundred"."""
    low, high, words = figure.low, figure.high, figure.qualifier
    if low is None:
        return Range(-math.inf, high) if high is not None else None
    if high is None:
        most = math.inf if _ends(words, _LEAST) else _VAGUE.get(words or "", low * 10)
        return Range(low, max(most, low))
    return Range(low - _ROUGH * abs(low), high + _ROUGH * abs(high)) if words else Range(low, high)


def _around(figure: Figure, value: float) -> Range:
    low, high, words, room = figure.low, figure.high, figure.qualifier, _leeway(value)
    if _ends(words, _NEARLY):
        return Range(value - room, value + room / 2)
    if _ends(words, _JUST_OVER):
        return Range(value, value + room)
    if low is None and high is None:
        return Range(
            value if _ends(words, _LEAST) else -math.inf if _ends(words, _MOST) else value - room,
            value if _ends(words, _MOST) else math.inf if _ends(words, _LEAST) else value + room,
        )
    if low == high and _is_fraction(figure):  # "a third" of them, 35 percent
        return Range(value - room, value + room)
    return Range(-math.inf if low is None else low, math.inf if high is None else high)


def _ends(words: str | None, table: tuple[str, ...]) -> bool:
    return f" {words or ''}".endswith(tuple(f" {row}" for row in table))


def _leeway(value: float) -> float:
    """How far from a number told roughly the true one may be: half of what it is rounded to."""
    size = abs(value)
    step = 1.0
    while size >= 10 * step and size % (10 * step) == 0:
        step *= 10
    return min(max(_ROUGH * size, step / 2), _ROUGHEST * size)


def _is_fraction(figure: Figure) -> bool:
    return figure.unit == "fraction"


def said(figure: Figure) -> float | str | None:
    """What a figure says: a number, or where it gives a bound or no number its words for it ("at
    least 9", "20 to 30", "dozens").
    """
    low, value, high, words = figure.low, figure.value, figure.high, figure.qualifier
    if value is None:
        return _stretch(figure)
    if isinstance(value, str) or not words:
        return value
    bound = (low is None) != (high is None) or _ends(words, (*_LEAST, *_MOST))
    return _qualified(value, words) if bound else value


def _stretch(figure: Figure) -> str | None:
    low, high, words = figure.low, figure.high, figure.qualifier
    if low is None or high is None:
        return words if words in _VAGUE else figure.passage.text
    between = f"{amount_of(low)} to {amount_of(high)}"
    return f"{words} {between}" if words and words not in _VAGUE else between


def _qualified(value: float, words: str) -> str:
    number = amount_of(value)
    return f"{number} {words}" if words.startswith("or ") else f"{words} {number}"


def contradiction(left: Figure, right: Figure) -> str | None:
    """Why two figures cannot both be right; None where they can."""
    tallies = [one.value for one in (left, right) if isinstance(one.value, str)]
    if tallies:
        results = {tally.replace(" to ", "-") for tally in tallies}
        return f"{tallies[0]} and {tallies[1]} are two results" if len(results) > 1 else None
    if _ends(left.qualifier, _FORECAST) != _ends(right.qualifier, _FORECAST):
        return None
    return None if _meet(left, right) else _told(left, right)


def _meet(left: Figure, right: Figure) -> bool:
    a, b = allowed(left), allowed(right)
    if a is None or b is None:
        return True
    low, high = max(a.low, b.low), min(a.high, b.high)
    if low < high or (low == high and not _past_each_other(left, right)):
        return True
    close = low - high <= _CLOSE * max(abs(low), abs(high)) and max(abs(low), abs(high)) >= 100
    return low > high and (close or _rounded(left, right) or _rounded(right, left))


def _past_each_other(left: Figure, right: Figure) -> bool:
    """Whether one is more than a number and the other no more than it, or less."""
    strict = _ends(left.qualifier, _OVER + _UNDER) or _ends(right.qualifier, _OVER + _UNDER)
    return strict and {_opens(left), _opens(right)} == {"above", "below"}


def _opens(figure: Figure) -> str | None:
    found = allowed(figure)
    if found is None or math.isinf(found.low) == math.isinf(found.high):
        return None
    return "above" if math.isinf(found.high) else "below"


def _rounded(rough: Figure, exact: Figure) -> bool:
    """Whether a figure is the other one, rounded: 32,000 and 31,988, 2.1 and 2.13."""
    if not isinstance(rough.value, float | int) or not isinstance(exact.value, float | int):
        return False
    if rough.unit != exact.unit:
        return False
    step = min(_step(rough.value), _decimal(rough))
    finer = step >= 10 or min(_step(exact.value), _decimal(exact)) < step
    return finer and abs(rough.value - exact.value) <= step / 2 * (1 + 1e-9)


def _decimal(figure: Figure) -> float:
    """The last decimal that is printed: "7.0" is not 6.6, rounded."""
    printed = _DECIMALS.search(figure.passage.text)
    return float(10.0 ** -len(printed[1])) if printed else math.inf


def _step(value: float) -> float:
    """What a number seems to be rounded to: hundreds to their tenth, decimals to their last."""
    if float(value).is_integer():
        hundreds = value >= 100 and value % 100 == 0
        return 10.0 ** (math.floor(math.log10(value)) - 1) if hundreds else 1.0
    return float(10.0 ** -len(f"{value:.10f}".rstrip("0").partition(".")[2]))


def _told(left: Figure, right: Figure) -> str:
    """The plain number, or the smaller, and what it does not fit."""
    first, last = sorted(
        (left, right), key=lambda one: (bool(_words(one)), _size(one), _shown(one))
    )
    if not _words(last):
        return f"{_shown(first)} and {_shown(last)} are two numbers"
    return f"{_shown(first)} does not fit {_shown(last)}"


def _words(figure: Figure) -> str | None:
    return figure.qualifier if figure.value is not None else str(_stretch(figure))


def _size(figure: Figure) -> float:
    known = (figure.value, figure.low, figure.high)
    return next((float(one) for one in known if isinstance(one, float | int)), 0.0)


def _shown(figure: Figure) -> str:
    if not isinstance(figure.value, float | int):
        return f"“{said(figure)}”"
    words = figure.qualifier
    return f"“{_qualified(figure.value, words)}”" if words else amount_of(figure.value)
