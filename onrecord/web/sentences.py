"""A question about objects across articles as an English sentence, so that a page says what it
lists and a reader need not decipher its address.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onrecord.phrases.dates import in_words

_ASKED: Mapping[str, str] = {
    "by": "by “{}”",
    "entity": "{}",  # whose they are, in English already
    "publisher": "printed by “{}”",
    "text": "with the words “{}”",
    "article": "in the article {}",
    "since": "since {}",
    "until": "until {}",
    "wording": "with {} report",
    "at_least": "from at least {}",
}
_REPORTS: Mapping[str, str] = {
    "verbatim": "a verbatim",
    "altered": "an altered",
    "paraphrased": "a paraphrased",
}


def utterances_asked(filters: Mapping[str, Any]) -> str:
    """``Utterances that several articles print, also copies of one account, by “Haske”``: only
    where more than one account is asked for do several report.
    """
    who = "that several articles print, also copies of one account"
    if filters.get("every"):
        who = "that one article or more report"
    elif (filters.get("at_least") or 1) > 1:
        who = "that several articles report"
    return f"Utterances {', '.join([who, *_parts(filters)])}."


def copies_asked(filters: Mapping[str, Any]) -> str:
    """``Stories that more than one article prints, since 2025-09``."""
    return f"{', '.join(['Stories that more than one article prints', *_parts(filters)])}."


def _parts(filters: Mapping[str, Any]) -> list[str]:
    return [
        said.format(_said(name, filters[name]))
        for name, said in _ASKED.items()
        if filters.get(name) is not None
    ]


def _said(name: str, value: Any) -> str:
    if name in ("since", "until"):
        return in_words(value).removeprefix("in ")
    if name == "at_least":
        return f"{value} independent account{'' if value == 1 else 's'}"
    return _REPORTS.get(value, str(value)) if name == "wording" else str(value)
