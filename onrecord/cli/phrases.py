"""Short phrases for what a reading knows: a date and how it is known, who relayed what, where an
article stands.
"""

from __future__ import annotations

from rich.text import Text

from onrecord.model import (
    Article,
    Card,
    Counted,
    Event,
    Figure,
    Happened,
    Place,
    Spoken,
    Statement,
    Status,
    When,
)
from onrecord.phrases.dates import in_words
from onrecord.phrases.entries import STATUSES, as_of_date, dated, day, nobody, relayed
from onrecord.phrases.letters import one_line

BETWEEN = " · "
STATUS_COLOURS: dict[Status, str] = {
    "happened": "green",
    "ongoing": "cyan",
    "planned": "blue",
    "called_for": "magenta",
    "possible": "yellow",
    "denied": "dark_orange",
    "did_not_happen": "red",
}


def words(text: str | None, style: str = "", otherwise: str = "") -> Text:
    """Somebody else's words as one safe line; ``otherwise`` stands dimmed where there are none."""
    said = one_line(text or "")
    return Text(said, style) if said else Text(otherwise, "dim")


def who(statement: Statement) -> tuple[Text, ...]:
    """Whose statement it is, whether they are unnamed, and through whom it came."""
    name = words(statement.who, "bold", otherwise=nobody(statement))
    unnamed = Text("unnamed", "italic dark_orange") if statement.unnamed else Text()
    return name, unnamed, words(relayed(statement), "dim")


def how(statement: Statement) -> tuple[Text, ...]:
    """The cue in its own words, then the act and the manner."""
    cue = words(f"“{statement.cue.text}”" if statement.cue else None, otherwise="no cue")
    act = f"not: {statement.act}" if statement.negated else statement.act
    addressee = f"to {statement.addressee.who}" if statement.addressee else ""
    return cue, words(f"{act}, {statement.manner}"), words(addressee, "dim")


def status(event: Event) -> Text:
    """What became of the event, by sign, word and colour."""
    sign, said = STATUSES[event.status]
    return Text(f"{sign} {said}", STATUS_COLOURS[event.status])


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


def marked_id(id: str, value: Spoken | Happened | Counted) -> Text:
    """The id of an entry, and what people said of it, by the ids of their corrections and in
    words.
    """
    ids = words(BETWEEN.join((id, *value.corrections)), "dim")
    said = words(BETWEEN.join(value.reviewed), "italic")
    return Text(BETWEEN, "dim").join(each for each in (ids, said) if each)
