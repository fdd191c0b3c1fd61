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


@given(st.permutations([UNDATED, GATES, WELLS, EARLIER]))
def test_any_order_gives_the_same_positions(spoken: list[object]) -> None:
    expected = list(positions([UNDATED, GATES, WELLS, EARLIER], "gates of the dam"))
    assert list(positions(spoken, "gates of the dam")) == expected  # type: ignore[arg-type]
