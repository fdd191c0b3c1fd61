from dataclasses import replace

import pytest

from onrecord.model import passage
from onrecord.phrases.entries import called
from tests.fakes import article_of, statement_of

TEXT = "He said the official met Mayor Doe. The bridge is safe."


def said_by(words: str, who: str, **known: bool) -> str:
    article = article_of(TEXT)
    start = TEXT.index(words)
    source = passage(TEXT, start, start + len(words))
    said = statement_of(article, who, "The bridge is safe")
    return called(replace(said, source=source, **known))


@pytest.mark.parametrize(
    ("words", "who", "shown"),
    [
        ("He", "Jane Doe", "He"),
        ("the official", "Jane Doe", "the official"),
        ("Mayor Doe", "Jane Doe", ""),
        ("the official", "the official", ""),
    ],
)
def test_what_the_article_calls_a_source_is_told_where_it_is_no_part_of_the_name(words, who, shown):
    assert said_by(words, who) == shown


def test_who_is_not_named_is_called_what_the_article_says_already():
    assert said_by("He", "an official of the port", unnamed=True) == ""


def test_a_source_that_stands_nowhere_is_called_nothing():
    said = statement_of(article_of(TEXT), "Jane Doe", "The bridge is safe")
    assert called(replace(said, source=None)) == ""
    assert called(replace(said, who=None)) == ""
