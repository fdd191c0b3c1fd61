"""``/disagreements``."""

import pytest

from onrecord.web.pages import disagreements
from tests.cli.linked import told
from tests.web.selecting import select
from tests.web.shown import page, room, words


@pytest.fixture
def told_room(tmp_path):
    with room(tmp_path, *told(), link=True) as client:
        yield client


def test_each_value_stands_with_those_who_give_it(told_room):
    (section,) = select(page(told_room, "/disagreements"), ".differing")
    assert words(select(section, "h2")[0]) == "what Jana Orlova said, 2031-05-05"
    values = [words(value) for value in select(section, "dt")]
    assert len(values) == 2
    assert values[0].startswith("“The bridge will not open")
    assert [words(each).split(",")[0] for each in select(section, "dd")] == [
        "Coastline", "The Port Mail", "The Alba Herald", "The Inland Star"
    ]  # fmt: skip


def test_whose_words_they_are_is_a_way_to_the_words(told_room):
    section = select(page(told_room, "/disagreements"), ".differing")[0]
    address = select(section, "dd a")[0].get("href")
    assert told_room.get(address).status_code == 200
    assert select(section, "p a")[-1].get("href").startswith("/utterance/sta_")


def test_kinds_are_counted_and_can_be_asked_for(told_room):
    views = [words(each) for each in select(page(told_room, "/disagreements"), ".views a")]
    assert views == ["All (1)", "What was said (1)"]
    assert not select(page(told_room, "/disagreements?kind=role"), ".differing")
    assert told_room.get("/disagreements?kind=taste").status_code == 422


def test_filters_narrow_the_list(told_room):
    assert select(page(told_room, "/disagreements?publisher=Inland+Star"), ".differing")
    assert not select(page(told_room, "/disagreements?publisher=Nobody"), ".differing")
    assert not select(page(told_room, "/disagreements?since=2040"), ".differing")


def test_those_beyond_the_first_are_shown_when_asked_for(told_room, monkeypatch):
    monkeypatch.setattr(disagreements, "TELLERS", 1)
    (section,) = select(page(told_room, "/disagreements"), ".differing")
    (more,) = select(section, "details")
    assert words(select(more, "summary")[0]) == "and 2 more"
    for link in select(more, "li a"):
        assert told_room.get(link.get("href")).status_code == 200
    assert len(select(section, "dd a")) == 4


def test_which_is_right_is_not_judged(told_room):
    assert "not judged" in words(select(page(told_room, "/disagreements"), ".lede")[0])


def test_json_and_csv_have_the_same(told_room):
    value = told_room.get("/disagreements.json").json()
    assert value["counts"]["wording"] == value["count"] == len(value["disagreements"]) == 1
    assert len(told_room.get("/disagreements.csv").text.splitlines()) == 5


def test_a_record_without_disagreements_says_so(tmp_path):
    with room(tmp_path) as client:
        assert "No accounts" in words(page(client, "/disagreements"))
