import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import plots
from onrecord.errors import PlotsMissing
from onrecord.export.counted import counted
from onrecord.export.happened import happened
from onrecord.model import Passage, Place, Reading
from onrecord.plots import counts, timelines
from tests.plots.invented import event, figure, rising_toll, sixty_events
from tests.readings import EDTF, readings

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
HOSTILE = [
    "<script>alert(1)</script>",
    "]]></title><a href='https://evil.example'>",
    "$\\frac{1}{2}$ \x00\x1b[31m \ufffe\ud800 \u202eevil",
    "_hidden & 北京市長官",
    '<g id="event-0">',
]
PICTURES = [(timelines.drawn, sixty_events), (counts.drawn, rising_toll)]


def parsed(svg: str) -> ET.Element:
    """The picture, which must be one a browser may show and that asks for nothing outside."""
    root = ET.fromstring(svg)
    assert root.tag == f"{SVG}svg"
    for element in root.iter():
        assert element.tag.rpartition("}")[2] not in ("script", "image", "a", "foreignObject")
        assert element.get(LINK, "#").startswith("#")
        assert not [name for name in element.attrib if name.rpartition("}")[2].startswith("on")]
        assert not re.search(r"url\((?!#)|@import|@font-face", element.get("style", ""))
    assert "<!DOCTYPE" not in svg
    return root


def drawn_once(root: ET.Element, kind: str) -> int:
    """How many marks of a kind there are, each of which must be alone in its group."""
    groups = [g for g in root.iter(f"{SVG}g") if re.fullmatch(rf"{kind}-\d+", g.get("id", ""))]
    assert len({g.get("id") for g in groups}) == len(groups)
    assert all(len(list(g.iter(f"{SVG}use"))) == 1 for g in groups)
    return len(groups)


def texts(root: ET.Element) -> list[str]:
    return ["".join(t.itertext()) for t in root.iter(f"{SVG}text")]


@pytest.mark.parametrize(("draw", "rows"), PICTURES)
def test_a_picture_is_xml_that_points_nowhere(
    draw: Callable[[Any], str], rows: Callable[[], Any]
) -> None:
    parsed(draw(rows()))


@pytest.mark.parametrize(("draw", "rows"), PICTURES)
def test_the_same_values_give_the_same_bytes(
    draw: Callable[[Any], str], rows: Callable[[], Any]
) -> None:
    assert draw(rows()) == draw(rows())


@pytest.mark.parametrize("draw", [timelines.drawn, counts.drawn])
def test_nothing_to_draw_is_an_empty_picture(draw: Callable[[Any], str]) -> None:
    parsed(draw([]))


def test_every_dated_event_is_drawn_once_and_the_others_are_counted() -> None:
    root = parsed(timelines.drawn(sixty_events()))
    assert drawn_once(root, "event") == 58
    assert any("2 events without a date are not drawn." in text for text in texts(root))


def test_a_row_is_named_for_its_action_and_the_legend_for_the_status() -> None:
    said = texts(parsed(timelines.drawn([event(1, "2031-03-01"), event(2, "2031-03", "denied")])))
    assert {"ASSAULT (2)", "happened (1)", "denied (1)", "Rebels · shelled"} <= set(said)
    assert "planned (0)" not in said


def test_an_event_says_more_when_pointed_at() -> None:
    root = parsed(timelines.drawn([event(1, "2031-03-01")]))
    group = next(g for g in root.iter(f"{SVG}g") if g.get("id") == "event-0")
    tip = group.findtext(f"{SVG}title", "")
    assert tip.startswith("ASSAULT; happened; 2031-03-01 (text); Rebels · shelled; Bay Courier")


@pytest.mark.parametrize("edtf", [*filter(None, EDTF), "0001", "9999-12-31", "../2031-03-01"])
def test_every_date_that_has_days_can_be_drawn(edtf: str) -> None:
    expected = 0 if edtf.startswith("XXXX") else 1
    assert drawn_once(parsed(timelines.drawn([event(1, edtf)])), "event") == expected


def test_more_events_than_there_is_room_for_words_are_all_drawn() -> None:
    root = parsed(timelines.drawn([event(n, "2031-03-01") for n in range(400)]))
    assert drawn_once(root, "event") == 400
    assert "Rebels · shelled" not in texts(root)


def test_every_figure_with_a_date_is_drawn_once() -> None:
    assert drawn_once(parsed(counts.drawn(rising_toll())), "figure") == len(rising_toll())


def test_a_source_has_a_line_of_its_own_in_the_legend() -> None:
    said = texts(parsed(counts.drawn(rising_toll())))
    sources = {"the Ostrava Bay Health Ministry", "The Army", "Open Hands"}
    assert {*sources, "Bay Courier, in its own voice"} <= set(said)
    assert {"more than 40", "70 to 105", "at most 150"} <= set(said)


def test_a_tally_is_no_number_to_draw() -> None:
    root = parsed(counts.drawn([figure(1, None, None, "The Army", value="14-0")]))
    assert drawn_once(root, "figure") == 0
    assert any("1 figure without a date or a number not drawn." in text for text in texts(root))


def test_ten_sources_are_drawn_eight_of_them_with_a_look_of_their_own() -> None:
    root = parsed(counts.drawn([figure(n, 5.0, 5.0, f"Source {n}") for n in range(10)]))
    assert drawn_once(root, "figure") == 10
    assert "2 other lines" in texts(root)


def test_measures_are_drawn_apart() -> None:
    held = figure(2, 5.0, 5.0, "The Army", measure="held")
    said = texts(parsed(counts.drawn([figure(1, 5.0, 5.0, "The Army"), held])))
    assert {"killed, people", "held, people"} <= set(said)


def test_the_dead_of_a_town_and_of_a_country_are_two_lines() -> None:
    places = [Place(name, Passage(0, 4, name)) for name in ("Tarn", "Ostravia")]
    rows = [figure(n, 5.0, 5.0, "The Army", place=place) for n, place in enumerate(places)]
    assert {"The Army: Tarn", "The Army: Ostravia"} <= set(texts(parsed(counts.drawn(rows))))


def test_numbers_that_would_cover_each_other_are_written_once() -> None:
    said = texts(parsed(counts.drawn([figure(1, 5.0, 5.0, f"Source {n}") for n in range(0, 9, 2)])))
    assert said.count("5") < 5


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    events = [event(n, "2031-03-01", trigger=words, actor=words, action=words) for n in range(2)]
    assert drawn_once(parsed(timelines.drawn(events)), "event") == 2
    toll = [figure(n, 5.0, None, words, qualifier=words) for n in range(2)]
    assert drawn_once(parsed(counts.drawn(toll)), "figure") == 2


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(), st.floats(allow_nan=False, allow_infinity=False))
def test_any_words_and_any_number_can_be_drawn(words: str, number: float) -> None:
    parsed(timelines.drawn([event(1, "2031-03-01", trigger=words, actor=words, action=words)]))
    parsed(counts.drawn([figure(1, number, number, words, qualifier=words, value=number)]))


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(readings())
def test_any_reading_can_be_drawn(reading: Reading) -> None:
    parsed(timelines.drawn(happened(reading)))
    parsed(counts.drawn(counted(reading)))


def test_a_picture_replaces_the_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    to = tmp_path / "toll.svg"
    to.write_text("old")
    plots.figures(rising_toll(), to)
    plots.timeline(sixty_events(), tmp_path / "events.svg")
    assert to.read_text(encoding="utf-8") == counts.drawn(rising_toll())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["events.svg", "toll.svg"]


def test_a_file_stays_as_it_was_when_the_picture_cannot_be_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "toll.svg"
    to.write_text("old")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(OSError, match="full"):
        plots.figures([], to)
    assert to.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["toll.svg"]


def test_without_matplotlib_the_error_names_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plots, "find_spec", lambda name: None)
    with pytest.raises(PlotsMissing, match=r"onrecord\[plots\]"):
        plots.timeline([], tmp_path / "none.svg")


def test_a_settings_file_of_the_user_changes_nothing() -> None:
    import matplotlib as mpl

    before = counts.drawn(rising_toll())
    with mpl.rc_context({"lines.linewidth": 9, "axes.facecolor": "red"}):
        assert counts.drawn(rising_toll()) == before
