"""A figure in plain words: what it comes to, of what, and what became of those counted."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.model import Figure
from onrecord.phrases.entries import amount
from onrecord.phrases.letters import one_line

# What a count of people measures, as it is said after them: "nine people killed".
MEASURED: Mapping[str, str] = {
    "killed": "killed",
    "wounded": "wounded",
    "casualties": "killed or wounded",
    "missing": "missing",
    "infected": "infected",
    "hospitalized": "in hospital",
    "detained": "detained",
    "taken": "taken away",
    "held": "held",
    "released": "released",
    "rescued": "rescued",
    "displaced": "displaced",
}


def counted(figure: Figure) -> str:
    """What is counted, with its number: ``39 people killed``, ``six Mexican nationals killed``,
    ``more than 235,000,000 USD``, ``12 or more delegates``.
    """
    printed, known = one_line(figure.passage.text), amount(figure)
    of = one_line(figure.of.text) if figure.of else ""
    if figure.measure in MEASURED:
        people = printed if of else known or _with(printed, figure.unit)
        return _with(people, MEASURED[figure.measure])
    return known if known and not of else printed


def _with(said: str, word: str | None) -> str:
    """The words with one behind them, if it is not said already."""
    is_said = not word or word.casefold() in said.casefold().split()
    return said if is_said else f"{said} {word}"
