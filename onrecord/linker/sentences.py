"""Where the sentences of a text begin, as far as the linker needs them: for what surrounds an
entry. One that does not end is cut, for a list of all towns and their dead is no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?][\"'”’»)\]]*\s+(?=[\"'“‘„«(\[]?[A-Z0-9])|\n\s*\n|\n(?=[-*|#>])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Col|Gen|Lt|Sgt|Maj|Capt|Sen|Rep|Gov|St|Jr|Sr|No|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept|Sep|Oct|Nov|Dec)|\b[A-Z](?:\.[A-Z])*)$"
)
_LONGEST = 1_000  # characters


def sentence_starts(text: str) -> list[int]:
    """Where the sentences of a text begin; one that does not end is cut at a word."""
    starts = [0]
    for match in _END.finditer(text):
        if match[0][0] != "." or not _ABBREVIATED.search(
            text, max(0, match.start() - 12), match.start()
        ):
            starts.extend(_cuts(text, starts[-1], match.end()))
            starts.append(match.end())
    starts.extend(_cuts(text, starts[-1], len(text)))
    return starts


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    while end - start > _LONGEST:
        start = text.find(" ", start + _LONGEST, end) + 1 or end
        if start < end:
            yield start
