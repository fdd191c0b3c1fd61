"""The reports of one utterance in; the versions of its words out, and which of them the others are
judged against.

Reports whose quoted words agree are one version. Versions of the same words differ; which is the
reference is decided by rules in a fixed order, and the rule that decides is given in words. Where
none decides, none is called right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from rapidfuzz.distance import Indel

from onrecord.linker.days import Window, apart
from onrecord.linker.meaning import cosine
from onrecord.linker.pieces import Piece, all_words, quoted_words
from onrecord.linker.wording import Words, fluent, in_stretches, other_words, shared
from onrecord.linker.words import GAP, said, stems, weights

FEW = 1.5  # quoted words that weigh less ("slowed", "red line") make no version by themselves
ALIKE = 0.34  # so much in common, at least, for other words to stand for the same ones
ALIKE_IN_MEANING = 0.55
ONE_SENTENCE = 0.4  # so alike, word for word, must two be that other signs than accounts decide
MOSTLY = 0.6  # of an excerpt's words in stretches that the other has, to be of that sentence
ENOUGH = 2.0  # so much must words say to be other words for something: "extreme careless"
CLEAR = 0.15  # by so much must one version be nearer to the paraphrases to be the reference
_PASSED_ON = re.compile(
    r"\b(?:according to|citing|cited by|quoted by|quoting|reported by)\b[^.“\"]{0,60}?"
    r"\b(?:and others|media|news agenc\w+|news outlets?|state (?:television|tv|media|radio)"
    r"|reuters|ap|afp|cnn|bbc|xinhua|tass|yonhap|kyodo|newspaper|daily|website|broadcaster)\b",
    re.I,
)
_ASIDE = re.compile(r"\b(?:i mean|you know|sort of|kind of|frankly|actually|believe me|ok)\b")


@dataclass(frozen=True)
class Telling:
    """One article's report of an utterance, and what its wording is judged by."""

    statement: str
    story: str
    pieces: tuple[Piece, ...]
    passed_on: bool = False
    vector: str | None = None
    days: Window | None = None  # when it can have been said
    parts: tuple[Telling, ...] = ()  # the statements it was put together from, in order

    @property
    def singly(self) -> tuple[Telling, ...]:
        """Statement by statement."""
        return self.parts or (self,)

    @cached_property
    def quoted(self) -> tuple[Words, ...]:
        """The words of each quoted stretch: at an ellipsis another begins."""
        return tuple(
            fluent(tuple(run))
            for piece in quoted_words(self.pieces)
            for gap, run in groupby(piece, key=lambda word: word == GAP)
            if not gap
        )

    @cached_property
    def said(self) -> float:
        """How much its quoted words say."""
        return said(word for piece in self.quoted for word in piece)

    @cached_property
    def stems(self) -> frozenset[str]:
        return stems(all_words(self.pieces))


@dataclass(frozen=True)
class Version:
    """Reports that quote the same words, longest first."""

    tellings: tuple[Telling, ...]

    @property
    def fullest(self) -> Telling:
        return self.tellings[0]

    @property
    def accounts(self) -> int:
        return len({t.story for t in self.tellings})

    @property
    def first_hand(self) -> bool:
        return not all(t.passed_on for t in self.tellings)


def put_together(parts: Sequence[Telling]) -> Telling:
    """What one article reports of an utterance, in order: a quotation that "Corvi said." breaks in
    two is one quotation.
    """
    if len(parts) == 1:
        return parts[0]
    most = max(parts, key=lambda part: part.said)
    return replace(
        most,
        pieces=tuple(piece for part in parts for piece in part.pieces),
        passed_on=all(part.passed_on for part in parts),
        parts=tuple(parts),
    )


def relayed(via: Sequence[object], context: str) -> bool:
    """Whether a report says that it has the words from another outlet."""
    return bool(via) or _PASSED_ON.search(context) is not None


def versions(tellings: Iterable[Telling]) -> tuple[Version, ...]:
    """The versions of an utterance. A short excerpt that fits several belongs to none of them."""
    quoting = (t for t in tellings if t.said >= FEW)
    ordered = sorted(quoting, key=lambda t: (-t.said, t.quoted, t.story, t.statement))
    groups: list[list[Telling]] = []
    for telling in ordered:
        fitting = [g for g in groups if any(same_words(telling, t) for t in g)]
        if not fitting:
            groups.append([telling])
        elif len(fitting) == 1:
            fitting[0].append(telling)
    return tuple(Version(tuple(group)) for group in groups)


def same_words(one: Telling, other: Telling) -> bool:
    """Whether two reports quote the same words: a piece of one stands in the other, and none has
    other words for the same ("extremely careless" and "no reasonable prosecutor" do not differ
    from "extremely careless in their handling of information").
    """
    in_both = shared(one.quoted, other.quoted) or shared(other.quoted, one.quoted)
    return bool(in_both) and alike(one, other) == 0.0


def fits(telling: Telling, version: Version) -> bool:
    return telling in version.tellings or any(same_words(telling, t) for t in version.tellings)


def differs(telling: Telling, version: Version) -> float:
    """How much a report's words look like other words for those of a version, from 0 to 1; 0 where
    too little to be that.
    """
    return max(alike(telling, other) for other in version.tellings)


def alike(one: Telling, other: Telling) -> float:
    """The greatest likeness of a quoted piece to one in the other that words it otherwise."""
    mine, theirs = _alone(one, other), _alone(other, one)
    best = max((_alike(p, q) for p in mine for q in theirs), default=0.0)
    if best < ALIKE and len(mine) == len(theirs) == len(one.quoted) == len(other.quoted) == 1:
        best = max(best, _meant(one, other))
    return best if best >= ALIKE else 0.0


def _alone(one: Telling, other: Telling) -> list[Words]:
    """What only the first quotes, but for what says too little to be other words for anything."""
    both = shared(one.quoted, other.quoted)
    return [p for p in one.quoted if p not in both and said(p) >= ENOUGH]


def one_sentence(telling: Telling, version: Version) -> bool:
    """Whether what is quoted follows a version nearly word for word."""
    pairs = (
        (p, q) for t in version.tellings for p in _alone(telling, t) for q in _alone(t, telling)
    )
    return any(
        Indel.normalized_similarity(p, q) >= ONE_SENTENCE or in_stretches(p, q) >= MOSTLY
        for p, q in pairs
    )


def as_long(telling: Telling, version: Version) -> bool:
    """Whether both quote one stretch, of about the same length: a translation has other words, but
    about as many.
    """
    if len(telling.quoted) > 1:
        return False
    single = (t for whole in version.tellings for t in whole.singly if len(t.quoted) == 1)
    lengths = [len(t.quoted[0]) for t in single]
    return any(max(n, m) <= 2 * min(n, m) for n in lengths for m in [len(telling.quoted[0])])


def one_occasion(telling: Telling, version: Version) -> bool:
    """Whether the days allow that both quote the same occasion, as far as days are known."""
    gaps = {apart(telling.days, t.days) for t in version.tellings} - {None}
    return not gaps or 0 in gaps


def _alike(mine: Words, theirs: Words) -> float:
    if not other_words(mine, theirs):
        return 0.0
    left, right = stems(mine), stems(theirs)
    cover = weights(left & right) / max(min(weights(left), weights(right)), 2.0)
    return max(cover, Indel.normalized_similarity(mine, theirs))


def _meant(one: Telling, other: Telling) -> float:
    near = cosine(one.vector, other.vector)
    return ALIKE if near is not None and near >= ALIKE_IN_MEANING else 0.0


@dataclass(frozen=True)
class Reference:
    """What other wordings are judged against: a version, or None where nothing decides; why."""

    version: Version | None
    reason: str
    counted: bool = False  # whether the number of accounts decided


def reference(found: Sequence[Version], tellings: Sequence[Telling]) -> Reference:
    """The version that the rules, in their order, prefer to every other one."""
    left = list(found)
    if len(left) == 1:
        return Reference(left[0], f"the words quoted by {_accounts(left[0].accounts)}")
    for rule in _RULES:
        left, reason = rule(left, tellings)
        if len(left) == 1:
            return Reference(left[0], reason, rule is _by_accounts)
    return Reference(None, "as many accounts for one wording as for another; nothing decides")


_Decision = tuple[list[Version], str]


def _by_accounts(left: list[Version], _: Sequence[Telling]) -> _Decision:
    most = max(v.accounts for v in left)
    others = max((v.accounts for v in left if v.accounts < most), default=most)
    reason = f"quoted by {_accounts(most)}, the other by {others}, copies counted once"
    return [v for v in left if v.accounts == most], reason


def _by_hand(left: list[Version], _: Sequence[Telling]) -> _Decision:
    kept = [v for v in left if v.first_hand] or left
    return kept, "quoted first hand, the other passed on from another outlet"


def _by_paraphrases(left: list[Version], tellings: Sequence[Telling]) -> _Decision:
    """What those who quote nobody say is nearer to one version than to the others."""
    quoting = {t.statement for v in left for t in v.tellings}
    plain = [t for t in tellings if t.statement not in quoting]
    nearness = {v.fullest.statement: _nearness(v, plain) for v in left}
    best = max(nearness.values(), default=0.0)
    kept = [v for v in left if nearness[v.fullest.statement] > best - CLEAR]
    return kept, "nearer to what other accounts say in their own words"


def _nearness(version: Version, plain: Sequence[Telling]) -> float:
    stories = {t.story for v in (version,) for t in v.tellings}
    others = [t for t in plain if t.story not in stories]
    if not others:
        return 0.0
    return max(weights(t.stems & version.fullest.stems) / max(weights(t.stems), 2) for t in others)


def _by_asides(left: list[Version], _: Sequence[Telling]) -> _Decision:
    """ "I mean, this is unbearable": desks leave such words out, nobody puts them in."""
    asides = {v.fullest.statement: len(_ASIDE.findall(_text(v))) for v in left}
    most = max(asides.values())
    kept = [v for v in left if asides[v.fullest.statement] == most]
    return kept, "it keeps the asides of speech that the other leaves out"


def _text(version: Version) -> str:
    return " ".join(word for piece in version.fullest.quoted for word in piece)


_RULES: tuple[Callable[[list[Version], Sequence[Telling]], _Decision], ...] = (
    _by_accounts, _by_hand, _by_paraphrases, _by_asides,
)  # fmt: skip


def _accounts(number: int) -> str:
    return "one account" if number == 1 else f"{number} independent accounts"
