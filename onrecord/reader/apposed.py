"""A source's words in, out the name that ends them and says who it is, if one does.

"A student named Wong" is Wong, and "Ambassador to Kestria Ilena Dravec" is Dravec, though the parse
hangs her name on the country. "An aide to President Dravec" is not: only a country or a place may
stand between the preposition and the name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.model import Passage, passage

if TYPE_CHECKING:
    from onrecord.reader.entities import Cast

_NAMED: Final = re.compile(
    r"\b(?:named|called)\s+(?P<name>[A-ZÀ-Þ][\w.'’-]*(?:\s[A-ZÀ-Þ][\w.'’-]*){0,3})$"
)
_POSTED: Final = re.compile(r"\b(?:to|in|of|for)\s+(?:the\s+)?(?P<rest>[A-ZÀ-Þ][^,;()]*)$")
_WORD: Final = re.compile(r"\S+")
PLACES: Final = ("country", "place")


def name_at_the_end(text: str, cast: Cast, source: Passage) -> Passage | None:
    """The passage of the name; None where the words before it are who speaks."""
    named = _NAMED.search(source.text)
    if named:
        return passage(text, source.start + named.start("name"), source.end)
    posted = _POSTED.search(source.text)
    if posted is None:
        return None
    first = source.start + posted.start("rest")
    for word in _WORD.finditer(posted["rest"]):
        start = first + word.start()
        if word.start() and _place_then_person(cast, (first, start - 1), (start, source.end)):
            return passage(text, start, source.end)
    return None


def _place_then_person(cast: Cast, before: tuple[int, int], name: tuple[int, int]) -> bool:
    place, person = cast.at(*before), cast.at(*name)
    if place is None or person is None or place.kind not in PLACES or person.kind != "person":
        return False
    spans = {(m.start, m.end) for e in (place, person) for m in e.mentions if m.form == "name"}
    return before in spans and name in spans
