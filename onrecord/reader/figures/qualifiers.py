"""The words that say how sure or how exact a number is, and which of its ends they open.

One row a sense: "low" the number is the least it can be, "high" the most, "about" neither, "as is"
the words change nothing but belong on the record ("another 30").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from onrecord.reader.cues import table

Sense = Literal["low", "high", "about", "as is"]

BEFORE: Final[dict[Sense, str]] = {
    "low": """
        more than | over | at least | no fewer than | not fewer than | no less than |
        not less than | upwards of | upward of | in excess of | well over | just over |
        a little over |
        slightly over | slightly more than | well above | just above | exceeding | above |
        north of | a minimum of | well more than | a little more than | much more than |
        far more than | greater than | at the very least | even more than""",
    "high": """
        up to | as many as | as much as | fewer than | less than | under | below | no more than |
        not more than | at most | nearly | almost | close to | just under | just below |
        slightly less than | slightly fewer than | slightly under | well under | well below |
        a maximum of | not quite | approaching | nearing | a little less than | just shy of |
        just short of | very nearly | much less than | far fewer than | a little under""",
    "about": """
        some | around | about | roughly | approximately | an estimated | estimated | circa | ca. |
        closer to | nearer to | nearer | near | an average of | on average | more or less |
        in the region of | somewhere around |
        perhaps | maybe | possibly | reportedly | allegedly | an alleged | a reported | about some |
        a suspected | an expected | potentially | a projected | a planned | approx. | approx""",
    "as is": """
        another | an additional | additional | a further | a record | exactly | precisely |
        an extra""",
}
AFTER: Final[dict[Sense, str]] = {
    "low": "or more | plus | + | or higher | or above | or older | if not more",
    "high": "or fewer | or less | or under | or lower | at most",
    "about": "or so | odd | or thereabouts | approximately | give or take",
    "as is": "more",
}
# "are believed to be in the city": said of the clause, not of the number.
BELIEVED: Final = table(
    """believed thought feared estimated presumed expected suspected assumed understood projected
    forecast reported alleged said rumored rumoured"""
)
# What "about" and "over" belong to if they are no qualifier: "told police about two men".
TALKED: Final = table(
    """talk talks talked talking spoke speak speaking concerned worried know knew learned learnt ask
    asked asking information story stories questions question complain complained complaints
    concerns worries debate dispute disputes complaint think thinking thought joke joked"""
)


@dataclass(frozen=True, slots=True)
class Qualifier:
    """Qualifying words at ``start:end`` and what they do to a number."""

    start: int
    end: int
    words: str
    sense: Sense


def _senses(rows: dict[Sense, str]) -> dict[str, Sense]:
    return {
        " ".join(words.split()): sense
        for sense, row in rows.items()
        for words in row.split("|")
        if words.strip()
    }


_BEFORE: Final = _senses(BEFORE)
_AFTER: Final = _senses(AFTER)


def _either(words: dict[str, Sense]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(w).replace(r"\ ", r"\s") for w in ordered)


_ARTICLE = r"(?:(?:the|an?|its|their|his|her)\s)?"
_ENDS_BEFORE: Final = re.compile(
    rf"(?<![\w-])(?P<words>{_either(_BEFORE)})\s{{1,2}}$", re.IGNORECASE
)
ADVERBS: Final = table("reportedly allegedly apparently possibly probably")
_STARTS_AFTER: Final = re.compile(
    rf"(?:\s|-|,\s)?(?P<words>{_either(_AFTER)})(?![\w])", re.IGNORECASE
)
LONGEST: Final = 2 + max(map(len, _BEFORE))


def before(text: str, at: int) -> Qualifier | None:
    """The qualifier that ends where the number begins: "at least", "at least some"."""
    found = _one_before(text, at)
    further = _one_before(text, found.start) if found else None
    if found is None or further is None:
        return found
    words = " ".join(text[further.start : found.end].split()).lower()
    return Qualifier(further.start, found.end, words, further.sense)


def _one_before(text: str, at: int) -> Qualifier | None:
    if text[at - 1 : at] == "~":
        return Qualifier(at - 1, at, "~", "about")
    match = _ENDS_BEFORE.search(text, max(0, at - LONGEST), at)
    if match is None:
        return None
    words = " ".join(match["words"].lower().split())
    previous = text[max(0, match.start() - 20) : match.start()].split()
    if words in ("about", "over", "around") and previous and previous[-1].lower() in TALKED:
        return None
    return Qualifier(match.start(), match.end("words"), words, _BEFORE[words])


def after(text: str, at: int) -> Qualifier | None:
    """The qualifier that follows a number: "30 or more"."""
    match = _STARTS_AFTER.match(text, at)
    if match is None:
        return None
    words = " ".join(match["words"].lower().split())
    if text.startswith(" than", match.end()):
        return None  # "18.7 percent, or less than a third"
    return Qualifier(match.start("words"), match.end(), words, _AFTER[words])
