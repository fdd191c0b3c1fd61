"""One event as several articles tell it: what they agree on, and every telling.

In: events that links join. Out: an ``Occurrence``. What accounts differ in is not settled here:
all statuses are listed, and each telling with its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.across import Occurrence, Together, Told
from onrecord.linker.circumstances import stems
from onrecord.linker.histories import when
from onrecord.linker.subjects import agreed, most, place
from onrecord.model import Happened, Party, Status


def occurrence(together: Together) -> Occurrence:
    """The event that these tell of."""
    events = [one for one in together.members if isinstance(one, Happened)]
    stories = together.stories or tuple(one.article.id for one in events)
    return Occurrence(
        id=together.id,
        action=most(one.event.action for one in events) or "",
        mode=most(one.event.mode for one in events),
        when=agreed(one.event.when for one in events),
        place=place(events),
        actors=parties(one.event.actors for one in events),
        recipients=parties(one.event.recipients for one in events),
        statuses=_statuses(events),
        accounts=len(set(stories)),
        members=tuple(telling(one, one.event.status) for one in sorted(events, key=when)),
    )


def parties(given: Iterable[Iterable[Party]]) -> tuple[str, ...]:
    """Those named, each once under the longest name, those most often named first."""
    names = sorted(
        (party.who for several in given for party in several), key=lambda n: (-len(n), n)
    )
    found: dict[str, int] = {}
    for name in names:
        known = next((other for other in found if _part(name, other)), name)
        found[known] = found.get(known, 0) + 1
    return tuple(sorted(found, key=lambda name: (-found[name], name)))


def _part(name: str, other: str) -> bool:
    """Whether one name is within the other: "Haske" and "Joren Haske"."""
    few, many = set(stems(name)), set(stems(other))
    return name.lower() == other.lower() or bool(few and few <= many)


def _statuses(events: Sequence[Happened]) -> tuple[Status, ...]:
    seen = {one.event.status: None for one in sorted(events, key=when)}
    return tuple(seen)


def telling(one: Happened, value: str) -> Told:
    """One account of the event, with a value of it."""
    return Told(
        article=one.article.id,
        entry=one.event.id,
        value=value,
        according_to=" ← ".join(one.chain) or None,
        publisher=one.article.publisher,
        published=one.article.published,
        text=one.event.trigger.text,
    )
