"""A scene in, where its interview begins out: in a transcript people talk, and little is reported.

A transcript is told by its turns: two labels or more, each at the start of several lines, one of
them asking: "((WN)) Do you …?", "Q: When did …?". What such turns tell in passing ("they would ask
us to come back") is no news, so no event is taken from them; what stands before the first is.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from onrecord.reader.scene import Scene

TURN: Final = re.compile(
    r"^[ \t]*(?:\(\((.{1,40}?)\)\)|([A-Z][\w.’' -]{0,30}):)[ \t]", re.MULTILINE
)
ASKED: Final = re.compile(r"[^\n]*\?")
OFTEN: Final = 3  # turns of each of two speakers; fewer may be headings


def interview_from(scene: Scene) -> int:
    """The character where the first turn stands; the length of the text where there is none."""
    text = scene.article.text
    turns = list(TURN.finditer(text))
    said = Counter(turn[1] or turn[2] for turn in turns)
    speakers = {who for who, times in said.items() if times >= OFTEN}
    asked = [t for t in turns if (t[1] or t[2]) in speakers and ASKED.match(text, t.end())]
    if len(speakers) < 2 or len(asked) < OFTEN:
        return len(text)
    return next(t.start() for t in turns if (t[1] or t[2]) in speakers)
