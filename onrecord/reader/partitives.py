"""A source's words in, out what they are a part of: "two of his aides" are as unnamed as his aides.

Also the words that mean people without any noun ("some who saw the comment", "many", "a
21-year-old"), and those that make a part of a people's name: "many Americans".
"""

from __future__ import annotations

import re
from typing import Final

_COUNTED: Final = r"""
    one|two|three|four|five|six|seven|eight|nine|ten|a\s+dozen|dozens|hundreds|thousands|scores|
    some|several|many|most|few|a\s+few|both|none|another|others|all|
    (?:a\s+)?(?:hundred|thousand|couple|several|few)\s+(?:dozen|hundred|thousand)|
    a\s+(?:large\s+|small\s+|growing\s+)?(?:number|couple|handful|majority|mix|group|crowd|lot)
"""
_MORE: Final = r"(?:at\s+least|about|nearly|almost|more\s+than|only)\s+"
_PARTITIVE: Final = re.compile(rf"(?:{_MORE})?(?:{_COUNTED})\s+of\s+", re.IGNORECASE | re.VERBOSE)
_SEVERAL: Final = r"some|several|many|most|few|a\s+few|others|dozens|hundreds|thousands|scores"
_NARROWED: Final = (
    r"who|in|at|from|with|on|among|near|inside|outside|close|familiar|briefed|present|involved"
)
_PEOPLE: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:{_SEVERAL}|those|all)(?:\s+of\s+those)?\s+(?:{_NARROWED})\b",
        rf"(?:{_MORE})?(?:{_SEVERAL})(?:\s+(?:there|here|else))?\W*$",
        r"(?:some|every)(?:one|body)\b",
        rf"(?:{_MORE})?(?:{_SEVERAL}|one|two|three|all)\s+of\s+(?:you|us)\b",
        rf"(?:an?|another|one)\s+\d+-year-old(?:\W*$|,|\s+(?:{_NARROWED})\b)",
    )
)
_SOME: Final = re.compile(
    rf"(?:{_MORE})?(?:some|several|many|most|few|a\s+few|numerous|countless|various|other|more)\s",
    re.IGNORECASE,
)


def partitive(source: str) -> int | None:
    """Where the whole begins in "one of the diplomats"; None where nothing is a part of it."""
    found = _PARTITIVE.match(source)
    return found.end() if found else None


def of_people(source: str) -> bool:
    """Whether it is "some who …", "those who …", "many": people, and no name."""
    return any(pattern.match(source) for pattern in _PEOPLE)


def some(source: str) -> bool:
    """Whether it is an uncounted part of what has a name: "many Americans"."""
    return _SOME.match(source) is not None
