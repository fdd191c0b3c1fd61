from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord.record import Record
from onrecord.web.access import Access
from onrecord.web.pages import add
from tests.fakes import FakeReader
from tests.web.test_adding import AROUND, story
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


def test_another_process_may_add_while_the_room_is_open(
    client: TestClient, record: Record, tmp_path: Path
) -> None:
    with Record.open(tmp_path / "kept.db", FakeReader()) as other:
        other.add(story("June"))
        became(client, deliver(client, ("a.txt", story("May").content)))
        other.add(story("July"))
    assert client.get("/articles.json").json()["articles"][-1]["input"] == "July.txt"
