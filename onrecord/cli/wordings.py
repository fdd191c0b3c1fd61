"""Two wordings of the same words, told apart word by word: ``will not be [-a picnic-] {+easy+}``.

What others print and this article does not stands in ``[- -]``, what it prints instead in
``{+ +}``, as wdiff writes it, so that the difference is there without colours too.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from onrecord.across import Change, Reported
from onrecord.cli.phrases import words

GONE, NEW = "red", "green"
LEGEND = "[-these words-] others quote, {+these+} this article prints instead"


def compared(changes: Iterable[Change]) -> Text:
    """The later wording with what became of the earlier one marked in it."""
    return Text(" ").join(part for change in changes for part in _parts(change) if part)


def _parts(change: Change) -> tuple[Text, ...]:
    if change.same:
        return (words(change.after),)
    return _marked(change.before, "[-", "-]", GONE), _marked(change.after, "{+", "+}", NEW)


def _marked(text: str, before: str, after: str, style: str) -> Text:
    said = words(text, style)
    return Text.assemble((before, style), said, (after, style)) if said else said


def printed(report: Reported) -> Text:
    """What an article prints; where others print other words, with what was altered marked."""
    if not report.changes:
        return words(report.text)
    return Text.assemble("“", compared(report.changes), "”")
