"""Statements that links join in, one utterance out: who said it, when, in how many independent
accounts, and for each report whether its wording is verbatim, altered or a paraphrase.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.across import Change, Reported, Together, Utterance, Wording
from onrecord.linker.days import Window, day_after, window
from onrecord.linker.pieces import Piece, pieces
from onrecord.linker.versions import (
    FEW,
    Reference,
    Telling,
    Version,
    as_long,
    differs,
    fits,
    one_occasion,
    one_sentence,
    reference,
    relayed,
    versions,
)
from onrecord.linker.wording import changes
from onrecord.model import Spoken, When

WEEK = 7  # days between speaking and print, for a weekly
MOST = 0.5  # of what a version says, for an account to give it
_SURE = ("given", "calendar", "text", "metadata", "publication", "unknown")


class _Judged(NamedTuple):
    wording: Wording
    reason: str
    accounts: int = 1
    against: Telling | None = None


def utterance(together: Together) -> Utterance:
    """The utterance that these statements report."""
    spoken = [one for one in together.members if isinstance(one, Spoken)]
    stories = together.stories or tuple(one.article.id for one in spoken)
    tellings = [_telling(one, story) for one, story in zip(spoken, stories, strict=True)]
    found = versions(tellings)
    judged_by = reference(found, tellings) if found else Reference(None, "nobody quotes it")
    members = tuple(
        _reported(one, telling, _judged(telling, found, judged_by))
        for one, telling in zip(spoken, tellings, strict=True)
    )
    return Utterance(together.id, _who(spoken), _said(spoken), len(set(stories)), members)


def _telling(spoken: Spoken, story: str) -> Telling:
    return Telling(
        spoken.statement.id,
        story,
        pieces(spoken.statement, spoken.context),
        relayed(spoken.statement.via, spoken.context.text),
        spoken.statement.vector,
        _days(spoken),
    )


def _days(spoken: Spoken) -> Window | None:
    """When it can have been said: on the day given, or in the days before it was printed."""
    if said := window(spoken.statement.said.edtf, WEEK):
        return said
    printed = window(spoken.article.published.edtf, WEEK)
    if printed is None or printed[0].startswith("XXXX"):
        return printed
    return day_after(printed[0], -WEEK), printed[1]


def _judged(telling: Telling, found: Sequence[Version], by: Reference) -> _Judged:
    if not telling.quoted:
        return _Judged("paraphrased", "told in the article's own words")
    if by.version and fits(telling, by.version):
        return _Judged("verbatim", by.reason, by.version.accounts)
    if not found:
        return _Judged("verbatim", "few words in quotation marks, and nobody quotes others")
    mine = next((v for v in found if telling in v.tellings), None)
    accounts = mine.accounts if mine else 1
    if telling.said < FEW:
        return _Judged("paraphrased", "too few words in quotation marks to judge them by")
    rival = _rival(telling, found, by)
    if rival is None:
        return _Judged("verbatim", "other words than those that others quote", accounts)
    if by.version is None:
        return _Judged("verbatim", by.reason, accounts, rival.fullest)
    if any(_gives(t.story, rival) for t in (telling, *(mine.tellings if mine else ()))):
        return _Judged("verbatim", "an account that quotes these words quotes both", accounts)
    if not one_occasion(telling, rival):
        return _Judged("verbatim", "other words than others quote, but from other days", accounts)
    if not one_sentence(telling, rival) and not (by.counted and as_long(telling, rival)):
        return _Judged("verbatim", "too unlike what the other quotes to say more", accounts)
    return _Judged("altered", f"others quote other words: {by.reason}", accounts, rival.fullest)


def _gives(story: str, version: Version) -> bool:
    """Whether an account quotes a version, and not a small part of it only. Whoever prints both
    "they opened the gates" and "a river has no owner" prints two things that were said:
    the second is no other wording of the first.
    """
    enough = MOST * version.fullest.said
    return any(t.story == story and t.said >= enough for t in version.tellings)


def _rival(telling: Telling, found: Sequence[Version], by: Reference) -> Version | None:
    """The version that a report words otherwise: the reference, or where there is none the
    version most like it. None where nothing says that they are the same words.
    """
    others = [by.version] if by.version else [v for v in found if not fits(telling, v)]
    best = max(others, key=lambda version: differs(telling, version), default=None)
    return best if best and differs(telling, best) else None


def _reported(spoken: Spoken, telling: Telling, judged: _Judged) -> Reported:
    against = judged.against
    return Reported(
        article=spoken.article.id,
        statement=spoken.statement.id,
        wording=judged.wording,
        text=_printed(telling.pieces),
        manner=spoken.statement.manner,
        publisher=spoken.article.publisher,
        published=spoken.article.published,
        via=tuple(relay.who for relay in spoken.statement.via),
        accounts=judged.accounts,
        against=against.statement if against else None,
        changes=_changes(against.pieces, telling.pieces) if against else (),
        reason=judged.reason,
    )


def _changes(before: Sequence[Piece], after: Sequence[Piece]) -> tuple[Change, ...]:
    return changes(*(" … ".join(p.text for p in side if p.quoted) for side in (before, after)))


def _printed(told: Sequence[Piece]) -> str:
    """A statement's words on one line, those quoted in marks."""
    parts = (f"“{p.text.strip()}”" if p.quoted else p.text.strip() for p in told)
    return " ".join(" ".join(parts).split())


def _who(spoken: Sequence[Spoken]) -> str:
    """The name that most reports give; the longest of those."""
    names = Counter(one.statement.who or "" for one in spoken)
    return max(names, key=lambda name: (names[name], len(name), name), default="")


def _said(spoken: Sequence[Spoken]) -> When:
    """The date that most reports give, without its passage; unknown where none gives any."""
    dates = Counter((s.statement.said.edtf, s.statement.said.basis) for s in spoken)
    known = {date: number for date, number in dates.items() if date[0]}
    if not known:
        return When()
    edtf, basis = max(known, key=lambda date: (known[date], -_SURE.index(date[1]), str(date[0])))
    return When(edtf, basis)
