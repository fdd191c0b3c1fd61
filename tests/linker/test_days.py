"""Windows are compared as they are made and as forms are kept: JSON has lists for them."""

import json

import pytest

from onrecord.linker import days

DATES = ("2023-11-06", "2023-11", "XXXX-11-06", "2023-11-05/2023-11-08", None)
COMPARED = (days.apart, days.earlier, days.spanned)


def kept(window):
    return json.loads(json.dumps(window))


@pytest.mark.parametrize("compared", COMPARED)
@pytest.mark.parametrize("left", DATES)
@pytest.mark.parametrize("right", DATES)
def test_windows_that_were_kept_are_compared_as_those_made_just_now(compared, left, right):
    one, other = days.window(left), days.window(right)
    assert compared(kept(one), kept(other)) == compared(one, other) == compared(one, kept(other))


@pytest.mark.parametrize("date", DATES)
def test_windows_that_were_kept_lie_in_the_same_stretches(date):
    window = days.window(date)
    assert [*days.stretches(kept(window), 28)] == [*days.stretches(window, 28)]
