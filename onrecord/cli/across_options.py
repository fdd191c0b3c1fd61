"""The options that ask for what is the same across articles, as tables like ``options``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, get_args

import typer

from onrecord.across import Differing, Linkable, Wording
from onrecord.cli.options import Body, InArticle, Limit, Since, Until, Words, phrase
from onrecord.model import EntityKind

KINDS = "|".join(kind for kind in get_args(EntityKind) if kind != "unnamed")


@dataclass(frozen=True, slots=True)
class Which:
    """Which entries an object across articles must have one of; all that is left out may be
    anything.
    """

    by: Annotated[str | None, phrase("NAME", "Only about this name.", "--by", "--name")] = None
    publisher: Annotated[str | None, phrase("NAME", "Only with an article of this publisher.")] = (
        None
    )
    since: Since = None
    until: Until = None
    text: Words = None
    limit: Limit = None


Each = Annotated[bool, typer.Option("--each", help="Every telling of an event by itself.")]
History = Annotated[bool, typer.Option("--history", help="How each count changed over time.")]
AtLeast = Annotated[
    int | None,
    typer.Option(
        metavar="N", min=1, help="Only with so many independent accounts, copies counted once."
    ),
]


@dataclass(frozen=True, slots=True)
class Enough:
    """How many accounts there must be."""

    at_least: AtLeast = None


@dataclass(frozen=True, slots=True)
class Told:
    """Events once, with how many accounts there must be, or every telling."""

    at_least: AtLeast = None
    each: Each = False


@dataclass(frozen=True, slots=True)
class OverTime:
    """Counts over time, with how many accounts there must be."""

    at_least: AtLeast = None
    history: History = False


@dataclass(frozen=True, slots=True)
class Kind:
    """Of what kind."""

    kind: Annotated[EntityKind | None, typer.Option(metavar=KINDS, help="Only of this kind.")] = (
        None
    )


@dataclass(frozen=True, slots=True)
class Worded:
    """How utterances are worded, and how many accounts there must be."""

    wording: Annotated[
        Wording | None,
        typer.Option(
            metavar="verbatim|altered|paraphrased", help="Only with a report in such words."
        ),
    ] = None
    entity: Body = None
    article: InArticle = None
    at_least: AtLeast = None
    every: Annotated[
        bool | None, typer.Option("--all", help="Also what one article alone reports.")
    ] = None


@dataclass(frozen=True, slots=True)
class Differ:
    """In what accounts differ."""

    kind: Annotated[
        Differing | None,
        typer.Option(metavar="|".join(get_args(Differing)), help="Only what differs in this."),
    ] = None


@dataclass(frozen=True, slots=True)
class About:
    """On what topic."""

    about: Annotated[str, phrase("TOPIC", "The topic, in a few words.")]


@dataclass(frozen=True, slots=True)
class WhichLinks:
    """Which links."""

    kind: Annotated[
        Linkable | None,
        typer.Option(metavar="|".join(get_args(Linkable)), help="Only links of such entries."),
    ] = None
    unsure: Annotated[bool, typer.Option("--unsure", help="Only what a person should look at.")] = (
        False
    )
    conflicts: Annotated[
        bool, typer.Option("--conflicts", help="Only links that contradict others, not followed.")
    ] = False
    entry: Annotated[str | None, phrase("ID", "Only links of this entry.")] = None
    by: Annotated[str | None, phrase("NAME", "Only what this person judged.")] = None
    withdrawn: Annotated[
        bool, typer.Option("--withdrawn", help="Also links that were withdrawn.")
    ] = False
    limit: Limit = None


@dataclass(frozen=True, slots=True)
class Judged:
    """Who judges, and why."""

    by: Annotated[str, phrase("NAME", "Who judges: your name.")]
    why: Annotated[str, phrase("TEXT", "Why, in a sentence.")]
    withdraw: Annotated[str | None, phrase("LINK", "Withdraw the link with this id instead.")] = (
        None
    )
