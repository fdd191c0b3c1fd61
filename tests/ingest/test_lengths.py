import pytest

from onrecord.ingest import Given, from_text, lengths
from onrecord.ingest.lengths import MOST_CHARACTERS, MOST_WORDS
from onrecord.model import Article, Failure

SENTENCE = "Iris Vant said that the bridge over the river was closed on Monday."  # 14 with its stop
LINE = "The minister said the bridge was closed on Monday.\n\n"


def refused(text: str, name: str = "a.txt") -> str:
    found = from_text(text, name, Given())
    assert isinstance(found, Failure), found.text[:80]
    return found.reason


def test_a_whole_days_hearing_is_an_article() -> None:
    found = from_text(" ".join([SENTENCE] * (MOST_WORDS // 14)), "a.txt", Given())
    assert isinstance(found, Article)


def test_more_words_than_any_article_has_are_none() -> None:
    reason = refused(" ".join([SENTENCE] * (MOST_WORDS // 14 + 1)))
    assert reason == (
        "too long for an article: it has more than 100,000 words and marks. At most 100,000 words "
        "and marks and 1,000,000 characters are read; add it in parts"
    )


def test_marks_count_as_the_network_reads_them() -> None:
    assert "words and marks" in refused(LINE + "“" * MOST_WORDS)


def test_more_characters_than_any_article_has_are_none() -> None:
    assert "it has 1,000,053 characters" in refused(LINE + "x" * MOST_CHARACTERS + ".")


def test_what_a_page_shows_counts_and_not_its_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lengths, "MOST_WORDS", 1000)
    padded = f"<html><body><!-- {'x ' * 1001} --><p>{LINE * 3}</p></body></html>"
    assert isinstance(from_text(padded, "a.html", Given()), Article)
    told = "".join(f"<p>{k} {SENTENCE}</p>" for k in range(1000 // 15 + 1))
    assert "too long" in refused(f"<html><body><article>{told}</article></body></html>", "a.html")
