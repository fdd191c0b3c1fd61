"""Articles that mean harm are shown as text, on every page there is."""

import csv
import io
import json
import re
from collections.abc import Iterator

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from onrecord.record import Record
from onrecord.store.store import Store
from tests.fakes import FakeReader
from tests.web.hostile import HARMS, readings
from tests.web.rooms import Seen, addresses, routes, walked
from tests.web.visiting import reader_of

OWN_SCRIPT = re.compile(r"/static/[a-z-]+\.js")
LINKS = re.compile(r"(https?://|/(?!/)|\?|#|$|[a-z]{3}_)", re.I)
ADDRESSED = ("href", "src", "action", "formaction", "data", "poster", "xlink:href", "cite")
# Letters that would turn a line round, end it, or ring a bell.
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
FORMULA = re.compile("[=+@\t\r-]")


def pages(with_id: bool = False) -> list[APIRoute]:
    """The pages that a browser shows."""
    return [
        route
        for route in routes()
        if "GET" in route.methods
        and ("{" in route.path) == with_id
        and not route.path.endswith((".json", ".csv"))
    ]


def parameters(route: APIRoute) -> list[str]:
    """The names that the query of an address may have."""
    waiting, found = [route.dependant], []
    while waiting:
        dependant = waiting.pop()
        found += [each.alias for each in dependant.query_params]
        waiting += dependant.dependencies
    return found


def by_path(route: APIRoute) -> str:
    return route.path


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    where = tmp_path_factory.mktemp("hostile") / "kept.db"
    store = Store.open(where)
    for reading in readings():
        store.put(reading)
    store.close()
    with Record.open(where, FakeReader()) as record:
        record.link()
        yield reader_of(record)


def check_page(address: str, html: str) -> None:
    seen = Seen(html)
    for tag, attributes in seen.tags:
        assert "harm" not in tag, (address, tag)
        for name, value in attributes.items():
            assert name == "x" or "harm" not in name, (address, tag, name)
            assert not name.startswith("on"), (address, tag, name)
            assert name not in ("style", "srcdoc", "autofocus"), (address, tag, name)
            if name in ADDRESSED:
                assert LINKS.match(value or ""), (address, tag, name, value)
        if tag == "script":
            assert OWN_SCRIPT.fullmatch(attributes.get("src") or ""), (address, attributes)
        assert tag not in ("style", "iframe", "object", "embed", "base"), (address, tag)
    assert not UNSEEN.search(html), (address, UNSEEN.search(html))


def check_json(address: str, text: str) -> None:
    json.loads(text)
    assert not UNSEEN.search(text.replace("\n", "")), address


def check_table(address: str, text: str) -> None:
    rows = list(csv.reader(io.StringIO(text)))
    assert [row for row in rows if len(row) != len(rows[0])] == [], address
    cells = [cell for row in rows[1:] for cell in row if FORMULA.match(cell)]
    assert [cell for cell in cells if not re.fullmatch(r"-?[\d.]+", cell)] == [], address
    assert not UNSEEN.search(text.replace("\r\n", "\n")), address


CHECKS = {"text/html": check_page, "application/json": check_json, "text/csv": check_table}


def test_no_page_takes_the_words_of_an_article_for_its_own(client: TestClient) -> None:
    visited = 0
    for address, media, text in walked(client):
        if media in CHECKS:
            CHECKS[media](address, text)
            visited += 1
    assert visited > len(addresses())


@pytest.mark.parametrize("kind", HARMS)
def test_an_article_that_means_harm_is_shown_whole(client: TestClient, kind: str) -> None:
    numbered = next(n for n, name in enumerate(HARMS) if name == kind)
    cards = client.get("/articles.json?limit=100").json()["articles"]
    assert len(cards) == 2 * len(HARMS)
    article = f"/article/{cards[2 * numbered]['id']}"
    sections = [
        client.get(article, params={"section": str(n)}) for n in range(1, 8)
    ]  # if it is long
    for page in sections:
        assert page.status_code == 200
        check_page(kind, page.text)
    shown = " ".join(" ".join(Seen(page.text).text for page in sections).split())
    assert "x-harm" in shown
    assert "will hold for" in shown


@pytest.mark.parametrize("route", pages(), ids=by_path)
def test_what_is_asked_for_is_shown_as_text(client: TestClient, route: APIRoute) -> None:
    for harm in HARMS.values():
        typed = harm[:2000].encode("utf-8", "replace").decode()
        check_asked(client, route, dict.fromkeys(parameters(route), typed))


@pytest.mark.parametrize("route", pages(), ids=by_path)
def test_each_field_alone_is_shown_as_text(client: TestClient, route: APIRoute) -> None:
    harm = HARMS["an attribute"] + HARMS["the other way round"]
    for name in parameters(route):
        check_asked(client, route, {name: harm})


def check_asked(client: TestClient, route: APIRoute, asked: dict[str, str]) -> None:
    answer = client.get(route.path, params=asked)
    assert answer.status_code < 500, (route.path, asked, answer.text[-500:])
    if answer.headers["content-type"].startswith("text/html"):
        check_page(route.path, answer.text)


@pytest.mark.parametrize("harm", ["%3Cx-harm%3E", "%22%3E%3Cx-harm%3E", "%00", "%E2%80%AE", "%FF"])
@pytest.mark.parametrize("route", pages(with_id=True), ids=by_path)
def test_what_is_not_there_is_told_as_text(client: TestClient, harm: str, route: APIRoute) -> None:
    answer = client.get(re.sub(r"\{.*?\}", harm, route.path))
    assert answer.status_code < 500
    check_page(route.path, answer.text)
