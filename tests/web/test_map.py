"""``/events?view=map``: what is drawn, what stands beside it, and where it leads."""

import csv
import io
import re
from dataclasses import replace
from itertools import combinations

import pytest

from onrecord.findings import Choice
from onrecord.places import Spot
from onrecord.web.charts import ground, maps
from onrecord.web.charts.labels import LED, Disc, Sheet
from tests.abroad import reading, strikes
from tests.web.selecting import select
from tests.web.shown import page, room, words

MAP = "/events?view=map"
HOSTILE = 'Odesa</title><script>alert(1)</script>" onload="x'


@pytest.fixture
def quay(tmp_path):
    with room(tmp_path, *strikes()) as client:
        yield client


def marks(shown):
    return select(shown, ".map-marks a.spot")


def rows(shown):
    return [[words(cell) for cell in row] for row in select(shown, "#places tbody tr")]


def test_every_place_has_a_mark_that_says_what_it_is_and_a_row(quay):
    shown = page(quay, MAP)
    said = [words(select(mark, "title")[0]) for mark in marks(shown)]
    assert sorted(said) == [
        "Dayton, Ohio, United States: 1 event (happened 1)",
        "Odesa, Ukraine: 3 events (happened 2, planned 1)",
        "Turkey; no nearer place is given: 1 event (happened 1)",
    ]
    assert [row[0] for row in rows(shown)] == [
        "Odesa, Ukraine", "Dayton, Ohio, United States", "Turkeyno nearer place given",
    ]  # fmt: skip


def test_a_mark_leads_to_exactly_the_events_it_counts(quay):
    for mark in marks(page(quay, MAP)):
        said = words(select(mark, "title")[0])
        counted = int(re.search(r": (\d+) event", said)[1])
        address = mark.get("href")
        assert len(select(page(quay, address.partition("#")[0]), "#told .entry")) == counted
        given = quay.get(address.partition("#")[0].replace("/events", "/events.json")).json()
        assert given["told"] == counted == len(given["events"])


def test_a_country_is_drawn_otherwise_than_a_town(quay):
    shown = page(quay, MAP)
    assert len(select(shown, "a.spot .spot-area")) == 1
    assert len(select(shown, "a.spot .spot-town")) == 2


def test_a_place_shows_the_sign_of_its_status_and_the_key_says_it(quay):
    shown = page(quay, "/events?view=map&status=planned")
    (mark,) = marks(shown)
    assert select(mark, ".sign .status-planned")
    assert "planned" in words(select(shown, ".chart-key")[0])


def test_what_is_on_no_map_is_counted_and_listed_with_the_reason(quay):
    shown = page(quay, MAP)
    said = words(select(shown, ".map-sum")[0])
    assert said == (
        "5 are on the map; for 1 no place was read in the articles; 1 is at places the gazetteer"
        " does not know; 1 at names that may mean several places."
    )
    listed = words(shown.get_element_by_id("unplaced").getnext())
    assert "Springfield" in listed
    assert "it may be Springfield, Missouri" in listed
    assert "Brellmouth" in listed


def test_filters_hold_on_the_map_and_in_where_it_leads(quay):
    shown = page(quay, "/events?view=map&status=planned")
    assert [row[:2] for row in rows(shown)] == [["Odesa, Ukraine", "1"]]
    (mark,) = marks(shown)
    assert "status=planned" in mark.get("href")
    (hidden,) = select(shown, "input[name=view]")
    assert hidden.get("value") == "map"


def test_the_other_views_lead_to_the_map_with_their_filters(quay):
    links = select(page(quay, "/events?status=planned"), ".views a")
    assert "/events?status=planned&view=map" in {f"/events{link.get('href')}" for link in links}


def test_json_has_the_places_with_where_and_why(quay):
    given = quay.get("/events.json?view=map").json()["places"]
    assert given["placed"] == 5
    odesa = given["spots"][0]
    assert odesa["latitude"] == 46.49
    assert odesa["reasons"]
    assert odesa["statuses"][0]["value"] == "happened"


def test_csv_has_a_row_for_each_place_and_each_name_on_no_map(quay):
    table = list(csv.DictReader(io.StringIO(quay.get("/events.csv?view=map").text)))
    assert [row["id"] for row in table] == ["UA.17.odesa", "US.OH.dayton", "TR", "", ""]
    assert (table[0]["latitude"], table[0]["longitude"]) == ("46.49", "30.74")
    assert {row["kind"] for row in table[3:]} == {"ambiguous", "unknown"}
    assert all(row["reasons"] for row in table)
    told = list(csv.DictReader(io.StringIO(quay.get("/events.csv?view=map&at=TR").text)))
    assert [row["place"] for row in told] == ["Turkey"]


@pytest.mark.parametrize("at", ["XX", "'", "TR.", HOSTILE])
def test_a_place_where_nothing_ever_was_is_not_found(quay, at):
    assert quay.get("/events", params={"view": "map", "at": at}).status_code == 404


def test_a_place_that_the_filters_leave_nothing_of_says_so(quay):
    shown = page(quay, "/events?view=map&at=TR&status=planned")
    assert "None of these events is told to have been there." in words(shown)


def test_a_record_without_places_says_so(tmp_path):
    with room(tmp_path, reading(("Everybody slept", None, "happened"))) as client:
        shown = page(client, MAP)
    assert "None of these events can be put on a map." in words(shown)
    assert not select(shown, ".chart-map")


def test_hostile_names_are_text(tmp_path):
    with room(tmp_path, reading(("Ferries stopped", HOSTILE, "happened"))) as client:
        answer = client.get(MAP)
    assert "<script>alert" not in answer.text
    assert "alert(1)" in answer.text


def test_nothing_has_a_style_of_its_own_and_the_page_is_small(quay):
    text = quay.get(MAP).text
    assert not re.search(r"<style|\sstyle=|\son\w+=", text)
    assert len(text) < 100_000


def test_who_made_the_data_is_credited(quay):
    credit = words(select(page(quay, MAP), ".map-credit")[0])
    for words_ in ("GeoNames", "Creative Commons Attribution 4.0", "Natural Earth"):
        assert words_ in credit


def spot(latitude, longitude, kind="city", id="AA", events=1):
    statuses = (Choice("happened", "happened", events),)
    names = ("Aa",)
    return Spot(id, "Aa", kind, "AA", latitude, longitude, events, events, statuses, names, ())


@pytest.mark.parametrize(
    "places",
    [
        [(50.0, 30.0)],
        [(50.0, 30.0), (50.1, 30.1)],
        [(-43.5, 172.6), (21.3, -157.8), (64.1, -21.9)],
        [(-89.0, 0.0), (89.0, 0.0)],
        [(0.0, -180.0), (0.0, 180.0)],
        [(67.0, 179.9)],
    ],
)
def test_a_frame_holds_its_places_within_the_world(places):
    shown = ground.frame([(lat, lon, 2.0) for lat, lon in places])
    assert -180 <= shown.west < shown.east <= 180
    assert ground.SOUTH <= shown.south < shown.north <= ground.NORTH
    for lat, lon in places:
        if ground.SOUTH <= lat <= ground.NORTH:
            assert shown.holds(lat, lon)


def test_a_map_of_one_town_shows_its_surroundings_and_not_the_world():
    shown = ground.frame([(50.45, 30.52, 1.8)])
    assert shown.east - shown.west < 15
    assert len(ground.land(shown)) < 10_000


def test_a_map_of_the_world_has_a_light_ground():
    shown = ground.frame([(-43.5, 172.6, 2), (64.1, -157.8, 2), (0, 0, 2)])
    assert 10_000 < len(ground.land(shown)) < 60_000


def test_a_place_that_is_chosen_is_seen_closer_with_what_lies_around():
    far = [spot(50.0, 30.0), spot(-30.0, 150.0, id="BB"), spot(51.0, 31.0, id="CC")]
    drawn = maps.places(far, lambda one: f"/events?at={one.id}", "AA")
    assert "at=BB" not in drawn
    assert "at=CC" in drawn
    assert drawn.count("spot chosen") == 1


def test_larger_discs_stand_for_more_events():
    drawn = maps.places([spot(50, 30, events=90), spot(52, 34, id="BB")], lambda one: one.id)
    reaches = [float(r) for r in re.findall(r'r="([\d.]+)" class="spot-disc spot-town', drawn)]
    assert reaches == sorted(reaches, reverse=True)
    assert reaches[0] == maps.MOST


def named(spots, layout="on-narrow"):
    """The names beside discs on a phone, or on a wide page, each with the side it stands on."""
    drawn = maps.places(spots, lambda one: one.id)
    found = re.findall(r'class="(on-\w+ )?spot-name is-(\w+)"[^>]*>([^<]*)<', drawn)
    return [(side, name) for where, side, name in found if where.strip() in ("", layout)]


def called(name, *where, **more):
    return replace(spot(*where, **more), place=name)


def test_a_name_at_the_edge_of_the_map_stands_where_it_is_not_cut():
    spots = [called("Westerling", 50, 0, id="W"), called("Easterling", 50, 20, id="E")]
    assert named(spots) == [("right", "Westerling"), ("left", "Easterling")]


def crowd():
    near = [called(f"Small {at}", 50 + at / 10, 30 + at / 10, id=str(at)) for at in range(6)]
    far = called("Far", 50, 90, id="F")
    return [*near, called("Large", 50.25, 30.25, id="L", events=9), far]


@pytest.mark.parametrize("layout", maps.LAYOUTS)
def test_the_place_of_most_events_is_named_before_those_around_it(layout):
    assert "Large 9" in {name for _, name in named(crowd(), layout)}


@pytest.mark.parametrize("layout", maps.LAYOUTS.values())
def test_no_name_lies_over_a_disc_or_another_name_or_beyond_the_map(layout):
    sheet = Sheet(layout.wide, layout.wide / 2, layout.narrowest)
    discs = [Disc(0.5 + n / 50, 0.5 + n / 70, 20 - n, f"Harbour {n}") for n in range(9)]
    discs += [Disc(0.99, 0.02, 9, "Easterling"), Disc(0.01, 0.98, 9, "Westerling")]
    labels = sheet.labels(discs, layout.named)
    boxes = [sheet._box(d, at, layout.wide) for d, at in zip(discs, labels, strict=False) if at]
    assert boxes
    assert labels[0]
    for one, other in combinations([*boxes, *map(sheet._around, discs)], 2):
        is_disc = one not in boxes and other not in boxes
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert is_disc or apart
    assert all(left >= 0 and right <= layout.wide for left, _, right, _ in boxes)


def test_a_name_without_room_beside_its_place_has_a_line_that_leads_to_it():
    drawn = maps.places(crowd(), lambda one: one.id)
    assert "spot-line" in drawn
    assert drawn.count("spot-line") <= LED * len(maps.LAYOUTS)


def test_an_event_that_is_told_in_several_ways_is_said_to_be():
    statuses = (Choice("happened", "happened", 1), Choice("planned", "planned", 1))
    said = maps.said(replace(spot(50, 30), statuses=statuses))
    assert said == "Aa: 1 event, told in several ways (happened 1, planned 1)"


def test_a_place_is_asked_for_on_the_map_alone(quay):
    refused = quay.get("/events?at=UA.17.odesa")
    assert refused.status_code == 422
    assert "add view=map" in refused.text
    (top, *_) = select(page(quay, f"{MAP}&at=UA.17.odesa&status=planned"), "p.english")
    assert "at Odesa, Ukraine stands below the map (all places)" in words(top)
    assert {link.get("href") for link in select(top, "a")} == {"#told", "?status=planned&view=map"}


def test_no_place_no_map():
    assert maps.places([], lambda one: "") == ""
