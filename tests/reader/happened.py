"""Marked-up sentences about events: cases of language that anyone can add.

    [actor Varn] [ASSAULT/aerial bombed] [recipient the port of Ulmar] [when on Monday].
      status happened

A case is a block of lines. The first line is an article's text (``¶`` ends a paragraph). Words in
brackets are a trigger (``ACTION`` or ``ACTION/mode``; without a mode any mode is right, ``/-`` is
none), an actor, a recipient, a place or a date, of event 1 unless a number says otherwise
(``[actor:2 …]``); brackets may stand in brackets. Indented lines say more: the number of the event
(1 if not said), a field, a value (``-``: none). Fields: ``status``, ``actor`` and ``recipient``
(names, ``|`` between several), ``place`` (its name), ``when`` (EDTF), ``according_to`` (who the
statement's source is). ``published 2024-03-05`` is the article's date. Actors, recipients, place
and date are checked where they are marked or named. An event that is not marked fails the case,
unless a line says ``others allowed``. ``#`` comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.model import Event, Passage, Reading

CASES = Path(__file__).parent / "cases"
_OPEN = re.compile(r"\[([A-Z]+(?:/[a-z-]+)?|actor|recipient|place|when)(?::(\d+))?[ ]")
Span = tuple[int, int]


@dataclass(slots=True)
class Case:
    """A text, the marks by event and role, and what else is expected of each event."""

    name: str
    text: str
    marks: dict[int, list[tuple[str, Span]]]
    expected: dict[int, dict[str, str]] = field(default_factory=dict)
    published: str | None = None
    others: bool = False


def cases(file: str) -> list[Case]:
    """The cases of ``cases/<file>``."""
    return list(_cases(file, (CASES / file).read_text("utf-8")))


def _cases(file: str, lines: str) -> Iterator[Case]:
    case: Case | None = None
    for number, line in enumerate(lines.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if not line.startswith(" "):
            if case is not None:
                yield case
            case = _marked(line.strip(), f"{file}:{number}")
        elif case is not None:
            _expect(case, line.strip())
    if case is not None:
        yield case


def _expect(case: Case, line: str) -> None:
    if line == "others allowed":
        case.others = True
        return
    found = re.fullmatch(r"(?:(\d+) )?(\w+) (.+)", line)
    assert found, f"{case.name}: cannot read {line!r}"
    if found[2] == "published":
        case.published = found[3]
        return
    assert found[2] in FIELDS, f"{case.name}: unknown field {found[2]!r}"
    case.expected.setdefault(int(found[1] or 1), {})[found[2]] = found[3]


def _marked(line: str, name: str) -> Case:
    line = line.replace(" ¶ ", "\n\n").replace("¶", "\n\n")
    text: list[str] = []
    waiting: list[tuple[int, str, int] | None] = []
    marks: dict[int, list[tuple[str, Span]]] = {}
    at = 0
    while at < len(line):
        opening = _OPEN.match(line, at)
        if opening:
            waiting.append((int(opening[2] or 1), opening[1], len(text)))
            at = opening.end()
            continue
        if line[at] == "]" and waiting and (closed := waiting.pop()):
            marks.setdefault(closed[0], []).append((closed[1], (closed[2], len(text))))
        else:
            if line[at] == "[":
                waiting.append(None)
            text.append(line[at])
        at += 1
    return Case(name, "".join(text), marks)


def faults(case: Case, reading: Reading) -> list[str]:
    """What the reading has otherwise than the case, in words; nothing if it passes."""
    found: list[str] = []
    claimed: set[str] = set()
    for number in sorted(case.marks):
        kind, span = next((k, s) for k, s in case.marks[number] if k.isupper() or "/" in k)
        events = [e for e in reading.events if _touch(e.trigger, span) and e.id not in claimed]
        right = [e for e in events if _is_kind(e, kind)]
        if not right:
            have = ", ".join(f"{_kind(e)} {e.trigger.text!r}" for e in events) or "no event"
            found.append(f"{kind} {case.text[slice(*span)]!r}: {have}")
            continue
        claimed.add(right[0].id)
        found += _differences(case, number, right[0], reading)
    if not case.others:
        found += [
            f"extra {_kind(e)} {e.trigger.text!r}" for e in reading.events if e.id not in claimed
        ]
    return found


def _kind(event: Event) -> str:
    return f"{event.action}/{event.mode or '-'}"


def _is_kind(event: Event, kind: str) -> bool:
    action, _, mode = kind.partition("/")
    return event.action == action and (not mode or (event.mode or "-") == mode)


def _touch(passage: Passage | None, span: Span) -> bool:
    return passage is not None and passage.start < span[1] and span[0] < passage.end


def _differences(case: Case, number: int, event: Event, reading: Reading) -> Iterator[str]:
    marks = case.marks[number]
    for role, parties in (("actor", event.actors), ("recipient", event.recipients)):
        wanted = [s for k, s in marks if k == role]
        if wanted:
            missed = [s for s in wanted if not any(_touch(p.passage, s) for p in parties)]
            extra = [p for p in parties if not any(_touch(p.passage, s) for s in wanted)]
            yield from (f"{number}: {role} {case.text[slice(*s)]!r} missed" for s in missed)
            yield from (f"{number}: {role} {p.passage.text!r} is extra" for p in extra)
    places = [s for k, s in marks if k == "place"]
    if places and not any(_touch(event.place and event.place.passage, s) for s in places):
        yield f"{number}: place is {event.place}"
    dates = [s for k, s in marks if k == "when"]
    if dates and not any(_touch(event.when.passage, s) for s in dates):
        yield f"{number}: when is {event.when}"
    for name, value in case.expected.get(number, {}).items():
        have = FIELDS[name](event, reading) or "-"
        if have != value:
            yield f"{number}: {name} is {have!r}, not {value!r}"


def _said_by(event: Event, reading: Reading) -> str | None:
    return next((s.who for s in reading.statements if s.id == event.according_to), None)


FIELDS = {
    "status": lambda event, _: event.status,
    "actor": lambda event, _: " | ".join(p.who for p in event.actors),
    "recipient": lambda event, _: " | ".join(p.who for p in event.recipients),
    "place": lambda event, _: event.place and event.place.name,
    "when": lambda event, _: event.when.edtf,
    "according_to": _said_by,
}
