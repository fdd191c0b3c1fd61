"""An article's text in, its turns out: in a transcript, who speaks from where to where.

A turn begins with a label, "QUESTION:", "MR. ROE:", "Q." or, in an interview, the names of the two
over and over. What one says is no content of what another says: "QUESTION: Did he say when? MR.
ROE: He said by Friday." Nor is a label something that was said.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import Final

Stretch = tuple[int, int]

_ASKING: Final = r"(?i:q|question|reporter|interviewer|moderator|journalist)"
_CAPITALS: Final = r"[^\W\d_a-zà-ÿ][A-ZÀ-Þ.'’ -]{0,40}"
_NAME: Final = r"[A-ZÀ-Þ][\w.'’-]{0,20}(?: [A-ZÀ-Þ][\w.'’-]{0,20}){0,3}"
_LABEL: Final = re.compile(
    rf"^[ \t*_>“\"]*(?P<label>{_ASKING}|(?i:answer)|{_CAPITALS}|{_NAME})"
    r"(?: \([^()\n]{1,40}\))?[*_]*(?P<mark>[:.])[*_]* +(?=\S)",
    re.MULTILINE,
)
_QUESTIONER: Final = re.compile(_ASKING)
_ASKED: Final = re.compile(r"^[ \t*_>]*Q\.[^\n]*\?", re.MULTILINE)  # "A. Roe" has an initial


@dataclass(frozen=True, slots=True)
class Turns:
    """Where turns start, and the labels they start with; none in what is no transcript."""

    labels: tuple[Stretch, ...] = ()

    def apart(self, one: Stretch, other: Stretch) -> bool:
        """Whether two stretches stand in turns of two."""
        return bool(self.labels) and self._turn(one[0]) != self._turn(other[0])

    def label(self, stretch: Stretch) -> bool:
        """Whether a stretch is nothing but a label."""
        turn = self._turn(stretch[0])
        return turn > 0 and stretch[1] <= self.labels[turn - 1][1]

    def _turn(self, at: int) -> int:
        return bisect_right(self.labels, at, key=lambda label: label[0])


def turns_of(text: str) -> Turns:
    """The turns of a transcript: somebody asks, or two speak who spoke before."""
    dots = _ASKED.search(text) is not None
    found = [m for m in _LABEL.finditer(text) if m["mark"] == ":" or (dots and m["label"] in "QA")]
    times = Counter(m["label"] for m in found)
    asked = any(_QUESTIONER.fullmatch(label) for label in times)
    if len(times) < 2 or not (asked or sum(n > 1 for n in times.values()) > 1):
        return Turns()
    known = (m for m in found if times[m["label"]] > 1 or asked)
    return Turns(tuple((m.start("label"), m.end()) for m in known))
