"""Tables of events: how a row is read, and that the shipped rows name what exists."""

from __future__ import annotations

import pytest

from onrecord.plover import MODES
from onrecord.reader.events import actions
from onrecord.reader.events.noun_classes import CLASSES
from onrecord.reader.events.rules import Condition, Rule, Rules, rules

TOLD_BY_NAMES = {"SOMEONE", "PERSON", "HUMAN", "NAME", "ORG", "PLACE", "NUMBER"}


def _only(table: str) -> Rule:
    (found,) = rules(lambda word: frozenset({word}), table)["cut"]
    return found


def test_row_gives_action_mode_and_conditions() -> None:
    rule = _only("COERCE/withhold | cut | prt:off obj:UTILITIES,gas !@from >to,for patient eats")
    assert rule.action == "COERCE"
    assert rule.mode == "withhold"
    assert rule.conditions == (
        Condition("prt", frozenset({"off"}), True),
        Condition("obj", frozenset({"UTILITIES", "gas"}), True),
        Condition("@from", frozenset(), False),
    )
    assert rule.takes == "patient"
    assert rule.onto == {"to", "for"}
    assert rule.flags == {"eats"}


def test_row_goes_on_in_an_indented_line_and_ends_at_a_comment() -> None:
    rule = _only("SANCTION | cut |  # ties\n    obj:TIES,\n    links")
    assert rule.conditions == (Condition("obj", frozenset({"TIES", "links"}), True),)


def test_row_without_action_shows_no_event() -> None:
    assert _only("- | cut | obj!TIES").action is None


def test_first_row_of_a_word_comes_first() -> None:
    found = rules(lambda word: frozenset({word}), "- | cut | obj:hair\nSANCTION | cut |")["cut"]
    assert [r.action for r in found] == [None, "SANCTION"]


@pytest.mark.parametrize("row", ["CUT | cut |", "SANCTION/cut | cut |", "SANCTION | cut | on:x"])
def test_row_that_names_what_is_not_there_is_refused(row: str) -> None:
    with pytest.raises(ValueError, match="no such"):
        rules(lambda word: frozenset({word}), row)


@pytest.mark.parametrize("table", [actions.VERBS, actions.NOUNS])
def test_shipped_rows_ask_for_classes_that_exist(table: Rules) -> None:
    asked = {
        word
        for found in table.values()
        for rule in found
        for condition in rule.conditions
        for word in condition.words
    }
    assert {w for w in asked if w.isupper()} <= set(CLASSES) | TOLD_BY_NAMES


def test_every_action_has_words() -> None:
    shown = {r.action for t in (actions.VERBS, actions.NOUNS) for f in t.values() for r in f}
    assert set(MODES) <= shown
