"""A source's words in, out what they are a part of: "two of his aides" are as unnamed as his aides.

Also the words that mean people without any noun: "some who saw the comment".
"""

from __future__ import annotations

import re
from typing import Final

_COUNTED: Final = r"""
    one|two|three|four|five|six|seven|eight|nine|ten|a\s+dozen|dozens|hundreds|thousands|scores|
    some|several|many|most|few|a\s+few|both|none|another|others|all|
    a\s+(?:large\s+|small\s+|growing\s+)?(?:number|couple|handful|majority)
"""
_MORE: Final = r"(?:at\s+least|about|nearly|almost|more\s+than|only)\s+"
_PARTITIVE: Final = re.compile(rf"(?:{_MORE})?(?:{_COUNTED})\s+of\s+", re.IGNORECASE | re.VERBOSE)
_WHO: Final = re.compile(
    r"(?:some|several|many|most|few|a\s+few|others|those|all)(?:\s+of\s+those)?\s+who\b",
    re.IGNORECASE,
)


def partitive(source: str) -> int | None:
    """Where the whole begins in "one of the diplomats"; None where nothing is a part of it."""
    found = _PARTITIVE.match(source)
    return found.end() if found else None


def of_people(source: str) -> bool:
    """Whether it is "some who …", "those who …": people, and no name."""
    return _WHO.match(source) is not None
