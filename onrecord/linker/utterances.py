"""Statements that links join in, one utterance out: who said it, when, in how many independent
accounts, and for each report whether its wording is verbatim, altered or a paraphrase.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.across import Reported, Together, Utterance, Wording
from onrecord.linker.alterations import Altered, altered, nearest
from onrecord.linker.days import Window, spoken_before, window
from onrecord.linker.pieces import Piece, all_words, pieces
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
    put_together,
    reference,
    relayed,
    versions,
)
from onrecord.linker.wording import Words
from onrecord.linker.words import words
from onrecord.model import Spoken, When

WEEK = 7  # days between speaking and print, for a weekly
TOLD = 4  # times as many words as stand in marks, to be told and not quoted
MOST = 0.5  # of what a version says, for an account to give it
_SURE = ("given", "calendar", "text", "metadata", "publication", "unknown")


class _Judged(NamedTuple):
    wording: Wording
    reason: str
    accounts: int = 1
    altered: Altered | None = None
    gives: str | None = None  # the version it gives, in words


class Judged(NamedTuple):
    """An utterance; and of each statement that gives words others quote, or these altered, the
    fullest that anybody quotes of the same words.
    """

    utterance: Utterance
    gives: Mapping[str, str]


class _Article(NamedTuple):
    """All that one article reports of an utterance, and the words it prints there."""

    whole: Telling
    printed: tuple[Words, ...]


def utterance(together: Together) -> Utterance:
    """The utterance that these statements report."""
    return judged(together).utterance


def judged(together: Together) -> Judged:
    """The utterance that these statements report, and who gives the same words in it."""
    spoken = [one for one in together.members if isinstance(one, Spoken)]
    stories = together.stories or tuple(one.article.id for one in spoken)
    tellings = [_telling(one, story) for one, story in zip(spoken, stories, strict=True)]
    articles = _articles(spoken, tellings)
    wholes = [article.whole for article in articles.values()]
    found = versions(wholes)
    by = reference(found, wholes) if found else Reference(None, "nobody quotes it")
    told = [
        _judged(telling, articles[one.article.id], found, by)
        for one, telling in zip(spoken, tellings, strict=True)
    ]
    members = tuple(map(_reported, spoken, tellings, told))
    gives = {t.statement: one.gives for t, one in zip(tellings, told, strict=True) if one.gives}
    made = Utterance(together.id, _who(spoken), _said(spoken), len(set(stories)), members)
    return Judged(made, gives)


def _articles(spoken: Sequence[Spoken], tellings: Sequence[Telling]) -> dict[str, _Article]:
    """The reports of each article, in the order in which it prints them."""
    told: dict[str, list[tuple[Spoken, Telling]]] = {}
    for one, telling in zip(spoken, tellings, strict=True):
        told.setdefault(one.article.id, []).append((one, telling))
    return {article: _article(sorted(parts, key=_place)) for article, parts in told.items()}


def _place(part: tuple[Spoken, Telling]) -> tuple[int, str]:
    statement = part[0].statement
    return min((p.start for p in statement.content), default=0), statement.id


def _article(parts: Sequence[tuple[Spoken, Telling]]) -> _Article:
    whole = put_together([telling for _, telling in parts])
    around = tuple(words(one.context.text) for one, _ in parts)
    return _Article(whole, (*whole.quoted, *around))


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
    said = window(spoken.statement.said.edtf, WEEK)
    return said or spoken_before(window(spoken.article.published.edtf, WEEK), WEEK)


def _judged(
    telling: Telling, article: _Article, found: Sequence[Version], by: Reference
) -> _Judged:
    if not telling.quoted:
        return _Judged("paraphrased", "told in the article's own words")
    if found and _is_told(telling):
        return _Judged("paraphrased", "told in the article's own words, but for a word or two")
    if by.version and (fits(article.whole, by.version) or fits(telling, by.version)):
        given = " ".join(_printed(t.pieces) for t in by.version.fullest.singly if t.said >= FEW)
        return _Judged("verbatim", by.reason, by.version.accounts, gives=given)
    if not found:
        return _Judged("verbatim", "few words in quotation marks, and nobody quotes others")
    if telling.said < FEW:
        return _Judged("paraphrased", "too few words in quotation marks to judge them by")
    mine = next((v for v in found if article.whole in v.tellings), None)
    rival = _rival(telling, [v for v in found if v != mine], by)
    return _beside(telling, article, mine, rival, by)


def _is_told(telling: Telling) -> bool:
    """Whether only a word or two of it stand in marks: "should be called “intolerable”" has not
    the words of the quotation it tells of.
    """
    quoted = sum(map(len, telling.quoted))
    return telling.said < FEW and TOLD * quoted <= len(all_words(telling.pieces))


def _beside(
    telling: Telling, article: _Article, mine: Version | None, rival: Version | None, by: Reference
) -> _Judged:
    """A report whose words are not those of the reference, beside the version it is most like."""
    accounts = mine.accounts if mine else 1
    if rival is None:
        return _Judged("verbatim", "other words than those that others quote", accounts)
    told = altered(telling, rival, article.printed)
    if by.version is None:
        return _Judged("verbatim", by.reason, accounts, told)
    if told is None:
        return _Judged("verbatim", "the article prints the rest of these words, too", accounts)
    if any(_gives(t.story, rival) for t in (telling, *(mine.tellings if mine else ()))):
        return _Judged("verbatim", "an account that quotes these words quotes both", accounts)
    if not one_occasion(telling, rival):
        return _Judged("verbatim", "other words than others quote, but from other days", accounts)
    if not one_sentence(telling, rival) and not (by.counted and as_long(telling, rival)):
        return _Judged("verbatim", "too unlike what the other quotes to say more", accounts)
    given = _printed(nearest(telling, mine.fullest.singly if mine else (telling,)).pieces)
    return _Judged("altered", f"others quote other words: {by.reason}", accounts, told, given)


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
    changed = judged.altered
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
        against=changed.against if changed else None,
        changes=changed.changes if changed else (),
        reason=judged.reason,
    )


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
