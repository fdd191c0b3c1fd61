"""``Add to dossier`` beside every event, count and value, wherever they stand."""

from urllib.parse import unquote

import pytest
from lxml import html
from starlette.testclient import TestClient

from onrecord.record import Record
from onrecord.web.app import application
from onrecord.web.users import User
from tests.blank import holding
from tests.cli.linked import told
from tests.fakes import FakeReader
from tests.web.selecting import select
from tests.web.visiting import reader_of, token

PLACES = ("/events", "/events?view=tellings", "/event/EVENT", "/figures", "/figures?view=figures",
          "/figure/COUNT", "/disagreements", "/statements")  # fmt: skip


@pytest.fixture
def record(tmp_path):
    with Record.open(holding(tmp_path / "made.db", *told(), link=True), FakeReader()) as record:
        yield record


def address(record, place):
    event = next(iter(record.occurrences())).occurrence.id
    return place.replace("EVENT", event).replace("COUNT", next(iter(record.histories())).id)


def buttons(client, place):
    return select(html.fromstring(client.get(place).text), "button[form=pick]")


@pytest.mark.parametrize("place", PLACES)
def test_what_a_button_picks_lies_in_the_dossier_and_one_is_back_beside_it(record, place):
    client, place = reader_of(record), address(record, place)
    shown = html.fromstring(client.get(place).text)
    offered = list(dict.fromkeys(each.get("value") for each in buttons(client, place)))
    assert offered
    back = select(shown, "#pick input[name=back]")[0].get("value")
    assert back == place
    entry = offered[-1]
    sent = {"csrf": token(client, "/dossier"), "entry": entry, "back": back, "into": "", "new": "D"}
    there = client.post("/pick", data=sent).headers["location"]
    assert unquote(there) == f"{place}#pick-{entry}"
    assert [line.entry for line in record.dossiers.named("D").lines] == [entry]
    (link,) = select(html.fromstring(client.get(place).text), f"#pick-{entry}")
    assert link.get("href").startswith("/dossier/D")
    assert link.get("href").endswith(f"#{entry}")


@pytest.mark.parametrize("place", PLACES)
def test_the_buttons_of_a_page_have_ids_of_their_own(record, place):
    ids = [each.get("id") for each in buttons(reader_of(record), address(record, place))]
    named = [id for id in ids if id]
    assert len(named) == len(set(named)) > 0


@pytest.mark.parametrize("place", PLACES)
def test_who_may_only_read_has_no_buttons(record, place):
    client = TestClient(application(record, User("Rik Oss")))
    assert not buttons(client, address(record, place))


def test_beside_an_event_stands_the_button_of_the_telling_that_stands_for_it(record):
    (button,) = buttons(reader_of(record), "/events")
    assert button.get("value") == next(iter(record.occurrences())).telling.event.id


def test_what_somebody_is_called_cannot_be_picked(record):
    for button in buttons(reader_of(record), "/disagreements"):
        assert button.get("value")[:4] in ("sta_", "eve_", "fig_")
