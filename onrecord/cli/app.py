"""The program ``onrecord``: its commands, and what it says of itself.

Nothing heavy is imported here, so that ``onrecord --help`` answers at once: a command imports what
it needs when it runs.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any

import typer

from onrecord import __version__
from onrecord.cli import (
    adding,
    asking,
    correcting,
    dossiers,
    happened,
    linking,
    reading,
    serving,
    telling,
)
from onrecord.cli.endings import MEANINGS, ending
from onrecord.cli.options import with_options

COMMANDS: tuple[Callable[..., None], ...] = (
    reading.read,
    adding.add,
    asking.statements,
    happened.events,
    happened.timeline,
    happened.places,
    happened.figures,
    telling.entities,
    asking.articles,
    asking.show,
    asking.export,
    linking.link,
    telling.copies,
    telling.people,
    telling.entity,
    telling.utterances,
    telling.disagreements,
    telling.position,
    linking.links,
    linking.judge,
    correcting.correct,
    correcting.corrections,
    correcting.undo,
    dossiers.dossiers,
    dossiers.dossier,
    dossiers.pick,
    dossiers.unpick,
    asking.failures,
    adding.reread,
    serving.serve,
    serving.password,
)
_ENDINGS = "\n".join(f"  {code.value:>3}  {meaning}" for code, meaning in MEANINGS.items())
_EPILOG = f"\b\nExit codes:\n{_ENDINGS}"


def _version(asked: bool) -> None:
    if asked:
        print(f"onrecord {__version__}")
        raise typer.Exit


def _onrecord(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read news articles and keep the record: who said what, what happened, how many, and where
    accounts differ.

    What was asked for goes to stdout, everything else to stderr: a readable table on a terminal,
    JSON Lines in a pipe or a file, or whatever --format says.

    \b
    onrecord read page.html               who says what in one article
    onrecord add reports/                 put a folder of articles on the record
    onrecord statements --by "Ada Marsh"  what she is on the record as saying
    onrecord link                         the same people, words and events across articles
    onrecord disagreements                what the articles differ in
    onrecord serve --open                 all of it in a browser
    """


def _ended(command: Callable[..., None]) -> Callable[..., None]:
    """The command, ending in one sentence and an exit code whatever happens."""

    @wraps(command)
    def run(*arguments: Any, **options: Any) -> None:
        with ending():
            command(*arguments, **options)

    return run


def application() -> typer.Typer:
    """The commands as one Typer application; plain help, which needs no Rich and fits any width."""
    app = typer.Typer(
        name="onrecord",
        no_args_is_help=True,
        add_completion=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(epilog=_EPILOG)(_onrecord)
    for command in COMMANDS:
        app.command(command.__name__)(_ended(with_options(command)))
    return app


def main() -> None:
    """Run the command line."""
    application()(prog_name="onrecord")
