"""Votes as they are told: "passed by 14-0", "voted 52 to 48", "a 5-4 ruling"."""

from __future__ import annotations

import re
from typing import Final

from onrecord.reader.cues import table
from onrecord.reader.figures.units import Quantity
from onrecord.reader.grammar import Grammar
from onrecord.reader.labels import TokenSpan

VOTING: Final = table(
    """vote votes voted voting ballot ruled ruling decision decided passed passes approved approves
    adopted adopts rejected rejects ratified confirmed acquitted convicted impeached overturned
    upheld abstentions abstention resolution bill motion amendment measure cloture veto confirm
    verdict opinion court senate parliament council lawmakers legislature justices"""
)
PLAYING: Final = table(
    """win won lead beat beaten defeated scored goal goals match game games season cup league inning
    innings halftime half-time quarter set sets coach players team penalty shootout"""
)
NEAR: Final = 14  # tokens on either side in which a vote is named
_PAIR: Final = re.compile(r"(\d{1,4})\s?[-\u2010-\u2014]\s?(\d{1,4})(?:[-\u2010-\u2014]\d{1,4})?")
_TO: Final = re.compile(r"(\d{1,4})(?: votes)? to (\d{1,4})\b")
_BEFORE_TO: Final = re.compile(r"(?:vot\w+|by|of|approved it|passed it|it)\s$")


def tally(text: str, grammar: Grammar, quantity: Quantity, tokens: TokenSpan) -> str | None:
    """The tally in its own words: "14-0"; None where no vote is meant."""
    number = quantity.number
    if quantity.unit:
        return None
    match = _PAIR.match(text, number.start)
    if match is None:
        match = _TO.match(text, number.start)
        if match is None or not _BEFORE_TO.search(text, max(0, number.start - 12), number.start):
            return None
    if int(match[1]) < int(match[2]) and number.form == "range":
        return None
    return match[0] if _voted(grammar, tokens) else None


def _voted(grammar: Grammar, tokens: TokenSpan) -> bool:
    sentence = grammar.sentence[tokens[0]]
    near = range(max(0, tokens[0] - NEAR), min(len(grammar.words), tokens[1] + NEAR))
    words = {grammar.words[t] for t in near if grammar.sentence[t] == sentence}
    return bool(words & VOTING) and not words & PLAYING
