import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.store.days import FIRST_OF_ALL, LAST_OF_ALL, days


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2023-11-06", "2023-11-06", "2023-11-06"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-11-06/2023-11-07", "2023-11-06", "2023-11-07"),
        ("2023-11-06/..", "2023-11-06", LAST_OF_ALL),
        ("../2023-11-06", FIRST_OF_ALL, "2023-11-06"),
        ("[2023-11-06,2023-11-13]", "2023-11-06", "2023-11-13"),
    ],
)
def test_a_date_has_a_first_and_a_last_day(edtf, first, last):
    assert days(edtf) == (first, last)


@pytest.mark.parametrize(
    "edtf", [None, "", "XXXX-XX-07", "XXXX-11-06", "../..", "Monday", "2023-13", "2023-02-30"]
)
def test_a_date_that_nothing_bounds_has_none(edtf):
    assert days(edtf) is None


@given(st.text(alphabet="0123456789X-/.~?%[]{},T "))
def test_any_string_has_days_that_compare_as_text_or_none(edtf):
    found = days(edtf)
    assert found is None or all(len(day) == 10 for day in found)


@given(st.dates())
def test_a_day_is_its_own_bounds(day):
    assert days(day.isoformat()) == (day.isoformat(), day.isoformat())
