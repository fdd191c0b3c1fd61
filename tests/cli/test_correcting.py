"""``onrecord correct``, ``corrections`` and ``undo``."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.dam import dam

HOSPITAL, HERALD, _ = (statement.id for statement in dam().statements)
ADA = ("--by", "Ada", "--why", "heard the tape")


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_what_is_rejected_is_off_the_list_until_that_is_undone(run: Run, dammed: Path) -> None:
    listed = ("statements", "--text", "water")
    result = run("correct", HERALD, "--not-a-statement", *ADA)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{HERALD}, rejected: not a statement (correction cor_1).\n"
    assert run(*listed).stdout == ""
    undone = run("undo", "cor_1", "--by", "Bo", "--why", "it is one")
    assert undone.stderr.startswith("The correction cor_1 is undone: ")
    (statement,) = lines(run(*listed).stdout)
    assert (statement["id"], statement["corrections"]) == (HERALD, [])


def test_a_corrected_source_is_told_before_and_after(run: Run, dammed: Path) -> None:
    told = run("correct", HERALD, "--source", "Petra Lindholt", *ADA).stderr
    assert "Meravian officials → Petra Lindholt" in told
    (statement,) = lines(run("statements", "--by", "Lindholt", "--text", "water").stdout)
    assert statement["corrections"] == ["cor_1"]
    table = run("statements", "--text", "water", "--format", "table").stdout
    assert f"{HERALD} · cor_1" in " ".join(table.split())


def test_corrections_are_listed_with_who_when_and_why(run: Run, dammed: Path) -> None:
    run("correct", HERALD, "--no-source", *ADA)
    run("correct", HOSPITAL, "--confirm", "--by", "Bo", "--why", "asked them")
    run("undo", "cor_2", *ADA)
    assert [each["id"] for each in lines(run("corrections").stdout)] == ["cor_1"]
    table = " ".join(run("corrections", "--withdrawn", "--format", "table").stdout.split())
    assert "Meravian officials → no source named" in table
    assert "why: asked them" in table
    assert "undone by Ada: heard the tape" in table
    (row,) = run("corrections", "--by", "Ada", "--format", "csv").stdout.splitlines()[1:]
    assert row.startswith(f"cor_1,source,{HERALD},{HERALD},")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ((HERALD,), "say one of --confirm"),
        ((HERALD, "--confirm", "--reject"), "say one of --confirm"),
        ((HERALD, "--source", "Petra Lindholt", "--no-source"), "say one of --confirm"),
        ((HERALD, "--confirm", "--named"), "go with --source"),
        ((HERALD, "--source", "Joren Haske"), "is not in the article"),
        ((HERALD, "--source", "  "), "is empty"),
    ],
)
def test_a_correction_that_cannot_be_made_is_wrong_usage(
    typed: tuple[str, ...], said: str, run: Run, dammed: Path
) -> None:
    result = run("correct", *typed, *ADA)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.replace("│", " ").split())


def test_an_entry_that_is_not_there_has_an_exit_code_of_its_own(run: Run, dammed: Path) -> None:
    assert run("correct", "sta_none", "--confirm", *ADA).exit_code == 4
    assert run("undo", "cor_7", *ADA).exit_code == 4


def test_words_that_harm_a_terminal_are_shown_as_signs(run: Run, dammed: Path) -> None:
    run("correct", "sta_flood", "--reject", "--by", "A\x1b[2Jda", "--why", "\u202ewhy")
    table = run("corrections", "--format", "table").stdout
    assert "\x1b[2J" not in table
    assert "\u202e" not in table
