"""What a person writes on a dossier, checked before it is kept: its name, who picks, and notes.

A dossier's name is also an address and a file's name, so it has no slashes, and neither begins with
a dot nor ends like a file.
"""

from __future__ import annotations

import re

from onrecord.errors import DossierInvalid
from onrecord.store.words import clean

LONGEST_NAME = 120
LONGEST_NOTE = 10_000

_REFUSED = re.compile(
    "[/\\\\\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]|^\\.|\\.$"
    "|\\.(?:json|jsonl|csv|html|md|docx)$",
    re.IGNORECASE,
)


def titled(name: str) -> str:
    """The name of a dossier, its white space even; DossierInvalid if it cannot be one."""
    title = " ".join(name.split())
    if not title:
        raise DossierInvalid("the dossier has no name; give one")
    if len(title) > LONGEST_NAME:
        raise DossierInvalid(
            f"the dossier's name is longer than {LONGEST_NAME} letters; shorten it"
        )
    if _REFUSED.search(title):
        raise DossierInvalid(
            f"“{clean(title)}” cannot name a dossier; leave out slashes, control characters, a dot"
            " at the beginning or the end, and the ending of a file"
        )
    return title


def somebody(by: str) -> str:
    """Who picks; DossierInvalid if nobody is named."""
    person = clean(" ".join(by.split()))
    if not person:
        raise DossierInvalid("who picks? give the name of a person")
    return person[:LONGEST_NAME]


def noted(note: str | None) -> str | None:
    """The note, or None where there is nothing in it; DossierInvalid if it is a book."""
    text = clean(note or "").replace("\r\n", "\n").strip()
    if len(text) > LONGEST_NOTE:
        raise DossierInvalid(f"the note is longer than {LONGEST_NOTE:,} letters; shorten it")
    return text or None
