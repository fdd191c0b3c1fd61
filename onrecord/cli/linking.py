"""``onrecord link``, ``links`` and ``judge``: what makes links, shows them and overrules them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.across import Conflict, Judgement, Link, Linkable, Linked
from onrecord.cli.across_options import Judged, WhichLinks
from onrecord.cli.asking import opened
from onrecord.cli.endings import Tally, say
from onrecord.cli.options import Place, Report, Shape
from onrecord.cli.printing import put
from onrecord.cli.progress import progress
from onrecord.cli.telling import linked_by_others, not_linked
from onrecord.phrases.numbers import number_of

if TYPE_CHECKING:
    from rich.console import Console

    from onrecord.record import Record

Again = Annotated[
    bool, typer.Option("--again", help="Link all articles anew; what people judged stays.")
]
Side = Annotated[str | None, typer.Argument(metavar="ID", hidden=True)]
Verdict = Annotated[Judgement | None, typer.Argument(metavar="same|different|unsure", hidden=True)]
_KINDS: tuple[Linkable, ...] = ("entity", "article", "statement", "figure", "event")
_NEXT = "`onrecord people`, `utterances`, `disagreements`; `links --unsure` for a person to judge"


def link(place: Place, report: Report, again: Again = False) -> None:
    """Link the articles on the record: the same story, people, words, events and figures.

    Only articles that are not linked yet are compared, with all others, so the same command can be
    given again after every `onrecord add`. A summary goes to stderr.
    """
    with opened(place) as record:
        number = None if again else record.unlinked()
        with progress("Linking", number) as each:
            linked = record.link(each=each, again=again)
        if report.format is not None:
            put([linked], Linked, report.format)
        for failure in linked.failures:
            say(f"{failure.source} was not linked: {failure.reason}")
        say(summary(linked))
        linked_by_others(record)
        Tally(linked.articles, list(linked.failures)).end(None)


def summary(linked: Linked) -> str:
    """What a run did, in a few sentences."""
    if not linked.articles:
        return "No article is linked anew." if linked.failures else "Every article is linked."
    withdrawn = f", {number_of(linked.withdrawn, 'link')} withdrawn" if linked.withdrawn else ""
    counted = number_of(linked.conflicts, "conflict")
    conflicts = f", {counted} (`onrecord links --conflicts`)" if linked.conflicts else ""
    done = f"{number_of(linked.articles, 'article')} linked"
    made = number_of(linked.links, "link")
    return f"{done}: {made} made{withdrawn}{conflicts}. Next: {_NEXT}."


def links(which: WhichLinks, place: Place, shape: Shape) -> None:
    """Print what is linked, what is not, and why.

    --unsure lists the pairs that a person should judge, with `onrecord judge`; --conflicts those
    that cannot hold beside others and were not followed.
    """
    with opened(place) as record:
        if which.conflicts:
            found = islice(record.conflicts(which.kind), which.limit)
            put(found, Conflict, shape.format, draw=_drawn("conflicts", record))
        else:
            put(_asked_for(which, record), Link, shape.format, draw=_drawn("links", record))
        not_linked(record)


def _asked_for(which: WhichLinks, record: Record) -> Iterable[Link]:
    if not which.unsure:
        return record.links(
            kind=which.kind,
            by=which.by,
            withdrawn=which.withdrawn,
            entry=which.entry,
            limit=which.limit,
        )
    unsure = record.links(
        kind=which.kind,
        judgement="unsure",
        by=which.by,
        withdrawn=which.withdrawn,
        entry=which.entry,
    )
    return islice(sorted(unsure, key=_urgent), which.limit)


def _drawn(table: str, record: Record) -> Callable[[Console, Iterable[Any]], None]:
    """Draws a table of ``judgements``, which look up what they are about on the record."""

    def draw(console: Console, values: Iterable[Any]) -> None:
        from onrecord.cli import judgements

        getattr(judgements, table)(console, values, record.reading)

    return draw


def _urgent(link: Link) -> tuple[int, float]:
    """People first, and of each kind what is most likely the same."""
    return _KINDS.index(link.kind), -link.score


def judge(
    judged: Judged,
    place: Place,
    report: Report,
    left: Side = None,
    right: Side = None,
    verdict: Verdict = None,
) -> None:
    """Judge two entries to be the same, different, or beyond telling; or withdraw a link.

    onrecord judge ID ID same|different|unsure --by NAME --why TEXT. A person's word beats any
    score, and linking again never forgets it. With --withdraw LINK a link is taken back; it stays
    on the record as withdrawn. People who are not named cannot be judged.
    """
    sides = (left, right, verdict)
    with opened(place) as record:
        if judged.withdraw and not any(sides):
            made = record.withdraw(judged.withdraw, by=judged.by, why=judged.why)
            told = f"The link {made.id} of {made.left} and {made.right} is withdrawn."
        elif not judged.withdraw and left and right and verdict:
            made = record.judge(left, right, verdict, by=judged.by, why=judged.why)
            told = f"{made.left} and {made.right} are {_SAID[verdict]} (link {made.id})."
        else:
            raise typer.BadParameter(
                "name two ids and same, different or unsure; or --withdraw LINK alone."
            )
        if report.format is not None:
            put([made], Link, report.format)
        say(told)


_SAID: dict[Judgement, str] = {
    "same": "judged the same",
    "different": "judged different",
    "unsure": "left open",
}
