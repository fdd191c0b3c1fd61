"""On what terms a source spoke: text in, passages like "on condition of anonymity" out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Passage, passage
from onrecord.reader.passages import Text, trimmed

_ANONYMOUS = r"anonym(?:ity|ously)"
_NAMED = r"(?:named|identified|quoted)"
_BE = r"(?:(?:is|was|were|are)\s+not|(?:is|was|were|are)n[’']t)"
_ALLOWED = r"(?:\w+ly\s+)?(?:authori[sz]ed|allowed|permitted)\s+to"
_FORMS = (
    rf"(?:up)?on\s+(?:the\s+)?(?:strict\s+)?condition\s+of\s+{_ANONYMOUS}",
    rf"(?:up)?on\s+(?:the\s+)?condition\s+(?:\w+\s+){{0,5}}?not\s+be\s+(?:\w+\s+)?{_NAMED}",
    rf"who\s+(?:\w+\s+){{0,2}}?{_BE}\s+{_ALLOWED}",
    rf"(?:because|as|since)\s+(?:he|she|they)\s+{_BE}\s+{_ALLOWED}",
    r"who\s+(?:\w+\s+){0,2}?(?:asked|requested|insisted|declined|refused|wished|preferred|wanted)\s+"
    rf"(?:\w+\s+){{0,3}}?(?:{_NAMED}|anonymous|anonymity)",
    rf"who\s+did(?:\s+not|n[’']t)\s+(?:want|wish)\s+(?:\w+\s+){{0,3}}?{_NAMED}",
    rf"(?:asking|requesting|insisting|declining|refusing)\s+(?:\w+\s+){{0,4}}?(?:{_NAMED}|{_ANONYMOUS})",
    rf"(?:speaking|spoke|talked)\s+{_ANONYMOUS}",
    rf"(?:requested|granted|demanded|given|offered|under)\s+(?:the\s+cover\s+of\s+)?{_ANONYMOUS}",
)
_CONDITION = re.compile(rf"\b(?:{'|'.join(_FORMS)})\b[^,.;:—“”\"\n]{{0,160}}", re.IGNORECASE)
_HINT = re.compile(r"anonym|named|identified|quoted|authori[sz]ed|allowed|permitted", re.IGNORECASE)


def conditions(text: Text) -> Iterator[Passage]:
    """All such passages, in order."""
    for start, end in text.paragraphs:
        if not _HINT.search(text.text, start, end):
            continue
        for match in _CONDITION.finditer(text.text, start, end):
            yield passage(text.text, *trimmed(text, match.start(), match.end()))
