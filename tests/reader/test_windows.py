"""Windows cover every word once and end where a paragraph or a sentence ends."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.windows import windows

WORDS = st.lists(st.tuples(st.sampled_from(["a", "B", ".", "”"]), st.booleans(), st.integers(1, 6)))


@given(WORDS, st.integers(6, 30))
def test_every_word_is_read_once_and_no_window_is_too_long(
    read: list[tuple[str, bool, int]], room: int
) -> None:
    texts, starts, sizes = [list(x) for x in zip(*read, strict=True)] or ([], [], [])
    cuts = windows(texts, starts, sizes, room)
    assert [k for a, b in cuts for k in range(a, b)] == list(range(len(texts)))
    assert all(sum(sizes[a:b]) <= room for a, b in cuts)


def test_a_window_ends_at_a_paragraph_rather_than_in_it() -> None:
    texts = ["a"] * 20
    starts = [k in (0, 12) for k in range(20)]
    assert windows(texts, starts, [1] * 20, 15) == [(0, 12), (12, 20)]


def test_without_paragraphs_a_window_ends_at_a_sentence() -> None:
    texts = ["He", "left", ".", "”", "She", "stayed", "on", "."]
    assert windows(texts, [False] * 8, [1] * 8, 6)[0] == (0, 4)
