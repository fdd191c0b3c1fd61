"""What is done is no statement, unless it is told in a clause or quoted."""

from __future__ import annotations

import pytest

from onrecord.reader.deeds import deed
from onrecord.reader.drafts import drafts
from onrecord.reader.grammar import grammar_of
from onrecord.reader.labels import Attributed, Labelled
from onrecord.reader.passages import text_of
from onrecord.reader.quotes import quotations
from tests.reader.parsed import parsed

ARRESTED = """
1 Police NOUN 2 nsubj
2 arrested VERB 0 root
3 the DET 4 det
4 mayor NOUN 2 obj
"""
CONCLUDED = """
1 Envoys NOUN 2 nsubj
2 concluded VERB 0 root
3 the DET 4 det
4 talks NOUN 2 obj
"""
CONCLUDED_THAT = """
1 Envoys NOUN 2 nsubj
2 concluded VERB 0 root
3 talks NOUN 4 nsubj
4 failed VERB 2 ccomp
"""
CONDEMNED = """
1 Envoys NOUN 2 nsubj
2 condemned VERB 0 root
3 the DET 4 det
4 raid NOUN 2 obj
"""


SENT = """
1 Envoys NOUN 2 nsubj
2 sent VERB 0 root
3 a DET 4 det
4 proposal NOUN 2 obj
"""
SENT_WORD = """
1 Envoys NOUN 2 nsubj
2 sent VERB 0 root
3 word NOUN 2 obj
4 talks NOUN 5 nsubj
5 failed VERB 3 acl
"""

APPROVED = """
1 Dorn PROPN 2 nsubj
2 approved VERB 0 root
3 the DET 4 det
4 raids NOUN 2 obj
"""
DECLARED = """
1 Dorn PROPN 2 nsubj
2 declared VERB 0 root
3 victory NOUN 2 obj
"""
DECLARED_TRUCE = """
1 Dorn PROPN 2 nsubj
2 declared VERB 0 root
3 a DET 4 det
4 truce NOUN 2 obj
"""
CRITIC = """
1 Dorn PROPN 5 nsubj
2 is AUX 5 cop
3 a DET 5 det
4 fierce ADJ 5 amod
5 critic NOUN 0 root
6 of ADP 7 case
7 Haske PROPN 5 nmod
"""
DECISION = """
1 Dorn PROPN 3 nmod:poss
2 's PART 1 case
3 decision NOUN 0 root
4 to PART 5 mark
5 resign VERB 3 acl
"""
APPROVED_OF = """
1 Dorn PROPN 2 nsubj
2 approved VERB 0 root
3 of ADP 4 case
4 raids NOUN 2 obl
"""
ENRAGED = """
1 The DET 2 det
2 move NOUN 3 nsubj
3 enraged VERB 0 root
4 farmers NOUN 3 obj
"""
HELD = """
1 Dorn PROPN 2 nsubj
2 held VERB 0 root
3 office NOUN 2 obj
"""
HELD_THAT = """
1 Judges NOUN 2 nsubj
2 held VERB 0 root
3 talks NOUN 4 nsubj
4 failed VERB 2 ccomp
"""
CONVICTED = """
1 Jurors NOUN 2 nsubj
2 convicted VERB 0 root
3 Dorn PROPN 2 obj
4 , PUNCT 6 punct
5 a DET 6 det
6 farmer NOUN 3 appos
"""
CHOSE_TO = """
1 Dorn PROPN 2 nsubj
2 chose VERB 0 root
3 to PART 4 mark
4 shrug VERB 2 xcomp
5 off ADP 4 compound:prt
6 threats NOUN 4 obj
"""
DRAWN = """
1 Dorn PROPN 3 nsubj
2 has AUX 3 aux
3 drawn VERB 0 root
4 praise NOUN 3 obj
5 for ADP 6 case
6 raids NOUN 4 nmod
"""
BACKED = """
1 Farmers NOUN 2 nsubj
2 rallied VERB 0 root
3 in ADP 4 case
4 support NOUN 2 obl
5 of ADP 6 case
6 Dorn PROPN 4 nmod
7 to PART 8 mark
8 protest VERB 2 advcl
9 raids NOUN 8 obj
"""


@pytest.mark.parametrize(
    ("table", "known", "wanted"),
    [
        (APPROVED, Attributed((0, 1), (1, 2), ((2, 4),), 1.0), True),
        (APPROVED_OF, Attributed((0, 1), (1, 3), ((3, 4),), 1.0), False),
        (DECLARED, Attributed((0, 1), (1, 2), ((2, 3),), 1.0), True),
        (DECLARED_TRUCE, Attributed((0, 1), (1, 2), ((2, 4),), 1.0), False),
        (CRITIC, Attributed((0, 1), (1, 6), ((6, 7),), 1.0), True),
        (DECISION, Attributed((0, 2), (2, 3), ((3, 5),), 1.0), True),
        (ENRAGED, Attributed((3, 4), (2, 3), ((0, 2),), 1.0), True),
        (HELD, Attributed((0, 1), (1, 2), ((2, 3),), 1.0), True),
        (HELD_THAT, Attributed((0, 1), (1, 2), ((2, 4),), 1.0), False),
        (CONVICTED, Attributed((0, 1), (1, 2), ((2, 6),), 1.0), True),
        (DRAWN, Attributed((0, 1), (1, 5), ((5, 6),), 1.0), True),
        (BACKED, Attributed((5, 6), (2, 5), ((8, 9),), 1.0), True),
        (BACKED, Attributed((0, 1), (1, 5), ((5, 6),), 1.0), False),
        (CHOSE_TO, Attributed((0, 1), (1, 5), ((5, 6),), 1.0), False),
    ],
)
def test_standing_decisions_and_what_stirs_others_state_nothing(
    table: str, known: Attributed, wanted: bool
) -> None:
    doc = parsed(table)
    labelled = Labelled(doc, (known,), ())
    text = text_of(doc.text, quotations(doc.text))
    (draft,) = drafts(labelled, text)
    assert deed(labelled, grammar_of(doc), text, draft) is wanted


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        (SENT, True),
        (SENT_WORD, False),
        (ARRESTED, True),
        (CONCLUDED, True),
        (CONCLUDED_THAT, False),
        (CONDEMNED, False),
    ],
)
def test_verb_of_doing_with_a_plain_object_states_nothing(table: str, wanted: bool) -> None:
    doc = parsed(table)
    labelled = Labelled(doc, (Attributed((0, 1), (1, 2), ((2, 4),), 1.0),), ())
    text = text_of(doc.text, quotations(doc.text))
    (draft,) = drafts(labelled, text)
    assert deed(labelled, grammar_of(doc), text, draft) is wanted
