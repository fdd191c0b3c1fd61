"""What people say of entries and links, in the browser without a browser."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from onrecord.model import Reading
from onrecord.record import Record
from onrecord.store.store import Store
from onrecord.web.access import Access
from tests.cli.linked import told
from tests.dam import flood
from tests.fakes import example_reading
from tests.web.visiting import LOCAL, reader_of, token

PROXY = Access(header="X-User", proxies=("127.0.0.1",), reviewers=("Ada Marsh",))
MAYOR = "Jana Orlova"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of one story in four articles, linked, and an article that means harm."""
    path = tmp_path_factory.mktemp("made") / "told.db"
    store = Store.open(path)
    for reading in (*told(), flood()):
        store.put(reading)
    store.close()
    with Record.open(path) as record:
        record.link()
    return path


@pytest.fixture
def record(made: Path, tmp_path: Path) -> Iterator[Record]:
    with Record.open(shutil.copy(made, tmp_path / "told.db")) as opened:
        yield opened


@pytest.fixture
def client(record: Record) -> TestClient:
    return reader_of(record)


def post(client: TestClient, address: str, **fields: str) -> Any:
    return client.post(address, data={"csrf": token(client, "/review"), **fields})


def said_by(record: Record, name: str) -> list[str]:
    return [spoken.statement.id for spoken in record.statements(by=name)]


def page(client: TestClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return unescape(answer.text)


def reading_of(record: Record, entry: str) -> Reading:
    return record.reading(record.review.entry(entry).article.id)  # type: ignore[union-attr]


def test_a_statement_that_is_rejected_is_struck_in_its_article_and_comes_back(
    record: Record, client: TestClient
) -> None:
    statement = said_by(record, MAYOR)[0]
    article = reading_of(record, statement).article.id
    back = f"/article/{article}#{statement}"
    answer = post(client, f"/review/entry/{statement}", kind="reject", why="a headline", next=back)
    assert (answer.status_code, answer.headers["location"]) == (303, back)
    assert statement not in said_by(record, MAYOR)
    assert 'class="struck"' in page(client, f"/article/{article}")
    assert "a headline" in page(client, "/review")
    (made,) = record.review.corrections()
    assert made.by == "Ada Marsh"
    assert post(client, "/review/undo", correction=made.id, why="it is not").status_code == 303
    assert statement in said_by(record, MAYOR)
    assert 'class="struck"' not in page(client, f"/article/{article}")
    assert "it is not" in page(client, "/review/said")


def test_a_wrong_source_is_corrected_to_somebody_the_article_names(
    record: Record, client: TestClient
) -> None:
    statement = said_by(record, MAYOR)[0]
    official = next(e.id for e in reading_of(record, statement).entities if e.kind == "unnamed")
    form = page(client, f"/review/entry/{statement}")
    assert f'<option value="{official}">' in form
    post(client, f"/review/entry/{statement}", kind="source", source=official, why="he said it")
    shown = re.sub(r"<[^>]+>|\s+", " ", page(client, f"/review/entry/{statement}"))
    assert "Jana Orlova" in shown
    assert "senior port official" in shown
    assert "source corrected" in shown
    assert statement not in said_by(record, MAYOR)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"kind": "source", "words": "Joren Haske", "why": "x"}, "is not in the article"),
        ({"kind": "source", "why": "x"}, "choose a source"),
        ({"kind": "reject"}, "say why"),
        ({"kind": "<b>", "why": "x"}, "say confirm, reject or source"),
    ],
)
def test_what_cannot_be_said_is_told_on_the_form_with_what_was_typed(
    record: Record, client: TestClient, fields: dict[str, str], said: str
) -> None:
    statement = said_by(record, MAYOR)[0]
    answer = post(client, f"/review/entry/{statement}", **fields)
    assert answer.status_code == 422
    assert said in unescape(answer.text)
    assert 'role="alert"' in answer.text
    if "words" in fields:
        assert 'value="Joren Haske"' in answer.text
    assert list(record.review.corrections(withdrawn=True)) == []


def test_nobody_can_be_the_source(record: Record, client: TestClient) -> None:
    statement = said_by(record, MAYOR)[0]
    post(client, f"/review/entry/{statement}", kind="source", source="nobody", why="passive")
    assert record.review.entry(statement).statement.who is None  # type: ignore[union-attr]


def test_events_and_figures_are_confirmed_and_rejected(record: Record, client: TestClient) -> None:
    event, figure = next(record.events()).event.id, next(record.figures()).figure.id
    for entry in (event, figure):
        assert "Wrong source" not in page(client, f"/review/entry/{entry}")
        assert post(client, f"/review/entry/{entry}", kind="confirm").status_code == 303
    assert {c.entry for c in record.review.corrections(kind="confirm")} == {event, figure}


def test_who_may_only_read_sees_what_was_said_but_says_nothing(record: Record) -> None:
    statement = said_by(record, MAYOR)[0]
    client = reader_of(record, PROXY, headers={"X-User": "Zoe"})
    for address in ("/review", f"/review/entry/{statement}", "/review/people"):
        assert 'method="post"' not in page(client, address)
    csrf = re.search(r'name="csrf" value="(\w+)"', client.get("/logout").text)
    data = {"csrf": csrf[1] if csrf else "", "kind": "confirm"}
    answer = client.post(f"/review/entry/{statement}", data=data)
    assert answer.status_code == 403
    assert list(record.review.corrections()) == []


def test_a_form_without_its_token_changes_nothing(record: Record, client: TestClient) -> None:
    statement = said_by(record, MAYOR)[0]
    client.get("/review")
    answer = client.post(f"/review/entry/{statement}", data={"kind": "confirm"})
    assert answer.status_code == 403
    assert list(record.review.corrections()) == []


@pytest.mark.parametrize("next", ["//elsewhere.example", "https://elsewhere.example", "/\\x"])
def test_one_comes_back_to_this_room_alone(record: Record, client: TestClient, next: str) -> None:
    statement = said_by(record, MAYOR)[0]
    answer = post(client, f"/review/entry/{statement}", kind="confirm", next=next)
    assert answer.headers["location"] == "/"
    form = page(client, f"/review/entry/{statement}?next={quote(next)}")
    assert f'"{next}' not in form
    assert '<a href="/">Back' in form


def test_two_people_are_joined_and_parted_again(record: Record, client: TestClient) -> None:
    mayor = record.entity(MAYOR)
    members = [member.entity for member in mayor.members]
    shown = page(client, f"/review/people?left={mayor.id}")
    assert all(entity in shown for entity in members)
    last = next(m.entity for m in mayor.members if m.name == "Jana Orlowa")
    first = next(m.entity for m in mayor.members if m.name == MAYOR)
    post(client, "/review/judge", left=first, right=last, judgement="different", why="two mayors")
    one, other = record.entity("Jana Orlova"), record.entity("Jana Orlowa")
    assert one.id != other.id
    shown = page(client, f"/review/people?left={one.id}&right={other.id}")
    assert "Are these the same?" in shown
    assert "two mayors" in shown
    (apart,) = record.links(by="Ada Marsh")
    post(client, "/review/withdraw", link=apart.id, why="one after all")
    assert record.entity("Jana Orlowa").id == record.entity(MAYOR).id
    assert "one after all" in page(client, "/review")


def test_two_who_are_one_are_joined(record: Record, client: TestClient) -> None:
    mayor, house = record.entity(MAYOR), _another(record)
    shown = page(client, f"/review/people?left={mayor.id}&right={house}")
    (back,) = set(re.findall(r'name="next" value="([^"]+)"', shown))
    fields = {"left": mayor.id, "right": house, "judgement": "same", "why": "her name"}
    assert post(client, "/review/judge", **{**fields, "why": " "}).status_code == 400
    assert record.entity(MAYOR) == mayor
    answer = post(client, "/review/judge", next=back, **fields)
    assert "Is this one, or several?" in page(client, answer.headers["location"])
    assert {m.entity for m in mayor.members} < {m.entity for m in record.entity(house).members}


def _another(record: Record) -> str:
    """A person whom nothing joins with the mayor."""
    store = record._store
    store.put(example_reading())
    record.link()
    return example_reading().entities[0].id


def test_a_judgement_is_withdrawn(record: Record, client: TestClient) -> None:
    left, right = (m.entity for m in record.entity(MAYOR).members[:2])
    link = record.judge(left, right, "different", by="Bo", why="two")
    post(client, "/review/withdraw", link=link.id, why="no")
    (withdrawn,) = record.links(by="Bo", withdrawn=True)
    assert (withdrawn.withdrawn_by, withdrawn.withdrawn_why) == ("Ada Marsh", "no")


def test_a_pair_waits_until_somebody_judges_it(record: Record, client: TestClient) -> None:
    left, right = record.entity(MAYOR).members[0].entity, _another(record)
    with record._store.shelf() as shelf:
        forms = [shelf.entry(entity).form for entity in (left, right)]
        ends = {"left": left, "right": right, "left_form": forms[0], "right_form": forms[1]}
        doubt = {"judgement": "unsure", "score": 0.5, "reasons": ("women of one office",)}
        shelf.put_links([{"kind": "entity", **ends, **doubt}])
    shown = page(client, "/review?kind=entity")
    assert shown.count('class="pair"') == 1
    assert "50 in 100 likely the same" in shown
    assert "women of one office" in shown
    fields = {"left": left, "right": right, "judgement": "unsure", "why": "who knows"}
    answer = post(client, "/review/judge", next="/review?kind=entity", **fields)
    assert answer.headers["location"] == "/review?kind=entity"
    shown = page(client, "/review?kind=entity")
    assert 'class="pair"' not in shown
    assert "who knows" in shown


def test_what_is_not_there_is_not_found(client: TestClient) -> None:
    assert client.get("/review/entry/sta_none").status_code == 404
    assert client.get("/review?kind=nothing").status_code == 422
    assert client.get("/review?page=0").status_code == 422


def test_every_page_is_also_json_and_corrections_are_a_table(
    record: Record, client: TestClient
) -> None:
    statement = said_by(record, MAYOR)[0]
    record.review.correct(statement, "confirm", by="Bo", why="heard it")
    value = client.get("/review.json").json()
    assert {*value} == {"waiting", "left", "conflicts", "said"}
    assert value["said"][0]["why"] == "heard it"
    assert client.get(f"/review/entry/{statement}.json").json()["corrections"][0]["by"] == "Bo"
    assert client.get("/review.csv").text.splitlines()[1].startswith(f"cor_1,confirm,{statement}")
    assert client.get("/review/people.json?left=" + record.entity(MAYOR).id).json()["people"]


def test_hostile_text_is_shown_as_text(record: Record, client: TestClient) -> None:
    why = "<script>alert(1)</script>\u202e"
    record.review.correct("sta_flood", "source", by='"><img src=x>', why=why, source="Friday")
    for address in ("/review", "/review/said", "/review/entry/sta_flood"):
        html = client.get(address).text
        assert "<script>alert" not in html
        assert "<img" not in html
        assert "\u202e" not in html


def test_local_reviewers_have_a_name_and_can_take_another(client: TestClient) -> None:
    assert LOCAL.me in page(client, "/review")


@pytest.mark.parametrize(
    "address", ["/statements", "/events?view=tellings", "/figures?view=figures"]
)
def test_a_way_to_review_stands_beside_every_entry(
    address: str, record: Record, client: TestClient
) -> None:
    asked = page(client, address)
    assert 'class="review"' in asked


def test_a_list_says_what_was_reviewed(record: Record, client: TestClient) -> None:
    statement = said_by(record, MAYOR)[0]
    assert ">Reviewed<span" not in page(client, "/statements")
    record.review.correct(statement, "confirm", by="Bo", why="heard it")
    assert page(client, "/statements").count(">Reviewed<span") == 1
    assert page(client, "/statements?reviewed=confirmed").count('class="entry said"') == 1


def test_what_was_rejected_says_by_whom_when_and_why(record: Record, client: TestClient) -> None:
    told = next(each for each in record.events() if each.event.according_to)
    event, statement = told.event.id, told.event.according_to or ""
    made = record.review.correct(statement, "reject", by="Bo Hale", why="it is a headline")
    said = words_of(client, f"/review/entry/{statement}")
    assert f"Bo Hale rejected it on {made.at[:10]}, by the correction {made.id}" in said
    assert "“it is a headline”" in said
    with_it = words_of(client, f"/review/entry/{event}")
    assert "Bo Hale rejected the statement that it is according to on" in with_it
    assert f"/review/entry/{statement}" in page(client, f"/review/entry/{event}")
    twin = client.get(f"/review/entry/{statement}.json").json()
    assert (twin["entry"], twin["rejected"]["id"]) == (None, made.id)
    record.review.undo(made.id, by="Bo Hale")
    assert "It is not in the reading" not in page(client, f"/review/entry/{event}")
    assert client.get("/review/entry/sta_none").status_code == 404


def words_of(client: TestClient, address: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", page(client, address)).split())


def test_a_corrected_line_says_so_wherever_it_stands(record: Record, client: TestClient) -> None:
    statement = said_by(record, MAYOR)[0]
    reading = reading_of(record, statement)
    other = next(each for each in reading.entities if each.name != MAYOR)
    made = record.review.correct(statement, "source", source=other.id, by="Bo Hale", why="hers")
    told = f"source corrected by Bo Hale on {made.at[:10]}: was {MAYOR}"
    record.dossiers.pick(statement, "Speeches", by="Bo Hale")
    places = ["/statements?reviewed=corrected", f"/article/{reading.article.id}"]
    places += [f"/review/entry/{statement}"]
    for address in places:
        assert told in words_of(client, address)
    for address in ("/statements", "/dossier/Speeches"):
        (twin,) = (
            each
            for each in client.get(f"{address}.json").json().get("statements")
            or client.get(f"{address}.json").json()["lines"]
            if each["id"] == statement
        )
        assert twin["reviewed"] == [told]
        assert told in client.get(f"{address}.csv").text
    for form in ("html", "md"):
        assert "Bo Hale" in client.get(f"/dossier/Speeches.{form}").text
    assert '<a href="/statements?reviewed=corrected">1</a>' in page(client, "/")
