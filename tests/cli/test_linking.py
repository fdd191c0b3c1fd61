import csv
import io
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from onrecord.record import Record
from onrecord.store.store import Store
from tests.cli.conftest import Run
from tests.cli.linked import BENT, SAID, told

ACROSS = ["copies", "people", "entities", "utterances", "disagreements", "links"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the record of the four readings, not linked and linked; tests copy them."""
    folder = tmp_path_factory.mktemp("made")
    store = Store.open(folder / "waiting.db")
    for reading in told():
        store.put(reading)
    store.close()
    shutil.copy(folder / "waiting.db", folder / "linked.db")
    with Record.open(folder / "linked.db") as record:
        record.link()
    return folder


@pytest.fixture
def waiting(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path of a record with the four readings, not linked yet; commands use it by default."""
    path = shutil.copy(made / "waiting.db", tmp_path / "told.db")
    monkeypatch.setenv("ONRECORD_RECORD", str(path))
    return path


@pytest.fixture
def linked(made: Path, waiting: Path) -> Path:
    """The same, linked."""
    return shutil.copy(made / "linked.db", waiting)


def lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


def test_link_says_what_it_did_and_what_comes_next(run: Run, waiting: Path) -> None:
    result = run("link")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("4 articles linked: 13 links made. Next: `onrecord people`")
    assert run("link").stderr == "Every article is linked.\n"


def test_links_of_another_version_are_told_until_all_is_linked_anew(run: Run, linked: Path) -> None:
    with closing(sqlite3.connect(linked)) as record, record:
        record.execute("UPDATE linked SET by = 'onrecord 0.4.0'")  # which kept no digest
    said = run("link").stderr
    assert said.startswith("Every article is linked.\nAnother version of onrecord linked 4")
    assert "`onrecord link --again`" in said
    assert "Another version" not in run("link", "--again").stderr
    assert run("link").stderr == "Every article is linked.\n"


def test_link_prints_what_it_did_where_a_format_is_asked_for(run: Run, waiting: Path) -> None:
    (done,) = lines(run("link", "--format", "jsonl").stdout)
    assert (done["articles"], done["withdrawn"], done["conflicts"]) == (4, 0, 0)


def test_linking_all_again_makes_the_same_of_it(run: Run, linked: Path) -> None:
    before = run("utterances").stdout
    assert "4 articles linked" in run("link", "--again").stderr
    assert run("utterances").stdout == before


@pytest.mark.parametrize("command", ACROSS)
def test_articles_that_are_not_linked_are_counted_on_stderr(
    command: str, run: Run, waiting: Path
) -> None:
    result = run(command)
    assert result.exit_code == 0
    assert result.stderr == "4 articles are not linked yet; run `onrecord link`.\n"


@pytest.mark.parametrize("command", ACROSS)
def test_once_all_are_linked_there_is_nothing_to_say(command: str, run: Run, linked: Path) -> None:
    assert run(command).stderr == ""


@pytest.mark.parametrize("command", [*ACROSS, "timeline", "figures --history"])
def test_every_list_can_be_had_as_csv_and_as_a_table(command: str, run: Run, linked: Path) -> None:
    rows = list(csv.reader(io.StringIO(run(*command.split(), "--format", "csv").stdout)))
    assert len(rows) > 1
    assert len({len(row) for row in rows}) == 1
    table = run(*command.split(), "--format", "table").stdout
    assert max(map(len, table.splitlines())) <= 80


def test_copies_are_one_account_of_the_agency(run: Run, linked: Path) -> None:
    (story,) = lines(run("copies").stdout)
    assert story["agency"] == "Coastline"
    assert [m["relation"] for m in story["members"]] == ["original", "copy"]
    assert story["members"][1]["publisher"] == "The Port Mail"


def test_a_person_has_every_name_and_role_that_articles_give(run: Run, linked: Path) -> None:
    (mayor,) = lines(run("people").stdout)
    assert mayor["id"].startswith("per_")
    assert mayor["names"] == ["Jana Orlova", "Jana Orlowa"]
    assert (mayor["accounts"], len(mayor["members"])) == (3, 4)
    assert {role["role"] for role in mayor["roles"]} == {"Mayor", "the mayor of Port Alba", "mayor"}


@pytest.mark.parametrize("typed", ["Jana Orlova", "orlowa", "per_"])
def test_an_entity_is_found_by_any_of_its_names_and_by_its_id(
    typed: str, run: Run, linked: Path
) -> None:
    (mayor,) = lines(run("people").stdout)
    (found,) = lines(run("entity", mayor["id"] if typed == "per_" else typed).stdout)
    assert found == mayor


def test_the_page_of_an_entity_has_its_names_roles_and_articles(run: Run, linked: Path) -> None:
    text = run("entity", "Jana Orlova", "--format", "table").stdout
    assert "Jana Orlowa · The Inland Star, 2031-05-07" in text
    assert "the mayor of Port Alba · The Alba Herald · 2031-05-06" in text
    assert "3 accounts in 4 articles, copies counted once" in text


def test_who_is_not_there_or_may_be_several_ends_with_4_and_a_sentence(
    run: Run, linked: Path
) -> None:
    nobody = run("entity", "Ada Marsh")
    assert (nobody.exit_code, nobody.stdout) == (4, "")
    assert "“Ada Marsh”" in nobody.stderr
    several = run("entity", "official")
    assert several.exit_code == 4
    assert "may be any of senior port official (unnamed, per_" in several.stderr


def test_unnamed_people_stay_alone_and_are_not_listed_as_people(run: Run, linked: Path) -> None:
    everyone = lines(run("entities").stdout)
    assert [len(each["members"]) for each in everyone if each["kind"] == "unnamed"] == [1, 1, 1]
    assert {each["kind"] for each in lines(run("people").stdout)} == {"person"}


def test_unnamed_people_cannot_be_judged(run: Run, linked: Path) -> None:
    everyone = lines(run("entities", "--each").stdout)
    unnamed = [each["id"] for each in everyone if each["kind"] == "unnamed"]
    mayor = next(each["id"] for each in everyone if each["kind"] == "person")
    for left, right in (unnamed[:2], (unnamed[0], mayor)):
        result = run("judge", left, right, "same", "--by", "Ada Marsh", "--why", "a hunch")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "unnamed source" in result.stderr


def test_each_entity_as_it_stands_in_one_article(run: Run, linked: Path) -> None:
    assert len(lines(run("entities", "--each").stdout)) == 7
    article = lines(run("articles").stdout)[3]["id"]
    (mayor,) = lines(run("entities", "--article", article).stdout)
    assert (mayor["name"], mayor["article"]["id"]) == ("Jana Orlowa", article)
    assert run("entities", "--each", "--kind", "person").exit_code == 2


def test_an_utterance_tells_verbatim_from_altered(run: Run, linked: Path) -> None:
    (said,) = lines(run("utterances").stdout)
    assert [m["wording"] for m in said["members"]] == ["verbatim"] * 3 + ["altered"]
    assert (said["who"], said["accounts"], said["said"]["edtf"]) == ("Jana Orlova", 3, "2031-05-05")
    altered = said["members"][-1]
    assert BENT in altered["text"]
    assert " ".join(c["before"] for c in altered["changes"] if c["before"]) == SAID
    assert run("utterances", "--wording", "paraphrased").stdout == ""


def test_an_altered_quotation_is_shown_word_by_word(run: Run, linked: Path) -> None:
    text = run("utterances", "--wording", "altered", "--format", "table").stdout
    flat = " ".join(text.split())
    assert "The bridge [-will not-] {+is not going to+} open" in flat
    assert "3 accounts in 4 articles, copies counted once" in flat


def test_what_one_article_alone_reports_is_listed_with_all(run: Run, linked: Path) -> None:
    assert len(lines(run("utterances", "--all").stdout)) > 1


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        (("--by", "Orlova"), 1),
        (("--name", "Brisk"), 0),
        (("--publisher", "Inland Star"), 1),
        (("--publisher", "Nobody"), 0),
        (("--since", "2031-05-05", "--until", "2031-05"), 1),
        (("--since", "2032"), 0),
        (("--text", "winter"), 1),
        (("--at-least", "3"), 1),
        (("--at-least", "4"), 0),
        (("--limit", "1"), 1),
    ],
)
def test_a_filter_leaves_the_utterances_it_asks_for(
    typed: tuple[str, ...], number: int, run: Run, linked: Path
) -> None:
    assert len(lines(run("utterances", *typed).stdout)) == number


def test_disagreements_have_their_values_with_who_printed_them(run: Run, linked: Path) -> None:
    found = lines(run("disagreements", "--kind", "wording").stdout)
    assert [each["kind"] for each in found] == ["wording"]
    assert {value["publisher"] for value in found[0]["values"]} >= {"The Inland Star"}
    assert run("disagreements", "--kind", "wording", "--since", "2032").stdout == ""
    assert run("disagreements", "--kind", "wording", "--until", "2031").stdout != ""


def test_an_event_that_several_articles_tell_is_one_line_of_the_timeline(
    run: Run, linked: Path
) -> None:
    (event,) = lines(run("timeline").stdout)
    assert (event["accounts"], len(event["members"])) == (2, 3)
    assert event["context"]["text"].startswith("Nine people were killed")
    assert len(lines(run("timeline", "--each").stdout)) == 3
    assert run("timeline", "--each", "--at-least", "2").exit_code == 2
    (other,) = lines(run("timeline", "--publisher", "Inland Star").stdout)
    assert other["article"]["publisher"] == "The Inland Star"
    assert other["occurrence"] == event["occurrence"]


def test_a_record_that_is_not_linked_has_the_timeline_of_each_article(
    run: Run, waiting: Path
) -> None:
    result = run("timeline")
    assert [event["article"]["publisher"] for event in lines(result.stdout)] == [
        "Coastline", "The Port Mail", "The Inland Star",
    ]  # fmt: skip
    assert result.stderr == ""


def test_the_history_of_a_count_has_each_source_for_itself(run: Run, linked: Path) -> None:
    (count,) = lines(run("figures", "--history", "--measure", "killed").stdout)
    assert [figure["value"] for figure in count["members"]] == [9, 9, 14]
    assert run("figures", "--history", "--measure", "wounded").stdout == ""
    assert run("figures", "--at-least", "2").exit_code == 2


def test_a_judgement_beats_the_score_and_is_kept_when_all_is_linked_again(
    run: Run, linked: Path
) -> None:
    everyone = lines(run("entities", "--each", "--named").stdout)
    star = next(each["id"] for each in everyone if each["name"] == "Jana Orlowa")
    others = [each["id"] for each in everyone if each["name"] == "Jana Orlova"]
    for other in others:
        result = run("judge", star, other, "different", "--by", "Ada Marsh", "--why", "sisters")
        assert result.exit_code == 0
        assert f"{star} and {other} are judged different (link lnk_" in result.stderr
    assert [len(each["members"]) for each in lines(run("people").stdout)] == [3, 1]
    run("link", "--again")
    assert [len(each["members"]) for each in lines(run("people").stdout)] == [3, 1]
    judged = lines(run("links", "--by", "Ada Marsh").stdout)
    assert {link["why"] for link in judged} == {"sisters"}
    assert {link["judgement"] for link in judged} == {"different"}


def test_links_that_contradict_a_judgement_are_conflicts_to_see(run: Run, linked: Path) -> None:
    assert run("links", "--conflicts").stdout == ""
    everyone = lines(run("entities", "--each", "--named").stdout)
    star = next(each["id"] for each in everyone if each["name"] == "Jana Orlowa")
    other = next(each["id"] for each in everyone if each["name"] == "Jana Orlova")
    run("judge", star, other, "different", "--by", "Ada Marsh", "--why", "sisters")
    found = lines(run("links", "--conflicts", "--kind", "entity").stdout)
    assert found
    assert all(star in (each["left"], each["right"]) and each["reason"] for each in found)
    table = run("links", "--conflicts", "--format", "table").stdout
    assert "Jana Orlowa, mayor · The Inland Star" in table


def test_a_judgement_that_is_withdrawn_stays_on_the_record(run: Run, linked: Path) -> None:
    one, other, *_ = (each["id"] for each in lines(run("entities", "--each", "--named").stdout))
    by = ("--by", "Ada Marsh", "--why")
    (made,) = lines(run("judge", one, other, "unsure", *by, "a", "--format", "jsonl").stdout)
    result = run("judge", "--withdraw", made["id"], *by, "they are one")
    assert result.stderr == f"The link {made['id']} of {one} and {other} is withdrawn.\n"
    assert run("links", "--by", "Ada Marsh").stdout == ""
    (kept,) = lines(run("links", "--by", "Ada Marsh", "--withdrawn").stdout)
    assert (kept["withdrawn_by"], kept["withdrawn_why"]) == ("Ada Marsh", "they are one")


@pytest.mark.parametrize(
    ("typed", "code", "told"),
    [
        (("judge", "ent_1", "--by", "A", "--why", "b"), 2, "name two ids"),
        (("judge", "a", "b", "perhaps", "--by", "A", "--why", "b"), 2, "perhaps"),
        (("judge", "a", "b", "same", "--by", " ", "--why", "b"), 2, "--by"),
        (("judge", "a", "b", "same", "--by", "A"), 2, "--why"),
        (("judge", "a", "b", "same", "--withdraw", "x", "--by", "A", "--why", "b"), 2, "alone"),
        (("judge", "ent_no", "ent_none", "same", "--by", "A", "--why", "b"), 4, "ent_no"),
        (("judge", "--withdraw", "lnk_99", "--by", "A", "--why", "b"), 4, "lnk_99"),
        (("people", "--all", "--kind", "place"), 2, "--all"),
        (("position", "Orlova"), 2, "--about"),
        (("position", "Orlova", "--about", "x", "--by", "y"), 2, "--by"),
        (("disagreements", "--kind", "weather"), 2, "weather"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    typed: tuple[str, ...], code: int, told: str, run: Run, linked: Path
) -> None:
    result = run(*typed)
    assert (result.exit_code, result.stdout) == (code, "")
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_links_show_both_sides_and_their_reasons(run: Run, linked: Path) -> None:
    text = run("links", "--kind", "entity", "--format", "table").stdout
    assert "because the same full name" in text
    assert "Jana Orlowa, mayor · The Inland Star · 2031-05-07" in text
    assert run("links", "--unsure").stdout == ""
    star = lines(run("people").stdout)[0]["members"][3]["entity"]
    linked_to = lines(run("links", "--entry", star).stdout)
    assert all(star in (link["left"], link["right"]) for link in linked_to)
    assert len(linked_to) == 2
