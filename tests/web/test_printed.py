from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Article, Part, Reading
from onrecord.web.marks import Mark
from onrecord.web.printed import Paragraph, Section, article_marks, paragraphs, sections
from tests.readings import readings, texts

STORY = "Bridge to stay shut\n\nPORT ALBA — It rained.\nIt poured.\n\n\nCoastline"


def whole(text: str) -> Section:
    return Section(1, 0, len(text))


def said(paragraph: Paragraph) -> str:
    return "".join(each.stretch.text for each in paragraph.words)


def plain(text: str, *parts: Part) -> Article:
    return Article("art_1", "story.txt", text, parts=parts)


def test_blank_lines_part_paragraphs_and_line_ends_stay() -> None:
    found = paragraphs(plain(STORY), [], whole(STORY))
    assert [said(each) for each in found] == [
        "Bridge to stay shut",
        "PORT ALBA — It rained.\nIt poured.",
        "Coastline",
    ]


def test_lines_longer_than_a_page_is_wide_are_paragraphs() -> None:
    text = f"{'A long line. ' * 12}\nA short one.\nAnd another."
    assert len(paragraphs(plain(text), [], whole(text))) == 3


def test_each_paragraph_says_what_it_is_there_for() -> None:
    body, credit = STORY.index("PORT"), STORY.index("Coast")
    parts = (
        Part("title", 0, 19),
        Part("body", body, credit - 3),
        Part("credit", credit, len(STORY)),
    )
    found = paragraphs(plain(STORY, *parts), [], whole(STORY))
    assert [each.kind for each in found] == ["title", "body", "credit"]


def test_mark_over_two_paragraphs_is_anchored_in_the_first() -> None:
    found = paragraphs(plain(STORY), [Mark(10, 30, "content", "sta_1")], whole(STORY))
    anchored = [[word.anchors for word in each.words if word.anchors] for each in found]
    assert anchored == [[("sta_1",)], [], []]
    assert all(any(word.stretch.entries for word in each.words) for each in found[:2])


@given(readings())
def test_nothing_of_an_article_is_lost_but_blanks(reading: Reading) -> None:
    article = reading.article
    found = paragraphs(article, article_marks(reading), whole(article.text))
    shown = "".join("".join(said(each).split()) for each in found)
    assert shown == "".join(article.text.split())


@given(readings())
def test_every_entry_with_words_is_anchored_once(reading: Reading) -> None:
    marks = article_marks(reading)
    article = reading.article
    found = paragraphs(article, marks, whole(article.text))
    anchors = [a for each in found for word in each.words for a in word.anchors]
    assert len(anchors) == len(set(anchors))
    shown = {m.entry for m in marks if article.text[m.start : m.end].strip()}
    assert shown <= set(anchors)


@given(texts(), st.integers(5, 40))
def test_sections_put_together_are_the_text(text: str, size: int) -> None:
    found = sections(text, size)
    assert "".join(text[each.start : each.end] for each in found) == text
    assert [each.number for each in found] == list(range(1, len(found) + 1))


def test_line_without_end_is_cut_all_the_same() -> None:
    found = sections("x" * 1_000_000, 100_000)
    assert len(found) == 10
    assert all(each.end - each.start <= 150_000 for each in found)
