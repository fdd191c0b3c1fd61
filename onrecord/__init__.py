"""Reads news and keeps the record: who said what, through whom, with every line pointing at its
words.

``onrecord.read("report.txt")`` gives the ``Reading`` of one article;
``onrecord.open("onrecord.db")`` opens a ``Record`` to add to and to ask. Names are loaded on first
use, so that importing onrecord costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from onrecord.model import VERSION

if TYPE_CHECKING:
    from onrecord.across import (
        Copies,
        Disagreement,
        History,
        Identity,
        Link,
        Linked,
        Occurrence,
        Position,
        Recounted,
        Utterance,
    )
    from onrecord.corrections import Correction
    from onrecord.errors import (
        CorrectionInvalid,
        EntryUnknown,
        GivenInvalid,
        JudgementInvalid,
        ModelMissing,
        OnRecordError,
        PublishedDateInvalid,
        QuestionInvalid,
        RecordUnavailable,
        UnreadableArticle,
    )
    from onrecord.intake import read
    from onrecord.model import (
        Added,
        Addressee,
        Article,
        Attribution,
        Card,
        Counted,
        Dateline,
        Entity,
        Event,
        Failure,
        Figure,
        Happened,
        Mention,
        Part,
        Party,
        Passage,
        Place,
        Question,
        Reading,
        Relay,
        Spoken,
        Statement,
        Voice,
        When,
    )
    from onrecord.record import Record, open

__version__ = VERSION

__all__ = [
    "Added",
    "Addressee",
    "Article",
    "Attribution",
    "Card",
    "Copies",
    "Correction",
    "CorrectionInvalid",
    "Counted",
    "Dateline",
    "Disagreement",
    "Entity",
    "EntryUnknown",
    "Event",
    "Failure",
    "Figure",
    "GivenInvalid",
    "Happened",
    "History",
    "Identity",
    "JudgementInvalid",
    "Link",
    "Linked",
    "Mention",
    "ModelMissing",
    "Occurrence",
    "OnRecordError",
    "Part",
    "Party",
    "Passage",
    "Place",
    "Position",
    "PublishedDateInvalid",
    "Question",
    "QuestionInvalid",
    "Reading",
    "Record",
    "RecordUnavailable",
    "Recounted",
    "Relay",
    "Spoken",
    "Statement",
    "UnreadableArticle",
    "Utterance",
    "Voice",
    "When",
    "open",
    "read",
]

_HOMES = (
    "onrecord.model",
    "onrecord.errors",
    "onrecord.across",
    "onrecord.corrections",
    "onrecord.record",
    "onrecord.intake",
)


def __getattr__(name: str) -> Any:
    if name in __all__:
        for home in map(import_module, _HOMES):
            if hasattr(home, name):
                return getattr(home, name)
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
