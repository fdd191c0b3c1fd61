"""The reference of the command line, written from what the program says of itself.

``python -m onrecord.cli.reference > docs/command-line.md`` brings the page up to date; a test
compares the two.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator

from onrecord.across import (
    Conflict,
    Copies,
    Disagreement,
    History,
    Identity,
    Link,
    Linked,
    Position,
    Recounted,
    Utterance,
)
from onrecord.cli.app import COMMANDS, application
from onrecord.cli.endings import MEANINGS
from onrecord.corrections import Correction
from onrecord.dossiers import Folder, Line
from onrecord.export.columns import COLUMNS
from onrecord.findings import Near
from onrecord.model import Added, Card, Counted, Failure, Happened, Spoken, Voice
from onrecord.phrases.entries import STATUSES
from onrecord.places import Spot

COMMAND = "python -m onrecord.cli.reference > docs/command-line.md"
WIDTH = 80
_MADE_BY = {
    Spoken: "statements, read, show, export",
    Happened: "events, timeline",
    Counted: "figures",
    Spot: "places",
    Recounted: "timeline, once linked",
    Voice: "entities --each",
    Identity: "entities, people, entity",
    Copies: "copies",
    Utterance: "utterances",
    Disagreement: "disagreements",
    History: "figures --history",
    Position: "position",
    Near: "statements --meaning",
    Link: "links, judge",
    Conflict: "links --conflicts",
    Linked: "link",
    Correction: "corrections, correct, undo",
    Line: "dossier, pick",
    Folder: "dossiers",
    Card: "articles",
    Failure: "failures",
    Added: "add, reread",
}
_INTRO = f"""# The command line

<!-- Written by `{COMMAND}`; change the program, not this page. -->

```text
%s```

What was asked for goes to stdout, everything else (progress, failures, summaries, errors) to
stderr. The progress bar is there only if stderr is a terminal. `NO_COLOR` turns colours off;
`ONRECORD_RECORD` names the record for every command.
"""
_FORMS = """## Formats

| `--format` | what is printed |
|---|---|
| `table` | for people; the default on a terminal |
| `jsonl` | one JSON object a line; the default in a pipe or a file |
| `json` | an array, an object a line; from `show`, and `read` of one article, an indented object |
| `csv` | a header and a row for each entry; the entries of a reading are its statements |
| `plover` | from `export`: events in PLOVER 0.8, one JSON object a line |
| `polecat` | from `export`: events in a tab-separated table with the columns of POLECAT first |
| `html`, `md`, `docx` | from `dossier`: a page, Markdown, a Word file ([exports.md](exports.md)) |

`read --format json` of several articles prints one object a line and no array, like `jsonl`.

JSON has the keys of the [reading](schema.md). `read`, `show` and `export` give readings and
nothing else. A line of `statements` is a statement with four more keys, `article`, `context`
(the passage around it), `corrections` (the ids of those that stand) and `reviewed` (the same in
words: `source corrected by Ada on 2026-11-21: was Ben Roe`); a line of `events`, `timeline` or
`figures` is an event or a figure with `article`, `context`, `corrections`, `reviewed` (also that
of the source of its statement), `statement` (the one it is according to, whole) and `chain`
(according to whom, outermost first; empty where the article says so itself); a line of
`entities --each` is an entity with `article` and `statements` (how many it makes there). What is
the same across articles has the keys of the schema's [last part](schema.md#across-articles), and
so have links. `articles`, `failures`, `add`, `reread` and `link` give plain objects. A character
that a terminal or a line reader could act on is written as `\\uXXXX`.

In a table the source, cue and content of a statement have a colour each, and so have the trigger,
actors and recipients of an event and a figure with what it counts. Without colours they stand in
brackets: `[source Ada Marsh] [cue said] [content it rained]`. Control characters in an article are
shown as signs (`␛`), never sent to the terminal.

What became of an event has a sign, a word and a colour:

%s
Dates are in words: `in March 2024`, `about 2023-11-06`, `since 2023-10-07`, `2023-11-13 to
2023-11-19`, `the 7th, month unknown`. "According to" gives those it goes back to, outermost first
(`The Alba Herald ← Meravian officials`), or `the article` where it says so in its own voice.

Where articles print other words inside quotation marks than others do, these are compared word by
word: what others quote and this article does not stands in `[-…-]`, what it prints instead in
`{+…+}`, with colours and without. "2 accounts in 3 articles, copies counted once" says that two of
the three articles print one story.

CSV is UTF-8 with a comma between cells and one line a row: white space runs, line ends included,
become one space. A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`
or `@`, also after a semicolon) gets an apostrophe in front. The pieces of a content
are joined by ` … `, names by `; `. What is the same across articles has a row for each report,
printing, value or figure. The columns:
"""


def reference() -> str:
    """The page, in Markdown."""
    parts = [_INTRO % help_of(), _codes(), *_commands(), _FORMS % _statuses() + "\n" + _columns()]
    return "\n".join(parts)


def help_of(*command: str) -> str:
    """What ``--help`` prints, at the width of the page."""
    with contextlib.redirect_stdout(io.StringIO()) as printed, contextlib.suppress(SystemExit):
        application()([*command, "--help"], prog_name="onrecord", terminal_width=WIDTH)
    return printed.getvalue()


def _codes() -> str:
    rows = "\n".join(f"| {code.value} | {meaning} |" for code, meaning in MEANINGS.items())
    return f"## Exit codes\n\n| code | meaning |\n|---|---|\n{rows}\n"


def _commands() -> Iterator[str]:
    for command in COMMANDS:
        name = command.__name__
        yield f"## onrecord {name}\n\n```text\n{help_of(name)}```\n"


def _statuses() -> str:
    rows = "\n".join(f"| `{s}` | `{sign} {said}` |" for s, (sign, said) in STATUSES.items())
    return f"| status | in a table |\n|---|---|\n{rows}\n"


def _columns() -> str:
    rows = (
        f"| `{commands}` | {', '.join(f'`{name}`' for name, _ in COLUMNS[kind])} |"
        for kind, commands in _MADE_BY.items()
    )
    return "| command | columns |\n|---|---|\n" + "\n".join(rows) + "\n"


if __name__ == "__main__":
    print(reference(), end="")
