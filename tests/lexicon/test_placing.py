"""Which place a name means: one with a reason, or none with a reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon.placing import Doubt, Found, called, found


def place(name, *near, never=()):
    """What the name is found to be, or why it is not."""
    means = found(name, near, never)
    return called(means.site) if isinstance(means, Found) else means.why


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Lviv", "Lviv, Ukraine"),
        ("Turkey", "Turkey"),
        ("northern Syria", "Syria"),
        ("Springfield, Illinois", "Springfield, Illinois, United States"),
        ("Springfield (Illinois)", "Springfield, Illinois, United States"),
        ("the province of Banten", "Banten, Indonesia"),
        ("Helmand province", "Helmand, Afghanistan"),
        ("San Francisco area of California", "San Francisco, California, United States"),
        ("the capital, Kabul", "Kabul, Afghanistan"),
        ("Red Sea port town of Mokha", "Mocha, Ta'izz, Yemen"),
        ("Washington, D.C.", "Washington, United States"),
        ("South Sudan", "South Sudan"),
        ("Mexico City", "Mexico City, Mexico"),
    ],
)
def test_a_name_says_by_itself_which_place_it_means(name, meant):
    assert place(name) == meant


@pytest.mark.parametrize(
    ("name", "near", "meant"),
    [
        ("Springfield", ["Illinois"], "Springfield, Illinois, United States"),
        ("Dayton", ["Ohio"], "Dayton, Ohio, United States"),
        ("Birmingham", ["Alabama"], "Birmingham, Alabama, United States"),
        ("Tripoli", ["Libya"], "Tripoli, Libya"),
        ("Tripoli", ["Beirut"], "Tripoli, Liban-Nord, Lebanon"),
        ("Kingston", ["Jamaica"], "Kingston, Jamaica"),
        ("Georgia", ["Tbilisi"], "Georgia"),
        ("Washington", ["United States"], "Washington, United States"),
    ],
)
def test_what_else_the_article_names_tells_places_of_one_name_apart(name, near, meant):
    assert place(name) == "ambiguous"
    assert place(name, *near) == meant


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Springfield", ["United States"]),  # there are several
        ("Dayton", ["United States"]),  # and smaller ones that are not known
        ("Tripoli", ["Libya", "Lebanon"]),  # both are named
        ("Georgia", ["United States"]),  # who speaks of aid to Georgia names the giver
        ("Christchurch", []),  # there is one in England
        ("Congo", []),
        ("London", ["Ontario"]),  # where there is a London
        ("Paris", ["Texas"]),
    ],
)
def test_what_may_mean_several_places_is_put_at_none(name, near):
    means = found(name, near)
    assert isinstance(means, Doubt)
    assert means.why == "ambiguous"
    assert means.reason


@pytest.mark.parametrize("near", [[], ["Washington", "United States"], ["Canada"]])
def test_a_place_that_outnumbers_all_others_needs_no_telling(near):
    assert place("Paris", *near) == "Paris, France"
    assert place("London", *near) == "London, United Kingdom"


def test_a_name_that_the_name_itself_puts_elsewhere_is_not_put_here():
    assert place("Paris, Texas") == "unknown"
    assert place("Moscow, Meravia") == "unknown"


@pytest.mark.parametrize(
    "name", ["churches", "turkey", "nice", "the capital", "Brellmouth", "", "—"]
)
def test_a_noun_or_a_name_nobody_knows_is_no_place(name):
    assert place(name) == "unknown"


def test_the_name_of_somebody_in_the_article_is_no_place():
    assert place("Lviv", never=["Lviv"]) == "ambiguous"
    assert place("Lviv", never=["Ada Marsh"]) == "Lviv, Ukraine"


def test_a_town_and_the_region_around_it_are_told_apart_by_the_word_for_it():
    assert found("Kharkiv").site.kind == "city"
    assert found("Kharkiv region").site.kind == "region"
    assert found("Luxembourg").site.kind == "country"


def test_what_an_article_calls_itself_tells_nothing_of_it():
    assert place("Springfield", "Springfield") == "ambiguous"


@given(st.text(), st.lists(st.text(), max_size=3))
def test_any_text_has_an_answer_with_a_reason(name, near):
    assert found(name, near).reason


def test_a_name_of_endless_parts_is_given_up():
    assert place(", ".join(["Aa"] * 5_000)) == "unknown"
    assert place("the " * 5_000 + "Aa") == "unknown"


@pytest.mark.parametrize(
    ("near", "why"),
    [
        (["North Carolina"], "the article names North Carolina, in the same country"),
        (["United States"], "the article names United States"),
    ],
)
def test_a_region_that_speaks_for_its_country_is_said_to(near, why):
    means = found("Washington", near)
    assert isinstance(means, Found)
    assert (called(means.site), means.reason) == ("Washington, United States", why)
