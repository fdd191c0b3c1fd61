"""Tables of events in, rules out: which words, used how, show which action.

A row is ``ACTION/mode | words | conditions``; the first row that fits a word decides. ``-`` for an
action says that the word, so used, shows no event. A condition is a place, ``:`` (is) or ``!`` (is
not), and what stands there: words, or CLASSES of words in capitals (see ``noun_classes``); without
them, that anything stands there (``!`` in front: nothing does). Places:

    subj obj      who does it, and to whom or what, whether the verb is active or passive
    obj* @for*    any word of that phrase rather than its head
    @on           a phrase with this preposition; ``@on,against`` with any of these
    prt           a particle: "cut off"
    clause        ``to`` or ``that``: a complement clause; ``clause*`` any word of it
    voice         ``active`` or ``passive``; ``reduced`` of a participle without "was", ``relative``
                  of the verb of a relative clause
    mod of head   of a noun: its modifiers, its of-phrase, what it modifies
    near told     any word of the sentence, of the article
    paragraph     any word of the paragraph; ``lately`` of three sentences up to this one
    next word     the next word, the word itself
    before        the word before it
    neg aux       "not", "never" or "no" of it, and its auxiliaries: "would not sit down"
    does deeds    the verb of its complement clause; that verb and those joined to it
    as            what something is called: "called it illegal"
    speaker       who says the clause in which it stands

``mutual`` and ``patient`` say how the parties hang on the word, ``>on,at`` which prepositions bring
the recipient; ``eats`` that the nouns in its object and phrases are part of this event, ``whole``
that its complement clause is too; ``said`` that to say so is to do it, ``planned`` that it is to
come, ``own`` that a noun tells more than its verb: "accepted an offer from Varn".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from onrecord.model import Status
from onrecord.plover import MODES
from onrecord.reader.events.trigger import Takes

PLACES: Final = frozenset(
    "subj subj* obj obj* prt clause clause* voice mod of head near paragraph lately told next "
    "before word carrier neg aux does deeds as speaker".split()
)
FLAGS: Final = frozenset("eats whole own said planned".split())


@dataclass(frozen=True, slots=True)
class Condition:
    """``place`` has (unless ``wanted``: has not) one of ``words``; anything if there are none."""

    place: str
    words: frozenset[str]
    wanted: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: no ``action`` says the word, so used, shows no event."""

    action: str | None
    mode: str | None
    conditions: tuple[Condition, ...]
    takes: Takes = "agent"
    onto: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()

    @property
    def status(self) -> Status | None:
        """The status that the words themselves decide."""
        if "said" in self.flags:
            return "happened"
        return "planned" if "planned" in self.flags else None


Rules = dict[str, tuple[Rule, ...]]


def rules(forms: Callable[[str], frozenset[str]], *tables: str) -> Rules:
    """The rules of each word form, in the order of the tables."""
    found: dict[str, list[Rule]] = {}
    for table in tables:
        for words, rule in _rows(table):
            for form in sorted({f for word in words for f in forms(word)}):
                found.setdefault(form, []).append(rule)
    return {form: tuple(rows) for form, rows in found.items()}


def _rows(table: str) -> Iterator[tuple[list[str], Rule]]:
    for row in _whole_rows(table):
        kind, words, *rest = (cell.strip() for cell in row.split("|"))
        yield words.split(), _rule(kind, " ".join(rest).split(), row)


def _whole_rows(table: str) -> list[str]:
    """Rows without comments; a line that begins with a space goes on with the row above."""
    found: list[str] = []
    for line in table.splitlines():
        row = line.partition("#")[0].rstrip()
        if row[:1] == " " and found:
            found[-1] += row if found[-1][-1] != "," else row.lstrip()
        elif row:
            found.append(row)
    return found


def _rule(kind: str, cells: list[str], row: str) -> Rule:
    action, _, mode = kind.partition("/")
    if kind != "-" and (action not in MODES or (mode and mode not in MODES[action])):
        raise ValueError(f"no such action or mode: {row!r}")
    takes: Takes = "mutual" if "mutual" in cells else "patient" if "patient" in cells else "agent"
    onto = frozenset(p for c in cells if c.startswith(">") for p in c[1:].split(","))
    flags = FLAGS.intersection(cells)
    others = [c for c in cells if c[0] != ">" and c not in FLAGS | {"mutual", "patient"}]
    conditions = tuple(_condition(c, row) for c in others)
    return Rule(None if kind == "-" else action, mode or None, conditions, takes, onto, flags)


def _condition(cell: str, row: str) -> Condition:
    if cell[0] == "!":
        place, words, wanted = cell[1:], "", False
    else:
        wanted = "!" not in cell
        place, _, words = cell.partition(":" if wanted else "!")
    if place not in PLACES and place[0] != "@":
        raise ValueError(f"no such place: {cell!r} in {row!r}")
    return Condition(place, frozenset(words.split(",")) if words else frozenset(), wanted)
