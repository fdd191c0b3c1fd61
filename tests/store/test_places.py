"""Where events were, over a whole record."""

import pytest

from onrecord.errors import EntryUnknown
from onrecord.record import Record
from onrecord.store.store import Store
from tests.abroad import reading, strikes
from tests.fakes import FakeReader


@pytest.fixture
def holding(tmp_path):
    opened = []

    def make(*readings, link=False):
        record = Record(Store.open(tmp_path / "places.db"), FakeReader())
        opened.append(record)
        for each in readings:
            record._store.put(each)
        if link:
            record.link()
        return record

    yield make
    for record in opened:
        record.close()


def at(record, **question):
    return {spot.id: spot.events for spot in record.search.places(**question).spots}


def test_events_are_counted_at_the_places_that_articles_name(holding):
    record = holding(*strikes())
    assert at(record) == {"UA.17.odesa": 3, "TR": 1, "US.OH.dayton": 1}


def test_every_event_is_placed_or_it_is_said_why_not(holding):
    found = holding(*strikes()).search.places()
    assert (found.events, found.placed, found.ambiguous, found.unknown, found.without) == (
        8, 5, 1, 1, 1,
    )  # fmt: skip
    assert {(one.place, one.why) for one in found.unplaced} == {
        ("Springfield", "ambiguous"),
        ("Brellmouth", "unknown"),
    }


def test_a_place_says_where_it_is_and_why(holding):
    odesa, dayton, turkey = holding(*strikes()).search.places().spots
    assert (odesa.place, odesa.kind) == ("Odesa, Ukraine", "city")
    assert (odesa.latitude, odesa.longitude) == (46.49, 30.74)
    assert [(one.value, one.count) for one in odesa.statuses] == [("happened", 2), ("planned", 1)]
    assert dayton.reasons == ("the article names Ohio",)
    assert turkey.kind == "country"


def test_a_question_counts_only_what_it_asks_for(holding):
    record = holding(*strikes())
    assert at(record, status="planned") == {"UA.17.odesa": 1}
    assert at(record, publisher="Bay Courier") == {"US.OH.dayton": 1}
    assert record.search.places(since="2040").events == 0


def test_a_place_leads_to_exactly_the_events_it_counts(holding):
    record = holding(*strikes())
    for spot in record.search.places().spots:
        told = record.search.told_at(spot.id)
        assert len(told) == spot.tellings == record.search.count_at(spot.id)
        assert {one.event.place.name for one in told} <= set(spot.names)
    page = record.search.told_at("UA.17.odesa", start=1, limit=1)
    assert [one.event.trigger.text for one in page] == ["Dockers marched"]


def test_a_place_where_nothing_ever_was_is_unknown(holding):
    record = holding(*strikes())
    assert record.search.told_at("TR", status="planned") == []
    with pytest.raises(EntryUnknown, match="XX"):
        record.search.told_at("XX")


def test_several_names_of_one_place_are_one(holding):
    record = holding(
        reading(("Ferries stopped", "Kyiv", "happened")),
        reading(("Trams stopped", "Kiev", "happened"), publisher="Tarn Courier"),
        reading(("Buses stopped", "KYIV", "happened"), publisher="Bay Courier"),
    )
    (spot,) = record.search.places().spots
    assert spot.events == 3
    assert set(spot.names) == {"Kyiv", "Kiev", "KYIV"}


def test_an_event_that_several_articles_tell_counts_once(holding):
    same = [
        reading(("The ferry strike began", "Odesa", "happened"), publisher=publisher)
        for publisher in ("Alba Herald", "Tarn Courier")
    ]
    (spot,) = holding(*same, link=True).search.places().spots
    assert (spot.events, spot.tellings) == (1, 2)


def test_the_same_name_may_be_two_places_in_two_articles(holding):
    record = holding(
        reading(("Ferries stopped", "Tripoli", "happened"), named=[("country", "Libya")]),
        reading(("Trams stopped", "Tripoli", "happened"), named=[("country", "Lebanon")]),
        reading(("Buses stopped", "Tripoli", "happened"), named=[("country", "Turkey")]),
    )
    assert set(at(record)) == {"LY.77.tripoli", "LB.09.tripoli"}
    (doubt,) = record.search.places().unplaced
    assert (doubt.place, doubt.why, doubt.events) == ("Tripoli", "ambiguous", 1)


def test_where_an_article_was_written_tells_places_apart(holding):
    told = ("Trams stopped", "Tripoli", "happened")
    record = holding(reading(told, dateline="BEIRUT"))
    assert set(at(record)) == {"LB.09.tripoli"}


def test_the_name_of_a_person_or_a_body_in_the_article_is_put_nowhere(holding):
    record = holding(
        reading(("Ferries stopped", "Lviv", "happened"), named=[("person", "Ada Lviv")]),
        reading(("Trams stopped", "Odesa", "happened"), named=[("organization", "Odesa")]),
    )
    assert not at(record)
    assert {one.why for one in record.search.places().unplaced} == {"ambiguous"}


def test_a_place_that_is_also_somebodys_name_is_one_where_the_article_has_it_as_a_place(holding):
    named = [("person", "Ada Lviv"), ("place", "Lviv")]
    record = holding(reading(("Ferries stopped", "Lviv", "happened"), named=named))
    assert len(at(record)) == 1


def test_what_is_added_is_on_the_map_at_once(holding):
    record = holding(reading(("Ferries stopped", "Odesa", "happened")))
    assert at(record) == {"UA.17.odesa": 1}
    record._store.put(reading(("Trams stopped", "Turkey", "happened")))
    assert at(record) == {"UA.17.odesa": 1, "TR": 1}


def test_a_record_without_events_has_no_places(holding):
    found = holding().search.places()
    assert (found.events, found.spots, found.unplaced) == (0, (), ())
