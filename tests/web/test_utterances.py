"""The list of utterances, and every report of one side by side."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.press import OTHER, QUOTED, RETOLD, STORY, press, printed
from tests.web.shown import page, room, words


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with room(tmp_path, *press(), link=True) as client:
        yield client


def one(client: TestClient) -> str:
    return f"/utterance/{client.get('/utterances.json').json()['utterances'][0]['id']}"


def publishers(shown: object, wording: str) -> list[str]:
    """Who is shown first with reports of a wording, in order."""
    path = f"//section[contains(@class, 'group {wording}')]//article/p[@class='press']/strong"
    return [words(each) for each in shown.xpath(path)]  # type: ignore[attr-defined]


def test_verbatim_altered_and_paraphrased_stand_apart(client: TestClient) -> None:
    shown = page(client, one(client))
    assert [words(each).split()[-3] for each in shown.xpath("//section/h2")] == [
        "Verbatim", "Altered", "Paraphrased",
    ]  # fmt: skip
    assert publishers(shown, "altered") == ["Valley News"]
    assert publishers(shown, "paraphrased") == ["Inland Star"]


def test_earliest_report_comes_first_and_its_copies_are_folded(client: TestClient) -> None:
    shown = page(client, one(client))
    assert publishers(shown, "verbatim") == ["Coastline", "The Ishel Post"]
    copies = shown.xpath("//details[@class='copies']//li/strong")
    assert [words(each) for each in copies] == ["The Port Mail", "Tarn Courier"]


def test_altered_words_are_marked_word_by_word_and_said_aloud(client: TestClient) -> None:
    shown = page(client, one(client))
    changes = shown.xpath("//p[@class='changes']")[0]
    gone = [words(each) for each in changes.xpath("del")]
    new = [words(each) for each in changes.xpath("ins")]
    assert "[left out: nobody]" in gone
    assert "[put in: no one]" in new
    kept = words(changes)
    for each in gone:
        kept = kept.replace(each, "")
    for each in new:
        kept = kept.replace(each, each[len("[put in: ") : -1])
    assert " ".join(kept.split()) == OTHER


def test_each_report_stands_in_its_context_and_leads_to_its_words(client: TestClient) -> None:
    shown = page(client, one(client))
    for reading in press():
        id = reading.statements[0].id
        assert shown.xpath(f"//a[@href='/article/{reading.article.id}#{id}']")
    context = shown.xpath("//section[contains(@class, 'verbatim')]//blockquote")[0]
    assert words(context.xpath(".//mark[contains(@class, 'content')]")[0]) == QUOTED
    assert "Foreign Minister Petra Lindholt" in words(context)


def test_report_that_was_passed_on_shows_through_whom(client: TestClient) -> None:
    (chain,) = page(client, one(client)).xpath("//ol[@class='chain']")
    assert [words(each) for each in chain.xpath("li")] == [
        "Inland Star", "The Alba Herald", "officials", "Petra Lindholt",
    ]  # fmt: skip


def test_utterance_is_found_by_a_statement_that_reports_it(client: TestClient) -> None:
    statement = press()[3].statements[0].id
    assert client.get(f"/utterance/{statement}.json").json()["id"] == one(client).split("/")[-1]


def test_json_and_csv_have_the_names_of_the_command_line(client: TestClient) -> None:
    found = client.get("/utterances.json").json()
    assert found["total"] == 1
    assert found["utterances"][0]["who"] == "Petra Lindholt"
    assert client.get(f"{one(client)}.json").json() == found["utterances"][0]
    rows = list(csv.DictReader(StringIO(client.get("/utterances.csv").text)))
    assert [row["publisher"] for row in rows if row["wording"] == "altered"] == ["Valley News"]
    assert client.get(f"{one(client)}.csv").text == client.get("/utterances.csv").text


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("by=Lindholt", 1), ("by=Nobody", 0), ("wording=altered", 1), ("at_least=4", 1),
        ("at_least=5", 0), ("publisher=Valley", 1), ("since=2032", 0), ("text=river", 1),
        ("by=&wording=&at_least=", 1),
    ],
)  # fmt: skip
def test_list_is_asked_by_its_filters(client: TestClient, query: str, total: int) -> None:
    assert client.get(f"/utterances.json?{query}").json()["total"] == total
    assert len(page(client, f"/utterances?{query}").xpath("//article")) == total


def test_question_is_said_in_english_and_kept_in_the_form(client: TestClient) -> None:
    shown = page(client, "/utterances?by=Lindholt&wording=altered&at_least=2")
    assert words(shown.xpath("//p[@class='english']")[0]).startswith(
        "Utterances that several articles report, by “Lindholt”, with an altered report, "
        "from at least 2 independent accounts."
    )
    assert shown.xpath("//input[@name='by'][@value='Lindholt']")
    assert shown.xpath("//option[@selected]")[0].text == "altered"


def test_copies_of_one_account_are_not_called_several_reports(client: TestClient) -> None:
    shown = page(client, "/utterances")
    assert words(shown.xpath("//p[@class='english']")[0]).startswith(
        "Utterances that several articles print, also copies of one account."
    )


def test_question_that_cannot_be_asked_is_refused(client: TestClient) -> None:
    assert client.get("/utterances?wording=shouted").status_code == 422
    assert client.get("/utterances?at_least=many").status_code == 422
    assert client.get("/utterance/utt_0").status_code == 404


def test_hostile_words_are_shown_as_text(tmp_path: Path) -> None:
    said = f"<script>alert(1)</script> \u202e{QUOTED}"
    made = [
        printed("<b>Herald</b>", "2031-05-05", STORY, said),
        printed("Mail\ud800", "2031-05-06", RETOLD, said),
    ]
    with room(tmp_path, *made, link=True) as client:
        for address in ("/utterances", one(client)):
            shown = page(client, address)
            assert not shown.xpath("//main//script | //b")
            assert "\u202e" not in client.get(address).text


def test_nothing_linked_is_said_so(tmp_path: Path) -> None:
    with room(tmp_path) as client:
        assert "onrecord link" in words(
            page(client, "/utterances").xpath("//p[@class='nothing']")[0]
        )


def test_utterances_of_somebody_are_said_to_be_by_name(client: TestClient) -> None:
    (first, *_) = client.get("/people.json").json()["entities"]
    shown = client.get(f"/utterances?entity={first['id']}").text
    assert f", of {first['name']}." in shown
    assert client.get("/utterances?entity=per_0123456789abcdef").status_code == 404
