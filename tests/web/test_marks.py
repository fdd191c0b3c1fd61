from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Passage, passage
from onrecord.web.marks import Mark, stretches

TEXT = "The mayor of Port Alba said the bridge was safe."
KINDS = st.sampled_from(["content", "source", "cue", "event", "figure", "date"])


def mark(words: str, kind: str = "content", entry: str = "sta_1") -> Mark:
    start = TEXT.index(words)
    return Mark(start, start + len(words), kind, entry)  # type: ignore[arg-type]


@st.composite
def marks(draw: st.DrawFn, length: int) -> Mark:
    start, end = sorted(draw(st.tuples(st.integers(0, length), st.integers(0, length))))
    return Mark(start, end, draw(KINDS), draw(st.sampled_from(["sta_1", "eve_2", "fig_3"])))


@given(st.data(), st.text(min_size=1, max_size=60))
def test_stretches_put_together_are_the_passage(data: st.DataObject, text: str) -> None:
    found = data.draw(st.lists(marks(len(text)), max_size=12))
    whole = passage(text, 0, len(text))
    assert "".join(each.text for each in stretches(whole, found)) == text


@given(st.data(), st.text(min_size=1, max_size=60))
def test_every_letter_has_just_the_marks_that_lie_over_it(data: st.DataObject, text: str) -> None:
    found = data.draw(st.lists(marks(len(text)), max_size=12))
    at = 0
    for each in stretches(passage(text, 0, len(text)), found):
        for place in range(at, at + len(each.text)):
            over = [m for m in found if m.start <= place < m.end]
            assert set(each.kinds) == {m.kind for m in over}
            assert set(each.entries) == {m.entry for m in over}
        at += len(each.text)


@given(st.data(), st.text(min_size=4, max_size=60))
def test_each_mark_begins_in_exactly_one_stretch(data: st.DataObject, text: str) -> None:
    one = data.draw(marks(len(text)))
    others = data.draw(st.lists(marks(len(text)), max_size=6))
    found = stretches(
        passage(text, 0, len(text)), [one, *[o for o in others if o.entry != one.entry]]
    )
    begun = [each for each in found if one.entry in each.first]
    assert len(begun) == (1 if one.start < one.end else 0)


def test_mark_within_a_mark_is_a_stretch_of_both() -> None:
    whole = passage(TEXT, 0, len(TEXT))
    found = stretches(whole, [mark("the bridge was safe"), mark("bridge", "figure", "fig_1")])
    assert [(s.text, s.kinds) for s in found if s.kinds] == [
        ("the ", ("content",)),
        ("bridge", ("content", "figure")),
        (" was safe", ("content",)),
    ]


def test_marks_that_overlap_are_cut_where_they_cross() -> None:
    whole = passage(TEXT, 0, len(TEXT))
    found = stretches(whole, [mark("Port Alba said"), mark("said the bridge", "event", "eve_1")])
    assert [(s.text, s.entries) for s in found if s.entries] == [
        ("Port Alba ", ("sta_1",)),
        ("said", ("sta_1", "eve_1")),
        (" the bridge", ("eve_1",)),
    ]


def test_marks_outside_of_a_passage_are_left_out() -> None:
    found = stretches(Passage(4, 9, "mayor"), [mark("The mayor of"), mark("safe", "cue")])
    assert [(s.text, s.kinds) for s in found] == [("mayor", ("content",))]
