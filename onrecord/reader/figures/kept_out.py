"""Numbers that count nothing: ages, clock times, dates, scores, addresses, names, list numbers.

In goes a quantity and the words around it, out comes why it is kept out, or None. One row a reason:
what stands before the number, and what stands after it; an empty field holds for any words.
"""

from __future__ import annotations

import re
from typing import Final

from onrecord.reader.figures.units import Quantity

_YEAR: Final = (1400, 2100)
_BEFORE_REACH: Final = 60  # characters looked at on either side
_AFTER_REACH: Final = 60
_CAPITAL = r"(?:[A-Z][\w.'’-]*\s){1,4}"

# reason | words before it, ending at the number | words after it
WORDS_AROUND: Final[tuple[tuple[str, str, str], ...]] = (
    ("age", "", r"-?(?:\s|-)?(?:years?|months?|weeks?|days?|yrs?)?(?:\s|-)(?:olds?\b|of\sage\b)"),
    ("age", r"\b(?:aged|ages?|age\sof|ages\sof|age\srange)\s(?:between\s|from\s|under\s|over\s|about\s)?", ""),
    ("age", r"\b(?:under|over)(?:\sthe\sage\sof)?[\s-]", r"s\b"),
    ("age", r"[A-Z][\w’'.-]+,\s", r"\s?(?:,|;|\.(?:\s|$)|:|\))(?!\s?\d)"),
    ("age", r"[A-Z][\w’'.-]+\s\(", r"\)"),
    ("age", r"\b(?:turned|turns|turning)\s", r"(?:\s?[.,]|\son\b|\sin\b)"),
    ("age", r"\b(?:who|he|she)\s(?:is|was|would be)\s(?:just\s|only\s)?", r"\s?[.,]"),
    ("clock", "", r"(?:[:.][0-5]\d)?\s?(?:a\.m|p\.m|am\b|pm\b|AM\b|PM\b|o['’]clock|hrs\b|GMT|UTC|EST|EDT|CET|BST|PST)"),
    ("clock", r"\b(?:at|by|around|until|till|from|since)\s", r"\s?(?:hours\s(?:local|GMT)|local time|noon)"),
    ("ordinal", r"\b(?:[Nn]o|[Nn]os|[Nn]r|[Nn]umber|[Nn]umbers|#)\.?\s?", ""),
    ("rate", r"\b(?:per|every|each)\s", ""),
    ("time", "", r"\s(?:ago|earlier|later|before|after|beforehand|afterwards?|prior|hence|from now|previously)\b"),
    ("time", r"\b(?:past|last|next|previous|first|coming|final|recent|preceding|following|opening|closing)\s", ""),
    ("address", "", rf"\s{_CAPITAL}?(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard|Blvd|Lane|Drive|Place|Square|Court|Way|Downing)\b"),
    ("name", r"\b(?:[Rr]esolution|[Ff]light|[Aa]rticle|[Ss]ection|[Hh]ighway|[Rr]oute|[Rr]egion|[Ii]nterstate|[Cc]hapter|[Pp]age|[Pp]hase|[Ll]evel|[Ss]tage|[Cc]ategory|[Gg]rade|[Cc]lass|[Tt]ype|[Vv]ersion|[Rr]oom|[Gg]ate|[Ll]ine|[Tt]itle|[Vv]olume|[Tt]ier|[Ss]eason|[Ee]pisode|[Rr]ound|[Gg]ame|[Dd]ay|[Ww]eek|[Yy]ear|[Gg]roup|[Cc]hannel|[Uu]nit|[Bb]lock|[Bb]ook|[Pp]art|[Ii]tem|[Pp]aragraph|[Cc]lause|[Rr]ule|[Pp]oint|[Tt]able|[Ff]igure|[Cc]ount|[Dd]istrict|[Ww]ard|[Pp]recinct|[Zz]one|[Ss]ector|[Ss]tep|[Tt]op|[Pp]roposition|[Pp]rop|[Aa]mendment|[Oo]rder|[Cc]ase|[Pp]ier|[Tt]erminal|[Aa]genda|[Ff]actor|[Gg]eneration|[Vv]erse|Psalm|Chapter|[Ss]uper|Apollo|Boeing|Airbus|iPhone|Windows|Formula|Group of|G|War)\s(?:[Nn]os?\.\s)?", ""),
    ("score", r"(?:\b(?:won|win|lost|beat|beaten|defeated|victory|draw|drew|leading|led|ahead|score|scored)\b[^.]{0,30})", r"(?=\s?[-–]\s?\d|\sto\s\d)"),
    ("half", "", r"[\s-](?:time|way|half)\b"),
    ("list", r"(?:^|\n)\s*\(?", r"(?:[.)]\s|\s*(?:\n|$))"),
    ("note", r"[\[(]", r"[\])]"),
    ("sign", r"[@#]", ""),
    ("plural", "", r"s\b"),
    ("all day", "", r"/7\b"),
)  # fmt: skip
_ROWS: Final = tuple(
    (
        reason,
        re.compile(rf"(?:{before})$") if before else None,
        re.compile(after) if after else None,
    )
    for reason, before, after in WORDS_AROUND
)
_GLUED_TO_AN_ADDRESS: Final = re.compile(
    r"https?://\S+|www\.\S+|\b[\w.+-]+@[\w-]+\.\w+\S*|\b[\w-]+\.(?:com|org|net|gov|edu|co|uk|html?)\b\S*"
    r"|\+?\(?\d{2,4}\)?[-.\s]\d{3}[-.\s]\d{3,4}\b"
    r"|\b\d{1,2}:\d{2}(?::\d{2})?\b"
)
_PEOPLE_AFTER: Final = re.compile(
    r"\s(?:people|persons?|soldiers|troops|civilians|children|women|men|deaths|cases|homes|houses)\b"
)


def addresses(text: str) -> list[tuple[int, int]]:
    """Web and mail addresses, telephone numbers and clock times: digits in them count nothing."""
    return [m.span() for m in _GLUED_TO_AN_ADDRESS.finditer(text)]


def reason(text: str, quantity: Quantity, start: int) -> str | None:
    """Why the words around a number keep it out; ``start`` is where its qualifier begins."""
    number = quantity.number
    if _is_year(text, quantity, start):
        return "year"
    before = text[max(0, number.start - _BEFORE_REACH) : number.start]
    after = text[number.end : number.end + _AFTER_REACH]
    measured = text[quantity.end : quantity.end + _AFTER_REACH]
    for name, ahead, behind in _ROWS:
        if (
            name in ("age", "list", "note", "name", "ordinal", "half")
            and quantity.measure == "money"
        ):
            continue
        if name == "time":
            if quantity.measure == "duration" and _holds(ahead, behind, before, measured):
                return name
        elif name == "list" and quantity.unit:
            continue
        elif _holds(ahead, behind, before, after):
            return name
    return None


def _holds(
    ahead: re.Pattern[str] | None, behind: re.Pattern[str] | None, before: str, after: str
) -> bool:
    return (ahead is None or ahead.search(before) is not None) and (
        behind is None or behind.match(after) is not None
    )


def _is_year(text: str, quantity: Quantity, start: int) -> bool:
    """ "the 2020 elections", "2019": four digits without a comma, a unit or a qualifier."""
    number = quantity.number
    written = text[number.start : number.end]
    if quantity.unit or not (written.isdigit() and len(written) == 4):
        return False
    low, high = _YEAR
    if not low <= float(written) <= high or start < number.start:
        return False
    return _PEOPLE_AFTER.match(text, number.end) is None
