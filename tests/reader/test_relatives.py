"""What a source stands for without the clauses that narrow it."""

from __future__ import annotations

from onrecord.reader.grammar import grammar_of
from onrecord.reader.relatives import unclaused
from tests.reader.parsed import parsed

INTERVIEWED = """
1 Some DET 7 nsubj
2 of ADP 4 case
3 the DET 4 det
4 farmers NOUN 1 nmod
5 Haske PROPN 6 nsubj
6 interviewed VERB 4 acl:relcl
7 said VERB 0 root
"""


def test_those_somebody_interviewed_are_a_source_and_the_interviewer_is_not() -> None:
    grammar = grammar_of(parsed(INTERVIEWED))
    assert unclaused(grammar, (0, 6)) == (0, 4)
    assert unclaused(grammar, (0, 4)) is None
