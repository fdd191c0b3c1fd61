"""An utterance's reports as one compares them: those that are verbatim, altered and paraphrased
apart, the earliest first, and copies of one story folded under its first printing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.across import Reported, Together, Utterance, Wording
from onrecord.calendar import bounds
from onrecord.model import Spoken

MOST = 60  # reports shown of one wording; all of them are in the JSON and the CSV
# Each wording with its sign, its heading and what it means.
WORDINGS: Mapping[Wording, tuple[str, str, str]] = {
    "verbatim": ("“ ”", "Verbatim", "These print the words in quotation marks as others do."),
    "altered": ("≠", "Altered", "These print other words in quotation marks than others do."),
    "paraphrased": ("≈", "Paraphrased", "These tell it in words of their own."),
}


@dataclass(frozen=True, slots=True)
class Report:
    """One report with its words in their place, and the other articles that print its story."""

    reported: Reported
    spoken: Spoken | None
    copies: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True)
class Worded:
    """The reports of one wording; ``reason`` is what all of them were judged by, where it is the
    same, and ``more`` reports are not among them.
    """

    wording: Wording
    reports: tuple[Report, ...]
    articles: int
    reason: str = ""
    more: int = 0


def worded(utterance: Utterance, together: Together) -> list[Worded]:
    """The reports of an utterance by their wording; those that nobody has are left out."""
    spoken = {each.statement.id: each for each in together.members if isinstance(each, Spoken)}
    articles = (each.article.id for each in spoken.values())
    stories = dict(zip(articles, together.stories, strict=False))
    return [each for wording in WORDINGS for each in _worded(utterance, wording, spoken, stories)]


def _worded(
    utterance: Utterance, wording: Wording, spoken: Mapping[str, Spoken], stories: Mapping[str, str]
) -> Iterator[Worded]:
    members = [each for each in utterance.members if each.wording == wording]
    reports = [Report(each, spoken.get(each.statement)) for each in sorted(members, key=_day)]
    if reports:
        folded = _folded(reports, stories)
        articles = len({each.article for each in members})
        reasons = {each.reason for each in members}
        reason = reasons.pop() if len(reasons) == 1 else ""
        yield Worded(wording, tuple(folded[:MOST]), articles, reason, max(0, len(folded) - MOST))


def _folded(reports: Sequence[Report], stories: Mapping[str, str]) -> list[Report]:
    """Each story's first printing with its copies; what an article says twice stays apart."""
    shown: list[Report] = []
    copies: dict[str, list[Report]] = {}
    first: dict[str, str] = {}
    for report in reports:
        article = report.reported.article
        story = stories.get(article, article)
        if first.setdefault(story, article) == article:
            shown.append(report)
        else:
            copies.setdefault(first[story], []).append(report)
    return [
        Report(each.reported, each.spoken, tuple(copies.pop(each.reported.article, ())))
        for each in shown
    ]


def _day(reported: Reported) -> str:
    """The first day it may have been printed on; the undated come last."""
    first, _ = bounds(reported.published.edtf)
    return first.isoformat() if first else "~"


def words(utterance: Utterance) -> str:
    """The words an utterance goes by: those of its earliest report, if it can be a verbatim one,
    and one that quotes whole sentences rather than a part of one.
    """
    order = list(WORDINGS)
    members = sorted(
        utterance.members,
        key=lambda each: (order.index(each.wording), each.manner == "mixed", _day(each)),
    )
    return members[0].text if members else ""


def tally(utterance: Utterance) -> list[tuple[Wording, int]]:
    """How many reports there are of each wording that there is."""
    counts = Counter(each.wording for each in utterance.members)
    return [(wording, counts[wording]) for wording in WORDINGS if counts[wording]]
