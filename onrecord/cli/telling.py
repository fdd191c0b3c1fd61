"""The commands that print what is the same across articles, and where accounts differ.

Copies are one account everywhere. While articles are on the record that are not linked yet, each
command says on stderr how many there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.across import Copies, Disagreement, Identity, Position, Utterance
from onrecord.cli.across_options import About, Differ, Enough, Kind, Which, Worded
from onrecord.cli.asking import opened
from onrecord.cli.endings import say
from onrecord.cli.options import ByDay, Filters, Place, Shape, asked
from onrecord.cli.printing import put, put_one
from onrecord.model import Voice
from onrecord.phrases.numbers import number_of

if TYPE_CHECKING:
    from rich.console import Console

    from onrecord.record import Record

LINKED_BY_OTHERS = (
    "Another version of onrecord linked {count}: what it held to be the same, or to differ, still "
    "stands. `onrecord link --again` links everything anew."
)

Name = Annotated[str, typer.Argument(metavar="NAME", hidden=True)]
Everything = Annotated[bool, typer.Option("--all", help="Of every kind, not only people.")]
Each = Annotated[
    bool, typer.Option("--each", help="Each as it stands in one article; also with --article.")
]


def copies(which: Which, part: ByDay, place: Place, shape: Shape) -> None:
    """Print which articles are the same story, printed again.

    The original is the agency's own printing or the earliest; a copy is all of it, a partial one
    leaves words out, an edited one has words of its own. Together they are one account.
    """
    with opened(place) as record:
        put(record.copies(**asked(which, part)), Copies, shape.format)
        not_linked(record)


def people(
    which: Which, enough: Enough, kind: Kind, place: Place, shape: Shape, every: Everything = False
) -> None:
    """Print people across articles, with the names and roles they are given.

    --kind asks for organizations, countries… instead, --all for everything that has a name. People
    who are not named are never linked and not listed.
    """
    if every and kind.kind:
        raise typer.BadParameter("--all and --kind exclude each other; leave one out.")
    question = asked(which, enough, kind)
    with opened(place) as record:
        found = record.entities(**question) if every else record.people(**question)
        put(found, Identity, shape.format)
        not_linked(record)


def entities(
    filters: Filters,
    enough: Enough,
    kind: Kind,
    place: Place,
    shape: Shape,
    each: Each = False,
) -> None:
    """Print who and what the articles name, across articles, and in what roles.

    With --each or --article, each as it stands in one article.
    """
    with opened(place) as record:
        if each or filters.article:
            if enough.at_least or kind.kind:
                raise typer.BadParameter(
                    "--at-least and --kind ask across articles; leave out --each and --article."
                )
            put(record.voices(**filters.question()), Voice, shape.format)
        else:
            put(record.entities(**asked(filters, enough, kind)), Identity, shape.format)
            not_linked(record)


def entity(name: Name, place: Place, shape: Shape) -> None:
    """Print one person, organization, country… with all its names, roles and articles.

    NAME is a name, words of one, or an id that `onrecord entities` prints. Every name and role
    stands with who printed it and when.
    """
    with opened(place) as record:
        found = record.entity(name)

        def draw(console: Console) -> None:
            from onrecord.cli.identities import entity as drawn

            drawn(console, found)

        put_one(found, shape.format, draw)
        not_linked(record)


def utterances(which: Which, part: ByDay, worded: Worded, place: Place, shape: Shape) -> None:
    """Print what was said on one occasion, as several articles report it.

    Verbatim reports, altered ones (words in quotation marks that are not those others quote) and
    paraphrases stand apart; what was altered is marked word by word: [-gone-] {+new+}.
    """
    with opened(place) as record:
        put(record.utterances(**asked(which, part, worded)), Utterance, shape.format)
        not_linked(record)


def disagreements(which: Which, differ: Differ, enough: Enough, place: Place, shape: Shape) -> None:
    """Print what accounts differ in: figures, statuses, actors, dates, wordings, roles.

    Each value stands with who printed it, when, and according to whom. Which one is right is not
    judged. --since and --until ask when it was printed.
    """
    with opened(place) as record:
        put(record.disagreements(**asked(which, differ, enough)), Disagreement, shape.format)
        not_linked(record)


def position(
    name: Name, about: About, which: Which, enough: Enough, place: Place, shape: Shape
) -> None:
    """Print what somebody has said on a topic over time, in order.

    NAME is that of a person, an organization, a country…. First comes what says the topic's
    words, then what is only near it in meaning; --format json tells them apart as "says".
    """
    question: dict[str, Any] = asked(which, enough)
    if question.pop("by", None):
        raise typer.BadParameter("whose position it is stands before the options; leave out --by.")
    with opened(place) as record:
        found = record.position(name, about=about.about, **question)
        put(found, Position, shape.format)
        not_linked(record)


def linked_by_others(record: Record) -> None:
    """Say how many articles another version has linked, if it has any."""
    if number := record.search.linked_by_others():
        say(LINKED_BY_OTHERS.format(count=number_of(number, "article")))


def not_linked(record: Record) -> None:
    """Say how many articles are not linked yet, if there are any."""
    number = record.unlinked()
    if number:
        are = "is" if number == 1 else "are"
        say(f"{number_of(number, 'article')} {are} not linked yet; run `onrecord link`.")
