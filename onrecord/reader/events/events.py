"""The scene in, events out: who did what to whom, whether it happened, and according to whom.

``actions`` finds the triggers, ``parties`` and ``places`` who took part and where, ``status``
whether it happened, ``according`` whose word it is, ``times`` when; here they become values.
"""

from __future__ import annotations

from bisect import bisect_right

from onrecord.calendar import bounds
from onrecord.model import Event, Party, When, identify
from onrecord.reader.events.according import according_to
from onrecord.reader.events.actions import triggers
from onrecord.reader.events.parties import parties
from onrecord.reader.events.places import place
from onrecord.reader.events.status import status
from onrecord.reader.events.trigger import Trigger
from onrecord.reader.scene import Scene


def events(scene: Scene) -> tuple[Event, ...]:
    """All events of the article, in the order of their triggers."""
    told = (t for t in triggers(scene) if not _boilerplate(scene, t))
    found = {e.id: e for e in (_event(scene, t) for t in told)}
    return tuple(sorted(found.values(), key=lambda e: (e.trigger.start, e.trigger.end, e.id)))


def _boilerplate(scene: Scene, trigger: Trigger) -> bool:
    """Whether it stands in what is printed around the story: "Editor's note: …"."""
    parts, at = scene.article.parts, scene.passage(trigger.span).start
    before = bisect_right(parts, at, key=lambda part: part.start)
    return before > 0 and parts[before - 1].kind == "boilerplate" and at < parts[before - 1].end


def _event(scene: Scene, trigger: Trigger) -> Event:
    words = scene.passage(trigger.span)
    told = according_to(scene, trigger)
    taking_part = parties(scene, trigger)
    when = scene.times.at(trigger.at, trigger.carrier, told.said.edtf if told else None)
    found = status(scene, trigger).status
    return Event(
        id=identify("eve", scene.article.id, words.start, words.end, trigger.action, trigger.mode),
        action=trigger.action,
        mode=trigger.mode,
        trigger=words,
        actors=_within(scene, taking_part.actors),
        recipients=_within(scene, taking_part.recipients),
        place=place(scene, trigger),
        when=When() if found == "called_for" and _past(scene, when) else when,
        status=found,
        according_to=told.id if told else None,
    )


def _past(scene: Scene, when: When) -> bool:
    """ "Their demands include an inquiry into the violence on Sunday": it has yet to come."""
    last, printed = bounds(when.edtf)[1], bounds(scene.article.published.edtf)[0]
    return last is not None and printed is not None and last < printed


def _within(scene: Scene, given: tuple[Party, ...]) -> tuple[Party, ...]:
    """Without the place the article is filed from: "BRELL — Parliament met on Sunday"."""
    if (filed := scene.article.dateline) is None:
        return given
    start, end = filed.passage.start, filed.passage.end
    return tuple(p for p in given if not start <= p.passage.start < end)
