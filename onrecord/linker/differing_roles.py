"""Roles of one person that cannot both hold: ministers of two fields, senators of two states, a
governor who is president elsewhere.

In: the entities that links join. Out: each role that differs, told by article under the wording
most give it. Only what nobody can hold at once differs (``_EXCLUSIVE``), and only where both were
printed within a week: an undated article contradicts nobody, for who is vice president in one may
be president by the time of the other. All else somebody is called stands on their page, dated.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from onrecord.across import Told
from onrecord.lexicon.offices import FIELDS
from onrecord.linker.days import spanned, window
from onrecord.linker.nations import US_STATES
from onrecord.linker.roles import Role, role
from onrecord.linker.spelling import folded
from onrecord.model import Passage, Voice
from onrecord.standing import sign

# Days from the first on which one may be printed to the last of the other. Offices change hands on
# one day, and articles of one story are printed within a week.
_TOGETHER: Final = 7
_SLIP: Final = 3  # accounts of another role against which a single one is rather a slip


class _Given(NamedTuple):
    voice: Voice
    passage: Passage
    role: Role
    fields: frozenset[str]


# Offices of a country or state of which nobody holds two of one row at once. What some do hold
# together stands in no row: a mayor may be a senator, a vice president prime minister, an
# ambassador "permanent representative", and whoever speaks for one body may direct another.
_EXCLUSIVE: Final = tuple(
    frozenset(row.split("/"))
    for row in (
        "president/vice president/governor/lieutenant governor/senator/representative",
        "president/vice president/governor/senator/ambassador",
        "president/prime minister/governor/ambassador",
        "president/governor/senator/representative/secretary of state",
    )
)
# Offices that somebody holds of one country only, and of one state only. A king may reign in two.
_OF_A_COUNTRY: Final = frozenset(("president", "vice president", "prime minister"))
_OF_A_STATE: Final = frozenset(("governor", "lieutenant governor", "senator", "representative"))
# What ministers and ministries see to where it is hardly ever one with another of these.
_FIELDS_APART: Final = frozenset("defense foreign interior finance health education".split())
_STATES: Final = frozenset(state.replace(" ", "_") for state in US_STATES)
_PARTIES: Final = frozenset("democratic republican independent labor conservative liberal".split())
_FOR_NOW: Final = re.compile(r"(?i)\b(?:acting|interim|caretaker|deputy|designate|elect)\b")
_MINISTRY: Final = re.compile(r"(?i)\b(?:ministry|department)\b")


def differing(voices: Sequence[Voice], stories: Mapping[str, str]) -> list[Told]:
    """Every account of the roles that differ; empty where none does. Two articles differ where
    a role of one cannot hold beside a role of the other, and nobody gives both.
    """
    given = [found for voice in voices if (found := list(_roles(voice)))]
    both = {_pair(a, b) for some in given for a, b in combinations(some, 2)}
    accounts = _accounts(given, stories)
    torn: dict[int, _Given] = {}
    for left, right in combinations(_worded_alike(given), 2):
        clashes = [
            (left[0].index(a), right[0].index(b))
            for a, b in _clashing(left[0], right[0])
            if _pair(a, b) not in both and not _slip(accounts[_post(a)], accounts[_post(b)])
        ]
        for mine, theirs, side in ((left, right, 0), (right, left, 1)) if clashes else ():
            for some in _against(mine, theirs, stories):
                torn |= {id(one): one for one in (some[pair[side]] for pair in clashes)}
    return _told(sorted(torn.values(), key=_order))


def _worded_alike(given: Sequence[Sequence[_Given]]) -> list[list[Sequence[_Given]]]:
    """What articles give, by its words: these alone decide what clashes, and are compared once for
    all the articles that have them.
    """
    found: dict[tuple[str, ...], list[Sequence[_Given]]] = defaultdict(list)
    for some in given:
        found[tuple(one.passage.text for one in some)].append(some)
    return list(found.values())


def _against(
    mine: Sequence[Sequence[_Given]],
    theirs: Sequence[Sequence[_Given]],
    stories: Mapping[str, str],
) -> Iterator[Sequence[_Given]]:
    """Those of one wording that an independent article of another stands against."""
    for some in mine:
        if any(_apart(some[0].voice, other[0].voice, stories) for other in theirs):
            yield some


def _roles(voice: Voice) -> Iterator[_Given]:
    """The offices an article gives a person, but none of an earlier time, none that is only hoped
    for or held for now, and none that somebody only says.
    """
    for passage in voice.entity.roles if voice.entity.kind == "person" else ():
        found = role(passage.text)
        if not found or not found.office or found.past:
            continue
        if not (sign(passage.text) or _FOR_NOW.search(passage.text)):
            yield _Given(voice, passage, found, _fields(passage.text))


def _fields(text: str) -> frozenset[str]:
    """What somebody sees to: "of Foreign Affairs and Defense" is two fields."""
    return frozenset(FIELDS[w] for w in re.findall(r"\w+", folded(text)) if w in FIELDS)


def _clashing(left: Sequence[_Given], right: Sequence[_Given]) -> list[tuple[_Given, _Given]]:
    """The roles of two articles that cannot both hold; none where the two agree in any."""
    pairs = [(a, b) for a in left for b in right]
    if any(_agree(a, b) for a, b in pairs):
        return []
    return [(a, b) for a, b in pairs if _exclude(a, b)]


def _agree(a: _Given, b: _Given) -> bool:
    """Whether they give one office, and not of two places or bodies."""
    return a.role.office == b.role.office and not _exclude(a, b)


def _exclude(a: _Given, b: _Given) -> bool:
    """Whether nobody holds both at once: two offices, or one of two places or ministries."""
    mine, theirs = _ministers(a), _ministers(b)
    if mine and mine == theirs:
        return a.fields != b.fields and {*a.fields, *b.fields} <= _FIELDS_APART and _single(a, b)
    if not (_of_a_state(a.role) and _of_a_state(b.role)):
        return False
    if a.role.office != b.role.office:
        return any({a.role.office, b.role.office} <= row for row in _EXCLUSIVE)
    return _of_two_places(a.role, b.role)


def _ministers(one: _Given) -> str:
    """Whether somebody is a minister, or speaks for a ministry; "" where neither."""
    office = one.role.office.partition(":")[0]
    if office == "spokesperson":
        return office if _MINISTRY.search(one.passage.text) else ""
    return office if office == "minister" else ""


def _single(a: _Given, b: _Given) -> bool:
    return len(a.fields) == len(b.fields) == 1


def _of_a_state(one: Role) -> bool:
    """Whether nothing but a country, a state or a party is said of whose office it is: presidents
    are also those of senates, unions and companies.
    """
    return set(one.where) <= _STATES | _PARTIES


def _of_two_places(a: Role, b: Role) -> bool:
    """Whether one office is of two countries or states, and is not held of both."""
    mine, theirs = set(a.countries), set(b.countries)
    if a.office in _OF_A_STATE:
        mine, theirs = set(a.where) & _STATES, set(b.where) & _STATES
    known = a.office in _OF_A_STATE | _OF_A_COUNTRY
    return known and bool(mine and theirs) and not mine & theirs


def _apart(left: Voice, right: Voice, stories: Mapping[str, str]) -> bool:
    """Whether two independent articles speak, and at one time as far as is known for certain."""
    mine, theirs = left.article, right.article
    if stories.get(mine.id, mine.id) == stories.get(theirs.id, theirs.id):
        return False
    days = spanned(window(mine.published.edtf), window(theirs.published.edtf))
    return days is not None and days <= _TOGETHER


def _post(one: _Given) -> tuple[str, frozenset[str]]:
    """The office, and of which ministry somebody speaks."""
    return one.role.office, one.fields if _ministers(one) == "spokesperson" else frozenset()


def _pair(a: _Given, b: _Given) -> frozenset[tuple[str, frozenset[str]]]:
    return frozenset((_post(a), _post(b)))


def _accounts(
    given: Sequence[Sequence[_Given]], stories: Mapping[str, str]
) -> dict[tuple[str, frozenset[str]], int]:
    """How many independent articles give a post."""
    found: dict[tuple[str, frozenset[str]], set[str]] = defaultdict(set)
    for one in (one for some in given for one in some):
        article = one.voice.article.id
        found[_post(one)].add(stories.get(article, article))
    return {post: len(those) for post, those in found.items()}


def _slip(one: int, other: int) -> bool:
    """Whether one article stands against many: rather its slip, or the reader's."""
    return min(one, other) == 1 and max(one, other) >= _SLIP


def _order(one: _Given) -> tuple[str, str, int]:
    return one.voice.article.published.edtf or "9", one.voice.article.id, one.passage.start


def _told(torn: Sequence[_Given]) -> list[Told]:
    """Each article once for each post, under the words that most give the post in."""
    worded: dict[tuple[str, frozenset[str]], Counter[str]] = defaultdict(Counter)
    for one in torn:
        worded[_post(one)][one.passage.text] += 1
    first = {(_post(one), one.voice.article.id): one for one in reversed(torn)}
    return [
        _one_told(one, min(known, key=lambda w: (-known[w], -len(w), w)))
        for one in torn
        if first[_post(one), one.voice.article.id] is one and (known := worded[_post(one)])
    ]


def _one_told(one: _Given, value: str) -> Told:
    article = one.voice.article
    return Told(
        article=article.id,
        entry=one.voice.entity.id,
        value=value,
        according_to=None,
        publisher=article.publisher,
        published=article.published,
        text=one.passage.text,
    )
