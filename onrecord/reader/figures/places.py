"""Where what is counted was or happened, as far as its own clause says: "killed 12 in Dorn"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.model import Article, Place, passage
from onrecord.reader.cues import table
from onrecord.reader.grammar import Grammar

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from onrecord.reader.entities import Cast

AT: Final = table("in at near across inside outside around throughout within on off along outside")


def place(
    article: Article, doc: Doc, grammar: Grammar, cast: Cast, governors: tuple[int | None, ...]
) -> Place | None:
    """The place that hangs on the counted thing or on its verb; the thing's own comes first."""
    for governor in governors:
        if governor is None:
            continue
        for phrase in grammar.all(governor, "nmod", "obl"):
            if grammar.case(phrase) in AT and (found := _named(article.text, doc, cast, phrase)):
                return found
    return None


def _named(text: str, doc: Doc, cast: Cast, phrase: int) -> Place | None:
    token = doc[phrase]
    if token.ent_type_ != "LOC":
        return None
    first = last = phrase
    while first and doc[first - 1].ent_type_ == "LOC" and doc[first].ent_iob_ == "I":
        first -= 1
    while (
        last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I" and doc[last + 1].ent_type_ == "LOC"
    ):
        last += 1
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    words = passage(text, start, end)
    entity = cast.at(start, end)
    return Place(entity.name if entity else words.text, words)
