"""``/sources``."""

from dataclasses import replace

import pytest

from onrecord.model import Relay
from tests.cli.linked import told
from tests.web.selecting import select
from tests.web.shown import page, room, words


@pytest.fixture
def told_room(tmp_path):
    with room(tmp_path, *told(), link=True) as client:
        yield client


@pytest.fixture
def passing_room(tmp_path):
    """The Port Mail passes on what its one source said by way of the Coastline, once."""
    readings = [passed_on(each) for each in told()]
    with room(tmp_path, *readings, link=True) as client:
        yield client


def passed_on(reading):
    if reading.article.publisher != "The Port Mail":
        return reading
    first, *others = reading.statements
    relayed = replace(first, via=(Relay("Coastline", first.content[0]),))
    return replace(reading, statements=(relayed, *others))


def rows_of(table):
    return [[words(cell) for cell in row] for row in select(table, "tbody tr")]


def test_publishers_stand_in_a_table_with_what_they_rest_on(passing_room):
    rows = rows_of(select(page(passing_room, "/sources"), "#table")[0])
    mail = next(row for row in rows if row[0] == "The Port Mail")
    assert mail == ["The Port Mail", "1", "2", "1", "none", "1", "1", "1 article"]


def test_the_diagram_joins_a_publisher_and_whom_it_passes_on(passing_room):
    shown = page(passing_room, "/sources")
    (curve,) = select(shown, ".chart-relays svg a")
    assert words(select(curve, "title")[0]) == "The Port Mail passes on Coastline: 1 statement"
    assert curve.get("href") == "/statements?publisher=The+Port+Mail&relayed=yes"
    assert words(select(shown, ".relay-publishers")[0]) == "The Port Mail"
    assert words(select(shown, ".relay-relays")[0]) == "Coastline"


def test_a_credit_makes_no_statement_one_of_the_agency_and_is_no_part_of_the_diagram(told_room):
    shown = page(told_room, "/sources")
    assert not select(shown, ".chart-relays")
    assert rows_of(select(shown, "table")[-1]) == [["Coastline", "1", "1"]]
    assert "whose the words of the article are" in words(select(shown, "caption")[-1])


def test_those_passed_on_most_are_listed(passing_room):
    passed, credited = select(page(passing_room, "/sources"), "table")[-2:]
    assert rows_of(passed) == rows_of(credited) == [["Coastline", "1", "1"]]


def test_articles_of_unknown_publishers_are_no_publisher(tmp_path):
    readings = [replace(each, article=replace(each.article, publisher=None)) for each in told()]
    with room(tmp_path, *readings[:2], *list(told())[2:], link=True) as client:
        shown, value = page(client, "/sources"), client.get("/sources.json").json()
        assert value["count"] == len(rows_of(select(shown, "#table")[0])) == 2
        assert value["unknown"]["articles"] == 2
        assert "2 articles more with 4 statements do not say who printed them" in words(shown)
        assert len(client.get("/sources.csv").text.splitlines()) == 3
        assert client.get("/index.json").json()["summary"]["publishers"] == 2


def test_publishers_come_in_the_order_asked_for(passing_room):
    first = select(page(passing_room, "/sources?order=secondhand"), "#table tbody th")[0]
    assert words(first) == "The Port Mail"
    assert passing_room.get("/sources?order=luck").status_code == 422


def test_numbers_lead_to_what_they_count(told_room):
    shown = page(told_room, "/sources")
    addresses = [each.get("href") for each in select(shown, "#table tbody a")]
    assert "/statements?publisher=Coastline&unnamed=yes" in addresses
    for address in addresses:
        assert told_room.get(address).status_code == 200


def test_json_and_csv_have_the_publishers(told_room):
    value = told_room.get("/sources.json").json()
    assert value["count"] == len(value["publishers"]) == 4
    assert value["relaying"] == []
    assert value["crediting"][0]["agency"] == "Coastline"
    lines = told_room.get("/sources.csv").text.splitlines()
    assert lines[0].startswith("publisher,articles,statements,unnamed")
    assert len(lines) == 5


def test_a_hostile_name_is_text_everywhere(tmp_path):
    name = '<script>alert(1)</script>" onload="x \u202eevil & co'
    readings = [
        replace(reading, article=replace(reading.article, publisher=name, agencies=(name[::-1],)))
        for reading in told()
    ]
    with room(tmp_path, *readings[:1], link=True) as client:
        for address in ("/sources", "/events", "/figures?view=figures", "/disagreements"):
            text = client.get(address).text
            assert "<script>alert" not in text
            assert "\u202e" not in text
            assert not page(client, address).xpath("//*[@onload]")
        assert client.get("/sources.csv").status_code == 200


def test_an_empty_record_says_so(tmp_path):
    with room(tmp_path) as client:
        assert "Nothing is on the record" in words(page(client, "/sources"))
