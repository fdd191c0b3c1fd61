"""Copies of a text as careless pages print it: marks lost or changed or left unclosed, casing
damaged, breaks lost.

Every function takes a ``Text`` and gives a new one; the labels follow the words they belong to.
"""

from __future__ import annotations

import random
from dataclasses import replace

from onrecord.reader.tokens import GAPS
from training.texts import Relation, Span, Text

DOUBLE_OPEN = ("“", "``", "„", "«")
DOUBLE_CLOSE = ("”", "''", "»")
OTHER_MARKS = (('"', '"'), ("‘", "’"), ("„", "“"), ("«", "»"), ("''", "''"), ("'", "'"), ("“", "”"))


def damaged(text: Text, rng: random.Random) -> Text:
    """One damaged copy; often several kinds of damage, sometimes none."""
    chance = rng.random()
    if chance < 0.12:
        text = without_marks(text)
    elif chance < 0.26:
        text = other_marks(text, rng)
    elif chance < 0.30:
        text = unclosed(text, rng)
    if rng.random() < 0.15:
        text = breaks_lost(text, rng)
    if rng.random() < 0.05:
        text = recased(text, rng)
    return text


def _double_marks(text: Text) -> list[tuple[int, bool]]:
    """Where double quotation marks stand, and whether each opens."""
    found, opened = [], False
    for k, word in enumerate(text.words):
        if word in ('"', "＂"):
            opened = not opened
            found.append((k, opened))
        elif word in DOUBLE_OPEN:
            opened = True
            found.append((k, True))
        elif word in DOUBLE_CLOSE:
            opened = False
            found.append((k, False))
    return found


def without_marks(text: Text) -> Text:
    return dropped(text, {k for k, _ in _double_marks(text)})


def unclosed(text: Text, rng: random.Random) -> Text:
    return dropped(text, {k for k, _ in _double_marks(text) if rng.random() < 0.25})


def other_marks(text: Text, rng: random.Random) -> Text:
    opening, closing = rng.choice(OTHER_MARKS)
    words = list(text.words)
    for k, opens in _double_marks(text):
        words[k] = opening if opens else closing
    return replace(text, words=words)


def breaks_lost(text: Text, rng: random.Random) -> Text:
    to = rng.choice(("space", "line"))
    lost = {GAPS.index("paragraph"), GAPS.index("line")}
    gaps = [GAPS.index(to) if g in lost and k else g for k, g in enumerate(text.gaps)]
    return replace(text, gaps=gaps)


def recased(text: Text, rng: random.Random) -> Text:
    change = rng.choice((str.lower, str.upper, str.title))
    return replace(text, words=[change(w) for w in text.words])


def dropped(text: Text, lost: set[int]) -> Text:
    """The text without the words ``lost``; only for texts without trees."""
    if not lost or text.heads is not None:
        return text
    keep = [k for k in range(len(text.words)) if k not in lost]
    place, count = [], 0
    for k in range(len(text.words) + 1):
        place.append(count)
        count += k < len(text.words) and k not in lost
    gaps = [text.gaps[k] for k in keep]
    for k in lost:  # the word after a lost mark takes over the gap before it
        after = place[k]
        if after < len(gaps) and k + 1 not in lost and k + 1 < len(text.words):
            gaps[after] = max(gaps[after], text.gaps[k])

    def moved(spans: list[Span]) -> list[Span]:
        return [(place[a], place[b]) for a, b in spans if place[b] > place[a]]

    relations = text.relations and [
        Relation(moved(r.source), moved(r.cue), moved(r.content)) for r in text.relations
    ]
    return replace(
        text,
        words=[text.words[k] for k in keep],
        gaps=gaps,
        names=text.names and [text.names[k] for k in keep],
        relations=relations and [r for r in relations if r.content and r.cue],
        spans=[text.spans[k] for k in keep] if text.spans else [],
    )
