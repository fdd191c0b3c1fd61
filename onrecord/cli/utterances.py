"""Utterances and positions on a terminal: what was said on one occasion, wording by wording, and
what an actor has said on a topic over time.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.console import Console
from rich.text import Text

from onrecord.across import Position, Reported, Utterance, Wording
from onrecord.cli.lists import passage
from onrecord.cli.marks import in_colour
from onrecord.cli.phrases import BETWEEN, how, printed_in, who, words
from onrecord.cli.tables import Layout, Row, wrapped
from onrecord.cli.wordings import LEGEND, printed
from onrecord.phrases.dates import in_words
from onrecord.phrases.entries import day, relayed
from onrecord.phrases.letters import one_line
from onrecord.phrases.numbers import independent, number_of

# The wordings, in the order in which they are shown, each with its colour.
WORDINGS: dict[Wording, str] = {
    "verbatim": "bold green",
    "altered": "bold red",
    "paraphrased": "bold blue",
}
POSITIONS = Layout((("Said", 20), ("Who", 24), ("How", 18)), "Passage", room=116)
_ORDER = {wording: rank for rank, wording in enumerate(WORDINGS)}


def utterances(console: Console, values: Iterable[Utterance]) -> None:
    """Draw each utterance: who said it and when, then every wording with those who print it."""
    told = False
    for index, value in enumerate(values):
        if index:
            console.print()
        _print(console, _heading(value))
        for _, reports in groupby(sorted(value.members, key=_wording), key=_wording):
            _reports(console, list(reports))
        told = told or any(report.changes for report in value.members)
    if told:
        console.print()
        _print(console, Text(f"{LEGEND}.", "dim"))


def _heading(value: Utterance) -> Text:
    articles = len({report.article for report in value.members})
    return Text(BETWEEN).join(
        (
            words(value.who, "bold"),
            words(in_words(value.said.edtf)),
            words(independent(value.accounts, articles)),
            words(value.id, "dim"),
        )
    )


def _wording(report: Reported) -> tuple[int, str]:
    return _ORDER[report.wording], report.reason


def _reports(console: Console, reports: list[Reported]) -> None:
    """The reports in one wording: what it was judged by, then each text with who prints it."""
    first = reports[0]
    title = Text.assemble((first.wording, WORDINGS[first.wording]), f": {one_line(first.reason)}")
    _print(console, title if first.reason else title[: len(first.wording)], 2)
    for _, alike in groupby(sorted(reports, key=_text), key=_text):
        for number, report in enumerate(alike):
            if number == 0:
                _print(console, printed(report), 4)
            _print(console, _printed(report), 6)


def _text(report: Reported) -> tuple[str, str]:
    """Alike for texts that differ in the marks around them alone: “Never” and “Never.”"""
    return report.text.strip(" .,“”"), report.against or ""


def _printed(report: Reported) -> Text:
    """Who prints it, when, through whom, and the id that ``show`` takes."""
    publisher = report.publisher or "publisher unknown"
    via = "via " + " ← ".join(report.via) if report.via else ""
    against = f"compared with {report.against}" if report.changes else ""
    known = (publisher, via, day(report.published), report.statement, against)
    return words(BETWEEN.join(part for part in known if part), "dim")


def _print(console: Console, text: Text, indented: int = 0) -> None:
    console.print(wrapped(console, text, console.width, Text(" " * indented)))


def positions(console: Console, values: Iterable[Position]) -> None:
    """Draw what an actor has said on a topic, in the order given."""
    colour = in_colour(console)
    POSITIONS.draw(console, (_position(value, colour) for value in values))


def _position(value: Position, colour: bool) -> Row:
    statement = value.spoken.statement
    again = f", also in {', '.join(value.again)}" if value.again else ""
    told = f"{number_of(value.accounts, 'account')}{again}" if value.accounts > 1 or again else ""
    name, unnamed, _ = who(statement)
    said = (words(in_words(statement.said.edtf)),)
    wide = (
        passage(value.spoken, colour),
        words(f"{value.nearness:.2f}: {value.reason}", "dim"),
        words(told, "dim"),
        printed_in(value.spoken.article),
    )
    narrow = (said, (name, unnamed, words(relayed(statement), "dim")), how(statement))
    apart = "" if value.says else "Near in meaning, without the words of the topic"
    return Row(narrow, wide, words(statement.id, "dim"), group=words(apart, "bold"))
