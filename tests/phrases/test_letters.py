from hypothesis import given
from hypothesis import strategies as st

from onrecord.phrases.letters import escaped, one_line, quoted, visible

HOSTILE = "\x1b[31mred\x1b]0;owned\x07 \x9b2J \x7f \x00 \u202eevil\u2066 \ud800"


def test_an_escape_becomes_its_picture() -> None:
    assert visible("\x1b[31m") == "␛[31m"


def test_tabs_and_line_feeds_stay() -> None:
    assert visible("a\tb\nc") == "a\tb\nc"


def test_a_windows_line_end_leaves_no_carriage_return() -> None:
    assert visible("a\r\nb") == "a \nb"


def test_overrides_of_the_writing_direction_do_not_reach_the_terminal() -> None:
    assert visible("\u202eevil\u2066") == "�evil�"


def test_right_to_left_words_wide_letters_and_emoji_stay_as_they_are() -> None:
    text = "عبد الله 山田太郎 👩‍👧 Zoë e\u0301"
    assert visible(text) == text


@given(st.text())
def test_the_visible_text_is_as_long_as_the_text_and_has_no_control_character(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not [c for c in shown if c not in "\t\n" and (c < " " or "\x7f" <= c <= "\x9f")]
    shown.encode("utf-8")


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


def test_json_keeps_its_value_and_loses_what_a_terminal_acts_on() -> None:
    import json

    written = escaped(json.dumps(HOSTILE, ensure_ascii=False))
    assert json.loads(written) == HOSTILE
    assert written == visible(written)


def test_quotation_marks_are_set_once() -> None:
    assert quoted("the mayor") == quoted("“the mayor”") == quoted('"the mayor"') == "“the mayor”"
    assert quoted("“the healthiest individual") == "“the healthiest individual”"
    assert quoted("the mayor”") == "“the mayor”"


def test_quotation_marks_within_a_quotation_are_single() -> None:
    assert quoted("a “good” mayor") == "“a ‘good’ mayor”"
    assert quoted("“good” and “bad”") == "“‘good’ and ‘bad’”"
