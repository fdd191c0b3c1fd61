"""Every list is one list, as a page, as JSON and as CSV: the same values, as many as are counted,
in the order that is asked for; and a column of a plot leads to as many as it has.
"""

import csv
import io
import re
from dataclasses import dataclass, replace

import pytest

from onrecord.model import When
from tests.cli.linked import told
from tests.dam import dam
from tests.web.press import press
from tests.web.selecting import select
from tests.web.shown import page, room, words

NAME = "Dam"


@dataclass(frozen=True)
class List:
    """Where a list stands, what its JSON calls it and its length, what stands for one on the page,
    and the columns that tell which one a row of its CSV is about.
    """

    address: str
    key: str
    count: str
    element: str
    columns: tuple[str, ...] = ("id",)


LISTS = [
    List("/statements?", "statements", "total", "article.entry", ("id", "article")),
    List("/articles?", "articles", "total", "main tbody tr"),
    List("/people?kind=any", "entities", "total", "main tbody tr"),
    List("/utterances?", "utterances", "total", "article.utterance"),
    List("/utterances?every=yes", "utterances", "total", "article.utterance"),
    List("/copies?", "copies", "total", "section.story"),
    List("/events?", "events", "count", "#table tbody tr"),
    List("/events?view=tellings", "events", "tellings", "article.entry", ("id", "article")),
    List("/figures?", "histories", "histories_count", ".histories section"),
    List("/figures?view=figures", "figures", "figures_count", "tbody tr", ("id", "article")),
    List("/disagreements?", "disagreements", "count", ".differing", ("kind", "about", "reason")),
    List("/disagreements?kind=wording", "disagreements", "count", ".differing", ("kind", "about")),
    List("/sources?", "publishers", "count", "#table tbody tr", ("publisher",)),
    List("/dossier?", "dossiers", "", "main tbody tr", ("name",)),
]
ORDERED = [each for each in LISTS if each.address.split("?")[0][1:] not in (
    "people", "disagreements", "sources", "dossier"
)]  # fmt: skip


@pytest.fixture(scope="module")
def everything(tmp_path_factory):
    readings = {each.article.id: each for each in (*told(), *press(), dam())}
    with room(tmp_path_factory.mktemp("lists"), *readings.values(), link=True) as client:
        record = client.app.state.record
        record.dossiers.pick(next(record.statements()).statement.id, NAME, by="Ada Marsh")
        yield client


def twin(address, ending):
    path, _, query = address.partition("?")
    return f"{path}.{ending}?{query}"


def rows(client, address):
    return list(csv.DictReader(io.StringIO(client.get(twin(address, "csv")).text)))


def which(value, columns):
    """What tells a value apart, as its row has it."""
    found = {**value, "article": (value.get("article") or {})} if "article" in columns else value
    parts = (found[name]["id"] if name == "article" else found[name] for name in columns)
    return tuple(map(str, parts))


def each_once(found):
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("listed", LISTS, ids=lambda each: each.address)
def test_page_json_and_csv_have_the_same(everything, listed):
    address = f"{listed.address}&limit=500" if "limit" not in listed.address else listed.address
    if listed.key in ("publishers", "dossiers"):
        address = listed.address
    value = everything.get(twin(address, "json")).json()
    found = [which(each, listed.columns) for each in value[listed.key]]
    assert found
    assert len(found) == (value[listed.count] if listed.count else len(found))
    assert len(select(page(everything, address), listed.element)) == len(found)
    printed = rows(everything, address)
    assert each_once(tuple(row[name] for name in listed.columns) for row in printed) == found


@pytest.mark.parametrize("order", ["newest", "oldest"])
@pytest.mark.parametrize("listed", ORDERED, ids=lambda each: each.address)
def test_each_has_the_order_that_is_asked_for(everything, listed, order):
    address = f"{listed.address}&order={order}&limit=500"
    value = everything.get(twin(address, "json")).json()[listed.key]
    found = [which(each, listed.columns) for each in value]
    printed = rows(everything, address)
    assert each_once(tuple(row[name] for name in listed.columns) for row in printed) == found


@pytest.mark.parametrize("address", ["/people", "/disagreements"])
def test_an_order_that_a_list_has_not_is_refused(everything, address):
    assert everything.get(f"{address}?order=newest").status_code == 422


@pytest.mark.parametrize("address", ["/events", "/figures", "/utterances", "/copies"])
def test_what_articles_have_in_common_is_in_no_order_of_the_record(everything, address):
    answer = everything.get(f"{address}.json?order=record")
    assert answer.status_code == 422
    assert "there are oldest, newest" in answer.text


@pytest.fixture
def long_room(tmp_path, monkeypatch):
    """Articles of several months and of dates in doubt, with more events than have marks."""
    monkeypatch.setattr("onrecord.web.drawn.DRAWN", 2)
    days = ["2031-01-05", "2031-02-07", "2031-02", "2031-01-30/2031-02-02", "../2031-01-09",
            "2031-03-07", "2031", "2031-07-07", "2031-07-08"]  # fmt: skip
    base = dam()
    readings = [
        replace(
            base,
            article=replace(base.article, id=f"art_{number}", published=When(day, "given")),
            statements=tuple(replace(s, said=When(day, "text")) for s in base.statements),
            events=tuple(replace(e, when=When(day, "text")) for e in base.events),
        )
        for number, day in enumerate(days)
    ]
    with room(tmp_path, *readings, *told(), link=True) as client:
        yield client


@pytest.mark.parametrize(
    ("address", "count"),
    [("/", "total"), ("/events", "count"), ("/events?status=happened", "count"),
     ("/events?since=2031-02-01", "count"), ("/events?during=2031-02/2031-06", "count")],
)  # fmt: skip
def test_a_column_leads_to_as_many_as_it_counts(long_room, address, count):
    shown = page(long_room, address)
    columns = [
        (words(select(link, "title")[0]), link.get("href"))
        for link in select(shown, ".chart-columns svg a")
    ] + [(words(link), link.get("href")) for link in select(shown, ".chart-note a")]
    assert len(columns) > 2
    for said, leads_to in columns:
        number = int(re.search(r"(\d+) (?:statement|event)", said)[1])
        found = long_room.get(twin(leads_to, "json")).json()[count]
        assert found == number, (said, leads_to)


def test_a_month_leads_to_as_many_as_it_counts(long_room):
    for address in ("/statements", "/events?view=tellings", "/figures?view=figures"):
        value = long_room.get(twin(address, "json")).json()
        shown = page(long_room, address)
        months = [link for link in select(shown, ".facets a") if "during=" in link.get("href")]
        for link in months:
            number = int(words(select(link.getparent(), ".count")[0]))
            leads_to = twin(address.split("?")[0] + link.get("href"), "json")
            found = long_room.get(leads_to).json()
            counted = {"statements": "total", "events": "tellings", "figures": "figures_count"}
            assert found[counted[address.split("?")[0][1:]]] == number, (leads_to, value["page"])
        assert months or "figures" in address
