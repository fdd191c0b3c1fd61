"""Where articles were read from: the room tells the file, not the folders of its server."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.web.origins import file_name
from tests.fakes import example_reading
from tests.web.shown import room


@pytest.mark.parametrize(
    ("origin", "name"),
    [
        ("/srv/secret/in/dam.txt", "dam.txt"),
        ("C:\\secret\\dam.txt", "dam.txt"),
        ("dam.txt", "dam.txt"),
        ("https://alba.example/dam", "https://alba.example/dam"),
        ("/", "/"),
    ],
)
def test_a_path_is_told_by_its_last_part(origin: str, name: str) -> None:
    assert file_name(origin) == name


def test_no_page_json_or_csv_tells_a_folder_and_the_record_keeps_it(tmp_path: Path) -> None:
    reading = example_reading()
    article = replace(reading.article, input="/srv/secret/in/dam.txt", title=None)
    with room(tmp_path, replace(reading, article=article)) as client:
        own = f"/article/{article.id}"
        for path in ("/", "/statements", "/articles", own):
            for ending in ("", ".json", ".csv"):
                address = "/index" + ending if path == "/" and ending else path + ending
                answer = client.get(address)
                if answer.status_code == 200:
                    assert "secret" not in answer.text, address
        assert "dam.txt" in client.get("/").text
        (said, *_) = json.loads(client.get("/statements.json").text)["statements"]
        assert said["article"]["input"] == "dam.txt"
        kept = client.app.state.record.reading(article.id)  # type: ignore[attr-defined]
        assert kept.article.input == "/srv/secret/in/dam.txt"


def test_what_a_statement_means_in_numbers_is_left_out_of_json(tmp_path: Path) -> None:
    reading = example_reading()
    first, *others = reading.statements
    meaning = "AAAA"
    with room(
        tmp_path, replace(reading, statements=(replace(first, vector=meaning), *others))
    ) as c:
        for address in ("/statements.json", f"/article/{reading.article.id}.json"):
            answer = c.get(address)
            assert answer.status_code == 200
            assert "vector" not in answer.text, address
        kept = c.app.state.record.reading(reading.article.id)  # type: ignore[attr-defined]
        assert kept.statements[0].vector == meaning
