"""What an actor said on a topic over time."""

from __future__ import annotations

from base64 import b64decode, b64encode

from hypothesis import given
from hypothesis import strategies as st

from onrecord.linker.positions import Groups, positions
from tests.linker.spoken import Said, spoken_of


def _vector(*values: int) -> str:
    return b64encode(bytes(v % 256 for v in (*values, *[0] * (128 - len(values))))).decode()


GATES = spoken_of(Said("Lena Corvi", "the gates of the dam should be opened", said="2025-09-14"))
EARLIER = spoken_of(Said("Lena Corvi", "opening the gate of the dam was a risk", said="2025-09-02"))
UNDATED = spoken_of(Said("Lena Corvi", "“No gate of that dam opens by itself.”"))
WELLS = spoken_of(Said("Lena Corvi", "the wells were dry", said="2025-09-03"))


def test_statements_on_the_topic_come_in_the_order_of_their_days() -> None:
    found = list(positions([UNDATED, GATES, WELLS, EARLIER], "opening the gates"))
    assert [p.spoken for p in found] == [EARLIER, GATES, UNDATED]


def test_a_position_says_why_it_is_listed() -> None:
    (found,) = positions([GATES], "opening the gates")
    assert found.reason == "says gates, opened"
    assert found.nearness == 1.0


def test_the_words_that_are_said_keep_their_capitals() -> None:
    dam = spoken_of(Said("Lena Corvi", "the Sarn dam must hold", said="2025-09-02"))
    (found,) = positions([dam], "sarn")
    assert found.reason == "says Sarn"


def test_reports_of_one_utterance_are_one_position() -> None:
    again = spoken_of(Said("Lena Corvi", "“Open the gates of the dam.”", said="2025-09-14"))
    utterances = {one.statement.id: "utt_1" for one in (GATES, again)}
    stories = {GATES.article.id: "cop_1", again.article.id: "cop_1"}
    (found,) = positions([GATES, again], "the gates", groups=Groups(utterances, stories))
    assert found.spoken == again
    assert (found.utterance, found.again, found.accounts) == ("utt_1", (GATES.statement.id,), 1)


def test_meaning_finds_what_words_do_not() -> None:
    thirst = spoken_of(Said("Lena Corvi", "the wells were dry", vector=_vector(100, 20)))
    topic = b64decode(_vector(90, 25))
    (found,) = positions([thirst], "lack of water", topic)
    assert found.reason.startswith("near in meaning")
    assert not list(positions([thirst], "lack of water"))


def test_meaning_that_lies_elsewhere_finds_nothing() -> None:
    thirst = spoken_of(Said("Lena Corvi", "the wells were dry", vector=_vector(0, 100)))
    assert not list(positions([thirst], "the army", b64decode(_vector(100, 0))))


def test_what_is_only_near_in_meaning_comes_after_what_says_the_word() -> None:
    topic = b64decode(_vector(90, 25))
    thirst = spoken_of(
        Said("Lena Corvi", "the wells were dry", said="2025-09-01", vector=_vector(100, 20))
    )
    later = spoken_of(Said("Lena Corvi", "there is no water", said="2025-09-14"))
    found = list(positions([thirst, later], "water", topic))
    assert [(each.spoken, each.says) for each in found] == [(later, True), (thirst, False)]
    assert found[1].reason.startswith("near in meaning")


def test_an_utterance_says_the_word_where_any_report_of_it_does() -> None:
    topic = b64decode(_vector(90, 25))
    bare = spoken_of(
        Said("Lena Corvi", "the wells were dry", said="2025-09-01", vector=_vector(100, 20))
    )
    whole = spoken_of(Said("Lena Corvi", "there is no water in the wells", said="2025-09-02"))
    groups = Groups({one.statement.id: "utt_1" for one in (bare, whole)}, {})
    (found,) = positions([bare, whole], "water", topic, groups)
    assert (found.spoken, found.says, found.again) == (whole, True, (bare.statement.id,))


@given(st.permutations([UNDATED, GATES, WELLS, EARLIER]))
def test_any_order_gives_the_same_positions(spoken: list[object]) -> None:
    expected = list(positions([UNDATED, GATES, WELLS, EARLIER], "gates of the dam"))
    assert list(positions(spoken, "gates of the dam")) == expected  # type: ignore[arg-type]
