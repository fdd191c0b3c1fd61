"""What a reading knows of an entry, in plain words: a date and how it is known, who relayed what,
what became of an event, what a figure comes to.
"""

from __future__ import annotations

import re

from onrecord.model import Basis, Figure, Statement, Status, When, unclear
from onrecord.phrases.dates import in_words
from onrecord.phrases.letters import one_line

# How a date is known, as it reads after the date.
BASES: dict[Basis, str] = {
    "given": "given by hand",
    "metadata": "from the page",
    "text": "as stated",
    "calendar": "worked out by the calendar",
    "publication": "from the article's own date",
    "unknown": "",
}
# What qualifies a number from behind it.
BEHIND = frozenset(("or more", "or less", "or fewer", "or so", "or higher", "or older", "plus"))
# What became of an event: a sign, which is there without colours too, and its words.
STATUSES: dict[Status, tuple[str, str]] = {
    "happened": ("●", "happened"),
    "ongoing": ("◐", "going on"),
    "planned": ("○", "planned"),
    "called_for": ("◇", "called for"),
    "possible": ("?", "possible"),
    "denied": ("≠", "denied"),
    "did_not_happen": ("×", "did not happen"),
}


def day(when: When) -> str:
    """The date alone, with its doubt: ``2024-03-26``, ``XXXX-XX-07``, or that it is not known."""
    return when.edtf or "undated"


def dated(when: When) -> str:
    """The date and how it is known."""
    basis = BASES[when.basis]
    found = f", from “{when.passage.text}”" if when.passage and when.basis == "calendar" else ""
    return f"{day(when)} ({basis}{found})" if when.edtf and basis else day(when)


def relayed(statement: Statement) -> str:
    """The chain a statement came through, outermost first: ``via Axios ← U.S. officials``."""
    return "via " + " ← ".join(relay.who for relay in statement.via) if statement.via else ""


def nobody(statement: Statement) -> str:
    """What stands where no name can: a source's own words that may mean several, or no source."""
    return one_line(unclear(statement.source))


def called(statement: Statement) -> str:
    """What the article calls the source where it says, if that shares no word with its name: "he",
    "the official". Who is meant there was worked out, so a reader should see it.
    """
    if statement.source is None or not statement.who or statement.unnamed:
        return ""
    said, name = (_words(text) for text in (statement.source.text, statement.who))
    return "" if said & name else one_line(statement.source.text)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", text.casefold()))


def as_of_date(when: When) -> str:
    """``as of March 2024``, ``since 2023-10-07``; nothing where nothing is known."""
    if when.edtf is None:
        return ""
    date = in_words(when.edtf).removeprefix("in ")
    return date if date.startswith(("since ", "until ")) else f"as of {date}"


def file_name(origin: str) -> str:
    """The last part of a path, without the folders it lies in, which tell nobody else; an address
    on the web stays whole.
    """
    if "://" in origin:
        return origin
    return origin.replace("\\", "/").rstrip("/").rpartition("/")[2] or origin


def amount(figure: Figure) -> str:
    """What a figure comes to: ``more than 3,500,000 USD``, ``12 or more people``, ``1,000 to 2,000
    people``; nothing where its own words say so in numerals: "at least 14 people".
    """
    numbers = [_number(n, figure.unit) for n in (figure.low, figure.high, figure.value)]
    if all(number in figure.passage.text for number in numbers):
        return ""
    unit = None if figure.unit == "fraction" else figure.unit
    return one_line(" ".join(part for part in (_span(figure, *numbers), unit) if part))


def _span(figure: Figure, low: str, high: str, value: str) -> str:
    """The value with what qualifies it, or the bounds where there is only them."""
    if low and high and low != high:
        return f"{value} ({low} to {high})" if value else f"{low} to {high}"
    if value:
        return qualified(value, figure.qualifier)
    return low if low == high else f"{low} or more" if low else f"up to {high}"


def qualified(number: str, qualifier: str | None) -> str:
    """A number with its qualifier where that is said: ``at least 9``, ``66 or more``."""
    parts = (number, qualifier) if qualifier in BEHIND else (qualifier, number)
    return " ".join(part for part in parts if part)


def _number(number: float | str | None, unit: str | None) -> str:
    """The number as people write it; a fraction as a percentage."""
    if number is None or isinstance(number, str):
        return number or ""
    if unit == "fraction":
        return f"{100 * number:.3g}%"
    return f"{number:,.0f}" if number == int(number) else f"{number:,.6g}"
