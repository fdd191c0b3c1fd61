"""Charts: what they draw, what they say in words, and that nothing in them has a style."""

import datetime
import re
import xml.etree.ElementTree as ET

import pytest

from onrecord.across import History, Reckoned
from onrecord.model import When
from onrecord.web import charts
from onrecord.web.charts.days import Days, number
from onrecord.web.charts.days import day as day_of

HOSTILE = '</title><script>alert(1)</script>" onload="x \u202e\x00'


def statements(during):
    return f"/statements?during={during}"


def titles(markup):
    return [each.text for each in ET.fromstring(markup).iter("title")]


def addresses(markup):
    return [each.get("href") for each in ET.fromstring(markup).iter("a")]


def over_time(*counts):
    return charts.over_time(counts, statements)


def event(edtf, status="happened", lane="ASSAULT", said="Kestria shelled the dam"):
    return charts.Dated(edtf, status, lane, said, "/event/occ_1")


def timeline(marks):
    def several(dates, status, lane):
        return f"/events?{'&'.join((*sorted(dates), status, lane))}"

    return charts.timeline(marks, several)


def given(entry, value, day, **known):
    known = {"low": value, "high": value, "qualifier": None, "as_of": When(day), **known}
    known = {"published": When(day), "publisher": "Alba Herald", "according_to": None, **known}
    return Reckoned("art_1", entry, value, text=f"{value} people", **known)


def history(*members, **known):
    value = History("cnt_1", "people killed at Tarn", "killed", "Tarn", 2, members)
    return charts.history(value, lambda one: f"/article/{one.article}#{one.entry}", **known)


def drawn():
    """One of each, with hostile words in it."""
    bound = given("fig_1", 40, "2024-03-01", high=None, qualifier="more than")
    about = given("fig_2", 44, "2024-03-04/2024-03-06", qualifier="about", according_to=HOSTILE)
    span = given("fig_3", 50, "2024-03-09", low=45, high=60, superseded_by="fig_4")
    return {
        "columns": over_time(("2024-03-05", 3), ("2024-03-09", 12)),
        "timeline": timeline([event("2024-03-05", lane=HOSTILE), event("2024-03/..")]),
        "history": history(bound, about, span, disputed={"fig_1"}),
        "relays": charts.relaying([(HOSTILE, "Reuters", 3)], lambda *names: "/statements"),
    }


@pytest.mark.parametrize("kind", ["columns", "timeline", "history", "relays"])
def test_nothing_in_a_chart_has_a_style_a_script_or_a_colour_of_its_own(kind):
    chart = ET.fromstring(drawn()[kind])
    assert not {each.tag for each in chart.iter()} & {"script", "style", "foreignObject"}
    names = {name for each in chart.iter() for name in each.attrib}
    assert not {name for name in names if name == "style" or name.startswith("on")}
    fills = {each.get("fill") for each in chart.iter()} | {
        each.get("stroke") for each in chart.iter()
    }
    assert fills <= {None, "none"}


@pytest.mark.parametrize("kind", ["columns", "timeline", "history", "relays"])
def test_words_of_articles_are_text_and_keep_their_direction(kind):
    chart = drawn()[kind]
    assert "<script" not in chart
    assert not re.search("[\u202e\x00]", chart)


@pytest.mark.parametrize("kind", ["columns", "timeline", "history", "relays"])
def test_every_mark_is_a_link_with_words_and_the_sheet_has_a_name(kind):
    chart = ET.fromstring(drawn()[kind])
    svg = chart.find("svg")
    assert svg.get("role") == "group"
    assert svg.findtext("title")
    assert svg.findtext("desc")
    links = list(svg.iter("a"))
    assert links
    assert all(each.get("href") and each.findtext("title") for each in links)


@pytest.mark.parametrize("kind", ["columns", "timeline", "history", "relays"])
def test_sheets_are_as_wide_as_the_page(kind):
    assert ET.fromstring(drawn()[kind]).find("svg").get("width") == "100%"


def test_days_have_columns_that_lead_to_their_statements():
    chart = over_time(("2024-03-05", 3), ("2024-03-07", 1))
    assert addresses(chart) == [
        "/statements?during=2024-03-05",
        "/statements?during=2024-03-07",
    ]
    assert titles(chart)[1:] == ["2024-03-05: 3 statements", "2024-03-07: 1 statement"]


def test_many_days_become_weeks_months_or_years():
    weeks = over_time(("2024-01-03", 1), ("2024-06-03", 1))
    assert titles(weeks)[1] == "week of 2024-01-01: 1 statement"
    months = over_time(("2021-01-03", 1), ("2024-06-03", 1))
    assert titles(months)[1] == "January 2021: 1 statement"
    years = over_time(("1991-01", 2), ("2024-06", 1))
    assert titles(years)[1] == "1991: 2 statements"
    assert addresses(years)[0] == "/statements?during=1991"
    assert addresses(months)[0] == "/statements?during=2021-01"
    assert addresses(weeks)[0] == "/statements?during=2024-01-01/2024-01-07"


def test_columns_are_as_high_as_their_counts():
    chart = ET.fromstring(over_time(("2024-03", 10), ("2024-04", 5)))
    high = [
        float(each.get("height")) for each in chart.iter("rect") if each.get("class") == "column"
    ]
    assert high[0] == pytest.approx(2 * high[1])


def test_dates_far_from_all_others_are_told_not_drawn():
    chart = over_time(("1948-05-14", 1), *((f"2024-03-{day:02}", 9) for day in range(1, 29)))
    assert "1 statement dated earlier" in chart
    assert "/statements?during=1948-05-14" in addresses(chart)
    assert not any("1948" in title for title in titles(chart))


def test_the_newest_are_drawn_however_few_they_are():
    chart = over_time(
        *((f"20{year}-{month:02}", 99) for year in (20, 21) for month in range(1, 13)),
        ("2022-01", 1),
    )
    assert "January 2022: 1 statement" in titles(chart)
    assert "Not drawn" not in chart


def test_dates_less_exact_than_nearly_all_are_told_not_drawn():
    chart = over_time(("2024-03", 1), *((f"2024-03-{day:02}", 9) for day in range(1, 29)))
    assert "1 statement dated less exactly" in chart
    assert "2024-03-28: 9 statements" in titles(chart)


def test_what_lies_in_two_columns_is_in_neither():
    chart = over_time(("2024-01", 8), ("2024-02", 8), ("2024-01-30/2024-02-02", 2))
    assert titles(chart)[1:] == ["January 2024: 8 statements", "February 2024: 8 statements"]
    assert "2 statements dated less exactly" in chart


def test_where_most_dates_lie_in_two_months_there_are_years():
    chart = over_time(("2024-01-30/2024-02-02", 5), ("2024-03-30/2024-04-02", 5))
    assert titles(chart)[1:] == ["2024: 10 statements"]


def test_dates_of_which_no_column_has_any_are_no_chart():
    assert over_time(("2023-12-30/2024-01-02", 5)) == ""


def test_nothing_to_draw_is_no_chart():
    assert over_time() == over_time(("2024-03", 0)) == over_time(("XXXX-03", 4)) == ""
    assert timeline([event(None)]) == ""
    assert history(given("fig_1", 40, "2024-03-01")) == ""
    assert charts.relaying([], lambda *names: "/") == ""


def test_the_first_and_the_last_day_there_are_can_be_drawn():
    assert over_time(("0001-01-01", 1), ("0001-01-02", 1))
    assert over_time(("9999-12-30", 1), ("9999-12-31", 1))


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2024-03-05", "2024-03-09", ["5 Mar\n2024", "6 Mar", "7 Mar", "8 Mar", "9 Mar"]),
        ("2024-03-01", "2024-03-30", ["4 Mar\n2024", "11 Mar", "18 Mar", "25 Mar"]),
        ("2023-11-15", "2024-03-15", ["Dec\n2023", "Jan\n2024", "Feb", "Mar"]),
        ("2019-06-01", "2024-03-01", ["2020", "2021", "2022", "2023", "2024"]),
        ("1900-06-01", "2024-03-01", ["1920", "1940", "1960", "1980", "2000", "2020"]),
    ],
)
def test_an_axis_of_days_has_few_labels_and_each_year_once(first, last, said):

    ends = (datetime.date.fromisoformat(one) for one in (first, last))
    days = Days(*map(number, ends))
    ticks = days.ticks()
    assert [days.format_tick(each, place, 0) for place, each in enumerate(ticks)] == said
    assert all(days.first <= each <= days.last for each in ticks)
    assert day_of(ticks[0]) <= day_of(ticks[-1])


def test_status_is_told_by_shape_colour_and_words():
    statuses = "happened ongoing planned called_for possible denied did_not_happen".split()
    chart = timeline([event(f"2024-03-{n + 1:02}", s) for n, s in enumerate(statuses)])
    marks = list(ET.fromstring(chart).find("svg").iter("path"))
    looks = {(each.get("d"), each.get("class")) for each in marks}
    assert len(looks) == len(statuses) + 1  # what is going on is half filled
    assert "called for (1)" in chart
    assert "did not happen (1)" in chart


def test_a_doubtful_date_is_a_bar_and_one_without_an_end_an_arrow():
    chart = ET.fromstring(timeline([event("2024-03"), event("2024-02-10/..")]))
    assert len(list(chart.find("svg").iter("rect"))) == 2
    assert any(each.get("d", "").startswith("M0 -4L5") for each in chart.iter("path"))


def test_lanes_have_names_and_the_rarest_share_one():
    marks = [
        event(f"2024-03-{d + 1:02}", lane=f"lane {n}") for n in range(20) for d in range(20 - n)
    ]
    names = [
        each.text
        for each in ET.fromstring(timeline(marks)).iter("text")
        if each.get("class") == "lane-name"
    ]
    assert len(names) == 12
    assert names[-1] == "others"


def test_one_mark_stands_for_many_events_of_one_date_and_status():
    chart = timeline([event("2024-03")] * 7 + [event("2024-03-05")])
    assert addresses(chart) == ["/events?2024-03&happened&ASSAULT", "/event/occ_1"]
    assert titles(chart)[1] == "7 events, happened: Kestria shelled the dam; and others"
    assert "×7" in chart
    assert "happened (8)" in chart


def test_one_mark_stands_for_many_events_that_go_beyond_the_sheet():
    chart = timeline([event(f"../20{year}") for year in range(30, 40)] + [event("2024-01-05")])
    dates = "&".join(f"../20{year}" for year in range(30, 40))
    assert addresses(chart) == [f"/events?{dates}&happened&ASSAULT", "/event/occ_1"]


def test_marks_of_one_day_stand_above_each_other():
    chart = ET.fromstring(timeline([event("2024-03-05")] * 3))
    downs = {each.get("y") for each in chart.iter("svg") if each.find("circle") is not None}
    assert len(downs) == 3


def test_each_source_of_a_figure_has_a_line_a_shape_and_a_name():
    members = [
        given(f"fig_{n}", 40 + n, f"2024-03-0{n + 1}", according_to=f"Meridian ← {who}")
        for n, who in enumerate(["the ministry", "the ministry", "Cedar Relief", "Cedar Relief"])
    ]
    chart = ET.fromstring(history(*members))
    lines = [each for each in chart.find("svg").iter("path") if "line" in each.get("class", "")]
    assert {each.get("class") for each in lines} == {"line source-1", "line source-2"}
    key = ["".join(each.itertext()).strip() for each in chart.iter("li")]
    assert key == ["the ministry", "Cedar Relief"]


def test_bounds_ranges_doubts_and_disagreements_are_drawn_and_explained():
    chart = drawn()["history"]
    for sign in ("arrow:", "upright bar:", "level bar:", "open:", "pale:"):
        assert sign in chart
    assert "Ring: accounts disagree" in chart
    classes = [each.get("class", "") for each in ET.fromstring(chart).iter()]
    assert classes.count("disputed") == 1
    assert "superseded" in classes


def test_what_cannot_be_drawn_is_counted():
    tally = given("fig_3", "14-0", "2024-03-03", low=None, high=None)
    misread = given("fig_4", float("inf"), "2024-03-03")
    chart = history(
        given("fig_1", 1, "2024-03-01"), given("fig_2", 2, "2024-03-02"), tally, misread
    )
    assert "2 figures without a date or a number not drawn" in chart


def test_a_sketch_of_a_history_is_an_image_without_links():
    figures = given("fig_1", 1, "2024-03-01"), given("fig_2", 2, "2024-03-02")
    value = History("cnt_1", "people killed", "killed", None, 2, figures)
    chart = ET.fromstring(charts.sketch(value))
    assert chart.find("svg").get("role") == "img"
    assert chart.find("svg").findtext("desc") == "2 figures by 1 source, from 1 to 2."
    assert not list(chart.iter("a"))
    assert charts.sketch(History("cnt_1", "people killed", "killed", None, 1, figures[:1])) == ""


def test_curves_are_as_thick_as_a_publisher_relies_on_another():
    counts = [("Alba Herald", "Reuters", 20), ("Alba Herald", "the ministry", 10)]
    chart = ET.fromstring(charts.relaying(counts, lambda name, relay: f"/s?p={name}&r={relay}"))
    thick = {
        each.findtext("title"): float(each.find("path").get("stroke-width"))
        for each in chart.find("svg").iter("a")
    }
    assert thick["Alba Herald passes on Reuters: 20 statements"] == pytest.approx(
        2 * thick["Alba Herald passes on the ministry: 10 statements"], rel=0.01
    )
    begins = {each.get("d").partition("C")[0] for each in chart.find("svg").iter("path")}
    assert len(begins) == 2


def test_pairs_beyond_the_busiest_are_counted_not_drawn():
    counts = [("Alba Herald", f"source {n}", 30 - n) for n in range(20)]
    chart = charts.relaying(counts, lambda name, relay: "/s")
    assert len(list(ET.fromstring(chart).find("svg").iter("a"))) == 14
    assert "81 statements of rarer pairs not drawn" in chart


def test_a_status_has_a_sign_for_lists():
    assert 'aria-hidden="true"' in charts.sign("ongoing")
