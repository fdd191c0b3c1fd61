"""Roles of one person that are not the same said shorter: "spokesman" and "senior director".

In: the entities that links join. Out: each role that differs, told by article. A difference is
shown, not smoothed over; but a role with a word more, an earlier role, or one given at another time
is no difference.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from onrecord.across import Told
from onrecord.linker.circumstances import stem
from onrecord.linker.days import apart, window
from onrecord.linker.roles import Role, role
from onrecord.linker.spelling import folded
from onrecord.model import Passage, Voice

_TOGETHER: Final = 45  # days: roles given further apart may have changed in between


class _Given(NamedTuple):
    voice: Voice
    passage: Passage
    role: Role
    words: frozenset[str]


_EMPTY: Final = frozenset(
    "the a an of for and to at in on s its his her their top senior chief new current late longtime"
    " veteran who is was us u.s then".split()
)
_ONE: Final = {
    "defence": "defense", "spokeswoman": "spokesman", "spokesperson": "spokesman",
    "chairwoman": "chairman", "chair": "chairman", "chairperson": "chairman", "leader": "head",
    "leads": "head", "director": "head", "heads": "head", "lawmaker": "member",
    "premier": "prime", "sen": "senator", "rep": "representative", "gov": "governor",
}  # fmt: skip


_RANKS: Final = frozenset(
    map(
        stem,
        "col colonel gen general lt lieutenant maj major capt captain sgt sergeant admiral brig"
        " brigadier dr doctor prof professor mr mrs ms sir dame rev officer".split(),
    )
)  # a rank goes with any office


def _significant(text: str) -> frozenset[str]:
    """The words of a role that say something, one for all its spellings, shortened so that
    "Kestrian" and "Kestria's" meet.
    """
    plain = [w.strip("'").removesuffix("'s") for w in re.findall(r"[\w.']+", folded(text))]
    return frozenset(stem(_ONE.get(w, w)) for w in plain if w.strip(".") not in _EMPTY)


def differing(voices: Sequence[Voice], stories: Mapping[str, str]) -> list[Told]:
    """Every account of the roles that differ; empty where none does. Two articles differ where
    none of the roles of one is any of the other's: "Col." and "the army's spokesman" may be one
    man's, and an article that gives both says so.
    """
    given = [found for voice in voices if (found := list(_roles(voice)))]
    together = {
        frozenset((a.role.office, b.role.office))
        for some in given
        for a, b in combinations(some, 2)
        if a.role.office != b.role.office
    }
    torn = {
        id(one): one
        for left, right in combinations(given, 2)
        if _apart(left[0].voice, right[0].voice, stories) and _differ(left, right, together)
        for one in (*left, *right)
    }
    return [_told(one) for one in sorted(torn.values(), key=_order)]


def _roles(voice: Voice) -> Iterator[_Given]:
    for passage in voice.entity.roles if voice.entity.kind == "person" else ():
        found, words = role(passage.text), _significant(passage.text)
        broken = re.search(r"[.!?][\"”]?\s+[A-Z]", passage.text)  # "the army's count. Colonel"
        if found and found.office and not found.past and words - _RANKS and not broken:
            yield _Given(voice, passage, found, words - _RANKS)


def _differ(
    left: Sequence[_Given], right: Sequence[_Given], together: Collection[frozenset[str]]
) -> bool:
    return all(
        _other(a, b) and frozenset((a.role.office, b.role.office)) not in together
        for a in left
        for b in right
    )


def _other(left: _Given, right: _Given) -> bool:
    """Another office, or the same of another country or body."""
    a, b = left.role, right.role
    if left.words <= right.words or right.words <= left.words:
        return False
    if a.countries and b.countries and not set(a.countries) & set(b.countries):
        return True
    if a.office == b.office:  # "senior director for strategic communications" and "spokesman"
        both = left.words & right.words
        return len(both) < min(len(left.words), len(right.words)) / 2
    return True


def _apart(left: Voice, right: Voice, stories: Mapping[str, str]) -> bool:
    """Whether two independent articles speak, at about one time."""
    mine, theirs = left.article, right.article
    if stories.get(mine.id, mine.id) == stories.get(theirs.id, theirs.id):
        return False
    gap = apart(window(mine.published.edtf), window(theirs.published.edtf))
    return gap is None or gap <= _TOGETHER


def _order(one: _Given) -> tuple[str, str, int]:
    return one.voice.article.published.edtf or "9", one.voice.article.id, one.passage.start


def _told(one: _Given) -> Told:
    article = one.voice.article
    return Told(
        article=article.id,
        entry=one.voice.entity.id,
        value=one.passage.text,
        according_to=None,
        publisher=article.publisher,
        published=article.published,
        text=one.passage.text,
    )
