import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from onrecord.cli import lists, pages
from onrecord.export.spoken import card, spoken
from onrecord.model import Added, Card, Failure, Passage, Reading, Spoken, Voice, When
from tests.cli.stories import harm, story
from tests.readings import readings

WIDTHS = [60, 80, 120]
ESCAPES = "\x1b[31m"


def drawn(values: object, kind: type, width: int = 80, colour: bool = False) -> str:
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=width,
        force_terminal=colour,
        color_system="truecolor" if colour else None,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    pages.TABLES[kind](console, values)  # type: ignore[arg-type]
    return stream.getvalue()


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for text in (drawn([story(), harm()], Reading, width), drawn(spoken(story()), Spoken, width)):
        assert max(cell_len(line) for line in text.splitlines()) <= width


@pytest.mark.parametrize("width", [60, 80])
def test_a_narrow_terminal_has_a_block_for_each_statement(width: int) -> None:
    text = flat(drawn(spoken(story()), Spoken, width))
    assert "Jana Orlova · “said” · say, direct · to reporters · 2023-11-06" in text
    assert "Jana Orlova · via Alba Herald ← city engineers · “believes” · believe" in text
    assert "a senior port official · unnamed · “said” · say, unmarked · undated" in text
    assert "“[content We will not reopen it before April],” [source Minister Jana Orlova]" in text


def test_a_wide_terminal_has_columns_with_their_titles() -> None:
    first, rule, *_ = drawn(spoken(story()), Spoken, 120).splitlines()
    assert first.split() == ["Who", "How", "Said", "Passage"]
    assert set(rule) == {"─"}


def test_statements_stand_under_the_article_they_are_in_which_is_named_once() -> None:
    text = drawn(spoken(story()), Spoken)
    assert text.count("Harbour bridge to stay shut until spring · Alba Herald") == 1
    assert story().article.id in text


def test_every_statement_shows_the_id_that_show_takes() -> None:
    text = drawn([story()], Reading)
    assert all(statement.id in text for statement in story().statements)


def test_an_article_is_headed_by_title_publisher_date_with_its_basis_and_agencies() -> None:
    title, printed, *_ = drawn([story()], Reading, 120).splitlines()
    assert title == "Harbour bridge to stay shut until spring"
    assert printed == (
        "Alba Herald · 2023-11-06 (worked out by the calendar, from “Monday”) · by Piet Marsh"
        " · credits Coastline · PORT ALBA"
    )


def test_what_is_not_known_is_said_to_be_unknown() -> None:
    bare = replace(story().article, title=None, publisher=None, published=When(), authors=())
    text = drawn([replace(story(), article=bare, statements=())], Reading)
    assert "(no title)" in text
    assert "publisher unknown · undated" in text
    assert "Nobody is on the record" in text


def test_a_negated_statement_and_an_absent_source_are_shown_as_such() -> None:
    text = drawn([harm()], Reading)
    assert "no source named · “denied” · not: say, indirect" in text


def test_a_source_that_cannot_be_resolved_is_shown_in_its_own_words() -> None:
    said = story().statements[0]
    pronoun = replace(said, entity=None, who=None, source=Passage(0, 3, "She"))
    text = drawn([replace(story(), statements=(pronoun,))], Reading)
    assert "source unclear: “She”" in text


def test_entities_show_kind_roles_and_statements() -> None:
    reading = story()
    text = drawn([Voice(reading.entities[0], card(reading), 1)], Voice)
    assert "Jana Orlova · person · 1 statement · ent_1\n  Minister\n" in text


def test_articles_show_publisher_date_title_and_agency() -> None:
    text = drawn([card(story())], Card)
    assert "Alba Herald · 2023-11-06 · 4 statements" in text
    assert "Coastline · reports/bridge.txt" in text


def test_failures_and_outcomes_show_input_and_reason() -> None:
    failure = Failure("page.bin", "ingest", "it is binary")
    assert "page.bin" in drawn([failure], Failure)
    text = flat(drawn([Added(("art_1",), ("art_2",), (failure,))], Added))
    assert "added art_1 unchanged art_2 failed page.bin it is binary" in text


def test_a_page_with_colours_and_one_without_have_the_same_words() -> None:
    plain = drawn(spoken(story()), Spoken)
    assert "\x1b" not in plain
    assert "[content " in plain
    coloured = drawn(spoken(story()), Spoken, colour=True)
    assert "\x1b[" in coloured
    assert "[content " not in coloured


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("colour", [True, False])
def test_an_article_cannot_send_escape_codes_to_the_terminal(width: int, colour: bool) -> None:
    values = [harm()]
    entity = Voice(values[0].entities[0], card(values[0]), 1)
    failure = Failure(f"{ESCAPES}.bin", "ingest", f"{ESCAPES}[bold]no")
    everything = (
        drawn(values, Reading, width, colour)
        + drawn(spoken(values[0]), Spoken, width, colour)
        + drawn([entity], Voice, width, colour)
        + drawn([card(values[0])], Card, width, colour)
        + drawn([failure], Failure, width, colour)
    )
    assert ESCAPES not in everything
    for code in ("\x1b]", "\x1b[2J", "\x1b[5m", "\x07", "\x9b", "\u202e"):
        assert code not in everything
    assert "[bold]" in everything
    assert "[blink]" in flat(everything)


@settings(max_examples=25)
@given(readings(), st.sampled_from(WIDTHS))
def test_any_reading_can_be_drawn_and_shown_without_a_control_character(
    reading: Reading, width: int
) -> None:
    stream = io.StringIO()
    console = Console(file=stream, width=width, color_system=None, _environ={})
    pages.readings(console, [reading])
    pages.shown(console, reading, "ent_")
    lists.entities(console, [Voice(e, card(reading), 0) for e in reading.entities])
    text = stream.getvalue()
    assert not [c for c in text if c != "\n" and (c < " " or "\x7f" <= c <= "\x9f")]
    text.encode("utf-8")


def test_show_marks_every_statement_in_the_text_and_lists_them_by_number() -> None:
    stream = io.StringIO()
    pages.shown(Console(file=stream, width=80, _environ={}), story(), "art_")
    text = flat(stream.getvalue())
    assert "“[content¹ We will not reopen it before April],” [source Minister Jana Orlova]" in text
    assert "[source Orlova] [cue believes] [content² the collapse" in text
    assert "4 山田太郎 · “said” · say, indirect" in text


def test_show_makes_the_entry_that_was_asked_for_stand_out() -> None:
    for asked, expected in (
        (story().statements[2].id, "[CONTENT³ There is no reason to panic]"),
        ("ent_1", "[MENTION [source Minister Jana Orlova]]"),
    ):
        stream = io.StringIO()
        pages.shown(Console(file=stream, width=300, _environ={}), story(), asked)
        assert expected in flat(stream.getvalue())


def test_show_does_not_print_a_title_twice() -> None:
    stream = io.StringIO()
    pages.shown(Console(file=stream, width=80, _environ={}), story(), "art_")
    assert stream.getvalue().count("Harbour bridge to stay shut until spring") == 1


def test_the_styles_of_a_heading_and_of_a_number_end_where_they_do() -> None:
    coloured = drawn(spoken(story()), Spoken, colour=True)
    assert "\x1b[1mHarbour bridge to stay shut until spring\x1b[0m\x1b[2m · \x1b[0m" in coloured
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, color_system="truecolor", _environ={})
    pages.shown(console, story(), "art_")
    assert "\x1b[2m  1  \x1b[0m\x1b[1mJana Orlova\x1b[0m · " in stream.getvalue()


def test_no_line_of_a_block_or_a_page_ends_in_blanks() -> None:
    stream = io.StringIO()
    pages.shown(Console(file=stream, width=60, _environ={}), story(), "art_")
    text = stream.getvalue() + drawn([story(), harm()], Reading, 60)
    assert [line for line in text.splitlines() if line != line.rstrip()] == []
