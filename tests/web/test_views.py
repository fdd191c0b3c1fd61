"""What holds of every list and every form of the room, whichever page it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from onrecord.record import Record
from onrecord.store.store import Store
from onrecord.web.app import application
from onrecord.web.rights import FOR_ALL
from onrecord.web.users import User
from tests.cli.linked import told
from tests.fakes import FakeReader
from tests.web.rooms import routes

READER = User("Jon Reed")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    where: Path = tmp_path_factory.mktemp("views")
    with Record(Store.open(where / "r.db"), FakeReader()) as record:
        for reading in told():
            record._store.put(reading)
        record.link()
        yield record


@pytest.fixture(scope="module")
def client(record: Record) -> TestClient:
    return TestClient(application(record, User("Ada Marsh", may_review=True)))


def paged() -> list[str]:
    """The addresses of lists that come in pages."""
    found = [each for each in routes() if "GET" in each.methods and _is_paged(each)]
    return sorted({each.path for each in found if not each.path.endswith(".csv")})


def _is_paged(route: APIRoute) -> bool:
    dependants = [route.dependant]
    for each in dependants:
        dependants.extend(each.dependencies)
    return any(field.alias == "page" for each in dependants for field in each.query_params)


def ids(record: Record) -> dict[str, str]:
    """An id for each kind of page that shows one thing."""
    record.dossiers.pick(next(record.statements()).statement.id, "one", by="Ada")
    return {
        "/entity/": next(record.people()).id,
        "/event/": next(record.occurrences()).occurrence.id,
        "/figure/": next(record.histories()).id,
        "/dossier/": "one",
    }


def address(path: str, record: Record) -> str:
    begins = path.partition("{")[0]
    ending = ".json" if path.endswith(".json") else ""
    return f"{begins}{ids(record)[begins]}{ending}" if "{" in path else path


@pytest.mark.parametrize("path", paged())
def test_a_page_past_the_last_is_not_there(path: str, client: TestClient, record: Record) -> None:
    whole = address(path, record)
    assert client.get(whole).status_code == 200
    beyond = client.get(f"{whole}?page=9999")
    assert beyond.status_code == 404
    assert "there is no page 9,999 of this list" in beyond.text


def test_there_are_lists_in_pages() -> None:
    assert {"/statements", "/articles", "/people", "/review", "/dossier/{name}"} <= {*paged()}


@pytest.mark.parametrize("view", ["/events?view=tellings", "/figures?view=figures"])
def test_so_is_one_of_another_view(view: str, client: TestClient) -> None:
    assert client.get(f"{view}&page=9999").status_code == 404


def test_what_somebody_said_on_a_topic_ends_too(client: TestClient, record: Record) -> None:
    one = next(record.people()).id
    assert client.get(f"/entity/{one}?about=water&page=9999").status_code == 404


@pytest.mark.parametrize("path", sorted({r.path for r in routes() if "POST" in r.methods}))
@pytest.mark.parametrize("form", ["empty", "odd", "broken"])
def test_who_may_only_read_is_refused_before_a_form_is_looked_at(
    path: str, form: str, record: Record
) -> None:
    client = TestClient(application(record, READER), follow_redirects=False)
    sent = path.replace("{id}", "sta_1").replace("{name}", "nothing")
    broken = {"content-type": "multipart/form-data; boundary=x"}
    known = {
        "empty": {},
        "odd": {"data": {"do": "nothing", "left": "x", "page": "y"}},
        "broken": {"content": b"--y\r\n\x00", "headers": broken},
    }
    if path in FOR_ALL:
        return
    answer = client.post(sent, **known[form])
    assert (answer.status_code, "may read the record" in answer.text) == (403, True)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/statements?act=nope", "“nope” is no act; there are accuse, agree"),
        ("/articles?act=nope", "“nope” is no act"),
        ("/statements?manner=nope", "“nope” is no manner; there are direct"),
        ("/statements?measure=nope", "“nope” is no measure; there are killed"),
        ("/statements?action=nope", "no action; there are"),
        ("/statements?status=nope", "“nope” is no status; there are happened"),
        ("/statements?reviewed=nope", "“nope” is no review; there are confirmed"),
        ("/disagreements?kind=nope", "“nope” is no kind of disagreement; there are figure, "),
        ("/statements?order=nope", "“nope” is no order; there are record, newest, oldest"),
        ("/utterances?order=nope", "“nope” is no order; there are"),
        ("/statements?search=nope", "“nope” is no kind of search; there are words, meaning"),
        ("/statements?since=nope", "“nope” is no date"),
        ("/statements?unnamed=nope", "“nope” is neither yes nor no"),
        ("/statements?page=nope", "“nope” is no page"),
        ("/utterances?wording=nope", "“nope” is none of verbatim"),
        ("/people?kind=nope", "“nope” is no kind; there are person"),
        ("/people?sort=nope", "“nope” is no way to sort; there are"),
        ("/disagreements?kind=nope", "“nope” is no kind of disagreement; there are"),
        ("/events?view=nope", "“nope” is no view; there are"),
        ("/events?lanes=nope", "“nope” is no kind of lane; there are"),
        ("/figures?view=nope", "“nope” is no view; there are"),
        ("/sources?order=nope", "“nope” is no order; there are"),
        ("/review?kind=nope", "“nope” is no kind of link; there are"),
    ],
)
def test_a_value_that_there_is_not_is_told_with_those_that_there_are(
    address: str, said: str, client: TestClient
) -> None:
    for ending in ("", ".json"):
        path, _, query = address.partition("?")
        answer = client.get(f"{path}{ending}?{query}")
        assert answer.status_code == 422
        assert said in answer.text


def test_an_act_is_found_as_people_write_it(client: TestClient) -> None:
    assert client.get("/statements.json?act=Call-For").status_code == 200
