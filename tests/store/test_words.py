import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.store.words import clean, folded, shelved, sought


def finds(name, *names):
    pattern = sought(name)
    return pattern is not None and pattern.strip("%") in shelved(*names)


@pytest.mark.parametrize("name", ["kirby", "John Kirby", "JOHN", "john  kirby", "Kirby."])
def test_whole_words_find_a_name(name):
    assert finds(name, "John Kirby")


@pytest.mark.parametrize("name", ["Kirb", "John Kirbyson", "Kirby John", "John", "", "!?"])
def test_parts_of_words_find_nothing(name):
    assert not finds(name, "Jon Kirby")


def test_john_kirby_does_not_find_john_kirbyson():
    assert not finds("John Kirby", "John Kirbyson")


def test_words_do_not_reach_from_one_name_into_the_next():
    assert not finds("Kirby Lloyd", "John Kirby", "Lloyd Austin")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Erdogan", "Recep Tayyip Erdoğan"),
        ("Erdoğan", "Recep Tayyip Erdogan"),
        ("Jorgensen", "Jørgensen"),
        ("Lodz", "Łódź"),
        ("Strasse", "Straße"),
        ("O’Brien", "O'Brien"),
        ("зеленский", "Владимир Зеленский"),
    ],
)
def test_accents_letters_and_apostrophes_do_not_matter(typed, printed):
    assert finds(typed, printed)


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text)


@given(st.text())
def test_a_pattern_holds_no_wildcard_of_the_users(text):
    pattern = sought(text)
    assert pattern is None or not set(pattern[1:-1]) & set("%_\\")


@given(st.text(st.characters()))
def test_clean_text_keeps_its_length_and_can_be_written(text):
    assert len(clean(text)) == len(text)
    assert "\x00" not in clean(text)
    assert clean(text).encode().decode() == clean(text)


def test_halves_of_pairs_are_replaced():
    assert clean("a\ud800b\x00") == "a\ufffdb\ufffd"
