import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from onrecord.cli import happenings, pages
from onrecord.cli.phrases import STATUS_COLOURS, as_of
from onrecord.export.counted import counted
from onrecord.export.happened import happened
from onrecord.model import Counted, Figure, Happened, Passage, Reading, Status, When
from onrecord.phrases.entries import STATUSES, amount
from tests.cli.test_tables import drawn, flat
from tests.dam import dam, flood
from tests.readings import readings

WIDTHS = [60, 80, 140]


def test_a_narrow_terminal_has_a_block_for_each_event() -> None:
    text = flat(drawn(happened(dam()), Happened, 80))
    assert (
        "ASSAULT, heavy-weapons · Kestria → the Tarn dam · in Tarn dam · ● happened · 2023-11-06"
        " · according to the article · eve_shelled"
    ) in text
    assert "according to The Alba Herald ← Meravian officials · unnamed · eve_water" in text
    assert "RETREAT, ceasefire · actor not stated · ◇ called for · undated" in text
    assert "[actor Kestrian artillery] [trigger shelled] [place [recipient the Tarn dam]]" in text


def test_a_wide_terminal_has_columns_with_their_titles() -> None:
    first, rule, *_ = drawn(happened(dam()), Happened, 140).splitlines()
    assert first.split() == ["Event", "Status", "When", "According", "to", "Passage"]
    assert set(rule) == {"─"}
    first, *_ = drawn(counted(dam()), Counted, 140).splitlines()
    assert first.split() == ["Figure", "Measure", "When", "According", "to", "Passage"]


def test_every_status_has_a_sign_and_a_word_of_its_own_without_colours_too() -> None:
    text = drawn(happened(dam()), Happened, 140)
    assert set(STATUSES) == {event.status for event in dam().events}
    for event in dam().events:
        sign, said = STATUSES[event.status]
        assert f"{sign} {said}" in text
    for column in (*zip(*STATUSES.values(), strict=True), tuple(STATUS_COLOURS.values())):
        assert len(set(column)) == len(STATUSES)


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_has_its_colour(status: Status) -> None:
    coloured = drawn(happened(dam()), Happened, 140, colour=True)
    sign, said = STATUSES[status]
    assert f"m{sign} {said}\x1b[0m" in coloured


def test_the_timeline_has_the_date_first_and_names_the_article_of_each_event() -> None:
    stream = io.StringIO()
    console = Console(file=stream, width=80, color_system=None, _environ={})
    happenings.timeline(console, happened(dam()))
    text = flat(stream.getvalue())
    assert "in March 2024 · COERCE, restrict · Kestria · ? possible" in text
    assert text.count(f"Coastline · 2023-11-07 · {dam().article.id}") == len(dam().events)


def test_a_figure_is_shown_with_its_amount_measure_place_date_and_source() -> None:
    text = flat(drawn(counted(dam()), Counted, 80))
    assert (
        "at least 14 people · killed · in Tarn dam · as of 2023-11-06"
        " · according to Port Alba hospital · fig_killed"
    ) in text
    assert "$3.5 million · 3,500,000 USD · money · according to the article · fig_money" in text


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ((24, None, None), "24 or more people"),
        ((None, 50, None), "up to 50 people"),
        ((1000, 2000, 1500), "1,500 (1,000 to 2,000) people"),
        ((20, 30, None), "20 to 30 people"),
        ((3, 3, 3), "3 people"),
        ((None, None, 0.25), "0.25 people"),
        ((None, None, 0), "0 people"),
        ((None, None, "14-0"), "14-0 people"),
        ((None, None, None), ""),
    ],
)
def test_an_amount_keeps_its_bounds(bounds: tuple[object, ...], words: str) -> None:
    low, high, value = bounds
    figure = Figure("fig_1", Passage(0, 6, "dozens"), low, high, value, unit="people")  # type: ignore[arg-type]
    assert amount(figure) == words


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (
            Figure("fig_1", Passage(0, 15, "over $2 billion"), 2e9, None, 2e9, "over", "USD"),
            "over 2,000,000,000 USD",
        ),
        (
            Figure(
                "fig_1", Passage(0, 14, "Around a third"), None, None, 1 / 3, "around", "fraction"
            ),
            "around 33.3%",
        ),
        (
            Figure("fig_1", Passage(0, 16, "Dozens of people"), 12, None, None, "dozens", "people"),
            "12 or more people",
        ),
    ],
)
def test_an_amount_keeps_the_word_that_qualifies_it(figure: Figure, words: str) -> None:
    assert amount(figure) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2023-11-06", "as of 2023-11-06"),
        ("2024-03", "as of March 2024"),
        ("2024-03~", "as of about March 2024"),
        ("2023-10-07/..", "since 2023-10-07"),
        ("../2023-12-15", "until 2023-12-15"),
        (None, ""),
    ],
)
def test_a_figure_is_as_of_its_date(edtf: str | None, words: str) -> None:
    figure = Figure("fig_1", Passage(0, 3, "ten"), value=10, as_of=When(edtf, "text"))
    assert as_of(figure).plain == words


def test_an_amount_that_the_words_give_is_not_said_twice() -> None:
    assert amount(Figure("fig_1", Passage(0, 12, "2,000 people"), value=2000, unit="people")) == ""


def test_show_lists_events_and_figures_and_marks_the_one_asked_for() -> None:
    for asked, expected in (
        ("eve_drones", "[ACTOR Meravian drones] [TRIGGER attacked] [RECIPIENT Kestria]"),
        ("fig_killed", "[FIGURE at least 14"),
    ):
        stream = io.StringIO()
        pages.shown(Console(file=stream, width=300, _environ={}), dam(), asked)
        text = flat(stream.getvalue())
        assert expected in text
        assert "5 ASSAULT, drone · “attacked” · Meravia → Kestria · ≠ denied · undated" in text
        assert "1 at least 14 people · killed · in Tarn dam · as of 2023-11-06" in text


def test_a_reading_shows_statements_then_events_then_figures() -> None:
    text = drawn([dam()], Reading, 80)
    places = [text.index(words) for words in ("sta_", "Events\n", "eve_", "Figures\n", "fig_")]
    assert places == sorted(places)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("colour", [True, False])
def test_no_line_is_too_wide_and_nothing_in_it_acts(width: int, colour: bool) -> None:
    text = (
        drawn([dam(), flood()], Reading, width, colour)
        + drawn(happened(flood()), Happened, width, colour)
        + drawn(counted(flood()), Counted, width, colour)
    )
    for code in ("\x1b[31mhit", "\x1b[5m", "\u202e", "\x1b[2J"):
        assert code not in text
    assert "[bold]" in text
    if not colour:
        assert max(map(cell_len, text.splitlines())) <= width


@settings(max_examples=25)
@given(readings(), st.sampled_from(WIDTHS))
def test_any_event_and_figure_can_be_drawn_without_a_control_character(
    reading: Reading, width: int
) -> None:
    stream = io.StringIO()
    console = Console(file=stream, width=width, color_system=None, _environ={})
    happenings.events(console, happened(reading))
    happenings.timeline(console, happened(reading))
    happenings.figures(console, counted(reading))
    pages.shown(console, reading, "eve_")
    text = stream.getvalue()
    assert not [c for c in text if c != "\n" and (c < " " or "\x7f" <= c <= "\x9f")]
    text.encode("utf-8")
