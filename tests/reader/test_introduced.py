"""A quotation that nobody has is whose the sentence before its colon names."""

from __future__ import annotations

from onrecord.reader.grammar import grammar_of
from onrecord.reader.introduced import with_introduced
from onrecord.reader.labels import Attributed
from onrecord.reader.passages import text_of
from onrecord.reader.quotes import quotations
from tests.reader.parsed import parsed

SPOKE = """
1 Councillor NOUN 3 nsubj
2 Dorn PROPN 1 flat
3 {verb} VERB 0 root
4 to ADP 6 case
5 the DET 6 det
6 press_ NOUN 3 obl
7 {mark} PUNCT 3 punct
8 “_ PUNCT 11 punct
9 Please INTJ 11 discourse
10 now ADV 11 advmod
11 go_ VERB 3 parataxis
12 , PUNCT 11 punct
13 mayor_ NOUN 11 vocative
14 ” PUNCT 11 punct
"""


def introduced(verb: str, mark: str, *known: Attributed) -> list[tuple[str, str, str]]:
    doc = parsed(SPOKE.format(verb=verb, mark=mark))
    text = text_of(doc.text, quotations(doc.text))
    found = with_introduced(grammar_of(doc), text, [t.idx for t in doc], known)

    def words(span: tuple[int, int] | None) -> str:
        return doc[slice(*span)].text if span else ""

    return [(words(a.source), words(a.cue), words(a.content[0])) for a in found]


def test_a_quotation_after_a_colon_is_whose_the_sentence_says_spoke() -> None:
    assert introduced("spoke", ":") == [("Councillor Dorn", "spoke", "Please now go, mayor")]


def test_a_quotation_after_no_colon_and_after_no_verb_of_speech_is_nobodys() -> None:
    assert introduced("spoke", ";") == introduced("drove", ":") == []


def test_a_quotation_somebody_has_stays_theirs() -> None:
    assert len(introduced("spoke", ":", Attributed((0, 1), None, ((8, 13),), 1.0))) == 1
