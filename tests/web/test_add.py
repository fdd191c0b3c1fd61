from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord.ingest import Given
from onrecord.record import Record
from onrecord.web.access import Access
from onrecord.web.adding import Adding
from onrecord.web.pages import add
from tests.fakes import FakeReader
from tests.web.test_adding import AROUND, LongReader, story
from tests.web.visiting import reader_of, token

PROXY = Access(header="X-User", proxies=("10.0.0.2",))


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "kept.db", FakeReader()) as opened:
        yield opened


@pytest.fixture
def client(record: Record) -> Iterator[TestClient]:
    with reader_of(record) as client:
        yield client


def deliver(client: TestClient, *files: tuple[str, bytes], **typed: str) -> Any:
    fields: list[Any] = [("csrf", (None, token(client, "/add")))]
    fields += [("files", (name, content)) for name, content in files]
    fields += [(name, (None, value.encode())) for name, value in typed.items()]
    return client.post("/add", files=fields)


def became(client: TestClient, answer: Any) -> dict[str, Any]:
    """The delivery once all of it is dealt with, as JSON."""
    assert answer.status_code == 303, answer.text
    client.app._app.state.adding.wait()  # type: ignore[attr-defined]
    found: dict[str, Any] = client.get(f"{answer.headers['location']}.json").json()["delivery"]
    return found


def test_files_are_delivered_and_their_page_says_what_became_of_them(
    client: TestClient, record: Record
) -> None:
    files = (("reports/May.txt", story("May").content), ("b.bin", bytes(range(256))))
    answer = deliver(client, *files)
    found = became(client, answer)
    assert [(each["name"], each["outcome"]) for each in found["files"]] == [
        ("May.txt", "added"),
        ("b.bin", "failed"),
    ]
    assert found["by"] == "Ada Marsh"
    page = client.get(answer.headers["location"]).text
    (card,) = record.articles()
    assert f'href="/article/{card.id}">May.txt' in page
    assert "NUL bytes" in page
    assert "1 added, 0 unchanged, 1 failed" in page
    assert "/add/" in client.get("/add").text


def test_pasted_text_is_an_article_with_the_line_ends_it_had(
    client: TestClient, record: Record
) -> None:
    text = AROUND.format(month="May")
    found = became(client, deliver(client, ("", b""), text=text.replace("\n", "\r\n")))
    assert [each["outcome"] for each in found["files"]] == ["added"]
    (reading,) = record.readings()
    assert reading.article.text == text
    assert reading.article.input.startswith("pasted ")


def test_what_somebody_knows_of_the_articles_wins(client: TestClient, record: Record) -> None:
    known = {"publisher": " Coast Daily ", "published": "2024-03-26", "url": "https://a.example"}
    became(client, deliver(client, ("a.txt", story("May").content), **known))
    (card,) = record.articles()
    assert (card.publisher, card.published.edtf, card.url) == (
        "Coast Daily",
        "2024-03-26",
        "https://a.example",
    )


def test_a_date_that_is_none_is_said_and_what_was_typed_is_still_there(client: TestClient) -> None:
    answer = deliver(client, text="<b>text</b>", published="someday", publisher='"><script>')
    assert answer.status_code == 422
    assert "is no date" in answer.text
    assert "&lt;b&gt;text&lt;/b&gt;" in answer.text
    assert "<script>" not in answer.text.partition("<main")[2]


def test_nothing_at_all_is_said(client: TestClient) -> None:
    answer = deliver(client, ("", b""), text=" \r\n")
    assert (answer.status_code, "Choose a file" in answer.text) == (422, True)


def test_too_many_files_are_refused_while_they_come_in(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(add, "MOST_FILES", 2)
    answer = deliver(client, *((f"{n}.txt", b"x") for n in range(3)))
    assert (answer.status_code, "Too many files" in answer.text) == (413, True)


def test_a_damaged_upload_is_refused(client: TestClient) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n%s\r\n--x\r\nnonsense'
    answer = client.post(
        "/add",
        content=body % token(client, "/add").encode(),
        headers={"Content-Type": "multipart/form-data; boundary=x"},
    )
    assert answer.status_code in (400, 413, 422)


def test_who_may_only_read_can_look_but_not_add(record: Record) -> None:
    with reader_of(record, PROXY, peer="10.0.0.2", headers={"X-User": "Jon Reed"}) as client:
        page = client.get("/add")
        assert (page.status_code, "<form" in page.text.partition("<main")[2]) == (200, False)
        sessions = client.app._app.state.door.sessions  # type: ignore[attr-defined]
        right = sessions.csrf(f"{client.cookies['onrecord-8000']} Jon Reed")
        form = [("csrf", (None, right)), ("files", ("a.txt", b"x"))]
        answer = client.post("/add", files=form)
        assert (answer.status_code, "may read the record" in answer.text) == (403, True)
    assert list(record.articles()) == []


def test_a_delivery_that_nobody_knows_is_not_found(client: TestClient) -> None:
    for path in ("/add/add_0", "/add/add_0.json", "/add/%00", "/add/<script>"):
        assert client.get(path).status_code == 404


def test_a_page_on_the_way_loads_itself_again_without_script(client: TestClient) -> None:
    answer = deliver(client, ("a.txt", story("May").content))
    found = became(client, answer)
    assert found["stage"] == "done"
    assert 'http-equiv="refresh"' not in client.get(answer.headers["location"]).text


def test_the_rest_of_a_delivery_is_given_up_by_a_button(tmp_path: Path) -> None:
    reader = LongReader()
    with (
        Record.open(tmp_path / "kept.db", reader) as record,
        reader_of(record) as client,
    ):
        where = deliver(
            client, ("<b>May\u202e</b>.txt", story("May").content), ("June.txt", b"x" * 99)
        ).headers["location"]
        assert reader.began.wait(20)
        page = client.get(where).text
        assert "In hand: <strong>" in page
        assert "1 of 2" in page
        assert "<b>May" not in page
        assert client.get(f"{where}.json").json()["progress"]["number"] == 1
        assert client.post(f"{where}/give-up").status_code == 403
        answer = client.post(f"{where}/give-up", data={"csrf": token(client, where)})
        assert (answer.status_code, answer.headers["location"]) == (303, where)
        client.app._app.state.adding.wait()  # type: ignore[attr-defined]
        page = client.get(where).text
        assert "Ada Marsh gave up the rest" in page
        assert page.count("given up, not on the record") == 2
        assert "Give up the rest" not in page
        assert "2 given up" in client.get("/add").text


def test_who_may_only_read_can_give_up_nothing(tmp_path: Path) -> None:
    reader = LongReader()
    with Record.open(tmp_path / "kept.db", reader) as record:
        headers = {"X-User": "Jon Reed"}
        with reader_of(record, PROXY, peer="10.0.0.2", headers=headers) as client:
            client.get("/add")
            app = client.app._app  # type: ignore[attr-defined]
            app.state.adding = opened = Adding(record)
            sent = opened.deliver([story("May")], Given(), "Ada Marsh")
            assert reader.began.wait(20)
            assert "Give up" not in client.get(f"/add/{sent.id}").text
            right = app.state.door.sessions.csrf(f"{client.cookies['onrecord-8000']} Jon Reed")
            answer = client.post(f"/add/{sent.id}/give-up", data={"csrf": right})
            assert (answer.status_code, opened.delivery(sent.id).given_up) == (403, None)
            reader.go_on.set()
            opened.wait()


def test_nothing_is_given_up_of_a_delivery_that_nobody_knows(client: TestClient) -> None:
    for id in ("add_0", "%00", "%3Cscript%3E"):
        answer = client.post(f"/add/{id}/give-up", data={"csrf": token(client, "/add")})
        assert answer.status_code == 404


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("url", "javascript:alert(1)", "begins with http"),
        ("url", "data:text/html,<script>alert(1)</script>", "begins with http"),
        ("url", "file:///etc/passwd", "begins with http"),
        ("url", "paper.example", "begins with http"),
        ("publisher", "A" * 10_000, "10,000 characters"),
    ],
)
def test_what_is_no_address_or_publisher_is_refused(
    client: TestClient, record: Record, field: str, typed: str, said: str
) -> None:
    answer = deliver(client, text=AROUND, **{field: typed})
    assert (answer.status_code, said in answer.text) == (422, True)
    assert "<script>" not in answer.text.partition("<main")[2]
    assert list(record.articles()) == []


def test_a_publisher_keeps_no_letters_that_are_none(client: TestClient, record: Record) -> None:
    files = ("a.txt", story("May").content)
    became(client, deliver(client, files, publisher="The\x00 Alba\u202e Herald\x1b[31m"))
    (card,) = record.articles()
    assert card.publisher == "The Alba Herald [31m"


def test_another_process_may_add_while_the_room_is_open(
    client: TestClient, record: Record, tmp_path: Path
) -> None:
    with Record.open(tmp_path / "kept.db", FakeReader()) as other:
        other.add(story("June"))
        became(client, deliver(client, ("a.txt", story("May").content)))
        other.add(story("July"))
    assert client.get("/articles.json").json()["articles"][-1]["input"] == "July.txt"
