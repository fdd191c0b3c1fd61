"""Which statements may have a word of a topic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linker.words import stems_of
from onrecord.model import Question, Reading
from onrecord.store import saying
from onrecord.store.store import Store
from tests.fakes import article_of, statement_of

PIECES = (
    "the gates", "U.S. troops", "per\xa0cent", "12,000 men", "[the]", "[of the dam]", "won't go",
    "cease-fire", "…", "Café", "PER CENT", "strikes", "“No,”", "twelve", "½ of it", "$3.5 million",
)  # fmt: skip


def numbers(store: Store, about: str) -> list[int]:
    """The rows of the statements that may have a word of a topic."""
    with store._connected(store._reads) as connection:
        found = saying.stems(connection, Question(), stems_of)
    return found.having(stems_of(about)).tolist()


def put(store: Store, words: str) -> None:
    article = article_of(f"Jane Doe: {words}")
    said = statement_of(article, "Jane Doe", words)
    store.put(Reading("fake/1", article, (), (said,)))


@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=6))
def test_every_stem_of_what_is_said_is_one_of_a_word_between_blanks(pieces: list[str]) -> None:
    content = " ".join(pieces)
    cut = frozenset().union(*map(stems_of, saying._words(content)))
    assert stems_of(content) <= cut


@pytest.mark.parametrize(
    ("about", "found"),
    [
        ("gate", [1]),
        ("opening", [1]),
        ("percents", [2]),
        ("the army", []),
        ("gates, per cent", [1, 2]),
    ],
)
def test_statements_that_have_a_stem_of_the_topic_are_found(
    store: Store, about: str, found: list[int]
) -> None:
    put(store, "opened the gates of the dam")
    put(store, "forty per cent of the wells are dry")
    assert numbers(store, about) == found
