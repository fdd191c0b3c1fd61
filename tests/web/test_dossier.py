"""Dossiers in the reading room: picked into, put in order, noted, renamed, taken along."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from starlette.testclient import TestClient

from onrecord.record import Record
from onrecord.store.store import Store
from onrecord.web.app import application
from onrecord.web.pages.dossier import LINES
from onrecord.web.users import User
from tests.cli.stories import harm
from tests.dam import dam, flood
from tests.web.visiting import LOCAL, reader_of, token

NAME = "Who shelled the dam? 100% & “more”"
ADDRESS = "/dossier/Who%20shelled%20the%20dam%3F%20100%25%20%26%20%E2%80%9Cmore%E2%80%9D"
PICKED = ("eve_shelled", "fig_killed", "eve_flood", "fig_flood")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    path = tmp_path / "onrecord.db"
    store = Store.open(path)
    for reading in (dam(), flood(), harm()):
        store.put(reading)
    store.close()
    with Record.open(path) as opened:
        yield opened


@pytest.fixture
def filled(record: Record) -> Record:
    for id in PICKED:
        record.dossiers.pick(id, NAME, by="Ada Marsh")
    return record


@pytest.fixture
def visit(record: Record) -> TestClient:
    """Somebody who may change the record."""
    return reader_of(record)


@pytest.fixture
def reader(record: Record) -> TestClient:
    """Somebody who may only read it."""
    return TestClient(application(record, User("Rik Oss")), follow_redirects=False)


def send(visit: TestClient, address: str, **typed: str):
    return visit.post(address, data={"csrf": token(visit, "/dossier"), **typed})


def lines(record: Record, name: str = NAME) -> list[str]:
    return [line.entry for line in record.dossiers.named(name).lines]


def test_without_dossiers_the_page_says_how_one_is_begun(visit: TestClient) -> None:
    assert "Nobody has begun a dossier yet" in visit.get("/dossier").text
    assert visit.get("/dossier.json").json() == {"dossiers": []}


def test_dossiers_are_listed_with_their_addresses(filled: Record, visit: TestClient) -> None:
    page = visit.get("/dossier").text
    assert f'href="{ADDRESS}"' in page
    assert "Who shelled the dam? 100% &amp; “more”" in page
    (listed,) = visit.get("/dossier.json").json()["dossiers"]
    assert (listed["name"], listed["lines"], listed["by"]) == (NAME, 4, "Ada Marsh")
    assert visit.get("/dossier.csv").text.startswith("name,lines,begun_by")


def test_a_dossier_shows_its_lines_in_order_with_words_and_addresses(
    filled: Record, visit: TestClient
) -> None:
    page = visit.get(ADDRESS).text
    places = [page.index(f'<li id="{id}"') for id in PICKED]
    assert places == sorted(places)
    for told in ("shelled</mark>", "at least 14 people", "Coastline", "dam.txt"):
        assert told in page
    twins = visit.get(f"{ADDRESS}.json").json()
    assert [line["id"] for line in twins["lines"]] == list(PICKED)
    assert twins["lines"][0]["kind"] == "event"
    assert len(visit.get(f"{ADDRESS}.csv").text.splitlines()) == 5


def test_the_addresses_on_the_page_lead_to_its_twins(filled: Record, visit: TestClient) -> None:
    page = visit.get(ADDRESS).text
    for ending in ("json", "csv", "html", "md", "docx"):
        assert f'href="{ADDRESS}.{ending}"' in page
        assert visit.get(f"{ADDRESS}.{ending}").status_code == 200


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("html", "text/html"),
        ("md", "text/markdown"),
        ("docx", "application/vnd.openxmlformats-officedocument"),
    ],
)
def test_a_dossier_is_taken_along_as_a_file(
    form: str, kind: str, filled: Record, visit: TestClient
) -> None:
    answer = visit.get(f"{ADDRESS}.{form}")
    assert answer.headers["content-type"].startswith(kind)
    disposition = answer.headers["content-disposition"]
    assert disposition.startswith("attachment; filename=")
    assert f".{form}" in disposition
    if form == "docx":
        paper = Document(io.BytesIO(answer.content))
        assert paper.paragraphs[0].text == NAME


def test_what_means_harm_is_shown_as_text(filled: Record, visit: TestClient) -> None:
    filled.dossiers.note("eve_flood", NAME, "<script>alert(1)</script>")
    page = visit.get(ADDRESS).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "alert(1)</script>" not in page
    assert not set(page) & set("\x1b\x9b\u202e")


def test_a_dossier_that_is_not_there_is_not_found(visit: TestClient) -> None:
    for ending in ("", ".json", ".csv", ".html", ".docx"):
        assert visit.get(f"/dossier/Nothing{ending}").status_code == 404


def test_the_first_pick_asks_into_which_dossier(record: Record, visit: TestClient) -> None:
    answer = send(visit, "/pick", entry="fig_killed", back="/figures?measure=killed")
    assert answer.status_code == 303
    choice = answer.headers["location"]
    assert choice == "/pick?entry=fig_killed&back=%2Ffigures%3Fmeasure%3Dkilled"
    page = visit.get(choice).text
    assert "at least 14 people" in page
    assert "Call the dossier" in page
    assert 'href="/figures?measure=killed"' in page
    done = send(visit, "/pick", entry="fig_killed", new=" Dam ", back="/figures", note="Ask")
    assert done.headers["location"] == "/figures#pick-fig_killed"
    (line,) = record.dossiers.named("Dam").lines
    assert (line.entry, line.note, line.by) == ("fig_killed", "Ask", "Ada Marsh")


def test_later_picks_go_into_the_same_dossier(record: Record, visit: TestClient) -> None:
    send(visit, "/pick", entry="fig_killed", new="Dam")
    send(visit, "/pick", entry="eve_shelled", back="/events")
    send(visit, "/pick", entry="eve_met", into="Talks")
    send(visit, "/pick", entry="eve_visit")
    assert lines(record, "Dam") == ["fig_killed", "eve_shelled"]
    assert lines(record, "Talks") == ["eve_met", "eve_visit"]


def test_a_script_is_told_where_the_entry_lies_now(record: Record, visit: TestClient) -> None:
    typed = {"csrf": token(visit, "/dossier"), "entry": "fig_killed"}
    asked = visit.post("/pick", data=typed, headers={"Accept": "application/json"})
    assert (asked.status_code, asked.json()) == (
        200, {"choose": "/pick?entry=fig_killed&back=%2F"},
    )  # fmt: skip
    typed["into"] = "Dam & gates"
    told = visit.post("/pick", data=typed, headers={"Accept": "application/json"}).json()
    assert told == {
        "dossier": "Dam & gates",
        "entry": "fig_killed",
        "address": "/dossier/Dam%20%26%20gates?entry=fig_killed#fig_killed",
    }


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "javascript:alert(1)"])
def test_nobody_is_led_out_of_the_room(back: str, record: Record, visit: TestClient) -> None:
    send(visit, "/pick", entry="fig_killed", new="Dam")
    done = send(visit, "/pick", entry="eve_met", back=back)
    assert done.headers["location"] == "/#pick-eve_met"
    assert (
        f'href="{back}"' not in visit.get("/pick", params={"entry": "eve_met", "back": back}).text
    )


def test_a_name_that_is_none_is_asked_for_again(record: Record, visit: TestClient) -> None:
    answer = send(visit, "/pick", entry="fig_killed", new="a/b")
    assert answer.status_code == 400
    assert "leave out slashes" in answer.text
    assert 'value="a/b"' in answer.text
    assert record.dossiers.all() == ()


def test_a_button_becomes_a_link_once_its_entry_is_picked(
    record: Record, visit: TestClient
) -> None:
    before = visit.get("/pick", params={"entry": "fig_killed"}).text
    assert 'id="pick"' in before
    send(visit, "/pick", entry="fig_killed", new="Dam")
    assert 'class="flag good">at hand' in visit.get("/dossier").text


def test_a_dossier_that_is_gone_is_no_longer_at_hand(record: Record, visit: TestClient) -> None:
    send(visit, "/pick", entry="fig_killed", new="Dam")
    send(visit, "/dossier/Dam", do="drop")
    assert record.dossiers.all() == ()
    again = send(visit, "/pick", entry="fig_killed")
    assert again.headers["location"].startswith("/pick?")


def test_another_dossier_is_taken_at_hand(filled: Record, visit: TestClient) -> None:
    answer = send(visit, ADDRESS, do="hold")
    assert (answer.status_code, answer.headers["location"]) == (303, ADDRESS)
    send(visit, "/pick", entry="eve_met")
    assert lines(filled)[-1] == "eve_met"
    assert "at hand: what you add goes here" in visit.get(ADDRESS).text


def test_a_dossier_that_was_emptied_is_still_at_hand(record: Record, visit: TestClient) -> None:
    send(visit, "/pick", entry="fig_killed", new="Dam")
    send(visit, "/dossier/Dam", do="unpick fig_killed")
    assert "There is no line in it." in visit.get("/dossier/Dam").text
    send(visit, "/pick", entry="eve_met")
    assert lines(record, "Dam") == ["eve_met"]


def test_lines_are_moved_noted_and_taken_off(filled: Record, visit: TestClient) -> None:
    moved = send(visit, ADDRESS, do="move fig_flood 1")
    assert moved.headers["location"] == f"{ADDRESS}?entry=fig_flood#fig_flood"
    assert lines(filled) == ["fig_flood", *PICKED[:3]]
    send(visit, ADDRESS, do="note fig_killed", words="Ask\r\nthem")
    assert filled.dossiers.named(NAME).lines[2].note == "Ask\nthem"
    assert "Ask\nthem" in visit.get(ADDRESS).text
    off = send(visit, ADDRESS, do="unpick eve_shelled")
    assert off.headers["location"] == f"{ADDRESS}?entry=fig_killed#fig_killed"
    assert lines(filled) == ["fig_flood", "fig_killed", "eve_flood"]


def test_a_dossier_is_renamed_and_stays_at_hand(filled: Record, visit: TestClient) -> None:
    send(visit, ADDRESS, do="hold")
    answer = send(visit, ADDRESS, do="rename", words="The  dam")
    assert answer.headers["location"] == "/dossier/The%20dam"
    assert [folder.name for folder in filled.dossiers.all()] == ["The dam"]
    send(visit, "/pick", entry="eve_met")
    assert lines(filled, "The dam")[-1] == "eve_met"


@pytest.mark.parametrize(
    "typed",
    [
        {"do": "burn"},
        {"do": " "},
        {"do": "move fig_killed up"},
        {"do": "move fig_killed ²"},
        {"do": "rename", "words": "a/b"},
        {"do": "note fig_killed", "words": "x" * 10_001},
    ],
)
def test_what_cannot_be_done_is_refused_with_a_reason(
    typed: dict[str, str], filled: Record, visit: TestClient
) -> None:
    answer = send(visit, ADDRESS, **typed)
    assert answer.status_code == 400
    assert lines(filled) == list(PICKED)


def test_what_is_not_there_cannot_be_changed(filled: Record, visit: TestClient) -> None:
    assert send(visit, "/dossier/Nothing", do="drop").status_code == 404
    assert send(visit, ADDRESS, do="unpick eve_met").status_code == 404
    assert send(visit, "/pick", entry="eve_none", into="Dam").status_code == 404
    assert visit.get("/pick?entry=ent_1").status_code == 404


def test_who_may_only_read_reads_and_takes_along_but_changes_nothing(
    filled: Record, reader: TestClient
) -> None:
    page = reader.get(ADDRESS)
    assert page.status_code == 200
    assert 'name="do"' not in page.text
    assert "Take off" not in page.text
    assert 'form id="pick"' not in page.text
    assert reader.get(f"{ADDRESS}.docx").status_code == 200
    for address, typed in (
        ("/pick", {"entry": "eve_met", "into": NAME}),
        (ADDRESS, {"do": "drop"}),
        (ADDRESS, {"do": "note fig_killed", "words": "x"}),
    ):
        assert reader.post(address, data=typed).status_code == 403
    assert reader.get("/pick?entry=eve_met").status_code == 403
    assert lines(filled) == list(PICKED)


def test_a_change_without_the_token_of_a_form_is_turned_away(
    filled: Record, visit: TestClient
) -> None:
    visit.get("/dossier")
    assert visit.post(ADDRESS, data={"do": "drop"}).status_code == 403
    assert visit.post("/pick", data={"entry": "eve_met", "into": NAME}).status_code == 403
    assert lines(filled) == list(PICKED)


def test_the_name_under_a_line_is_that_of_whoever_picked_it(record: Record) -> None:
    visit = reader_of(record, LOCAL)
    send(visit, "/pick", entry="fig_killed", new="Dam")
    assert "picked by Ada Marsh" in visit.get("/dossier/Dam").text


def test_lines_that_are_gone_or_corrected_say_so(filled: Record, visit: TestClient) -> None:
    filled.review.correct("fig_killed", "reject", by="Bo Hale", why="a drill")
    filled.review.correct("eve_shelled", "confirm", by="Bo Hale")
    page = visit.get(ADDRESS).text
    assert "no longer on the record; shown as it was when picked" in page
    assert "Rejected by Bo Hale" in page
    assert "Confirmed by Bo Hale" in page
    kept = visit.get(f"{ADDRESS}.json").json()["lines"]
    assert [line["gone"] for line in kept] == [False, True, False, False]
    assert json.dumps(kept[1]["corrected"]).count("a drill") == 1


@pytest.fixture
def long(record: Record) -> list[str]:
    """A dossier with more lines than stand on a page."""
    store = record._store
    reading = dam()
    (first, *_), article = reading.figures, reading.article
    many = tuple(replace(first, id=f"fig_{number:04}") for number in range(LINES + 30))
    other = replace(article, id="art_long", title="A long list")
    store.put(replace(reading, article=other, statements=(), events=(), figures=many))
    for figure in many:
        record.dossiers.pick(figure.id, "Long", by="Ada Marsh")
    return [figure.id for figure in many]


def shown(visit: TestClient, address: str) -> list[str]:
    return re.findall(r'<li id="(fig_\d+)"', visit.get(address).text)


def test_a_long_dossier_comes_in_pages_and_is_taken_along_whole(
    long: list[str], record: Record, visit: TestClient
) -> None:
    assert shown(visit, "/dossier/Long") == long[:LINES]
    assert shown(visit, "/dossier/Long?page=2") == long[LINES:]
    assert visit.get("/dossier/Long?page=3").status_code == 404
    page = visit.get("/dossier/Long?page=2").text
    assert "130 lines, begun by Ada Marsh" in page
    assert "Lines 101 to 130 of 130" in page
    twin = visit.get("/dossier/Long.json?page=2").json()
    assert (twin["page"], twin["total"], len(twin["lines"])) == (2, 130, 30)
    assert len(visit.get("/dossier/Long.csv?page=2").text.splitlines()) == 131
    assert visit.get("/dossier/Long.md").text.count("\n## ") == 130


def test_a_line_is_found_on_its_page_wherever_it_is_moved(
    long: list[str], record: Record, visit: TestClient
) -> None:
    assert shown(visit, f"/dossier/Long?entry={long[-1]}") == long[LINES:]
    moved = send(visit, "/dossier/Long", do=f"move {long[-1]}", words="3")
    assert moved.headers["location"] == f"/dossier/Long?entry={long[-1]}#{long[-1]}"
    assert shown(visit, moved.headers["location"])[:4] == [long[0], long[1], long[-1], long[2]]
    assert lines(record, "Long")[2] == long[-1]
    edge = send(visit, "/dossier/Long", do=f"move {long[LINES - 2]} {LINES + 1}")
    assert long[LINES - 2] in shown(visit, edge.headers["location"])


def test_every_form_of_a_dossier_goes_by_the_same_name_and_tells_no_folder(
    filled: Record, visit: TestClient
) -> None:
    names = set()
    for form in ("html", "md", "docx", "csv"):
        answer = visit.get(f"{ADDRESS}.{form}")
        names.add(answer.headers["content-disposition"].replace(f".{form}", ""))
        if form != "docx":
            assert "reports/dam.txt" not in answer.text
            assert "dam.txt" in answer.text
    assert len(names) == 1
