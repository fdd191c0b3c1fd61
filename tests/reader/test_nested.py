"""Which statements the grammar finds inside others, and what it puts right."""

from __future__ import annotations

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from onrecord.reader.labels import Attributed, Labelled, TokenSpan
from onrecord.reader.nested import with_inner
from onrecord.reader.quotes import quotations
from onrecord.reader.via import outer
from tests.reader.parsed import parsed

CITING = """
1 Ostra_ PROPN 6 nsubj
2 , PUNCT 3 punct
3 citing VERB 6 advcl
4 two NUM 5 nummod
5 ministers_ NOUN 3 obj
6 reported VERB 0 root
7 that SCONJ 9 mark
8 Haske PROPN 9 nsubj
9 believes VERB 6 ccomp
10 the DET 11 det
11 dam NOUN 13 nsubj
12 is AUX 13 cop
13 unsafe_ ADJ 9 ccomp
14 . PUNCT 6 punct
"""

TRAILING = """
1 Haske PROPN 2 nsubj
2 said VERB 10 ccomp
3 the DET 4 det
4 gates NOUN 6 nsubj
5 would AUX 6 aux
6 open_ VERB 2 ccomp
7 , PUNCT 10 punct
8 the DET 9 det
9 official NOUN 10 nsubj
10 said_ VERB 0 root
11 . PUNCT 10 punct
"""

COORDINATED = """
1 Leaders NOUN 2 nsubj
2 warned VERB 0 root
3 against ADP 5 case
4 a DET 5 det
5 strike NOUN 2 obl
6 and CCONJ 7 cc
7 pressed VERB 2 conj
8 for ADP 9 case
9 talks_ NOUN 7 obl
10 . PUNCT 2 punct
"""

ACCORDING = """
1 The DET 2 det
2 flood NOUN 3 nsubj
3 killed VERB 0 root
4 nine_ NUM 3 obj
5 , PUNCT 8 punct
6 according VERB 8 case
7 to ADP 6 fixed
8 doctors_ NOUN 3 obl
9 , PUNCT 11 punct
10 and CCONJ 11 cc
11 hurt VERB 3 conj
12 many_ ADJ 11 obj
13 . PUNCT 3 punct
"""

BUT = """
1 The DET 2 det
2 envoy NOUN 4 nsubj
3 was AUX 4 cop
4 receptive_ ADJ 8 ccomp
5 , PUNCT 8 punct
6 the DET 7 det
7 official NOUN 8 nsubj
8 said_ VERB 0 root
9 , PUNCT 13 punct
10 but CCONJ 13 cc
11 it PRON 13 expl
12 is AUX 13 cop
13 unclear_ ADJ 8 conj
14 . PUNCT 8 punct
"""

FIRST_PERSON = """
1 Haske PROPN 2 nsubj
2 said VERB 0 root
3 I PRON 4 nsubj
4 think VERB 2 ccomp
5 the DET 6 det
6 dam NOUN 7 nsubj
7 holds_ VERB 4 ccomp
8 . PUNCT 2 punct
"""

ELSEWHERE = """
1 Dorn PROPN 2 nsubj
2 spoke_ VERB 0 root
3 . PUNCT 2 punct

1 Forecasters NOUN 2 nsubj
2 predict VERB 0 root
3 more ADJ 4 amod
4 rain_ NOUN 2 obj
5 . PUNCT 2 punct
"""

OTHERS = """
1 The DET 2 det
2 service NOUN 3 nsubj
3 issued VERB 0 root
4 warnings NOUN 3 obj
5 and CCONJ 8 cc
6 other ADJ 7 amod
7 forecasters NOUN 8 nsubj
8 predicted VERB 3 conj
9 rain_ NOUN 8 obj
10 . PUNCT 3 punct
"""

ADDING = """
1 “_ PUNCT 4 punct
2 Only PROPN 3 advmod
3 Haske NOUN 4 nsubj
4 knows VERB 9 ccomp
5 the DET 6 det
6 dam_ NOUN 4 obj
7 ,” PUNCT 9 punct
8 Lorn PROPN 9 nsubj
9 said_ VERB 0 root
10 , PUNCT 9 punct
11 adding VERB 4 conj
12 that SCONJ 14 mark
13 it PRON 14 nsubj
14 leaks_ VERB 11 ccomp
15 . PUNCT 9 punct
"""

JOINED = """
1 Haske PROPN 2 nsubj
2 said VERB 0 root
3 many ADJ 4 nsubj
4 doubted VERB 2 ccomp
5 her PRON 4 obj
6 but CCONJ 9 cc
7 that SCONJ 9 mark
8 she PRON 9 nsubj
9 stayed_ VERB 4 ccomp
10 . PUNCT 2 punct
"""

BEHEST = """
1 Haske PROPN 2 nsubj
2 said VERB 0 root
3 that SCONJ 5 mark
4 Meravia PROPN 5 nsubj
5 urged VERB 2 ccomp
6 him PRON 5 obj
7 to PART 8 mark
8 resign_ VERB 5 xcomp
9 . PUNCT 2 punct
"""

SET_OFF = """
1 Haske PROPN 2 nsubj
2 met VERB 0 root
3 Dorn PROPN 2 obj
4 , PUNCT 6 punct
5 who PRON 6 nsubj
6 left VERB 3 acl:relcl
7 , PUNCT 8 punct
8 saying VERB 6 advcl
9 rain NOUN 10 nsubj
10 fell VERB 8 ccomp
"""

LEANED = """
1 Haske PROPN 4 nsubj
2 {} AUX 4 aux
3 have AUX 4 aux
4 helped VERB 0 root
5 by SCONJ 6 mark
6 insisting VERB 4 advcl
7 that SCONJ 9 mark
8 rain NOUN 9 nsubj
9 fell VERB 6 ccomp
"""

PUSHED = """
1 Haske PROPN 2 nsubj
2 said VERB 0 root
3 rain NOUN 4 nsubj
4 fell VERB 2 ccomp
5 and CCONJ 8 cc
6 floods NOUN 8 nsubj
7 had AUX 8 aux
8 persuaded VERB 2 conj
9 Dorn PROPN 8 obj
10 to PART 11 mark
11 leave VERB 8 xcomp
"""


def read(table: str, *known: Attributed, overlooked: bool = False) -> list[tuple[str, str, str]]:
    doc = parsed(table)

    def words(span: TokenSpan | None) -> str:
        return doc[span[0] : span[1]].text if span else ""

    found = with_inner(Labelled(doc, known, quotations(doc.text)), overlooked).attributions
    return [
        (
            words(a.source),
            words(a.cue) + ("" if a.inside is None else f" in {words(found[a.inside].source)}"),
            " | ".join(words(span) for span in a.content),
        )
        for a in found
    ]


def known(source: TokenSpan | None, cue: TokenSpan, *content: TokenSpan) -> Attributed:
    return Attributed(source, cue, content, 0.9)


def test_cited_sources_and_what_is_believed_become_layers() -> None:
    assert read(CITING, known((0, 1), (5, 6), (6, 13))) == [
        ("Ostra", "reported", "that Haske believes the dam is unsafe"),
        ("two ministers", "citing in Ostra", "that Haske believes the dam is unsafe"),
        ("Haske", "believes in two ministers", "the dam is unsafe"),
    ]


def test_network_that_took_the_cited_for_content_is_put_right() -> None:
    found = read(CITING, known((0, 1), (2, 3), (3, 5)), known((0, 1), (5, 6), (6, 13)))
    assert ("two ministers", "citing in Ostra", "that Haske believes the dam is unsafe") in found
    assert not any(content == "two ministers" for _, _, content in found)


def test_official_who_reports_what_another_said_has_the_saying_as_content() -> None:
    assert read(TRAILING, known((7, 9), (9, 10), (2, 6))) == [
        ("the official", "said", "Haske said the gates would open"),
        ("Haske", "said in the official", "the gates would open"),
    ]


def test_coordinated_cues_share_their_source() -> None:
    assert read(COORDINATED, known((0, 1), (1, 3), (3, 9))) == [
        ("Leaders", "warned against", "a strike"),
        ("Leaders", "pressed for", "talks"),
    ]


def test_according_to_is_found_where_the_network_is_silent() -> None:
    assert read(ACCORDING) == []
    assert read(ACCORDING, overlooked=True) == [
        ("doctors", "according to", "The flood killed nine")
    ]


def test_clause_after_the_cue_that_begins_with_but_is_the_articles_own() -> None:
    found = read(BUT, known((5, 7), (7, 8), (0, 4), (10, 13)))
    assert found == [("the official", "said", "The envoy was receptive")]


def test_missing_source_is_the_subject_of_its_verb() -> None:
    assert read(BEHEST, known(None, (1, 2), (2, 8)))[0][0] == "Haske"


def test_source_in_another_sentence_gives_way_to_the_subject_of_the_verb() -> None:
    assert read(ELSEWHERE, known((0, 1), (4, 5), (5, 7))) == [
        ("Forecasters", "predict", "more rain")
    ]


def test_source_gives_way_to_the_noun_straight_before_the_verb() -> None:
    assert read(OTHERS, known((0, 2), (7, 8), (8, 9))) == [
        ("other forecasters", "predicted", "rain")
    ]


def test_what_but_joins_to_a_clause_is_not_what_its_verb_says() -> None:
    found = read(JOINED, known((0, 1), (1, 2), (2, 9)))
    assert found == [("Haske", "said", "many doubted her but that she stayed")]


def test_nobody_speaks_from_inside_a_quotation_to_the_outside_of_it() -> None:
    found = read(ADDING, known((7, 8), (8, 9), (1, 6), (11, 14)), overlooked=True)
    assert [source for source, _, _ in found] == ["Lorn"]


def test_source_that_nothing_names_leaves_no_statement_unless_quoted() -> None:
    doc = (
        "1 Rain NOUN 3 nsubj:pass\n2 is AUX 3 aux:pass\n3 expected_ VERB 0 root\n4 . PUNCT 3 punct"
    )
    assert read(doc, known(None, (1, 3), (0, 1))) == []


def test_speaker_who_says_i_think_is_not_nested_in_himself() -> None:
    assert len(read(FIRST_PERSON, known((0, 1), (1, 2), (2, 7)))) == 1


def test_infinitive_after_an_addressee_is_an_inner_content() -> None:
    assert read(BEHEST, known((0, 1), (1, 2), (2, 8)))[1] == (
        "Meravia",
        "urged in Haske",
        "to resign",
    )


def test_participle_after_a_comma_that_may_be_of_two_is_of_neither() -> None:
    assert read(SET_OFF, overlooked=True) == []
    assert read(SET_OFF, known(None, (7, 8), (8, 10))) == []


def test_what_one_might_have_insisted_on_was_not_said() -> None:
    outer = known((0, 1), (3, 4), (5, 9))
    assert len(read(LEANED.format("might"), outer)) == 1
    assert len(read(LEANED.format("did"), outer)) == 1 + (outer.cue is None)


def test_verb_with_a_subject_of_its_own_is_not_what_the_speaker_does() -> None:
    found = read(PUSHED, known((0, 1), (1, 2), (2, 11)))
    assert ("Haske", "persuaded", "to leave") not in [(s, c.split()[0], t) for s, c, t in found]
    assert found[0] == ("Haske", "said", "rain fell and floods had persuaded Dorn to leave")


def test_doc_without_a_parse_keeps_what_the_network_found() -> None:
    doc = spacy.blank("en")("She said it rained, according to doctors.")
    kept = (known((0, 1), (1, 2), (2, 4)),)
    assert with_inner(Labelled(doc, kept, ())).attributions == kept


WORDS = [
    "said",
    "Haske",
    "that",
    "told",
    "according",
    "to",
    "citing",
    "and",
    ",",
    "“",
    "”",
    "he",
    "claims",
]
TAGS = ["VERB", "PROPN", "NOUN", "PRON", "PUNCT", "SCONJ", "ADP", "CCONJ", "AUX", "SPACE"]
RELATIONS = ["nsubj", "ccomp", "conj", "obj", "obl", "parataxis", "mark", "case", "xcomp", "advcl"]


@st.composite
def parses(draw: st.DrawFn) -> Doc:
    size = draw(st.integers(1, 14))
    words = draw(st.lists(st.sampled_from(WORDS), min_size=size, max_size=size))
    pos = draw(st.lists(st.sampled_from(TAGS), min_size=size, max_size=size))
    heads = [draw(st.integers(0, max(0, i - 1))) for i in range(size)]
    deps = [
        "ROOT" if head == i else draw(st.sampled_from(RELATIONS)) for i, head in enumerate(heads)
    ]
    return Doc(spacy.blank("en").vocab, words=words, pos=pos, heads=heads, deps=deps)


@given(parses(), st.data())
def test_any_parse_gives_spans_of_the_doc_and_no_circles(doc: Doc, data: st.DataObject) -> None:
    size = len(doc)
    span = st.tuples(st.integers(0, size - 1), st.integers(1, 4)).map(
        lambda s: (s[0], min(size, s[0] + s[1]))
    )
    kept = data.draw(
        st.lists(st.builds(Attributed, span, span, st.tuples(span), st.just(0.9)), max_size=3)
    )
    found = with_inner(Labelled(doc, tuple(kept), quotations(doc.text))).attributions
    for number, attribution in enumerate(found):
        spans = [s for s in (attribution.source, attribution.cue, *attribution.content) if s]
        assert all(0 <= a < b <= size for a, b in spans)
        assert number not in outer(found, number)


def test_headline_verb_speaks_where_the_network_is_silent() -> None:
    doc = Doc(
        spacy.blank("en").vocab,
        words=["Haske", "vows", "to", "resign", "\n\n", "Rain", "fell", "."],
        spaces=[True, True, True, False, False, True, False, False],
        pos=["PROPN", "VERB", "PART", "VERB", "SPACE", "NOUN", "VERB", "PUNCT"],
        heads=[1, 1, 3, 1, 3, 6, 6, 6],
        deps=["nsubj", "ROOT", "mark", "xcomp", "dep", "nsubj", "ROOT", "punct"],
        sent_starts=[True, False, False, False, False, True, False, False],
    )
    (found,) = with_inner(Labelled(doc, (), ())).attributions
    assert (found.source, found.cue, found.content) == ((0, 1), (1, 2), ((2, 4),))
