"""What the documents say is there and what they show is true."""

import dataclasses
import inspect
import re
from pathlib import Path

import pytest
import typer

import onrecord
from docs import refresh
from onrecord import model
from onrecord.cabinet import Cabinet
from onrecord.cli import app
from onrecord.errors import OnRecordError
from onrecord.record import Record
from onrecord.reviewing import Review
from onrecord.searching import Search
from onrecord.store import schema
from tests.golden.readings import same_processor

ROOT = Path(__file__).parents[1]
DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "examples" / "README.md",
]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EMPTY_WORDS = re.compile(r"\b(we|our|simply|powerful|robust|seamless\w*|blazing\w*)\b", re.I)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)[^)]*\)")
SHOWN = re.compile(r"^```.*?^```$|^>.*$", re.M | re.S)


def document(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


COMMANDS = typer.main.get_command(app.application()).commands  # type: ignore[attr-defined]


def options() -> set[str]:
    parameters = [p for command in COMMANDS.values() for p in command.params]
    return {name for p in parameters for name in (*p.opts, *p.secondary_opts) if name[:2] == "--"}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_documented(name: str) -> None:
    assert f"onrecord {name}" in document("command-line.md")


@pytest.mark.parametrize("name", sorted(options()))
def test_every_option_is_documented(name: str) -> None:
    assert re.search(rf"{name}\b", document("command-line.md"))


@pytest.mark.parametrize("name", onrecord.__all__)
def test_every_public_name_is_documented(name: str) -> None:
    assert re.search(rf"\b{name}\b", document("python.md"))


GROUPS = {"search": Search, "review": Review, "dossiers": Cabinet}


def methods(kind: type) -> list[str]:
    return [name for name, each in inspect.getmembers(kind, callable) if name[0] != "_"]


@pytest.mark.parametrize("name", methods(Record))
def test_every_method_of_a_record_is_documented(name: str) -> None:
    assert re.search(rf"`(Record\.)?{name}\(", document("python.md"))


@pytest.mark.parametrize(
    "name", [f"{group}.{name}" for group, kind in GROUPS.items() for name in methods(kind)]
)
def test_every_method_of_a_group_of_a_record_is_documented(name: str) -> None:
    assert f"`{name}(" in document("python.md")


def test_a_record_has_no_other_groups() -> None:
    groups = {name for name, each in vars(Record).items() if isinstance(each, property)}
    assert groups == GROUPS.keys()


@pytest.mark.parametrize("name", [f.name for f in dataclasses.fields(model.Question)])
def test_every_field_of_a_question_is_documented(name: str) -> None:
    assert f"`{name}`" in document("python.md")


@pytest.mark.parametrize("kind", OnRecordError.__subclasses__())
def test_every_error_is_documented(kind: type[OnRecordError]) -> None:
    assert f"| `{kind.__name__}` |" in document("python.md")


@pytest.mark.parametrize("name", [*schema.metadata.tables, "migrations"])
def test_every_table_of_the_record_is_documented(name: str) -> None:
    assert f"`{name}`" in document("record.md")


def fields_of_a_reading() -> set[str]:
    values = (model.Reading, model.Article, model.Entity, model.Mention, model.Statement)
    rest = (model.Event, model.Figure, model.Relay, model.When, model.Part, model.Passage)
    return {f.name for value in (*values, *rest) for f in dataclasses.fields(value)}


@pytest.mark.parametrize("name", sorted(fields_of_a_reading()))
def test_every_key_of_a_reading_is_documented(name: str) -> None:
    assert f'"{name}"' in document("schema.md")


@pytest.mark.parametrize(
    "target", re.findall(r"^(\w+):.*##", (ROOT / "Makefile").read_text(), re.M)
)
def test_every_make_target_is_documented(target: str) -> None:
    assert f"`make {target}`" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    links = LINK.findall(path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_prose_has_no_empty_words(path: Path) -> None:
    prose = SHOWN.sub("", path.read_text(encoding="utf-8"))
    assert EMPTY_WORDS.findall(prose) == []


def test_readme_shows_the_main_things_in_its_first_sixty_lines() -> None:
    first = "\n".join(README.splitlines()[:60])
    for shown in (
        "underlined: ",
        "make demo",
        "make test",
        "$ onrecord",
        ".svg)",
        "| measured",
        "bad at",
    ):
        assert shown in first


@pytest.mark.network
@pytest.mark.parametrize(
    "path", refresh.documents(), ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_shown_output_is_true_output(path: Path) -> None:
    made = refresh.refreshed(path)
    stale = "\n".join(refresh.difference(p, text) for p, text in made.items())
    if same_processor():
        assert not stale.strip(), f"run make docs if this is meant:\n{stale}"


def test_commands_of_a_document_are_run_again_in_one_folder() -> None:
    with refresh.desk() as desk:
        shown = refresh.ran("$ echo one > a.txt\nstale\n$ cat a.txt; ls -1 examples\n", desk, "")
    assert (
        shown
        == "$ echo one > a.txt\n$ cat a.txt; ls -1 examples\none\nREADME.md\narticles\ngold.json\n"
    )


def test_program_sees_a_terminal_of_a_fixed_width() -> None:
    with refresh.desk() as desk:
        shown = refresh.ran("$ test -t 1 && echo $COLUMNS\n", desk, "")
    assert shown == "$ test -t 1 && echo $COLUMNS\n96\n"


def test_session_is_run_again_with_the_names_it_made() -> None:
    body = ">>> for n in range(2):\n...     print(n)\nstale\n>>> n + 1\n"
    with refresh.desk() as desk:
        shown = refresh.interacted(body, desk, "")
    assert shown == ">>> for n in range(2):\n...     print(n)\n0\n1\n>>> n + 1\n2\n"


def test_command_that_ends_badly_stops_the_refreshing() -> None:
    with refresh.desk() as desk, pytest.raises(SystemExit, match="ended with 4"):
        refresh.ran("$ exit 4\n", desk, "")
