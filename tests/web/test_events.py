"""``/events`` and ``/event/ID``."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from onrecord.model import Event, Party, Place, Reading, When, identify, passage
from onrecord.phrases.entries import STATUSES
from tests.cli.linked import told
from tests.dam import dam
from tests.fakes import article_of
from tests.web.selecting import select
from tests.web.shown import page, room, words


@pytest.fixture
def told_room(tmp_path):
    with room(tmp_path, *told(), link=True) as client:
        yield client


def table(shown):
    return [[words(cell) for cell in row] for row in select(shown, "tbody tr")]


def test_an_event_stands_once_whoever_tells_it(told_room):
    rows = table(page(told_room, "/events"))
    assert len(rows) == 1
    assert rows[0][0] == "2031-05-03"
    assert "cable of the harbour bridge" in rows[0][1]
    assert rows[0][4] == "2 accounts in 3 articles, copies counted once Add to dossier"


def test_what_nothing_dates_is_counted_above_the_events_that_have_a_date(tmp_path):
    first, *rest = told()
    undated = tuple(replace(each, when=When()) for each in first.events)
    with room(tmp_path, replace(first, events=undated), *rest) as client:
        shown = page(client, "/events")
        listed = len(table(shown))
        tellings = len(select(page(client, "/events?view=tellings"), "article"))
    assert f"{len(undated)} telling has no date" in words(shown)
    assert tellings == listed + len(undated)


def test_the_plot_has_a_mark_for_each_event_that_leads_to_it(told_room):
    shown = page(told_room, "/events")
    (mark,) = select(shown, ".chart svg a")
    assert mark.get("href").startswith("/event/occ_")
    assert "2031-05-03" in words(mark)
    assert "happened" in words(mark)
    assert select(shown, ".chart > svg > title")


def test_status_is_a_shape_and_a_word(told_room):
    (status,) = select(page(told_room, "/events"), "tbody .status")
    assert select(status, "svg path")
    assert words(status) == "happened"


def test_filters_narrow_the_list_and_are_said_in_english(told_room):
    shown = page(told_room, "/events?actor=cable&place=Port+Alba")
    assert "1 event" in words(select(shown, ".english")[0])
    assert "whose actor is “cable”" in words(select(shown, ".english")[0])
    assert select(shown, "input[name=actor]")[0].get("value") == "cable"
    assert not table(page(told_room, "/events?actor=Nobody"))


@pytest.mark.parametrize(
    "query",
    [
        "status=happened&action=ASSAULT",
        "since=2031-05",
        "until=2031",
        "text=snapped",
        "lanes=place",
    ],
)
def test_every_filter_can_be_asked_for(told_room, query):
    assert len(table(page(told_room, f"/events?{query}"))) == 1


@pytest.mark.parametrize("query", ["status=gone", "action=SING", "lanes=x", "view=x", "page=0"])
def test_what_there_is_not_is_refused(told_room, query):
    assert told_room.get(f"/events?{query}").status_code == 422


def test_events_without_a_date_are_among_the_tellings(tmp_path):
    with room(tmp_path, dam(), link=True) as client:
        value = client.get("/events.json").json()
        shown = page(client, "/events?view=tellings")
    assert len(select(shown, "article.entry")) == value["tellings"]
    assert value["tellings"] > value["count"]


def test_the_json_is_that_of_the_command_line(told_room):
    value = told_room.get("/events.json").json()
    assert value["count"] == 1
    (event,) = value["events"]
    assert event["action"] == "ASSAULT"
    assert len(event["members"]) == 3


def test_the_csv_has_a_line_for_each_event(told_room):
    lines = told_room.get("/events.csv").text.splitlines()
    assert len(lines) == 2
    assert "action" in lines[0]


@pytest.mark.parametrize("query", ["view=tellings", "view=tellings&action=ASSAULT"])
def test_the_csv_of_every_telling_has_all_of_them_dated_or_not(tmp_path, query):
    with room(tmp_path, dam(), link=True) as client:
        value = client.get(f"/events.json?{query}").json()
        lines = client.get(f"/events.csv?{query}").text.splitlines()
    assert len(lines) - 1 == value["tellings"] == len(value["events"])
    assert value["tellings"] > 1


def test_an_event_shows_every_telling_with_its_words(told_room):
    id = told_room.get("/events.json").json()["events"][0]["occurrence"]
    shown = page(told_room, f"/event/{id}")
    assert len(select(shown, "article.entry")) == 3
    assert "2 accounts in 3 articles" in words(select(shown, "dl.facts")[0])
    assert all("cable" in words(one) for one in select(shown, "article.entry blockquote"))
    assert len(told_room.get(f"/event/{id}.json").json()["tellings"]) == 3


def test_the_heading_of_an_event_says_what_became_of_it(told_room):
    for each in told_room.get("/events.json").json()["events"]:
        said = told_room.get(f"/event/{each['occurrence']}.json").json()["event"]["statuses"]
        heading = select(page(told_room, f"/event/{each['occurrence']}"), "h1")[0]
        shown = [words(one) for one in select(heading, ".status")]
        assert len(shown) == len(said)
        assert all(STATUSES[status][1] in " ".join(shown) for status in said)


def test_an_event_is_found_by_the_id_of_a_telling(told_room):
    id = told_room.get("/events.json").json()["events"][0]["id"]
    assert len(select(page(told_room, f"/event/{id}"), "article.entry")) == 3


def test_an_event_that_is_none_is_not_found(told_room):
    assert told_room.get("/event/occ_0").status_code == 404
    assert told_room.get("/event/occ_0.json").status_code == 404


def test_statuses_that_differ_are_listed_with_those_who_say_so(tmp_path):
    with room(tmp_path, dam(), link=True) as client:
        shown = page(client, "/events")
    statuses = {words(each) for each in select(shown, "tbody .status")}
    assert "happened" in statuses


@pytest.mark.parametrize(
    ("statuses", "differ"),
    [(("happened", "denied", "happened"), True), (("planned", "happened", "happened"), False)],
)
def test_an_event_says_that_accounts_differ_only_where_disagreements_have_it(
    tmp_path, statuses, differ
):
    several = [
        replace(one, events=tuple(replace(each, status=status) for each in one.events))
        for one, status in zip((each for each in told() if each.events), statuses, strict=True)
    ]
    with room(tmp_path, *several, link=True) as client:
        id = client.get("/events.json").json()["events"][0]["occurrence"]
        shown = words(page(client, f"/event/{id}"))
        listed = client.get("/disagreements.json?kind=status").json()["disagreements"]
    assert bool(listed) == differ
    assert ("differ in what became of it" in shown) == differ
    assert ("no account contradicts another" in shown) == (not differ)


def test_a_record_without_events_says_so(tmp_path):
    with room(tmp_path) as client:
        assert "No event" in words(page(client, "/events"))
        assert client.get("/events.json").json()["events"] == []


def test_the_ways_on_keep_filters_and_view(tmp_path):
    with room(tmp_path, dam(), link=True) as client:
        shown = page(client, "/events?view=tellings&limit=2")
        onward = select(shown, "a[rel=next]")[0].get("href")
        further = page(client, f"/events{onward}")
    assert "view=tellings" in onward
    assert "limit=2" in onward
    assert len(select(further, "article.entry")) == 2


def test_a_choice_keeps_the_view(told_room):
    shown = page(told_room, "/events?view=tellings")
    addresses = [each.get("href") for each in select(shown, ".facets a")]
    assert addresses
    assert all("view=tellings" in address for address in addresses)


def test_nothing_on_the_pages_has_a_style(told_room):
    for address in ("/events", "/events?lanes=actor"):
        shown = page(told_room, address)
        assert not shown.xpath("//*[@style]")
        assert not shown.xpath("//style")


def raids(days: Iterable[str]) -> Iterator[Reading]:
    """Articles that each tell of a raid on another harbour, on these days."""
    for number, day in enumerate(days):
        text = f"Kestria raided harbour {number}, the council said."
        article = article_of(text, publisher=f"Herald {number}")
        at = text.index("raided")
        place = f"harbour {number}"
        yield Reading("fake/1", article, events=(
            Event(
                identify("eve", article.id, "raided"), "ASSAULT", None,
                passage(text, at, at + 6),
                (Party("Kestria", None, passage(text, 0, 7)),), (),
                Place(place, passage(text, at + 7, at + 7 + len(place))), When(day, "text"),
                "happened",
            ),
        ))  # fmt: skip


@pytest.mark.parametrize("lanes", ["action", "actor"])
def test_a_mark_of_many_leads_to_the_list_of_exactly_these(tmp_path, lanes):
    days = [*["1968"] * 6, *["1968-06"] * 3, "1970-05-05"]
    with room(tmp_path, *raids(days), link=True) as client:
        shown = page(client, f"/events?lanes={lanes}")
        many, single = (
            next(a for a in select(shown, ".chart svg a") if ("×" in words(a)) == is_many)
            for is_many in (True, False)
        )
        assert "×6" in words(many)
        assert single.get("href").startswith("/event/")
        address = many.get("href")
        assert address.endswith("#table")
        there = page(client, address)
        assert len(table(there)) == 6
        assert {row[0] for row in table(there)} == {"in 1968"}
        assert "6 of 10 events" in words(select(there, ".english")[0])
        assert select(there, "#table")
        assert "×6" in words(select(there, ".chart svg")[0])
        off = select(there, ".english a")[0].get("href")
        assert len(table(page(client, f"/events{off}"))) == 10
        form = address.split("#")[0]
        assert client.get(form.replace("/events", "/events.json", 1)).json()["count"] == 6
        assert len(client.get(form.replace("/events", "/events.csv", 1)).text.splitlines()) == 7
        second = page(client, f"{form}&limit=4&page=2")
        assert len(table(second)) == 2
        assert "mark=" in select(second, ".pager a")[0].get("href")


@pytest.mark.parametrize(
    "query",
    [
        "mark=x",
        "mark=gone|1968|assault",
        "mark=happened|1968",
        "mark=happened%7C1968%7Cassault&view=map",
    ],
)
def test_a_mark_that_is_none_is_refused(told_room, query):
    assert told_room.get(f"/events?{query}").status_code == 422
