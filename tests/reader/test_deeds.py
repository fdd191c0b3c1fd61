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
