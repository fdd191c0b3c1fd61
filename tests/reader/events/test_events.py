"""What of an event's parties is left when it becomes a value."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from onrecord.model import Article, Dateline, Party, passage
from onrecord.reader.events.events import _within

TEXT = "Ulmar rules out talks\n\nVARN — Ulmar's council met Varn's on Sunday."


def left(text: str, dateline: str | None, *names: str) -> list[str]:
    at = text.find(dateline) if dateline else 0
    filed = Dateline("Varn", passage(text, at, at + len(dateline))) if dateline else None
    scene: Any = SimpleNamespace(article=Article("art_1", "a.txt", text, dateline=filed))
    spots = [(name, text.index(name)) for name in names]
    given = tuple(Party(n, None, passage(text, at, at + len(n))) for n, at in spots)
    return [party.who for party in _within(scene, given)]


def test_the_place_an_article_is_filed_from_does_nothing() -> None:
    assert left(TEXT, "VARN", "VARN", "council") == ["council"]


def test_who_stands_in_the_title_above_the_dateline_acts() -> None:
    assert left(TEXT, "VARN", "Ulmar", "Varn's") == ["Ulmar", "Varn's"]


def test_without_a_dateline_everybody_is_left() -> None:
    assert left(TEXT, None, "VARN", "council") == ["VARN", "council"]
