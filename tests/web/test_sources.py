"""``/sources``."""

from dataclasses import replace

import pytest

from tests.cli.linked import told
from tests.web.selecting import select
from tests.web.shown import page, room, words


@pytest.fixture
def told_room(tmp_path):
    with room(tmp_path, *told(), link=True) as client:
        yield client


def test_publishers_stand_in_a_table_with_what_they_rest_on(told_room):
    rows = [
        [words(cell) for cell in row]
        for row in select(page(told_room, "/sources"), "#table tbody tr")
    ]
    mail = next(row for row in rows if row[0] == "The Port Mail")
    assert mail == ["The Port Mail", "1", "2", "1", "none", "2", "1 article"]


def test_the_diagram_joins_a_publisher_and_whom_it_passes_on(told_room):
    shown = page(told_room, "/sources")
    (curve,) = select(shown, ".chart-relays svg a")
    assert words(select(curve, "title")[0]) == "The Port Mail passes on Coastline: 2 statements"
    assert curve.get("href") == "/statements?publisher=The+Port+Mail&relayed=yes"
    assert words(select(shown, ".relay-publishers")[0]) == "The Port Mail"
    assert words(select(shown, ".relay-relays")[0]) == "Coastline"


def test_those_passed_on_most_are_listed(told_room):
    rows = select(select(page(told_room, "/sources"), "table")[-1], "tbody tr")
    assert [[words(cell) for cell in row] for row in rows] == [["Coastline", "1", "0", "2"]]


def test_publishers_come_in_the_order_asked_for(told_room):
    first = select(page(told_room, "/sources?order=secondhand"), "#table tbody th")[0]
    assert words(first) == "The Port Mail"
    assert told_room.get("/sources?order=luck").status_code == 400


def test_numbers_lead_to_what_they_count(told_room):
    shown = page(told_room, "/sources")
    addresses = [each.get("href") for each in select(shown, "#table tbody a")]
    assert "/statements?publisher=Coastline&unnamed=yes" in addresses
    for address in addresses:
        assert told_room.get(address).status_code == 200


def test_json_and_csv_have_the_publishers(told_room):
    value = told_room.get("/sources.json").json()
    assert value["count"] == len(value["publishers"]) == 4
    assert value["relaying"][0]["how"] == "credited"
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
