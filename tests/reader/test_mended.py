"""What the grammar puts right of what the network found."""

from __future__ import annotations

from onrecord.reader.labels import Attributed, Labelled, TokenSpan
from onrecord.reader.nested import with_inner
from onrecord.reader.quotes import quotations
from tests.reader.parsed import parsed

CALLED = """
1 Envoys NOUN 2 nsubj
2 called VERB 0 root
3 on ADP 4 case
4 Kestria PROPN 2 obl
5 to PART 6 mark
6 stop VERB 2 advcl
"""

DECIDED = """
1 She PRON 2 nsubj
2 waited_ VERB 0 root
3 . PUNCT 2 punct

1 Senator NOUN 3 nsubj
2 Dorn PROPN 1 flat
3 paused VERB 0 root
4 and CCONJ 5 cc
5 decided VERB 3 conj
6 to PART 7 mark
7 stay_ VERB 5 xcomp
8 . PUNCT 3 punct
"""

ASKED = """
1 Dorn PROPN 2 nsubj
2 asked VERB 0 root
3 for ADP 4 case
4 help_ NOUN 2 obl
5 . PUNCT 2 punct

1 Haske PROPN 2 nsubj
2 found VERB 0 root
3 that SCONJ 6 mark
4 was AUX 6 cop
5 “_ PUNCT 6 punct
6 good_ ADJ 2 ccomp
7 and CCONJ 8 cc
8 wise_ ADJ 6 conj
9 . PUNCT 2 punct
10 ” PUNCT 2 punct
"""

CITING = """
1 Officials NOUN 5 nsubj
2 , PUNCT 3 punct
3 citing VERB 5 advcl
4 {} NOUN 3 obj
5 said VERB 0 root
6 rain NOUN 7 nsubj
7 fell VERB 5 ccomp
"""

REPORT = """
1 Overnight ADV 10 advmod
2 according ADP 4 case
3 to ADP 2 fixed
4 reports NOUN 10 obl
5 citing VERB 4 acl
6 doctors NOUN 5 obj
7 , PUNCT 10 punct
8 nine NUM 9 nummod
9 people NOUN 10 nsubj
10 died VERB 0 root
"""


def read(table: str, source: TokenSpan, cue: TokenSpan, *content: TokenSpan) -> list[str]:
    doc = parsed(table)
    known = Attributed(source, cue, content, 0.9)
    found = with_inner(Labelled(doc, (known,), quotations(doc.text)), overlooked=False)
    one = found.attributions[0]
    spans = [s for s in (one.source, one.cue, *one.content) if s]
    return [doc[a:b].text for a, b in spans]


def test_whom_one_calls_on_is_not_what_one_calls_something() -> None:
    assert read(CALLED, (0, 1), (1, 2), (4, 6)) == ["Envoys", "called on", "to stop"]


def test_source_of_another_sentence_gives_way_to_a_subject_two_verbs_share() -> None:
    assert read(DECIDED, (0, 1), (7, 8), (8, 10)) == ["Senator Dorn", "decided", "to stay"]


def test_a_that_clause_of_another_sentence_is_no_part_of_a_content() -> None:
    assert read(ASKED, (0, 1), (1, 3), (3, 4), (7, 14)) == ["Dorn", "asked for", "help"]


def test_rules_that_are_cited_are_grounds_and_no_source() -> None:
    said = Attributed((0, 1), (4, 5), ((5, 7),), 0.9)
    cited = Attributed((0, 1), (2, 3), ((3, 4),), 0.9)
    for noun, sources in (("rules", [(0, 1)]), ("documents", [(0, 1), (3, 4)])):
        doc = parsed(CITING.format(noun))
        found = with_inner(Labelled(doc, (said, cited), ()), overlooked=False).attributions
        assert [a.source for a in found] == sources


def test_whoever_is_cited_has_all_the_content_but_their_own_name() -> None:
    known = Attributed((3, 4), (1, 3), ((0, 1), (5, 10)), 0.9)
    found = with_inner(Labelled(parsed(REPORT), (known,), ()), overlooked=False).attributions
    assert found[1].source == (5, 6)
    assert found[1].content == ((0, 1), (6, 10))
