from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.cli.marks import Mark, clipped, marked, marks
from onrecord.model import Passage, Reading
from onrecord.phrases.letters import visible
from tests.cli.stories import story
from tests.readings import readings

TEXT = "Orlova said the bridge would reopen"
SOURCE, CUE, CONTENT = Mark(0, 6, "source"), Mark(7, 11, "cue"), Mark(12, 35, "content")
WHOLE = Passage(0, len(TEXT), TEXT)


def styles(text: object) -> dict[str, str]:
    spans = text.spans  # type: ignore[attr-defined]
    return {text.plain[s.start : s.end]: str(s.style) for s in spans}  # type: ignore[attr-defined]


def test_without_colours_each_mark_stands_in_brackets_that_name_it() -> None:
    text = marked(WHOLE, [SOURCE, CUE, CONTENT], colour=False)
    assert text.plain == "[source Orlova] [cue said] [content the bridge would reopen]"


def test_with_colours_the_words_stay_as_they_are_and_each_mark_has_its_own() -> None:
    text = marked(WHOLE, [SOURCE, CUE, CONTENT], colour=True)
    assert text.plain == TEXT
    found = styles(text)
    assert len({found["Orlova"], found["said"], found["the bridge would reopen"]}) == 3


def test_a_mark_inside_another_closes_first() -> None:
    inner = Mark(12, 22, "source")
    text = marked(WHOLE, [CONTENT, inner], colour=False)
    assert text.plain == "Orlova said [content [source the bridge] would reopen]"


def test_the_number_of_a_statement_stands_before_its_content() -> None:
    text = marked(WHOLE, [Mark(12, 35, "content", (12,))], colour=True)
    assert text.plain == "Orlova said ¹²the bridge would reopen"


def test_two_statements_with_the_same_content_share_its_mark() -> None:
    both = [Mark(12, 35, "content", (1,)), Mark(12, 35, "content", (2,))]
    assert marked(WHOLE, both, colour=False).plain.count("content") == 1
    assert "¹⁻²" in marked(WHOLE, both, colour=True).plain


def test_what_was_asked_for_stands_out_with_and_without_colours() -> None:
    asked = Mark(0, 6, "source", asked=True)
    assert marked(WHOLE, [asked], colour=False).plain.startswith("[SOURCE Orlova]")
    assert "reverse" in styles(marked(WHOLE, [asked], colour=True))["Orlova"]


def test_marks_outside_the_passage_are_left_out_and_those_across_its_edge_are_cut() -> None:
    part = Passage(7, 22, TEXT[7:22])
    text = marked(part, [SOURCE, CUE, CONTENT], colour=False)
    assert text.plain == "[cue said] [content the bridge]"


def test_rich_markup_in_an_article_is_only_words() -> None:
    text = marked(Passage(0, 16, "[bold red]x[/] y"), [], colour=True)
    assert text.plain == "[bold red]x[/] y"
    assert not text.spans


def test_a_flat_passage_is_one_line() -> None:
    assert marked(Passage(0, 6, "a\r\n\n b"), [], colour=True, flat=True).plain == "a b"


def test_a_long_passage_is_clipped_around_its_marks_between_words() -> None:
    text = "before " * 50 + "said" + " after" * 50
    start = text.index("said")
    where = clipped(
        Passage(1000, 1000 + len(text), text), [Mark(1000 + start, 1004 + start, "cue")]
    )
    assert where.text == text[where.start - 1000 : where.end - 1000]
    assert "said" in where.text
    assert len(where.text) < 340
    assert set(where.text.split()) == {"before", "said", "after"}


def test_clipping_never_cuts_into_a_mark_where_words_have_no_spaces() -> None:
    text = "山" * 300 + "said" + "川" * 300
    where = clipped(Passage(0, len(text), text), [Mark(300, 304, "cue")])
    assert "said" in where.text
    assert len(where.text) < 300


def test_a_source_some_way_before_the_cue_is_not_clipped_off() -> None:
    text = "Orlova " + "word " * 40 + "said so"
    cue = Mark(text.index("said"), len(text), "cue")
    where = clipped(Passage(0, len(text), text), [Mark(0, 6, "source"), cue])
    assert where.text == text


@settings(max_examples=25)
@given(readings(), st.booleans())
def test_taking_the_marks_out_again_gives_the_visible_text(reading: Reading, flat: bool) -> None:
    text = reading.article.text
    found = [mark for statement in reading.statements for mark in marks(statement)]
    shown = marked(Passage(0, len(text), text), found, colour=True, flat=flat).plain
    assert "".join(shown.split()) == "".join(visible(text).split())


@settings(max_examples=25)
@given(readings())
def test_brackets_are_balanced(reading: Reading) -> None:
    text = reading.article.text.replace("[", "(").replace("]", ")")
    found = [mark for statement in reading.statements for mark in marks(statement)]
    shown = marked(Passage(0, len(text), text), found, colour=False).plain
    assert shown.count("[") == shown.count("]")


def test_every_statement_of_the_story_marks_its_passages() -> None:
    kinds = [{mark.kind for mark in marks(statement)} for statement in story().statements]
    assert kinds == [{"source", "cue", "content"}] * 4
