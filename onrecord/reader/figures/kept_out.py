"""Numbers that count nothing: ages, clock times, dates, scores, addresses, names, list numbers.

In goes a quantity and the words around it, out comes why it is kept out, or None. The rows of
``ROWS`` say what stands before a number and what after it; an empty field holds for any words.
"""

from __future__ import annotations

import re
from typing import Final

from onrecord.reader.figures.units import Quantity

_YEARS: Final = (1400, 2100)
_LATELY: Final = 1900  # newspapers seldom name an earlier year before a noun
_REACH: Final = 60  # characters looked at on either side

# What bears a number as its name: "Resolution 2728", "Flight 370", "phase 3".
NUMBERED: Final = """
resolution flight article section highway route region interstate chapter page phase level stage
category grade class type version room gate line title volume tier season episode round game day
week year group channel unit book item paragraph clause table figure
district ward precinct zone sector step top proposition prop amendment case pier terminal
agenda factor generation verse psalm super apollo boeing airbus iphone windows formula war area
lot suite apartment apt box code model fortune ftse
"""
# The same, but as often a verb: "observers count 13 dead", "rebels block 12 roads".
NUMBERED_IN_CAPITALS: Final = "Count Block Order Rule Point Mark Act Bill Exit Form Part"
STREETS: Final = """
Street St. Avenue Ave. Road Rd. Boulevard Blvd Lane Drive Place Square Court Way Downing Parkway
"""
GAMES: Final = "won win lost beat beaten defeated victory draw drew leading led ahead score scored"
AFTER_A_TIME: Final = """
ago earlier later before after beforehand afterward afterwards prior hence previously back
"""
BEFORE_A_TIME: Final = """
past last next previous first coming final recent preceding following opening closing
"""
ZONES: Final = "GMT UTC EST EDT CET BST PST am pm AM PM hrs"


def _any(table: str) -> str:
    return "|".join(map(re.escape, table.split()))


def _any_case(table: str) -> str:
    return "|".join(f"{w.title()}|{w}" for w in table.split())


_NAME = r"[A-Z][\w’'.-]+"
_AGED = r"\b(?:aged|ages?|age\sof|ages\sof)\s(?:between\s|from\s|under\s|over\s|about\s)?"
_OLD = r"-?(?:\s|-)?(?:years?|months?|weeks?|days?|yrs?)?(?:\s|-)(?:olds?\b|of\sage\b)"
_CLOCK = rf"(?:[:.][0-5]\d)?\s?(?:a\.m|p\.m|o['’]clock|(?:{_any(ZONES)})\b)"
# "the wells will last two more weeks"
_NO_MODAL = "".join(rf"(?<!\b{w}\s)" for w in "will would can could may might should to".split())
_CAPITALS = r"(?:[A-Z][\w.'’-]*\s){1,4}"

# reason | what stands before the number | what stands after it (after its unit, for a "time")
ROWS: Final = (
    ("age", "", _OLD),  # "25-year-old", "12 years old"
    ("age", _AGED, ""),
    ("age", r"\b(?:under|over)(?:\sthe\sage\sof)?[\s-]", r"s\b"),  # "under-18s"
    ("age", rf"{_NAME},\s", r"\s?(?:,|;|\.(?:\s|$)|:|\))(?!\s?\d)"),  # "Pell Orin, 45, said"
    ("age", rf"{_NAME}\s\(", r"\)"),
    ("age", r"\bturn(?:ed|s|ing)\s", r"(?:\s?[.,]|\s(?:on|in)\b)"),
    (
        "age",
        r"\b(?:who|he|she)\s(?:is|was|would\sbe)\s(?:just\s|only\s|about\s|nearly\s)?",
        r"\s?[.,]",
    ),
    ("clock", "", _CLOCK),
    ("clock", r"\b(?:at|by|around|until|till|from|since)\s", r"\s?(?:hours\slocal|local\stime)"),
    ("name", r"\b(?:[Nn]os?|[Nn]umbers?|#)\.?\s?", ""),
    ("name", rf"\b(?:{_any_case(NUMBERED)}|Group\sof|G)\s(?:[Nn]os?\.\s)?", ""),
    ("name", rf"\b(?:{_any(NUMBERED_IN_CAPITALS)})\s", r"(?!\s[a-z]+s\b|\s(?:people|dead)\b)"),
    ("name", r"\b[A-Z]{2,4}\s", r"\s(?![a-z]+s\b)[a-z]"),  # "the HR 6819 system"
    ("margin", r"±\s?", ""),  # "1,010 ± 195 light years"
    ("rate", r"\b(?:per|every|each)\s", ""),  # "per 100,000 people"
    ("time", "", rf"\s(?:{_any(AFTER_A_TIME)}|from\snow)\b"),
    ("time", rf"{_NO_MODAL}\b(?:{_any(BEFORE_A_TIME)})\s(?:few\s)?", ""),
    ("address", "", rf"\s{_CAPITALS}?(?:{_any(STREETS)})(?![a-z])"),
    (
        "address",
        "",
        r"\s(?:[NESW]\w*\.?\s)?\d+(?:st|nd|rd|th)\s(?:St|Ave)",
    ),  # "131 West 23rd Street"
    ("score", rf"\b(?:{_any(GAMES)})\b[^.]{{0,30}}", r"(?=\s?[-–]\s?\d|\sto\s\d)"),
    ("score", "", r"\sto\s\w+\s(?:margin|ratio|odds|majority)\b"),  # "a 3 to 1 margin"
    ("score", r"\sto\s", r"\s(?:margin|ratio|odds|majority)\b"),
    ("half", "", r"[\s-](?:time|way|half)\b"),
    ("list", r"(?:^|\n)\s*\(?", r"(?:[.)]\s|\s*(?:\n|$))"),
    ("note", r"[\[(]", r"[\])]"),
    ("sign", r"[@#]", ""),
    ("plural", "", r"s\b"),  # "the 1990s", "in his 30s"
    ("name", "", r"/7\b"),  # "24/7"
    ("idiom", "", r"\s(?:foot|step)\sin\sfront\sof\s(?:the\sother|another)\b"),
    ("idiom", r"\bone\scountry,?\s", r"\ssystems\b"),
    ("idiom", r"\bone\sstep\s(?:forward|ahead),?\s(?:and\s)?", r"\ssteps\sback\b"),
    ("idiom", "", r"\ssteps?\s(?:forward|ahead),?\s(?:and\s)?(?:one|two)\ssteps?\sback\b"),
    ("idiom", "", r"\ssides\sof\sthe\s(?:same\s)?coin\b"),
    ("idiom", "", r"\sbirds\swith\sone\sstone\b"),
    ("idiom", r"\b(?:my|his|her|your|our|their)\s", r"\scents\b(?!\s(?:per|an?|of|on|for)\b)"),
    ("idiom", "", r"\sfeet\sunder\b"),
    ("idiom", r"\bdeath\sby\s(?:a\s)?", r"\scuts\b"),
)
_COMPILED: Final = tuple(
    (reason, re.compile(rf"(?:{before})$") if before else None, re.compile(after or ""))
    for reason, before, after in ROWS
)
_NEVER_OF_MONEY: Final = ("age", "list", "note", "name", "half")
_ADDRESSES: Final = re.compile(
    r"https?://\S+|www\.\S+|\b[\w.+-]{1,60}@[\w-]{1,60}\.\w+\S*"
    r"|\b[\w-]{1,60}\.(?:com|org|net|gov|edu|co|uk|html?)\b\S*"
    r"|\+?\(?\b\d{2,4}\)?[-.\s]\d{3}[-.\s]\d{3,4}\b"
    r"|\b\d{1,2}:\d{2}(?::\d{2})?\b"
)
_LEVEL_AFTER: Final = re.compile(r"\s(?:levels?|baseline|peak|total|average)\b")
_PLURAL_AFTER: Final = re.compile(r"\s[a-z]+s\b")
_PEOPLE_AFTER: Final = re.compile(
    r"\s(?:people|persons?|soldiers|troops|civilians|children|women|men|deaths|cases|homes|houses)\b"
)


def addresses(text: str) -> list[tuple[int, int]]:
    """Web and mail addresses, telephone numbers and clock times: digits in them count nothing."""
    return [m.span() for m in _ADDRESSES.finditer(text)]


def reason(text: str, quantity: Quantity, start: int) -> str | None:
    """Why the words around a number keep it out; ``start`` is where its qualifier begins."""
    number = quantity.number
    if _is_year(text, quantity, start):
        return "year"
    before = text[max(0, number.start - _REACH) : number.start]
    after = text[number.end : number.end + _REACH]
    measured = text[quantity.end : quantity.end + _REACH]
    for why, ahead, behind in _COMPILED:
        follows = measured if why == "time" else after
        if _asked(why, quantity) and behind.match(follows) and (not ahead or ahead.search(before)):
            return why
    return None


def _asked(why: str, quantity: Quantity) -> bool:
    """Whether a row can hold of such a quantity at all."""
    if why == "time":
        return quantity.measure == "duration"
    if why == "list":
        return quantity.unit is None
    return quantity.measure != "money" or why not in _NEVER_OF_MONEY


def _is_year(text: str, quantity: Quantity, start: int) -> bool:
    """ "the 2020 elections", "2019": four digits without a comma, a unit or a qualifier."""
    number = quantity.number
    written = text[number.start : number.end]
    if quantity.unit or not (written.isdigit() and len(written) == 4):
        return False
    low, high = _YEARS
    if not low <= float(written) <= high:
        return False
    if start < number.start:
        return _LEVEL_AFTER.match(text, number.end) is not None  # "32 percent below 2005 levels"
    if float(written) < _LATELY and _PLURAL_AFTER.match(text, number.end):
        return False  # "1885 aftershocks"
    return _PEOPLE_AFTER.match(text, number.end) is None
