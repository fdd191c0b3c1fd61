"""Short phrases for what a reading knows: a date and how it is known, who relayed what, where an
article stands.
"""

from __future__ import annotations

from rich.text import Text

from onrecord.cli.dates import in_words
from onrecord.export.letters import one_line
from onrecord.model import (
    Article,
    Basis,
    Card,
    Counted,
    Event,
    Figure,
    Happened,
    Place,
    Statement,
    Status,
    When,
)

BETWEEN = " · "
# How a date is known, as it reads after the date.
BASES: dict[Basis, str] = {
    "given": "given by hand",
    "metadata": "from the page",
    "text": "as stated",
    "calendar": "worked out by the calendar",
    "publication": "from the article's own date",
    "unknown": "",
}
# What became of an event: a sign, which is there without colours too, its words and its colour.
STATUSES: dict[Status, tuple[str, str, str]] = {
    "happened": ("●", "happened", "green"),
    "ongoing": ("◐", "going on", "cyan"),
    "planned": ("○", "planned", "blue"),
    "called_for": ("◇", "called for", "magenta"),
    "possible": ("?", "possible", "yellow"),
    "denied": ("≠", "denied", "dark_orange"),
    "did_not_happen": ("×", "did not happen", "red"),
}


def words(text: str | None, style: str = "", otherwise: str = "") -> Text:
    """Somebody else's words as one safe line; ``otherwise`` stands dimmed where there are none."""
    said = one_line(text or "")
    return Text(said, style) if said else Text(otherwise, "dim")


def day(when: When) -> str:
    """The date alone, with its doubt: ``2024-03-26``, ``XXXX-XX-07``, or that it is not known."""
    return when.edtf or "undated"


def dated(when: When) -> str:
    """The date and how it is known."""
    basis = BASES[when.basis]
    found = f", from “{when.passage.text}”" if when.passage and when.basis == "calendar" else ""
    return f"{day(when)} ({basis}{found})" if when.edtf and basis else day(when)


def relayed(statement: Statement) -> str:
    """The chain a statement came through, outermost first: ``via Axios ← U.S. officials``."""
    return "via " + " ← ".join(relay.who for relay in statement.via) if statement.via else ""


def who(statement: Statement) -> tuple[Text, ...]:
    """Whose statement it is, whether they are unnamed, and through whom it came."""
    name = words(statement.who, "bold", otherwise=nobody(statement))
    unnamed = Text("unnamed", "italic dark_orange") if statement.unnamed else Text()
    return name, unnamed, words(relayed(statement), "dim")


def nobody(statement: Statement) -> str:
    """What stands where no name can: a source's own words that may mean several, or no source."""
    if statement.source is None:
        return "no source named"
    return f"“{one_line(statement.source.text)}”, unresolved"


def how(statement: Statement) -> tuple[Text, ...]:
    """The cue in its own words, then the act and the manner."""
    cue = words(f"“{statement.cue.text}”" if statement.cue else None, otherwise="no cue")
    act = f"not: {statement.act}" if statement.negated else statement.act
    addressee = f"to {statement.addressee.who}" if statement.addressee else ""
    return cue, words(f"{act}, {statement.manner}"), words(addressee, "dim")


def status(event: Event) -> Text:
    """What became of the event, by sign, word and colour."""
    sign, said, colour = STATUSES[event.status]
    return Text(f"{sign} {said}", colour)


def action(event: Event) -> Text:
    """What kind of event it is: ``ASSAULT, aerial``."""
    return words(f"{event.action}, {event.mode}" if event.mode else event.action, "bold")


def parties(event: Event) -> Text:
    """Who did it, and to whom or with whom: ``Kestria → the Tarn dam``."""
    actors = words(", ".join(party.who for party in event.actors), otherwise="actor not stated")
    if not event.recipients:
        return actors
    recipients = words(", ".join(party.who for party in event.recipients))
    return Text.assemble(actors, (" → ", "dim"), recipients)


def where(place: Place | None) -> Text:
    return words(f"in {place.name}" if place else None, "dim")


def as_of(figure: Figure) -> Text:
    """The date in words, if there is one, which few figures have."""
    return words(as_of_date(figure.as_of))


def as_of_date(when: When) -> str:
    """``as of March 2024``, ``since 2023-10-07``; nothing where nothing is known."""
    if when.edtf is None:
        return ""
    date = in_words(when.edtf).removeprefix("in ")
    return date if date.startswith(("since ", "until ")) else f"as of {date}"


def date(when: When) -> Text:
    """The date in words, dimmed where there is none."""
    return words(in_words(when.edtf), "" if when.edtf else "dim")


def according_to(value: Happened | Counted) -> tuple[Text, Text]:
    """Whom it goes back to, outermost first, and whether they are unnamed."""
    if not value.chain:
        return Text("the article", "dim"), Text()
    unnamed = value.statement is not None and value.statement.unnamed
    mark = Text("unnamed", "italic dark_orange") if unnamed else Text()
    return words(" ← ".join(value.chain)), mark


def amount(figure: Figure) -> str:
    """What a figure comes to: ``more than 3,500,000 USD``, ``12 or more people``, ``1,000 to 2,000
    people``; nothing where its own words say so in numerals: "at least 14 people".
    """
    numbers = [_number(n, figure.unit) for n in (figure.low, figure.high, figure.value)]
    if all(number in figure.passage.text for number in numbers):
        return ""
    unit = None if figure.unit == "fraction" else figure.unit
    return one_line(" ".join(part for part in (_span(figure, *numbers), unit) if part))


def _span(figure: Figure, low: str, high: str, value: str) -> str:
    """The value with what qualifies it, or the bounds where there is only them."""
    if low and high and low != high:
        return f"{value} ({low} to {high})" if value else f"{low} to {high}"
    if value:
        return f"{figure.qualifier} {value}" if figure.qualifier else value
    return low if low == high else f"{low} or more" if low else f"up to {high}"


def _number(number: float | str | None, unit: str | None) -> str:
    """The number as people write it; a fraction as a percentage."""
    if number is None or isinstance(number, str):
        return number or ""
    if unit == "fraction":
        return f"{100 * number:.3g}%"
    return f"{number:,.0f}" if number == int(number) else f"{number:,.6g}"


def printed_in(card: Card) -> Text:
    """Where a passage stands, in a few words: publisher, date and id of the article."""
    about = (card.publisher or "publisher unknown", day(card.published), card.id)
    return words(BETWEEN.join(about), "dim")


def stands_in(card: Card) -> Text:
    """Where a passage stands: the article's title, publisher, date and id, as one line."""
    title = words(card.title or card.input, "bold")
    return Text.assemble(title, (BETWEEN, "dim"), printed_in(card))


def heading(article: Article) -> tuple[Text, ...]:
    """The lines that stand above an article: title, who printed it when, id and origin."""
    authors = ", ".join(article.authors)
    printed = (
        article.publisher or "publisher unknown",
        dated(article.published),
        f"by {authors}" if authors else None,
        f"credits {', '.join(article.agencies)}" if article.agencies else None,
        article.dateline.place if article.dateline else None,
    )
    origin = (article.id, article.input, article.url)
    return (
        words(article.title, "bold", otherwise="(no title)"),
        words(BETWEEN.join(p for p in printed if p)),
        words(BETWEEN.join(o for o in origin if o), "dim"),
    )
