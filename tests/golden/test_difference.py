from dataclasses import replace

from onrecord.model import Article, Entity, Mention, Reading, Relay, Statement, passage
from tests.golden.difference import differences

TEXT = "“It rained,” said Ada Marsh. Radio One said she was wrong."
ARTICLE = Article("art_1", "a.txt", TEXT)
ADA = Entity("ent_1", "Ada Marsh", "person", (), (Mention(18, 27, "Ada Marsh", "name"),))


def said(who: str, start: int, end: int, **more: object) -> Statement:
    plain = Statement(
        f"sta_{start}",
        None,
        None,
        who,
        False,
        None,
        None,
        "say",
        (passage(TEXT, start, end),),
        "direct",
    )
    return replace(plain, **more)  # type: ignore[arg-type]


RAINED = said("Ada Marsh", 1, 10)
WRONG = said("Radio One", 44, 57, manner="indirect")
READING = Reading("0.1.0+a", ARTICLE, (ADA,), (RAINED, WRONG))


def changed(*statements: Statement) -> tuple[str, ...]:
    return differences(READING, replace(READING, statements=statements))


def test_same_reading_by_another_reader_is_no_difference() -> None:
    assert differences(READING, replace(READING, reader="0.2.0+b")) == ()


def test_statement_that_is_gone_is_told_with_who_and_manner() -> None:
    assert changed(RAINED) == ("- Radio One (no cue), indirect: “she was wrong”",)


def test_statement_that_is_new_is_told_with_its_chain() -> None:
    new = replace(said("rain", 29, 38), via=(Relay("Radio One", passage(TEXT, 29, 38)),))
    assert changed(RAINED, WRONG, new) == ("+ rain via Radio One (no cue), direct: “Radio One”",)


def test_change_of_who_and_manner_is_told_field_by_field() -> None:
    assert changed(RAINED, replace(WRONG, who=None, manner="mixed")) == (
        "~ “she was wrong”: who “Radio One” → none; manner “indirect” → “mixed”",
    )


def test_content_that_grew_is_the_same_statement() -> None:
    assert changed(said("Ada Marsh", 0, 12), WRONG) == ("~ “It rained”: content → ““It rained,””",)


def test_two_statements_of_the_same_words_are_paired_by_who() -> None:
    twice = (RAINED, replace(RAINED, who="Radio One"))
    old = replace(READING, statements=twice)
    assert differences(old, replace(old, statements=twice[::-1])) == (
        "~ statements differs in detail",
    )


def test_entity_that_lost_a_mention_is_told() -> None:
    new = replace(READING, entities=(replace(ADA, mentions=()),))
    assert differences(READING, new) == ("~ Ada Marsh: mentions “Ada Marsh” → none",)


def test_reading_that_is_gone_is_told_with_its_size() -> None:
    assert differences(READING, None) == ("- the whole reading, 2 statements",)


def test_detail_without_words_is_named() -> None:
    new = replace(READING, statements=(replace(RAINED, id="sta_x"), WRONG))
    assert differences(READING, new) == ("~ statements differs in detail",)
