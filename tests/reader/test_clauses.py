"""What part a mention plays in its clause."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from onrecord.reader.clauses import is_subject, part, subjects_above, verb

VOCAB = spacy.blank("en").vocab


def _doc(rows: str) -> Doc:
    """``word/POS/dep/head`` a token."""
    words, pos, deps, heads = zip(*(row.split("/") for row in rows.split()), strict=True)
    return Doc(VOCAB, words, pos=pos, deps=deps, heads=[int(h) for h in heads])


def test_what_stands_before_a_verb_without_a_subject_is_its_subject() -> None:
    doc = _doc(
        "Council/PROPN/compound/1 nominee/NOUN/compound/4 Ilse/PROPN/compound/1 has/AUX/aux/4"
        " blamed/VERB/ROOT/4 Ost/PROPN/obj/4"
    )
    assert is_subject(doc[1])
    assert part(doc[1]) == "subject"
    assert verb(doc[1]) == 4
    assert not is_subject(doc[0])
    assert part(doc[5]) == "object"
    assert [i for i, _ in subjects_above([doc[5], doc[4]])] == [1]


def test_a_verb_has_one_subject() -> None:
    doc = _doc("Council/NOUN/compound/2 Ilse/PROPN/nsubj/2 spoke/VERB/ROOT/2")
    assert not is_subject(doc[0])
    assert is_subject(doc[1])


def test_what_stands_after_the_verb_is_no_subject() -> None:
    doc = _doc("spoke/VERB/ROOT/0 Ilse/PROPN/appos/0")
    assert not is_subject(doc[1])
