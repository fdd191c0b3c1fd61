"""What stands beside an article's text: its entries in the order of the text, each with what it is
according to, what it is one report of and what people said of it; and whom the text mentions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.corrections import Correction
from onrecord.model import Entity, Event, Figure, Mention, Reading, Statement, chain
from onrecord.web.elsewhere import Across
from onrecord.web.printed import Section

PLACES = 100  # entities listed with a section at most, those mentioned most first
Entry = Statement | Event | Figure


@dataclass(frozen=True, slots=True)
class Known:
    """What the record knows of entries besides their reading, by their ids."""

    across: Mapping[str, Across] = field(default_factory=dict)
    corrections: Mapping[str, Sequence[Correction]] = field(default_factory=dict)

    def said_of(self, entry: str, told: str | None) -> Iterator[Correction]:
        """What people said of an entry, and of whom the statement goes back to that gives it."""
        yield from self.corrections.get(entry, ())
        given = self.corrections.get(told or "", ())
        yield from (each for each in given if each.kind == "source")


@dataclass(frozen=True, slots=True)
class Noted:
    """An entry beside the text; ``chain`` is according to whom, outermost first."""

    kind: str
    entry: Entry
    chain: tuple[str, ...]
    according_to: str | None
    across: Across | None
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """An entity, and in which words the article mentions it how often."""

    entity: Entity
    mentions: int
    words: tuple[tuple[str, int], ...]


def noted(
    found: Reading, begin: Mapping[str, int], shown: Section, known: Known
) -> Iterator[Noted]:
    """The entries whose first words stand in the section, in the order of its text."""
    said = {statement.id: statement for statement in found.statements}
    entries: list[Entry] = [*found.statements, *found.events, *found.figures]
    entries = [each for each in entries if shown.start <= begin.get(each.id, 0) < shown.end]
    for entry in sorted(entries, key=lambda each: begin.get(each.id, 0)):
        told = told_by(entry)
        who = () if isinstance(entry, Statement) else chain(entry, said.get(told or ""))
        corrections = tuple(known.said_of(entry.id, told))
        across = known.across.get(entry.id)
        yield Noted(type(entry).__name__.lower(), entry, who, told, across, corrections)


def by_entry(corrections: Iterable[Correction]) -> Mapping[str, Sequence[Correction]]:
    """Corrections by the entry they are about, as the reading names it now."""
    found: dict[str, list[Correction]] = defaultdict(list)
    for each in corrections:
        found[each.found or each.entry].append(each)
    return found


def told_by(entry: Entry) -> str | None:
    """The statement that an event or a figure is according to."""
    if isinstance(entry, Event):
        return entry.according_to
    given = entry.according_to if isinstance(entry, Figure) else None
    return given.statement if given else None


def named(found: Reading, shown: Section) -> list[Named]:
    """Who and what the section mentions, most often first."""
    mentioned = [each for entity in found.entities if (each := _named(entity, shown)).mentions]
    return sorted(mentioned, key=lambda each: -each.mentions)[:PLACES]


def _named(entity: Entity, shown: Section) -> Named:
    here = [each for each in entity.mentions if shown.start <= each.start < shown.end]
    return Named(entity, len(here), tuple(Counter(map(_words, here)).most_common()))


def _words(mention: Mention) -> str:
    return " ".join(mention.text.split())
