"""Datelines: "WASHINGTON (AP) —", "LONDON, March 5 (Reuters) -", "MOSCOW, April 3. /TASS/.",
"(Reuters) -".

A dateline is where the story was filed, when, and by which agency; all but the place may be
missing, and the place too where the agency stands alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.calendar import DateExpression, expressions
from onrecord.ingest.agencies import NAME, abbreviates, agency, pictured

_UPPER = "A-ZÀ-ÖØ-Þ\u0100-\u017f"
_CASED = rf"[{_UPPER}][\w.'’-]{{1,24}}"
_WORDS = rf"{_CASED}(?:[ /\u00a0-]{_CASED}){{0,3}}"
_PLACE = re.compile(rf"(?P<place>{_WORDS}(?:,[ \u00a0]{_WORDS}){{0,2}}(?:[ \u00a0]?\[{_CASED}\])?)")
_DASH = r"(?:\s{0,2}(?:—|–|―|--|::)\s{0,2}|\s{1,2}-\s{1,2}|\s{0,2}:\s{1,2})"
_AGENCY = re.compile(rf"\s{{0,2}}[(/\[]\s?(?P<agency>{NAME})(?:[ ,/-][\w .]{{1,20}})?\s?[)/\]]\.?")
# An agency that is not in the table: letters as in "(CPA)", or, after a date, a name.
_LETTERS = re.compile(r"\s{0,2}\((?P<agency>[A-Z]{3,7})\)")
_NAMED = re.compile(r"\s{0,2}\((?P<agency>[A-Z][a-z]{3,15}(?:\s[A-Z][a-z]{2,15})?)\)")
_COUNTRIES = frozenset(("USA", "UAE", "DRC", "PRC", "DPRK", "USSR"))
_END = re.compile(rf"{_DASH}(?P<next>[{_UPPER}\d\"“‘'«(\[]|$)")
_REACH = 160

# Cities that stand alone in datelines; others need capitals, a country or an agency beside them.
CITIES: frozenset[str] = frozenset(
    [
        "Abuja", "Accra", "Addis Ababa", "Algiers", "Amman", "Amsterdam", "Ankara", "Athens",
        "Atlanta", "Baghdad", "Baku", "Bangkok", "Beijing", "Beirut", "Belgrade", "Berlin",
        "Bogota", "Boston", "Brasilia", "Brussels", "Bucharest", "Budapest", "Buenos Aires",
        "Cairo", "Canberra", "Caracas", "Chicago", "Copenhagen", "Dallas", "Damascus", "Delhi",
        "Denver", "Detroit", "Dhaka", "Doha", "Dubai", "Dublin", "Frankfurt", "Gaza", "Gaza City",
        "Geneva", "Hanoi", "Harare", "Havana", "Helsinki", "Hong Kong", "Houston", "Islamabad",
        "Istanbul", "Jakarta", "Jerusalem", "Johannesburg", "Kabul", "Karachi", "Kathmandu",
        "Khartoum", "Kiev", "Kinshasa", "Kuala Lumpur", "Kyiv", "Lagos", "Lima", "Lisbon",
        "London", "Los Angeles", "Madrid", "Manila", "Mexico City", "Miami", "Milan", "Minsk",
        "Mogadishu", "Montreal", "Moscow", "Mumbai", "Munich", "Nairobi", "New Delhi", "New York",
        "Oslo", "Ottawa", "Paris", "Philadelphia", "Phnom Penh", "Prague", "Pretoria",
        "Pyongyang", "Quito", "Rabat", "Ramallah", "Rio de Janeiro", "Riyadh", "Rome",
        "San Francisco", "Sanaa", "Santiago", "Sarajevo", "Seattle", "Seoul", "Shanghai",
        "Singapore", "Sofia", "Stockholm", "Sydney", "Taipei", "Tbilisi", "Tehran", "Tel Aviv",
        "The Hague", "Tokyo", "Toronto", "Tripoli", "Tunis", "United Nations", "Vatican City",
        "Vienna", "Vilnius", "Warsaw", "Washington", "Yangon", "Yerevan", "Zurich",
    ]
)  # fmt: skip
# Words in capitals that open an article and are no place.
NOT_PLACES: frozenset[str] = frozenset(
    [
        "ANALYSIS", "BREAKING", "COLUMN", "COMMENT", "COMMENTARY", "CORRECTION", "CORRECTED",
        "EDITORIAL", "EXCLUSIVE", "EXPLAINER", "FACTBOX", "FEATURE", "FILE", "FOCUS", "INSIGHT",
        "INTERVIEW", "JUST", "LIVE", "NEWS", "NOTE", "OPINION", "PHOTOS", "PODCAST", "PREVIEW",
        "REFILE", "RELEASE", "REPORT", "REVIEW", "SPECIAL", "STATEMENT", "UPDATE", "UPDATED",
        "URGENT", "VIDEO", "WATCH", "WRAPUP", "READ", "MORE", "QUESTION", "ANSWER",
    ]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filed:
    """A dateline in an article: ``end`` is after its closing dash, ``agency`` what it calls it."""

    start: int
    end: int
    place: tuple[int, int] | None
    agency: str | None
    date: DateExpression | None


def dateline(text: str, start: int, end: int) -> Filed | None:
    """The dateline with which ``text[start:end]`` begins, or None."""
    head = text[start : min(end, start + _REACH)]
    alone = _AGENCY.match(head)
    if alone:
        return _closed(head, start, alone.end(), None, alone["agency"], None)
    match = _PLACE.match(head)
    if not match:
        return None
    place, date = _place_and_date(head, match["place"])
    if not place:
        return None
    after = date.end if date else len(place)
    after += len(re.match(r"[.,]?", head[after:])[0]) if date else 0  # type: ignore[index]
    wire = _AGENCY.match(head, after) or _LETTERS.match(head, after)
    wire = wire or (_NAMED.match(head, after) if date else None)
    if wire and (pictured(wire[0]) or abbreviates(wire["agency"], head[:after])):
        return None
    wire = wire if wire and wire["agency"] not in _COUNTRIES else None
    at = wire.end() if wire else after
    found = _closed(head, start, at, place, wire["agency"] if wire else None, date)
    return found if found and _believable(place, found, head[len(place) :]) else None


def _place_and_date(head: str, words: str) -> tuple[str, DateExpression | None]:
    """The place without a date that runs on from it: "GENEVA, Nov. 6" → GENEVA and November 6."""
    for found in expressions(head):
        joined = re.fullmatch(r"[,.]?\s{1,2}\(?", head[len(words) : found.start])
        if found.kind == "date" and (found.start < len(words) or joined):
            place = head[: min(found.start, len(words))].rstrip(" ,.\u00a0(")
            return place, found if not found.weekday_only or found.start > len(words) else None
    return words.rstrip(".") if not re.search(r"\b[A-Z]\.$", words) else words, None


def _closed(
    head: str,
    start: int,
    at: int,
    place: str | None,
    wire: str | None,
    date: DateExpression | None,
) -> Filed | None:
    """With its end: a dash and a new sentence, or nothing after an agency."""
    closing = _END.match(head, at)
    if closing:
        at = closing.start("next")
    elif not wire or not _ends_bare(place, wire, head[at:].strip()):
        return None
    span = (start, start + len(place)) if place else None
    return Filed(start, start + at, span, wire, _moved(date, start))


def _ends_bare(place: str | None, wire: str, rest: str) -> bool:
    """Whether it ends without a dash: with its line, or as in "MOSCOW, April 3. /TASS/. Exports
    grew". Letters after a name are none: "The Ferry Federation (VPF) released a statement".
    """
    return not rest or bool(place and agency(wire) and not rest[0].islower())


def _moved(date: DateExpression | None, by: int) -> DateExpression | None:
    return replace(date, start=date.start + by, end=date.end + by) if date else None


def _believable(place: str, found: Filed, rest: str) -> bool:
    """A place indeed: an agency or date beside it, capitals, a known city, or "City, Country"."""
    words = re.findall(r"[^\W\d_]+", place)
    if any(word.upper() in NOT_PLACES and word.isupper() for word in words):
        return False
    if found.agency:
        return True
    if re.match(r"\s{0,2}:", rest[len(rest) - len(rest.lstrip()) :]) and not found.date:
        return False  # "MAYOR DOE: We will rebuild": a transcript, not a dateline
    first = place.split(",")[0]
    if first in CITIES or (first.isupper() and len(first) > 2):
        return True
    return bool(found.date) or ("," in place and len(words) <= 4 and "—" in rest[:4])
