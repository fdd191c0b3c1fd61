import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.phrases.dates import in_words

WORDS = {
    None: "undated",
    "2023-11-06": "2023-11-06",
    "2023-11-06T21:30": "2023-11-06, 21:30",
    "2024-03": "in March 2024",
    "2024": "in 2024",
    "2024-XX-XX": "in 2024",
    "2024-03-XX": "in March 2024",
    "2024-21": "in spring 2024",
    "201X": "in the 2010s",
    "19XX": "in the 1900s",
    "2023-11-06~": "about 2023-11-06",
    "2024-03~": "about March 2024",
    "2024?": "perhaps 2024",
    "2024-03%": "perhaps about March 2024",
    "2023-11-06/2023-11-07": "2023-11-06 to 2023-11-07",
    "2023-11/2024-02": "November 2023 to February 2024",
    "2023-10-07/..": "since 2023-10-07",
    "../2023": "until 2023",
    "[2023-11-06,2023-11-08]": "2023-11-06 or 2023-11-08",
    "{2023-11,2023-12}": "November 2023 and December 2023",
    "XXXX-XX-07": "the 7th, month unknown",
    "XXXX-XX-22": "the 22nd, month unknown",
    "XXXX-XX-11": "the 11th, month unknown",
    "2024-XX-03": "the 3rd, 2024, month unknown",
    "XXXX-XX-07/XXXX-XX-08": "the 7th to 8th of an unknown month",
    "XXXX-11-06": "6 November, year unknown",
    "XXXX-11": "in November, year unknown",
    "a Tuesday": "a Tuesday",
}


@pytest.mark.parametrize("edtf", WORDS)
def test_a_date_is_shown_in_words_with_its_doubt(edtf: str | None) -> None:
    assert in_words(edtf) == WORDS[edtf]


@given(st.text(alphabet="0123456789X-/.[],?~%T:Z", max_size=25))
def test_any_date_has_words(edtf: str) -> None:
    assert in_words(edtf)
