"""The gazetteer and the outlines: small, whole, and findable."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon import gazetteer
from onrecord.lexicon.gazetteer import HERE, countries, country_of, folded, region_of, sites
from onrecord.lexicon.outlines import rings

EVERY = [site for those in gazetteer._loaded().by_name.values() for site in those]


def test_it_is_small_enough_to_come_along():
    assert (HERE / "gazetteer.tsv.gz").stat().st_size < 300_000
    assert (HERE / "outlines.json.gz").stat().st_size < 150_000


def test_the_licence_and_whom_to_credit_stand_beside_the_data():
    text = (HERE / "LICENSE").read_text(encoding="utf-8")
    for credit in ("GeoNames", "Creative Commons Attribution 4.0", "Natural Earth"):
        assert credit in text


def test_every_place_lies_on_earth_and_in_a_country_that_is_known():
    assert all(-90 <= each.latitude <= 90 and -180 <= each.longitude <= 180 for each in EVERY)
    assert {site.country for site in EVERY} == {site.country for site in countries()}


def test_regions_and_countries_of_a_place_are_found_by_their_codes():
    site = next(site for site in sites("Lviv") if site.kind == "city")
    country, region = country_of(site.country), region_of(site)
    assert country is not None
    assert country.name == "Ukraine"
    assert region is None or region.country == "UA"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kiev", "Kyiv"),
        ("Saint Petersburg", "St. Petersburg"),
        ("SAO PAULO", "São Paulo"),
        ("U.S.", "United States"),
        ("Nukuʻalofa", "Nuku‘alofa"),
        ("Gaza", "Gaza Strip"),
        ("Tex.", "Texas"),
    ],
)
def test_names_that_english_has_for_one_place_lead_to_it(one, other):
    assert {(s.name, s.country) for s in sites(one)} & {(s.name, s.country) for s in sites(other)}


def test_gaza_is_the_strip_and_its_city_has_a_name_of_its_own():
    assert {site.kind for site in sites("Gaza")} == {"region"}
    assert {site.kind for site in sites("Gaza City")} == {"city"}


def test_places_of_one_name_come_with_those_of_most_people_first():
    people = [site.population for site in sites("Springfield")]
    assert len(people) > 2
    assert people == sorted(people, reverse=True)


def test_a_name_says_where_smaller_places_have_it():
    assert "US.TX" in sites("Paris")[0].elsewhere
    assert sites("Mokha")[0].elsewhere == ()


def test_no_name_is_no_place():
    assert sites("") == sites("—") == sites("Brellmouth") == ()


@given(st.text())
def test_folding_a_name_twice_changes_nothing(name):
    assert folded(folded(name)) == folded(name)


@pytest.mark.parametrize("scale", ["110m", "50m"])
def test_outlines_are_closed_and_reach_as_far_as_they_say(scale):
    for ring in rings(scale):
        assert ring.points[0] == ring.points[-1]
        west, south, east, north = ring.reach
        assert all(west <= x <= east and south <= y <= north for x, y in ring.points)


def test_an_outline_that_crosses_the_date_line_goes_on_beyond_the_edge():
    for scale in ("110m", "50m"):
        steps = [abs(b[0] - a[0]) for r in rings(scale) for a, b in pairwise(r.points)]
        assert max(steps) < 180
        assert max(ring.reach[2] for ring in rings(scale)) > 180


def test_a_country_stands_on_its_own_land():
    (russia,) = [site for site in countries() if site.country == "RU"]
    assert 60 < russia.longitude < 130
