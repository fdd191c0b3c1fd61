"""The phrases by which an article describes someone instead of naming: "a senior official", "the
newspaper".

In: a ``Setting`` and which tokens the names and roles cover. Out: ``Described`` values in the order
of the text: people, bodies, outlets and documents, each with its kind, number, article and the
words that narrow it. Whom they are of is told in ``told.py``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.lexicon.countries import ADJECTIVES, COUNTRIES
from onrecord.model import EntityKind
from onrecord.reader.nouns import (
    COLLECTIVE,
    NOUNS,
    PLURALS,
    RANK_WORDS,
    SAME_PLACE,
    SEX,
)
from onrecord.reader.referents import Referent
from onrecord.reader.roles import office, person_ending, singular, with_vice
from onrecord.reader.setting import Setting, folded
from onrecord.reader.titles import HONORIFICS, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE: Final = frozenset(
    "det amod compound nummod nmod:poss nmod:desc nmod nmod:unmarked flat acl det:predet".split()
)
_NOT_AFTER: Final = frozenset(
    """
    conj cc punct parataxis discourse dislocated cop nsubj aux mark advcl ccomp obl:unmarked
    """.split()
)
DEFINITE: Final = frozenset("the this that these those such".split())
INDEFINITE: Final = frozenset(
    "a an another one some several many few two three four five any no every each".split()
)
UNCALLED: Final = (
    DEFINITE
    | INDEFINITE
    | frozenset("its his her their our my own both all most even just only least".split())
)
_MARKS: Final = frozenset('" “ ”'.split())
NATION: Final = {folded(k): folded(v) for k, v in (ADJECTIVES | COUNTRIES).items()}


@dataclass(frozen=True, slots=True)
class Described:
    """A description as it stands: its phrase [low, high), head, noun, and the folded words that
    narrow it."""

    low: int
    high: int
    head: int
    noun: str
    kind: EntityKind
    sex: str
    plural: bool
    article: str  # "definite", "indefinite", "owned" or "" (bare)
    modifiers: frozenset[str]
    owner: Referent | None
    core: tuple[int, int]
    complement: bool
    of: frozenset[str] = frozenset()  # "state" of "the secretary of state"
    refers: bool = True  # not "the nominee" in "I am going to be the nominee"

    @property
    def places(self) -> frozenset[str]:
        """The modifiers that say whose or where, in one spelling; ranks left out."""
        return frozenset(SAME_PLACE.get(m, NATION.get(m, m)) for m in self.modifiers - RANK_WORDS)


class Covered:
    """Which referent owns which token: the names and roles found so far."""

    def __init__(self, referents: Iterable[Referent]) -> None:
        self.name: dict[int, Referent] = {}
        self.role: dict[int, Referent] = {}
        for referent in referents:
            for spot in referent.spots:
                for i in range(spot.start, spot.end):
                    self.name[i] = referent
                for i in spot.anchors:
                    self.role.setdefault(i, referent)


def described(setting: Setting, covered: Covered, sources: frozenset[int]) -> list[Described]:
    """All descriptions of people, bodies, outlets and documents, in the order of the text."""
    found = []
    for token in setting.doc:
        if (
            token.i in covered.name
            or token.i in covered.role
            or token.pos_ not in ("NOUN", "PROPN", "ADJ")
        ):
            continue
        one = _described(setting, token, covered, token.i in sources)
        if one is not None:
            found.append(one)
    return found


def _described(setting: Setting, token: Token, covered: Covered, source: bool) -> Described | None:
    noun = singular(setting.folded[token.i])
    kind = _kind(noun, token, source)
    if (
        kind is None
        or _is_modifier(token)
        or _leads_to_name(setting, token.i, covered)
        or (token.pos_ == "ADJ" and not source)
    ):
        return None
    low, high = phrase(token)
    article, owner = _article(setting, token, low, covered)
    plural = _is_plural(setting.folded[token.i], noun, token)
    before = [
        t
        for t in setting.doc[low : token.i]
        if _narrows(t) and (owner is None or covered.name.get(t.i) is not owner)
    ]
    words = {setting.folded[t.i] for t in before}
    return Described(
        low,
        high,
        token.i,
        with_vice(noun, words),
        _grouped(kind, plural),
        SEX.get(noun, person_ending(noun) or ""),
        plural,
        article,
        frozenset(words),
        owner,
        (_core_start(setting, token, low), token.i + 1),
        _has_complement(token),
        _of(setting, token),
        _refers(setting, token, article, plural),
    )


def _refers(setting: Setting, token: Token, article: str, plural: bool) -> bool:
    """Whether a pronoun may take it up: no predicate, no bare "president", no "nobody"."""
    if any(
        c.dep_ == "cop" or c.lower_ in ("as", "no", "any", "every", "like", "what", "which")
        for c in token.children
    ):
        return False
    return bool(article) or plural or token.dep_.startswith("nsubj")


def _grouped(kind: EntityKind, plural: bool) -> EntityKind:
    """One protester is a person who is not named; protesters are a group."""
    return "unnamed" if kind == "group" and not plural else kind


def _kind(noun: str, token: Token, source: bool) -> EntityKind | None:
    if noun in NOUNS:
        return NOUNS[noun]
    if office(noun) or person_ending(noun) is not None:
        return "unnamed"
    if source and any(c.dep_ == "acl:relcl" and _has_who(c) for c in token.children):
        return "unnamed"
    return None


def _has_who(clause: Token) -> bool:
    return any(c.lower_ == "who" for c in clause.children)


def _is_modifier(token: Token) -> bool:
    """Inside another noun phrase: "police officer", "campaign manager"; or before a name, as
    its role."""
    if token.dep_ in ("compound", "flat", "nmod:desc", "amod", "fixed"):
        return True
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return (
        following is not None
        and following.pos_ in ("NOUN", "PROPN")
        and token.head.i == following.i
    )


def _leads_to_name(setting: Setting, i: int, covered: Covered) -> bool:
    """ "Prime Minister" straight before a name the roles did not take it for: no one else."""
    at = i + 1
    while at < len(setting.doc) and (setting.folded[at] in TITLES or setting.doc[at].text == "."):
        at += 1
    capital = setting.doc[i].text[:1].isupper() or setting.folded[i] in TITLES
    return (
        capital and at in covered.name and covered.name[at].human and setting.doc[i].pos_ == "PROPN"
    )


def phrase(token: Token) -> tuple[int, int]:
    """The whole phrase of a head, without what is coordinated with it."""
    low, high = token.i, token.i + 1
    for child in token.children:
        if child.i < token.i and child.dep_ in _BEFORE:
            low = min(low, child.left_edge.i)
        elif child.i > token.i and child.dep_ not in _NOT_AFTER:
            high = max(high, child.right_edge.i + 1)
    while low < token.i and (
        token.doc[low].is_punct or token.doc[low].pos_ == "CCONJ" or token.doc[low].is_space
    ):
        low += 1
    return low, high


def _core_start(setting: Setting, token: Token, low: int) -> int:
    """The description without what goes before it: "even his own", "some of the"."""
    start = low
    while (
        start < token.i
        and not _tied(setting, start, token.i)
        and (
            setting.folded[start] in UNCALLED
            or setting.folded[start] in HONORIFICS
            or setting.doc[start].pos_ in ("ADV", "ADP", "PUNCT")
        )
    ):
        start += 1
    return start


def _tied(setting: Setting, i: int, head: int) -> bool:
    """ "two" in "the two-term president"; a quotation mark that is closed before the noun."""
    if setting.doc[i].text in _MARKS:
        return any(setting.doc[k].text in _MARKS for k in range(i + 1, head))
    return setting.folded[i + 1] == "-" and i + 1 < head and setting.doc[i].pos_ != "PUNCT"


def _narrows(token: Token) -> bool:
    return token.pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "VERB") and not token.is_punct


def _article(
    setting: Setting, token: Token, low: int, covered: Covered
) -> tuple[str, Referent | None]:
    for child in token.children:
        if child.dep_ == "nmod:poss" and child.i < token.i:
            return "owned", covered.name.get(child.i)
    first = setting.folded[low]
    for i in range(low, token.i):
        key = setting.folded[i]
        if key in ("'s", "'", "its", "his", "her", "their", "our", "my"):
            return "owned", covered.name.get(i - 1)
    owner = _compound_owner(token, covered)
    if any(setting.folded[i] in DEFINITE for i in range(low, token.i)):
        return "definite", owner
    return ("indefinite" if first in INDEFINITE else ""), owner


def _compound_owner(token: Token, covered: Covered) -> Referent | None:
    """ "the Clinton campaign" is Clinton's."""
    names = (covered.name.get(c.i) for c in token.lefts if c.dep_ in ("compound", "nmod:unmarked"))
    return next((r for r in names if r is not None and r.kind == "person"), None)


def _is_plural(word: str, noun: str, token: Token) -> bool:
    return word != noun or word in COLLECTIVE or (word in PLURALS and word.endswith("en"))


def _has_complement(token: Token) -> bool:
    """ "a spokesman for the ministry", "doctors in Gaza": narrowed by what follows."""
    return any(
        c.dep_ in ("nmod", "acl", "acl:relcl", "obl") and c.i > token.i for c in token.children
    )


def _of(setting: Setting, token: Token) -> frozenset[str]:
    """The words of its office, if nothing else follows: "secretary of state"."""
    after = [c for c in token.children if c.i > token.i and c.dep_ in ("nmod", "acl", "obl")]
    clauses = any(c.dep_ == "acl:relcl" for c in token.children)
    if len(after) != 1 or clauses or after[0].i > token.i + 3:
        return frozenset()
    words = {setting.folded[t.i] for t in after[0].subtree if t.pos_ in ("NOUN", "PROPN", "ADJ")}
    case = {c.lower_ for c in after[0].children if c.dep_ == "case"}
    return frozenset(words) if case <= {"of", "for"} else frozenset()
