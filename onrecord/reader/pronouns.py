"""Pronouns: which there are, and whom each may stand for, as one table.

In: a ``Setting``. Out: ``Pronoun`` values in the order of the text, with number, sex and what kinds
of entity they agree with. Whom they do stand for is weighed in ``antecedents.py``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from onrecord.reader.nouns import BODIES_AND_PLACES
from onrecord.reader.referents import Referent
from onrecord.reader.setting import Setting

Sort = Literal["he", "they", "it", "i", "we", "relative"]

# word -> (sort, sex, possessive, reflexive)
PRONOUNS: Final[dict[str, tuple[Sort, str, bool, bool]]] = {
    "he": ("he", "m", False, False),
    "him": ("he", "m", False, False),
    "his": ("he", "m", True, False),
    "himself": ("he", "m", False, True),
    "she": ("he", "f", False, False),
    "her": ("he", "f", False, False),
    "hers": ("he", "f", True, False),
    "herself": ("he", "f", False, True),
    "they": ("they", "", False, False),
    "them": ("they", "", False, False),
    "their": ("they", "", True, False),
    "theirs": ("they", "", True, False),
    "themselves": ("they", "", False, True),
    "it": ("it", "", False, False),
    "its": ("it", "", True, False),
    "itself": ("it", "", False, True),
    "i": ("i", "", False, False),
    "me": ("i", "", False, False),
    "my": ("i", "", True, False),
    "myself": ("i", "", False, True),
    "mine": ("i", "", True, False),
    "we": ("we", "", False, False),
    "us": ("we", "", False, False),
    "our": ("we", "", True, False),
    "ours": ("we", "", True, False),
    "ourselves": ("we", "", False, True),
    "who": ("relative", "", False, False),
    "which": ("relative", "", False, False),
    "that": ("relative", "", False, False),
    "whom": ("relative", "", False, False),
}
NO_SURNAME_AFTER: Final = frozenset(
    "the a an in at near from around outside across downtown throughout into".split()
)


@dataclass(frozen=True, slots=True)
class Pronoun:
    at: int
    sort: Sort
    sex: str
    possessive: bool
    reflexive: bool
    subject: bool


def pronouns(setting: Setting) -> list[Pronoun]:
    found = []
    for token in setting.doc:
        row = PRONOUNS.get(setting.folded[token.i])
        if row is None or (token.text == "US" or token.text == "IT") or token.pos_ == "PROPN":
            continue
        sort, sex, possessive, reflexive = row
        if sort == "relative" and token.pos_ != "PRON":
            continue
        if setting.folded[token.i] in ("her", "his"):
            possessive = token.dep_ == "nmod:poss" or possessive
        found.append(
            Pronoun(token.i, sort, sex, possessive, reflexive, token.dep_.startswith("nsubj"))
        )
    return found


def agrees(pronoun: Pronoun, referent: Referent) -> bool:
    """Whether number, sex and kind allow it. "it" is never a person, "he" never a place unless the
    network may have taken a surname for one ("Haysbert", "Terrell")."""
    if pronoun.sort == "he":
        fits = not referent.plural and referent.sex in ("", pronoun.sex)
        return fits and (referent.human or _perhaps_a_surname(referent))
    if pronoun.sort == "they":
        return referent.plural or referent.kind in ("organization", "group", "outlet", "country")
    if pronoun.sort == "it":
        return not referent.plural and not referent.human and referent.kind != "group"
    return False


def _perhaps_a_surname(referent: Referent) -> bool:
    """Counted a body or a place, but the network calls it a person as often as not, no table knows
    it and no article or "in" stands before it."""
    if referent.kind not in (None, "organization", "place") or not referent.named:
        return False
    if 2 * sum(n.label == "PERSON" for n in referent.names) < len(referent.names):
        return False
    return all(
        not n.known
        and len(n.words) < 3
        and n.before not in NO_SURNAME_AFTER
        and n.keys[-1] not in BODIES_AND_PLACES
        for n in referent.names
    )
