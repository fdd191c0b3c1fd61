"""Links and corrections on a terminal: what is judged the same, different, or left to a person,
what people corrected, and why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from rich.console import Console
from rich.text import Text

from onrecord.across import Conflict, Judgement, Link
from onrecord.cli.phrases import BETWEEN, words
from onrecord.cli.tables import Layout, Row
from onrecord.corrections import Correcting, Correction
from onrecord.errors import EntryUnknown
from onrecord.model import Entity, Event, Figure, Reading, Statement
from onrecord.phrases.corrections import NO_LONGER, SAID, before_and_after, undone
from onrecord.phrases.entries import day

Entry = Entity | Statement | Event | Figure
Lookup = Callable[[str], Reading]
LINKS = Layout((("Judgement", 12), ("Score", 6), ("Decided by", 18)), "What, and why", room=96)
CONFLICTS = Layout((("Not followed", 32),), "What", room=96)
_COLOURS: dict[Judgement, str] = {"same": "green", "different": "red", "unsure": "yellow"}
CORRECTIONS = Layout((("Said", 18), ("By", 18)), "What, and why", room=96)
_SAID: dict[Correcting, str] = {"confirm": "green", "reject": "red", "source": "yellow"}
_OPEN = 200  # readings kept at hand: the same articles come again and again


def links(console: Console, values: Iterable[Link], reading: Lookup) -> None:
    """Draw links, each with the two entries it is about, looked up by ``reading``, and reasons."""
    known = lru_cache(_OPEN)(reading)
    LINKS.draw(console, (_link(value, known) for value in values))


def conflicts(console: Console, values: Iterable[Conflict], reading: Lookup) -> None:
    """Draw links that were not followed, each with its two entries and the reason."""
    known = lru_cache(_OPEN)(reading)
    CONFLICTS.draw(console, (_conflict(value, known) for value in values))


def corrections(console: Console, values: Iterable[Correction]) -> None:
    """Draw what people corrected: the entry's words, before and after, who, when and why."""
    CORRECTIONS.draw(console, map(_correction, values))


def _correction(value: Correction) -> Row:
    decided = (words(value.by), words(value.at[:10], "dim"))
    wide = (
        words(value.text, "bold"),
        words(BETWEEN.join((value.found or NO_LONGER, value.article)), "dim"),
        words(before_and_after(value)),
        words(f"why: {value.why}" if value.why else ""),
        words(undone(value), "red"),
    )
    said = words(SAID[value.kind], f"bold {_SAID[value.kind]}")
    return Row(((said,), decided), wide, words(value.id, "dim"))


def _conflict(value: Conflict, reading: Lookup) -> Row:
    sides = (_described(id, reading) for id in (value.left, value.right))
    return Row(((words(value.reason, "red"),),), tuple(sides))


def _link(value: Link, reading: Lookup) -> Row:
    judged = words(value.judgement, f"bold {_COLOURS[value.judgement]}")
    decided = (words(value.decided_by), words(value.decided_at[:10], "dim"))
    wide = (
        *(_described(id, reading) for id in (value.left, value.right)),
        words(f"because {'; '.join(value.reasons)}" if value.reasons else "", "dim"),
        words(f"why: {value.why}" if value.why else ""),
        words(_withdrawal(value), "red"),
    )
    narrow = ((judged,), (Text(f"{value.score:.2f}"),), decided)
    return Row(narrow, wide, words(value.id, "dim"))


def _withdrawal(value: Link) -> str:
    who = f" by {value.withdrawn_by}" if value.withdrawn_by else ""
    why = f": {value.withdrawn_why}" if value.withdrawn_why else ""
    return f"withdrawn{who}{why}" if value.withdrawn_at else ""


def _described(id: str, reading: Lookup) -> Text:
    """The entry in its own words, who printed it and when, and its id."""
    try:
        whole = reading(id)
    except EntryUnknown:  # read again since, and no longer found
        return words(f"{id}, no longer on the record", "dim")
    article = whole.article
    printed = (article.publisher or "publisher unknown", day(article.published), id)
    said = next(_words(id, whole), article.title or article.input)
    return Text.assemble(words(said, "bold"), (BETWEEN, "dim"), words(BETWEEN.join(printed), "dim"))


def _words(id: str, reading: Reading) -> Iterator[str]:
    kinds: tuple[Iterable[Entry], ...] = (
        reading.entities,
        reading.statements,
        reading.events,
        reading.figures,
    )
    yield from (_in_short(entry) for entries in kinds for entry in entries if entry.id == id)


def _in_short(entry: Entry) -> str:
    if isinstance(entry, Entity):
        return ", ".join((entry.name, *(role.text for role in entry.roles)))
    if isinstance(entry, Statement):
        return f"{entry.who}: {' … '.join(piece.text for piece in entry.content)}"
    if isinstance(entry, Figure):
        return f"{entry.passage.text} {entry.measure}"
    actors = ", ".join(party.who for party in entry.actors) or "actor not stated"
    recipients = ", ".join(party.who for party in entry.recipients)
    return f"{actors} {entry.trigger.text} {recipients}".strip()
