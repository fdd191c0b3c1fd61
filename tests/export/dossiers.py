"""A dossier made by hand: a statement that was relayed, an event, a figure, and what means harm."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from onrecord.corrections import Correction, Sourced
from onrecord.dossiers import Dossier, Line, Picked
from onrecord.export.spoken import spoken
from onrecord.model import Card, Counted, Happened, Passage, Relay, Spoken, Statement, When
from tests.export.events import attack, toll
from tests.fakes import example_reading

HOSTILE = (
    "<script>alert(1)</script>",
    "</blockquote><img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "**bold** _it_ `code` [a](javascript:alert(1)) ![i](x) <b>b</b> &amp; ~~x~~ | $x$",
    "# title\n- item\n1. one\n> quote\n=====\n---\n    code",
    "nul \x00 bell \x07 escape \x1b[31m \x9b \ufffe \uffff \ud800 end",
    "\u202eright to left\u202c \u2066isolated\u2069 \u2028line\u2029",
    "=1+1",
    "a;=1+1",
    "```\nfence\n```",
    "]]>--><!--",
)
AT = "2031-05-07T10:00:00+00:00"


def line(picked: Picked, number: int = 1, **known: Any) -> Line:
    return Line("Bridge & dam", number, picked, "Ada Marsh", AT, **known)


def dossier(*lines: Line, name: str = "Bridge & dam") -> Dossier:
    return Dossier(name, "Ada Marsh", AT, "2031-05-08T10:00:00+00:00", lines)


def relayed() -> Spoken:
    """What a paper, citing engineers, reports that the mayor believes."""
    return list(spoken(example_reading()))[1]


def whole() -> Dossier:
    """One line of each kind: with a note, corrected, and gone."""
    put_down = Correction(
        id="cor_1", kind="source", of="statement", entry="sta_1", article="art_1", passages=(),
        before=Sourced("the engineers"), after=Sourced("Jane Doe"), by="Bo Hale", at=AT,
        why="see the briefing",
    )  # fmt: skip
    return dossier(
        line(relayed(), 1, note="Ask the engineers.\nBoth of them.", corrections=(put_down,)),
        line(attack(), 2, gone=True),
        line(toll(), 3),
    )


def harmful(text: str) -> Dossier:
    """A dossier in which every word that an article, a file or a person can write is this text."""
    words = Passage(0, len(text), text)
    card = Card(
        text, text, text, text, text, (text,), (text,), When(text, "calendar", words), text, 1
    )
    statement = Statement(
        id=text, source=words, entity=None, who=text, unnamed=True, condition=words, cue=words,
        act=text, content=(words,), manner="direct", via=(Relay(text, words),), occasion=words,
        said=When(text, "calendar", words),
    )  # fmt: skip
    said = Spoken(statement, card, words)
    event, figure = attack(), toll()
    happened = Happened(replace(event.event, id=text, trigger=words), card, words)
    counted = Counted(replace(figure.figure, id=text, passage=words, unit=text), card, words)
    lines = (line(said, 1, note=text), line(happened, 2, note=text), line(counted, 3, note=text))
    return dossier(*lines, name=text)
