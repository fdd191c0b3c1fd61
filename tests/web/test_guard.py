"""The guard before an application with a few pages of its own, so that no page of the reading room
has to be there for it.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI, Request
from starlette.responses import HTMLResponse
from starlette.testclient import TestClient

from onrecord.web import attempts, bodies, passwords
from onrecord.web.access import Access
from onrecord.web.app import application
from onrecord.web.guard import HEADERS, POLICY
from onrecord.web.passwords import Login, put
from tests.web.visiting import LOCAL, log_in, token, visitor

PASSWORD = "correct horse battery"
OTHER = "another horse battery"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
PROXY = Access(header="X-Forwarded-User", proxies=("10.0.0.2",), reviewers=("Zoë",))
FOREIGN = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hashes that take no time, and a page that takes uploads."""
    monkeypatch.setattr(bodies, "LIMITS", {"/bulk": 100_000_000})
    monkeypatch.setattr(passwords, "_HASHER", QUICK)
    passwords._nobodys.cache_clear()
    yield
    passwords._nobodys.cache_clear()


@pytest.fixture
def app() -> FastAPI:
    made = application(None)  # type: ignore[arg-type]

    @made.get("/whoami.json")
    def whoami(request: Request, by: str = "", x: str = "") -> dict[str, Any]:
        user = request.state.user
        return {"name": user.name, "may_review": user.may_review}

    @made.get("/page")
    def page(request: Request) -> HTMLResponse:
        return HTMLResponse(f'<input name="csrf" value="{request.state.token}">')

    @made.get("/broken")
    def broken() -> None:
        raise ZeroDivisionError

    @made.post("/bulk")
    @made.post("/echo")
    async def echo(request: Request) -> dict[str, Any]:
        async with request.form() as form:
            return {name: str(getattr(value, "filename", value)) for name, value in form.items()}

    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "passwords"
    put(path, Login("Ada Marsh", "review", QUICK.hash(PASSWORD)))
    put(path, Login("Jon Reed", "read", QUICK.hash(OTHER)))
    return path


@pytest.fixture
def here(app: FastAPI) -> TestClient:
    return visitor(app)


@pytest.fixture
def closed(app: FastAPI, file: Path) -> TestClient:
    """A room that needs a password."""
    return visitor(app, Access(passwords=file))


# The headers of every answer


def answers(client: TestClient) -> dict[str, Any]:
    return {
        "page": client.get("/page"),
        "static": client.get("/static/page.css"),
        "missing": client.get("/no-such-page"),
        "refused": client.post("/echo"),
        "wrong host": client.get("/page", headers={"Host": "evil.example"}),
        "fault": client.get("/broken"),
        "method": client.request("BREW", "/page"),
    }


def test_every_answer_has_the_headers(app: FastAPI) -> None:
    for name, answer in answers(visitor(app, raise_server_exceptions=False)).items():
        assert {k: answer.headers.get(k) for k in HEADERS} == dict(HEADERS), name


def test_the_policy_lets_in_nothing_inline_and_nothing_from_elsewhere() -> None:
    assert POLICY.startswith("default-src 'none'; ")
    for word in ("unsafe", "http", "data:", "*", "blob:"):
        assert word not in POLICY


def test_pages_stay_in_no_cache_where_there_are_accounts(
    here: TestClient, closed: TestClient
) -> None:
    assert "cache-control" not in here.get("/page").headers
    assert closed.get("/page").headers["cache-control"] == "no-store"
    assert closed.get("/whoami.json").headers["cache-control"] == "no-store"
    assert closed.get("/static/page.css").headers.get("cache-control") != "no-store"


def test_a_socket_is_closed(here: TestClient) -> None:
    from starlette.websockets import WebSocketDisconnect

    with pytest.raises(WebSocketDisconnect), here.websocket_connect("/page"):
        pass


# What it is called


@pytest.mark.parametrize("host", ["localhost:8000", "LOCALHOST:8000", "127.0.0.1:8000"])
def test_this_machine_has_its_own_names(here: TestClient, host: str) -> None:
    assert here.get("/page", headers={"Host": host}).status_code == 200


HOSTILE = "evil.example evil.example:8000 localhost:8001 localhost localhost.evil.example:8000 \
127.0.0.1.evil.example:8000 192.0.2.1:8000 [ [::1 localhost:8000@evil.example localhost:8000000 ☃ \
localhost:8000/login localhost:8000?x localhost:8000#x"


@pytest.mark.parametrize("host", HOSTILE.split())
def test_a_name_that_somebody_points_at_this_machine_is_turned_away(
    here: TestClient, host: str
) -> None:
    answer = here.get("/page", headers={"Host": host.encode()})
    assert answer.status_code == 421
    assert "--host-name" in answer.text


def test_a_name_that_was_given_is_ours(app: FastAPI, file: Path) -> None:
    names = ("desk.example", "other.example:9000")
    client = visitor(app, Access(host="0.0.0.0", passwords=file, names=names))
    statuses = [
        client.get("/login", headers={"Host": host}).status_code
        for host in (
            "desk.example",
            "desk.example:8443",
            "other.example:9000",
            "192.0.2.1:8000",
            "[2001:db8::1]:8000",
            "other.example",
            "localhost:8000",
            "desk.example:x",
        )
    ]
    assert statuses == [200, 200, 200, 200, 200, 421, 421, 421]


def test_the_ipv6_address_of_this_machine(app: FastAPI) -> None:
    client = visitor(app, Access(host="::1"))
    assert client.get("/page", headers={"Host": "[::1]:8000"}).status_code == 200
    assert client.get("/page", headers={"Host": "[::2]:8000"}).status_code == 421


# Other sites


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"}, 200),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403),
        ({"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"}, 403),
        ({**FOREIGN, "Sec-Fetch-Dest": "iframe"}, 403),
        ({**FOREIGN, "Sec-Fetch-Dest": "document"}, 200),
    ],
)
def test_other_sites_may_link_here_but_not_load_what_is_here(
    here: TestClient, headers: dict[str, str], status: int
) -> None:
    assert here.get("/page", headers=headers).status_code == status


def test_a_link_from_elsewhere_asks_again_from_here_so_that_the_cookie_comes_along(
    closed: TestClient,
) -> None:
    log_in(closed, "Ada Marsh", PASSWORD)
    kept, address = dict(closed.cookies), "/whoami.json?by=%22Zo%C3%AB%22&x=<b>"
    closed.cookies.clear()  # which is what SameSite=Strict does
    answer = closed.get(address, headers=FOREIGN)
    assert answer.status_code == 200
    assert 'content="0; url=/whoami.json?by=%22Zo%C3%AB%22&amp;x=' in answer.text
    assert "set-cookie" not in answer.headers
    closed.cookies.update(kept)
    assert closed.get(address).json()["name"] == "Ada Marsh"


@pytest.mark.parametrize("path", ["//evil.example/x", "/\\evil.example", "/%09/evil.example"])
def test_that_page_never_leads_out(here: TestClient, path: str) -> None:
    answer = here.get(f"http://localhost:8000{path}", headers=FOREIGN)
    assert "url=//" not in answer.text
    assert 'href="//' not in answer.text
    assert "\\" not in answer.text


def test_a_proxy_before_a_room_without_accounts_is_turned_away(here: TestClient) -> None:
    for name in ("X-Forwarded-For", "Forwarded", "X-Forwarded-Host"):
        answer = here.get("/page", headers={name: "192.0.2.1"})
        assert (answer.status_code, "without accounts" in answer.text) == (403, True)


# The token of forms


def test_a_form_needs_the_token_of_its_session(here: TestClient, app: FastAPI) -> None:
    right, foreign = token(here), token(visitor(app))
    tries = [{}, {"csrf": ""}, {"csrf": foreign}, {"csrf": right[:-1]}, {"csrf": right}]
    assert [here.post("/echo", data=t).status_code for t in tries] == [403, 403, 403, 403, 200]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "BREW"])
def test_whatever_may_change_something_needs_it(here: TestClient, method: str) -> None:
    token(here)
    assert here.request(method, "/page").status_code == 403


def test_the_header_will_do_as_well(here: TestClient) -> None:
    headers = {"X-CSRF-Token": token(here)}
    assert here.post("/echo", data={"a": "b"}, headers=headers).json() == {"a": "b"}
    assert here.post("/echo", json={"csrf": token(here)}).status_code == 403


def test_the_token_in_the_address_will_not_do(here: TestClient) -> None:
    assert here.post(f"/echo?csrf={token(here)}").status_code == 403


def test_a_form_reaches_the_page_whole(here: TestClient) -> None:
    typed = {"csrf": token(here), "a": "ç\x00\r\n", "b": "x" * 200_000}
    assert here.post("/echo", data=typed).json() == typed


def test_an_upload_reaches_the_page_whole(here: TestClient) -> None:
    files = [("csrf", (None, token(here))), ("file", ("a\r\n.txt", b"--" * 500_000))]
    assert set(here.post("/bulk", files=files).json()) == {"csrf", "file"}


def test_the_token_is_the_first_field_of_an_upload_and_no_file(here: TestClient) -> None:
    right = token(here)
    late = [("file", ("a.txt", b"x" * 3_000_000)), ("csrf", (None, right))]
    a_file = [("csrf", ("csrf", right.encode()))]
    assert here.post("/bulk", files=late).status_code == 403
    assert here.post("/bulk", files=a_file).status_code == 403


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"--x",
        b"--x\r\n",
        b"--y\r\nno such boundary",
        b'--x\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n',
        b"--x\r\nContent-Disposition\r\n\r\n\r\n--x--",
        b"\xff" * 5000,
    ],
)
def test_a_damaged_upload_has_no_token(here: TestClient, body: bytes) -> None:
    token(here)
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    assert here.post("/bulk", content=body, headers=headers).status_code == 403


def test_a_form_from_another_origin_is_refused_even_with_the_token(here: TestClient) -> None:
    typed = {"csrf": token(here)}
    statuses = [
        here.post("/echo", data=typed, headers=headers).status_code
        for headers in (
            {"Origin": "http://localhost:8000"},
            {"Origin": "null"},  # what no-referrer makes browsers write into this room's own forms
            {"Origin": "http://evil.example"},
            {"Origin": "http://localhost:8001"},
            {"Sec-Fetch-Site": "same-site"},
            {**FOREIGN, "Sec-Fetch-Dest": "document"},
        )
    ]
    assert statuses == [200, 200, 403, 403, 403, 403]


# How much


def test_a_body_that_says_it_is_too_large_is_not_read(here: TestClient) -> None:
    answer = here.post("/echo", data={"csrf": token(here), "a": "x" * 1_000_001})
    assert answer.status_code == 413
    assert "1 MB" in answer.text


def test_a_body_that_does_not_say_is_cut_off_while_it_streams(here: TestClient) -> None:
    sent = 0

    def endless() -> Any:
        nonlocal sent
        while sent < 50_000_000:
            sent += 65_536
            yield b"a" * 65_536

    form = {"Content-Type": "application/x-www-form-urlencoded", "X-CSRF-Token": token(here)}
    assert here.post("/echo", content=endless(), headers=form).status_code == 413


def test_an_upload_is_cut_off_wherever_the_page_has_come_to(
    here: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "LIMITS", {"/bulk": 100_000})
    files = [("csrf", (None, token(here))), ("file", ("a.txt", b"x" * 200_000))]
    body = here.build_request("POST", "/bulk", files=files)
    pieces = body.read()

    def streamed() -> Any:
        yield from (pieces[n : n + 10_000] for n in range(0, len(pieces), 10_000))

    headers = {"Content-Type": body.headers["content-type"]}
    answer = here.post("/bulk", content=streamed(), headers=headers)
    assert (answer.status_code, "too much at once" in answer.text) == (413, True)
    assert answer.headers["x-content-type-options"] == "nosniff"


# Log-in


def test_nobody_sees_anything_without_a_password(closed: TestClient) -> None:
    answer = closed.get("/statements?by=Ada+Marsh&text=a%26b")
    assert answer.status_code == 303
    wanted = "/login?next=%2Fstatements%3Fby%3DAda%2BMarsh%26text%3Da%2526b"
    assert answer.headers["location"] == wanted
    for path in ("/whoami.json", "/statements.csv", "/openapi.json"):
        answer = closed.get(path)
        assert answer.status_code == 401
        assert "www-authenticate" in answer.headers
    assert closed.post("/echo").status_code == 401


def test_no_other_address_looks_like_the_one_that_is_open(app: FastAPI, file: Path) -> None:
    closed = visitor(app, Access(passwords=file, names=("desk.example",)))
    for host in ("desk.example:8000/login", "desk.example/login", "desk.example:/login?"):
        assert closed.get("/whoami.json", headers={"Host": host}).status_code == 421
    for path in ("/login/../whoami.json", "/static/../whoami.json", "/loginx", "/login/"):
        answer = closed.get(f"{closed.base_url}{path.replace('..', '%2e%2e')}")
        assert "Ada" not in answer.text
        assert answer.status_code in (303, 401, 404)


def test_log_in_leads_on_to_where_somebody_wanted_to_go(closed: TestClient) -> None:
    answer = log_in(closed, "Ada Marsh", PASSWORD, next="/statements?by=x")
    assert (answer.status_code, answer.headers["location"]) == (303, "/statements?by=x")
    assert closed.get("/whoami.json").json() == {"name": "Ada Marsh", "may_review": True}


@pytest.mark.parametrize(
    "next", ["//evil.example", "https://evil.example", "/\\evil", "x", "/\t/evil.example", ""]
)
def test_log_in_never_leads_out(closed: TestClient, next: str) -> None:
    assert log_in(closed, "Ada Marsh", PASSWORD, next=next).headers["location"] == "/"


def test_the_cookie_is_for_this_room_and_no_script(closed: TestClient) -> None:
    said = log_in(closed, "Ada Marsh", PASSWORD).headers["set-cookie"]
    assert said.startswith("onrecord-8000=")
    assert said.partition("; ")[2] == "Path=/; HttpOnly; SameSite=Strict"


def test_log_in_gives_a_new_token_and_the_old_one_stands_for_nobody(
    closed: TestClient, app: FastAPI
) -> None:
    closed.get("/login")
    before = closed.cookies["onrecord-8000"]
    log_in(closed, "Ada Marsh", PASSWORD)
    after = closed.cookies["onrecord-8000"]
    assert before != after
    closed.cookies.set("onrecord-8000", before, domain="localhost.local", path="/")
    closed.cookies.delete("onrecord-8000", domain="localhost.local", path="/")
    stale = {"Cookie": f"onrecord-8000={before}"}
    assert closed.get("/whoami.json", headers=stale).status_code == 401


def test_rights_are_those_of_the_file(closed: TestClient) -> None:
    log_in(closed, "Jon Reed", OTHER)
    assert closed.get("/whoami.json").json() == {"name": "Jon Reed", "may_review": False}


def test_a_change_in_the_file_counts_at_once(closed: TestClient, file: Path) -> None:
    log_in(closed, "Jon Reed", OTHER)
    hashed = file.read_text().splitlines()[1].split(":", 2)[2]
    put(file, Login("Jon Reed", "review", hashed))
    assert closed.get("/whoami.json").json()["may_review"] is True
    put(file, Login("Jon Reed", "read", QUICK.hash("a third horse battery")))
    assert closed.get("/whoami.json").status_code == 401


def test_a_file_that_cannot_be_read_lets_nobody_in(closed: TestClient, file: Path) -> None:
    log_in(closed, "Ada Marsh", PASSWORD)
    file.write_text("nonsense")
    answer = closed.get("/whoami.json")
    assert answer.status_code == 503
    assert str(file) not in answer.text


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("Ada Marsh", OTHER),
        ("Ada Marsh", ""),
        ("Nobody", PASSWORD),
        ("", ""),
        (":", "x"),
        ("\0", ""),
    ],
)
def test_a_wrong_name_and_a_wrong_password_are_told_alike(
    closed: TestClient, name: str, password: str
) -> None:
    answer = log_in(closed, name, password)
    assert answer.status_code == 403
    assert "There is no such name, or that is not its password." in answer.text
    assert 'role="alert"' in answer.text
    assert closed.get("/whoami.json").status_code == 401


def test_what_was_typed_is_shown_as_text_and_the_password_is_not_shown(closed: TestClient) -> None:
    answer = log_in(closed, '"><script>alert(1)</script>', "my secret is long")
    assert "<script>alert" not in answer.text
    assert "my secret" not in answer.text


def test_guessing_is_slowed_down(closed: TestClient) -> None:
    statuses = [log_in(closed, "Ada Marsh", "guess").status_code for _ in range(attempts.FREE + 1)]
    assert statuses == [403] * attempts.FREE + [429]
    answer = log_in(closed, "Ada Marsh", PASSWORD)
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "1"
    assert "wait a second" in answer.text


def test_log_out_ends_the_session_on_this_side(closed: TestClient) -> None:
    log_in(closed, "Ada Marsh", PASSWORD)
    stolen = {"Cookie": f"onrecord-8000={closed.cookies['onrecord-8000']}"}
    assert closed.get("/logout").status_code == 200
    assert closed.get("/whoami.json").status_code == 200
    answer = closed.post("/logout", data={"csrf": token(closed, "/logout")})
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    assert closed.get("/whoami.json").status_code == 401
    assert closed.get("/whoami.json", headers=stolen).status_code == 401


def test_without_accounts_somebody_has_the_name_of_the_system_or_gives_another(
    here: TestClient,
) -> None:
    assert here.get("/whoami.json").json() == {"name": LOCAL.me, "may_review": True}
    assert log_in(here, "  Zoë\x07 Hart ").status_code == 303
    assert here.get("/whoami.json").json()["name"] == "Zoë␇ Hart"
    here.post("/logout", data={"csrf": token(here, "/logout")})
    assert here.get("/whoami.json").json()["name"] == LOCAL.me


def test_a_name_is_neither_empty_nor_endless(here: TestClient) -> None:
    assert log_in(here, " ").status_code == 403
    assert log_in(here, "x" * 81).status_code == 403


# Behind a proxy


def proxied(app: FastAPI, access: Access = PROXY, peer: str = "10.0.0.2", **known: Any) -> Any:
    client = visitor(app, access, peer=peer)
    return client.get("/whoami.json", **known)


def test_the_trusted_proxy_says_who_somebody_is(app: FastAPI) -> None:
    def named(name: str) -> Any:
        return proxied(app, headers={"X-Forwarded-User": name.encode()}).json()

    assert named("Jon Reed") == {"name": "Jon Reed", "may_review": False}
    assert named("Zoë") == {"name": "Zoë", "may_review": True}


def test_the_header_counts_from_no_other_address(app: FastAPI) -> None:
    headers = {"X-Forwarded-User": "Zoë".encode()}
    for peer in ("10.0.0.3", "127.0.0.1", "testclient"):
        assert proxied(app, peer=peer, headers=headers).status_code == 403


def test_the_proxy_names_one_person(app: FastAPI) -> None:
    twice = [("X-Forwarded-User", "Ada"), ("X-Forwarded-User", "Jon")]
    for headers in ({}, {"X-Forwarded-User": " "}, {"X-Forwarded-User": "x" * 81}, twice):
        assert proxied(app, headers=headers).status_code == 403


def test_the_header_means_nothing_where_it_is_not_trusted(app: FastAPI, file: Path) -> None:
    headers = {"X-Forwarded-User": "Ada Marsh"}
    assert (
        visitor(app, Access(passwords=file)).get("/whoami.json", headers=headers).status_code == 401
    )
    assert visitor(app).get("/whoami.json", headers=headers).json()["name"] == LOCAL.me


def test_the_token_of_forms_is_bound_to_whom_the_proxy_names(app: FastAPI) -> None:
    client = visitor(app, replace(PROXY, reviewers=("Ada", "Jon")), peer="10.0.0.2")
    ada, jon = {"X-Forwarded-User": "Ada"}, {"X-Forwarded-User": "Jon"}
    client.headers.update(ada)
    typed = {"csrf": token(client, "/page")}
    assert client.post("/echo", data=typed).status_code == 200
    assert client.post("/echo", data=typed, headers=jon).status_code == 403


def test_the_proxy_says_whether_the_reader_has_https_and_where_they_are(
    app: FastAPI, file: Path
) -> None:
    access = Access(passwords=file, proxies=("10.0.0.2",), names=("desk.example",))
    https = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9, 192.0.2.7"}
    client = visitor(app, access, peer="10.0.0.2", base_url="https://desk.example")
    said = client.get("/login", headers=https).headers["set-cookie"]
    assert said.startswith("__Host-onrecord-8000=")
    assert said.endswith("; Secure")
    client.headers.update(https)
    for _ in range(attempts.FREE):
        log_in(client, "Nobody", "guess")
    assert log_in(client, "Jon Reed", OTHER).status_code == 429
    client.headers["X-Forwarded-For"] = "203.0.113.9, 192.0.2.8"
    assert log_in(client, "Jon Reed", OTHER).status_code == 303


def test_what_others_say_of_https_and_addresses_counts_for_nothing(
    app: FastAPI, file: Path
) -> None:
    client = visitor(app, Access(passwords=file))
    for number in range(attempts.FREE):
        client.headers["X-Forwarded-For"] = f"192.0.2.{number}"
        client.headers["X-Forwarded-Proto"] = "https"
        assert "Secure" not in client.get("/page").headers.get("set-cookie", "")
        log_in(client, "Nobody", "guess")
    assert log_in(client, "Ada Marsh", PASSWORD).status_code == 429
