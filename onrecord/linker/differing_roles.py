"""Roles of one person that cannot both hold: ministers of two fields, senators of two states, the
White House's spokesman who is a council's elsewhere.

In: the entities that links join. Out: each role that differs, told by article under the wording
most give it. A difference is shown, not smoothed over; but a role with a word more, an earlier
role, one given at another time, a tie of family or two posts that go together are no difference.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from onrecord.across import Told
from onrecord.lexicon.offices import FIELDS
from onrecord.linker.circumstances import stem
from onrecord.linker.days import apart, window
from onrecord.linker.nations import US_STATES
from onrecord.linker.roles import Role, role
from onrecord.linker.spelling import folded
from onrecord.model import Passage, Voice

_TOGETHER: Final = 45  # days: roles given further apart may have changed in between
_SLIP: Final = 3  # accounts of another role against which a single one is rather a slip


class _Given(NamedTuple):
    voice: Voice
    passage: Passage
    role: Role
    words: frozenset[str]


# One person holds one of these at a time.
_ONE_AT_A_TIME: Final = frozenset(
    "president/vice president/prime minister/governor/lieutenant governor/senator/representative"
    "/mayor/ambassador/secretary of state/king/queen".split("/")
)
# Offices that somebody holds of one country or state, and whose they are is said with them.
_OF_A_PLACE: Final = frozenset(
    "president/vice president/prime minister/governor/senator/representative/king/queen".split("/")
)
# Words of bodies that have a spokesman of their own; one word for each.
_BODIES: Final = {
    word: row.split()[0]
    for row in (
        "army military armed troops forces", "police", "ministry", "council", "department",
        "committee", "commission", "agency", "authority", "house", "palace", "court", "company",
        "party", "union", "bank", "embassy", "kremlin", "office", "bureau", "navy",
        "guard", "university", "hospital", "group", "association", "fund",
    )
    for word in row.split()
}  # fmt: skip
_KINDS: Final = frozenset(_BODIES.values())
_ALSO: Final = {"pentagon": "defense department", "mod": "defense ministry"}
_STATES: Final = frozenset(state.replace(" ", "_") for state in US_STATES)
_EMPTY: Final = frozenset("the a an of for and to at in on its his her their chief senior".split())


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
    """The offices an article gives a person, but no former ones and none that it only hopes for."""
    for passage in voice.entity.roles if voice.entity.kind == "person" else ():
        found = role(passage.text)
        broken = re.search(r"[.!?][\"”]?\s+[A-Z]", passage.text)  # "the army's count. Colonel"
        if found and found.office and not found.past and not broken:
            yield _Given(voice, passage, found, _words(passage.text))


def _words(text: str) -> frozenset[str]:
    """The words of a role, shortened so that "Kestrian" and "Kestria's" meet."""
    plain = (w.strip("'").removesuffix("'s") for w in re.findall(r"[\w.']+", folded(text)))
    return frozenset(_BODIES.get(w) or stem(w) for w in plain if w and w not in _EMPTY)


def _clashing(left: Sequence[_Given], right: Sequence[_Given]) -> list[tuple[_Given, _Given]]:
    """The roles of two articles that cannot both hold; none where the two agree in any."""
    pairs = [(a, b) for a in left for b in right]
    if any(_agree(a, b) for a, b in pairs):
        return []
    return [(a, b) for a, b in pairs if _exclude(a.role, b.role) or _of_two_bodies(a, b)]


def _agree(a: _Given, b: _Given) -> bool:
    """Whether they give one office, and not of two places or bodies."""
    same = a.role.office == b.role.office
    return same and not (_exclude(a.role, b.role) or _of_two_bodies(a, b))


def _exclude(a: Role, b: Role) -> bool:
    """Whether nobody holds both at once: two offices, or one of two countries or states."""
    if a.office != b.office:
        return {a.office, b.office} <= _ONE_AT_A_TIME or _of_two_fields(a, b)
    if a.office not in _OF_A_PLACE:
        return False
    return any(
        mine and theirs and not mine & theirs
        for mine, theirs in (
            (set(a.countries), set(b.countries)),
            (set(a.where) & _STATES, set(b.where) & _STATES),
        )
    )


def _of_two_fields(a: Role, b: Role) -> bool:
    """The defense minister and the foreign minister; but some see to health and labor."""
    if not (a.office.startswith("minister:") and b.office.startswith("minister:")):
        return False
    mine, theirs = (
        {FIELDS[w] for w in (r.office.partition(":")[2], *r.where) if w in FIELDS} for r in (a, b)
    )
    return not mine & theirs


def _of_two_bodies(a: _Given, b: _Given) -> bool:
    """ "The Water Council's senior director for strategic communications" and "White Palace
    spokesman": each speaks for a body, and it is not the same, or not under the same title.
    """
    if a.role.office != "spokesperson" or b.role.office != "spokesperson":
        return False
    if a.words <= b.words or b.words <= a.words:
        return False
    mine, theirs = _body(a), _body(b)
    if not mine or not theirs:
        return False
    if _directs(a) != _directs(b):
        return True
    called, other = mine - _KINDS, theirs - _KINDS  # "interior ministry", "foreign ministry"
    return not called & other if called and other else not mine & theirs


def _directs(one: _Given) -> bool:
    return bool(re.search(r"\bdirector\b", one.passage.text, re.IGNORECASE))


def _body(one: _Given) -> frozenset[str]:
    """The words of the body somebody speaks for; none where no body is named: "the Trump
    spokeswoman" may be his campaign's.
    """
    said = (part for w in one.role.where for part in _ALSO.get(w, w).split())
    mine = frozenset(_BODIES.get(w) or stem(w) for w in said)
    short = any(re.fullmatch(r"[A-Z]{2,5}", w) for w in re.findall(r"\w+", one.passage.text))
    return mine if short or mine & _KINDS else frozenset()


def _apart(left: Voice, right: Voice, stories: Mapping[str, str]) -> bool:
    """Whether two independent articles speak, at about one time."""
    mine, theirs = left.article, right.article
    if stories.get(mine.id, mine.id) == stories.get(theirs.id, theirs.id):
        return False
    gap = apart(window(mine.published.edtf), window(theirs.published.edtf))
    return gap is None or gap <= _TOGETHER


def _post(one: _Given) -> tuple[str, frozenset[str]]:
    """The office, and under which title and for whom somebody speaks."""
    if one.role.office != "spokesperson":
        return one.role.office, frozenset()
    return "director" if _directs(one) else "spokesperson", _body(one)


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
