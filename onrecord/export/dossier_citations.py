"""The lines of a dossier in the words in which they are printed, whatever the format.

A line says who said what, what happened or how much there was, in what manner and through whom, in
which words and who printed those when and where. All words are safe to show (see
``phrases.letters``); a format has only to mark them up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from onrecord.corrections import Correction
from onrecord.dossiers import Dossier, Line, Picked
from onrecord.model import (
    Card,
    Counted,
    Event,
    Happened,
    Manner,
    Passage,
    Spoken,
    Statement,
    When,
)
from onrecord.phrases.dates import in_words
from onrecord.phrases.entries import BASES, STATUSES, amount, as_of_date, file_name, nobody, relayed
from onrecord.phrases.figures import MEASURED, counted
from onrecord.phrases.letters import one_line, visible
from onrecord.phrases.numbers import number_of

MANNERS: dict[Manner, str] = {
    "direct": "quoted directly",
    "mixed": "quoted in part",
    "indirect": "reported, not quoted",
    "unmarked": "verbatim, without quotation marks",
}
OWN_VOICE = "in the article's own voice"
GONE = "No longer on the record; shown as it was when picked"

_NEAR = 130  # letters: what is cut begins farther off, before the word that stands there
_ONWARD = (",", ";", ":", "–", "—", "-", ")")  # sentences go on after these

_BLANKS = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" ?\n\s*")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a passage; the entry's own are ``told``, the rest stand around them."""

    text: str
    told: bool


@dataclass(frozen=True, slots=True)
class Cited:
    """A line of a dossier in words. ``link`` is the article's address where a browser can follow
    it, ``origin`` that address or the name of the file it was read from; ``title`` stands in
    quotation marks where there is one.
    """

    number: int
    entry: str
    heading: str
    facts: tuple[str, ...]
    passage: tuple[Stretch, ...]
    publisher: str
    printed: str
    title: str
    link: str | None
    origin: str
    picked: str
    note: tuple[str, ...]  # its lines
    gone: bool
    remarks: tuple[str, ...]


def citations(dossier: Dossier) -> Iterator[Cited]:
    """The lines of a dossier, in order."""
    for line in dossier.lines:
        card = line.picked.article
        origin = one_line(card.url or file_name(card.input))
        yield Cited(
            number=line.number,
            entry=one_line(line.entry),
            heading=heading(line.picked),
            facts=tuple(facts(line.picked)),
            passage=stretches(line.picked),
            publisher=one_line(card.publisher or "") or "publisher unknown",
            printed=dated(card.published),
            title=_title(card),
            link=followable(origin),
            origin=origin,
            picked=f"picked by {one_line(line.by)} on {line.at[:10]}",
            note=tuple(map(one_line, (line.note or "").splitlines())),
            gone=line.gone,
            remarks=tuple(remarks(line)),
        )


def about(dossier: Dossier, count: int | None = None) -> str:
    """What stands under the name of a dossier, which may have more lines than are at hand."""
    lines = number_of(len(dossier.lines) if count is None else count, "line")
    begun = f"begun by {one_line(dossier.by)} on {dossier.begun_at[:10]}"
    return f"{lines}, {begun}, last changed on {dossier.changed_at[:10]}"


def heading(picked: Picked) -> str:
    """Who said it, who did what to whom, how much of what."""
    if isinstance(picked, Spoken):
        statement = picked.statement
        who = one_line(statement.who or "") or nobody(statement)
        return f"{who} (unnamed)" if statement.unnamed else who
    if isinstance(picked, Happened):
        return _deed(picked.event)
    return counted(picked.figure)


def facts(picked: Picked) -> Iterator[str]:
    """What the record knows of an entry, each in a few words."""
    known = _KNOWN[type(picked)](picked)
    yield from filter(None, map(one_line, known))


def remarks(line: Line) -> Iterator[str]:
    """What a reader has to know of a line before relying on it."""
    if line.gone:
        yield GONE
    yield from corrected(line)


def corrected(line: Line) -> Iterator[str]:
    """What people corrected in an entry, by whom, when and why."""
    for correction in line.corrections:
        why = f": {one_line(correction.why)}" if correction.why else ""
        yield f"{_corrected(correction)} by {one_line(correction.by)} on {correction.at[:10]}{why}"
    own = len(line.corrections)
    if not line.gone and not isinstance(line.picked, Spoken):  # of the statement that gives it
        said = map(one_line, line.picked.reviewed[own:])
        yield from (f"{each[:1].upper()}{each[1:]}" for each in said)


def _corrected(correction: Correction) -> str:
    if correction.kind == "source" and correction.before and correction.after:
        before, after = one_line(correction.before.teller), one_line(correction.after.teller)
        return f"Put down to {after} instead of {before}"
    return "Rejected" if correction.kind == "reject" else "Confirmed"


def followable(origin: str) -> str | None:
    """The address as browsers and Word take it, its odd letters percent-encoded; None where it is
    the name of a file or leads elsewhere than to a page.
    """
    try:
        parts = urlsplit(origin)
    except ValueError:  # "http://[" is no address
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    return quote(origin, safe="%/:?#@!$&'()*+,;=~-._")


def dated(when: When) -> str:
    """The date in words with its doubt, and how it is known."""
    basis = BASES[when.basis] if when.edtf else ""
    words = f", from “{when.passage.text}”" if when.passage and when.basis == "calendar" else ""
    return one_line(f"{in_words(when.edtf)} ({basis}{words})" if basis else in_words(when.edtf))


def stretches(picked: Picked) -> tuple[Stretch, ...]:
    """The passage: the words around the entry, with its own told apart."""
    context = picked.context
    ends = [(each.start - context.start, each.end - context.start) for each in own(picked)]
    told = _merged(ends, len(context.text))
    begins = _opens(context.text) and _is_near(picked)
    before = () if begins else (Stretch("… ", False),)
    after = () if _closes(context.text, told) else (Stretch(" …", False),)
    return (*before, *_cut(context.text, told), *after)


def _opens(text: str) -> bool:
    """Whether a sentence may begin here: with anything but a small letter or a mark that goes on
    from words before it.
    """
    first = text.lstrip()[:1]
    return not (first.islower() or first in _ONWARD)


def _is_near(picked: Picked) -> bool:
    """Whether the words around an entry begin so near to it that nothing before them is cut off."""
    spoken = picked.statement.cue if isinstance(picked, Spoken) else None
    first = min((each.start for each in (*own(picked), spoken) if each), default=0)
    return first - picked.context.start <= _NEAR


def _closes(text: str, told: list[tuple[int, int]]) -> bool:
    """Whether a sentence may end here; behind the entry's own words nothing is cut off."""
    bare = text.rstrip()
    own_end = told[-1][1] if told else 0
    return own_end >= len(bare) or not (bare[-1:].isalnum() or bare[-1:] in _ONWARD)


def own(picked: Picked) -> tuple[Passage, ...]:
    """The entry's own words."""
    if isinstance(picked, Spoken):
        return picked.statement.content
    return (picked.event.trigger,) if isinstance(picked, Happened) else (picked.figure.passage,)


def _merged(ends: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Stretches within a text of that length, in order, those that touch as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((max(start, 0), min(end, length)) for start, end in ends):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _cut(text: str, told: list[tuple[int, int]]) -> Iterator[Stretch]:
    at = 0
    for start, end in [*told, (len(text), len(text))]:
        for words, own in ((text[at:start], False), (text[start:end], True)):
            if words:
                yield Stretch(_even(words), own)
        at = end


def _even(text: str) -> str:
    """The visible text with white space made even; line ends stay."""
    return _BREAKS.sub("\n", _BLANKS.sub(" ", visible(text)))


def _title(card: Card) -> str:
    title = one_line(card.title or "")
    return f"“{title}”" if title else "no title"


def _deed(event: Event) -> str:
    actors = ", ".join(party.who for party in event.actors) or "actor not stated"
    recipients = ", ".join(party.who for party in event.recipients)
    whom = f" → {recipients}" if recipients else ""
    return one_line(f"{actors}{whom}: “{event.trigger.text}”")


def _of_statement(value: Spoken) -> Iterator[str]:
    statement = value.statement
    yield MANNERS[statement.manner]
    yield _cue(statement)
    yield relayed(statement)
    if statement.addressee:
        yield f"to {statement.addressee.who}"
    for words in (statement.occasion, statement.condition):
        yield f"“{words.text}”" if words else ""
    if statement.said.edtf:
        yield f"said {dated(statement.said)}"


def _cue(statement: Statement) -> str:
    """``“believes” (believe)``: the cue, and the act where it is another than saying."""
    cue = f"“{statement.cue.text}”" if statement.cue else "no cue"
    act = f"not: {statement.act}" if statement.negated else statement.act
    return cue if act == "say" else f"{cue} ({act})"


def _of_event(value: Happened) -> Iterator[str]:
    event = value.event
    yield STATUSES[event.status][1]
    yield f"{event.action}, {event.mode}" if event.mode else event.action
    yield f"in {event.place.name}" if event.place else ""
    yield dated(event.when)
    yield _according_to(value)


def _of_figure(value: Counted) -> Iterator[str]:
    figure = value.figure
    yield "" if figure.measure in MEASURED else figure.measure
    yield amount(figure)
    yield f"in {figure.place.name}" if figure.place else ""
    yield as_of_date(figure.as_of)
    yield _according_to(value)


def _according_to(value: Happened | Counted) -> str:
    unnamed = " (unnamed)" if value.statement and value.statement.unnamed else ""
    return f"according to {' ← '.join(value.chain)}{unnamed}" if value.chain else OWN_VOICE


_KNOWN: dict[type, Callable[[Any], Iterator[str]]] = {
    Spoken: _of_statement,
    Happened: _of_event,
    Counted: _of_figure,
}
