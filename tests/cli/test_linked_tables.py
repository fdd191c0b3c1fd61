import io
import re
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console

from onrecord.across import (
    Change,
    Copies,
    Disagreement,
    History,
    Identity,
    Position,
    Recounted,
    Utterance,
)
from onrecord.cli import identities, judgements
from onrecord.cli.wordings import compared
from onrecord.errors import EntryUnknown
from onrecord.model import Reading
from tests import retold
from tests.cli.test_tables import drawn, flat
from tests.readings import example_reading

VALUES: list[Any] = [
    retold.copies(),
    retold.identity(),
    retold.utterance(),
    retold.disagreement(),
    retold.recounted(),
    retold.history(),
    retold.position(),
]


def page(draw: Any, *values: Any, width: int = 80) -> str:
    stream = io.StringIO()
    draw(Console(file=stream, width=width, color_system=None, _environ={}), *values)
    return stream.getvalue()


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_no_line_is_wider_than_the_terminal_and_none_ends_in_blanks(value: Any, width: int) -> None:
    text = drawn([value, value], type(value), width)
    assert max(cell_len(line) for line in text.splitlines()) <= width
    if width < 96:
        assert [line for line in text.splitlines() if line != line.rstrip()] == []


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_page_with_colours_and_one_without_say_the_same(value: Any) -> None:
    coloured = drawn([value], type(value), 120, colour=True)
    plain = drawn([value], type(value), 120)
    assert "\x1b[" in coloured
    assert "\x1b" not in plain
    if type(value) not in (Recounted, Position):  # where brackets stand for the colours
        assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


def test_a_change_of_wording_is_shown_word_by_word_in_plain_marks() -> None:
    marked = compared(retold.changes())
    assert marked.plain == (
        "The bridge [-will not-] {+is not going to+} open before the winter [-is over-] {+ends+}"
    )
    assert {str(span.style) for span in marked.spans} == {"red", "green"}


def test_words_added_or_left_out_are_marked_alone() -> None:
    changes = (Change("", "Sadly"), Change("it", "it"), Change("never", ""), Change("ends", "ends"))
    assert compared(changes).plain == "{+Sadly+} it [-never-] ends"


def test_an_utterance_shows_each_wording_once_with_all_who_print_it() -> None:
    text = drawn([retold.utterance()], Utterance)
    assert text.count(retold.QUOTED) == 1
    assert "3 accounts in 4 articles, copies counted once" in text
    assert text.index("verbatim") < text.index("altered") < text.index("paraphrased")
    assert "The Alba Herald · 2031-05-05 · sta_1" in text
    assert "The Port Mail · 2031-05-06 · sta_2" in text
    assert "“The bridge [-will not-] {+is not going to+} open" in text
    assert "others quote" in text.splitlines()[-1]
    assert "publisher unknown · via Coastline · undated · sta_4" in text


def test_an_utterance_without_changes_needs_no_legend() -> None:
    whole = retold.utterance()
    verbatim = Utterance(whole.id, whole.who, whole.said, 1, whole.members[:2])
    assert "others quote" not in drawn([verbatim], Utterance)


def test_copies_stand_under_their_agency_and_are_one_account() -> None:
    text = flat(drawn([retold.copies()], Copies))
    assert "Coastline · 2 articles, one account · cop_1" in text
    assert "partial · 62% · The Port Mail Bridge shut, says mayor 2031-05-06 · art_2" in text


def test_people_show_other_names_roles_and_conflicts() -> None:
    text = flat(drawn([retold.identity()], Identity))
    assert "Jana Orlova · also Jana Orlva · person · 2 accounts · in 3 articles" in text
    assert (
        "head of the port council · 2031-05-06, The Inland Star also given: Mayor conflict" in text
    )
    assert "conflict: the same name, but one is a judge" in text


def test_the_page_of_an_entity_says_who_uses_which_name_and_role() -> None:
    text = page(identities.entity, retold.identity())
    assert "Jana Orlova · The Alba Herald, 2031-05-05; The Port Mail, 2031-05-06" in text
    assert "Jana Orlva · The Inland Star, 2031-05-06" in text
    assert "head of the port council · The Inland Star · 2031-05-06" in text
    assert "the same name, but one is a judge · ent_1 and ent_4" in text
    assert "art_3 · ent_3" in text


def test_the_values_of_a_disagreement_stand_each_with_those_who_give_it() -> None:
    text = drawn([retold.disagreement()], Disagreement)
    nine, fourteen = text.index("\n  9\n"), text.index("\n  14\n")
    assert nine < text.index("The Port Mail") < fourteen < text.index("The Inland Star")
    assert "The Port Mail · 2031-05-06 · according to Port Alba hospital · “nine people”" in flat(
        text
    )
    assert "in its own voice · “14 people” · fig_3" in flat(text)


def test_a_history_keeps_the_figure_that_a_later_one_supersedes() -> None:
    text = flat(drawn([retold.history()], History))
    assert "at least 9 · as of 2031-05-05 · The Alba Herald · 2031-05-05 · fig_1 superseded" in text
    assert "in its own voice 10 to 20 · publisher unknown · undated · fig_5" in text


def test_a_line_of_the_timeline_has_every_status_and_the_other_tellings() -> None:
    text = flat(drawn([retold.recounted()], Recounted))
    assert "● happened · ≠ denied · 2 accounts" in text
    assert "[trigger shelled]" in text
    assert "also: denied · according to Kestria · The Inland Star · 2031-05-06 · eve_9" in text


def test_a_position_shows_the_passage_and_how_near_it_is() -> None:
    text = flat(drawn([retold.position()], Position))
    assert "“[content The bridge is safe,]”" in text
    assert "0.82: near in meaning to “bridge” 2 accounts, also in sta_2" in text


def known(id: str) -> Reading:
    if id == "ent_4":
        raise EntryUnknown("gone")
    return example_reading()


def test_a_link_shows_both_entries_its_reasons_and_who_decided() -> None:
    text = flat(page(judgements.links, retold.links(), known))
    assert "same · 0.97 · onrecord 0.3.0 · 2031-05-07 · lin_1" in text
    assert "because the same surname, and first names one letter apart" in text
    assert "different · 0.00 · Ada Marsh" in text
    assert "why: two people: one is a judge withdrawn by Ben Holt: the same after all" in text
    assert "ent_4, no longer on the record" in text


@pytest.mark.parametrize("kind", ["entities", "statements"])
def test_the_sides_of_a_link_are_shown_in_their_own_words(kind: str) -> None:
    entry = getattr(example_reading(), kind)[0]
    link = retold.links()[0]
    both = type(link)(link.id, link.kind, entry.id, entry.id, "same", 1.0, (), "onrecord", "2031")
    text = flat(page(judgements.links, [both], known))
    said = {"entities": "Jane Doe, Mayor", "statements": "Jane Doe: The bridge is safe,"}[kind]
    assert text.count(f"{said} · Alba Herald · 2023-11-06 · {entry.id}") == 2
