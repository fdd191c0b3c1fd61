"""What an actor said on a topic over time."""

from __future__ import annotations

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from onrecord.findings import Said
from onrecord.linker.positions import Groups, on_topic

_ROWS = count(1)


def said(words: str, day: str | None = None, near: float = 0.0, article: str = "art_1") -> Said:
    row = next(_ROWS)
    manner = "direct" if words.startswith("“") else "indirect"
    return Said(row, f"sta_{row}", article, day, day, manner, words, near)


GATES = said("the gates of the dam should be opened", "2025-09-14")
EARLIER = said("opening the gate of the dam was a risk", "2025-09-02")
UNDATED = said("“No gate of that dam opens by itself.”")
WELLS = said("the wells were dry", "2025-09-03")


def test_statements_on_the_topic_come_in_the_order_of_their_days() -> None:
    found = list(on_topic([UNDATED, GATES, WELLS, EARLIER], "opening the gates"))
    assert [each.said for each in found] == [EARLIER, GATES, UNDATED]


def test_what_is_on_a_topic_says_why_it_is_listed() -> None:
    (found,) = on_topic([GATES], "opening the gates")
    assert found.reason == "says gates, opened"
    assert found.nearness == 1.0


def test_the_words_that_are_said_keep_their_capitals() -> None:
    (found,) = on_topic([said("the Sarn dam must hold", "2025-09-02")], "sarn")
    assert found.reason == "says Sarn"


def test_reports_of_one_utterance_are_one_line() -> None:
    again = said("“Open the gates of the dam.”", "2025-09-14", article="art_2")
    utterances = {one.id: "utt_1" for one in (GATES, again)}
    stories = {"art_1": "cop_1", "art_2": "cop_1"}
    (found,) = on_topic([GATES, again], "the gates", Groups(utterances, stories))
    assert found.said == again
    assert (found.utterance, found.again, found.accounts) == ("utt_1", (GATES.id,), 1)


def test_meaning_finds_what_words_do_not() -> None:
    (found,) = on_topic([said("the wells were dry", near=0.61)], "lack of water")
    assert (found.reason, found.nearness) == ("near in meaning (0.61)", 0.61)
    assert not list(on_topic([said("the wells were dry")], "lack of water"))


def test_meaning_that_lies_elsewhere_finds_nothing() -> None:
    assert not list(on_topic([said("the wells were dry", near=0.2)], "the army"))


def test_what_is_only_near_in_meaning_comes_after_what_says_the_word() -> None:
    thirst = said("the wells were dry", "2025-09-01", near=0.61)
    later = said("there is no water", "2025-09-14")
    found = list(on_topic([thirst, later], "water"))
    assert [(each.said, each.says) for each in found] == [(later, True), (thirst, False)]
    assert found[1].reason.startswith("near in meaning")


def test_an_utterance_says_the_word_where_any_report_of_it_does() -> None:
    bare = said("the wells were dry", "2025-09-01", near=0.61)
    whole = said("there is no water in the wells", "2025-09-02", article="art_2")
    groups = Groups({one.id: "utt_1" for one in (bare, whole)}, {})
    (found,) = on_topic([bare, whole], "water", groups)
    assert (found.said, found.says, found.again) == (whole, True, (bare.id,))


@given(st.permutations([UNDATED, GATES, WELLS, EARLIER]))
def test_any_order_gives_the_same_lines(spoken: list[Said]) -> None:
    expected = list(on_topic([UNDATED, GATES, WELLS, EARLIER], "gates of the dam"))
    assert list(on_topic(spoken, "gates of the dam")) == expected
