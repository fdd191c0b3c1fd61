"""The record's tables and views as Datasette shows them, and plain SQL finds them."""

import asyncio
import sqlite3
from contextlib import closing

import pytest
from datasette.app import Datasette

from onrecord.record import Record
from onrecord.store.store import Store
from onrecord.store.views import VIEWS
from tests.cli.linked import BENT, SAID, told
from tests.cli.stories import harm, story
from tests.dam import dam, flood

PRINTED = {
    "publisher": "Coastline",
    "published": "2023-11-07",
    "title": "Shells hit the Tarn dam as talks are put off",
    "address": "reports/dam.txt",
}


@pytest.fixture(scope="module")
def where(tmp_path_factory):
    path = tmp_path_factory.mktemp("views") / "onrecord.db"
    with closing(Store.open(path)) as store:
        for reading in (dam(), story(), flood(), harm(), *told()):
            store.put(reading)
    with Record.open(path) as record:
        record.link()
        record.dossiers.pick("fig_killed", "The dam", by="Ada Marsh", note="Ask")
        record.review.correct("fig_vote", "confirm", by="Ada Marsh", why="minutes")
        said = [
            spoken.statement.id
            for spoken in record.statements(publisher="Alba Herald", by="Orlova")
        ][:2]
        record.judge(*said, "different", by="Ada Marsh", why="two occasions")
    return path


@pytest.fixture(scope="module")
def pages(where):
    """What Datasette answers at each address, and the addresses of all tables and views."""

    async def visited():
        datasette = Datasette([str(where)])
        known = (await datasette.client.get("/onrecord.json")).json()
        names = [table["name"] for table in known["tables"]]
        names += [view["name"] if isinstance(view, dict) else view for view in known["views"]]
        found = {}
        for name in names:
            page = await datasette.client.get(f"/onrecord/{name}")
            rows = await datasette.client.get(f"/onrecord/{name}.json?_shape=array")
            found[name] = page, rows
        return found

    return asyncio.run(visited())


def test_every_table_and_view_opens_in_datasette(pages, where):
    with closing(sqlite3.connect(where)) as plain:
        known = plain.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        assert {name for (name,) in known} == set(pages)
    assert {name: [page.status_code for page in both] for name, both in pages.items()} == {
        name: [200, 200] for name in pages
    }


def test_no_view_shows_the_number_of_a_row(pages):
    for name in VIEWS:
        columns = set(rows(pages, name)[0])
        assert not columns & {"number", "rowid", "position", "form", "cluster"}, name


def test_who_said_what_reads_as_a_sentence(pages):
    row = next(row for row in rows(pages, "who_said_what") if row["via"])
    assert row["who"] == "Meravian officials"
    assert (row["named"], row["act"], row["manner"]) == ("unnamed", "say", "indirect")
    assert row["passage"] == "Kestria had cut off the water to Port Alba on Nov. 3"
    assert row["via"] == "The Alba Herald"
    assert PRINTED.items() <= row.items()


def test_a_statement_has_the_role_of_whoever_made_it_and_the_chain_in_order(pages):
    row = next(row for row in rows(pages, "who_said_what") if row["act"] == "believe")
    assert (row["who"], row["role"]) == ("Jana Orlova", "Minister")
    assert row["via"] == "Alba Herald ← city engineers"


def test_a_source_that_nobody_knows_stands_in_its_own_words(pages):
    told = {row["who"] for row in rows(pages, "who_said_what")}
    assert {"(she)", "(no source named)"} <= told


def test_what_happened_says_to_whom_and_according_to_whom(pages):
    row = rows(pages, "what_happened")[0]
    assert (row["who"], row["did_what"], row["to_whom"]) == ("Kestria", "shelled", "the Tarn dam")
    assert (row["happened_on"], row["status"]) == ("2023-11-06", "happened")
    assert row["according_to"] == "the article itself"
    assert PRINTED.items() <= row.items()
    sources = {row["according_to"] for row in rows(pages, "what_happened")}
    assert "The Alba Herald ← Meravian officials" in sources


def test_how_many_says_of_what_and_according_to_whom(pages):
    row = rows(pages, "how_many")[0]
    assert (row["figure"], row["measure"]) == ("at least 14 people", "killed")
    assert (row["value"], row["of_what"], row["place"]) == (14, "people", "Tarn dam")
    assert row["according_to"] == "Port Alba hospital"
    assert "14-0" in {row["value"] for row in rows(pages, "how_many")}


def test_links_stand_with_the_words_of_both_entries(pages):
    row = next(row for row in rows(pages, "what_is_the_same") if row["why"])
    assert (row["judgement"], row["decided_by"]) == ("different", "Ada Marsh")
    assert {row["this"][:12], row["that"][:12]} == {"Jana Orlova:"}


def test_people_across_articles_stand_with_all_they_are_called(pages):
    row = next(row for row in rows(pages, "who_is_who") if row["name"] == "Petra Lindholt")
    assert (row["kind"], row["names"], row["accounts"]) == ("person", "Petra Lindholt", 1)
    assert (row["first_printed"], row["last_printed"]) == ("2023-11-07", "2023-11-07")


def test_what_accounts_differ_in_stands_with_who_prints_what(pages):
    (row,) = rows(pages, "where_accounts_differ")
    assert (row["differs"], row["about"]) == ("wording", "what Jana Orlova said, 2031-05-05")
    assert row["told"].startswith(f"Coastline: “{SAID}”; The Port Mail: “")
    assert row["told"].endswith(f"The Inland Star: “{BENT}”")


def test_what_was_picked_and_corrected_stands_with_its_words(pages):
    (picked,) = rows(pages, "what_was_picked")
    assert (picked["dossier"], picked["line"], picked["note"]) == ("The dam", 1, "Ask")
    assert picked["passage"] == "at least 14 people"
    assert PRINTED.items() <= picked.items()
    (corrected,) = rows(pages, "what_was_corrected")
    assert (corrected["what"], corrected["passage"]) == ("confirm", "14-0")
    assert (corrected["corrected_by"], corrected["why"]) == ("Ada Marsh", "minutes")


def test_articles_and_names_are_listed_with_who_printed_them(pages):
    first = rows(pages, "who_printed_what")[0]
    assert PRINTED.items() <= first.items()
    assert (first["statements"], first["events"], first["figures"]) == (3, 8, 5)
    assert rows(pages, "who_printed_what")[1]["authors"] == "Piet Marsh"
    names = {row["name"]: row["kind"] for row in rows(pages, "who_is_named")}
    assert names["Petra Lindholt"] == "person"


def rows(pages, view):
    return pages[view][1].json()
