"""Run what the documents show again and write down what it prints: ``python docs/refresh.py``.

A marker on the line above a fenced block says what is in it: ``run`` (shell commands after ``$``
and what they print), ``python`` (a session after ``>>>``), ``underlined: FILE | WORDS`` (the
sentence of FILE in which WORDS are said, its statement underlined, and the line it becomes).
``picture: FILE | COMMAND`` draws what a command prints on a terminal with colours. What stands
between ``measured`` and ``/measured`` is the table of what ``make bench`` measured. The commands of
one document share a folder with a copy of the examples. Only the documents named are refreshed, all
if none is. ``--check`` writes nothing, and prints what would change.
"""

from __future__ import annotations

import codeop
import difflib
import io
import json
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
WIDTH = 96
PICTURE_WIDTH = 118
WELL = (0, 1)  # 1: some inputs failed, which may be what is shown
BLOCK = re.compile(
    r"(<!-- (run|python|underlined)(?:: (.*?))? -->\n```\w*\n)(.*?)(^```$)", re.M | re.S
)
PICTURE = re.compile(r"<!-- picture: (\S+) \| (.*?) -->")
TABLE = re.compile(r"(<!-- measured -->\n).*?(<!-- /measured -->)", re.S)
STYLES = re.compile(r"\x1b\[[\d;]*m")
FONTS = re.compile(r"\s*@font-face \{.*?\}", re.S)
MEASURED = ROOT / "bench" / "floors.json"
# What is measured, the figures of ``make bench`` that say it, and what others reach.
FIGURES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    (
        "PolNeAR dev, who said what: AR-0.5 F1",
        ("polnear.AR-0.5",),
        "people 73.1, Citron 55.8, Gender Gap Tracker 38.3",
    ),
    (
        "the same, exact source / cue / content",
        ("polnear.source", "polnear.cue", "polnear.content"),
        "people 78.4 / 70.9 / 69.0",
    ),
    (
        "three real articles, statements: F1",
        ("seeds.statement",),
        "Citron 41.9, Gender Gap Tracker 29.3",
    ),
    (
        "the same, right via / unnamed / manner, %",
        ("seeds.via", "seeds.unnamed", "seeds.manner"),
        "",
    ),
    ("six example articles, statements: F1", ("examples.statement",), ""),
    (
        "100 events drawn at random, read by a person: type, actors, status and voice right, %",
        ("judged.all_four",),
        "UniversalPetrarch 44",
    ),
    ("main events of the three articles, found: %", ("events.recall",), ""),
    (
        "figures of the three articles: F1; source / qualifier right, %",
        ("seeds.figures", "seeds.figures_according_to", "seeds.figures_qualifier"),
        "",
    ),
    (
        "figures / main events of six example articles: F1 / found, %",
        ("examples.figures", "events_examples.recall"),
        "",
    ),
    (
        "GUM dev, dates: overlap F1 / value right, %",
        ("dates.relaxed_f1", "dates.value"),
        "HeidelTime on TempEval-3: 90.7 / –",
    ),
    ("UDS on EWT dev, did it happen: Pearson r × 100", ("factuality.r_percent",), ""),
    ("EWT / GUM dev, labelled dependencies: LAS", ("ewt.las", "gum.las"), "XLM-R base 89.4 on EWT"),
    ("UNER-EWT dev, names: F1", ("uner.f1",), ""),
    ("near-duplicate press releases, copies: pair F1", ("copies.pair_f1",), ""),
    (
        "hard pairs of people and bodies, held out, the same: precision / recall",
        ("people.precision", "people.recall"),
        "",
    ),
    (
        "statements of one utterance, held out: pairs F1; with the reader's own statements",
        ("utterances.f1", "utterances.own_f1"),
        "",
    ),
    (
        "altered quotations: real (5), reworded by hand: precision / recall",
        (
            "utterances.altered_precision",
            "utterances.altered_recall",
            "utterances.reworded_precision",
            "utterances.reworded_recall",
        ),
        "",
    ),
    (
        "events / figures told again, held out: precision / recall",
        (
            "tellings.event_precision",
            "tellings.event_recall",
            "tellings.figure_precision",
            "tellings.figure_recall",
        ),
        "",
    ),
    (
        "GAP validation, pronouns: F1; without abstaining",
        ("pronouns.gap_f1", "pronouns.gap_f1_guessing"),
        "BERT-base about 82",
    ),
    ("articles of 700 words a second, two cores", ("speed.articles_a_second",), ""),
)
SENTENCE_END = re.compile(r"[.!?]”?(?=\s|$)")
UNDER = {"content": "─", "source": "~", "cue": "^"}


@dataclass(slots=True)
class Desk:
    """A folder in which the commands of one document run, with a terminal of a fixed width."""

    folder: Path
    names: dict[str, Any] = field(default_factory=dict)

    def run(self, command: str, width: int = WIDTH, colour: bool = False) -> str:
        """What a command prints on a terminal, stdout before stderr."""
        controller, terminal = pty.openpty()
        process = subprocess.Popen(
            command,
            shell=True,
            cwd=self.folder,
            env=self._environment(width, colour),
            stdin=subprocess.DEVNULL,
            stdout=terminal,
            stderr=subprocess.PIPE,
        )
        os.close(terminal)
        printed = _drained(controller)
        said = process.communicate()[1].decode("utf-8")
        if process.returncode not in WELL:
            raise SystemExit(f"`{command}` ended with {process.returncode}:\n{printed}{said}")
        shown = f"{printed}{said}" if colour else STYLES.sub("", f"{printed}{said}")
        return "\n".join(line.rstrip() for line in shown.splitlines())

    def _environment(self, width: int, colour: bool) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if k not in ("ONRECORD_RECORD", "NO_COLOR")}
        told = {
            "PATH": f"{self.folder / '.bin'}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "COLUMNS": str(width),
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color",
        }
        return kept | told | ({} if colour else {"NO_COLOR": "1"})


@contextmanager
def desk() -> Iterator[Desk]:
    """A fresh desk: the examples, and the program ``onrecord`` of this checkout."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "examples", folder / "examples")
        program = folder / ".bin" / "onrecord"
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\nexec {sys.executable} -m onrecord.cli "$@"\n')
        program.chmod(0o755)
        yield Desk(folder)


def _drained(controller: int) -> str:
    """Everything written to the terminal until its other end is closed."""
    read = bytearray()
    try:
        while chunk := os.read(controller, 65536):
            read += chunk
    except OSError:  # how Linux says that nobody holds the other end any more
        pass
    os.close(controller)
    return read.decode("utf-8").replace("\r\n", "\n")


def ran(body: str, desk: Desk, _: str) -> str:
    """Shell commands, each with what it prints now."""
    shown = []
    for line in body.splitlines():
        if line.startswith("$ "):
            shown += [line, desk.run(line[2:])]
    return "".join(f"{text}\n" for text in shown if text)


def interacted(body: str, desk: Desk, _: str) -> str:
    """A Python session, each input with what it prints now."""
    shown = []
    with chdir(desk.folder):
        for source in _inputs(body):
            shown += [_prompted(source), _executed(source, desk.names)]
    return "".join(shown)


def _inputs(body: str) -> Iterator[str]:
    """The inputs of a session, with the lines of each put together."""
    source = ""
    for line in body.splitlines():
        if line.startswith(">>>") and source:
            yield source
            source = ""
        if line.startswith((">>>", "...")):
            source += line[4:] + "\n"
    if source:
        yield source


def _prompted(source: str) -> str:
    first, *rest = source.splitlines()
    return "".join([f">>> {first}\n", *(f"... {line}".rstrip() + "\n" for line in rest)])


def _executed(source: str, names: dict[str, Any]) -> str:
    code = codeop.compile_command(source + "\n", "<document>", "single")
    if code is None:
        raise SystemExit(f"an input is not complete:\n{source}")
    with redirect_stdout(io.StringIO()) as printed:
        exec(code, names)
    return printed.getvalue()


def underlined(_: str, desk: Desk, what: str) -> str:
    """A sentence, what is marked in it, and the line it becomes."""
    import onrecord
    from onrecord.export.spoken import spoken

    file, words = (part.strip() for part in what.split("|"))
    with chdir(desk.folder):
        reading = onrecord.read(file)
    found = [s for s in spoken(reading) if any(words in c.text for c in s.statement.content)]
    if not found:
        raise SystemExit(f"{file} has no statement with {words!r} in it")
    chosen = min(found, key=lambda s: sum(len(c.text) for c in s.statement.content))
    return f"{_drawn(chosen)}\n{_one_line(chosen)}\n"


def _drawn(spoken: Any) -> str:
    """The words around a statement, wrapped, each line with its underlining below."""
    from onrecord.cli.marks import marks

    context = spoken.context
    found = [(m.start - context.start, m.end - context.start, m) for m in marks(spoken.statement)]
    under = [" "] * len(context.text)
    for start, end, mark in found:
        under[start:end] = UNDER[mark.kind] * (end - start)
    ended = SENTENCE_END.search(context.text, max(end for _, end, _ in found))
    lines, at = [], 0
    for line in textwrap.wrap(context.text[: ended.end() if ended else None], WIDTH - 8):
        at = context.text.index(line, at)
        below = "".join(under[at : at + len(line)]).rstrip()
        lines += [line, below] if below else [line]
        at += len(line)
    return "".join(f"{line}\n" for line in lines)


def _one_line(spoken: Any) -> str:
    from onrecord.cli.phrases import BETWEEN, how, who
    from onrecord.phrases.entries import day

    statement = spoken.statement
    parts = (*who(statement), *how(statement), day(statement.said))
    return BETWEEN.join(str(part) for part in parts if str(part))


def drawn(command: str, desk: Desk) -> str:
    """What a command prints on a terminal with colours, as a picture."""
    from rich.console import Console
    from rich.text import Text

    console = Console(record=True, width=PICTURE_WIDTH, file=io.StringIO())
    console.print(f"$ {command}", style="bold", highlight=False, markup=False)
    console.print(Text.from_ansi(desk.run(command, PICTURE_WIDTH, colour=True)))
    svg = console.export_svg(title="onrecord", unique_id="onrecord")
    return "\n".join(line.rstrip() for line in FONTS.sub("", svg).splitlines()) + "\n"


MAKERS: dict[str, Callable[[str, Desk, str], str]] = {
    "run": ran,
    "python": interacted,
    "underlined": underlined,
}


def measured() -> str:
    """The table of what the gate measured last, figures it did not measure left out."""
    kept = json.loads(MEASURED.read_text(encoding="utf-8")) if MEASURED.exists() else {}
    found = kept.get("measured", {})
    rows = [
        f"| {what} | {' / '.join(str(found[key]) for key in keys)} | {others or '–'} |\n"
        for what, keys, others in FIGURES
        if all(key in found for key in keys)
    ]
    return "".join(("| measured on | onrecord | for comparison |\n|---|---|---|\n", *rows))


def refreshed(document: Path) -> dict[Path, str]:
    """What the document, and each picture in it, should say now."""
    text = document.read_text(encoding="utf-8")
    text = TABLE.sub(lambda m: m[1] + measured() + m[2], text)
    if not BLOCK.search(text) and not PICTURE.search(text):
        return {document: text}
    with desk() as here:
        made = BLOCK.sub(
            lambda m: m[1] + MAKERS[m[2]](m[4], here, m[3] or "") + m[5],
            text,
        )
        pictures = {ROOT / file: drawn(command, here) for file, command in PICTURE.findall(text)}
    return {document: made, **pictures}


def documents() -> list[Path]:
    """The documents whose blocks are run."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def difference(path: Path, text: str) -> str:
    """What would change in a file, line by line; empty if nothing."""
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    name = path.relative_to(ROOT).as_posix()
    lines = difflib.unified_diff(old.splitlines(), text.splitlines(), name, f"{name}, now", n=1)
    return "\n".join(lines)


def main() -> None:
    """Refresh every document, or those that are named; ``--check`` says which one is stale."""
    check = "--check" in sys.argv[1:]
    named = [Path(name).resolve() for name in sys.argv[1:] if not name.startswith("--")]
    changed = [
        (path, text, told)
        for document in named or documents()
        for path, text in refreshed(document).items()
        if (told := difference(path, text))
    ]
    for path, text, told in changed:
        print(told)
        if not check:
            path.write_text(text, encoding="utf-8", newline="\n")
    raise SystemExit(1 if check and changed else 0)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
