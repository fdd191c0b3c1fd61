from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.plots.days import limits, span
from onrecord.plots.lanes import lanes
from onrecord.plots.texts import digits, fit

EXTENTS = st.lists(
    st.tuples(st.integers(0, 100), st.integers(1, 30)).map(lambda e: (e[0], e[0] + e[1]))
).map(sorted)


@given(EXTENTS)
def test_nothing_in_a_lane_covers_its_neighbour(extents: list[tuple[int, int]]) -> None:
    chosen = lanes(extents)
    for lane in set(chosen):
        inside = [e for e, n in zip(extents, chosen, strict=True) if n == lane]
        assert all(a[1] <= b[0] for a, b in pairwise(inside))


def test_a_day_is_one_day_long_and_a_month_thirty_one() -> None:
    day, month = span("2031-03-01"), span("2031-03")
    assert day
    assert month
    assert day.exact
    assert (month.start, month.end) == (day.start, (day.start or 0) + 31)


def test_a_date_that_nothing_bounds_has_no_days() -> None:
    assert span("XXXX-XX-07") is None
    assert span(None) is None


def test_a_year_does_not_stretch_an_axis_of_days() -> None:
    spans = [s for s in (span("2031-03-01"), span("2031-03-20"), span("2031")) if s]
    low, high = limits(spans)
    assert high - low < 25


def test_an_axis_reaches_every_date() -> None:
    spans = [s for s in (span("2031-03-01"), span("2029"), span("2035-06")) if s]
    low, high = limits(spans)
    assert all((s.start or low) < high and (s.end or high) > low for s in spans)


@given(st.text())
def test_fit_words_are_one_line_that_xml_can_hold(text: str) -> None:
    shown = fit(text, 20)
    assert len(shown) <= 20
    assert len(shown.splitlines()) <= 1
    assert not [c for c in shown if c < " " or c in "\ufffe\uffff" or "\ud800" <= c <= "\udfff"]


def test_numbers_read_as_people_write_them() -> None:
    assert [digits(n) for n in (0.0, 2.5, 32000.0, 1.2e6, 3e9)] == [
        "0",
        "2.5",
        "32,000",
        "1.2 m",
        "3 bn",
    ]
