"""Which date in a sentence dates which happening, on parses made by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from onrecord.model import Article, When
from onrecord.reader.grammar import grammar_of
from onrecord.reader.times import Times
from tests.reader.parsed import parsed

PUBLISHED = When("2024-03-27", "given")  # a Wednesday


def _times(doc: Doc, published: When = PUBLISHED) -> Times:
    article = Article("art_1", "x.txt", doc.text, published=published)
    return Times.of(doc, grammar_of(doc), article)


def _when(doc: Doc, word: str, published: When = PUBLISHED, **asked: str) -> str | None:
    """The date of a word; of the passage, too, what must hold of every one."""
    times = _times(doc, published)
    when = times.at([t.text for t in doc].index(word), **asked)
    if when.passage:
        assert doc.text[when.passage.start : when.passage.end] == when.passage.text
    return when.edtf


KILLING = parsed("""
1 The      DET   2 det
2 army     NOUN  3 nsubj
3 attacked VERB  0 root
4 the      DET   5 det
5 town     NOUN  3 obj
6 on       ADP   7 case
7 Monday_  PROPN 3 obl
8 ,        PUNCT 9 punct
9 killing  VERB  3 advcl
10 twelve_ NUM   9 obj
11 .       PUNCT 3 punct
""")
REPORTED = parsed("""
1 Officials NOUN  2 nsubj
2 said      VERB  0 root
3 on        ADP   4 case
4 Monday    PROPN 2 obl
5 that      SCONJ 8 mark
6 the       DET   7 det
7 army      NOUN  8 nsubj
8 attacked_ VERB  2 ccomp
9 .         PUNCT 2 punct
""")
FRONTED = parsed("""
1 On       ADP   2 case
2 Monday_  PROPN 4 obl
3 ,        PUNCT 2 punct
4 attacked VERB  0 root
5 the      DET   6 det
6 army     NOUN  4 nsubj
7 and      CCONJ 9 cc
8 rebels   NOUN  9 nsubj
9 fled_    VERB  4 conj
10 .       PUNCT 4 punct
""")
RESPONSE = parsed("""
1 Troops   NOUN  2 nsubj
2 invaded  VERB  0 root
3 in       ADP   4 case
4 response NOUN  2 obl
5 to       ADP   7 case
6 the      DET   7 det
7 attack   NOUN  4 nmod
8 of       ADP   9 case
9 October  PROPN 7 nmod
10 7_      NUM   9 nummod
11 .       PUNCT 2 punct
""")
CONDEMNED = parsed("""
1 Ministers NOUN  2 nsubj
2 condemned VERB  0 root
3 the       DET   4 det
4 attack    NOUN  2 obj
5 on        ADP   6 case
6 Monday_   PROPN 2 obl
7 .         PUNCT 2 punct
""")
RELATIVE = parsed("""
1 Police   NOUN  2 nsubj
2 arrested VERB  0 root
3 a        DET   4 det
4 man      NOUN  2 obj
5 who      PRON  6 nsubj
6 fled     VERB  4 acl:relcl
7 in       ADP   8 case
8 2019_    NUM   6 obl
9 .        PUNCT 2 punct
""")
AGREED = parsed("""
1 Rebels  NOUN  2 nsubj
2 agreed  VERB  0 root
3 on      ADP   4 case
4 Monday  PROPN 2 obl
5 to      PART  6 mark
6 free    VERB  2 xcomp
7 twelve_ NUM   6 obj
8 .       PUNCT 2 punct
""")
SINCE = parsed("""
1 Shells  NOUN  3 nsubj
2 have    AUX   3 aux
3 killed  VERB  0 root
4 forty   NUM   3 obj
5 since   ADP   6 case
6 March   PROPN 3 obl
7 3_      NUM   6 nummod
8 .       PUNCT 3 punct
""")
WORST = parsed("""
1 Shells   NOUN  2 nsubj
2 caused   VERB  0 root
3 the      DET   5 det
4 deadliest ADJ  5 amod
5 fire     NOUN  2 obj
6 since    ADP   7 case
7 March_   PROPN 5 nmod
8 .        PUNCT 2 punct
""")
SUCCESSIVE = parsed("""
1 He      PRON  2 nsubj
2 fled    VERB  0 root
3 on      ADP   4 case
4 Monday  PROPN 2 obl
5 and     CCONJ 8 cc
6 she     PRON  8 nsubj
7 will    AUX   8 aux
8 leave   VERB  2 conj
9 soon_   ADV   8 advmod
10 .      PUNCT 2 punct
""")
MEETING = parsed("""
1 They    PRON  3 nsubj
2 will    AUX   3 aux
3 meet    VERB  0 root
4 in      ADP   5 case
5 Ostrel  PROPN 3 obl
6 on      ADP   7 case
7 Friday_ PROPN 5 nmod
8 .       PUNCT 3 punct
""")
OWNED = parsed("""
1 Monday_  PROPN 3 nmod:poss
2 's       PART  1 case
3 vote     NOUN  4 nsubj
4 failed_  VERB  0 root
5 .        PUNCT 4 punct
""")


def test_a_date_dates_the_verb_it_hangs_on_and_what_it_brought_about() -> None:
    assert _when(KILLING, "attacked") == _when(KILLING, "killing") == "2024-03-25"


def test_the_day_it_was_said_is_not_the_day_it_happened() -> None:
    assert _when(REPORTED, "said") == "2024-03-25"
    assert _when(REPORTED, "attacked") is None


def test_a_fronted_date_dates_the_main_clause_and_what_is_joined_to_it() -> None:
    assert _when(FRONTED, "attacked") == _when(FRONTED, "fled") == "2024-03-25"


def test_a_date_after_a_clause_does_not_date_the_next_one() -> None:
    assert _when(SUCCESSIVE, "fled") == "2024-03-25"
    assert _when(SUCCESSIVE, "leave") is None


def test_the_attack_of_october_7_is_dated_and_the_answer_to_it_is_not() -> None:
    assert _when(RESPONSE, "attack") == "2023-10-07"
    assert _when(RESPONSE, "invaded") is None


def test_what_is_condemned_on_a_day_did_not_happen_that_day() -> None:
    assert _when(CONDEMNED, "condemned") == "2024-03-25"
    assert _when(CONDEMNED, "attack") is None


def test_a_date_in_a_relative_clause_stays_there() -> None:
    assert _when(RELATIVE, "fled") == "2019"
    assert _when(RELATIVE, "arrested") is None


def test_what_is_agreed_on_a_day_is_not_done_that_day() -> None:
    assert _when(AGREED, "agreed") == "2024-03-25"
    assert _when(AGREED, "free") is None


def test_since_a_day_is_open_at_its_end() -> None:
    assert _when(SINCE, "killed") == "2024-03-03/.."


def test_the_deadliest_fire_since_march_has_no_date() -> None:
    assert _when(WORST, "fire") is None
    assert _when(WORST, "caused") is None


def test_a_date_hung_on_a_place_by_mistake_dates_the_verb() -> None:
    assert _when(MEETING, "meet") == "2024-03-29"


def test_a_possessive_date_dates_its_noun_and_nothing_else() -> None:
    assert _when(OWNED, "vote") == "2024-03-25"
    assert _when(OWNED, "failed") is None


def test_inside_a_statement_days_count_from_when_it_was_said() -> None:
    assert _when(KILLING, "attacked", anchor="2024-03-10") == "2024-03-04"


def test_without_an_article_date_the_words_are_kept_and_no_day_is_made_up() -> None:
    when = _times(KILLING, When()).at(2)
    assert when.edtf is None
    assert when.passage is not None
    assert when.passage.text == "Monday"
    assert _when(RESPONSE, "attack", When()) == "XXXX-10-07"


def test_a_text_that_gives_no_date_gives_no_date_of_printing_either() -> None:
    doc = parsed("1 Troops NOUN 2 nsubj\n2 fled_ VERB 0 root\n3 . PUNCT 2 punct")
    assert _times(doc).at(1) == When()


def test_a_light_verb_lends_its_date_to_the_happening_it_carries() -> None:
    doc = parsed("""
1 Jets    NOUN  2 nsubj
2 dropped VERB  0 root
3 a       DET   4 det
4 load    NOUN  2 obj
5 on      ADP   6 case
6 Monday_ PROPN 2 obl
7 .       PUNCT 2 punct
""")
    assert _times(doc).at(3).edtf is None
    assert _times(doc).at(3, governor=1).edtf == "2024-03-25"


def test_of_two_dates_on_one_word_the_finer_dates_it() -> None:
    doc = parsed("""
1 He      PRON  3 nsubj
2 will    AUX   3 aux
3 leave   VERB  0 root
4 next    ADJ   5 amod
5 month   NOUN  3 obl:unmarked
6 on      ADP   7 case
7 April   PROPN 3 obl
8 2_      NUM   7 nummod
9 .       PUNCT 3 punct
""")
    assert _when(doc, "leave") == "2024-04-02"


def test_a_day_later_counts_from_the_day_named_before() -> None:
    doc = parsed("""
1 He       PRON  2 nsubj
2 fled     VERB  0 root
3 on       ADP   4 case
4 March    PROPN 2 obl
5 5_       NUM   4 nummod
6 .        PUNCT 2 punct

1 Troops   NOUN  2 nsubj
2 followed VERB  0 root
3 a        DET   4 det
4 day      NOUN  5 obl:unmarked
5 later_   ADV   2 advmod
6 .        PUNCT 2 punct
""")
    assert _when(doc, "followed") == "2024-03-06"


def test_without_a_parse_only_the_nearest_words_are_dated() -> None:
    words = ["Troops", "fled", "Monday", ",", "and", "others", "stayed", "."]
    doc = Doc(Vocab(), words=words)
    assert _when(doc, "fled") == "2024-03-25"
    assert _when(doc, "stayed") is None


@given(st.lists(st.sampled_from("on Monday fled , and 2019 attack the in of".split()), max_size=12))
def test_any_tree_of_any_words_is_answered(words: list[str]) -> None:
    heads = [max(0, i - 1 - i % 3) for i in range(len(words))]
    relations = ["obl", "nsubj", "conj", "case", "xcomp", "acl:relcl", "advcl"]
    deps = ["ROOT" if h == i else relations[i % 7] for i, h in enumerate(heads)]
    pos = ["VERB" if i % 2 else "NOUN" for i in range(len(words))]
    doc = Doc(Vocab(), words=words, heads=heads, deps=deps, pos=pos)
    for word in set(words):
        _when(doc, word)


BEFORE_ITS_NOUN = parsed("""
1 Patrols  NOUN  2 nsubj
2 began    VERB  0 root
3 after    ADP   5 case
4 the      DET   5 det
5 March    PROPN 9 nmod
6 11_      NUM   5 nmod:unmarked
7 ,        PUNCT 9 punct
8 market   NOUN  9 compound
9 attacks_ NOUN  2 obl
10 .       PUNCT 2 punct
""")


def test_a_date_within_the_phrase_of_a_noun_is_its_day_and_no_beginning() -> None:
    assert _when(BEFORE_ITS_NOUN, "attacks") == "2024-03-11"


CUT_OFF = parsed("""
1 In     ADP   2 case
2 2010_  NUM   0 root
3 ,      PUNCT 2 punct

1 Odren  PROPN 2 nsubj
2 voted  VERB  0 root
3 for    ADP   4 case
4 it_    PRON  2 obl
5 .      PUNCT 2 punct
""")


def test_a_date_that_the_parse_cuts_off_dates_the_sentence_it_opens() -> None:
    assert _when(CUT_OFF, "voted") == "2010"
