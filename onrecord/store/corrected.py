"""A reading as people corrected it: the reader's own reading and corrections in, the reading as it
stands out.

An entry is found by its id; where its article was read again since and ids changed, by its own
words. Speech is never rewritten into fact: what is according to a rejected statement leaves the
reading with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.corrections import Corrected, Correction, Entry, Rejected, Sourced, of, passages
from onrecord.model import Attribution, Entity, Figure, Passage, Reading, Statement


@dataclass(frozen=True, slots=True)
class Standing:
    """A reading as it stands, what was rejected from it, and the entry that each correction, also
    a withdrawn one, is about, by the id of the correction.
    """

    reading: Reading
    rejected: tuple[Rejected, ...]
    found: Mapping[str, str | None]


def corrected(as_read: Reading, corrections: Sequence[Correction]) -> Standing:
    """What corrections make of a reading; those that are withdrawn change nothing in it."""
    known = {each.id: _found(as_read, each) for each in corrections}
    about = [
        (each, entry)
        for each in corrections
        if not each.withdrawn_at and (entry := known[each.id]) is not None
    ]
    reading = as_read
    for each, entry in about:
        if each.after is not None:
            reading = _put_down_to(reading, entry.id, each)
    rejections = {entry.id: each for each, entry in reversed(about) if each.kind == "reject"}
    ids = {id: entry.id if entry else None for id, entry in known.items()}
    gone = tuple(_rejected(reading, rejections))
    return Standing(_without(reading, gone), gone, ids)


def _found(reading: Reading, correction: Correction) -> Entry | None:
    return found(reading, correction.of, correction.entry, correction.passages)


def found(reading: Reading, kind: Corrected, id: str, words: Iterable[Passage]) -> Entry | None:
    """The entry of a kind that has this id, or else these own words."""
    entries = [entry for entry in every(reading) if of(entry) == kind]
    same = next((entry for entry in entries if entry.id == id), None)
    ends = _bare(words)
    return same or next((entry for entry in entries if _bare(passages(entry)) == ends), None)


def every(reading: Reading) -> Iterator[Entry]:
    """The entries of a reading that can be corrected."""
    yield from reading.statements
    yield from reading.events
    yield from reading.figures


def _bare(words: Iterable[Passage]) -> list[tuple[int, int]]:
    """Where the words begin and end, without the punctuation and blanks at their ends: a later
    reader may cut those otherwise.
    """
    return [_ends(passage) for passage in words]


def _ends(passage: Passage) -> tuple[int, int]:
    letters = [at for at, letter in enumerate(passage.text, passage.start) if letter.isalnum()]
    return (letters[0], letters[-1] + 1) if letters else (passage.start, passage.end)


def _put_down_to(reading: Reading, statement: str, correction: Correction) -> Reading:
    """The reading with one statement put down to a source, and the figures that it gives."""
    source = correction.after or Sourced()
    known = _entity(reading, source, _tells(correction))
    entity = known.id if known else None
    who = known.name if known else source.who
    unnamed = known.kind == "unnamed" if known else source.unnamed
    now = Sourced(who, entity, source.source, unnamed)
    outer = next((each for each in reading.statements if each.id == statement), None)
    said = (
        _said_by(each, now) if each is outer else _through(each, outer, now)
        for each in reading.statements
    )
    given = (_given_by(each, statement, now) for each in reading.figures)
    return replace(reading, statements=tuple(said), figures=tuple(given))


def _said_by(statement: Statement, now: Sourced) -> Statement:
    """Only somebody who is not named speaks on a condition of anonymity."""
    kept = statement.condition if now.unnamed else None
    whom = {"who": now.who, "entity": now.entity, "source": now.source, "unnamed": now.unnamed}
    return replace(statement, condition=kept, **whom)  # type: ignore[arg-type]


def _through(statement: Statement, outer: Statement | None, now: Sourced) -> Statement:
    """What stands in the words of another statement reached the page through whoever said that."""
    if outer is None or outer.source is None or not _lies_in(statement, outer):
        return statement
    before, words = outer.source, now.source or outer.source
    via = (
        replace(each, who=now.who or "", passage=words) if each.passage == before else each
        for each in statement.via
    )
    return replace(statement, via=tuple(each for each in via if each.who))


def _lies_in(statement: Statement, outer: Statement) -> bool:
    within = [(passage.start, passage.end) for passage in outer.content]
    return any(
        start <= passage.start and passage.end <= end
        for start, end in within
        for passage in statement.content
    )


def _given_by(figure: Figure, statement: str, now: Sourced) -> Figure:
    given = figure.according_to
    if given is None or given.statement != statement:
        return figure
    return replace(figure, according_to=Attribution(now.teller, statement))


def _tells(correction: Correction) -> Passage | None:
    """The words that tell who a corrected source is; not those that the statement had all along,
    which a reader took for somebody else.
    """
    before, after = correction.before, correction.after
    words = after.source if after else None
    return None if before and before.source == words else words


def _entity(reading: Reading, source: Sourced, words: Passage | None) -> Entity | None:
    """The entity a corrected source is: the same id, else whom the words mention, else the only
    one that is called so.
    """
    if source.entity is None:
        return None
    called = [entity for entity in reading.entities if entity.name == source.who]
    ranked = (
        [entity for entity in called if entity.id == source.entity],
        [entity for entity in reading.entities if _mentions(entity, words)],
        called if len(called) == 1 else [],
    )
    return next((entities[0] for entities in ranked if entities), None)


def _mentions(entity: Entity, words: Passage | None) -> bool:
    ends = words and (words.start, words.end)
    return any((mention.start, mention.end) == ends for mention in entity.mentions)


def _rejected(reading: Reading, rejections: Mapping[str, Correction]) -> Iterator[Rejected]:
    for entry in every(reading):
        by = rejections.get(entry.id) or rejections.get(_according_to(entry) or "")
        if by is not None:
            yield Rejected(entry, by)


def _according_to(entry: Entry) -> str | None:
    """The statement that an event or a figure is according to."""
    if isinstance(entry, Statement):
        return None
    given = entry.according_to
    return given.statement if isinstance(given, Attribution) else given


def _without(reading: Reading, gone: Iterable[Rejected]) -> Reading:
    out = {each.entry.id for each in gone}
    if not out:
        return reading
    return replace(
        reading,
        statements=tuple(each for each in reading.statements if each.id not in out),
        events=tuple(each for each in reading.events if each.id not in out),
        figures=tuple(each for each in reading.figures if each.id not in out),
    )
