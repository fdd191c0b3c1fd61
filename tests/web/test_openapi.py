"""The JSON side: what OpenAPI says of it, and what becomes of anything that may be asked of it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from starlette.testclient import TestClient

from onrecord.ingest import File
from onrecord.record import Record
from onrecord.store.store import Store
from onrecord.web.access import Access
from onrecord.web.app import application
from onrecord.web.asked import FIELDS
from onrecord.web.guard import Guard, guarded
from onrecord.web.rendering import HERE
from tests.dam import DAM, dam, flood
from tests.fakes import FakeReader, example_reading
from tests.web.hostile import HARMS
from tests.web.rooms import addresses, routes
from tests.web.visiting import token, visitor

ROOM = Access(names=("testserver",))  # as Schemathesis calls it; no port: clients have their own
TEMPLATES = HERE / "templates"
QUICK = settings(
    max_examples=10,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
JSON_SIDE = sorted({route.path for route in routes() if route.include_in_schema})
OTHERS = sorted({r.path for r in routes() if "GET" in r.methods and not r.include_in_schema})
TYPED = st.one_of(
    st.sampled_from(["", "0", "-1", "1", "99999999999999999999", "2023-11", "yes", "newest"]),
    st.sampled_from(sorted(HARMS.values(), key=len)[:-1]),
    st.sampled_from(['"', "*", '"a', "a* OR b", "NEAR(", "%", "_", "ASSAULT/", "sta_", "utt_ff"]),
    st.text(max_size=20),
)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guard]:
    where = tmp_path_factory.mktemp("asked") / "kept.db"
    store = Store.open(where)
    for reading in (dam(), flood(), example_reading(), example_reading(publisher="Port Mail")):
        store.put(reading)
    store.close()
    with Record.open(where, FakeReader()) as record:
        record.link()
        yield guarded(application(record), ROOM)  # type: ignore[misc]


@pytest.fixture(scope="module")
def client(room: Guard) -> TestClient:
    return TestClient(room, base_url="http://localhost", raise_server_exceptions=False)


@pytest.fixture(scope="module")
def described(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


@pytest.fixture(scope="module")
def schema(room: Guard) -> Any:
    return schemathesis.openapi.from_asgi("/openapi.json", room)


def test_every_page_has_a_twin_in_json(described: dict[str, Any]) -> None:
    lists = {path for path in addresses() if path.endswith(".json")}
    assert {"/index.json", "/statements.json", "/events.json", "/figures.json"} <= lists
    assert lists <= set(described["paths"])


def test_only_the_json_side_is_described(described: dict[str, Any]) -> None:
    assert [path for path in described["paths"] if not path.endswith(".json")] == []
    assert {method for each in described["paths"].values() for method in each} == {"get"}


def test_fields_are_called_as_in_the_command_line_and_say_what_they_mean(
    described: dict[str, Any],
) -> None:
    parameters = described["paths"]["/statements.json"]["get"]["parameters"]
    said = {each["name"]: each["description"] for each in parameters if each["name"] in FIELDS}
    assert said
    assert all(said.values())


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/docs/oauth2-redirect"])
def test_there_is_no_page_that_asks_another_host_for_its_script(
    client: TestClient, path: str
) -> None:
    assert client.get(path).status_code == 404


def test_the_description_needs_a_log_in_where_pages_do(tmp_path: Path) -> None:
    (tmp_path / "passwords").touch()
    closed = visitor(application(None), Access(passwords=tmp_path / "passwords"))  # type: ignore[arg-type]
    assert closed.get("/openapi.json").status_code == 401


@pytest.mark.parametrize("path", JSON_SIDE)
def test_nothing_that_can_be_asked_of_the_json_side_is_a_fault(schema: Any, path: str) -> None:
    @QUICK
    @given(schema[path]["GET"].as_strategy())
    def ask(case: Any) -> None:
        case.call_and_validate(checks=[not_a_server_error])

    ask()


@pytest.mark.parametrize("path", OTHERS)
def test_no_address_is_a_fault_whatever_stands_in_it(client: TestClient, path: str) -> None:
    (route,) = (each for each in routes() if each.path == path and "GET" in each.methods)
    names = [*FIELDS, "page", "limit", "order", "kind", "at_least", "wording", "about", "view"]

    @QUICK
    @given(st.dictionaries(st.sampled_from(names), TYPED, max_size=4), TYPED)
    def ask(query: dict[str, str], id: str) -> None:
        filled = path
        for name in route.param_convertors:
            filled = filled.replace(f"{{{name}}}", _quoted(id))
        plain = {name: value.encode("utf-8", "replace") for name, value in query.items()}
        answer = client.get(filled, params=plain)
        assert answer.status_code < 500, (filled, query)

    ask()


@pytest.fixture
def writable(tmp_path: Path) -> Iterator[TestClient]:
    with Record.open(tmp_path / "kept.db", FakeReader()) as record:
        record.add(*(File(f"{n}.txt", DAM.encode()) for n in range(2)))
        app = guarded(application(record), ROOM)
        with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
            yield client


@pytest.mark.parametrize(
    "path", sorted({route.path for route in routes() if "POST" in route.methods})
)
def test_no_form_is_a_fault_whatever_is_typed_into_it(writable: TestClient, path: str) -> None:
    ids = [card["id"] for card in writable.get("/articles.json").json()["articles"]]
    ids += [
        each["statement"]["id"] for each in writable.get("/statements.json").json()["statements"]
    ]
    typed = st.one_of(TYPED, st.sampled_from(ids))

    @QUICK
    @given(st.dictionaries(st.sampled_from(form_fields()), typed), typed)
    def send(form: dict[str, str], id: str) -> None:
        filled = re.sub(r"\{.*?\}", _quoted(id), path)
        sent = {name: value.encode("utf-8", "replace") for name, value in form.items()}
        answer = writable.post(filled, data={"csrf": token(writable), **sent})
        assert answer.status_code < 500, (filled, form)

    send()


def form_fields() -> list[str]:
    """The names of all fields of all forms."""
    templates = (path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.html"))
    names = {name for each in templates for name in re.findall(r'\bname="(\w+)"', each)}
    return sorted(names - {"csrf", "viewport"})


def _quoted(id: str) -> str:
    return "".join(f"%{byte:02x}" for byte in id.encode("utf-8", "surrogatepass")) or "x"
